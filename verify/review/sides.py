"""An item on the screen.

Comes in: an item, the two claims that are to stand side by side, what is in force.  Goes out: everything
that the page shows of it, in ready words, and how the fields of a correction are filled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verify.model.judgement import Judgement, Standing
from verify.report import schema
from verify.report.language import ENGLISH, Language
from verify.report.number_line import NumberLine, number_line
from verify.report.page import MemberView, NoteView
from verify.report.prose import prose
from verify.report.view import Views
from verify.report.wording import witness_words
from verify.review.items import Item
from verify.review.rereading import Fields, filled, in_force
from verify.store.store import Decision

__all__ = ["Side", "Sides", "sides"]

_NAMES = 40
"""So many names of things are offered beside a field."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the claims that stand side by side."""

    name: str
    """``left`` or ``right``."""
    place: int
    """Among the claims of the item."""
    member: MemberView
    entity: str
    fields: Fields
    corrected: bool
    """True where the report was judged with a reading that an editor corrected."""


@dataclass(frozen=True, slots=True)
class Sides:
    """All that the screen shows."""

    item: Item
    sides: tuple[Side, ...]
    """None, one, or two."""
    count: int
    """Of the claims in all."""
    others: tuple[int, int] | None
    """Which claim stands at the right after ``[`` and after ``]``; None with two or fewer."""
    notes: tuple[NoteView, ...]
    """Its findings."""
    line: NumberLine | None
    explanation: str
    """What its sources say together."""
    derivation: tuple[str, ...]
    """Of the two that are shown."""
    decision: Decision
    judgement: Judgement | None
    standing: Standing | None
    names: tuple[str, ...]
    """Of things that the same sources speak of, for the field that says what a figure is about."""
    kind: str
    """Of the thing, where rules or sources tell it."""

    @property
    def left(self) -> Side | None:
        """The claim at the left."""
        return self.sides[0] if self.sides else None

    @property
    def right(self) -> Side | None:
        """The claim at the right."""
        return self.sides[1] if len(self.sides) > 1 else None


def sides(
    views: Views,
    item: Item,
    chosen: tuple[int | None, int | None],
    decision: Decision,
    judgement: Judgement | None,
    standing: Standing | None,
    group: schema.Group | None,
    near: Mapping[str, Sequence[str]],
) -> Sides:
    """Return an item ready for the screen; without a choice of sides, the two farthest apart.

    ``near`` are the ids of the things that each source speaks of.
    """
    count = len(item.claim_ids)
    left, right = _within(chosen[0], count, 0), _within(chosen[1], count, 1)
    shown = [place for place in dict.fromkeys((left, right)) if place is not None]
    now = in_force(judgement, item.pins)
    found = []
    for name, place in zip(("left", "right"), shown, strict=False):
        claim = views.claims[item.claim_ids[place]]
        entity = views.entities.get(claim.entity_id, claim.entity_id)
        found.append(
            Side(
                name=name,
                place=place,
                member=views.member(claim.id, group),
                entity=entity,
                fields=filled(claim, entity, place, now),
                corrected=claim.read_as is not None,
            )
        )
    return Sides(
        item=item,
        sides=tuple(found),
        count=count,
        others=_others(shown, count),
        notes=tuple(views.note(finding) for finding in item.findings),
        line=number_line(group, views.claims, views.say) if group else None,
        explanation=_explanation(group, views.say) if group else "",
        derivation=tuple(
            prose(line, views.say) for line in _derivation(group, {item.claim_ids[place] for place in shown})
        ),
        decision=decision,
        judgement=judgement,
        standing=standing,
        names=_names(views, item, near),
        kind=_kind(views, item),
    )


def _within(place: int | None, count: int, usual: int) -> int | None:
    if place is not None and 0 <= place < count:
        return place
    return usual if usual < count else None


def _others(shown: list[int], count: int) -> tuple[int, int] | None:
    if len(shown) < 2 or count <= 2:
        return None
    ring = [place for place in range(count) if place != shown[0]]
    at = ring.index(shown[1])
    return ring[at - 1], ring[(at + 1) % len(ring)]


def _explanation(group: schema.Group, say: Language) -> str:
    """Return the judge's own words, which are English; in another language, how many say it."""
    if say is ENGLISH:
        return prose(group.explanation)
    return witness_words([len(ids) for ids in group.origins], shared=bool(group.passages), say=say)


def _derivation(group: schema.Group | None, pair: set[str]) -> tuple[str, ...]:
    for item in group.comparisons if group else ():
        if {item.a, item.b} == pair:
            return (*item.derivation, item.bound)
    return ()


def _names(views: Views, item: Item, near: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    sources = {views.claims[ident].source_id for ident in item.claim_ids}
    about = (entity for source in sorted(sources) for entity in near[source])
    return tuple(dict.fromkeys(views.entities.get(ident, ident) for ident in about))[:_NAMES]


def _kind(views: Views, item: Item) -> str:
    first = views.claims[item.claim_ids[0]].entity_id if item.claim_ids else ""
    return next((one.kind for one in views.report.entities if one.id == first), "")
