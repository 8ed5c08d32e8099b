"""Read what behind a numeral belongs to the number: 余, a letter for a scale, a hedge before the unit.

Comes in: folded text and a numeral.  Goes out: the numeral with its scale, 余 or the hedge, and where they
end.  The unit behind them is left to ``after``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from verify.catalog.schema import LanguageEntry
from verify.catalog.units import UnitTable
from verify.extract.figures.kinds import is_money
from verify.extract.figures.numerals import NumeralReader, scaled
from verify.extract.lexicon.dictionary import dictionary
from verify.extract.lexicon.measures import Measures
from verify.extract.lexicon.words import Surfaces, is_latin, space_at
from verify.model.quantity import Hedge, Numeral
from verify.model.span import Span

_LEAST_NOUN = 4
"""A unit behind a letter tells that the letter is a scale where it is a word: 65m tonnes, 2.5m people."""
_NEVER_LONG = frozenset({"meter**2", "kilogram"})
"""Units of these stand behind no metres."""
_ROUND = 10
"""Whole tens leave room for a hedge inside: 30来人."""


class Trailing:
    """Reads rightwards from a numeral with the words of the given languages."""

    def __init__(
        self,
        languages: Sequence[LanguageEntry],
        units: UnitTable,
        numerals: NumeralReader,
        measures: Measures,
    ) -> None:
        self._units = units
        self._numerals = numerals
        self._measures = measures
        entries = [entry for language in languages for entry in language.hedges]
        self.hedges = Surfaces((word, Hedge(entry.hedge)) for entry in entries for word in entry.after)
        """Hedges behind a figure, or between numeral and unit."""
        self._part_hedges = Surfaces((w, Hedge(entry.hedge)) for entry in entries for w in entry.behind_part)
        self._no_hedges = Surfaces((word, True) for entry in entries for word in entry.unless)
        self._inside = Surfaces((word, Hedge(entry.hedge)) for entry in entries for word in entry.inside)
        self._more = Surfaces((word, True) for entry in languages for word in entry.more)
        self._not_more = Surfaces((word, True) for entry in languages for word in entry.not_more)
        self._money_scales = {
            s: Fraction(worth) for entry in languages for s, worth in entry.money_scales.items()
        }

    def __iter__(self) -> Iterator[str]:
        """Yield the words that are looked for."""
        yield from (*self.hedges, *self._inside, *self._more)

    def more_than(self, text: str, numeral: Numeral) -> tuple[Numeral, str, int] | None:
        """Read 10余, 50多, 十几 and the scale after it (20多亿).

        Returned are the numeral, 余 as written and the end.
        """
        place = space_at(text, numeral.span.end)
        found = self._more.at(text, place)
        if found is None:
            return None
        scale, stop = self._numerals.scales.after_digits(text, found[0])
        if scale != 1:
            numeral = self._without(text, numeral, found[0], stop) or scaled(numeral, scale, stop, text)
        return numeral, text[place : found[0]], stop

    def _without(self, text: str, numeral: Numeral, place: int, stop: int) -> Numeral | None:
        """Return a numeral without the 余 before its last scale: 1亿2千余万 is more than 1亿2千万."""
        start = numeral.span.start
        written = numeral.text + text[place:stop]
        whole = self._numerals.read(written, 0)
        if whole is None or whole.span.end != len(written) or whole.kind == "indefinite":
            return None
        return whole._replace(span=Span(start, stop), text=text[start:stop])

    def letter_scale(self, text: str, numeral: Numeral, end: int, *, money: bool) -> tuple[Numeral, int]:
        """Read $5m and $3B: after a currency a letter is a scale; so it is before people (2.5m people).

        ``end`` is where the numeral ends with what was read behind it; without a scale both are returned as
        they are.
        """
        scale = self._money_scales.get(text[end : end + 1].lower())
        stop = end + 1
        if scale is None or is_latin(text[stop : stop + 1] or " "):
            return numeral, end
        if not money:
            joined = text[stop : stop + 1] in {" ", "-"}  # a 70B-parameter model
            found = self._units.match(text, stop + 1) if joined else None
            if found is None or (found[1] - stop <= _LEAST_NOUN and not self._follows_scale(found[0])):
                return numeral, end  # 5m is five metres, 5m EUR and 5m ha are five million
            whole = self._units.match(text, end)
            if whole and whole[1] > stop and text[end : whole[1]] in self._units.spellings:
                return numeral, end  # the T of 40T FLOPS is a prefix, which the m of 65m tonnes is not
        return scaled(numeral, scale, stop, text), stop

    def _follows_scale(self, unit: str) -> bool:
        return is_money(unit) or self._units.unit(unit).base in _NEVER_LONG

    def inner_hedge(
        self, text: str, numeral: Numeral, end: int
    ) -> tuple[Numeral, tuple[Hedge, str], int] | None:
        """Read 500 or so people, 500+ people, 30来人: a hedge before the unit; return it with the end."""
        place = space_at(text, end)
        inside = self._inside.at(text, place)
        if inside and numeral.value % _ROUND == 0:
            scale, stop = self._numerals.scales.after_digits(text, inside[0])
            at_unit = text[stop:] and (self._units.match(text, stop) or self._measures.at(text, stop))
            if scale == 1 and not at_unit:
                return None
            return scaled(numeral, scale, stop, text), (inside[1], text[place : inside[0]]), stop
        found = self.hedge_at(text, place)
        if found is None or (place == end and is_latin(text[place])):
            return None
        return numeral, (found[1], text[place : found[0]]), found[0]

    def more_at(self, text: str, place: int) -> int | None:
        """Return the end of 余 or 多 at a place where it is no part of a word (多样)."""
        found = self._more.at(text, place)
        return found[0] if found and self._not_more.at(text, place) is None else None

    def hedge_at(self, text: str, place: int) -> tuple[int, Hedge] | None:
        """Return end and meaning of a hedge behind a figure: no 起 of 起重机, no + of 12GB+256GB."""
        found = self.hedges.at(text, place)
        if found is None or self._no_hedges.at(text, place) is not None:
            return None
        end = found[0]
        if end - place == 1 and not text[place].isascii() and dictionary().begins(text, place, end):
            return None
        behind = space_at(text, end)  # no + of 2 adults + 3 children
        return None if not text[end - 1].isalnum() and text[behind : behind + 1].isdigit() else found

    def part_hedge_at(self, text: str, place: int) -> tuple[int, Hedge] | None:
        """Return end and meaning of 强 or 弱 behind a part in words: 四分之一强, but not 三成强者."""
        found = self._part_hedges.at(text, place)
        return None if found is None or dictionary().begins(text, place, found[0]) else found
