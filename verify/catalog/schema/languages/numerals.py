"""Keys of a language for its numerals: digits, places, scales, fractions, and the sign before them.

What binds a figure (hedges, ranges) is left to ``figures``, its unit to ``units``.
"""

from __future__ import annotations

from typing import Literal

from verify.catalog.schema.forms import End, Entry, Number, Surface


class NumeralKeys(Entry):
    """The words that numerals are written with."""

    digits: dict[Surface, Number] = {}
    """Numeral characters with their worth (一: "1", 壹: "1", 廿: "20")."""
    places: dict[Surface, Number] = {}
    """十 百 千: places inside a numeral."""
    scales: dict[Surface, Number] = {}
    """万 亿, million: scales after a numeral."""
    number_words: dict[Surface, Number] = {}
    """Words that are numerals by themselves (one, dozen)."""
    zeros: tuple[Surface, ...] = ()
    """Words that are 0 behind a point in words, or before one (three point zero five); alone they count
    nothing."""
    indefinite: dict[Surface, tuple[Number, End, Number, Number]] = {}
    """数 (of 数十), dozens of: lower end and end (not included) of H, then of S, as factors of the
    place or scale that follows, or of one."""
    not_indefinite: tuple[Surface, ...] = ()
    """Words whose last character is no indefinite word (人数十万)."""
    counting: tuple[Surface, ...] = ()
    """Digits that only count, and are none of a row (二〇二一): 两."""
    pairs: tuple[Surface, ...] = ()
    """Two digits that mean either, without being neighbours: 三五 of 三五百."""
    points: tuple[Surface, ...] = ()
    """Decimal point in words: 点 of 三点五, point."""
    number_joints: tuple[Surface, ...] = ()
    """Between the words of one numeral: the space and the "and" of two hundred and ten."""
    number_joints_above: tuple[Surface, ...] = ()
    """Those that stand only behind a scale above a hundred: the comma of one million, two hundred."""
    part_joints: tuple[Surface, ...] = ()
    """Between a whole number and its part: the "and" of two and a half."""
    scale_joints: tuple[Surface, ...] = ()
    """Between a fraction and the scale that it is of: half a million, a quarter of a million."""
    fractions: dict[Surface, Number] = {}
    """一半, half: with their worth."""
    halves_told: dict[Surface, Literal["more_than", "at_least", "nearly", "less_than"]] = {}
    """Words for a half with its hedge, of what follows or stands before: 过半, 逾半."""
    not_halves_told: tuple[Surface, ...] = ()
    """Longer words that end so and tell no share: 时间过半."""
    halves: tuple[Surface, ...] = ()
    """半 of 两个半小时 and 半小时, half an: one half of the unit that follows."""
    not_halves: tuple[Surface, ...] = ()
    """Words that begin with half and add none to the unit before them: 30年半导体."""
    fraction_bars: tuple[Surface, ...] = ()
    """Between denominator and numerator: 分之 of 三分之二."""
    tenths: dict[Surface, Literal["bare", "about"]] = {}
    """成, 折: after digits that are decimals of one (两成, 八五折), with the hedge that it implies."""
    ambiguous_scales: tuple[Surface, ...] = ()
    """Scales whose worth differs by region (兆): a numeral before one is refused."""
    scales_of_money: dict[Surface, dict[Surface, Number]] = {}
    """By such a scale, what it is worth beside a currency: 1.2兆日圓 is 1.2 x 10^12."""
    money_scales: dict[Surface, Number] = {}
    """Letters that are scales after a currency: m of $5m."""
    counted_scales: dict[Surface, Number] = {}
    """A scale behind a measure word: 个亿 of 3.8个亿."""
    not_counted_scales: tuple[Surface, ...] = ()
    """Words that begin so and count what they name: 三个亿元村."""
    head_scales: dict[Surface, Surface] = {}
    """Scales as heads of tables write them, with the word that text has (mn: million).  A letter alone is
    none."""
    more: tuple[Surface, ...] = ()
    """余, 多, 几: after a numeral or its unit, more than it by less than its last digit."""
    not_more: tuple[Surface, ...] = ()
    """Words that begin with one of them (多样)."""
    negative: tuple[Surface, ...] = ()
    """Before a numeral: 零下, minus."""
    negative_throughout: tuple[Surface, ...] = ()
    """Those of ``negative`` that hold for both ends of a range: 零下10至15℃, but not minus 2 to 8."""
    positive: tuple[Surface, ...] = ()
    """The opposite of ``negative``, before a numeral: 零上."""
