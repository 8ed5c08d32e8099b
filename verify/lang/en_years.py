"""Years alone in English: in 2021, its 2021 sales, 2021 revenue, (2021: £79m), the mid-1990s.

Comes in: pieces of the pattern of dates, and the words beside which a bare year is one.  Goes out: a piece
of that pattern, whose groups begin with ``yr``, and the days that a match names.  Years with a quarter, a
half or a month, and those of a fiscal year, are left to ``en``; bare years that only their nearness to
another date tells (the 2024 fire season), to ``extract.years``.
"""

from __future__ import annotations

from collections.abc import Mapping

from verify.lang import calendar
from verify.lang.base import impossible
from verify.lang.calendar import Days

_WHOLE = (
    "yraround",
    "yropen",
    "yrpossesses",
    "yrdue",
    "yrowned",
    "yrheld",
    "yrmeasured",
    "yrbehind",
    "yrearly",
    "yrad",
)
GROUPS = (*_WHOLE, "yrdecade")
"""Of which one is set in a match of the pattern."""
_OWNED = r"(?:(?<=['’]s )|(?<=its )|(?<=their )|(?<=our )|(?<=the ))"
"""Before a year that tells of when: the province's 2022 grain output."""
_NEAR = r"(?:19[5-9]|20[0-4])\d"
_NO_ROUND = rf"(?![12]\d00){_NEAR}"
"""A round number may count: 2000 sales."""
COUNTED = "people|vehicles|units|homes|cars|km|m\\b|mw\\b"
"""What a number that looks like a year counts."""
_MADE = [
    "built",
    "rebuilt",
    "founded",
    "established",
    "erected",
    "completed",
    "finished",
    "begun",
    "consecrated",
    "dedicated",
    "constructed",
    "restored",
    "destroyed",
    "demolished",
    "sacked",
    "conquered",
    "captured",
    "painted",
    "written",
    "cast",
    "carved",
    "printed",
    "born",
    "died",
    "crowned",
    "chartered",
    "burnt",
]
_DATED = ("dates", "dated", "dating", "date")
_BEHIND_MADE = "|".join(
    rf"(?<=\b{told} )"
    for told in (
        *(f"{verb} {near}" for verb in _MADE for near in ("in", "around", "in about")),
        *(f"{verb} {near}" for verb in _DATED for near in ("from", "back to", "from around", "from about")),
    )
)
_NO_COUNT = r"(?=[.,;:()]|\s(?:by|under|and|as|after|when|during|on|for|to|but|over|with|at|is|was|has)\b|$)"
"""Behind the year of old in which something was made; what is counted would follow."""
_MODIFIES = (
    r"(?:annual|full-year|half-year|fiscal|financial|interim|net|gross|total|operating|underlying|adjusted"
    r"|group|core|pre-tax|pretax|after-tax|capital|organic|domestic|global|average|median|world)"
)
"""Adjectives between a year and what is measured."""


def pattern(year: str, end: str, measuring: str, monthly: str, behind: str) -> str:
    """Return the piece of the pattern.

    ``measuring`` and ``monthly`` are nouns of what is told by the year; ``behind`` is a piece that stands
    only where a year may follow whatever comes after it.
    """
    return (
        rf"(?:(?<=around\s)|(?<=circa\s)|(?<=\bc\.\s)|(?<=\bca\.\s)|(?<=\bin\sabout\s))(?P<yraround>{year})(?!\s?(?!(?:it|they|we|he|she|the|there|and|when|as|with|but|in|to|for)\b)[a-z0-9%]|[.,]\d)"
        rf"|(?:(?<=[(;,])|(?<=[(;,]\s))(?P<yropen>{_NEAR})(?=\s?:\s[-+~(]?\d|\s?:\s?[-+~(]?[a-z]{{0,3}}[£$€¥]|\s[-–—]\s[£$€¥])"
        rf"|(?:(?:early|mid|late)[ -])?(?P<yrdecade>(?:1[5-9]|20)\d0)'?s{end}"
        rf"|(?P<yrpossesses>{_NEAR})(?='s\s[a-z])"
        rf"|(?<=due\s)(?P<yrdue>{_NO_ROUND})(?![a-z0-9%]|[.,]\d)"
        rf"|{_OWNED}(?P<yrowned>{year})(?=\s(?:[a-z-]{{2,16}}\s){{0,2}}(?:{measuring})(?![a-z]))"
        rf"|{_OWNED}(?P<yrheld>{_NEAR})(?=\s[a-z]{{3}})(?!\s(?:{COUNTED}))"
        rf"|(?P<yrmeasured>{_NO_ROUND})(?=\s(?:{_MODIFIES}\s){{0,2}}(?:{measuring}|{monthly})(?![a-z]))"
        rf"|(?:{_BEHIND_MADE})(?P<yrearly>[3-9]\d{{2}}|1[0-4]\d{{2}}){_NO_COUNT}"
        rf"|(?:(?<=\bad )|(?<=\ba\.d\. )|(?=\d{{2,4}}\s(?:ad|ce)\b))"
        rf"(?P<yrad>[1-9]\d{{1,3}})(?:\s(?:ad|ce)\b)?{_NO_COUNT}"
        rf"|{behind}(?P<yrbehind>{year})(?![a-z0-9%]|[.,]\d|\s(?:{COUNTED}))"
    )


def days(found: Mapping[str, str | None]) -> Days:
    """Return the days of a match: a whole year, or a decade, whatever part of it is told."""
    if found["yrdecade"]:
        return impossible(calendar.months(int(found["yrdecade"]), 1, 120, "decade"))
    return impossible(calendar.whole_year(int(next(filter(None, (found[name] for name in _WHOLE))))))
