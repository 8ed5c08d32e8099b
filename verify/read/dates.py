"""The date of a document, as its head or byline states it.

Comes in: a text such as ``Mon, 24 Jan 2022 03:05:25 GMT``, ``2022-01-26 04:35:02 +0800`` or
``2021年10月25日``.  Goes out: a day in the document's zone: a header time in another zone counts in
+08:00 for Chinese, else as written.  Dates in running text are left to ``extract``.
"""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_TIME = (
    r"(?:[T,，\s]{1,3}(?P<hour>[0-9]{1,2})[:：时](?P<minute>[0-9]{2})分?"
    r"(?:[:：]?(?P<second>[0-9]{2})秒?(?:\.[0-9]{1,9})?)?"
    r"\s?(?P<zone>Z|GMT|UTC|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_DAY = r"(?P<day>[0-9]{1,2})"
_YEAR = r"(?<![0-9])(?P<year>[0-9]{4})"
_NUMBER = r"(?P<number>[0-9]{1,2})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}\s?[-/.年]\s?{_NUMBER}\s?[-/.月]\s?{_DAY}日?(?![0-9]){_TIME}",
        rf"(?<![0-9]){_DAY}(?:st|nd|rd|th)?[ -]{_MONTH}[ ,-]{{1,2}}{_YEAR}(?![0-9]){_TIME}",
        rf"\b{_MONTH} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}(?![0-9]){_TIME}",
        r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<number>0[1-9]|1[0-2])(?P<day>[0-3][0-9])(?![0-9])",
    )
)
_CHINA = dt.timezone(dt.timedelta(hours=8))


def find_date(text: str) -> re.Match[str] | None:
    """Return the first date in full, with its time and zone where they are written."""
    matches = [match for form in _FORMS if (match := form.search(text))]
    return min(matches, key=lambda match: match.start(), default=None)


def day_of(text: str, language: str) -> dt.date | None:
    """Return the day that a text states; None where it states none that exists."""
    match = find_date(text)
    return None if match is None else _day(match.groupdict(), language)


def _day(parts: dict[str, str | None], language: str) -> dt.date | None:
    month = parts.get("number") or str(1 + _MONTHS.index((parts.get("month") or "jan")[:3].lower()))
    try:
        day = dt.date(int(parts["year"] or 0), int(month), int(parts["day"] or 0))
        zone = parts.get("zone")
        if not zone or language != "zh":
            return day
        time = dt.time(int(parts["hour"] or 0), int(parts["minute"] or 0), int(parts["second"] or 0))
        return dt.datetime.combine(day, time, _zone(zone)).astimezone(_CHINA).date()
    except (ValueError, OverflowError):
        return None


def _zone(zone: str) -> dt.timezone:
    if zone[0] not in "+-":
        return dt.UTC
    sign = -1 if zone[0] == "-" else 1
    return dt.timezone(sign * dt.timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:])))
