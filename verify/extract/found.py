"""The names found in one document, and which of them name one thing.

Comes in: ``Found`` entries by their lower-case spelling, and the pairs that brackets declare.  Goes out:
what is left when phrases that are no names are dropped, and the sets of spellings that name one thing:
by the catalogue, by brackets, by short forms, and descriptions (首个超大型…中心) by their kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from verify.extract.hanzi import SHORTEST, is_coined, is_full
from verify.extract.models import model
from verify.extract.nouns import cut
from verify.extract.spotting import Spotter
from verify.extract.words import lowered
from verify.model.unions import Unions
from verify.text.script import is_western

TITLE = 3
"""A name in the title weighs as much as three in the text, up to ``MOST``."""
MOST = 6
_LONGEST_STEM = 4
_SITE = "区"
"""Ends the nouns of the several places where a body is: 院区, 校区."""
_OF = frozenset(["of", "the"])
"""In what is no name of somebody, but a phrase that ends in one: Construction of the Korva."""
_FULL = 2
"""A personal name has so many words at least; the last one is its short form."""
_DIGITS = frozenset("0123456789")
_OF_ROW = re.compile(
    r"第?[0-9一二三四五六七八九十]{1,4}号.{0,3}"
    r"|(?: [a-z]+){1,3} [0-9]{1,3}| ?[a-z]{1,3}-?[0-9]{1,4}[a-z]*(?: [a-z]+){0,2}"
)
"""What tells one of a row, or a model, behind the name of what it is of: 4号线, Line 4, X5 Pro."""
_WORD_ENDS = (" ", ",", ".", ";", ":", ")")
_ENDS = re.compile("[。！？]")


@dataclass(slots=True)
class Found:
    """One spelling of a name in one document."""

    names: Counter[str] = field(default_factory=Counter)
    kind: str = ""
    catalogue_id: str = ""
    in_title: bool = False
    begins_title: bool = False
    """It stands first in the title, where a capital tells nothing."""
    first: int = 1 << 30
    inner: int = 0
    """How often it stands inside a sentence, where capitals tell a name."""
    described: int = 0
    """How often it only describes: 首个…, 该…, 一座…."""
    common: bool = False
    """It holds common words only."""
    marked: int = 0
    """How often it stands in marks; twice as much where a noun before them says what it is."""
    known: bool = False
    """Another document of the corpus declares it."""
    told: int = 0
    """How often it stands in the title or in prose, not in a cell of a table."""
    headed: int = 0
    """How often it stands where its capitals tell nothing: in a heading in title case, alone in any."""
    placed: int = 0
    """How often it stands behind a word that tells a place: in, 在."""
    editions: Counter[str] = field(default_factory=Counter)
    spelled: dict[str, str] = field(default_factory=dict)
    """Surface with a year, or without 号, to its edition."""

    @property
    def count(self) -> int:
        """How often it stands in the document."""
        return self.names.total()

    @property
    def describes(self) -> bool:
        """True for a description rather than a name."""
        return 2 * self.described >= self.count and not self.catalogue_id

    @property
    def only_listed(self) -> bool:
        """True for a name that a table alone holds: one of the things it lists, not what it is about."""
        return not (self.told or self.catalogue_id)

    @property
    def weight(self) -> int:
        """How much the document speaks of it."""
        return TITLE * self.in_title + min(self.count, MOST)


def drop_what_is_no_name(
    found: dict[str, Found], declared: set[str] | frozenset[str], spotter: Spotter, words: str
) -> None:
    """Drop phrases of common words that stand once or tell a class, and parts of something (海底隧道).

    ``words`` is the text: a capital word that it also writes small is none of a name.
    """
    nouns = spotter.chinese.nouns
    endings = Counter(noun for key in found if (noun := _last_noun(key, spotter)))
    for key in list(found):
        opening = nouns.match(key)
        if opening is None or found[key].catalogue_id or len(opening.group()) in {1, len(key)}:
            continue
        if endings[opening.group()] > (_last_noun(key, spotter) == opening.group()):
            del found[key]  # 大桥主体工程 beside 长河大桥: a thing named before, and its part
    ordered, lower = sorted(found), lowered(words)
    for key in ordered:
        longer = [*_longer(key, ordered)][1:] if spotter.may_tell_class(key, found[key].kind) else []
        if longer and _only_begins(key, longer, lower):
            del found[key]
    ordered = sorted(found)
    weak = [
        k
        for k in ordered
        if k not in declared
        if not _is_name(k, found[k], ordered, words) or _tells_class(k, found[k], spotter)
    ]
    doubtful = [key for key in weak if not _begins_phrase(key, words, spotter)]
    later = {key for key in weak if _ENDS.search(words, 0, found[key].first)}
    kept = _spared(doubtful, found, {key for key in later if _tells_class(key, found[key], spotter)})
    for key in weak:
        if key != kept:
            del found[key]


def _only_begins(key: str, longer: Sequence[str], words: str) -> bool:
    """Say whether a phrase goes on as longer names do wherever it stands, noun for noun.

    So does 晴川医院机器人 in a text that has 晴川医院机器人手术 and 晴川医院机器人手术中心.
    """
    ways = {name[: len(key) + SHORTEST] for name in longer if len(name) > len(key) + SHORTEST}
    places = [found.start() for found in re.finditer(re.escape(key), words)]
    return bool(ways) and all(words.startswith(tuple(ways), place) for place in places)


def add_stems(
    found: dict[str, Found], bodies: frozenset[str], spotter: Spotter, words: str, title: str
) -> None:
    """Add what a text, ``words`` with its ``title``, calls a body without its noun.

    That is 远杉 of 远杉乳业, where it is coined, and 远杉公交 of 远杉公交集团, which still tells what it is.
    Not where the text names something else that begins alike: 远杉大桥.
    """
    ordered = sorted(found)
    for key, entry in list(found.items()):
        stem = spotter.chinese.modifier(key) if entry.kind in bodies and not is_western(key) else ""
        if len(stem) < SHORTEST or stem in found or entry.describes or entry.common:
            continue
        full = is_full(stem)
        short = len(stem) <= _LONGEST_STEM and is_coined(stem)
        if list(_longer(stem, ordered)) != [key] or not (full or short):
            continue
        places = [one.end() for one in re.finditer(stem, words) if not words.startswith(key, one.start())]
        nouns = [noun.group() for end in places if (noun := spotter.chinese.nouns.match(words, end))]
        if not places or not all(spotter.kind_of(noun) in bodies for noun in nouns):
            continue
        first = places[0] - len(stem)
        found[stem] = Found(Counter({stem: len(places)}), entry.kind, first=first, told=len(places))
        found[stem].in_title = stem in title
        for shorter in (stem[:end] for end in range(SHORTEST, len(stem))):
            if full and shorter in found and title.count(shorter) == title.count(stem):
                found[shorter].in_title = False  # the city in the name of its company


def add_owners(found: dict[str, Found], bodies: frozenset[str], spotter: Spotter) -> None:
    """Add the body that the name of its site begins with, which a text may call by its noun alone.

    So is 医院 in a text that names 长河医院东院区 only.
    """
    for key, entry in list(found.items()):
        if is_western(key) or not key.endswith(_SITE) or entry.kind in bodies or spotter.is_place(entry.kind):
            continue
        for end in range(len(key) - len(_SITE) - 1, SHORTEST, -1):
            owner = key[:end]
            kind = spotter.kind_of(owner)
            named = kind in bodies and len(spotter.chinese.modifier(owner)) >= SHORTEST
            if owner in found or named:
                found.setdefault(owner, Found(Counter({owner: 1}), kind, first=entry.first))
                break


def drop_lone_work(found: dict[str, Found], works: frozenset[str], words: str) -> None:
    """Drop the only work that a text speaks of where common words tell it: 数字化工程 of its topic.

    Where the text, ``words``, speaks of two, they are two things.
    """
    undertakings = [key for key, one in found.items() if one.kind in works]
    others = any(one.told and one.kind not in works | {""} and not one.describes for one in found.values())
    if len(undertakings) != 1 or not others or is_western(undertakings[0]):
        return
    key = undertakings[0]
    one = found[key]
    told = {match[1] for match in re.finditer(rf"([\u3400-\u9fff]{{2}}){key[-SHORTEST:]}", words)}
    if len(told) == 1 and one.common and not (one.catalogue_id or one.marked or one.known):
        del found[key]


def _tells_class(key: str, entry: Found, spotter: Spotter) -> bool:
    """Say whether a phrase tells a class of what is made: 农业无人机, and what no title names may too."""
    named = entry.in_title or entry.marked or entry.known or entry.catalogue_id
    return spotter.tells_class(entry.kind, entry.common) or (
        not named and spotter.may_tell_class(key, entry.kind)
    )


def told_by_title(found: Mapping[str, Found], title: str, spotter: Spotter, bodies: frozenset[str]) -> None:
    """Let the title name what it shortens to the words before its noun or number: 青岚过境 of 青岚台风.

    Not bodies, whose short names begin those of what they own.
    """
    lower = lowered(title)
    ordered = sorted(found)
    for key, entry in found.items():
        stem = spotter.chinese.stem(key)
        if len(stem) < SHORTEST or stem not in lower or entry.in_title or entry.kind in bodies:
            continue
        others = [o for o in _longer(stem, ordered) if not o.startswith(key) and not key.startswith(o)]
        most = max((found[o].count for o in others), default=0)
        entry.in_title = entry.count > most and not entry.describes


def shortened_in_title(found: Mapping[str, Found], bodies: frozenset[str]) -> list[tuple[str, str]]:
    """Return pairs of a name that the title alone gives and the one of the text that begins alike.

    The Longriver dam of a title is the Longriver hydropower station of the text, 长河站 is 长河高铁站.
    """
    ordered = sorted(found)
    pairs: list[tuple[str, str]] = []
    for key, entry in found.items():
        if not (entry.in_title and entry.count == 1 and entry.kind) or entry.kind in bodies:
            continue
        first = f"{key.split(' ')[0]} " if is_western(key) else key[:SHORTEST]
        others = [o for o in _longer(first, ordered) if o != key and found[o].kind not in bodies]
        if len(others) != 1 or others[0].startswith(key):
            continue  # Lakeside Temple Museum: a thing named after that of the title
        told = key.rsplit(" ", 1)[-1] == others[0].rsplit(" ", 1)[-1]
        if (is_western(key) and told) or _leaves_out(key, others[0], found):
            pairs.append((key, others[0]))
    return pairs


def titled_otherwise(
    found: Mapping[str, Found], spotter: Spotter, bodies: frozenset[str]
) -> list[tuple[str, str]]:
    """Return the pair of a title's name, told by one word of the dictionary, and the one the text gives it.

    The text names one thing of that kind, and never what the title calls it: 高原锂矿, 雪措锂矿.
    """
    pairs: list[tuple[str, str]] = []
    for key, entry in found.items():
        words = cut(spotter.chinese.modifier(key)) if entry.kind not in bodies | {""} else ()
        if not (entry.in_title and entry.count == 1 and len(words) == 1 and len(words[0][0]) > 1):
            continue
        if entry.known or entry.catalogue_id or spotter.is_place(entry.kind):
            continue
        others = [other for other, one in found.items() if one.kind == entry.kind and other != key]
        if len(others) == 1 and found[others[0]].told and not found[others[0]].in_title:
            pairs.append((key, others[0]))
    return pairs


def sites(found: dict[str, Found], recurring: frozenset[str], spotter: Spotter) -> list[tuple[str, str]]:
    """Return pairs of an event and the ground that bears its name, which is of its kind then: 博览会园区."""
    pairs: list[tuple[str, str]] = []
    for key, entry in sorted(found.items()):
        event = spotter.chinese.modifier(key)
        if event != key and event in found and found[event].kind in recurring:
            entry.kind = found[event].kind
            pairs.append((event, key))
    return pairs


def models(found: dict[str, Found]) -> list[tuple[str, str]]:
    """Return pairs of a model with its brand and the model alone, which is a name of it too: 远岸S7, S7."""
    pairs: list[tuple[str, str]] = []
    for key, entry in list(found.items()):
        alone = model(next(iter(entry.names), ""))
        if alone:
            found.setdefault(lowered(alone), Found(Counter([alone]), entry.kind, first=entry.first))
            pairs.append((key, lowered(alone)))
    return pairs


def _leaves_out(key: str, other: str, found: Mapping[str, Found]) -> bool:
    """Say whether a name in Chinese begins and ends as another one of its kind and leaves out words between.

    So does 江州焚烧厂 of 江州垃圾焚烧发电厂.
    """
    if found[key].kind != found[other].kind or key[-1] != other[-1] or len(key) >= len(other):
        return False
    rest = iter(other)
    return all(char in rest for char in key)


def _last_noun(key: str, spotter: Spotter) -> str:
    found = ""
    for match in spotter.chinese.nouns.finditer(key):
        found = match.group() if match.end() == len(key) else ""
    return found


def _is_name(key: str, entry: Found, ordered: Sequence[str], words: str) -> bool:
    """Tell a name from words that merely look like one; a capital that only begins a sentence is none."""
    if entry.catalogue_id or entry.described or entry.known:
        return True
    if is_western(key):
        if next(_longer(key + " ", ordered), None) is not None:
            return True
        if entry.headed == entry.count:
            return False
        if entry.inner or " " in key:
            return True
        return entry.count > 1 and not _written_small(key, words)
    if entry.marked:
        return entry.count > 1 or entry.in_title or key.endswith("号") or entry.marked > 1
    return entry.count > 1 or not entry.common


def _written_small(key: str, words: str) -> bool:
    """Say whether a text also writes a word small, in the singular or the plural: Documents …, a document."""
    forms = {key, f"{key}s", key.removesuffix("s")}
    return any(f" {form}{end}" in words for form in forms for end in _WORD_ENDS)


def _begins_phrase(key: str, words: str, spotter: Spotter) -> bool:
    """Say whether a word in Latin script only begins what a heading tells: Taking a taxi."""
    begins = " " not in key and words[: len(key)].lower() == key.lower()
    return begins and spotter.opens_noun(words, len(key))


def _spared(weak: Sequence[str], found: dict[str, Found], classes: set[str]) -> str | None:
    """Return the doubtful name to keep: the first of the title's kind, or the first where none is sure.

    One of ``classes`` of what is made, told of behind the first sentence (红外相机), is what somebody uses,
    and is kept for the title's kind only.
    """
    doubtful = set(weak)
    described = {e.kind for k, e in found.items() if k not in doubtful and e.describes and e.in_title}
    doubted = sorted(
        (k for k in weak if not (is_western(k) or found[k].only_listed) or found[k].begins_title),
        key=lambda k: found[k].first,
    )
    kept = next((k for k in doubted if found[k].kind in described), None)
    named = any(k not in doubtful and not e.describes for k, e in found.items())
    return kept or (None if named else next((key for key in doubted if key not in classes), None))


def unions(
    found: dict[str, Found],
    links: Sequence[tuple[str, str]],
    under: Mapping[str, str],
    called: Mapping[str, Sequence[str]],
    legal: frozenset[str],
) -> Unions:
    """Join the keys that name one thing.

    ``under`` maps a kind to a broader one, ``called`` to those whose name stands for one of it;
    ``legal`` are words that a company's name may leave out.
    """
    joined = Unions(found)
    by_entity: dict[str, str] = {}
    for key in sorted(found):
        if found[key].catalogue_id:
            joined.join(key, by_entity.setdefault(found[key].catalogue_id, key))
    for key, other in links:
        entities = {found[key].catalogue_id, found[other].catalogue_id} - {""}
        if len(entities) < 2:  # a bracket does not join two entries of the catalogue
            joined.join(key, other)
    for key in sorted(found):
        shorter = " ".join(_without_legal(key.split(" "), legal))
        if shorter != key and shorter in found:
            joined.join(key, shorter)
    _join_short_forms(found, joined, under, called)
    _join_descriptions(found, joined)
    return joined


def _without_legal(words: list[str], legal: frozenset[str]) -> list[str]:
    while len(words) > 1 and words[-1] in legal:
        words = words[:-1]
    return words


def _join_short_forms(
    found: dict[str, Found], joined: Unions, under: Mapping[str, str], called: Mapping[str, Sequence[str]]
) -> None:
    """Join a name that only shortens one other (Harbour, Harbour API; 商汤, 商汤科技; Keller, Ann Keller)."""
    ordered = sorted(found)
    backwards = sorted(key[::-1] for key in found)
    for key in sorted(found, key=lambda k: (len(k), k)):
        entry = found[key]
        if entry.catalogue_id or entry.common:
            continue
        longer = [o for o in _longer(key + " " if is_western(key) else key, ordered) if o != key]
        if is_western(key):
            ends = [o[::-1] for o in _longer(key[::-1] + " ", backwards)]
            numbered = " " in key and key[-1] in _DIGITS  # Line 8 of the Longriver Metro Line 8
            longer += [o for o in ends if numbered or (" " not in key and _is_full(found[o], entry, o))]
        else:
            ends = [o[::-1] for o in _longer(key[::-1], backwards) if o[::-1] != key]
            longer += [o for o in ends if entry.kind or _dotted(o, key)]
        roots = {
            joined.root(other)
            for other in longer
            if _one_kind(entry.kind, found[other].kind, under, sure=not is_western(key))
            or entry.kind in called.get(found[other].kind, ())
            if entry.editions.keys() == found[other].editions.keys() or not entry.editions
            if not _of_row(other, key, noun=found[other].kind not in {"", entry.kind})
        } - {joined.root(key)}
        if len(roots) == 1:
            joined.join(key, roots.pop())


def _is_full(longer: Found, shorter: Found, name: str) -> bool:
    """Say whether a name may be the full one of whom the last word stands for: Ann Keller, Keller.

    A text tells it in full first, but for its title: Valdoro, of which a Green Valdoro is told later, is no
    one so called, nor is what stands in a table only.
    """
    words = name.split(" ")
    first = longer.first <= shorter.first or shorter.in_title or not _OF.isdisjoint(words)
    return not longer.kind and len(words) >= _FULL and first and longer.told > 0


def _dotted(longer: str, key: str) -> bool:
    """Say whether a name ends in another one behind a dot, as that of a foreigner does: 安娜·维尔曼."""
    return longer.removesuffix(key).endswith("·")


def _of_row(longer: str, key: str, *, noun: bool) -> bool:
    """Say whether a name adds to another what tells one of a row: 西岭地铁 and its 4号线, S7 and S7 Pro.

    ``noun`` says that it tells the kind, so that it may end in its noun: Aurora-1, the Aurora-1 satellite.
    """
    if not longer.startswith(key):
        return False
    numbered = key.rsplit(" ", 1)[-1][-3:]
    return _OF_ROW.fullmatch(longer[len(key) :]) is not None or (
        not noun and not _DIGITS.isdisjoint(numbered)
    )


def _one_kind(a: str, b: str, under: Mapping[str, str], *, sure: bool) -> bool:
    """Say whether two kinds may be of one thing; an unknown kind may be any unless it must be sure."""
    return a == b or under.get(a) == b or under.get(b) == a or (not sure and "" in (a, b))


def _join_descriptions(found: dict[str, Found], joined: Unions) -> None:
    """Let descriptions stand for the weightiest thing of their kind that the document names."""
    weights: dict[str, Counter[str]] = {}
    for key, entry in sorted(found.items()):
        if entry.kind and not entry.describes:
            weights.setdefault(entry.kind, Counter())[joined.root(key)] += entry.weight
    first: dict[str, str] = {}
    for key, entry in sorted(found.items()):
        if entry.kind and entry.describes:
            named = weights.get(entry.kind)
            best = (
                max(named, key=lambda one: (named[one], one)) if named else first.setdefault(entry.kind, key)
            )
            joined.join(key, best)


def _longer(opening: str, ordered: Sequence[str]) -> Iterator[str]:
    """Yield the sorted names that begin with ``opening``."""
    for index in range(bisect_left(ordered, opening), len(ordered)):
        if not ordered[index].startswith(opening):
            return
        yield ordered[index]
