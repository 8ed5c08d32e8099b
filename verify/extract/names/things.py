"""The things that a document names, and which of them it is mainly about.

Comes in: the folded title and blocks of one document.  Goes out: ``Things``: the names that were found
without words that merely look like one (``found``), joined where they are of one thing (brackets, catalogue,
short forms), and the order in which the document speaks of them.  What each thing is called is left to
``mentions``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.words import alternation as after_firsts
from verify.extract.lexicon.words import lowered
from verify.extract.names.coreference import unions
from verify.extract.names.dropping import drop_lone_work, drop_what_is_no_name, without_opening
from verify.extract.names.found import MOST, TITLE, Found
from verify.extract.names.gathering import Gatherer
from verify.extract.names.hanzi import EDGE
from verify.extract.names.known import Known
from verify.extract.names.listed import Text
from verify.extract.names.owners import Owners
from verify.extract.names.places import Places
from verify.extract.names.short_names import (
    add_owners,
    add_stems,
    classed,
    models,
    owning,
    shortened_in_title,
    sites,
    titled_otherwise,
    told_by_title,
    undertaken,
)
from verify.extract.names.speaking import Speaking
from verify.extract.names.spotting import Spotter
from verify.text.alternatives import either
from verify.text.fold import folded
from verify.text.script import is_western

_OPENING = 80
"""So many characters of the text tell its topic where the title names nothing."""
_SPOKEN = 3
"""A publisher who says we counts as if named so often at most: what a title names goes before it."""
_BEHIND = 6
"""A thing stands so near behind its owner in a title."""
_SENTENCE_BEGINS = ("。", "。 ", "！", "？", ". ", "! ", "? ", ". the ")
_OPENS = 8
"""A name within so many characters opens a text, behind an article or its number: 第八届."""
_TOLD_BEHIND = 20
"""A noun tells what a title's owner does so near behind it: opens biggest mill."""
_BEGINS = 4
"""A name that begins within so many characters of a text is the subject of its first sentence."""
_CLAUSE_ENDS = re.compile(r"[，。！？；：:!?;\n]")
_FEW_NAMES = 50
"""So many names of a kind are looked for beside a phrase."""
_IS = re.compile(r"[是即为系（(“「的]")
"""Between a name and what only tells of it."""
_IN_YEAR = r"(?:(?:19|20)\d\d(?:年| )?)?[“《]?"
_NEW_SITE = re.compile(r"新?([\u3400-\u9fff]区)")
_COLON = re.compile(r"[:：]")


@dataclass(frozen=True, slots=True)
class Things:
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


class ThingFinder:
    """Finds things with the words of a catalogue."""

    def __init__(self, catalog: Catalog, spotter: Spotter, places: Places) -> None:
        self._spotter = spotter
        self._owners = Owners(catalog.kinds)
        self._speaking = Speaking(catalog, self._spotter.kind_of)
        self._gatherer = Gatherer(catalog, self._spotter, places)
        self._legal = frozenset(lowered(word) for lang in catalog.languages for word in lang.legal_forms)
        says = either(w for lang in catalog.languages for w in lang.anew if not w.isascii())
        self._tells_of = re.compile(rf"(?:[\u3400-\u9fff]{{0,4}}(?:{says})|'s )?{_IN_YEAR}")
        self._recurring = frozenset(kind.id for kind in catalog.kinds if kind.recurs)
        self._happens = self._recurring | {kind.id for kind in catalog.kinds if kind.tells or kind.happens}
        self._called = {kind.id: kind.called for kind in catalog.kinds if kind.called}
        self._under = {kind.id: kind.under for kind in catalog.kinds if kind.under}
        self._kinds = {entry.id: entry.kind for entry in catalog.entities}
        self._bodies = frozenset(kind.id for kind in catalog.kinds if kind.body)
        self._works = frozenset(kind.id for kind in catalog.kinds if kind.undertaking)
        self._nouns = {
            kind.id: after_firsts(lowered(folded(n)) for n in kind.nouns) for kind in catalog.kinds
        }
        self._telling = frozenset(kind.id for kind in catalog.kinds if kind.tells)

    def find(self, title: str, texts: Sequence[Text], known: Known | None, by: Sequence[str]) -> Things:
        """Tell names from words that merely look like one, join those of one thing, and choose the topic."""
        found, links, shorthand = self._gatherer.gather(title, texts, known)
        blocks = [one.text for one in texts if not one.in_table]
        declared = {key for key, _ in links} | {lowered(alias) for _, alias in links}
        whole = " ".join([title, *blocks])
        add_stems(found, self._bodies, self._spotter, lowered(whole), lowered(title))
        add_owners(found, self._bodies, self._spotter)
        without_opening(found)
        drop_what_is_no_name(found, declared, self._spotter, whole)
        drop_lone_work(found, self._works, whole)
        self._owners.count_shorthand(found, shorthand, title, whole)
        self._describe(found, blocks)
        self._add_speaker(found, blocks, by)
        told_by_title(found, title, self._spotter, self._bodies)
        links = [(key, lowered(alias)) for key, alias in links if key in found and lowered(alias) in found]
        links += self._owners.same(found)
        links += shortened_in_title(found, self._bodies, self._recurring)
        links += titled_otherwise(found, self._spotter, self._bodies)
        links += models(found)
        links += classed(found, self._spotter)
        links += owning(found, self._spotter)
        links += undertaken(found, self._spotter)
        links += sites(found, self._recurring, self._spotter)
        sets = unions(found, links, self._under, self._called, self._legal).sets().values()
        ordered = sorted(sets, key=lambda keys: (min(found[k].first for k in keys), keys))
        order = self._order(title, whole, ordered, found)
        if known is not None:
            order = self._common_first(order, ordered, found, known, len(title))
        return Things(found, links, ordered, order, whole)

    def kind(self, keys: list[str], found: dict[str, Found]) -> str:
        """Return the kind of the thing that so many names name."""
        entity = next((found[k].catalogue_id for k in keys if found[k].catalogue_id), "")
        told = (found[k].kind for k in sorted(keys, key=len, reverse=True) if found[k].kind)
        return self._kinds.get(entity) or next(told, "")

    def _order(
        self, title: str, whole: str, ordered: Sequence[list[str]], found: dict[str, Found]
    ) -> list[int]:
        """Return the numbers of the things, what the document is mainly about first."""
        scores = {
            n: self._standing([found[k] for k in keys])
            for n, keys in enumerate(ordered)
            if not all(found[k].only_listed for k in keys)
        }
        order = sorted(scores, key=lambda n: (-scores[n], n))
        order.sort(key=lambda n: self.kind(ordered[n], found) in self._telling)
        order = self._titled_first(title, order, ordered, found)
        order = self._body_first(title, order, ordered, found)
        order = self._opening_first(lowered(title), lowered(whole[len(title) + 1 :]), order, ordered, found)
        if order and self.kind(ordered[order[0]], found) in self._bodies | {""}:
            titled = any(found[k].in_title for n in order for k in ordered[n])
            told = lowered(title if titled else whole[: len(title) + _OPENING])
            owned = [n for n in order if self._is_owned(told, ordered[order[0]], ordered[n], found)]
            order = [*owned, *(n for n in order if n not in owned)]
        return self._site_first(lowered(title), order, ordered, found)

    def _common_first(
        self,
        order: list[int],
        ordered: Sequence[list[str]],
        found: dict[str, Found],
        known: Known,
        length: int,
    ) -> list[int]:
        """Put first what the corpus is about and the text begins with, before the place where it stands.

        The title of a feature tells where (走进石盘垃圾发电厂), and its text what by name.
        """
        if not order or not self._spotter.is_place(self.kind(ordered[order[0]], found)):
            return order
        times = max(known.about.get(name, 0) for name in ordered[order[0]])
        for number in order[1:]:
            names, kind = ordered[number], self.kind(ordered[number], found)
            if not kind or self._spotter.is_place(kind) or kind in self._happens:
                continue
            begins = min(found[name].first for name in names) < length + _OPENING
            if begins and max(known.about.get(name, 0) for name in names) >= max(times, 1):
                return [number, *(one for one in order if one != number)]
        return order

    def _add_speaker(self, found: dict[str, Found], blocks: Sequence[str], by: Sequence[str]) -> None:
        """Add the publisher whom a text in the first person is told by, where it does not name itself."""
        name, told = self._speaking.speaker(blocks, by)
        if name and lowered(name) not in found:
            count = min(told, _SPOKEN)
            kind = self._spotter.kind_of(name)
            found[lowered(name)] = Found(Counter({name: count}), kind, first=0, told=count)

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
        if not placed and _only_stands_there(entries):
            return count // 2
        if placed or any(self._spotter.is_place(entry.kind) for entry in entries):
            return titled + count // 2
        return 2 * (titled + count)

    def _titled_first(
        self, title: str, order: list[int], ordered: Sequence[list[str]], found: dict[str, Found]
    ) -> list[int]:
        """Put the body with which a title begins before another one that it names: 江临银行、沙浦银行合并."""
        kind = self.kind(ordered[order[0]], found) if order else ""
        if kind not in self._bodies or not any(found[key].in_title for key in ordered[order[0]]):
            return order
        for number in order[1:]:
            begins = any(found[key].in_title and lowered(title).startswith(key) for key in ordered[number])
            if begins and self.kind(ordered[number], found) == kind:
                return [number, *(one for one in order if one != number)]
        return order

    def _body_first(
        self, title: str, order: list[int], ordered: Sequence[list[str]], found: dict[str, Found]
    ) -> list[int]:
        """Put what the text begins with before what the title alone names before a colon: Limits API: ….

        Only a thing of the same kind: what a page is called is not what its text is about.
        """
        if not order or not _COLON.search(title):
            return order
        only = all(found[key].count == 1 and found[key].in_title for key in ordered[order[0]])
        kind = self.kind(ordered[order[0]], found)
        for number in order[1:] if only else ():
            first = min(found[key].first for key in ordered[number]) - len(title) - 1
            titled = any(found[key].in_title for key in ordered[number])
            if 0 <= first <= _BEGINS and not titled and self.kind(ordered[number], found) == kind:
                return [number, *(one for one in order if one != number)]
        return order

    def _opening_first(
        self, title: str, body: str, order: list[int], ordered: Sequence[list[str]], found: dict[str, Found]
    ) -> list[int]:
        """Put first the thing with which the text begins, where its title tells of that.

        It begins so too, and somebody of no kind is named more often: a tournament, and who won it.  Or it
        tells the noun behind an owner of which no sentence tells: 远山集团最大酒店试营业, of 云栖酒店.
        """
        first = self.kind(ordered[order[0]], found) if order else ""
        for number in order[1:]:
            kind = self.kind(ordered[number], found)
            if not kind or self._spotter.is_place(kind) or not _opens(body, ordered[number]):
                continue
            begins = not first and any(found[key].begins_title for key in ordered[number])
            owner = ordered[order[0]]
            if begins or (
                self._told_by_noun(title, kind, owner, ordered[number]) and not _begun(body, owner)
            ):
                return [number, *(one for one in order if one != number)]
        return order

    def _told_by_noun(self, title: str, kind: str, owner: Sequence[str], names: Sequence[str]) -> bool:
        """Say whether a title names the owner of a thing and, behind it, only the noun of its kind."""
        if any(name in title for name in names):
            return False
        ends = [title.find(name) + len(name) for name in owner if name in title]
        found = self._nouns[kind].search(title, max(ends, default=len(title)))
        return found is not None and found.start() <= max(ends) + _TOLD_BEHIND

    @staticmethod
    def _site_first(
        title: str, order: list[int], ordered: Sequence[list[str]], found: Mapping[str, Found]
    ) -> list[int]:
        """Put first the one site of a body that the title alone names, with its noun: 云麓大学新校区开学."""
        for owner in ordered[order[0]] if order else ():
            told = _NEW_SITE.search(title, title.find(owner) + len(owner)) if owner in title else None
            if told is None or told.start() != title.find(owner) + len(owner) or found[owner].count > 1:
                continue
            sites = [n for n in order if any(key.endswith(told[1]) and key != told[1] for key in ordered[n])]
            if len(sites) == 1:
                return [*sites, *(n for n in order if n not in sites)]
        return order

    def _is_owned(self, title: str, owner: Sequence[str], keys: list[str], found: dict[str, Found]) -> bool:
        """Say whether a title names a thing right behind its owner: 远山公司长河电厂投产.

        So does one in which somebody tells of an event, whoever that is: 汐湾网公布2023年惠民节数据.
        """
        kind = self.kind(keys, found)
        if kind in self._bodies | self._telling or self._spotter.is_place(kind):
            return False
        ends = [title.find(one) + len(one) for one in owner if one in title]
        begins = [title.find(one) for one in keys if one in title]
        between = [title[end:begin] for end in ends for begin in begins if begin >= end]
        if kind in self._recurring and any(self._tells_of.fullmatch(one) for one in between):
            return True
        is_body = self.kind(list(owner), found) in self._bodies
        return is_body and any(len(one) <= _BEHIND and not EDGE.search(one.strip()) for one in between)


def _only_stands_there(entries: Sequence[Found]) -> bool:
    """Say whether what a title names is of no kind, and a place wherever the text names it: in Orrham."""
    return all(not entry.kind and entry.in_title and 0 < entry.placed == entry.count - 1 for entry in entries)


def _opens(body: str, names: Iterable[str]) -> bool:
    """Say whether a text begins with one of some names, behind an article, a date or its number."""
    return any(0 <= body.find(name) <= _OPENS for name in names)


def _begun(body: str, names: Iterable[str]) -> bool:
    """Say whether a sentence of a text, but the first, begins with one of some names."""
    return any(f"{mark}{name}" in body for name in names for mark in _SENTENCE_BEGINS)


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
