"""Find times that somebody took, told with colons: 13:22.45, 2:05:42.

Comes in: what the sweep over a text found.  Goes out: figures in seconds.  Two colons are a time of day too,
and one may be a ratio, so words beside them must tell (``timed`` of a language); a fraction of a second, and
more hours than a day has, tell it alone.  Of 3:45 no word tells whether it is minutes or hours: it is
doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from verify.catalog.catalog import Catalog
from verify.extract.figures.before import Before, BeforeReader
from verify.extract.figures.figure import Figure, Kind, Reading, Trouble
from verify.extract.figures.hedging import strongest
from verify.extract.lexicon.words import Surfaces, space_at
from verify.model.quantity import Form, Numeral, Quantity
from verify.model.span import Span
from verify.text.alternatives import Alternatives

AMBIGUOUS = ("timing.ambiguous",)
"""The rule of what may be minutes and seconds, or hours and minutes."""
_SECOND = "second"
_HOURS = 24
_MINUTE = 60
_TWO = 2
"""So many decimals no ratio has behind a colon and two digits."""
_REACH = 24
_TIMED = [
    r"(?<![\d.,])(?<!\d:)(?:\d{1,3}:)?[0-5]?\d:[0-5]\d\.\d{1,3}(?![\d:%‰]|\.\d)",
    r"(?<![\d.,])(?<!\d:)\d{1,3}:[0-5]\d:[0-5]\d(?![\d:%‰]|\.\d)",
    r"(?<![\d.,])(?<!\d:)\d{1,3}:[0-5]\d(?![\d:%‰]|[.,]\d)",
]


class Timings:
    """Reads such times with the words of a catalogue."""

    alternatives = Alternatives(_TIMED, lower=True)

    def __init__(self, catalog: Catalog, before: BeforeReader) -> None:
        """Take what reads the hedges before a figure."""
        languages = catalog.languages
        self._before = before
        self._units = catalog.units
        self._told = Surfaces((word, True) for entry in languages for word in entry.timed)
        self._taking = Surfaces((word, True) for entry in languages for word in entry.taking)
        self._behind = Surfaces((word, True) for entry in languages for word in entry.timed_behind)
        self._not = Surfaces((word, True) for entry in languages for word in entry.not_timed)
        self._not_behind = Surfaces((word, True) for entry in languages for word in entry.not_timed_behind)

    def read(self, text: str, matches: Iterable[re.Match[str]]) -> tuple[list[Figure], list[Figure]]:
        """Return what is told as a time, and what may be one where no rule says that it is no figure.

        Neither where the rules know no second: there is nothing to tell a time in.
        """
        if self._units.named(_SECOND) is None:
            return [], []
        told: list[Figure] = []
        open_: list[Figure] = []
        for match in matches:
            before = self._before.read(text, match.start(), max(0, match.start() - _REACH))
            parts = match.group().split(":")
            word = self._word(text, before, match)
            if word is None and not _long(parts):
                continue
            if "." in parts[-1] or len(parts) > _TWO:
                if word or _alone(parts):
                    told.append(self._figure(text, match, parts, before))
            elif word or len(parts[0]) == 1 < int(parts[0]):
                doubtful = Figure(Kind.NUMERAL, Span(*match.span()), AMBIGUOUS)
                (told if word else open_).append(doubtful)
        return told, open_

    def _word(self, text: str, before: Before, match: re.Match[str]) -> bool | None:
        """Say whether a word beside the figure tells a time taken; None where one tells something else."""
        end = before.begin - 1 if text[before.begin - 1 : before.begin] == " " else before.begin
        behind = space_at(text, match.end())
        if self._not.before(text, end) or self._not_behind.at(text, behind):
            return None
        exact = match.group().count(":") == _TWO or "." in match.group()
        taken = self._taking.before(text, end) if exact else None
        return bool(taken or self._told.before(text, end) or self._behind.at(text, behind))

    def _figure(self, text: str, match: re.Match[str], parts: Sequence[str], before: Before) -> Figure:
        decimals = len(parts[-1].partition(".")[2])
        value = Fraction(0)
        for part in parts:
            value = value * _MINUTE + Fraction(part)
        number, last = Span(*match.span()), Fraction(1, 10**decimals)
        numeral = Numeral(number, match.group(), value, last, last, point=True)
        plain = not (before.currency or before.per or before.over or before.negative)
        hedge, told = strongest(before.hedges if plain else [])
        span = Span(before.begin if plain else number.start, number.end)
        words, second = text[span.start : span.end], self._units.unit(_SECOND)
        quantity = Quantity(words, Form.POINT, (numeral,), second, hedge, told, kind="duration")
        rules = ("timing",) if not told else ("timing", f"hedge.{hedge}")
        reading = Reading(span, quantity, number, Span(number.end, number.end), rules)
        return Figure(Kind.QUANTITY, span, rules, reading)


def doubt(text: str, figure: Figure) -> Trouble:
    """Return what is doubtful about a figure of one colon."""
    words = text[figure.span.start : figure.span.end]
    message = f"'{words}' may be minutes and seconds, hours and minutes, or a ratio"
    return Trouble("ambiguous-time", message, figure.span)


def _long(parts: Sequence[str]) -> bool:
    """Say whether there are more hours than a day has."""
    return len(parts) > _TWO and int(parts[0]) > _HOURS


def _alone(parts: Sequence[str]) -> bool:
    """Say whether digits alone tell a time: more hours than a day has, or a fraction that no ratio has."""
    decimals = parts[-1].partition(".")[2]
    if len(parts) > _TWO:
        return bool(decimals) or _long(parts)
    return len(decimals) >= _TWO or (bool(decimals) and len(parts[0]) >= _TWO)
