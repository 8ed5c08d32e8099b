"""How claims tell their figures: the parts of a key, and the words around a number.

Comes in: claims of aligned things, by document and place.  Goes out: a ``Heard`` for each figure, with the
``Way`` in which it is told.  Which of them tell one fact is left to ``retold``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from verify.model.claim import Claim, Modality
from verify.model.period import Period
from verify.model.quantity import Hedge, Interval, Quantity
from verify.resolve.figures import digits
from verify.resolve.vocabulary import Told, counts, own_word, wordless
from verify.text.fold import folded

COUNTS = "#"
"""Stands for the dimension of what is counted, by whatever noun."""
DAY = "date"
"""The dimension of a day on which something happened; it begins that of a month or a quarter."""
COMMON = (COUNTS, DAY, "dimensionless", "second")
"""Begin the dimensions in which any thing has many numbers, and short ones: counts, days, shares, whiles."""
_WORTH = {"day": 3, "month": 2, "quarter": 2}
"""A day tells as much as a number of so many digits, and a month less."""
_NEAR = Fraction(19, 20)
"""A number is rounded, or cut off, by a twentieth at most (SEMANTICS §4)."""
_UNNAMED = "?"
_CARRIED = "paragraph"
"""Where a time was found that another sentence tells."""
_BEFORE = re.compile(r"[^，。；、：！？,.;:!?()（）\n\d|]{0,48}\Z")
_AFTER = re.compile(r"[^，。；、：！？,.;:!?()（）\n\d|]{0,32}")

DATED = "~[date]"
"""Begins the id of what only the words beside a date tell."""
_COMMAS = ("，", ",")

Number = tuple[str, Fraction]
"""A dimension, one for all counts, and a number in it."""
Meant = Callable[[Quantity], Interval]
"""Tells what a reader takes a hedged figure to mean (S), in its base unit."""


class Way(NamedTuple):
    """The parts of a key by which a figure is told, but its times."""

    told: Told
    scope: str | None
    loose: bool
    statistic: str | None
    base: str | None
    modality: Modality | None = None
    """None for what is, as well."""

    @property
    def stem(self) -> Way:
        """The parts by which it may be held against what others tell, whatever they leave unstated."""
        return self._replace(scope=None if self.loose else self.scope, loose=False, statistic=None, base=None)

    @property
    def worth(self) -> int:
        """How well it says what is meant: by an attribute of the rules, by a word of its own, by none."""
        if wordless(self.told):
            return 0
        return 1 if own_word(self.told) else 2


class Heard(NamedTuple):
    """What is remembered of one claim; a tuple, for there are many."""

    thing: str
    number: Number
    digits: int
    """How many digits of the number tell something; 0 where it tells nothing."""
    claim_id: str
    source_id: str
    way: Way
    sure: int
    """Place of its confidence among the grades, from the lowest."""
    time: Period | None
    as_of: Period | None
    near: frozenset[Number]
    """Other figures of its sentence."""
    words: str
    """The text around it, up to the next figure or stop."""
    around: tuple[Fraction, Fraction] | None
    """Between which numbers lies what it may be a rounded form of; the lower one is within."""
    last: Fraction
    """The worth of its last digit, in the base unit; 0 where it has none."""
    name: str
    """The words that tell there which thing it is of; empty where they are not known."""
    carried: bool
    """Whether another sentence told its time, which may be that of something else."""
    seldom: bool = False
    """Whether few numbers of its dimension are told of the thing."""

    @property
    def order(self) -> tuple[str, Number, str]:
        """By what is held together, then by place."""
        return self.thing, self.number, self.claim_id


def heard(sentence: Sequence[Claim], grades: Sequence[object], meant: Meant) -> Iterator[Heard]:
    """Yield what is remembered of the claims of one sentence."""
    numbers = {claim.id: number for claim in sentence if (number := _number(claim)) is not None}
    long = {claim.id: size for claim in sentence if (size := _size(claim))}
    near = frozenset(numbers[one] for one in long if not numbers[one][0].startswith(DAY))
    for claim in sentence:
        number = numbers.get(claim.id)
        if number is None or claim.entity_id.startswith(_UNNAMED) or claim.perhaps:
            continue
        yield Heard(
            claim.entity_id,
            number,
            long.get(claim.id, 0),
            claim.id,
            claim.source_id,
            _way(claim),
            grades.index(claim.confidence),
            claim.qualifiers.time,
            claim.qualifiers.as_of,
            near - {number},
            _around(claim),
            _rounded(claim, meant),
            _last(claim),
            next((folded(step.value).lower() for step in claim.trace if step.part == "entity"), ""),
            any(step.part == "time" and step.origin == _CARRIED for step in claim.trace),
        )


def _number(claim: Claim) -> Number | None:
    value, dimension = claim.value, claim.dimension
    if isinstance(value, Period):
        if value.earliest is None or not _period_worth(value):
            return None
        dimension = DAY if value.earliest == value.latest else f"{DAY} {value.precision}"
        return dimension, Fraction(value.earliest.toordinal())
    if not isinstance(value, Quantity):
        return None
    return COUNTS if counts(dimension) else dimension, value.base_number


def _size(claim: Claim) -> int:
    value = claim.value
    if isinstance(value, Period):
        return _period_worth(value)
    told = isinstance(value, Quantity) and len(value.numerals) == 1
    return digits(value) if isinstance(value, Quantity) and told else 0


def _period_worth(value: Period) -> int:
    """Return as how many digits a date tells; 0 where it names no day, month or quarter."""
    if value.earliest is not None and value.earliest == value.latest:
        return _WORTH["day"]
    return _WORTH.get(value.precision, 0) if value.resolved else 0


def _rounded(claim: Claim, meant: Meant) -> tuple[Fraction, Fraction] | None:
    """Return between which numbers lies what is rounded or cut off to that of a claim; S if it is hedged."""
    value = claim.value
    if not isinstance(value, Quantity) or len(value.numerals) > 1 or value.exact:
        return None
    numeral, unit = value.numerals[0], value.unit
    if value.hedge is not Hedge.BARE or numeral.kind == "fraction":
        soft = meant(value)
        return None if soft.lower is None or soft.upper is None else (soft.lower, soft.upper)
    number = numeral.value
    if number <= 0 or unit.offset:
        return None
    low, high = max(number - numeral.last / 2, number * _NEAR), min(number + numeral.last, number / _NEAR)
    return low * unit.factor, high * unit.factor


def _last(claim: Claim) -> Fraction:
    value = claim.value
    if not isinstance(value, Quantity) or len(value.numerals) != 1:
        return Fraction(0)
    return value.numerals[0].last * value.unit.factor


def _way(claim: Claim) -> Way:
    parts = claim.qualifiers
    modality = None if parts.modality is Modality.IS else parts.modality
    told = Told(claim.attribute_id, claim.dimension)
    return Way(told, parts.scope, parts.loose, parts.statistic, parts.base, modality)


def _around(claim: Claim) -> str:
    if claim.attribute_id.startswith(DATED):
        # without the names of things, which say nothing of what happened
        return claim.attribute_id.removeprefix(DATED)
    text, span = folded(claim.context).lower(), claim.context_span
    dated = isinstance(claim.value, Period) and text.startswith(_COMMAS, span.end)  # 8月5日，全国…
    before, after = _BEFORE.search(text[: span.start]), _AFTER.match(text, span.end + dated)
    return f"{before[0] if before else ''}|{after[0] if after else ''}"
