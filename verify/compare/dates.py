"""Two dates against each other (SEMANTICS §7).

Two periods come in; a rung of the ladder goes out, or None where one is unresolved, since
such a date neither agrees nor conflicts.  Reading dates is left to ``extract``.
"""

from __future__ import annotations

from fractions import Fraction

from verify.compare.flags import OFF_BY_ONE
from verify.compare.rung import COMPATIBLE, CONFLICT, EQUAL, IDENTICAL, POSSIBLE, ROUNDED, Rung
from verify.model.group import LADDER
from verify.model.period import Period
from verify.model.quantity import Hedge
from verify.model.wording import days


def date_rung(a: Period, b: Period) -> Rung | None:
    """Return the line for two dates, or None where the days of one are not known."""
    if not (a.resolved and b.resolved):
        return None
    line, bound = _placed(a, b)
    marks = (OFF_BY_ONE,) if line in (POSSIBLE, CONFLICT) and _neighbours(a, b) else ()
    derivation = (
        f"a: {a.stated} = {days(a)}",
        f"b: {b.stated} = {days(b)}",
        *(f"may be: {mark}" for mark in marks),
        f"line {line}, {LADDER[line]}: {bound}",
    )
    return Rung(line, Fraction(0), bound, marks, derivation)


def _placed(a: Period, b: Period) -> tuple[int, str]:
    if a.same_days(b):
        if _words(a) == _words(b):
            return IDENTICAL, "the same words"
        return EQUAL, f"the same days, {days(a)}, written otherwise"
    for inner, outer in ((a, b), (b, a)):
        if outer.covers(inner):
            return ROUNDED, f"{days(inner)} lies inside {days(outer)}"
    earlier, later = _in_order(a, b)
    if earlier[1] < later[0]:
        return CONFLICT, f"no day is in both {days(a)} and {days(b)}"
    overlap = f"{days(a)} and {days(b)} overlap"
    if a.hedge is Hedge.BARE and b.hedge is Hedge.BARE:
        return POSSIBLE, overlap
    return COMPATIBLE, f"{overlap}, and at least one is hedged"


def _words(period: Period) -> tuple[str, Hedge]:
    return "".join(period.stated.split()).casefold(), period.hedge


def _in_order(a: Period, b: Period) -> list[tuple[int, int]]:
    """Return first and last day of two resolved dates, the one that begins earlier first."""
    return sorted(
        (period.earliest.toordinal(), period.latest.toordinal())
        for period in (a, b)
        if period.earliest and period.latest
    )


def _neighbours(a: Period, b: Period) -> bool:
    """Say whether two dates of one precision follow each other at once."""
    earlier, later = _in_order(a, b)
    return a.precision == b.precision and earlier[1] + 1 == later[0]
