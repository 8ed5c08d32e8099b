"""Numbers in plain digits as whole numbers, so that columns of them are compared exactly.

Comes in: the distinct texts of a column.  Goes out: for each its digits as one whole number, and the
places behind the point.  Signs, spaces, hedges and large numbers are left to the reader of text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_PLAIN = r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?"
_TENS = 19


@dataclass(frozen=True, slots=True)
class Digits:
    """Columns, a row for each text."""

    plain: Any
    """True where the text is a number in plain digits; all else is 0 elsewhere."""
    whole: Any
    """The digits without the point."""
    places: Any
    """How many of them stand behind it."""


def digits(texts: Any) -> Digits:
    """Return the numbers among some texts."""
    import numpy as np  # noqa: PLC0415 - with pandas, for tables alone

    plain = texts.str.fullmatch(_PLAIN).to_numpy(dtype=bool)
    kept = texts.where(plain, "0")
    points = kept.str.find(".").to_numpy(dtype=np.int64)
    lengths = kept.str.len().to_numpy(dtype=np.int64)
    places = np.where(points < 0, 0, lengths - points - 1)
    fits = lengths <= _TENS - 1
    whole = kept.where(fits, "0").str.replace(".", "", regex=False).to_numpy(dtype=np.int64)
    plain = plain & fits
    places = np.where(fits, places, 0)
    return Digits(plain, whole, places)


def tens(np: Any) -> Any:
    """Return the powers of ten that fit."""
    return np.array([10**power for power in range(_TENS)], dtype=np.int64)
