"""Find the things that a document speaks of by name.

Comes in: the folded blocks of one document.  Goes out: ``Names``: local candidates with every name
the document gives them, and the one it is mainly about.  Names are found by the catalogue, by a
category noun with the words before it (海湾 + 大桥), by what title and text share at their beginning,
by capitals (Latin script), and joined by brackets (全称(简称), Bay Bridge (海湾大桥)).  Aligning
documents with each other is left to ``resolve``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import ahocorasick

from verify.catalog.catalog import Catalog
from verify.extract.nouns import cut, ends_word
from verify.extract.quantities import lowered
from verify.extract.words import is_latin
from verify.model.entity import Candidate
from verify.text.fold import folded

_HAN = r"\u3400-\u9fff"
_EDGE = re.compile(rf"[^{_HAN}A-Za-z0-9·\-]")
_REACH = 14
_BRACKET = re.compile(r"\s?[(（](?:以下)?(?:简称|又称|英文名|英文|下称|又名|also known as|known as|aka)?\s?[:：]?[“\"]?([^()（）“”\"，。,;；]{2,40})[”\"]?[)）]")
_QUOTED = re.compile(rf"《([^《》]{{2,30}})》")
_CAPITALS = re.compile(r"(?:[A-Z][A-Za-z0-9'&-]*)(?:\s(?:of\s(?:the\s)?|the\s|and\s|&\s|de\s)?(?:[A-Z][A-Za-z0-9'&-]*|\d{1,4}(?![\d.,%])))*")
_NOT_NAMES = frozenset(
    "the a an it its this that these those in on at by for from to of and or but as if with when while after before since "
    "there here they he she we you i our his her their is are was were be been has have had do does did not no yes how what "
    "why who which where may can will would should could must up version source title author date according about over more "
    "january february march april june july august september october november december monday tuesday wednesday thursday "
    "friday saturday sunday rmb cny usd eur q1 q2 q3 q4 yesterday today last next also some most all each every under during "
    "until between both one two three four five six seven eight nine ten new first second third note table figure see default "
    "requests uploads please however its total officials visitors tickets price maximum minimum average listen read press".split()
)
_FUNCTION_TAGS = frozenset({"p", "c", "u", "uj", "ul", "uz", "ud", "ug", "d", "r", "y", "e", "m", "q", "mq", "t", "v", "zg", "f", "vd", "k", "o", "h", "df", "rz", "tg", "vq", "ad", "dg", "rr", "rg"})
_NAME_TAGS = frozenset({"n", "nr", "ns", "nt", "nz", "j", "b", "vn", "eng", "x", "a", "an", "nrt", "ng", "l", "i", "s", "nrfg", "ag", "g", "vi", "vg"})
_SHORTEST = 2
_INNER = re.compile(r"[A-Za-z0-9,'\u3400-\u9fff(（“\"]\s?$")
_PROPER_TAGS = frozenset({"ns", "nr", "nt", "nz", "x", "eng", "nrt", "nrfg", "j"})
_MARK_REACH = 12
_PLACED = ("在", "于", "落户", "落地", "入驻", "在 ", " in ", " at ", " to ")
_ARTICLES = frozenset({"一座", "一个", "一家", "一条", "一款", "一艘", "一项", "一所", "全新", "新一代", "多个", "各个", "最大", "新"})
_OPERATED = re.compile(
    rf"由([{_HAN}A-Za-z]{{2,12}}?)(?:负责)?(?:运营|投资|打造|承建|管理|经营|建设)|(?:运营方|运营商|运营单位|业主|开发商)(?:为|是|：)([{_HAN}A-Za-z]{{2,12}})"
    r"|(?i:(?:operated|run|owned|built) by (?:the )?)((?:[A-Z][\w&-]*\s?){1,4})"
)


@dataclass(slots=True)
class _Found:
    names: dict[str, int] = field(default_factory=dict)
    """Name to how often it stands there."""
    kind: str = ""
    catalogue_id: str = ""
    in_title: bool = False
    first: int = 1 << 30
    count: int = 0
    inner: int = 0
    """How often it stands inside a sentence, where capitals tell a name."""
    described: int = 0
    """How often it only describes: 首个…, 该…, 一座…."""


class Known:
    """Names that the documents of a corpus declare, found in any of them."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take pairs of folded name and kind; a name of one character is too short to be found."""
        self._kinds = {lowered(name): kind for name, kind in sorted(names) if len(name) >= _SHORTEST}
        self.surfaces = frozenset(self._kinds)
        self._automaton: Any = ahocorasick.Automaton()
        for surface in self._kinds:
            self._automaton.add_word(surface, surface)
        if self._kinds:
            self._automaton.make_automaton()

    def find(self, lower: str) -> Iterator[tuple[int, int, str]]:
        """Yield begin, end and kind of the longest known names in a lower-case text, without overlaps."""
        if not self._kinds:
            return
        for last, surface in self._automaton.iter_long(lower):
            start, end = last - len(surface) + 1, last + 1
            if is_latin(surface[0]) and start > 0 and is_latin(lower[start - 1]):
                continue
            if is_latin(surface[-1]) and end < len(lower) and is_latin(lower[end]):
                continue
            yield start, end, self._kinds[surface]


@dataclass(frozen=True, slots=True)
class Names:
    """What a document speaks of."""

    candidates: tuple[Candidate, ...]
    surfaces: tuple[tuple[str, int], ...]
    """Lower-case surface and number of its candidate, longest first."""
    topic: int | None
    """Number of the candidate that the document is mainly about."""
    pattern: re.Pattern[str]
    declared: tuple[tuple[str, str], ...] = ()
    """Name and kind of what other documents may use without explaining it: the topic, and both sides of a bracket."""

    def mentions(self, lower: str) -> list[tuple[int, int, int]]:
        """Return begin, end and candidate of every name in a lower-case text."""
        known = dict(self.surfaces)
        return [(m.start(), m.end(), known[m.group()]) for m in self.pattern.finditer(lower)]


class NameFinder:
    """Finds names with the kinds and entities of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._units = catalog.units
        self._catalogued: list[tuple[str, str, str]] = []
        for entry in catalog.entities:
            self._catalogued += [(lowered(folded(n)), entry.id, entry.kind) for n in (entry.name, *entry.aliases)]
        self._full = {entry.id: entry.name for entry in catalog.entities}
        self._kinds = {entry.id: entry.kind for entry in catalog.entities}
        nouns = [(lowered(folded(noun)), kind.id) for kind in catalog.kinds for noun in kind.nouns]
        self._noun_kind = dict(reversed(nouns))
        self._nouns = _alternation(noun for noun, _ in nouns if not noun.isascii())
        self._catalogue_pattern = _alternation(surface for surface, _, _ in self._catalogued)
        self._catalogue = {surface: (entity, kind) for surface, entity, kind in reversed(self._catalogued)}
        marks = [w for lang in catalog.languages for e in lang.ranks for w in e.words]
        ranks = sorted({re.escape(folded(w)) for w in marks if len(w) > 1 and not w.isascii()})
        self._rank = re.compile("|".join(ranks) or r"(?!)")
        marks += [w for lang in catalog.languages for w in lang.demonstratives]
        self._marks = tuple(sorted({lowered(folded(w)) for w in marks if not w.isascii()} | _ARTICLES))
        self._regions = _alternation(
            lowered(folded(n)) for r in catalog.regions for n in (r.name.zh, r.name.en, *r.aliases)
        )
        self._region = {
            lowered(folded(n)): r.id for r in reversed(catalog.regions) for n in (r.name.zh, r.name.en, *r.aliases)
        }
        self._within = {r.id: r.within for r in catalog.regions}
        self._latin_nouns = {noun: kind for noun, kind in nouns if noun.isascii()}

    def find(self, source_id: str, title: str, blocks: Sequence[str], known: Known | None = None) -> Names:
        """Return the names of a document, given its folded title and blocks.

        ``known`` are names that other documents of the corpus declare: a short name that this one uses
        without explaining it is found by them.
        """
        found: dict[str, _Found] = {}
        links: list[tuple[str, str]] = []
        place = 0
        for index, text in enumerate([title, *blocks]):
            if not text:
                continue
            in_title = index == 0
            for name, start, end, kind, entity in self._spotted(text, known):
                key = lowered(name)
                entry = found.setdefault(key, _Found(kind=kind, catalogue_id=entity))
                entry.names[name] = entry.names.get(name, 0) + 1
                entry.count += 1
                entry.in_title = entry.in_title or (in_title and not any(word in text[max(0, start - 5) : start] for word in _PLACED))
                entry.first = min(entry.first, place + start)
                entry.inner += bool(_INNER.search(text, max(0, start - 3), start))
                entry.described += not entity and (self._describes(text, start) or self._rank.search(name) is not None)
                links += self._bracketed(text, name, end)
            place += len(text) + 1
        shared = _shared_opening(title, blocks)
        if shared and not any(key.startswith(lowered(shared)) or lowered(shared).startswith(key) for key in found):
            found[lowered(shared)] = _Found({shared: 1}, kind=self._kind_of(shared), in_title=True, first=0, count=2)
        bracketed = {key for pair in links for key in (pair[0], lowered(pair[1]))}
        bracketed |= known.surfaces & found.keys() if known else set()
        for key in [k for k in found if self._is_part(k, found)]:
            del found[key]
        weak = [k for k, entry in found.items() if k not in bracketed and not self._is_name(k, entry, found)]
        for key in self._superfluous(weak, found):
            del found[key]
        return self._joined(source_id, found, links, " ".join([title, *blocks]))

    def _describes(self, text: str, start: int) -> bool:
        """Say whether a name is only a description there: 首个X, 该X, 最大的X, 首个上线的X."""
        before = text[max(0, start - _MARK_REACH) : start]
        return before.rstrip("的").endswith(self._marks) or (
            before.endswith("的") and any(mark in before for mark in self._marks if len(mark) > 1)
        )

    def _spotted(self, text: str, known: Known | None) -> Iterable[tuple[str, int, int, str, str]]:
        lower = lowered(text)
        taken: list[tuple[int, int]] = []
        for match in self._catalogue_pattern.finditer(lower):
            entity, kind = self._catalogue[match.group()]
            taken.append(match.span())
            yield text[match.start() : match.end()], match.start(), match.end(), kind, entity
        for start, end, kind in known.find(lower) if known else ():
            if not any(a < end and start < b for a, b in taken):
                taken.append((start, end))
                yield text[start:end], start, end, kind, ""
        for match in _QUOTED.finditer(text):
            yield match.group(1), match.start(1), match.end(1), "", ""
        end = 0
        for match in self._nouns.finditer(lower):
            start = self._name_start(text, match.start(), max(end, match.start() - _REACH))
            if any(a < match.end() and start < b for a, b in taken):
                continue
            name = text[start : match.end()]
            if not ends_word(text, match.start(), match.end()):
                continue
            if match.start() - start >= _SHORTEST and not _EDGE.search(name):
                end = match.end()
                yield name, start, match.end(), self._noun_kind[match.group()], ""
        for match in _CAPITALS.finditer(text):
            name, start = _trimmed(match.group(), match.start())
            unit = self._units.match(name, 0) if name else None
            if unit is not None and unit[1] == len(name):
                continue
            if name and not any(a < match.end() and start < b for a, b in taken):
                yield name, start, start + len(name), self._kind_of(name), ""

    @staticmethod
    def _is_name(key: str, entry: _Found, found: dict[str, _Found]) -> bool:
        """Tell a name from words that merely look like one.

        A phrase of common words that stands once is a part of something (主体工程, 海底隧道); a capital
        that only begins a sentence is no name.
        """
        if entry.catalogue_id or entry.in_title or entry.described:
            return True
        if key.isascii():
            longer = any(other.startswith(key + " ") for other in found if other != key)
            return entry.inner > 0 or longer or " " in key
        if entry.count > 1:
            return True
        return any(tag in _PROPER_TAGS and len(word) > 1 for word, tag in cut(key))

    def _is_part(self, key: str, found: dict[str, _Found]) -> bool:
        """Say whether a name begins with a noun that refers to another: 大桥主体工程 beside 海湾大桥."""
        opening = self._nouns.match(key)
        if opening is None or found[key].catalogue_id or len(opening.group()) in {1, len(key)}:
            return False
        return any(other != key and other.endswith(opening.group()) for other in found)

    @staticmethod
    def _superfluous(weak: list[str], found: dict[str, _Found]) -> list[str]:
        """Return the doubtful names to drop: all but the first, where the document names nothing else of its kind."""
        strong = [e for k, e in found.items() if k not in weak and not _is_description(e)]
        described = {e.kind for k, e in found.items() if k not in weak and _is_description(e) and e.in_title}
        han = sorted((k for k in weak if not k.isascii()), key=lambda k: found[k].first)
        kept = next((k for k in han if found[k].kind in described), None)
        if kept is None and not strong and han:
            kept = han[0]
        return [k for k in weak if k != kept]

    @staticmethod
    def _name_start(text: str, noun: int, floor: int) -> int:
        """Return where the name that ends in the noun at ``noun`` begins."""
        window = text[floor:noun]
        edge = max((m.end() for m in _EDGE.finditer(window)), default=0)
        window = window[edge:]
        if not window:
            return noun
        start = noun
        for word, tag in reversed(cut(window)):
            if tag in _FUNCTION_TAGS or (len(word) == 1 and tag not in _NAME_TAGS) or word.isdigit():
                break
            start -= len(word)
        return start

    def _candidate(self, ident: str, source_id: str, keys: list[str], found: dict[str, _Found]) -> Candidate:
        entity = next((found[k].catalogue_id for k in keys if found[k].catalogue_id), "")
        kind = self._kinds.get(entity) or next((found[k].kind for k in sorted(keys, key=len, reverse=True) if found[k].kind), "")
        named = {n for k in keys if not _is_description(found[k]) for n in found[k].names}
        described = {n for k in keys if _is_description(found[k]) for n in found[k].names}
        longest = lambda n: (-len(n), n)  # noqa: E731
        return Candidate(ident, source_id, tuple(sorted(named, key=longest)), tuple(sorted(described, key=longest)), kind, entity)

    def _about(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Return the narrowest region that a text names early, and who runs its topic."""
        lower = lowered(text)
        found = [self._region[m.group()] for m in self._regions.finditer(lower, 0, 2000)]
        place = ""
        for region in found:
            if not place or place in self._above(region):
                place = region
        operators = {next(g for g in m.groups() if g).strip() for m in _OPERATED.finditer(text)}
        return place, tuple(sorted(operators))

    def _above(self, region: str) -> set[str]:
        seen: set[str] = set()
        stack = list(self._within.get(region, ()))
        while stack:
            one = stack.pop()
            if one not in seen:
                seen.add(one)
                stack += self._within.get(one, ())
        return seen

    def _bracketed(self, text: str, name: str, end: int) -> list[tuple[str, str]]:
        match = _BRACKET.match(text, end)
        if match is None:
            return []
        alias = match.group(1).strip()
        if lowered(alias) in self._region:
            return []  # 国家蛋白质科学中心（上海）: a place, no other name
        if any(char.isdigit() for char in alias) and not any(char.isalpha() for char in alias):
            return []
        latin = alias.isascii()
        if latin and not (alias[0].isupper() and len(alias) <= 40):
            return []
        if not latin and len(alias) > 20:
            return []
        return [(lowered(name), alias)]

    def _kind_of(self, name: str) -> str:
        lower = lowered(name)
        for noun, kind in self._noun_kind.items():
            if not noun.isascii() and lower.endswith(noun):
                return kind
        last = lower.split(" ")[-1] if " " in lower else lower
        return self._latin_nouns.get(last, "")

    def _joined(self, source_id: str, found: dict[str, _Found], links: list[tuple[str, str]], text: str) -> Names:
        """Merge names that brackets or the catalogue call one, and choose the topic."""
        parent: dict[str, str] = {key: key for key in found}

        def root(key: str) -> str:
            while parent[key] != key:
                key = parent[key]
            return key

        by_entity: dict[str, str] = {}
        for key in sorted(found):
            entity = found[key].catalogue_id
            if entity:
                parent[root(key)] = root(by_entity.setdefault(entity, key))
        for key, alias in links:
            other = lowered(alias)
            if other not in found:
                found[other] = _Found({alias: 1}, kind=found[key].kind, first=found[key].first, count=1)
                parent[other] = other
            if found[other].catalogue_id and found[key].catalogue_id and found[other].catalogue_id != found[key].catalogue_id:
                continue
            parent[root(other)] = root(key)
        _short_forms(found, parent, root)
        _descriptions(found, parent, root)
        members: dict[str, list[str]] = {}
        for key in found:
            members.setdefault(root(key), []).append(key)
        ordered = sorted(members.values(), key=lambda keys: (min(found[k].first for k in keys), sorted(keys)))
        candidates: list[Candidate] = []
        surfaces: list[tuple[str, int]] = []
        scores: list[tuple[int, int, int]] = []
        for number, keys in enumerate(ordered):
            candidates.append(self._candidate(f"{source_id}#{number}", source_id, sorted(keys), found))
            surfaces += [(key, number) for key in keys]
            title = any(found[k].in_title for k in keys)
            count = sum(found[k].count for k in keys)
            scores.append((3 * title + min(count, 6), -min(found[k].first for k in keys), number))
        topic = max(scores)[2] if scores else None
        if topic is not None:
            place, operators = self._about(text)
            candidates[topic] = replace(candidates[topic], topic=True, place=place, operators=operators)
        surfaces.sort(key=lambda item: (-len(item[0]), item[0]))
        pattern = _alternation(surface for surface, _ in surfaces)
        declared = {key for pair in links for key in (pair[0], lowered(pair[1]))}
        declared |= {key for key, number in surfaces if number == topic}
        told = tuple(sorted((key, found[key].kind) for key in declared if not _is_description(found[key])))
        return Names(tuple(candidates), tuple(surfaces), topic, pattern, told)


def _is_description(found: _Found) -> bool:
    return 2 * found.described >= found.count and not found.catalogue_id


def _descriptions(found: dict[str, _Found], parent: dict[str, str], find: Callable[[str], str]) -> None:
    """Let a description stand for the one thing of its kind that the document names."""
    named: dict[str, set[str]] = {}
    for key, entry in found.items():
        if entry.kind and not _is_description(entry):
            named.setdefault(entry.kind, set()).add(find(key))
    first: dict[str, str] = {}
    for key in sorted(found):
        entry = found[key]
        if entry.kind and _is_description(entry):
            same = named.get(entry.kind, set())
            if same:
                standing = lambda one: (sum(3 * e.in_title + e.count for k, e in found.items() if find(k) == one), one)  # noqa: E731
                parent[find(key)] = find(max(same, key=standing))
            else:
                parent[find(key)] = find(first.setdefault(entry.kind, key))


def _short_forms(found: dict[str, _Found], parent: dict[str, str], find: Callable[[str], str]) -> None:
    """Join a name that only shortens one other (Relay, Relay API)."""
    for key in sorted(found, key=lambda k: (len(k), k)):
        longer = {
            find(other) for other in found
            if other != key and (other.startswith(key + " ") or (not key.isascii() and other.startswith(key) and found[other].kind == found[key].kind))
        }
        longer.discard(find(key))
        if len(longer) == 1 and not found[key].catalogue_id:
            parent[find(key)] = longer.pop()


def _trimmed(name: str, start: int) -> tuple[str, int]:
    """Drop leading words that are capitalised only because a sentence begins."""
    while name:
        first, _, rest = name.partition(" ")
        if lowered(first) not in _NOT_NAMES:
            break
        start += len(first) + 1
        name = rest
    words = name.split(" ")
    while words and (lowered(words[-1]) in _NOT_NAMES or words[-1].isdigit()) and len(words) > 1:
        words.pop()
    name = " ".join(words)
    if len(name) < _SHORTEST or (name.isupper() and len(name) <= 3) or name.isdigit() or lowered(name) in _NOT_NAMES:
        return "", start
    return name.removesuffix("'s"), start


def _shared_opening(title: str, blocks: Sequence[str]) -> str:
    """Return the longest opening of the title that the text repeats, at a word's end."""
    if not title or title.isascii():
        return ""
    body = "\n".join(blocks)
    head = _EDGE.split(title.lstrip("“《"), maxsplit=1)[0]
    best: list[tuple[str, str]] = []
    words: list[tuple[str, str]] = []
    for word, tag in cut(head[:24]):
        words.append((word, tag))
        if "".join(w for w, _ in words) not in body:
            break
        best = list(words)
    while best and (best[-1][1] in _FUNCTION_TAGS or best[-1][0].isdigit()):
        best.pop()
    opening = "".join(word for word, _ in best)
    return opening if len(opening) > _SHORTEST or body.count(opening) > 1 < len(opening) else ""


def _alternation(surfaces: Iterable[str]) -> re.Pattern[str]:
    words = sorted({s for s in surfaces if s}, key=lambda s: (-len(s), s))
    if not words:
        return re.compile(r"(?!)")
    return re.compile("|".join(_bounded(word) for word in words))


def _bounded(word: str) -> str:
    left = r"(?<![a-z])" if word[0].isascii() and word[0].isalpha() else ""
    right = r"(?![a-z])" if word[-1].isascii() and word[-1].isalpha() else ""
    return left + re.escape(word) + right
