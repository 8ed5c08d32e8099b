"""How a claim should have been read, as the fields of the item's page have it.

Comes in: a claim, what is in force about its reading, and the fields that came back.  Goes out: the fields
as the page fills them, and the corrections that they are.  A field that is left as it was filled changes
nothing; an emptied one takes back what an editor said before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verify.errors import FieldError
from verify.model.judgement import Correction, Judgement, Pin
from verify.report import schema
from verify.report.language import Language
from verify.review.reader import Reader
from verify.text.refinding import find_again
from verify.text.visible import visible

__all__ = ["Fields", "Rereading", "filled", "in_force", "rereadings"]


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one claim."""

    figure: str
    meant: str
    entity: str
    attribute: str
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Rereading:
    """What fields come to."""

    corrections: tuple[Correction, ...]
    dropped: tuple[int, ...]


def in_force(judgement: Judgement | None, pins: Sequence[Pin]) -> Rereading:
    """Return what a judgement says of the reading of the claims that stand at some pins now."""
    if judgement is None or not judgement.rereads:
        return Rereading((), ())
    place = {number: find_again(pin, pins) for number, pin in enumerate(judgement.pins)}
    corrections = (
        Correction(now, one.figure, one.meant, one.entity, one.attribute)
        for one in judgement.corrections
        if (now := place.get(one.pin)) is not None
    )
    dropped = (now for one in judgement.dropped if (now := place.get(one)) is not None)
    return Rereading(tuple(corrections), tuple(dropped))


def filled(claim: schema.Claim, entity: str, place: int, now: Rereading) -> Fields:
    """Return the fields of a claim as the page fills them: what was read, or what an editor said of it."""
    was = _of(place, now)
    return Fields(
        figure=was.figure or claim.quote,
        meant=was.meant or claim.value.stated,
        entity=was.entity or entity,
        attribute=was.attribute or claim.attribute_id,
        dropped=place in now.dropped,
    )


def rereadings(
    claims: Mapping[int, schema.Claim],
    fields: Mapping[int, Fields],
    entities: Mapping[str, str],
    published: Mapping[str, dt.date | None],
    now: Rereading,
    reader: Reader,
    say: Language,
) -> Rereading:
    """Return what the fields of some claims come to, beside what is in force about the others.

    Args:
        claims: By their place in the item.
        fields: Those that came back, by place.
        entities: Names by id.
        published: Days of publication by source, to which relative dates refer.
        now: What is in force.
        reader: Of values.
        say: The language in which mistakes are told.

    Raises:
        FieldError: A field cannot be taken.
    """
    corrections = [one for one in now.corrections if one.pin not in fields]
    dropped = [one for one in now.dropped if one not in fields]
    for place, came in sorted(fields.items()):
        claim = claims[place]
        if came.dropped:
            dropped.append(place)
            continue
        was = _of(place, now)
        shown = filled(claim, entities.get(claim.entity_id, claim.entity_id), place, now)
        one = Correction(
            place,
            _change(came.figure, shown.figure, was.figure),
            _change(came.meant, shown.meant, was.meant),
            _change(came.entity, shown.entity, was.entity),
            _change(came.attribute, shown.attribute, was.attribute),
        )
        if one != Correction(place, "", "", ""):
            _examined(one, claim, published.get(claim.source_id), reader, say)
            corrections.append(one)
    return Rereading(tuple(sorted(corrections, key=lambda one: one.pin)), tuple(sorted(dropped)))


def _of(place: int, now: Rereading) -> Correction:
    return next((one for one in now.corrections if one.pin == place), Correction(place, "", "", ""))


def _change(came: str, shown: str, was: str) -> str:
    """Return what a field says that was not there before; what was, where it came back as it was shown."""
    return was if _bare(came) == _bare(shown) else came


def _bare(text: str) -> str:
    """Return a text as it comes back from a field: unseen characters as signs, and no line breaks."""
    return "".join(visible(text).split())


def _examined(
    one: Correction, claim: schema.Claim, date: dt.date | None, reader: Reader, say: Language
) -> None:
    """Raise FieldError where a correction cannot be put into effect."""
    if one.figure and one.figure not in claim.sentence:
        raise FieldError("“{figure}” does not stand in the sentence; copy it from there", figure=one.figure)
    attribute = one.attribute or claim.attribute_id
    if one.attribute and not reader.knows(one.attribute):
        raise FieldError("no rule knows the attribute “{attribute}”", attribute=one.attribute)
    words = one.meant or (one.figure if one.figure != claim.quote else "")
    if words:
        reader.value(words, date, attribute, say)
