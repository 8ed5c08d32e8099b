"""From the words of a figure to the sets of values that they stand for (SEMANTICS §3).

A figure as written comes in, with what its attribute's rule says (exact, tolerance, range);
the same figure goes out with H, S and W in its base unit.  Reading numerals, units and hedges
is left to ``extract``, comparing the sets to ``compare``.

Where the page is silent: a fraction in words has no last digit, so a one-sided hedge before it
(超过一半) reaches a quarter of it further; ``nearly 0`` means within one last digit of 0, and
``less than 0`` at most one last digit below it; a number outside its attribute's range keeps
the sets that its words give; a change (form CHANGE) is not clipped, since ranges and counts
bound levels; an exact attribute makes any hedge on one number mean the number itself, while
ranges, 数十 and 10余 stay the intervals that they name.
"""

from __future__ import annotations

from fractions import Fraction

from verify.model.quantity import Form, Hedge, Interval, Numeral, Quantity

_HALF = Fraction(1, 2)
_ABOUT_HARD = Fraction(1, 4)
_ABOUT_SOFT = Fraction(1, 20)
_ABOUT_DIGITS_HARD = 25
_ABOUT_DIGITS_SOFT = 5
_NEARLY = Fraction(9, 10)
_NO_DIGITS = Fraction(1, 4)
_ANY = Interval(None, None)
_UPWARDS = (Hedge.MORE_THAN, Hedge.AT_LEAST)
_DOWNWARDS = (Hedge.NEARLY, Hedge.LESS_THAN, Hedge.AT_MOST)

Sets = tuple[Interval, Interval]
"""H and S."""


def bounded(
    quantity: Quantity,
    *,
    exact: bool = False,
    tolerance: Fraction | None = None,
    minimum: Fraction | None = None,
    maximum: Fraction | None = None,
) -> Quantity:
    """Return the figure with H, S, W and the hedge that counts, all in its base unit.

    ``exact`` and ``tolerance`` (a relative gap) are the attribute's; ``minimum`` and
    ``maximum``, its range, are in the base unit.  Doing it twice changes nothing.
    """
    limits = _limits(quantity, minimum, maximum)
    allowed = Fraction(0) if exact or tolerance is None else tolerance
    hedge = _hedge(quantity, exact)
    ends: tuple[Quantity, ...] = ()
    if quantity.spans:
        ends = tuple(
            bounded(end, exact=exact, tolerance=tolerance, minimum=minimum, maximum=maximum)
            for end in _ends(quantity, hedge)
        )
    factor, offset = quantity.unit.factor, quantity.unit.offset
    words, meant = _sets(quantity, hedge, exact, allowed)
    inside = words.scaled(factor, offset)
    hard, soft = _clipped(inside, inside if meant is words else meant.scaled(factor, offset), limits)
    wide = hard
    if hedge is Hedge.BARE and not exact:
        cut = _wide(quantity.numerals[0]).scaled(factor, offset)
        wide, _ = _clipped(cut, cut, limits)
    return quantity._replace(
        hedge=hedge, hard=hard, soft=soft, wide=wide, exact=exact, tolerance=allowed, ends=ends
    )


def _hedge(quantity: Quantity, exact: bool) -> Hedge:
    """Return the hedge that counts once form, numeral and attribute are known."""
    numeral = quantity.numerals[0]
    if quantity.form is Form.RANGE or quantity.spans:
        plain = quantity.plus_minus or exact or quantity.hedge is Hedge.BARE
        return Hedge.BETWEEN if plain else quantity.hedge
    if numeral.hard is not None:
        return Hedge.BETWEEN if exact or quantity.hedge is Hedge.BARE else quantity.hedge
    if exact:
        return Hedge.BETWEEN if quantity.hedge is Hedge.BETWEEN else Hedge.EXACTLY
    if quantity.hedge is Hedge.BARE and numeral.kind == "fraction":
        return Hedge.ABOUT
    return quantity.hedge


def _ends(quantity: Quantity, hedge: Hedge) -> list[Quantity]:
    """Return the ends of a–b as points, lower first; a hedge before a range holds for both."""
    own = Hedge.BARE if hedge is Hedge.BETWEEN else hedge
    return [
        quantity._replace(
            stated=f"{numeral.text}{quantity.unit_words}",
            form=Form.CHANGE if quantity.form is Form.CHANGE else Form.POINT,
            numerals=(numeral,),
            hedge=own,
            ends=(),
        )
        for numeral in sorted(quantity.numerals[:2], key=lambda numeral: numeral.value)
    ]


def _sets(quantity: Quantity, hedge: Hedge, exact: bool, tolerance: Fraction) -> Sets:
    """Return H and S in the figure's own unit, before clipping."""
    numeral = quantity.numerals[0]
    if quantity.plus_minus:
        width = abs(quantity.numerals[1].value)
        both = Interval(numeral.value - width, numeral.value + width)
        return both, both
    if not quantity.spans:
        return _point_sets(numeral, hedge, tolerance)
    low, high = sorted(quantity.numerals[:2], key=lambda end: end.value)
    if hedge is not Hedge.BETWEEN:
        lower, upper = _point_sets(low, hedge, tolerance), _point_sets(high, hedge, tolerance)
        return _hull(lower[0], upper[0]), _hull(lower[1], upper[1])
    half = Fraction(0) if exact else _HALF
    below, above = _reach(low, -1, half), _reach(high, 1, half)
    return Interval(below, above), Interval(below, above)


def _reach(numeral: Numeral, sign: int, half: Fraction) -> Fraction:
    """Return how far an end of a plain range reaches outwards."""
    if numeral.hard is not None:
        return (numeral.hard.lower if sign < 0 else numeral.hard.upper) or numeral.value
    return numeral.value + sign * half * numeral.last


def _hull(low: Interval, high: Interval) -> Interval:
    return Interval(low.lower, high.upper, low.lower_closed, high.upper_closed)


def _point_sets(numeral: Numeral, hedge: Hedge, tolerance: Fraction) -> Sets:
    if numeral.hard is not None:
        return _indefinite(numeral.hard, numeral.soft or numeral.hard, hedge)
    hard, soft = _table(abs(numeral.value), numeral, hedge, tolerance)
    return (_mirrored(hard), _mirrored(soft)) if numeral.value < 0 else (hard, soft)


def _indefinite(hard: Interval, soft: Interval, hedge: Hedge) -> Sets:
    """Return the numeral's own sets, opened to the side that a one-sided hedge names."""
    if hedge in _UPWARDS:
        return Interval(hard.lower, None, hard.lower_closed), soft
    if hedge in _DOWNWARDS:
        return Interval(None, hard.upper, upper_closed=hard.upper_closed), soft
    return hard, soft


def _table(x: Fraction, numeral: Numeral, hedge: Hedge, tolerance: Fraction) -> Sets:
    """Return the row of SEMANTICS §3 for a number x of at least 0."""
    digit = numeral.nonzero
    step = x * _NO_DIGITS if digit is None else digit
    match hedge:
        case Hedge.EXACTLY:
            return Interval(x, x), Interval(x, x)
        case Hedge.ABOUT:
            return _about(x, digit, tolerance)
        case Hedge.MORE_THAN:
            return Interval(x, None, lower_closed=False), Interval(x, x + step, lower_closed=False)
        case Hedge.AT_LEAST:
            return Interval(x, None), Interval(x, 2 * x)
        case Hedge.NEARLY if x == 0:
            return Interval(-step, step), Interval(-step / 2, step / 2)
        case Hedge.NEARLY:
            return Interval(x / 2, x, False, False), Interval(x * _NEARLY, x, upper_closed=False)
        case Hedge.LESS_THAN:
            low = -step if x == 0 else x / 2
            return Interval(None, x, upper_closed=False), Interval(low, x, upper_closed=False)
        case Hedge.AT_MOST:
            return Interval(None, x), Interval(x / 2, x)
        case Hedge.BETWEEN:
            return Interval(x, x + step, False, False), Interval(x, x + step, False, False)
        case _:  # bare
            if numeral.last == 0:  # a ratio (1:10) has no last digit
                return Interval(x, x), Interval(x, x)
            half = numeral.last / 2
            bare = Interval(x - half, x + half, upper_closed=False)
            return bare, bare


def _about(x: Fraction, digit: Fraction | None, tolerance: Fraction) -> Sets:
    hard, soft = x * _ABOUT_HARD, x * _ABOUT_SOFT
    if digit is not None:
        hard, soft = min(hard, digit * _ABOUT_DIGITS_HARD), min(soft, digit * _ABOUT_DIGITS_SOFT)
    if tolerance:
        soft = min(hard, x * tolerance)
    return Interval(x - hard, x + hard), Interval(x - soft, x + soft)


def _wide(numeral: Numeral) -> Interval:
    """Return W of a bare number in its own unit."""
    x, wide = abs(numeral.value), numeral.wide
    above = wide if wide > numeral.last else wide / 2
    positive = Interval(x - wide / 2, x + above, upper_closed=wide == 0)  # a ratio is its own W
    return _mirrored(positive) if numeral.value < 0 else positive


def _mirrored(interval: Interval) -> Interval:
    return Interval(
        None if interval.upper is None else -interval.upper,
        None if interval.lower is None else -interval.lower,
        interval.upper_closed,
        interval.lower_closed,
    )


def _limits(quantity: Quantity, minimum: Fraction | None, maximum: Fraction | None) -> Interval:
    """Return the range that the sets are clipped to; what is counted is never below 0."""
    if quantity.form is Form.CHANGE:
        return _ANY
    counted = quantity.kind == "count" or quantity.unit.base.startswith("[")
    if counted and (minimum is None or minimum < 0):
        minimum = Fraction(0)
    return Interval(minimum, maximum)


def _clipped(hard: Interval, soft: Interval, limits: Interval) -> Sets:
    """Clip both sets; a number outside the range keeps its own, and S stays inside H."""
    clipped = hard if limits == _ANY else hard.meet(limits)
    if clipped.empty:
        return hard, soft
    if soft is hard:
        return clipped, clipped
    inner = soft.meet(clipped)
    return clipped, clipped if inner.empty else inner
