"""Which things a document speaks of, with every name that it gives them.

Comes in: the folded title and blocks of one document.  Goes out: ``Names``: local candidates, and
the one that the document is mainly about.  A name is told from words that merely look like one,
names of one thing are joined (brackets, catalogue, short forms), and a description (首个超大型…中心)
stands for the one thing of its kind.  Aligning documents with each other is left to ``resolve``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from verify.catalog.catalog import Catalog
from verify.catalog.regions import containment
from verify.extract.nouns import cut
from verify.extract.quantities import lowered
from verify.extract.spotting import EDGE, FUNCTION_TAGS, SHORTEST, Known, Spot, Spotter, alternation
from verify.model.entity import Candidate
from verify.model.unions import Unions
from verify.text.fold import folded

_INNER = re.compile(r"[A-Za-z0-9,'\u3400-\u9fff(（“\"]\s?$")
_PROPER_TAGS = frozenset(["ns", "nr", "nrt", "nrfg", "nt", "nz", "x", "eng", "j"])
_MARK_REACH = 12
_PLACE_REACH = 5
_TITLE = 3
"""A name in the title weighs as much as three in the text, up to ``_MOST``."""
_MOST = 6
_EARLY = 2000
"""So many characters from the beginning tell where the topic is."""
_OPENING = 24


@dataclass(slots=True)
class _Found:
    """One spelling of a name in one document."""

    names: Counter[str] = field(default_factory=Counter)
    kind: str = ""
    catalogue_id: str = ""
    in_title: bool = False
    first: int = 1 << 30
    inner: int = 0
    """How often it stands inside a sentence, where capitals tell a name."""
    described: int = 0
    """How often it only describes: 首个…, 该…, 一座…."""

    @property
    def count(self) -> int:
        return self.names.total()

    @property
    def describes(self) -> bool:
        """True for a description rather than a name."""
        return 2 * self.described >= self.count and not self.catalogue_id

    @property
    def weight(self) -> int:
        return _TITLE * self.in_title + min(self.count, _MOST)


@dataclass(frozen=True, slots=True)
class Names:
    """What a document speaks of."""

    candidates: tuple[Candidate, ...]
    surfaces: dict[str, int]
    """Lower-case surface to the number of its candidate."""
    topic: int | None
    """Number of the candidate that the document is mainly about."""
    pattern: re.Pattern[str]
    declared: tuple[tuple[str, str], ...] = ()
    """Name and kind of what other documents may use without explaining it: the topic, and both sides
    of a bracket."""

    @classmethod
    def none(cls) -> Names:
        """Return the names of a text that speaks of nothing."""
        return cls((), {}, None, alternation(()))

    def mentions(self, lower: str) -> list[tuple[int, int, int]]:
        """Return begin, end and candidate of every name in a lower-case text."""
        return [(m.start(), m.end(), self.surfaces[m.group()]) for m in self.pattern.finditer(lower)]


class NameFinder:
    """Finds what documents speak of, with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._spotter = Spotter(catalog)
        self._kinds = {entry.id: entry.kind for entry in catalog.entities}
        ranks = {
            folded(w) for lang in catalog.languages for e in lang.ranks for w in e.words if not w.isascii()
        }
        marks = {folded(w) for lang in catalog.languages for w in (*lang.demonstratives, *lang.articles)}
        self._rank = alternation(word for word in ranks if len(word) > 1)
        self._marks = tuple(sorted(ranks | {mark for mark in marks if not mark.isascii()}))
        self._placing = tuple(folded(word) for lang in catalog.languages for word in lang.placing)
        self._operated = [re.compile(pattern) for lang in catalog.languages for pattern in lang.operated]
        names = [(r.id, n) for r in catalog.regions for n in (r.name.zh, r.name.en, *r.aliases)]
        self._region = {lowered(folded(name)): region for region, name in reversed(names)}
        self._regions = alternation(self._region)
        self._above = containment(catalog.regions)

    def find(self, source_id: str, title: str, blocks: Sequence[str], known: Known | None = None) -> Names:
        """Return the names of a document, given its folded title and blocks.

        ``known`` are names that other documents of the corpus declare: a short name that this one uses
        without explaining it is found by them.
        """
        found: dict[str, _Found] = {}
        links: list[tuple[str, str]] = []
        place = 0
        for index, text in enumerate([title, *blocks]):
            for spot in self._spotter.spots(text, known):
                self._note(found, text, spot, place, in_title=index == 0)
                alias = self._spotter.alias(text, spot.end)
                if alias:
                    links.append((lowered(spot.name), alias))
            place += len(text) + 1
        self._add_opening(found, title, blocks)
        for key, alias in links:
            first = found[key].first
            found.setdefault(lowered(alias), _Found(Counter([alias]), found[key].kind, first=first))
        for key, entry in list(found.items()):
            short = self._spotter.short(key, entry.kind)
            if short and not entry.describes:
                found.setdefault(short, _Found(Counter([short]), entry.kind, first=entry.first))
                links.append((key, short))
        declared = {key for key, _ in links} | {lowered(alias) for _, alias in links}
        _drop_what_is_no_name(found, declared | (known.surfaces if known else set()), self._spotter)
        links = [(key, lowered(alias)) for key, alias in links if key in found and lowered(alias) in found]
        return self._joined(source_id, found, links, " ".join([title, *blocks]))

    def _note(self, found: dict[str, _Found], text: str, spot: Spot, place: int, *, in_title: bool) -> None:
        entry = found.setdefault(lowered(spot.name), _Found(kind=spot.kind, catalogue_id=spot.entity))
        entry.names[spot.name] += 1
        before = text[max(0, spot.start - _PLACE_REACH) : spot.start]
        entry.in_title = entry.in_title or (in_title and not any(word in before for word in self._placing))
        entry.first = min(entry.first, place + spot.start)
        entry.inner += bool(_INNER.search(text, max(0, spot.start - 3), spot.start))
        if not spot.entity:
            entry.described += self._describes(text, spot.start) or self._rank.search(spot.name) is not None

    def _describes(self, text: str, start: int) -> bool:
        """Say whether a name is only a description there: 首个X, 该X, 最大的X, 首个上线的X."""
        before = text[max(0, start - _MARK_REACH) : start]
        return before.rstrip("的").endswith(self._marks) or (
            before.endswith("的") and any(mark in before for mark in self._marks if len(mark) > 1)
        )

    def _add_opening(self, found: dict[str, _Found], title: str, blocks: Sequence[str]) -> None:
        opening = _shared_opening(title, blocks)
        key = lowered(opening)
        if opening and not any(other.startswith(key) or key.startswith(other) for other in found):
            kind = self._spotter.kind_of(opening)
            found[key] = _Found(Counter([opening, opening]), kind, in_title=True, first=0)

    def _joined(
        self, source_id: str, found: dict[str, _Found], links: list[tuple[str, str]], text: str
    ) -> Names:
        """Join the names of one thing, number the things by their first place, and choose the topic."""
        sets = _unions(found, links).sets().values()
        ordered = sorted(sets, key=lambda keys: (min(found[k].first for k in keys), keys))
        candidates = [
            self._candidate(f"{source_id}#{number}", source_id, keys, found)
            for number, keys in enumerate(ordered)
        ]
        surfaces = {key: number for number, keys in enumerate(ordered) for key in keys}
        scores = [(self._standing([found[k] for k in keys]), -n) for n, keys in enumerate(ordered)]
        topic = -max(scores)[1] if scores else None
        if topic is not None:
            place, operators = self._about(text)
            thing = candidates[topic]
            shorter = {self._spotter.short(name, thing.kind) for name in thing.names} - {"", *thing.names}
            names = (*thing.names, *sorted(shorter))
            candidates[topic] = replace(thing, names=names, topic=True, place=place, operators=operators)
            surfaces.update({lowered(name): topic for name in shorter if lowered(name) not in surfaces})
        declared = {key for pair in links for key in pair} | {k for k, n in surfaces.items() if n == topic}
        told = {
            (key, candidates[surfaces[key]].kind)
            for key in declared
            if key not in found or not found[key].describes
        }
        return Names(tuple(candidates), surfaces, topic, alternation(surfaces), tuple(sorted(told)))

    def _standing(self, entries: Sequence[_Found]) -> int:
        """Return how likely the document is about a thing: a place is more often where something stands."""
        count = min(sum(entry.count for entry in entries), _MOST)
        if any(self._spotter.is_place(entry.kind) for entry in entries):
            return _TITLE * any(entry.in_title for entry in entries) + count // 2
        return _TITLE * any(entry.in_title for entry in entries) + count

    def _candidate(self, ident: str, source_id: str, keys: list[str], found: dict[str, _Found]) -> Candidate:
        entity = next((found[k].catalogue_id for k in keys if found[k].catalogue_id), "")
        told = (found[k].kind for k in sorted(keys, key=len, reverse=True) if found[k].kind)
        names = [
            {n for k in keys if found[k].describes is wanted for n in found[k].names}
            for wanted in (False, True)
        ]
        named, described = (tuple(sorted(one, key=lambda n: (-len(n), n))) for one in names)
        return Candidate(
            ident, source_id, named, described, self._kinds.get(entity) or next(told, ""), entity
        )

    def _about(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Return the narrowest region that a text names early, and who runs its topic."""
        place = ""
        for match in self._regions.finditer(lowered(text), 0, _EARLY):
            region = self._region[match.group()]
            if not place or place in self._above.get(region, ()):
                place = region
        operators = {
            next(group for group in match.groups() if group).strip()
            for pattern in self._operated
            for match in pattern.finditer(text)
        }
        return place, tuple(sorted(operators))


def _drop_what_is_no_name(
    found: dict[str, _Found], declared: set[str] | frozenset[str], spotter: Spotter
) -> None:
    """Drop phrases of common words that stand once: they are parts of something (主体工程, 海底隧道)."""
    endings = Counter(noun for key in found if (noun := _last_noun(key, spotter)))
    for key in list(found):
        opening = spotter.nouns.match(key)
        if opening is None or found[key].catalogue_id or len(opening.group()) in {1, len(key)}:
            continue
        if endings[opening.group()] > (_last_noun(key, spotter) == opening.group()):
            del found[key]  # 大桥主体工程 beside 长河大桥: a thing named before, and its part
    ordered = sorted(found)
    weak = [k for k in ordered if k not in declared and not _is_name(k, found[k], ordered)]
    kept = _spared(weak, found)
    for key in weak:
        if key != kept:
            del found[key]


def _last_noun(key: str, spotter: Spotter) -> str:
    found = ""
    for match in spotter.nouns.finditer(key):
        found = match.group() if match.end() == len(key) else ""
    return found


def _is_name(key: str, entry: _Found, ordered: Sequence[str]) -> bool:
    """Tell a name from words that merely look like one; a capital that only begins a sentence is none."""
    if entry.catalogue_id or entry.in_title or entry.described:
        return True
    if key.isascii():
        return entry.inner > 0 or " " in key or next(_longer(key + " ", ordered), None) is not None
    return entry.count > 1 or any(tag in _PROPER_TAGS and len(word) > 1 for word, tag in cut(key))


def _spared(weak: Sequence[str], found: dict[str, _Found]) -> str | None:
    """Return the doubtful name to keep: the first of the title's kind, or the first where none is sure."""
    doubtful = set(weak)
    described = {e.kind for k, e in found.items() if k not in doubtful and e.describes and e.in_title}
    han = sorted((k for k in weak if not k.isascii()), key=lambda k: found[k].first)
    kept = next((k for k in han if found[k].kind in described), None)
    named = any(k not in doubtful and not e.describes for k, e in found.items())
    return kept or (han[0] if han and not named else None)


def _unions(found: dict[str, _Found], links: Sequence[tuple[str, str]]) -> Unions:
    """Join the keys that name one thing."""
    unions = Unions(found)
    by_entity: dict[str, str] = {}
    for key in sorted(found):
        if found[key].catalogue_id:
            unions.join(key, by_entity.setdefault(found[key].catalogue_id, key))
    for key, other in links:
        entities = {found[key].catalogue_id, found[other].catalogue_id} - {""}
        if len(entities) < 2:  # a bracket does not join two entries of the catalogue
            unions.join(key, other)
    _join_short_forms(found, unions)
    _join_descriptions(found, unions)
    return unions


def _join_short_forms(found: dict[str, _Found], unions: Unions) -> None:
    """Join a name that only shortens one other (Harbour, Harbour API; 商汤, 商汤科技)."""
    ordered = sorted(found)
    for key in sorted(found, key=lambda k: (len(k), k)):
        if found[key].catalogue_id:
            continue
        opening = key + " " if key.isascii() else key
        longer = {
            unions.root(other)
            for other in _longer(opening, ordered)
            if other != key and (key.isascii() or found[other].kind == found[key].kind)
        } - {unions.root(key)}
        if len(longer) == 1:
            unions.join(key, longer.pop())


def _join_descriptions(found: dict[str, _Found], unions: Unions) -> None:
    """Let descriptions stand for the weightiest thing of their kind that the document names."""
    weights: dict[str, Counter[str]] = {}
    for key, entry in sorted(found.items()):
        if entry.kind and not entry.describes:
            weights.setdefault(entry.kind, Counter())[unions.root(key)] += entry.weight
    first: dict[str, str] = {}
    for key, entry in sorted(found.items()):
        if entry.kind and entry.describes:
            named = weights.get(entry.kind)
            best = (
                max(named, key=lambda one: (named[one], one)) if named else first.setdefault(entry.kind, key)
            )
            unions.join(key, best)


def _longer(opening: str, ordered: Sequence[str]) -> Iterator[str]:
    """Yield the sorted names that begin with ``opening``."""
    for index in range(bisect_left(ordered, opening), len(ordered)):
        if not ordered[index].startswith(opening):
            return
        yield ordered[index]


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
    return opening if len(opening) > SHORTEST or body.count(opening) > 1 < len(opening) else ""
