"""Which things a document speaks of, with every name that it gives them.

Comes in: the folded title and blocks of one document.  Goes out: ``Names``: local candidates, and
the one that the document is mainly about.  A name is told from words that merely look like one,
names of one thing are joined (brackets, catalogue, short forms), and a description (首个超大型…中心)
stands for the one thing of its kind.  Aligning documents with each other is left to ``resolve``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from verify.catalog.catalog import Catalog
from verify.catalog.regions import containment
from verify.extract.alternation import alternation
from verify.extract.found import MOST, TITLE, Found, drop_what_is_no_name, unions
from verify.extract.hanzi import EDGE, FUNCTION_TAGS, SHORTEST, is_proper
from verify.extract.known import Known
from verify.extract.longest import Longest
from verify.extract.nouns import cut
from verify.extract.owners import Owners
from verify.extract.quantities import lowered
from verify.extract.spotting import Spot, Spotter
from verify.model.entity import Candidate
from verify.text.fold import folded

_MARK_REACH = 12
_PLACE_REACH = 5
_EARLY = 2000
"""So many characters from the beginning tell where the topic is."""
_OPENING = 24
_SMALL = 4
"""Words of so many letters are written with a capital in a title in title case."""
_HEADING = 60
_SHORTEST_PART = 4
_BESIDE = 16
_OF_PLACE = frozenset(["", "的", "市", "市的", "省", "省的", "'s"])
_AT_PLACE = frozenset(["", "in", "at", "of", "位于", "地处", "坐落于", "在"])
"""Between a name and the place of what it names."""
_REPEATED = 2
_NEVER_BEGINS = frozenset("p c r u ud ug uj ul uz f d m q y".split())  # noqa: SIM905
"""jieba's tags of single characters that never begin a name."""

Text = tuple[str, bool]
"""Folded text of a block, and whether it is a cell of a table."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a document speaks of."""

    candidates: tuple[Candidate, ...]
    surfaces: dict[str, int]
    """Lower-case surface to the number of its candidate."""
    topic: int | None
    """Number of the candidate that the document is mainly about."""
    places: Longest
    """Finds the surfaces."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Surface of what is one of several of its kind, and so a part of what they are of, to what tells it
    from the others: 全程马拉松 to 全程."""

    @classmethod
    def none(cls) -> Names:
        """Return the names of a text that speaks of nothing."""
        return cls((), {}, None, Longest(()))

    def mentions(self, lower: str) -> list[tuple[int, int, int]]:
        """Return begin, end and candidate of every name in a lower-case text."""
        return [(start, end, self.surfaces[lower[start:end]]) for start, end in self.places.find(lower)]


@dataclass(frozen=True, slots=True)
class _Things:
    """The things that a document names, each by its names in lower case."""

    found: dict[str, Found]
    links: list[tuple[str, str]]
    """Pairs of names that brackets, or the rule of short names, join."""
    sets: list[list[str]]
    """Names of one thing, things by their first place."""
    topic: int | None
    """Number of the thing that the document is mainly about."""
    text: str


class NameFinder:
    """Finds what documents speak of, with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._spotter = Spotter(catalog)
        self._owners = Owners(catalog.kinds)
        self._legal = frozenset(lowered(word) for lang in catalog.languages for word in lang.legal_forms)
        self._under = {kind.id: kind.under for kind in catalog.kinds if kind.under}
        self._kinds = {entry.id: entry.kind for entry in catalog.entities}
        ranks = {
            folded(w) for lang in catalog.languages for e in lang.ranks for w in e.words if not w.isascii()
        }
        pointing = {folded(w) for lang in catalog.languages for w in lang.demonstratives}
        articles = {folded(w) for lang in catalog.languages for w in lang.articles}
        self._rank = alternation(word for word in ranks if len(word) > 1)
        self._pointing = tuple(sorted(mark for mark in ranks | pointing if not mark.isascii()))
        self._marks = (*self._pointing, *sorted(mark for mark in articles if not mark.isascii()))
        self._placing = tuple(folded(word) for lang in catalog.languages for word in lang.placing)
        self._operated = [re.compile(pattern) for lang in catalog.languages for pattern in lang.operated]
        names = [(r.id, n) for r in catalog.regions for n in (r.name.zh, r.name.en, *r.aliases)]
        self._region = {lowered(folded(name)): region for region, name in reversed(names)}
        self._regions = Longest(self._region)
        self._above = containment(catalog.regions)

    def find(self, source_id: str, title: str, texts: Sequence[Text], known: Known | None = None) -> Names:
        """Return the names of a document, given its folded title and texts.

        ``known`` are names that other documents of the corpus declare: a short name that this one uses
        without explaining it is found by them.
        """
        return self._named(source_id, self._things(title, texts, known))

    def declared(self, title: str, texts: Sequence[Text]) -> list[tuple[str, str]]:
        """Return name and kind of what other documents may use without explaining it.

        That is the topic of a document, given its folded title and texts, and both sides of a bracket.
        """
        things = self._things(title, texts, None)
        linked = {key for pair in things.links for key in pair}
        topic = things.sets[things.topic] if things.topic is not None else []
        kinds = {key: number for number, keys in enumerate(things.sets) for key in keys}
        return sorted(
            (key, self._kind(things.sets[kinds[key]], things.found))
            for key in linked.union(topic)
            if not things.found[key].describes
            if key in linked or not _shortens(key, topic)
        )

    def _things(self, title: str, texts: Sequence[Text], known: Known | None) -> _Things:
        """Tell names from words that merely look like one, join those of one thing, and choose the topic."""
        found: dict[str, Found] = {}
        links: list[tuple[str, str]] = []
        shorthand: list[tuple[str, str]] = []
        before: dict[str, list[str]] = {}
        place = 0
        titled = _in_title_case(title)
        for index, (text, in_table) in enumerate([(title, False), *texts]):
            head = index == 0 or _is_heading(text)
            capitals = not in_table and not (head and _in_title_case(text))
            for spot in self._spotter.spots(text, known, capitals=capitals):
                if self._in_region(text, spot):
                    continue
                if spot.name.isascii() and in_table and not (spot.entity or self._declared(spot, known)):
                    continue
                self._note(found, text, spot, place, in_title=index == 0 and not (titled and not spot.kind))
                found[lowered(spot.name)].told += not in_table
                found[lowered(spot.name)].known |= self._declared(spot, known)
                if not spot.name.isascii() and not spot.entity:
                    before.setdefault(lowered(spot.name), []).append(_single_before(text, spot.start))
                alias = self._spotter.alias(text, spot.end)
                if alias and self._spotter.is_noun(alias):
                    found[lowered(spot.name)].spelled[lowered(alias)] = ""  # 下称“公司”: no name elsewhere
                    if alias.isascii():
                        shorthand.append((lowered(spot.name), lowered(alias)))
                elif alias:
                    links.append((lowered(spot.name), alias))
            place += len(text) + 1
        blocks = [text for text, in_table in texts if not in_table]
        links = _grown(found, before, links)
        self._add_opening(found, title, blocks)
        for key, alias in links:
            first = found[key].first
            found.setdefault(lowered(alias), Found(Counter([alias]), found[key].kind, first=first))
        _split_editions(found)
        for key, entry in list(found.items()):
            short = self._spotter.short(key, entry.kind)
            if short and not entry.describes:
                found.setdefault(short, Found(Counter([short]), entry.kind, first=entry.first))
                links.append((key, short))
        declared = {key for key, _ in links} | {lowered(alias) for _, alias in links}
        whole = " ".join([title, *blocks])
        drop_what_is_no_name(found, declared, self._spotter, whole)
        self._owners.count_shorthand(found, shorthand, title, whole)
        self._describe(found)
        links = [(key, lowered(alias)) for key, alias in links if key in found and lowered(alias) in found]
        links += self._owners.same(found)
        sets = unions(found, links, self._under, self._legal).sets().values()
        ordered = sorted(sets, key=lambda keys: (min(found[k].first for k in keys), keys))
        scores = [
            (self._standing([found[k] for k in keys]), -n)
            for n, keys in enumerate(ordered)
            if not all(found[k].only_listed for k in keys)
        ]
        return _Things(found, links, ordered, -max(scores)[1] if scores else None, whole)

    def _in_region(self, text: str, spot: Spot) -> bool:
        """Say whether the name of a place only begins that of a narrower one: 江州 of 江州临湖新区."""
        if spot.entity or not self._spotter.is_place(spot.kind):
            return False
        near = lowered(text[spot.start : spot.start + _BESIDE])
        region = next(iter(self._regions.find(near)), None)
        return region is not None and region[0] == 0 and region[1] > spot.end - spot.start

    @staticmethod
    def _declared(spot: Spot, known: Known | None) -> bool:
        return known is not None and lowered(spot.name) in known.surfaces

    def _note(self, found: dict[str, Found], text: str, spot: Spot, place: int, *, in_title: bool) -> None:
        entry = found.setdefault(lowered(spot.name), Found(kind=spot.kind, catalogue_id=spot.entity))
        entry.names[spot.name] += 1
        entry.kind = entry.kind or spot.kind
        entry.common = spot.common
        entry.marked += spot.marked + spot.apposed
        before = text[max(0, spot.start - _PLACE_REACH) : spot.start]
        placed = any(word in before for word in self._placing)
        entry.in_title = entry.in_title or (in_title and not placed and (spot.inner or " " in spot.name))
        entry.begins_title = entry.begins_title or (in_title and spot.start == 0)
        entry.first = min(entry.first, place + spot.start)
        entry.inner += spot.inner
        surface = lowered(text[spot.start : spot.end])
        if surface != lowered(spot.name):
            entry.spelled[surface] = spot.edition
        if spot.edition:
            entry.editions[spot.edition] += 1 + in_title
        if not spot.entity:
            ranked = self._rank.search(spot.name) is not None
            entry.described += ranked or self._describes(text, spot.start, proper=not spot.common)

    def _describes(self, text: str, start: int, *, proper: bool) -> bool:
        """Say whether a name is only a description there: 首个X, 该X, 最大的X, 首个上线的X.

        An article alone makes no description of a proper name: 全新的长河大桥.
        """
        before = text[max(0, start - _MARK_REACH) : start]
        marks = self._pointing if proper else self._marks
        return before.rstrip("的").endswith(marks) or (
            before.endswith("的") and any(mark in before for mark in marks if len(mark) > 1)
        )

    def _describe(self, found: dict[str, Found]) -> None:
        """Let a phrase of common words describe, where the document names a thing of its kind."""
        named = {e.kind for e in found.values() if not e.common and not e.describes}
        for key, entry in found.items():
            if (
                entry.common
                and entry.kind in named
                and not entry.known
                and not self._owners.owner(key, found)
            ):
                entry.described = entry.count

    def _add_opening(self, found: dict[str, Found], title: str, blocks: Sequence[str]) -> None:
        opening = self._spotter.chinese.without_new(_shared_opening(title, blocks))
        key = lowered(opening)
        if opening and not any(other.startswith(key) or other in key for other in found):
            kind = self._spotter.kind_of(opening)
            found[key] = Found(Counter([opening, opening]), kind, in_title=True, first=0)

    def _named(self, source_id: str, things: _Things) -> Names:
        """Number the things, and tell of each what else the document says of it."""
        found, ordered, topic = things.found, things.sets, things.topic
        candidates = [
            self._candidate(f"{source_id}#{number}", source_id, keys, found)
            for number, keys in enumerate(ordered)
        ]
        surfaces = {key: number for number, keys in enumerate(ordered) for key in keys}
        for number, keys in enumerate(ordered):
            candidates[number] = self._part_of(candidates[number], keys, surfaces, candidates)
        for key, number in list(surfaces.items()):
            surfaces.update({one: number for one in found[key].spelled if one not in surfaces})
        if topic is not None:
            place, operators = self._about(things.text)
            thing = candidates[topic]
            beside = self._beside(things.text, thing)
            place, placed = beside or place, bool(beside)
            shorter = {self._spotter.short(name, thing.kind) for name in thing.names} - {"", *thing.names}
            names = (*thing.names, *sorted(shorter))
            candidates[topic] = replace(thing, names=names, topic=True, place=place, placed=placed)
            candidates[topic] = replace(candidates[topic], operators=operators)
            surfaces.update({lowered(name): topic for name in shorter if lowered(name) not in surfaces})
        parts = {
            key: self._spotter.chinese.modifier(key)
            for keys in ordered
            for key in keys
            if found[key].common and found[key].describes and self._is_part(key, keys, found)
        }
        return Names(tuple(candidates), surfaces, topic, Longest(surfaces), parts)

    def _part_of(
        self, thing: Candidate, keys: Sequence[str], surfaces: Mapping[str, int], all_: Sequence[Candidate]
    ) -> Candidate:
        """Return a thing with what it is a part of, as its name tells: 长河医院 + 西山院区."""
        for key in keys:
            for cut_at in range(len(key) - _SHORTEST_PART, SHORTEST - 1, -1):
                whole = surfaces.get(key[:cut_at])
                if whole is None or all_[whole].id == thing.id or key.isascii():
                    continue
                rest = key[cut_at:]
                if len(self._spotter.chinese.modifier(rest)) < SHORTEST:
                    continue
                if all_[whole].kind and not self._spotter.is_place(all_[whole].kind):
                    names = tuple(dict.fromkeys((*thing.names, rest)))
                    return replace(thing, names=names, whole=all_[whole].names)
        return thing

    def _is_part(self, key: str, keys: Sequence[str], found: dict[str, Found]) -> bool:
        """Say whether a description names one of several kinds of a thing: 全程马拉松 of 东湖马拉松."""
        chinese = self._spotter.chinese
        noun = key.removeprefix(chinese.modifier(key))
        named = any(other.endswith(noun) for other in keys if not found[other].describes)
        return named and bool(chinese.modifier(key)) and chinese.contrasts(chinese.modifier(key))

    def _standing(self, entries: Sequence[Found]) -> int:
        """Return how likely the document is about a thing.

        A place is more often where something stands, and a name goes before a description.
        """
        count = min(sum(entry.count for entry in entries), MOST)
        titled = TITLE * any(entry.in_title for entry in entries)
        if all(entry.describes for entry in entries):
            return 2 * (titled + count) - 1
        if any(self._spotter.is_place(entry.kind) for entry in entries):
            return 2 * (titled + count // 2)
        return 2 * (titled + count)

    def _kind(self, keys: list[str], found: dict[str, Found]) -> str:
        """Return the kind of the thing that so many names name."""
        entity = next((found[k].catalogue_id for k in keys if found[k].catalogue_id), "")
        told = (found[k].kind for k in sorted(keys, key=len, reverse=True) if found[k].kind)
        return self._kinds.get(entity) or next(told, "")

    def _candidate(self, ident: str, source_id: str, keys: list[str], found: dict[str, Found]) -> Candidate:
        entity = next((found[k].catalogue_id for k in keys if found[k].catalogue_id), "")
        names = [
            {n for k in keys if found[k].describes is wanted for n in found[k].names}
            for wanted in (False, True)
        ]
        named, described = (tuple(sorted(one, key=lambda n: (-len(n), n))) for one in names)
        edition = next((e for k in keys for e, _ in found[k].editions.most_common(1)), "")
        kind = self._kind(keys, found)
        common = all(found[k].common for k in keys if not found[k].describes)
        return Candidate(ident, source_id, named, described, kind, entity, edition=edition, common=common)

    def _beside(self, text: str, thing: Candidate) -> str:
        """Return the region that a text names right beside a thing: 江州的X, X in Avon; empty for none."""
        lower = lowered(text)
        for name in thing.names:
            at = lower.find(lowered(name))
            if at < 0:
                continue
            before = self._regions.find(lower, max(0, at - _BESIDE), at)
            if before and lower[before[-1][1] : at].strip() in _OF_PLACE:
                return self._region[lower[before[-1][0] : before[-1][1]]]
            behind = at + len(name)
            after = self._regions.find(lower, behind, min(len(lower), behind + _BESIDE))
            if after and lower[behind : after[0][0]].strip(" (（,，") in _AT_PLACE:
                return self._region[lower[after[0][0] : after[0][1]]]
        return ""

    def _about(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Return the narrowest region that a text names early, and who runs its topic."""
        place = ""
        early = lowered(text[:_EARLY])
        for start, end in self._regions.find(early):
            region = self._region[early[start:end]]
            if not place or place in self._above.get(region, ()):
                place = region
        operators = {
            next(group for group in match.groups() if group).strip()
            for pattern in self._operated
            for match in pattern.finditer(text)
        }
        return place, tuple(sorted(operators))


def _shared_opening(title: str, blocks: Sequence[str]) -> str:
    """Return the longest opening of the title that the text repeats, at a word's end."""
    if not title or title.isascii():
        return ""
    body = "\n".join(blocks)
    head = EDGE.split(title.lstrip("“《"), maxsplit=1)[0]
    best: list[tuple[str, str]] = []
    words: list[tuple[str, str]] = []
    for word, tag in cut(head[:_OPENING]):
        words.append((word, tag))
        if "".join(w for w, _ in words) not in body:
            break
        best = list(words)
    while best and (best[-1][1] in FUNCTION_TAGS or best[-1][0].isdigit()):
        best.pop()
    opening = "".join(word for word, _ in best)
    if not is_proper(opening):
        return ""
    return opening if len(opening) > SHORTEST or body.count(opening) > 1 < len(opening) else ""


def _is_heading(text: str) -> bool:
    """Say whether a text is short and no sentence."""
    return len(text) <= _HEADING and text[-1:] not in set("。.！!？?；;：:")


def _in_title_case(text: str) -> bool:
    """Say whether a heading writes all its longer words with capitals, which then tell nothing."""
    words = [word for word in re.findall(r"[A-Za-z]+", text) if len(word) >= _SMALL]
    return len(words) > 1 and text.isascii() and all(word[0].isupper() for word in words)


def _shortens(key: str, keys: Sequence[str]) -> bool:
    """Say whether a name only shortens another one of the same thing."""
    return any(key != other and (other.startswith(key) or other.endswith(key)) for other in keys)


def _grown(
    found: dict[str, Found], before: dict[str, list[str]], links: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Lengthen names by the one character that stands before them each time: 松 + 鸟市医院."""
    renamed: dict[str, str] = {}
    for key, chars in before.items():
        one = chars[0]
        if len(chars) < _REPEATED or len(set(chars)) > 1 or not "\u3400" <= one <= "\u9fff":
            continue
        if any(tag in _NEVER_BEGINS for _, tag in cut(one)) or found[key].marked or found[key].known:
            continue
        entry = found.pop(key)
        entry.names = Counter({one + name: count for name, count in entry.names.items()})
        entry.first -= 1
        entry.common = False
        found[one + key] = entry
        renamed[key] = one + key
    return [(renamed.get(key, key), alias) for key, alias in links]


def _single_before(text: str, start: int) -> str:
    """Return the character before a place where it is a word of its own; empty where it ends a longer one."""
    words = cut(text[max(0, start - 3) : start])
    return words[-1][0] if words and len(words[-1][0]) == 1 else ""


def _split_editions(found: dict[str, Found]) -> None:
    """Tell the editions of one name apart where a document speaks of several."""
    for entry in list(found.values()):
        if len(entry.editions) < 2:
            continue
        main = entry.editions.most_common(1)[0][0]
        for surface, edition in sorted(entry.spelled.items()):
            if edition and edition != main:
                del entry.spelled[surface]
                one = Found(Counter([next(iter(entry.names))]), entry.kind, first=entry.first)
                one.editions[edition] = 1
                one.inner = 1
                found[surface] = one
        entry.editions = Counter({main: entry.editions[main]})
