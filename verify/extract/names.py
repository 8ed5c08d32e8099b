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
from verify.extract.coreference import unions
from verify.extract.dropping import drop_lone_work, drop_what_is_no_name
from verify.extract.found import MOST, TITLE, Found
from verify.extract.gathering import Gatherer
from verify.extract.hanzi import CALLED, EDGE, SHORTEST, numbered_short
from verify.extract.known import Known, written_small
from verify.extract.listed import Text
from verify.extract.longest import Longest
from verify.extract.owners import Owners
from verify.extract.places import Places
from verify.extract.short_names import (
    add_owners,
    add_stems,
    models,
    shortened_in_title,
    sites,
    titled_otherwise,
    told_by_title,
)
from verify.extract.speaking import Speaking
from verify.extract.spotting import Spotter
from verify.extract.titles import small_names
from verify.extract.words import lowered
from verify.model.entity import Candidate
from verify.text.script import is_western

_SHORTEST_PART = 4
_LONGEST = 24
"""Longer names of publishers are none that a text uses."""
_OPENING = 80
"""So many characters of the text tell its topic where the title names nothing."""
_SPOKEN = 3
"""A publisher who says we counts as if named so often at most: what a title names goes before it."""
_BEHIND = 6
_BEGINS = 4
"""A name that begins within so many characters of a text is the subject of its first sentence."""
_ADMINISTRATIVE = "省市县区镇乡村州"
"""End the names of places, and begin no name: 长河 + 市医院."""
_CLAUSE_ENDS = re.compile(r"[，。！？；：:!?;\n]")
_FEW_NAMES = 50
"""So many names of a kind are looked for beside a phrase."""
_IS = re.compile(r"[是即为系（(“「的]")
"""Between a name and what only tells of it."""
_COLON = re.compile(r"[:：]")
_ONE_OF_ROW = re.compile(r"[0-9一二三四五六七八九十]{1,3}号.{1,3}")
_ROW_NUMBER = re.compile(r"[0-9一二三四五六七八九十]号")
"""A thing stands so near behind its owner in a title."""


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
    order: tuple[int, ...] = ()
    """Numbers of the candidates, what the document speaks of most first."""
    firsts: tuple[int, ...] = ()
    """Where each candidate is named first, among all texts of the document that tell names."""
    small: frozenset[str] = frozenset()
    """Names that are written in small letters: quillet."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Surface of what is one of several of its kind, and so a part of what they are of, to what tells it
    from the others: 全程马拉松 to 全程."""

    @classmethod
    def none(cls) -> Names:
        """Return the names of a text that speaks of nothing."""
        return cls((), {}, None, Longest(()))

    def mentions(self, lower: str, text: str = "") -> list[tuple[int, int, int]]:
        """Return begin, end and candidate of every name in a lower-case text.

        Given the text as written, words in small letters are names only where the document writes them so.
        """
        return [
            (start, end, self.surfaces[lower[start:end]])
            for start, end in self.places.find(lower)
            if not text or not written_small(text, start, end) or lower[start:end] in self.small
        ]


@dataclass(frozen=True, slots=True)
class _Things:
    """The things that a document names, each by its names in lower case."""

    found: dict[str, Found]
    links: list[tuple[str, str]]
    """Pairs of names that brackets, or the rule of short names, join."""
    sets: list[list[str]]
    """Names of one thing, things by their first place."""
    order: list[int]
    """Numbers of the things, what the document is mainly about first; without those that it only lists."""
    text: str

    @property
    def topic(self) -> int | None:
        """Number of the thing that the document is mainly about."""
        return self.order[0] if self.order else None


class NameFinder:
    """Finds what documents speak of, with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._spotter = Spotter(catalog)
        self._owners = Owners(catalog.kinds)
        self._places = Places(catalog)
        self._speaking = Speaking(catalog, self._spotter.kind_of)
        self._gatherer = Gatherer(catalog, self._spotter, self._places)
        self._legal = frozenset(lowered(word) for lang in catalog.languages for word in lang.legal_forms)
        self._recurring = frozenset(kind.id for kind in catalog.kinds if kind.recurs)
        self._small_words = frozenset(word for lang in catalog.languages for word in lang.not_names)
        self._called = {kind.id: kind.called for kind in catalog.kinds if kind.called}
        self._under = {kind.id: kind.under for kind in catalog.kinds if kind.under}
        self._kinds = {entry.id: entry.kind for entry in catalog.entities}
        self._bodies = frozenset(kind.id for kind in catalog.kinds if kind.body)
        self._works = frozenset(kind.id for kind in catalog.kinds if kind.undertaking)
        self._telling = frozenset(kind.id for kind in catalog.kinds if kind.tells)

    def find(
        self,
        source_id: str,
        title: str,
        texts: Sequence[Text],
        known: Known | None = None,
        by: Sequence[str] = (),
    ) -> Names:
        """Return the names of a document, given its folded title and texts, and who publishes it.

        ``known`` are names that other documents of the corpus declare: a short name that this one uses
        without explaining it is found by them.  A text that names nothing is about its publisher, where
        others of the corpus are.
        """
        things = self._things(title, texts, self._with_publishers(known, by, title, texts), by)
        if not things.order and known is not None:
            things = _by_publisher(things, known, " ".join(by))
        return self._named(source_id, things)

    def declared(self, title: str, texts: Sequence[Text], by: Sequence[str] = ()) -> list[tuple[str, str]]:
        """Return name and kind of what other documents may use without explaining it.

        That is the topic of a document, given its folded title and texts and who publishes it, both sides of
        a bracket, and a publisher that the text names.
        """
        known = self._with_publishers(None, by, title, texts)
        things = self._things(title, texts, known, by)
        linked = {key for pair in things.links for key in pair}
        linked |= {lowered(name) for name in by} & things.found.keys()
        linked |= {key for key, one in things.found.items() if one.marked and key.endswith(CALLED)}
        topic = things.sets[things.topic] if things.topic is not None else []
        kinds = {key: number for number, keys in enumerate(things.sets) for key in keys}
        own = {key for key, _ in titled_otherwise(things.found, self._spotter, self._bodies)}
        told = sorted(
            (max(things.found[key].names), self._kind(things.sets[kinds[key]], things.found))
            for key in linked.union(topic) - own
            if not things.found[key].describes
            if not self._spotter.tells_class(things.found[key].kind, things.found[key].common)
            if key in linked or not _shortens(key, topic)
        )
        return sorted({*told, *((short, kind) for name, kind in told for short in numbered_short(name))})

    def _with_publishers(
        self, known: Known | None, by: Sequence[str], title: str, texts: Sequence[Text]
    ) -> Known | None:
        """Return known names with those that the document's own fields give.

        These are publishers that the text names (远岸锂电 on itself), and a title in small letters.
        """
        body = [one.text for one in texts]
        told = [one for one in by if SHORTEST <= len(one) <= _LONGEST and any(one in text for text in body)]
        told += small_names(title, body, self._small_words)
        if not told:
            return known
        names = dict(known.pairs) if known is not None else {}
        return Known({**{one: self._spotter.kind_of(one) for one in told}, **names}.items())

    def _things(self, title: str, texts: Sequence[Text], known: Known | None, by: Sequence[str]) -> _Things:
        """Tell names from words that merely look like one, join those of one thing, and choose the topic."""
        found, links, shorthand = self._gatherer.gather(title, texts, known)
        blocks = [one.text for one in texts if not one.in_table]
        declared = {key for key, _ in links} | {lowered(alias) for _, alias in links}
        whole = " ".join([title, *blocks])
        add_stems(found, self._bodies, self._spotter, lowered(whole), lowered(title))
        add_owners(found, self._bodies, self._spotter)
        drop_what_is_no_name(found, declared, self._spotter, whole)
        drop_lone_work(found, self._works, whole)
        self._owners.count_shorthand(found, shorthand, title, whole)
        self._describe(found, blocks)
        self._add_speaker(found, blocks, by)
        told_by_title(found, title, self._spotter, self._bodies)
        links = [(key, lowered(alias)) for key, alias in links if key in found and lowered(alias) in found]
        links += self._owners.same(found)
        links += shortened_in_title(found, self._bodies)
        links += titled_otherwise(found, self._spotter, self._bodies)
        links += models(found)
        links += sites(found, self._recurring, self._spotter)
        sets = unions(found, links, self._under, self._called, self._legal).sets().values()
        ordered = sorted(sets, key=lambda keys: (min(found[k].first for k in keys), keys))
        scores = {
            n: self._standing([found[k] for k in keys])
            for n, keys in enumerate(ordered)
            if not all(found[k].only_listed for k in keys)
        }
        order = sorted(scores, key=lambda n: (-scores[n], n))
        order.sort(key=lambda n: self._kind(ordered[n], found) in self._telling)
        order = self._body_first(title, order, ordered, found)
        if order and self._kind(ordered[order[0]], found) in self._bodies:
            titled = any(found[k].in_title for n in order for k in ordered[n])
            told = lowered(title if titled else whole[: len(title) + _OPENING])
            owned = [n for n in order if self._is_owned(told, ordered[order[0]], ordered[n], found)]
            order = [*owned, *(n for n in order if n not in owned)]
        return _Things(found, links, ordered, order, whole)

    def _add_speaker(self, found: dict[str, Found], blocks: Sequence[str], by: Sequence[str]) -> None:
        """Add the publisher whom a text in the first person is told by, where it does not name itself."""
        name, told = self._speaking.speaker(blocks, by)
        if name and lowered(name) not in found:
            count = min(told, _SPOKEN)
            kind = self._spotter.kind_of(name)
            found[lowered(name)] = Found(Counter({name: count}), kind, first=0, told=count)

    def _body_first(
        self, title: str, order: list[int], ordered: Sequence[list[str]], found: dict[str, Found]
    ) -> list[int]:
        """Put what the text begins with before what the title alone names before a colon: Limits API: ….

        Only a thing of the same kind: what a page is called is not what its text is about.
        """
        if not order or not _COLON.search(title):
            return order
        only = all(found[key].count == 1 and found[key].in_title for key in ordered[order[0]])
        kind = self._kind(ordered[order[0]], found)
        for number in order[1:] if only else ():
            first = min(found[key].first for key in ordered[number]) - len(title) - 1
            titled = any(found[key].in_title for key in ordered[number])
            if 0 <= first <= _BEGINS and not titled and self._kind(ordered[number], found) == kind:
                return [number, *(one for one in order if one != number)]
        return order

    def _is_owned(self, title: str, owner: Sequence[str], keys: list[str], found: dict[str, Found]) -> bool:
        """Say whether a title names a thing right behind its owner: 远山公司长河电厂投产."""
        kind = self._kind(keys, found)
        if kind in self._bodies | self._telling or self._spotter.is_place(kind):
            return False
        ends = [title.find(one) + len(one) for one in owner if one in title]
        begins = [title.find(one) for one in keys if one in title]
        return any(
            0 <= begin - end <= _BEHIND and not EDGE.search(title[end:begin].strip())
            for end in ends
            for begin in begins
        )

    def _describe(self, found: dict[str, Found], blocks: Sequence[str]) -> None:
        """Let a phrase of common words describe, where the document names a thing of its kind.

        Not where one clause speaks of both: 和平医院在汐湾医院对面.
        """
        named: dict[str, list[str]] = {}
        for key, entry in found.items():
            if not entry.common and not entry.describes:
                named.setdefault(entry.kind, []).append(key)
        for key, entry in found.items():
            if not entry.common or entry.kind not in named or entry.known or self._owners.owner(key, found):
                continue
            if not _beside(key, named[entry.kind], blocks):
                entry.described = entry.count

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
        candidates = [_of_row(one, candidates) for one in candidates]
        for key, number in list(surfaces.items()):
            surfaces.update({one: number for one in found[key].spelled if one not in surfaces})
        _add_parts(candidates, surfaces)
        if topic is not None:
            place, operators = self._places.about(things.text)
            thing = candidates[topic]
            beside = self._places.beside(things.text, thing)
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
        firsts = tuple(min(found[key].first for key in keys) for keys in ordered)
        small = frozenset(key for key, one in found.items() if is_western(key) and key in one.names)
        order = tuple(things.order)
        return Names(tuple(candidates), surfaces, topic, Longest(surfaces), order, firsts, small, parts)

    def _part_of(
        self, thing: Candidate, keys: Sequence[str], surfaces: Mapping[str, int], all_: Sequence[Candidate]
    ) -> Candidate:
        """Return a thing with what it is a part of, as its name tells: 长河医院 + 西山院区."""
        for key in keys:
            for cut_at in range(len(key) - _SHORTEST_PART, SHORTEST - 1, -1):
                whole = surfaces.get(key[:cut_at])
                if whole is None or all_[whole].id == thing.id or is_western(key):
                    continue
                rest = key[cut_at:]
                if len(self._spotter.chinese.modifier(rest)) < SHORTEST or rest[0] in _ADMINISTRATIVE:
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
        begins = any(entry.begins_title for entry in entries) and any(entry.kind for entry in entries)
        titled = TITLE * (begins or any(entry.in_title for entry in entries))
        if all(entry.describes for entry in entries):
            return 2 * (titled + count) - 1
        placed = all(entry.placed == entry.count for entry in entries)
        if placed or any(self._spotter.is_place(entry.kind) for entry in entries):
            return titled + count // 2
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
        kinds = frozenset({kind, *(found[k].kind for k in keys)} - {""})
        return Candidate(
            ident, source_id, named, described, kind, entity, edition=edition, common=common, kinds=kinds
        )


def _beside(key: str, others: Sequence[str], blocks: Sequence[str]) -> bool:
    """Say whether a clause of a text begins with a phrase and names another thing behind it, or before it.

    Not as what it is (长河大桥是跨海大桥), nor in a bracket.
    """
    for block in blocks if not is_western(key) else ():
        for clause in _CLAUSE_ENDS.split(lowered(block)) if key in block else ():
            for other in others[:_FEW_NAMES] if key in clause else ():
                if key in other or other in key:
                    continue
                first, last = sorted((clause.find(key), clause.find(other)))
                between = clause[first + len(key if clause.startswith(key) else other) : last]
                if first == 0 and last > 0 and between and not _IS.search(between):
                    return True
    return False


def _by_publisher(things: _Things, known: Known, by: str) -> _Things:
    """Return things with the known one that a publisher's name holds as what the document is about."""
    for start, end, kind in known.find(by, lowered(by)):
        name = by[start:end]
        things.found[lowered(name)] = Found(Counter([name]), kind, told=1)
        return replace(things, sets=[*things.sets, [lowered(name)]], order=[len(things.sets)])
    return things


def _add_parts(candidates: Sequence[Candidate], surfaces: dict[str, int]) -> None:
    """Let the text call a part by what its name adds to that of its whole: 第二工厂 of 远山食品第二工厂."""
    parts = [(lowered(name), n) for n, one in enumerate(candidates) if one.whole for name in one.names]
    told = Counter(key for key, _ in parts)
    surfaces.update({key: number for key, number in parts if told[key] == 1 and key not in surfaces})


def _of_row(thing: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """Return one of a row with its full name, where the text names what holds the row: 西岭地铁."""
    if not thing.names or not all(_ONE_OF_ROW.fullmatch(name) for name in thing.names):
        return thing
    wholes = [one for one in candidates if one.kind == thing.kind and one.names and one.id != thing.id]
    holding = [one for one in wholes if not any(_ROW_NUMBER.search(name) for name in one.names)]
    if len(holding) != 1 or not thing.kind:
        return thing
    full = (holder + name for holder in holding[0].names for name in thing.names if not is_western(holder))
    return replace(thing, names=tuple(dict.fromkeys((*full, *thing.names))))


def _shortens(key: str, keys: Sequence[str]) -> bool:
    """Say whether a name only shortens another one of the same thing."""
    return any(key != other and (other.startswith(key) or other.endswith(key)) for other in keys)
