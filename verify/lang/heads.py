"""Heads of tables that are periods without saying so: 2022, March.

Comes in: the head of a row or column.  Goes out: the same, as text would write the period, so that it is
read as one.  In text a bare year is a number and May a word; alone in a head they tell of when.
"""

from __future__ import annotations

import re

from verify.lang.en import MONTH

_YEAR = re.compile(r"\s*(?:19|20)[0-9]{2}\s*")
_MONTH = re.compile(rf"\s*{MONTH}\s*", re.IGNORECASE)


def as_text(head: str) -> str:
    """Return a head with the word before it that text would have: year 2022, in March."""
    if _YEAR.fullmatch(head):
        return f"year {head.strip()}"
    return f"in {head.strip()}" if _MONTH.fullmatch(head) else head
