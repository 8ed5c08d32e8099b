"""Keys of a language for units and what stands beside them: rates, money, times taken, measure words.

The units themselves stand in ``rules/units``.
"""

from __future__ import annotations

from pydantic import Field

from verify.catalog.schema.forms import Entry, Flag, Surface


class LocalMoney(Entry):
    """What a plain spelling of money means in texts in traditional characters: 元."""

    spelling: Surface
    plain: Surface
    """Canonical unit elsewhere."""
    means: Surface
    """Canonical unit there."""
    where: tuple[Surface, ...] = Field(min_length=1)
    """Words, one of which the text says somewhere."""
    unless: tuple[Surface, ...] = ()
    """Words that tell of money of another place."""


class UnitReading(Entry):
    """What a spelling means beside certain words: 度 after 气温 is a temperature."""

    spelling: Surface
    means: Surface
    """Canonical unit."""
    words: tuple[Surface, ...] = Field(min_length=1)
    """Near the figure, the nearest counts."""
    otherwise: Flag = False
    """Whether this is the better guess where nothing near tells."""
    behind: Flag = False
    """Whether the words tell only right behind the spelling: times its, but not times on its first day."""


class PrimeWords(Entry):
    """The units of two numbers with primes, and the words near them that tell."""

    units: tuple[Surface, Surface]
    words: tuple[Surface, ...] = Field(min_length=1)


class UnitKeys(Entry):
    """The words by which a unit is told, joined, or meant otherwise."""

    not_units: tuple[Surface, ...] = ()
    """Words that begin as a unit does and are none: second-hand, 升至 (no litre), 安全 (no ampere)."""
    unit_joints: tuple[Surface, ...] = ()
    """Between a fraction in words and the unit of which it is a part: a quarter of a mile."""
    halved: tuple[Surface, ...] = ()
    """Units and measure words of one character behind 半 that are no piece of another word: 半斤, 半杯水."""
    splits: tuple[Surface, ...] = ()
    """Units that may stand where the decimal point would: 9秒83, 1米75."""
    hyphen_parts: dict[Surface, Surface] = {}
    """By a unit between hyphens, that of the number behind: six-foot-two is six feet and two inches."""
    part_units: dict[Surface, Surface] = {}
    """Spellings that beside another part of one figure mean this unit: m of 2h05m42s, in of 5ft 11in."""
    time_joints: tuple[Surface, ...] = ()
    """Between the parts of one time: the "and" of four hours and 12 minutes."""
    echoes: tuple[Surface, ...] = ()
    """Behind the number of days said once more, they add nothing: 夜 of 三天三夜."""
    primes: tuple[PrimeWords, ...] = ()
    """What 6'2" is, by what stands near: feet and inches, or minutes and seconds."""
    readings: tuple[UnitReading, ...] = ()
    """Spellings of units that mean another unit by what stands near."""
    precisions: dict[Surface, Surface] = {}
    """FP16, 半精度: beside a figure in FLOPS, with the operation that it counts."""
    per: tuple[Surface, ...] = ()
    """Joins a figure to its denominator: 每, per, a."""
    per_unless: tuple[Surface, ...] = ()
    """Words behind a unit of time that make it a distance in time and no rate: $5 a year earlier."""
    ones: tuple[Surface, ...] = ()
    """Units of which an article tells one where a hedge stands before: nearly an hour."""
    ones_hedged: tuple[Surface, ...] = ()
    """The hedges before it: over a year may be during one."""
    per_articles: tuple[Surface, ...] = ()
    """Those of ``per`` that are articles: they join only a time, or a unit after money ($3 a gallon)."""
    rate_suffixes: dict[Surface, Surface] = {}
    """Words behind a unit that give its denominator (annually), with the unit."""
    rate_prefixes: dict[Surface, Surface] = {}
    """Words before a figure that give its denominator (每秒, 时速), with the unit."""
    currencies: dict[Surface, Surface] = {}
    """Before a figure: symbol or code with the currency's unit."""
    lakh_money: tuple[Surface, ...] = ()
    """Money whose amounts are written in groups of two above the thousands: Rs 12,34,567."""
    money_letters: dict[Surface, Surface] = {}
    """Letters that are money right before an amount of millions and more, and else name models: R12.5m."""
    price_articles: tuple[Surface, ...] = ()
    """Between money and one of what it is paid for: 一 of 三块五一斤."""
    price_units: dict[Surface, Surface] = {}
    """Characters that are money where a digit and one of what it buys stand behind: 毛 of 六毛二一斤."""
    local_money: tuple[LocalMoney, ...] = ()
    plain_money: tuple[Surface, ...] = ()
    """The money that a bare number of ten thousands and more beside a word for money is in (营收186亿)."""
    cents: dict[Surface, tuple[Surface, ...]] = {}
    """By a unit of no told money (cents), those that it may mean: the one whose money a text tells."""
    timed: tuple[Surface, ...] = ()
    """Words before a time that somebody took, told with colons: clocked 2:05:42."""
    timed_behind: tuple[Surface, ...] = ()
    """Words behind it: 2:05:42的成绩."""
    not_timed: tuple[Surface, ...] = ()
    """Words before numbers with a colon that are none: a ratio of 1:10.25, at 3:45."""
    not_timed_behind: tuple[Surface, ...] = ()
    """Words behind such numbers: 3:45 pm, 3:10的比例."""
    taking: tuple[Surface, ...] = ()
    """Before a time like 2:08:47 that was taken, and is no time of day: 成绩为, finished in."""
    headcounts: dict[Surface, tuple[Surface, ...]] = {}
    """Words behind a number and a hyphen that count people (a 9,000-strong workforce), with what has none."""
    measures: dict[Surface, str] = {}
    """Measure words with the noun they imply (辆: 车辆); "" where only the noun tells."""
    measures_alone: tuple[Surface, ...] = ()
    """Measure words that are none where they begin another word: 页 of 6页, but not of 页面."""
    people_measures: tuple[Surface, ...] = ()
    """Those of ``measures`` that may count people and households; no other does: 件, 间, 趟."""
    before_counted: tuple[Surface, ...] = ()
    """Between a number and the noun it counts, without being a part of it: 12 more shops."""
    sorts: dict[Surface, tuple[Surface, ...]] = {}
    """Words between a number up to twenty and the noun whose sorts it counts (大 of 四大板块), with the
    longer words that they begin (大桥)."""
