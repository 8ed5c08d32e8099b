"""Which things a document speaks of, with every name that it gives them.

Comes in: the folded title and blocks of one document.  Goes out: ``Names``: local candidates, and
the one that the document is mainly about (``things``), each with all that the document calls it: its full
name, what shortens it, and a description (首个超大型…中心) that stands for the one thing of its kind.
Aligning documents with each other is left to ``resolve``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.longest import Longest
from verify.extract.lexicon.words import lowered
from verify.extract.names.found import Found
from verify.extract.names.hanzi import CALLED, SHORTEST, numbered_short
from verify.extract.names.known import Declared, Known, written_small
from verify.extract.names.listed import Text
from verify.extract.names.places import Places
from verify.extract.names.short_names import titled_otherwise
from verify.extract.names.spotting import Spotter
from verify.extract.names.things import ThingFinder, Things
from verify.extract.names.titles import small_names
from verify.model.entity import Candidate
from verify.text.script import is_western

_SHORTEST_PART = 4
_LONGEST = 24
"""Longer names of publishers are none that a text uses."""
_ADMINISTRATIVE = "省市县区镇乡村州"
"""End the names of places, and begin no name: 长河 + 市医院."""
_ONE_OF_ROW = re.compile(r"[0-9一二三四五六七八九十]{1,3}号.{1,3}")
_OF_WHOLE = re.compile(r"([A-Z][A-Za-z]* [0-9]{1,3}) of (?:the )?([A-Z].+)")
"""Line 5 of the Avon Metro, which is Avon Metro Line 5 as well."""
_OF_NUMBER = re.compile(r"([\u3400-\u9fff]{3,}?)([0-9一二三四五六七八九十]{1,2}号(?!线)[\u3400-\u9fff]{2,4})")
"""青岬机场 + 2号航站楼."""
_ROW_NUMBER = re.compile(r"[0-9一二三四五六七八九十]号")


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


class NameFinder:
    """Finds what documents speak of, with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._spotter = Spotter(catalog)
        self._places = Places(catalog)
        self._things = ThingFinder(catalog, self._spotter, self._places)
        self._small_words = frozenset(word for lang in catalog.languages for word in lang.not_names)
        self._bodies = frozenset(kind.id for kind in catalog.kinds if kind.body)

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
        things = self._things.find(title, texts, self._with_publishers(known, by, title, texts), by)
        if not things.order and known is not None:
            things = _by_publisher(things, known, " ".join(by))
        return self._named(source_id, things)

    def declared(self, title: str, texts: Sequence[Text], by: Sequence[str] = ()) -> Declared:
        """Return what a document declares to others, and what it is about.

        Declared is the topic of a document, given its folded title and texts and who publishes it, both
        sides of a bracket, and a publisher that the text names.
        """
        known = self._with_publishers(None, by, title, texts)
        things = self._things.find(title, texts, known, by)
        linked = {key for pair in things.links for key in pair}
        linked |= {lowered(name) for name in by} & things.found.keys()
        linked |= {key for key, one in things.found.items() if one.marked and key.endswith(CALLED)}
        topic = things.sets[things.topic] if things.topic is not None else []
        kinds = {key: number for number, keys in enumerate(things.sets) for key in keys}
        own = {key for key, _ in titled_otherwise(things.found, self._spotter, self._bodies)}
        told = sorted(
            (max(things.found[key].names), self._things.kind(things.sets[kinds[key]], things.found))
            for key in linked.union(topic) - own
            if not things.found[key].describes
            if not self._spotter.tells_class(things.found[key].kind, things.found[key].common)
            if key in linked or not _shortens(key, topic)
        )
        shorter = ((short, kind) for name, kind in told for short in numbered_short(name))
        place = bool(topic) and self._spotter.is_place(self._things.kind(topic, things.found))
        return Declared(tuple(sorted({*told, *shorter})), tuple(sorted(topic)), place)

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
        pairs = {**{one: self._spotter.kind_of(one) for one in told}, **names}.items()
        return Known(pairs, known.about if known is not None else None)

    def _named(self, source_id: str, things: Things) -> Names:
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
            numbered = _OF_NUMBER.fullmatch(key)
            if numbered and self._spotter.is_thing(self._spotter.kind_of(numbered[1])):
                names = tuple(dict.fromkeys((*thing.names, numbered[2])))
                return replace(thing, names=names, whole=(numbered[1],))
        return thing

    def _is_part(self, key: str, keys: Sequence[str], found: dict[str, Found]) -> bool:
        """Say whether a description names one of several kinds of a thing: 全程马拉松 of 东湖马拉松.

        What only ends its name is short for it: 联邦铁路 of 拉米亚联邦铁路.
        """
        chinese = self._spotter.chinese
        noun = key.removeprefix(chinese.modifier(key))
        names = [other for other in keys if not found[other].describes]
        named = any(other.endswith(noun) for other in names) and not any(o.endswith(key) for o in names)
        return named and bool(chinese.modifier(key)) and chinese.contrasts(chinese.modifier(key))

    def _candidate(self, ident: str, source_id: str, keys: list[str], found: dict[str, Found]) -> Candidate:
        entity = next((found[k].catalogue_id for k in keys if found[k].catalogue_id), "")
        names = [
            {n for k in keys if found[k].describes is wanted for n in found[k].names}
            for wanted in (False, True)
        ]
        names[0].update(
            " ".join(told.groups()[::-1]) for told in map(_OF_WHOLE.fullmatch, [*names[0]]) if told
        )
        named, described = (tuple(sorted(one, key=lambda n: (-len(n), n))) for one in names)
        edition = next((e for k in keys for e, _ in found[k].editions.most_common(1)), "")
        kind = self._things.kind(keys, found)
        common = all(found[k].common for k in keys if not found[k].describes)
        kinds = frozenset({kind, *(found[k].kind for k in keys)} - {""})
        return Candidate(
            ident, source_id, named, described, kind, entity, edition=edition, common=common, kinds=kinds
        )


def _by_publisher(things: Things, known: Known, by: str) -> Things:
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
