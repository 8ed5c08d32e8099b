"""A figure taken apart: hedge, numeral, unit.

Comes in: the words of a figure.  Goes out: its parts, which ``mutations`` changes one at a time, and
the oracle's value of what is written then.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from oracle import Set, Value, number

BEFORE = {
    "不超过": "at_most",
    "超过": "more_than",
    "至少": "at_least",
    "大约": "about",
    "不到": "less_than",
    "约": "about",
    "近": "nearly",
    "up to": "at_most",
    "more than": "more_than",
    "about": "about",
}
AFTER = {"左右": "about", "以上": "at_least"}
EMPHASIS = ("高达", "多达", "达")
PREFIXES = ("每秒",)
"""Of a rate, where they stand before the numeral."""

_FLOPS = "flop/second"
_AREA = "meter**2"
UNITS: dict[str, tuple[str, Fraction]] = {
    **{
        f"{prefix}flop{s}": (_FLOPS, Fraction(10**power))
        for prefix, power in (("Giga", 9), ("Tera", 12), ("Peta", 15), ("Exa", 18))
        for s in ("", "s")
    },
    **{
        f"{prefix}FLOPS": (_FLOPS, Fraction(10**power))
        for prefix, power in (("G", 9), ("T", 12), ("P", 15), ("E", 18))
    },
    **{
        f"{prefix} FLOPS": (_FLOPS, Fraction(10**power))
        for prefix, power in (("G", 9), ("T", 12), ("P", 15), ("E", 18))
    },
    "每秒次浮点运算": (_FLOPS, Fraction(1)),
    "次浮点运算/秒": (_FLOPS, Fraction(1)),
    "次/秒": (_FLOPS, Fraction(1)),
    "次浮点运算": ("flop", Fraction(1)),
    "平方米": (_AREA, Fraction(1)),
    "公顷": (_AREA, Fraction(10**4)),
    "亩": (_AREA, Fraction(2000, 3)),
    "平方公里": (_AREA, Fraction(10**6)),
    "km²": (_AREA, Fraction(10**6)),
    "平方千米": (_AREA, Fraction(10**6)),
    "公里": ("meter", Fraction(1000)),
    "千米": ("meter", Fraction(1000)),
    "米": ("meter", Fraction(1)),
    "m": ("meter", Fraction(1)),
    "ft": ("meter", Fraction("0.3048")),
    "km": ("meter", Fraction(1000)),
    "miles": ("meter", Fraction("1609.344")),
    "元": ("CNY", Fraction(1)),
    "美元": ("USD", Fraction(1)),
    "%": ("share", Fraction(1, 100)),
    "‰": ("share", Fraction(1, 1000)),
    "％": ("share", Fraction(1, 100)),
    "千瓦时": ("joule", Fraction(3_600_000)),
    "兆瓦时": ("joule", Fraction(3_600_000_000)),
    "度": ("joule", Fraction(3_600_000)),
    "GWh": ("joule", Fraction(3_600_000_000_000)),
    "kWh": ("joule", Fraction(3_600_000)),
    "千瓦": ("watt", Fraction(1000)),
    "GW": ("watt", Fraction(10**9)),
    "吨二氧化碳当量": ("kg CO2e", Fraction(1000)),
    "公斤二氧化碳当量": ("kg CO2e", Fraction(1)),
    "吨": ("kg", Fraction(1000)),
    "公斤": ("kg", Fraction(1)),
    "天": ("second", Fraction(86400)),
    "日": ("second", Fraction(86400)),
    "小时": ("second", Fraction(3600)),
    "周": ("second", Fraction(604800)),
    "分钟": ("second", Fraction(60)),
    "s": ("second", Fraction(1)),
    "/min": ("per second", Fraction(1, 60)),
    "/h": ("per second", Fraction(1, 3600)),
    "MB": ("byte", Fraction(10**6)),
    "MiB": ("byte", Fraction(2**20)),
    "": ("number", Fraction(1)),
    **{f"{name}": ("parameters", Fraction(1)) for name in ("参数", "个参数")},
    **{word: ("count", Fraction(1)) for word in ("个", "家", "所", "种", "枚", "人", "辆", "座", "台")},
}

INDEFINITE = {
    "上百": (100, 999, 199),
    "上千": (1000, 9999, 1999),
    "数百": (200, 9999, 999),
    "几百": (200, 9999, 999),
}
"""Lowest of H and S, highest of H, highest of S."""

# The shortest scale first, so that the unit is the longest that fits (五十五 千米, 1250万 千瓦).
_FIGURE = re.compile(
    "(?P<numeral>(?:"
    + "|".join(INDEFINITE)
    + r"|[\d０-９][\d０-９,]*(?:[.．][\d０-９]+)?|[零一二两三四五六七八九十])"
    r"(?:[十百千万亿零一二两三四五六七八九]*?| [万亿]+| (?:million|billion)))"
    r"(?P<more> ?[余多]|)(?P<gap> ?)"
    "(?P<unit>" + "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True)) + ")"
)


@dataclass(frozen=True)
class Figure:
    """The parts of a figure, in the order in which they are written."""

    before: str
    """A hedge or an emphasis, in front."""
    prefix: str
    numeral: str
    more: str
    """余 or 多."""
    gap: str
    """White space between numeral and unit."""
    unit: str
    after: str

    @property
    def text(self) -> str:
        return f"{self.before}{self.prefix}{self.numeral}{self.more}{self.gap}{self.unit}{self.after}"

    @property
    def dimension(self) -> str:
        return UNITS[self.prefix + self.unit][0]

    @property
    def hedge(self) -> str:
        if self.more or self.numeral in INDEFINITE:
            return "between"
        return BEFORE.get(self.before.strip()) or AFTER.get(self.after) or "bare"

    @property
    def value(self) -> Value:
        """What the oracle sees in it, without what the attribute adds."""
        worth = UNITS[self.prefix + self.unit][1]
        if ends := INDEFINITE.get(self.numeral):
            low, hard, soft = (Fraction(end) for end in ends)
            plain = number(str(ends[0]))
            return Value(plain, worth, "between", self.text, ends=(Set(low, hard), Set(low, soft)))
        return Value(number(self.numeral), worth, self.hedge, self.text)


def figure(text: str) -> Figure | None:
    """Take a figure apart; None for one that is not of this shape (1:10)."""
    rest = text
    before = next((word for word in (*BEFORE, *EMPHASIS) if rest.startswith(word)), "")
    rest = rest[len(before) :]
    space = " " * (len(rest) - len(rest.lstrip(" ")))
    before, rest = before + space, rest[len(space) :]
    prefix = next((word for word in PREFIXES if rest.startswith(word)), "")
    rest = rest[len(prefix) :]
    after = next((word for word in AFTER if rest.endswith(word)), "")
    match = _FIGURE.fullmatch(rest.removesuffix(after))
    if match is None:
        return None
    found = Figure(before, prefix, match["numeral"], match["more"], match["gap"], match["unit"], after)
    return found if prefix + found.unit in UNITS else None
