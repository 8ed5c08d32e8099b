"""Find every figure, date and numeral of a block of text, in one pass.

Comes in: folded text of a block.  Goes out: ``Figure``s in order, without overlaps, that together
cover every numeral: quantities, periods, and numerals that are no figures with the rule that says
so.  One sweep finds dates, multiples, times taken and what the ignore rules cover; ``gaps`` reads the
numerals that they leave.  What a figure is about is left to ``extractor``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from operator import attrgetter

from verify.catalog.catalog import Catalog
from verify.extract.figures.dating import Dates
from verify.extract.figures.figure import Figure, Scan
from verify.extract.figures.gaps import Gaps
from verify.extract.figures.ignoring import IgnoreRules
from verify.extract.figures.letters import LetterScales
from verify.extract.figures.multiples import Multiples
from verify.extract.figures.ones import Ones
from verify.extract.figures.timings import AMBIGUOUS, Timings, doubt
from verify.extract.figures.years import years
from verify.extract.lexicon.words import lowered
from verify.lang.base import impossible
from verify.lang.calendar import Days, whole_year
from verify.model.period import Period
from verify.text.alternatives import Alternatives, Sweep
from verify.text.openings import branches


class Scanner:
    """Reads blocks with the knowledge of a catalogue; built once, used for every document."""

    def __init__(self, catalog: Catalog) -> None:
        self._gaps = Gaps(catalog)
        self.quantities = self._gaps.quantities
        self._ignore = IgnoreRules(catalog.ignores)
        self._letters = LetterScales(catalog.languages)
        self._multiples = Multiples(catalog.languages, self.quantities.before, catalog.units)
        self._ones = Ones(catalog.languages, self.quantities.before, catalog.units)
        self._timings = Timings(catalog, self.quantities.before)
        self._dates = Dates(catalog.languages)
        no_hedges = [
            branch for one in catalog.languages for each in one.no_hedges for branch in branches(each)
        ]
        self._sweep = Sweep(
            [
                self._ignore.alternatives,
                self._multiples.alternatives,
                self._timings.alternatives,
                self._ones.alternatives,
                Alternatives(no_hedges, re.MULTILINE, lower=True),
                *self._dates.alternatives,
            ]
        )

    def scan(
        self, text: str, language: str, published: dt.date | None, told: Days | None = None
    ) -> tuple[Scan, Days | None]:
        """Return every figure of the folded text, and the last date it tells."""
        lower = lowered(text)
        result = Scan()
        numeral = self._gaps.first(text)
        covered, factors, timed, ones, barred, *dates = self._sweep.find(text, lower)
        if not (numeral or factors or ones or any(dates)):
            return result, told
        others = list(self._multiples.read(text, factors)) if factors else []
        others += self._ones.read(text, ones) if ones else []
        taken_times, open_times = self._timings.read(text, timed) if timed else ([], [])
        others = sorted([*others, *taken_times], key=_span) if taken_times or ones else others
        ignored = _apart(list(self._ignore.read(covered)), others) if covered and numeral else []
        periods: list[Figure] = []
        if any(dates):
            periods, told = self._dates.read(
                text, lower, dates, language, published, told, ignored, result.troubles
            )
        taken = [*periods, *_apart(ignored, periods), *others]
        if timed:
            taken += _apart(open_times, sorted(taken, key=_span))
            doubtful = [one for one in taken if one.rules == AMBIGUOUS]
            result.troubles += [doubt(text, one) for one in doubtful]
        if len(taken) > 1:
            taken.sort(key=_span)
        bars = [match.end() for match in barred]
        figures = self._letters.read(text, self._gaps.between(text, numeral, taken, bars, result.troubles))
        result.figures = years(text, figures, published or (told.earliest if told else None))
        return result, told

    def names_period(self, lower: str) -> bool:
        """Say whether a short text, such as the head of a column, names a period."""
        return self._dates.name_one(lower)

    def period_of(self, headings: Sequence[str], published: dt.date | None = None) -> Period | None:
        """Return the one period that the nearest heading with any names (2023年生产月报).

        Without a day of publication 去年 names none.
        """
        for heading in reversed(headings):
            dates = self._dates.alone(heading, published)
            found = [one.period for one in dates if one.period is not None]
            if found:
                return found[0] if len(found) == 1 and found[0].resolved else None
            bare = ["".join(years) for years in _BARE_YEAR.findall(heading)]
            if len(bare) == 1:  # Sales by region, 2023
                days = impossible(whole_year(int(bare[0])))
                return Period(bare[0], days.earliest, days.latest, days.precision)
        return None


_span = attrgetter("span")
_BARE_YEAR = re.compile(
    r"(?:^|[,，(:：]\s?|\b(?:in|for|fiscal) )((?:19|20)\d\d)(?=\s?$|\s?[(),，:：])"
    r"|(?:^|\s)(20(?:0[1-9]|[1-4]\d))(?=\s[a-z]{3})"
    r"|[a-z]\s(20(?:0[1-9]|[1-4]\d))(?=\s?$)"
)
"""A year in a heading that nothing else says to be one."""


def _apart(figures: list[Figure], others: list[Figure]) -> list[Figure]:
    """Return the figures that meet none of the others; both are in order."""
    if not others or not figures:
        return figures
    kept: list[Figure] = []
    at = 0
    for figure in figures:
        while at < len(others) and others[at].span.end <= figure.span.start:
            at += 1
        if at >= len(others) or not others[at].span.meets(figure.span):
            kept.append(figure)
    return kept
