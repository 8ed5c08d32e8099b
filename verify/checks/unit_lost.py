"""A figure in front of a body without the unit that the body gives it.

Why: a headline that says 总库容2.4亿 leaves open of what, and a summary made by machine that drops 万千瓦
or million dollars is read as something else.

Passes: the title says ``水库总库容2.4亿立方米``, the body ``水库总库容2.4亿立方米``.
Fails: the title says ``水库总库容2.4亿``, the body ``水库总库容2.4亿立方米`` (V207, a note).

Only numbers of some weight count (100 and more, or with a decimal point), and only where the body has the
same number with a unit and never without.

Severity: note: headlines often leave 元 to the reader.
To silence it: write the unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from verify.checks.facts import Facts
from verify.checks.front import FRONT
from verify.model.claim import Mention, Role
from verify.model.finding import Finding, Location, Severity, fingerprint
from verify.model.quantity import Quantity
from verify.model.stage import Stage
from verify.model.wording import canonical, described

CODES = {"V207": "title or summary loses the unit"}
_LEAST = 100
"""Smaller whole numbers are in a text by chance."""


def check(facts: Facts) -> Stage[Finding]:
    """Return a note for each figure in front whose number the body tells only with a unit."""
    return Stage(tuple(_lost(facts)))


def _lost(facts: Facts) -> Iterator[Finding]:
    fronts: dict[str, list[tuple[Mention, Quantity]]] = {}
    told: dict[tuple[str, Fraction], tuple[Mention, Quantity]] = {}
    bare: set[tuple[str, Fraction]] = set()
    for mention in facts.mentions:
        value = mention.value
        if not isinstance(value, Quantity) or mention.role is Role.IGNORED:
            continue
        place = (mention.source_id, value.number)
        if _is_bare(value):
            if mention.section in FRONT:
                fronts.setdefault(mention.source_id, []).append((mention, value))
            else:
                bare.add(place)
        elif mention.section in FRONT:
            bare.add(place)  # told with its unit beside
        else:
            told.setdefault(place, (mention, value))
    for source_id, held in fronts.items():
        for front, value in held:
            place = (source_id, value.number)
            if place in told and place not in bare and _weighs(value):
                yield _finding(facts, (front, value), told[place])


def _is_bare(value: Quantity) -> bool:
    plain_money = value.kind == "money" and not value.unit_words  # 营收186亿
    return plain_money or (value.unit.name == "dimensionless" and value.kind == "number")


def _weighs(value: Quantity) -> bool:
    return abs(value.number) >= _LEAST or value.number.denominator != 1


def _finding(facts: Facts, front: tuple[Mention, Quantity], body: tuple[Mention, Quantity]) -> Finding:
    places = tuple(_location(facts, mention) for mention, _ in (front, body))
    values = (front[1], body[1])
    said = [
        f"{facts.path(place.source_id)}:{place.line}:{place.column} says {described(value)}"
        for place, value in zip(places, values, strict=True)
    ]
    return Finding(
        id=fingerprint("V207", (body[1].unit.base,), map(canonical, values)),
        code="V207",
        severity=Severity.NOTE,
        message=f"{CODES['V207']}: {said[0]} in the {front[0].section}, the body {said[1]}",
        expected=described(values[1]),
        found=described(values[0]),
        gap="",
        locations=places,
        claim_ids=tuple(sorted({one.claim_id for one, _ in (front, body) if one.claim_id})),
    )


def _location(facts: Facts, mention: Mention) -> Location:
    line, column = facts.document[mention.source_id].place(mention.span.start)
    return Location(mention.source_id, mention.span, line, column)
