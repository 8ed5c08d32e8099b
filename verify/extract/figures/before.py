"""Read what stands before a numeral and belongs to its figure.

Comes in: folded text, the place of a numeral, and a floor that is not crossed.  Goes out:
``Before``: hedges, emphasis, currency, sign, 百分之, 每秒, and where the figure begins.  Every
look-up is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from verify.catalog.schema import LanguageEntry
from verify.catalog.units import UnitTable
from verify.extract.figures.contexts import Contexts
from verify.extract.lexicon.words import Surfaces, is_latin
from verify.model.quantity import Hedge
from verify.text.alternatives import either

_MOST_STEPS = 7
_MILLION = 10**6
_DASHES = "-−"
_JOINING = f"{_DASHES}+"
"""Signs that also join: a range, a sum."""
_BOUNDS = frozenset({Hedge.AT_LEAST, Hedge.AT_MOST})
PER_REACH = 7
"""Characters of 每平方公里."""


@dataclass(slots=True)
class Before:
    """What stands before a numeral."""

    begin: int
    hedges: list[tuple[Hedge, str]] = field(default_factory=list)
    emphasis: str = ""
    currency: str = ""
    """Canonical unit."""
    per: str = ""
    """Canonical unit of the denominator."""
    over: str = ""
    """Canonical unit of 百分之."""
    negative: bool = False
    throughout: bool = False
    """True for a sign that may hold for both ends of a range (零下)."""
    opening: int | None = None
    """Where a word begins that opens a range (between, from); None for none."""


class BeforeReader:
    """Reads leftwards with the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry], units: UnitTable, contexts: Contexts) -> None:
        self._units, self._contexts = units, contexts
        self._hedges = Surfaces(
            (word, (Hedge(entry.hedge), entry.unless))
            for language in languages
            for entry in language.hedges
            for word in entry.before
        )
        self._emphasis = Surfaces((word, word) for entry in languages for word in entry.emphasis)
        self._currencies = Surfaces((s, unit) for entry in languages for s, unit in entry.currencies.items())
        self.money_ends = frozenset(sign[-1] for sign in self._currencies if not sign[-1].isalnum())
        """Characters with which the signs of currencies end."""
        self._letters = Surfaces((s, unit) for entry in languages for s, unit in entry.money_letters.items())
        self._scaled = _scaled(languages)
        self.money_letters = self._letters.lasts
        self._rates = Surfaces((s, unit) for entry in languages for s, unit in entry.rate_prefixes.items())
        self._signs = Surfaces((w, w in e.negative) for e in languages for w in (*e.negative, *e.positive))
        """True for what makes a number negative."""
        self._throughout = Surfaces((w, True) for entry in languages for w in entry.negative_throughout)
        self._verbs = Surfaces((word, True) for entry in languages for word in entry.hedged_verbs)
        self._opening = Surfaces((word, True) for entry in languages for word in entry.range_opening)
        self._over = Surfaces((s, unit) for entry in languages for s, unit in entry.over.items())
        self._per = Surfaces((w, True) for entry in languages for w in entry.per if not w.isascii())
        self.per_ends = sorted({word[-1] for e in languages for word in e.per if not word.isascii()})
        surfaces = (
            self._hedges,
            self._emphasis,
            self._currencies,
            self._letters,
            self._rates,
            self._signs,
        )
        more = (self._opening, self._over, self._verbs)
        unless = [word for language in languages for entry in language.hedges for word in entry.unless]
        self.words = [
            word for each in (*surfaces, self._over, self._per, self._verbs) for word in each
        ] + unless
        """Every word that is looked for before a numeral, but those that open a range."""
        self._ends = frozenset().union(*(each.lasts for each in (*surfaces, *more)))
        """Every character that a word before a numeral ends with, but the units of 每平方公里."""

    def is_sign(self, text: str, place: int) -> bool:
        """Say whether a sign begins at a place (负 before a numeral)."""
        return self._signs.at(text, place) is not None

    def sign_at(self, text: str, place: int) -> tuple[int, bool] | None:
        """Return the end of a sign at a place, and whether it makes negative; None for no sign."""
        return self._signs.at(text, place)

    def currency_at(self, text: str, place: int) -> int:
        """Return the end of a currency at a place, or the place itself."""
        found = self._currencies.at(text, place)
        return found[0] if found else place

    def over_at(self, text: str, place: int, over: str) -> int:
        """Return the end of words at a place that say the same as ``over``, or the place itself: 百分之."""
        found = self._over.at(text, place) if place < len(text) else None
        return found[0] if found is not None and found[1] == over else place

    def read(self, text: str, start: int, floor: int) -> Before:
        """Return what stands before the numeral at ``start``; nothing before ``floor`` is touched."""
        before = Before(start)
        for _ in range(_MOST_STEPS):
            end = before.begin
            while end > floor and text[end - 1] == " ":
                end -= 1
            if end <= floor:
                break
            if text[end - 1] not in self._ends and not self._rate(text, end, floor):
                break
            if not self._step(text, before, end, floor):
                break
        return before

    def _step(self, text: str, before: Before, end: int, floor: int) -> bool:
        """Take one more word; say whether there was one."""
        if self._value(text, before, end, floor):
            return True
        hedge = self._hedges.before(text, end, floor)
        if hedge and not _blocked(text, hedge[0], end, hedge[1][1]):
            before.hedges.insert(0, (hedge[1][0], text[hedge[0] : end]))
            before.begin = hedge[0]
            return True
        emphasis = self._emphasis.before(text, end, floor)
        if emphasis and not before.emphasis:
            before.emphasis = text[emphasis[0] : end]
            before.begin = emphasis[0]
            return True
        if not before.hedges and self._bounded(text, before, end, floor):
            return True
        opening = self._opening.before(text, end, floor)
        if opening:
            before.opening = opening[0]
            over = self._over.before(text, opening[0] - (text[opening[0] - 1 : opening[0]] == " "), floor)
            if over and not before.over:
                before.begin, before.over = over  # aged between 18 and 65
        return False

    def _bounded(self, text: str, before: Before, end: int, floor: int) -> bool:
        """Take a bound with the verb behind it: 最多返回100条, 至少需要3人."""
        verb = self._verbs.before(text, end, floor)
        hedge = None if verb is None else self._hedges.before(text, verb[0], floor)
        if verb is None or hedge is None or hedge[1][0] not in _BOUNDS:
            return False
        if _blocked(text, hedge[0], verb[0], hedge[1][1]):
            return False
        before.hedges.insert(0, (hedge[1][0], text[hedge[0] : verb[0]]))
        before.begin = hedge[0]
        return True

    def _value(self, text: str, before: Before, end: int, floor: int) -> bool:
        """Take a word that changes the value or its unit."""
        over = self._over.before(text, end, floor)
        if over and not before.over:
            before.begin, before.over = over
            return True
        money = self._currencies.before(text, end, floor)
        if money and not before.currency and not before.hedges and not _of_another(text, money[0]):
            before.begin, before.currency = money
            return True
        letter = self._letters.before(text, end, floor) if end == before.begin else None
        if letter and not before.currency and self._scaled.match(text, end):
            before.begin, before.currency = letter
            return True
        sign = self._signs.before(text, end, floor)
        longer = self._emphasis.before(text, end, floor) if sign else None
        if (
            sign
            and not (longer and longer[0] < sign[0])
            and not before.negative
            and not before.hedges
            and _signs(text, sign[0], end, before.begin, floor)
        ):
            before.begin, before.negative = sign
            before.throughout = self._throughout.at(text, sign[0]) is not None
            return True
        rate = None if before.per else self._rates.before(text, end, floor) or self._rate(text, end, floor)
        if rate:
            before.begin, before.per = rate
            return True
        return False

    def _rate(self, text: str, end: int, floor: int) -> tuple[int, str] | None:
        """Return begin and denominator of 每秒, 每平方公里, 每人 that end there."""
        low = max(floor, end - PER_REACH)
        begin = max((text.rfind(word_end, low, end) for word_end in self.per_ends), default=-1)
        if begin < 0:
            return None
        word = self._per.before(text, begin + 1, floor)
        if word is None:
            return None
        found = self._units.match(text, begin + 1) or self._contexts.unit(text, word[0], begin + 1)
        if found is None or found[1] != end or self._units.unit(found[0]).counts:
            return None  # 每位, 每户: a price or a share of one is of the thing itself
        return word[0], found[0]


def _of_another(text: str, begin: int) -> bool:
    """Say whether letters make the sign of a currency another one, which no rule knows: J$500."""
    return not text[begin].isalnum() and is_latin(text[begin - 1 : begin] or " ")


def _scaled(languages: Sequence[LanguageEntry]) -> re.Pattern[str]:
    """Return a pattern of an amount of millions and more, in digits: 12.5m."""
    told = [(word, worth) for e in languages for word, worth in (*e.scales.items(), *e.money_scales.items())]
    scales = either(word for word, worth in told if word.isascii() and int(worth) >= _MILLION)
    return re.compile(rf"\d[\d.,]{{0,12}} ?(?:{scales})\b", re.IGNORECASE)


def _signs(text: str, begin: int, end: int, numeral: int, floor: int) -> bool:
    """Tell a minus from a dash, a plus from a sum: it stands at the numeral, after no letter or figure."""
    if text[end - 1] not in _JOINING:
        return True
    if end != numeral or begin == 0:
        return end == numeral
    before = text[begin - 1]
    if "\u3400" <= before <= "\u9fff":
        return begin > floor  # 气温-5℃, but not 5月-6月
    return not (before.isalnum() or before in f")%）{_JOINING}")


def _blocked(text: str, begin: int, end: int, unless: tuple[str, ...]) -> bool:
    """Say whether a hedge is only a part of a longer word (近 of 最近)."""
    word = text[begin:end]
    for longer in unless:
        inside = longer.find(word)
        if inside >= 0 and text.startswith(longer, max(0, begin - inside)):
            return True
    return False
