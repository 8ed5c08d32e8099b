"""Which thing an attribute suits: a company earns, and what it builds is so long.

Comes in: the thing that a sentence is about, how it was found, and an attribute.  Goes out: another thing of
the document that the attribute suits better.  Kinds say which attributes stay with a body (``keeps``) though
the text is about something else, and which are of its product or site though the body is the subject
(``leaves``), or are where the text is about that (``lends``); who takes part is of the event, though the
text is about a player; what a report tells is of what it tells of.
"""

from __future__ import annotations

from collections.abc import Mapping

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.words import lowered
from verify.extract.names.mentions import Names
from verify.extract.sentences.chosen import GROWTH, Chosen
from verify.text.fold import folded

_AGE = "age."
"""Begins the ids of attributes of somebody himself."""
INHERITED = frozenset(["paragraph", "document"])
"""A subject of these origins is not said in the sentence."""


class Suiting:
    """Chooses with the kinds of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._bodies = frozenset(kind.id for kind in catalog.kinds if kind.body)
        self._places = frozenset(kind.id for kind in catalog.kinds if kind.omissible)
        regions = ((r.name.zh, r.name.en, *r.aliases) for r in catalog.regions)
        self._regions = frozenset(lowered(folded(name)) for told in regions for name in told)
        self._keeps = frozenset(one for kind in catalog.kinds if kind.body for one in kind.keeps)
        self._of_places = frozenset(one for kind in catalog.kinds if kind.omissible for one in kind.keeps)
        events = [kind for kind in catalog.kinds if kind.recurs]
        self._draws = {kind.id: frozenset(kind.keeps) for kind in events}
        self._in_all = {kind.id: frozenset((*kind.keeps, *kind.lends)) for kind in events}
        self._telling = {kind.id: frozenset(kind.keeps) for kind in catalog.kinds if kind.tells}
        self._leaves = frozenset(one for kind in catalog.kinds for one in kind.leaves)
        self._lends = frozenset(one for kind in catalog.kinds if kind.body for one in kind.lends)

    def better(
        self, candidate: int, origin: str, attribute: str, names: Names, reached: int, *, whole: bool
    ) -> int | None:
        """Return the thing that an attribute suits better than a candidate; None for no other.

        What is named only behind ``reached``, a place among the texts of the document, is none.  ``whole``
        says that the figure is told of the whole, as a total of prizes is, which is nobody's own.
        """
        kind = names.candidates[candidate].kind
        told = attribute.removeprefix(GROWTH)
        if self.only_tells(kind, told):
            return self._told_of(candidate, names)
        if kind in self._bodies:
            thing = self._main(names, reached, body=False)
            lent = told in self._lends and thing == names.topic
            return thing if told in self._leaves or lent else None
        if kind in self._places and told in self._leaves:
            thing = self._main(names, reached, body=False)
            return self._main(names, reached, body=True) if thing is None else thing
        if not kind and (whole or origin in INHERITED):
            return self._event(told, self._in_all if whole else self._draws, names, reached)
        if told not in self._keeps or origin not in INHERITED or not kind:
            return None
        return self._main(names, reached, body=True)

    def event(self, candidate: int, attribute: str, names: Names, reached: int) -> int | None:
        """Return the event that lends an attribute, where a candidate is somebody who takes part in it."""
        kind = names.candidates[candidate].kind
        takes_part = not kind or kind in self._bodies
        return self._event(attribute, self._in_all, names, reached) if takes_part else None

    def _told_of(self, teller: int, names: Names) -> int | None:
        """Return what a thing that only tells tells of: what its name begins with, the place of an election.

        Else the weightiest of the document, but for an event, where it may be anybody who takes part.
        """
        others = [n for n in names.order if names.candidates[n].kind not in self._telling]
        full = [lowered(name) for name in names.candidates[teller].names]
        for number in others:
            begins = tuple(lowered(name) for name in names.candidates[number].names)
            if begins and any(name.startswith(begins) for name in full):
                return number
        return next(iter(others), None) if names.candidates[teller].kind not in self._draws else None

    def of_row(self, candidate: int, attribute: str, names: Names) -> int | None:
        """Return the body whose figure the row of a place tells: the revenue of a company in Europe."""
        told, topic = attribute.removeprefix(GROWTH), names.topic
        if topic is None or topic == candidate or names.candidates[topic].kind not in self._bodies:
            return None
        kind = names.candidates[candidate].kind
        placed = kind in self._places and told in self._keeps
        return topic if placed or (not kind and self._is_region(names, candidate)) else None

    def of_market(self, candidate: int, attribute: str, names: Names) -> int | None:
        """Return the thing of which a text tells the figure of a region: Orrin, of its revenue from Japan.

        What is a region's own (its population) stays with it, and all that is told of one that the rules know
        as a thing.
        """
        told, topic = attribute.removeprefix(GROWTH), names.topic
        known = names.candidates[candidate].catalogue_id
        if topic is None or topic == candidate or known or told in self._of_places:
            return None
        placed = names.candidates[topic].kind in self._places or self._is_region(names, topic)
        return None if placed else topic

    def _is_region(self, names: Names, candidate: int) -> bool:
        return any(lowered(folded(name)) in self._regions for name in names.candidates[candidate].names)

    @staticmethod
    def _event(attribute: str, of: Mapping[str, frozenset[str]], names: Names, reached: int) -> int | None:
        """Return the event that an attribute is of where a text is about somebody: 来自34个国家 of a cup."""
        for number in names.order:
            one = names.candidates[number]
            if attribute in of.get(one.kind, ()) and names.firsts[number] < reached:
                return number
        return None

    def only_tells(self, kind: str, attribute: str) -> bool:
        """Say whether a thing of a kind only tells of another what an attribute measures: a report."""
        return kind in self._telling and attribute not in self._telling[kind]

    def is_thing(self, candidate: int | None, names: Names) -> bool:
        """Say whether a candidate is of a kind, and neither a body nor a place."""
        kind = names.candidates[candidate].kind if candidate is not None else ""
        return bool(kind) and kind not in self._bodies and kind not in self._places

    def strange(self, candidate: int, origin: str, chosen: Chosen, names: Names) -> bool:
        """Say whether an attribute is of no thing like a candidate that is not said in the sentence."""
        kind = names.candidates[candidate].kind
        kinds = chosen.entry.kinds if chosen.entry is not None else ()
        if chosen.id.startswith(_AGE) and chosen.place is None and kind and origin in INHERITED:
            return True  # 58岁的村民, in a text on a plant
        return bool(kinds and kind) and kind not in kinds and origin in INHERITED

    def _main(self, names: Names, reached: int, *, body: bool) -> int | None:
        """Return the thing that a document speaks of most among its bodies, or among all other things."""
        for number in names.order:
            one = names.candidates[number]
            told = number == names.topic or names.firsts[number] < reached
            told = told and (number == names.topic or not self._is_region(names, number))
            if told and one.names and (one.kind in self._bodies) is body and one.kind not in self._places:
                return number
        return None
