"""Read what stands after a numeral and belongs to its figure.

Comes in: folded text and a numeral.  Goes out: ``After``: 余, a scale behind it, the unit or
measure word with its denominator (公里/小时, per minute), and where the figure ends.  Its pieces are
read by ``trailing`` (余, scales, hedges), ``counted_nouns``, ``halves`` and ``rates``.  Hedges behind the
figure and the other end of a range are left to ``quantities``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from string import digits

from verify.catalog.schema import LanguageEntry
from verify.catalog.units import UnitTable
from verify.extract.figures.contexts import Contexts
from verify.extract.figures.counted_nouns import CountedNouns, is_part
from verify.extract.figures.halves import Halves
from verify.extract.figures.kinds import is_money
from verify.extract.figures.numerals import NumeralReader
from verify.extract.figures.overlapping import Overlapping
from verify.extract.figures.rates import DAY, TIME, Rates
from verify.extract.figures.told_for import ToldFor
from verify.extract.figures.trailing import Trailing
from verify.extract.lexicon.measures import Measures
from verify.extract.lexicon.words import Surfaces, is_latin, lowered, space_at
from verify.model.quantity import Hedge, Numeral, Unit

_NOUN_REACH = 40
"""Characters of a noun with what modifies it."""
_POSSESSIVE = frozenset("'’")
_FIRST_WORD = re.compile(r" ([A-Za-z]{1,2}) [A-Za-z]")
_LAST_WORD = re.compile(r"\b([A-Za-z]{1,3}) ([A-Za-z]{3,12})\Z")


@dataclass(slots=True)
class After:
    """What stands after a numeral."""

    end: int
    numeral: Numeral
    unit: Unit | None = None
    unit_start: int = 0
    unit_end: int = 0
    more: str = ""
    """余, 多 as written between numeral and unit."""
    measure: str = ""
    """Measure word whose noun is unknown."""
    below: list[Unit] = field(default_factory=list)
    """Denominators that the unit has."""
    negative: bool | None = None
    """Whether the sign of the second end of a range makes it negative; None where it has none of its own."""
    backwards: bool = False
    """True for the second end of a range of years ago, which runs down."""
    hedge: tuple[Hedge, str] | None = None
    """A hedge between numeral and unit: or so, or more, +."""
    bare_noun: bool = False
    """True where the unit is a noun that the figure does not cover."""
    guessed: bool = False
    """True where the unit's spelling has several meanings and nothing near tells which."""

    def take(self, unit: Unit, start: int, end: int) -> None:
        """Set the unit and its place."""
        self.unit, self.unit_start, self.unit_end, self.end = unit, start, end, end

    def takes(self, found: tuple[Unit, int] | None, start: int) -> bool:
        """Set a unit that was found with its end, and say whether one was."""
        if found is not None:
            self.take(found[0], start, found[1])
        return found is not None


class AfterReader:
    """Reads rightwards with the units and words of a catalogue."""

    def __init__(self, languages: Sequence[LanguageEntry], units: UnitTable, numerals: NumeralReader) -> None:
        self._units = units
        self.contexts = Contexts(languages, units)
        self.measures = Measures(languages)
        self._overlapping = Overlapping(languages, units, self.measures)
        self._trailing = trailing = Trailing(languages, units, numerals, self.measures)
        self._rates = Rates(languages, units, numerals, self.contexts, trailing)
        self.told_apart = ToldFor(languages, self._rates)
        self._nouns = nouns = CountedNouns(languages, units)
        self._halves = Halves(languages, units, numerals, self.measures, trailing, nouns)
        self.hedges, self.hedge_at, self.more_at = trailing.hedges, trailing.hedge_at, trailing.more_at
        self.part_hedge_at = trailing.part_hedge_at
        self.half, self.goes_on = self._halves.at, self._halves.goes_on
        self.count, self.counted = nouns.count, nouns.counted
        self.overlaps = self._overlapping.at
        self._part_joints = Surfaces((word, True) for entry in languages for word in entry.part_joints)
        self._unit_joints = Surfaces((word, True) for entry in languages for word in entry.unit_joints)
        self._articles = frozenset(word for entry in languages for word in entry.per_articles)
        self._priced = Surfaces((word, True) for entry in languages for word in entry.price_articles)
        self._digits = numerals.digits | set(digits)
        self._prices = {word: unit for entry in languages for word, unit in entry.price_units.items()}
        self._measuring = tuple(word for entry in languages for word in entry.measuring)
        self.words = [*trailing, *self._rates, *nouns, *self._halves]
        """Every word that is looked for behind a numeral or a unit, but measure words."""

    def read(self, text: str, numeral: Numeral, currency: str = "") -> After:
        """Return what stands after a numeral; ``currency`` is the unit before it."""
        after = After(numeral.span.end, numeral)
        more = None if numeral.kind == "fraction" else self._trailing.more_than(text, numeral)
        if more is not None:
            after.numeral, after.more, after.end = more
        after.numeral, after.end = self._trailing.letter_scale(
            text, after.numeral, after.end, money=bool(currency)
        )
        # 40起事故 counts, ¥40起 begins there
        if not after.more and (currency or self._no_measure(text, after)):
            hedged = self._trailing.inner_hedge(text, after.numeral, after.end)
            if hedged is not None:
                after.numeral, after.hedge, after.end = hedged
        self._unit(text, after, currency)
        money = self._units.unit(currency) if currency else None
        if money is not None and (after.unit is None or after.bare_noun):
            after.take(money, after.end, after.end)
            after.bare_noun = False
            self._denominators(text, after)
        elif money is not None and after.unit is not None and is_money(after.unit.name):
            after.unit = money  # 港币300元: 元 names no currency beside one
        return after

    def one_before(self, text: str, end: int, floor: int) -> tuple[int, Unit, tuple[int, int]] | None:
        """Return where a mile and begins that ends at a place, its unit and the place of that, or None."""
        joint = self._part_joints.before(text, end, floor)
        word = (
            None if joint is None else _LAST_WORD.search(text, max(floor, joint[0] - _NOUN_REACH), joint[0])
        )
        if word is None or lowered(word[1]) not in self._articles:
            return None
        found = self._units.match(text, word.start(2))
        if found is None or found[1] != word.end(2) or self._units.unit(found[0]).counts:
            return None
        return word.start(1), self._units.unit(found[0]), word.span(2)

    def of_one(self, text: str, numeral: Numeral) -> bool:
        """Say whether a part in words is one of a thing, and no share of what is counted: half a tablet."""
        word = _FIRST_WORD.match(text, numeral.span.end) if is_part(numeral) else None
        return word is not None and lowered(word[1]) in self._articles

    def told_for(self, text: str, after: After) -> bool:
        """Read what a price behind its decimals is paid for: 三块五一斤; say whether that stands there."""
        place = after.end
        self._denominators(text, after)
        return after.end > place

    def buys(self, text: str, place: int, money: Unit) -> bool:
        """Say whether one of what money buys stands at a place: 一瓶 of 两块五一瓶."""
        article = self._priced.at(text, place) if is_money(money.base) and place < len(text) else None
        if article is None or article[0] == len(text):
            return False
        units = self._units.match(text, article[0]) or self.contexts.asks(text, article[0])
        return bool(units) or self.measures.at(text, article[0]) is not None

    def name_count(self, text: str, begin: int, after: After) -> None:
        """Give a count its noun where that stands before the figure: 机柜数量达5000个."""
        noun = self._nouns.before(text, begin)
        if not after.measure or not noun or after.unit is None or not after.unit.name.startswith("["):
            return
        if after.below and noun.endswith(self._measuring):
            return  # 频率为3次/秒 counts no 频率
        after.unit = self.counted(noun)
        for unit in after.below:
            after.unit = self._units.quotient(after.unit, unit)

    # --- units and measure words

    def _unit(self, text: str, after: After, currency: str) -> None:
        place = space_at(text, after.end)
        hyphen = text[place : place + 1] == "-" and place == after.end
        if hyphen and is_latin(text[place + 1 : place + 2] or " "):
            place += 1  # a 6.7-kilometre tunnel
            if after.takes(self._nouns.compound(text, place), place):
                return
        if place >= len(text):
            return
        if text[place] == "/" and place == after.end and not currency:
            self._slashed(text, after)
            return
        if is_part(after.numeral) and self._of_unit(text, after):
            return
        if is_part(after.numeral) and self._counts(text, place):
            return  # two thirds of all staff: a share, and nobody's count
        price = self._price(text, place)
        if price is not None:
            after.take(price, place, place + 1)
            return
        told = self.contexts.unit(text, after.numeral.span.start, place)
        found = told[:2] if told else self._units.match(text, place)
        if found is not None and currency and self._units.unit(found[0]).counts:
            return  # a $3 billion company
        measure = self.measures.at(text, place)
        counts = measure is not None and told is not None and told[2] and self._nouns.follows(text, told[1])
        # 5节课 counts lessons, and 59,512 second-hand homes are no time
        if found is not None and not counts and not self.overlaps(text, place, found[1]):
            after.take(self._units.unit(found[0]), place, found[1])
            after.guessed = told is not None and told[2]
            self._rest_of_unit(text, after)
            self._denominators(text, after)
            return
        if measure is not None:
            self._measure(text, after, place, *measure)
        elif not self._sorted(text, after, place) and (currency or not self._fast(text, after, place)):
            self._bare_count(text, after, place)

    def _no_measure(self, text: str, after: After) -> bool:
        """Say whether no measure word stands at the end of a figure; 起 of 售价39.8万起 counts nothing."""
        found = self.measures.at(text, after.end)
        return found is None or (after.numeral.point and not text[found[0] : found[0] + 1].isalnum())

    def _price(self, text: str, place: int) -> Unit | None:
        """Return the money before its digit and one of what it buys: 毛 of 六毛二一斤, 块 of 两块五一瓶."""
        name = self._prices.get(text[place]) if text[place + 1 : place + 2] in self._digits else None
        unit = None if name is None else self._units.unit(name)
        return unit if unit is not None and self.buys(text, place + 2, unit) else None

    def _slashed(self, text: str, after: After) -> None:
        """Read 15.7/10万, 100/min."""
        share = self._units.match(text, after.end)
        if share is not None:
            after.take(self._units.unit(share[0]), after.end, share[1])
        else:
            after.takes(self._rates.slashed(text, after.numeral, after.end + 1), after.end)

    def _sorted(self, text: str, after: After, place: int) -> bool:
        """Read 四大板块."""
        at_once = place == after.end and not after.more
        return at_once and after.takes(self._nouns.sorts(text, after.numeral, place), place)

    def _fast(self, text: str, after: After, place: int) -> bool:
        """Read 100 per minute."""
        return place > after.end and after.takes(self._rates.counted(text, place), place)

    def _of_unit(self, text: str, after: After) -> bool:
        """Read a quarter of a mile: a part of one that measures."""
        joint = self._unit_joints.at(text, after.end)
        if joint is None:
            return False
        start = after.numeral.span.start
        found = self.contexts.unit(text, start, joint[0]) or self._units.match(text, joint[0])
        if found is None or text[found[1] : found[1] + 1] in _POSSESSIVE:
            return False
        unit = self._units.unit(found[0])
        if unit.counts:
            return False
        after.take(unit, joint[0], found[1])
        return True

    def _counts(self, text: str, place: int) -> bool:
        """Say whether a unit that counts stands at a place."""
        found = self._units.match(text, place)
        return found is not None and self._units.unit(found[0]).counts

    def _measure(self, text: str, after: After, place: int, end: int, noun: str) -> None:
        """Read a measure word: 3家企业, 3个多小时, 两个半小时, 5平台."""
        time = self._halves.time_behind(text, after.numeral, end)
        if time is not None:
            after.numeral, more, unit, (start, stop) = time
            after.more = more or after.more
            after.take(unit, start, stop)
            return
        word, named = text[place:end], self._nouns.behind(text, end, noun)
        after.take(self.counted(named) if named else self._units.counted(word), place, end)
        after.measure = "" if named else word
        self._denominators(text, after)

    def _rest_of_unit(self, text: str, after: After) -> None:
        """Read 半 behind the unit, and the unit that goes on behind a dot: 一年半, Pa·s."""
        if after.unit is None:
            return
        after.numeral, end = self._halves.behind(
            text, after.numeral, after.unit, (after.unit_start, after.unit_end)
        )
        after.unit, after.end = self._rates.factors(text, after.unit, end)
        after.unit_end = after.end

    def _denominators(self, text: str, after: After) -> None:
        """Read what a unit is told for."""
        if after.unit is None:
            return
        rate = self._rates.read(text, after.unit, after.end, after.numeral.span.start)
        if rate.end > after.end:
            after.unit, after.end, after.unit_end = rate.unit, rate.end, rate.end
            after.below += rate.below

    def _bare_count(self, text: str, after: After, place: int) -> None:
        """Read a count without measure word: 10000亿参数, 3 new routes."""
        noun = self._nouns.bare(text, after.numeral, after.end, place)
        if noun and not self._counted_rate(text, after, noun):
            after.take(self.counted(noun), after.end, after.end)
            after.bare_noun = True

    def _counted_rate(self, text: str, after: After, noun: str) -> bool:
        """Read 50 messages per second: a noun with a time behind it is part of the figure."""
        found = lowered(text[after.end : after.end + _NOUN_REACH]).find(noun) if noun.isascii() else -1
        if found < 0:
            return False
        end = after.end + found + len(noun)
        rate = After(end, after.numeral)
        rate.take(self.counted(noun), end - len(noun), end)
        self._denominators(text, rate)
        fast = any(unit.base == TIME and unit.factor < DAY for unit in rate.below)
        if fast and rate.unit is not None:
            after.take(rate.unit, rate.unit_start, rate.unit_end)
            after.below = rate.below
            return True
        return False
