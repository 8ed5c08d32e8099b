"""What several hedges of one figure come to: 约…左右, 超过…以上.

Comes in: the hedges around a figure as they were read.  Goes out: the strongest, with the words of all.
Which words are hedges is left to ``before`` and ``after``; what a hedge means in numbers to ``normalize``.
"""

from __future__ import annotations

from verify.model.quantity import Form, Hedge, Numeral

STRENGTH = {
    Hedge.MORE_THAN: 5,
    Hedge.LESS_THAN: 5,
    Hedge.AT_LEAST: 4,
    Hedge.AT_MOST: 4,
    Hedge.NEARLY: 4,
    Hedge.BETWEEN: 3,
    Hedge.ABOUT: 2,
    Hedge.EXACTLY: 1,
    Hedge.BARE: 0,
}


def strongest(hedges: list[tuple[Hedge, str]]) -> tuple[Hedge, tuple[str, ...]]:
    """Return the hedge with the strongest bound, and all hedges as written."""
    found = max((hedge for hedge, _ in hedges), key=STRENGTH.__getitem__, default=Hedge.BARE)
    return found, tuple(word for _, word in hedges)


def bound(hedge: Hedge, numeral: Numeral, form: Form) -> Hedge:
    """Return the hedge of a figure: some numerals and forms have one without a word."""
    if numeral.kind == "fraction" and hedge in {Hedge.BARE, Hedge.EXACTLY}:
        return Hedge.ABOUT
    if hedge is Hedge.BARE and (numeral.kind == "indefinite" or form is Form.RANGE):
        return Hedge.BETWEEN
    return hedge
