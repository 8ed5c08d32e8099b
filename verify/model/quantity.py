"""A figure as written: numeral, unit, hedge, and the sets of values its words stand for."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from verify.model.span import Span


class Hedge(StrEnum):
    """How the words bind the number (SEMANTICS §3)."""

    BARE = "bare"
    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    NEARLY = "nearly"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    BETWEEN = "between"


class Form(StrEnum):
    """Shape of the value."""

    POINT = "point"
    RANGE = "range"
    CHANGE = "change"


class Interval(NamedTuple):
    """A connected set of numbers; None is an open end at infinity."""

    lower: Fraction | None
    upper: Fraction | None
    lower_closed: bool = True
    upper_closed: bool = True

    def holds(self, value: Fraction) -> bool:
        """Say whether the number lies inside."""
        if self.lower is not None and (value < self.lower or (value == self.lower and not self.lower_closed)):
            return False
        return not (
            self.upper is not None and (value > self.upper or (value == self.upper and not self.upper_closed))
        )

    @property
    def empty(self) -> bool:
        """True when no number lies inside."""
        if self.lower is None or self.upper is None:
            return False
        if self.lower == self.upper:
            return not (self.lower_closed and self.upper_closed)
        return self.lower > self.upper

    def meet(self, other: Interval) -> Interval:
        """Return what lies in both; may be empty."""
        lower, lower_closed = _tighter(self.lower, self.lower_closed, other.lower, other.lower_closed, 1)
        upper, upper_closed = _tighter(self.upper, self.upper_closed, other.upper, other.upper_closed, -1)
        return Interval(lower, upper, lower_closed, upper_closed)

    def meets(self, other: Interval) -> bool:
        """Say whether any number lies in both."""
        return not self.meet(other).empty

    def within(self, other: Interval) -> bool:
        """Say whether every number of this one lies in the other."""
        return self.meet(other) == self

    def scaled(self, factor: Fraction, offset: Fraction = Fraction(0)) -> Interval:
        """Return the interval with every number times ``factor`` (above 0) plus ``offset``."""
        if factor == 1 and not offset:
            return self
        return Interval(
            None if self.lower is None else self.lower * factor + offset,
            None if self.upper is None else self.upper * factor + offset,
            self.lower_closed,
            self.upper_closed,
        )

    def __str__(self) -> str:
        left = "(" if self.lower is None or not self.lower_closed else "["
        right = ")" if self.upper is None or not self.upper_closed else "]"
        low = "−∞" if self.lower is None else str(self.lower)
        high = "∞" if self.upper is None else str(self.upper)
        return f"{left}{low}, {high}{right}"


def _tighter(
    a: Fraction | None, a_closed: bool, b: Fraction | None, b_closed: bool, sign: int
) -> tuple[Fraction | None, bool]:
    if a is None:
        return b, b_closed
    if b is None:
        return a, a_closed
    if a is b or a == b:
        return a, a_closed and b_closed
    return (a, a_closed) if (a > b) is (sign > 0) else (b, b_closed)


class Numeral(NamedTuple):
    """One number as written, without unit and hedge; worths are in its own unit.

    A tuple, for there are many.
    """

    span: Span
    """In the text that was scanned."""
    text: str
    value: Fraction
    last: Fraction
    """u: the worth of the last digit written, in its own scale (374亿亿: 10^16)."""
    nonzero: Fraction | None
    """p: the worth of the last digit that is not zero; None for a fraction in words."""
    point: bool = False
    """True where a decimal point is written; zeros after it are digits."""
    kind: str = "arabic"
    """``arabic chinese mixed word fraction indefinite``."""
    hard: Interval | None = None
    """H of an indefinite numeral (数十, 七八百, dozens); None for a definite one."""
    soft: Interval | None = None
    """S of an indefinite numeral."""

    @property
    def wide(self) -> Fraction:
        """w: p, but never coarser than the second leading digit nor finer than u."""
        if self.point or self.nonzero is None or self.value == 0:
            return self.last
        second = _leading(abs(self.value)) / 10
        return max(self.last, min(self.nonzero, second))


def _leading(value: Fraction) -> Fraction:
    """Return the worth of the leading digit of a number above 0: a power of ten."""
    power = len(str(value.numerator)) - len(str(value.denominator))
    worth = Fraction(10) ** power
    return worth / 10 if worth > value else worth


class Unit(NamedTuple):
    """A unit with its exact worth; two values are of one dimension when ``base`` is equal."""

    name: str
    """Canonical spelling: ``petaflop/second``, ``meter**2``, ``[count of 高校]``."""
    base: str
    """Coherent canonical unit: ``flop/second``, ``meter**2``, ``CNY``, ``dimensionless``."""
    factor: Fraction = Fraction(1)
    """Worth of one in ``base``."""
    offset: Fraction = Fraction(0)
    """Added after the factor: temperatures."""

    @property
    def counts(self) -> bool:
        """True for people and things, each noun a dimension of its own (人, 户, ``[count of 高校]``).

        The name of a count of people may be 人 though its dimension is their noun: 46人 of 焊工46人.
        """
        if self.base.startswith("["):
            return self.name == self.base or (self.factor == 1 and not self.name.isascii())
        return self.name == self.base and not self.base.isascii()


DIMENSIONLESS = Unit("dimensionless", "dimensionless")


class Quantity(NamedTuple):
    """A figure as written.  H, S and W are in ``unit.base`` and already hold the attribute's rules.

    A tuple, for there are many.
    A reader of text leaves ``hard``, ``soft`` and ``wide`` as the words alone give them;
    ``normalize.bounds`` sets them again once the attribute is known (exact, tolerance, range).
    """

    stated: str
    """The words: value with its unit and hedge, nothing else."""
    form: Form
    numerals: tuple[Numeral, ...]
    """One; two for a range a–b, of values or of a change; two for x ± d."""
    unit: Unit
    hedge: Hedge = Hedge.BARE
    hedge_words: tuple[str, ...] = ()
    """The hedge as written, before and after the figure."""
    emphasis: str = ""
    """达, 高达, 多达 …: remembered, no hedge."""
    unit_words: str = ""
    """The unit as written."""
    kind: str = "quantity"
    """quantity count money percent ratio duration temperature age number ordinal."""
    hard: Interval = Interval(None, None)
    """H: what the words allow."""
    soft: Interval = Interval(None, None)
    """S: what a reader takes them to mean."""
    wide: Interval = Interval(None, None)
    """W: H widened by final zeros that may stand for digits cut off; H when hedged."""
    exact: bool = False
    """Number against number: the attribute's rule says so."""
    tolerance: Fraction = Fraction(0)
    """Largest relative gap that the attribute allows; 0 for none."""
    ends: tuple[Quantity, ...] = ()
    """The two ends of a written range a–b, lower first, as points with sets of their own
    (``normalize.bounds`` fills them); empty for any other value."""

    @property
    def plus_minus(self) -> bool:
        """True for x ± d, whose second numeral is a width."""
        return self.form is Form.RANGE and len(self.numerals) == 2 and "±" in self.hedge_words

    @property
    def spans(self) -> bool:
        """True for a written range a–b, be it of values or of a change (降温8至10℃)."""
        return len(self.numerals) == 2 and not self.plus_minus

    @property
    def number(self) -> Fraction:
        """The number in ``unit``; the middle of a range."""
        if self.spans:
            return (self.numerals[0].value + self.numerals[1].value) / 2
        return self.numerals[0].value

    @property
    def base_number(self) -> Fraction:
        """The number in ``unit.base``."""
        unit, number = self.unit, self.number
        worth = number if unit.factor == 1 else number * unit.factor
        return worth + unit.offset if unit.offset else worth
