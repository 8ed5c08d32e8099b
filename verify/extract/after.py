"""Read what stands after a numeral and belongs to its figure.

Comes in: folded text and a numeral.  Goes out: ``After``: 余, a scale behind it, the unit or
measure word with its denominator (公里/小时, per minute), and where the figure ends.  Hedges
behind the figure and the other end of a range are left to ``quantities``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate

from verify.catalog.schema import LanguageEntry
from verify.catalog.units import UnitTable
from verify.extract.contexts import Contexts
from verify.extract.dictionary import dictionary
from verify.extract.mantissas import Exact
from verify.extract.measures import Measures
from verify.extract.nouns import cut, noun_after, noun_before
from verify.extract.numerals import NumeralReader, scaled
from verify.extract.words import Surfaces, is_latin, lowered, space_at
from verify.lang.en_words import lemma
from verify.model.quantity import DIMENSIONLESS, Hedge, Numeral, Unit
from verify.model.span import Span

_COUNTED_FROM = 10000
"""A noun right behind a Chinese numeral is what it counts only from here (10000亿参数)."""
_LEAST_HALVED = 2
"""A unit of one character behind 半 is mostly a piece of a word (半块, 半节)."""
_LEAST_NOUN = 4
"""A unit behind a letter tells that the letter is a scale where it is a word: 65m tonnes, 2.5m people."""
_MOST_DENOMINATORS = 2
_MOST_SORTS = 20
_NOUN_REACH = 40
"""Characters of a noun with what modifies it."""
_ROUND = 10
"""Whole tens leave room for a hedge inside: 30来人."""
_HALF = Fraction(1, 2)
_OVERLAP = 4
"""Characters behind a unit that may hold the rest of a word begun in it."""
_SHORT = 2
"""Longer nouns of the units are not left to the dictionary."""
_TIME = "second"
_WHOLE = frozenset({"arabic", "chinese", "mixed", "word"})
_MOST_BELOW = 10**9
"""Of more nothing is told."""
_ANYBODY = frozenset({"人", "户", "人次"})
_DAY = 86400
"""By such a time and longer ones a statistic is told, and no rate: 260 nights a year."""
_NEVER_LONG = frozenset({"meter**2", "kilogram"})
"""Units of these stand behind no metres."""
_POWERS = frozenset("×^⁰¹²³⁴⁵⁶⁷⁸⁹")
_AREA = "meter**2"
_YIELDS = frozenset({"kilogram", "meter**3", "bushel"})
_SPACES = frozenset({"meter**3", "meter**2", "kilogram"})
_POSSESSIVE = frozenset("'’")
_DOTS = "·⋅∙•"
_HALVED = frozenset({_TIME, "dimensionless"})
_MONEY = re.compile(r"[A-Z]{3}$")
_PLURAL = re.compile(r" ([A-Za-z]{3,}[^sS\W]s)\b")
_LAST_WORD = re.compile(r"\b([A-Za-z]{1,3}) ([A-Za-z]{3,12})\Z")
_WORD = re.compile(r"[A-Za-z]{3,20}(?![A-Za-z])")


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
    hedge: tuple[Hedge, str] | None = None
    """A hedge between numeral and unit: or so, or more, +."""
    bare_noun: bool = False
    """True where the unit is a noun that the figure does not cover."""
    guessed: bool = False
    """True where the unit's spelling has several meanings and nothing near tells which."""

    def take(self, unit: Unit, start: int, end: int) -> None:
        """Set the unit and its place."""
        self.unit, self.unit_start, self.unit_end, self.end = unit, start, end, end


class AfterReader:
    """Reads rightwards with the units and words of a catalogue."""

    def __init__(self, languages: Sequence[LanguageEntry], units: UnitTable, numerals: NumeralReader) -> None:
        self._units = units
        self._numerals = numerals
        self.contexts = Contexts(languages, units)
        self.measures = Measures(languages)
        self._not_halves = Surfaces((word, True) for entry in languages for word in entry.not_halves)
        self._sorts = Surfaces((word, True) for entry in languages for word in entry.sorts)
        self._no_sorts = Surfaces((w, True) for e in languages for longer in e.sorts.values() for w in longer)
        entries = [entry for language in languages for entry in language.hedges]
        self.hedges = Surfaces((word, Hedge(entry.hedge)) for entry in entries for word in entry.after)
        """Hedges behind a figure, or between numeral and unit."""
        self._part_hedges = Surfaces((w, Hedge(entry.hedge)) for entry in entries for w in entry.behind_part)
        self._no_hedges = Surfaces((word, True) for entry in entries for word in entry.unless)
        self._inside = Surfaces((word, Hedge(entry.hedge)) for entry in entries for word in entry.inside)
        self._per = Surfaces((word, word) for entry in languages for word in entry.per)
        self._part_joints = Surfaces((word, True) for entry in languages for word in entry.part_joints)
        self._unit_joints = Surfaces((word, True) for entry in languages for word in entry.unit_joints)
        self._halved = Surfaces((word, True) for entry in languages for word in entry.halved)
        self._priced = Surfaces((word, word) for entry in languages for word in entry.price_articles)
        self._suffixes = Surfaces((s, unit) for entry in languages for s, unit in entry.rate_suffixes.items())
        self._not_units = Surfaces((word, True) for entry in languages for word in entry.not_units)
        self._articles = frozenset(word for entry in languages for word in entry.per_articles)
        self._per_unless = Surfaces((word, "") for entry in languages for word in entry.per_unless)
        self._more = Surfaces((word, True) for entry in languages for word in entry.more)
        self._not_more = Surfaces((word, True) for entry in languages for word in entry.not_more)
        self._halves = Surfaces((word, True) for entry in languages for word in entry.halves)
        looked_for = (
            self.hedges,
            self._inside,
            self._per,
            self._suffixes,
            self._more,
            self._halves,
            self._sorts,
        )
        self.words = [*_DOTS, *(word for each in looked_for for word in each)]
        """Every word that is looked for behind a numeral or a unit, but measure words."""
        self._money_scales = {
            s: Fraction(worth) for entry in languages for s, worth in entry.money_scales.items()
        }
        self._stop = frozenset(word for entry in languages for word in entry.stop)
        self._measuring = tuple(word for entry in languages for word in entry.measuring)
        self._passed = frozenset(word for entry in languages for word in entry.before_counted)
        self._generic = frozenset(word for entry in languages for word in entry.sizes)
        self._heads = frozenset(word for entry in languages for word in entry.count_heads)
        self._between = self._stop | {
            word for entry in languages for word in (*entry.copulas, *entry.emphasis)
        }

    def read(self, text: str, numeral: Numeral, currency: str = "") -> After:
        """Return what stands after a numeral; ``currency`` is the unit before it."""
        after = After(numeral.span.end, numeral)
        if numeral.kind != "fraction":
            self._more_than(text, after)
        self._letter_scale(text, after, money=bool(currency))
        if currency or self.measures.at(text, after.end) is None:  # 40起事故 counts, ¥40起 begins there
            self._inner_hedge(text, after)
        self._unit(text, after, currency)
        money = self._units.unit(currency) if currency else None
        if money is not None and (after.unit is None or after.bare_noun):
            after.take(money, after.end, after.end)
            after.bare_noun = False
            self._denominators(text, after)
        elif money is not None and after.unit is not None and _MONEY.match(after.unit.name):
            after.unit = money  # 港币300元: 元 names no currency beside one
        return after

    def more_at(self, text: str, place: int) -> int | None:
        """Return the end of 余 or 多 at a place where it is no part of a word (多样)."""
        found = self._more.at(text, place)
        return found[0] if found and self._not_more.at(text, place) is None else None

    def half(self, text: str, start: int) -> tuple[Unit, int] | None:
        """Return the unit after 半, and its end: 半小时, half an hour, half a percentage point, 半杯水."""
        found = self._halves.at(text, start)
        if found is None:
            return None
        place = space_at(text, found[0])
        vessel = self._halved.at(text, place)
        if vessel is not None:
            known = self._units.match(text, place)
            if known is not None and known[1] == vessel[0]:
                return self._units.unit(known[0]), known[1]
            return self.count(text, start, (place, vessel[0], ""))[0], vessel[0]
        for begin in (place, self._measured(text, place)):
            unit = self._units.match(text, begin) if begin < len(text) else None
            if unit is None:
                continue
            halved = self._units.unit(unit[0])
            if halved.base == _TIME or (unit[1] - begin >= _LEAST_HALVED and not halved.counts):
                return halved, unit[1]
        return None

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

    def told_for(self, text: str, after: After) -> bool:
        """Read what a price behind its decimals is paid for: 三块五一斤; say whether that stands there."""
        place = after.end
        self._denominators(text, after)
        return after.end > place

    def goes_on(self, text: str, start: int) -> bool:
        """Say whether 半 begins a word, or a measure word or number stands behind it: 半导体, 半个, 半百."""
        end = start + 1
        if self._not_halves.at(text, start) is not None or self.measures.at(text, end) is not None:
            return True
        return self._numerals.digit_at(text, end)

    def part_hedge_at(self, text: str, place: int) -> tuple[int, Hedge] | None:
        """Return end and meaning of 强 or 弱 behind a part in words: 四分之一强, but not 三成强者."""
        found = self._part_hedges.at(text, place)
        return None if found is None or dictionary().begins(text, place, found[0]) else found

    def count(self, text: str, begin: int, measure: tuple[int, int, str]) -> tuple[Unit, str]:
        """Return the unit of a count whose figure begins at ``begin``, and its measure word.

        The word is empty where the noun behind it is known.  ``measure`` is begin and end of the word, and
        the noun that it implies.
        """
        place, end, implied = measure
        named = self._noun(text, end, implied)
        if named:
            return self.counted(named), ""
        word = text[place:end]
        noun = self._noun_before(text, begin)
        return self.counted(noun) if noun else self._units.counted(word), word

    def name_count(self, text: str, begin: int, after: After) -> None:
        """Give a count its noun where that stands before the figure: 机柜数量达5000个."""
        noun = self._noun_before(text, begin)
        if not after.measure or not noun or after.unit is None or not after.unit.name.startswith("["):
            return
        if after.below and noun.endswith(self._measuring):
            return  # 频率为3次/秒 counts no 频率
        after.unit = self.counted(noun)
        for unit in after.below:
            after.unit = self._units.quotient(after.unit, unit)

    def _noun_before(self, text: str, begin: int) -> str:
        """Return the noun before a figure; 次数 alone says no more than the measure word."""
        noun = noun_before(text, begin, self._between, self._units.noun, self._generic)
        return "" if noun in self._heads else noun

    def counted(self, noun: str) -> Unit:
        """Return the unit of a count of ``noun``, by the table of nouns where it is in it."""
        found = self._units.match(noun, 0)
        if found is not None and found[1] == len(noun):
            unit = self._units.unit(found[0])
            if unit.counts or unit.base == unit.name != "dimensionless":
                return unit
        return self._units.counted(noun)

    # --- between numeral and unit

    def _more_than(self, text: str, after: After) -> None:
        """Read 10余, 50多, 十几 and the scale after it (20多亿)."""
        place = space_at(text, after.end)
        found = self._more.at(text, place)
        if found is None:
            return
        scale, stop = self._numerals.scales.after_digits(text, found[0])
        if scale != 1:
            after.numeral = self._without(text, after.numeral, found[0], stop) or scaled(
                after.numeral, scale, stop, text
            )
        after.more, after.end = text[place : found[0]], stop

    def _without(self, text: str, numeral: Numeral, place: int, stop: int) -> Numeral | None:
        """Return a numeral without the 余 before its last scale: 1亿2千余万 is more than 1亿2千万."""
        start = numeral.span.start
        written = numeral.text + text[place:stop]
        whole = self._numerals.read(written, 0)
        if whole is None or whole.span.end != len(written) or whole.kind == "indefinite":
            return None
        return whole._replace(span=Span(start, stop), text=text[start:stop])

    def _letter_scale(self, text: str, after: After, *, money: bool) -> None:
        """Read $5m and $3B: after a currency a letter is a scale; so it is before people (2.5m people)."""
        scale = self._money_scales.get(text[after.end : after.end + 1].lower())
        end = after.end + 1
        if scale is None or is_latin(text[end : end + 1] or " "):
            return
        if not money:
            found = self._units.match(text, end + 1) if text[end : end + 1] == " " else None
            if found is None or (found[1] - end <= _LEAST_NOUN and not self._follows_scale(found[0])):
                return  # 5m is five metres, 5m EUR and 5m ha are five million
            whole = self._units.match(text, after.end)
            if whole and whole[1] > end and text[after.end : whole[1]] in self._units.spellings:
                return  # the T of 40T FLOPS is the prefix of its unit, which the m of 65m tonnes is not
        after.numeral = scaled(after.numeral, scale, end, text)
        after.end = end

    def _follows_scale(self, unit: str) -> bool:
        return _MONEY.match(unit) is not None or self._units.unit(unit).base in _NEVER_LONG

    def _inner_hedge(self, text: str, after: After) -> None:
        """Read 500 or so people, 500+ people, 30来人: a hedge before the unit."""
        place = space_at(text, after.end)
        inside = self._inside.at(text, place)
        if inside and not after.more and after.numeral.value % _ROUND == 0:
            scale, end = self._numerals.scales.after_digits(text, inside[0])
            if scale != 1 or (text[end:] and (self._units.match(text, end) or self.measures.at(text, end))):
                after.numeral = scaled(after.numeral, scale, end, text)
                after.hedge, after.end = (inside[1], text[place : inside[0]]), end
            return
        found = self.hedge_at(text, place)
        if found and not after.more and not (place == after.end and is_latin(text[place])):
            after.hedge, after.end = (found[1], text[place : found[0]]), found[0]

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

    # --- units and measure words

    def _unit(self, text: str, after: After, currency: str) -> None:
        place = space_at(text, after.end)
        hyphen = text[place : place + 1] == "-" and place == after.end
        if hyphen and is_latin(text[place + 1 : place + 2] or " "):
            place += 1  # a 6.7-kilometre tunnel
            if self._compound(text, after, place):
                return
        if place >= len(text):
            return
        if text[place] == "/" and place == after.end and not currency:
            share = self._units.match(text, place)  # 15.7/10万
            if share is None:
                self._per_time(text, after, place + 1)
            else:
                after.take(self._units.unit(share[0]), place, share[1])
            return
        if self._is_part(after.numeral) and self._of_unit(text, after):
            return
        if self._is_part(after.numeral) and self._counts(text, place):
            return  # two thirds of all staff: a share, and nobody's count
        told = self.contexts.unit(text, after.numeral.span.start, place)
        found = told[:2] if told else self._units.match(text, place)
        if found is not None and currency and self._units.unit(found[0]).counts:
            return  # a $3 billion company
        measure = self.measures.at(text, place)
        counts = (
            measure is not None and told is not None and told[2] and noun_after(text, told[1], self._stop)
        )
        # 5节课 counts lessons, and 59,512 second-hand homes are no time
        if found is not None and not counts and not self.overlaps(text, place, found[1]):
            after.take(self._units.unit(found[0]), place, found[1])
            after.guessed = told is not None and told[2]
            self._half_more(text, after)
            self._factors(text, after)
            self._denominators(text, after)
            return
        if measure is not None:
            self._measure(text, after, place, *measure)
        elif not self._sorted(text, after, place) and (currency or not self._fast(text, after, place)):
            self._bare_count(text, after, place)

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

    @staticmethod
    def _is_part(numeral: Numeral) -> bool:
        return numeral.kind == "fraction" and numeral.value < 1

    def _counts(self, text: str, place: int) -> bool:
        """Say whether a unit that counts stands at a place."""
        found = self._units.match(text, place)
        return found is not None and self._units.unit(found[0]).counts

    def _measure(self, text: str, after: After, place: int, end: int, noun: str) -> None:
        """Read a measure word: 3家企业, 3个多小时, 两个半小时, 5平台."""
        if self._measured_time(text, after, end):
            return
        word, named = text[place:end], self._noun(text, end, noun)
        after.take(self.counted(named) if named else self._units.counted(word), place, end)
        after.measure = "" if named else word
        self._denominators(text, after)

    def _noun(self, text: str, end: int, implied: str) -> str:
        """Return what is counted behind a measure word that ends at ``end``."""
        if implied:
            behind = noun_after(text, end, self._stop, known=self._units.noun)
            return (
                behind if self._units.noun(behind) and self.counted(behind).name.startswith("[") else implied
            )
        return self._listed(text, end) or (
            "" if self._per.at(text, end) else noun_after(text, end, self._stop, known=self._units.noun)
        )

    def _sorted(self, text: str, after: After, place: int) -> bool:
        """Read 四大板块: so many sorts of what the noun names."""
        found = self._sorts.at(text, place) if place == after.end else None
        if found is None or after.more or not 1 < after.numeral.value <= _MOST_SORTS:
            return False
        noun = (
            ""
            if self._no_sorts.at(text, place)
            else noun_after(text, found[0], self._stop, known=self._units.noun)
        )
        if noun:
            after.take(self.counted(noun), place, found[0])
        return bool(noun)

    def _listed(self, text: str, place: int) -> str:
        """Return a longer noun of the units that stands at a place: 38个研究中心 counts no 中心."""
        found = self._units.match(text, place) if place < len(text) else None
        listed = found is not None and found[1] - place > _SHORT and self._units.unit(found[0]).counts
        return text[place : found[1]] if found is not None and listed else ""

    def _modifies(self, text: str, place: int, end: int) -> bool:
        """Say whether an English noun in the singular only tells the sort of the next one: 126 bus lanes."""
        noun = text[place:end].lower()
        following = _PLURAL.match(text, end)
        if (
            following is None
            or not noun.isalpha()
            or lemma(noun) != noun
            or f"{noun}s" == following[1].lower()
        ):
            return False
        found = self._units.match(text, place)
        plural = any(f"{noun}{ending}" in self._units.spellings for ending in ("s", "es"))
        return found is not None and plural and self._units.unit(found[0]).counts

    def overlaps(self, text: str, place: int, end: int) -> bool:
        """Say whether the unit there is the beginning of another word: 3座位于山区, 182亿升至188亿元."""
        longer = self._not_units.at(text, place)
        if longer is not None and longer[0] > end:
            return True
        if text[place].isascii():
            return self._modifies(text, place, end)
        measure = self.measures.at(text, place, end - 1)
        if measure is None or text[place].isascii():
            return False
        behind = self._units.match(text, measure[0])
        if behind is not None and behind[1] >= end:
            counts = self._units.unit(behind[0]).counts
            if counts and behind[1] > end:
                return True  # 63台风电机组
            if not counts and behind[1] == end:
                return False  # 15个工作日内
        borders = accumulate(len(word) for word, _ in cut(text[place : end + _OVERLAP]))
        return end - place not in borders

    def _measured_time(self, text: str, after: After, end: int) -> bool:
        """Read the unit of time behind a measure word with 多 or 半: 3个多小时, 两个半月."""
        half = self._halves.at(text, end)
        more = None if half else self.more_at(text, end)
        place = half[0] if half else more
        unit = None if place is None else self._time(text, place)
        if unit is None:
            return False
        if half:
            self._add_half(text, after, half[0])
        else:
            after.more = text[end:place]
        after.take(unit[0], end if half is None else half[0], unit[1])
        return True

    def _half_more(self, text: str, after: After) -> None:
        """Read 半 behind a unit of time or 倍, and what closes behind any other: 一年半, 一吨半."""
        half = self._halves.at(text, after.end)
        if half is None or after.unit is None or is_latin(text[after.end]):
            return
        if self._not_halves.at(text, after.end) is not None:
            return  # 30年半导体产业
        if after.unit.base in _HALVED or (not after.unit.counts and self._closes(text, half[0])):
            if self._units.match(text, after.end) or self._time(text, half[0]):
                return  # 3天半小时 is no half day
            self._add_half(text, after, after.numeral.span.end)
            longer = text[after.unit_start : after.unit_end] + text[half[0] : half[0] + 1]
            same = len(longer) > after.unit_end - after.unit_start and (
                self._units.spellings.get(longer) == after.unit.name  # 1分半钟
            )
            after.unit_end = after.end = half[0] + same

    def _closes(self, text: str, place: int) -> bool:
        """Say whether no word goes on at a place: the text, its clause or a hedge behind the figure."""
        return not text[place : place + 1].isalnum() or self.hedge_at(text, place) is not None

    @staticmethod
    def _add_half(text: str, after: After, end: int) -> None:
        numeral = scaled(after.numeral, Fraction(1), end, text)
        half = numeral.last * _HALF
        after.numeral = Numeral(
            numeral.span, numeral.text, numeral.value + half, half, half, numeral.point, numeral.kind
        )

    def _time(self, text: str, place: int) -> tuple[Unit, int] | None:
        found = self._units.match(text, place) if place < len(text) else None
        if found is None:
            return None
        unit = self._units.unit(found[0])
        return (unit, found[1]) if unit.base == _TIME else None

    def _measured(self, text: str, place: int) -> int:
        """Return the place after a measure word."""
        found = self.measures.at(text, place)
        return found[0] if found else place

    def _compound(self, text: str, after: After, place: int) -> bool:
        """Read the singular of a compound: a six-lane road, the 12-storey tower."""
        word = _WORD.match(text, place)
        noun = word and lowered(word.group())
        if not word or not noun or self._units.match(text, place) or self._units.noun(noun) is None:
            return False
        after.take(self.counted(noun), place, word.end())
        return True

    def _bare_count(self, text: str, after: After, place: int) -> None:
        """Read a count without measure word: 10000亿参数, 3 new routes."""
        ahead, numeral = text[place], after.numeral
        if "\u3400" <= ahead <= "\u9fff" and place == after.end:
            if numeral.kind not in {"mixed", "arabic"} or numeral.value < _COUNTED_FROM:
                return
        elif not is_latin(ahead) or place == after.end or self._is_part(numeral):
            return
        noun = noun_after(text, after.end, self._stop, self._passed, self._units.noun)
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
        fast = any(unit.base == _TIME and unit.factor < _DAY for unit in rate.below)
        if fast and rate.unit is not None:
            after.take(rate.unit, rate.unit_start, rate.unit_end)
            after.below = rate.below
            return True
        return False

    # --- factors and denominators

    def _factors(self, text: str, after: After) -> None:
        """Read Pa·s, A·h: a unit goes on behind a dot between letters."""
        for _ in range(_MOST_DENOMINATORS):
            dot = after.end
            if after.unit is None or not text[dot:] or text[dot] not in _DOTS or not is_latin(text[dot - 1]):
                return
            other = self._units.match(text, dot + 1) if is_latin(text[dot + 1 : dot + 2] or " ") else None
            if other is None:
                return
            after.unit = self._units.product(after.unit, self._units.unit(other[0]))
            after.end = after.unit_end = other[1]

    def _fast(self, text: str, after: After, place: int) -> bool:
        """Read a limit of 100 per minute: so many of what is counted, in a time shorter than a day."""
        per = None if place == after.end else self._per.at(text, place)
        below = None if per is None or per[1] in self._articles else self._time(text, space_at(text, per[0]))
        if below is None or below[0].factor >= _DAY:
            return False
        after.take(self._units.quotient(DIMENSIONLESS, below[0]), place, below[1])
        return True

    def _per_time(self, text: str, after: After, begin: int) -> None:
        """Read 100/min and 18×10⁹/L: so many of what is counted, a minute or a litre."""
        below = self._time(text, begin)
        if below is None and not _POWERS.isdisjoint(after.numeral.text):
            found = self._units.match(text, begin) if text[begin:] else None
            unit = None if found is None else self._units.unit(found[0])
            below = (unit, found[1]) if found and unit and unit.base in _SPACES else None
        if below is not None:
            after.take(self._units.quotient(DIMENSIONLESS, below[0]), after.end, below[1])

    def _denominators(self, text: str, after: After) -> None:
        """Read /s, 每小时, per minute after a unit."""
        for _ in range(_MOST_DENOMINATORS):
            place = space_at(text, after.end)
            suffix = self._suffixes.at(text, place) if place > after.end else None
            if suffix and after.unit is not None:
                after.unit = self._units.quotient(after.unit, self._units.unit(suffix[1]))
                after.end = after.unit_end = suffix[0]
                return
            begin, word = place + 1, "/"
            if text[place : place + 1] != "/":
                per = self._per.at(text, place)
                if per is None and place == after.end and after.unit is not None:
                    per = self._priced.at(text, place) if _MONEY.match(after.unit.name) else None
                if per is None or (is_latin(text[per[0] - 1]) and place == after.end):
                    return
                begin, word = per
            begin = space_at(text, begin)
            found = self._denominator(text, begin, after.numeral.span.start)
            if found is None or after.unit is None:
                return
            unit, several, end = found
            if word in self._articles and not _told_by(after.unit, unit):
                return  # $5 a month, $3 a gallon, 3 tonnes an acre, but not 5 km a lap
            if word in self._priced and unit.counts:
                return  # 5元一户 is the price of the thing itself
            if (word in self._articles or word in self._priced) and self._per_unless.at(
                text, space_at(text, end)
            ):
                return  # $5 a year earlier
            after.unit = self._units.quotient(after.unit, unit, several)
            after.below.append(unit)
            after.end = after.unit_end = end
            if several > 1:
                return

    def _denominator(self, text: str, begin: int, start: int) -> tuple[Unit, int, int] | None:
        """Return the unit that an amount is told for, how many of it, and its end: per gram, per 100 g.

        ``start`` is where the figure begins.
        """
        if begin >= len(text):
            return None
        found = self._units.match(text, begin) or self.contexts.unit(text, start, begin)
        if found is not None:
            return self._units.unit(found[0]), 1, found[1]
        many: Exact
        many, end = self._numerals.scales.after_digits(text, begin)  # per million tokens
        if end == begin and self._numerals.start.match(text, begin):
            number = self._numerals.read(text, begin)
            if number is None or number.kind not in _WHOLE:
                return None
            after = After(number.span.end, number)
            self._letter_scale(text, after, money=False)
            many, end = after.numeral.value, after.end
        place = space_at(text, end)
        found = self._units.match(text, place) if place < len(text) and 1 < many <= _MOST_BELOW else None
        unit = None if found is None else self._units.unit(found[0])
        if found is None or unit is None or unit.base in _ANYBODY or unit.base == _TIME or many != int(many):
            return None  # of people a statistic is told, and 24 per 30 seconds is no rate
        return unit, int(many), found[1]


def _told_by(unit: Unit, below: Unit) -> bool:
    """Say whether so much of a unit is told for one of another with an article."""
    if below.base == _TIME or _MONEY.match(unit.base):
        return True
    return below.base == _AREA and unit.base in _YIELDS
