"""Months without a day in English: July sales, late July, May to July 2021, as of June, first-half sales.

Comes in: pieces of the pattern of dates, and the words beside which a bare month is one.  Goes out: a piece
of that pattern, whose groups begin with ``mo``, and the days that a match names.  A name that is a word as
well (may, march) is a bare month only behind words that no verb follows; a month with a year is left to
``en``.
"""

from __future__ import annotations

from collections.abc import Callable

from verify.lang import calendar
from verify.lang.base import Anchor, whole_year
from verify.lang.calendar import Days

_HALVES = ("mohalf", "mohalfbeside", "mohalfalone")
GROUPS = ("mofirst", "mowhole", "mobeside", "mobehind", "monext", *_HALVES, "mofull")
"""Of which one is set in a match of the pattern."""
_WORDS = ("may", "march")
_PARTS = {
    "early": (1, 10),
    "start": (1, 10),
    "beginning": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "end": (21, 31),
}
_YEARS = {"the year": 0, "this year": 0, "the current year": 0, "last year": -1, "the previous year": -1}
_ONE = "|".join(_YEARS)
_OVER = "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in ("in", "for", "over", "during", "across")) + ")"
_REPORTED = frozenset({"year", "half", "quarter", "month"})
"""What a report is on: behind such a date the first half is one of a year, and of no match."""


def pattern(month: str, year: str, end: str, beside: str, behind: str) -> str:
    """Return the piece of the pattern.

    ``beside`` are what follows a bare month, ``behind`` a piece that stands only where one may begin.
    """
    bare = rf"(?!{'|'.join(_WORDS)}){month}"
    return (
        rf"(?P<mofirst>{month})(?:\s?-\s?|\sto\s|\sthrough\s|\s(?={month}\s{year}))(?P<molast>{month})(?:,?\s(?P<moyear>{year}))?{end}"
        rf"|(?:(?P<mopart>early|mid|late)[ -]|(?:the\s)?(?P<moend>end|start|beginning)(?:\sof\s|-))"
        rf"(?P<mowhole>{month})(?:,?\s(?:of\s)?(?P<moyear2>{year}))?{end}"
        rf"|(?P<mobeside>{bare})(?=(?:'s)?\s(?:{beside})(?![a-z]))"
        rf"|{behind}(?P<mobehind>{bare}){end}"
        rf"|(?P<monext>(?<=next\s){bare}){end}"
        rf"|(?:the\s)?(?P<mohalf>first|second)[ -]half\sof\s(?P<mohalfone>{_ONE}){end}"
        rf"|(?P<mohalfbeside>first|second)-half(?=\s(?:{beside})(?![a-z]))"
        rf"|{_OVER}the\s(?P<mohalfalone>first|second)\shalf(?!\sof\b){end}"
        rf"|{_OVER}the\s(?P<mofull>full|whole)\syear(?!\sof\b){end}"
    )


def days(found: dict[str, str | None], number: Callable[[str], int], anchor: Anchor) -> Days | None:
    """Return the days of a match; ``number`` tells the worth of a month."""
    if found["mofirst"]:
        first, last = number(found["mofirst"]), number(found["molast"] or "")
        over = 12 * (last < first)  # November to February 2022 begins in 2021
        return _in_year(
            found["moyear"],
            lambda year: calendar.months(year - (over > 0), first, last + over, "part"),
            anchor,
        )
    if found["mowhole"]:
        month, part = number(found["mowhole"]), _PARTS[found["mopart"] or found["moend"] or ""]
        return _in_year(found["moyear2"], lambda year: calendar.part_of_month(year, month, *part), anchor)
    half = found["mohalf"] or found["mohalfbeside"]
    if half:
        return _half(half, found["mohalfone"], anchor)
    if found["mohalfalone"]:
        if anchor.told is None or anchor.told.precision not in _REPORTED:
            return None
        first = 1 if found["mohalfalone"] == "first" else 7
        return calendar.months(anchor.told.earliest.year, first, first + 5, "half")
    if found["mofull"]:
        return whole_year(anchor)
    alone = number(found["mobeside"] or found["mobehind"] or found["monext"] or "")
    ahead = anchor._replace(ahead=anchor.ahead or bool(found["monext"]))
    return _in_year(None, lambda year: calendar.month(year, alone), ahead)


def _half(half: str, year: str | None, anchor: Anchor) -> Days | None:
    """Return a half of a year: of the one told before (in the first half of the year), else its own."""
    first = 1 if half == "first" else 7
    told = anchor.told
    if year == "the year" and told is not None and told.precision == "year":
        return calendar.months(told.earliest.year, first, first + 5, "half")
    if anchor.published is None:
        return None
    return calendar.months(anchor.published.year + _YEARS.get(year or "", 0), first, first + 5, "half")


def _in_year(written: str | None, named: Callable[[int], Days | None], anchor: Anchor) -> Days | None:
    """Return the days of the year written, else of the nearest; None where there is nothing to hold on to."""
    if written:
        return named(int(written))
    if anchor.published is None:
        return None
    near = [named(anchor.published.year + step) for step in (-1, 0, 1)]
    return calendar.nearest([one for one in near if one], anchor.published, ahead=anchor.ahead)
