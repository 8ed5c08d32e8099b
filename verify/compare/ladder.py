"""The ladder: two figures against each other (SEMANTICS §4).

Two figures of one dimension come in, with their sets (``normalize.bounds``); exactly one line
from 0 to 8 goes out, the first that fits, whatever the order of the pair, with the bound that
decided.  Whether the two may be compared at all is left to ``gate``; dates to ``dates``.

Where the page is silent: of two numbers with last digits of equal worth either may be the
rounded one; between a range and a single number there is no "same number"; so there is none
between an indefinite numeral (数十) and a definite one; the gap of two temperatures in one
unit is taken in that unit, since a gap depends on where zero lies.
"""

from __future__ import annotations

from fractions import Fraction

from verify.compare import wording
from verify.compare.flags import flags
from verify.compare.rung import (
    COMPATIBLE,
    CONFLICT,
    DISAGREEING,
    ENTAILED,
    EQUAL,
    HEDGE_DIFFERS,
    IDENTICAL,
    POSSIBLE,
    ROUNDED,
    UNIT_SLIP,
    Rung,
    gravity,
)
from verify.compare.wording import Bound
from verify.model.exact import percent
from verify.model.group import LADDER
from verify.model.quantity import Hedge, Interval, Quantity

_ROUNDING_GAP = Fraction(1, 20)
_NONE = Fraction(0)


def rung(a: Quantity, b: Quantity) -> Rung:
    """Return the line of the ladder for two figures of one dimension, with its reasons.

    Raises ValueError where the dimensions differ: such a pair is never compared.
    """
    line, bound = _placed(a, b)
    gap = relative_gap(a, b)
    marks = flags(*_deciding(a, b)) if line in (*DISAGREEING, POSSIBLE) else ()
    derivation = wording.derivation(a, b, line=line, bound=bound, gap=gap, flags=marks)
    return Rung(line, gap, bound.words(), marks, derivation)


def line_of(a: Quantity, b: Quantity) -> int:
    """Return the line alone, for callers that compare many pairs; raises as ``rung``."""
    return _placed(a, b)[0]


def relative_gap(a: Quantity, b: Quantity) -> Fraction:
    """Return |a−b| / max(|a|,|b|); 0 for two zeros."""
    same_unit = a.unit == b.unit
    x, y = (a.number, b.number) if same_unit else (a.base_number, b.base_number)
    one, other = x.numerator * y.denominator, y.numerator * x.denominator  # over one denominator
    return Fraction(abs(one - other), max(abs(one), abs(other))) if one != other else _NONE


def _placed(a: Quantity, b: Quantity) -> tuple[int, Bound]:
    if a.unit.base != b.unit.base:
        raise ValueError(f"{a.unit.base} and {b.unit.base} are different dimensions")
    if _unit_slip(a, b):
        return UNIT_SLIP, wording.unit_slip(a, b)
    if a.ends and b.ends:
        return _ranges(a, b)
    for place in (_same_number, _rounded, _sets):
        found = place(a, b)
        if found is not None:
            return found
    return CONFLICT, wording.apart(a, b)


def _unit_slip(a: Quantity, b: Quantity) -> bool:
    """Line 0: the same numeral, not zero, in units of unequal worth, both bare or both exact."""
    if a.form is not b.form or _indefinite(a) or _indefinite(b):
        return False
    numerals = [numeral.value for numeral in a.numerals]
    return (
        (a.unit.factor, a.unit.offset) != (b.unit.factor, b.unit.offset)
        and any(numerals)
        and numerals == [numeral.value for numeral in b.numerals]
        and ((_bare(a) and _bare(b)) or (_exact(a) and _exact(b)))
    )


def _same_number(a: Quantity, b: Quantity) -> tuple[int, Bound] | None:
    """Lines 1, 2 and 4: the same number."""
    if not _equal_numbers(a, b):
        return None
    if _hedge(a) == _hedge(b):
        return (
            (IDENTICAL, wording.plain("the same words"))
            if _words(a) == _words(b)
            else (EQUAL, wording.equal(a, b))
        )
    if a.hard.meets(b.hard):
        return HEDGE_DIFFERS, wording.hedges(a, b)
    return None


def _rounded(a: Quantity, b: Quantity) -> tuple[int, Bound] | None:
    """Line 3, and the two numbers that only a large gap keeps from it: 6 or 7."""
    if not (_bare(a) and _bare(b)) or a.ends or b.ends:
        return None
    pairs = [(coarse, fine) for coarse, fine in ((a, b), (b, a)) if _digit(coarse) >= _digit(fine)]
    held = [(coarse, fine) for coarse, fine in pairs if _cut(coarse).holds(fine.base_number)]
    if not held:
        return None
    coarse, fine = held[0]
    gap = relative_gap(a, b)
    bound = wording.rounded(coarse, fine, _cut(coarse))
    if gap <= _ROUNDING_GAP:
        return ROUNDED, bound
    if gap <= _tolerance(a, b):
        return COMPATIBLE, wording.tolerated(_tolerance(a, b))
    return POSSIBLE, bound.with_words(f"{{}}, but the gap is above {percent(_ROUNDING_GAP)}")


def _sets(a: Quantity, b: Quantity) -> tuple[int, Bound] | None:
    """Lines 5, 6 and 7: what the words allow and what a reader takes them to mean."""
    hedged = not (_bare(a) and _bare(b)) or bool(a.ends or b.ends)
    for inner, outer in ((a, b), (b, a)):
        if hedged and inner.hard.within(outer.soft):
            return ENTAILED, wording.entailed(inner, outer)
    if hedged and a.soft.meets(b.soft):
        return COMPATIBLE, wording.meeting("S", a, b, a.soft.meet(b.soft))
    gap = relative_gap(a, b)
    if not hedged and a.hard.meets(b.hard) and gap <= _ROUNDING_GAP:
        return COMPATIBLE, wording.meeting("H", a, b, a.hard.meet(b.hard))
    if gap <= _tolerance(a, b):
        return COMPATIBLE, wording.tolerated(_tolerance(a, b))
    if a.wide.meets(b.wide):
        return POSSIBLE, wording.meeting("W", a, b, a.wide.meet(b.wide))
    return None


def _ranges(a: Quantity, b: Quantity) -> tuple[int, Bound]:
    """Two written ranges: end by end, the worse decides; one inside the other is line 7."""
    which, (line, bound) = max(
        zip(("lower", "upper"), (_placed(x, y) for x, y in zip(a.ends, b.ends, strict=True)), strict=True),
        key=lambda end: gravity(LADDER[end[1][0]]),
    )
    if line in DISAGREEING and (_inside(a, b) or _inside(b, a)):
        return POSSIBLE, wording.plain("one range lies inside the other")
    return line, bound if line == IDENTICAL else bound.with_words(f"{which} ends: {{}}")


def _inside(inner: Quantity, outer: Quantity) -> bool:
    low, high = (end.base_number for end in outer.ends)
    return all(low <= end.base_number <= high for end in inner.ends)


def _deciding(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Return the pair that flags are sought in: of two ranges, the ends further apart."""
    if not (a.ends and b.ends):
        return a, b
    return max(
        zip(a.ends, b.ends, strict=True),
        key=lambda pair: (gravity(LADDER[_placed(*pair)[0]]), relative_gap(*pair)),
    )


def _equal_numbers(a: Quantity, b: Quantity) -> bool:
    if bool(a.ends) != bool(b.ends) or _indefinite(a) != _indefinite(b):
        return False
    if _indefinite(a):
        return (a.hard, a.soft) == (b.hard, b.soft)
    return a.base_number == b.base_number


def _hedge(quantity: Quantity) -> tuple[Hedge, Fraction]:
    """Return the hedge; for x ± d with its width, which is part of it."""
    width = quantity.numerals[1].value * quantity.unit.factor if quantity.plus_minus else Fraction(0)
    return quantity.hedge, abs(width)


def _words(quantity: Quantity) -> tuple[object, ...]:
    """Return number, unit, hedge and emphasis as written, but for spaces and letter case of words."""
    return (
        tuple(_folded(numeral.text) for numeral in quantity.numerals),
        quantity.unit.name,
        "".join(quantity.unit_words.split()),
        quantity.hedge,
        tuple(_folded(word) for word in quantity.hedge_words),
        _folded(quantity.emphasis),
    )


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()


def _bare(quantity: Quantity) -> bool:
    """Say whether the number stands as written; so do the ends of a plain range."""
    plain_range = bool(quantity.ends) and quantity.hedge is Hedge.BETWEEN
    return not quantity.exact and (quantity.hedge is Hedge.BARE or plain_range)


def _exact(quantity: Quantity) -> bool:
    return quantity.exact or quantity.hedge is Hedge.EXACTLY


def _indefinite(quantity: Quantity) -> bool:
    return any(numeral.hard is not None for numeral in quantity.numerals)


def _digit(quantity: Quantity) -> Fraction:
    """Return u in the base unit."""
    return quantity.numerals[0].last * quantity.unit.factor


def _cut(quantity: Quantity) -> Interval:
    """Return [x−u/2, x+u) in the base unit: all that rounds or is cut off to x."""
    numeral, unit = quantity.numerals[0], quantity.unit
    if numeral.value < 0:
        low, high = numeral.value - numeral.last, numeral.value + numeral.last / 2
        cut = Interval(low, high, lower_closed=False)
    else:
        low, high = numeral.value - numeral.last / 2, numeral.value + numeral.last
        cut = Interval(low, high, upper_closed=False)
    return cut.scaled(unit.factor, unit.offset)


def _tolerance(a: Quantity, b: Quantity) -> Fraction:
    """Return the tolerance of the attribute; −1 where it has none, which no gap fits."""
    return max(a.tolerance, b.tolerance) or Fraction(-1)
