"""Heads of tables as text would say them: 2022, March, Revenue (€ million), area_burned_ha.

Comes in: the head of a row or column, the units, and the scales that heads write short (mn, '000).  Goes out:
the same, as text would write a period, so that it is read as one (in text a bare year is a number and May a
word; alone in a head they tell of when), or the words of a name in code; and the unit that a head gives its
cells, as text would write it behind a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.catalog.schema import LanguageEntry
from verify.catalog.units import UnitTable
from verify.lang.en import MONTH
from verify.text.alternatives import either

_YEAR = re.compile(r"\s*(?:19|20)[0-9]{2}\s*")
_MONTH = re.compile(rf"\s*{MONTH}\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]{1,32})[)）\]]\s*$")
_SAMPLE = re.compile(r"\s*[(（]\s?[nN]\s?[=＝]\s?[\d,]{1,9}\s?[)）]\s*$")
"""How many a column is about, no unit: Placebo (n=408)."""
_CASES = re.compile(
    r"(?:^|[\s,，、]+|(?<=[\u3400-\u9fff]))(?:n|no\.?|number|例数?|人数|频数)\s?[(（]\s?[%％]\s?[)）]\s*$",
    re.IGNORECASE,
)
"""How many with their share, so that a bare number is in no per cent: deaths, n (%)."""
_ENDS = re.compile(r"[\s:：.。]+$")
_COMMA = re.compile(r"(?:[,，]|\s(?=[€$£¥]))\s*([^,，]{1,24})$")
_WRITTEN_NUMBER = re.compile(r"[1-9][0-9]|[0-9][1-9]|^第?[一二三四五六七八九]")
"""No unit has it: 2024年9月 in the head of a column is its period, 一期 in that of a row a part."""
_SNAKE = re.compile(r"[A-Za-z0-9%]+(?:_[A-Za-z0-9%]+)+")
_CAMEL = re.compile(r"[a-z]+(?:[A-Z][a-z0-9]+)+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LETTERS = frozenset("mtsgh")
"""Units of one letter that end names in code: depth_m, not group_b."""
_MOST_WORDS = 3
_CODE = 3
"""Letters of the code of a currency: usd."""
_KELVIN = "K"
"""Behind a number and a space, else thousands."""
_MILLION = "m"
"""Behind what is counted, else metres."""
_TIMES = frozenset({"second", "month", "year"})
_HAN_SCALE = re.compile(r"^[十百千万亿萬億]{1,3}(?=.)")
_HAN_MONEY = re.compile(r"([\u3400-\u9fff]{2,4}?)\s?([十百千万亿萬億]{1,3})[元圆圓]?")
"""A currency before its scale: 人民币百万元, 新臺幣億元."""
_SCALE_ALONE = re.compile(r"[百千]?[万亿]")
_SYMBOL = re.compile(
    r"[A-Z]{2,4}|[kMGTh][A-Z][a-z]?h?|[kcm]m|[A-Za-zµ]{1,3}[²³]?/\s?(?:100\s?)?[A-Za-zµ]{1,3}[²³]?"
)
"""A head that may be nothing but a unit."""
_OF_SO_MANY = re.compile(r"(?:^|\s|\()per (1[, ]?000|10[, ]?000|100[, ]?000)\)?\s*$", re.IGNORECASE)
"""A rate of so many people: Rate per 100,000."""
_STROKE = re.compile(r"[/／](.{1,24})$")
_A_DAY = re.compile(r"(?:.*\s)?([a-z]{2,}s)\s?/\s?(second|minute|hour|day|week|month|year)\s*", re.IGNORECASE)
"""So many by the time: API calls/day."""
_DATED_UNIT = re.compile(r"([^,，]{1,24})[,，]\s?((?:19|20)[0-9]{2})年?")
"""In brackets, with the year of what it measures: Area (km², 2020)."""
_OF_YEAR = re.compile(r"(.*[^\s,，])(?:[,，]\s?|\s?[(（])((?:19|20)[0-9]{2})[)）]?\s*")
"""Behind a comma or in brackets: Admissions, 2023."""
_RATE = re.compile(r"(?:.*\s)?([a-z]{2,}s per (?:second|minute|hour|day|week|month|year))\s*", re.IGNORECASE)
"""A head that counts by the time: requests per minute."""
_UNIT_LINE = re.compile(
    r"[单單]位\s?[:：]?(?:为|為|是|以)?\s?([^\s，,、。；;)）]{1,12}(?:\s[十百千万亿]{1,3}元)?)"
    r"|[以按]([^\s，,。；;)）以按]{2,8}?)(?:列示|列报|列報|计算|計算|为单位|為單位)"
    r"|([$£€¥₹]|[a-z]{2,3}\$|\b[a-z]{3}) in ([a-z]+|'?000s?)\b"
    r"|\bin ((?:[a-z]+ (?:of )?(?:us |u\.s\. )?[a-z]+|[$£€¥₹]\s?[a-z']+|[a-z]{2,3}\$?\s?(?:[a-z]+|'?000s?)))",
    re.IGNORECASE,
)
"""A line that tells the unit of the table below: 单位：万元, 以千元列示, $ in millions, in £ thousands."""
_SCALE_LINE = re.compile(r"\bin (?:[a-z.]{1,10} |[$€£¥] ?){0,3}(thousands|[mb]illions)\b", re.IGNORECASE)
"""The same without the currency: in millions, except per share data."""
_PERCENT = re.compile(r"^\s*%\s+(?!of\b)|(?<=[\w)）])\s?%\s*$|^\s*%(?=\s+of\b)", re.IGNORECASE)
"""A head in per cent without brackets: % change, 占比%, % of total."""
_HAN_RATE = re.compile(r"每(秒|分钟|分鐘|小时|小時|天|日)([\u3400-\u9fff]{2,4}?)(?:次?[数數])(?:上限)?\s*$")
"""So does 每分钟请求数."""
_HAN_TIMES = re.compile(r"(?<![每第])([天年月]|小时|分钟)数\s*$")
"""How long: 平均审理天数."""


def as_text(head: str, *, column: bool) -> str:
    """Return a head with the word before it that text would have, year 2022, in March, or its words."""
    if _YEAR.fullmatch(head):
        return f"year {head.strip()}"
    if _MONTH.fullmatch(head):
        return f"in {head.strip()}"
    dated = _OF_YEAR.fullmatch(head)
    if dated:
        return f"{dated[1]}, year {dated[2]}" if head.isascii() else f"{dated[1]}{dated[2]}年"
    return " ".join(_words_of_code(head)) or head if column else head


class Heads:
    """Reads the units of heads with the units and languages of a catalogue."""

    def __init__(self, units: UnitTable, languages: Iterable[LanguageEntry]) -> None:
        languages = tuple(languages)
        self._units = units
        self._scales = {
            word.lower(): scale for entry in languages for word, scale in entry.head_scales.items()
        }
        """Scales in lower case as heads write them, to the words that text has."""
        self._unitless = frozenset(word for entry in languages for word in entry.unitless_heads)
        self._priced = tuple(word for entry in languages for word in entry.priced_heads)
        self._money = next((word for entry in languages for word in entry.plain_money), "")
        scale = either(self._scales)
        self._money_first = re.compile(
            rf"([^\s\w]|[A-Za-z]{{0,3}}[$£€¥]|[A-Za-z]{{3}})[\s.]?({scale})", re.IGNORECASE
        )
        self._scale_first = re.compile(rf"({scale})(?: (?:of )?(\S.*))?", re.IGNORECASE)

    def parted(self, head: str, *, column: bool) -> tuple[str, str]:
        """Return a head without the unit that it gives its cells, and the unit; empty for none."""
        head = _SAMPLE.sub("", head)
        if _CASES.search(head):
            return _CASES.sub("", head), ""
        found = _BRACKETS.search(head)
        dated = _DATED_UNIT.fullmatch(found[1]) if found else None
        if found and dated and (unit := self._known(dated[1])):
            return f"{head[: found.start()].rstrip()} ({dated[2]})", unit
        several = _COMMA.search(found[1]) if found else None
        if found and several and (unit := self._known(several[1])):
            return head[: found.start()], unit  # 外形尺寸(长×宽×高，mm)
        if found and not _WRITTEN_NUMBER.search(found[1]):
            name = head[: found.start()]
            if found[1].lower() == _MILLION in self._scales and self._counted(name):
                return name, f" {self._scales[_MILLION]}"
            if _SCALE_ALONE.fullmatch(found[1]) and name.strip().endswith(self._priced):
                return name, f"{found[1]}{self._money}"
            return name, f" {_KELVIN}" if found[1] == _KELVIN else self.written(found[1])
        comma = _COMMA.search(head)
        if comma and (unit := self._known(comma[1])):
            return head[: comma.start()], unit
        return self._rated(head) or self._behind(head) or self._by_words(head, column=column)

    @staticmethod
    def _rated(head: str) -> tuple[str, str] | None:
        """Return a head that tells so many by the time or of so many, and its unit; None for another."""
        rate = _A_DAY.fullmatch(head)
        if rate:
            return head, f" {rate[1].lower()} per {rate[2].lower()}"
        rate = _RATE.fullmatch(head)
        if rate:
            return head, f" {rate[1].lower()}"
        rate = _HAN_RATE.search(head)
        if rate:
            return head, f"次{rate[2]}/{rate[1]}"
        days = _HAN_TIMES.search(head)
        if days:
            return head, days[1] if days[1] != "月" else "个月"
        rate = _OF_SO_MANY.search(head)
        return None if rate is None else (head[: rate.start()].rstrip(" ,("), f" per {rate[1]}")

    def _behind(self, head: str) -> tuple[str, str] | None:
        """Return a head and the unit behind its stroke, or its sign of per cent; None for another."""
        stroke = _STROKE.search(head)
        known = stroke and not self._known(head[: stroke.start()]) and not self._heads_rows(stroke[1])
        if stroke and known and (unit := self._known(stroke[1])):
            return head[: stroke.start()], unit  # 产值/亿元, but not 元/吨, nor 访问量/天
        return (_PERCENT.sub("", head), "%") if _PERCENT.search(head) else None

    def _by_words(self, head: str, *, column: bool) -> tuple[str, str]:
        """Return the head of a column that is a unit, or a name in code that ends with one, and the unit."""
        if column and _SYMBOL.fullmatch(head.strip()) and (unit := self._known(head)):
            return head, unit  # DWT, L/100 km
        words = _words_of_code(head) if column else []
        for number in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
            tails = [between.join(words[-number:]) for between in (" ", "/")]
            unit = next((unit for tail in tails if (unit := self._known(tail))), "")
            if unit and (len(unit) > 1 or unit in _LETTERS):
                return " ".join(words[:-number]), unit
        if len(words) > 1 and words[-1].lower() in self._scales.values():
            return " ".join(words[:-1]), f" {words[-1].lower()}"  # population_million
        return head, ""

    def above(self, caption: str) -> str:
        """Return the unit that the line above a table tells, as text writes it: Sales (€ million)."""
        told = _UNIT_LINE.search(caption.replace("’", "'"))
        if told:
            han = told[1] or told[2]
            unit = self.written(han) if han else self._known(f"{told[3]} {told[4]}" if told[3] else told[5])
            if unit:
                return unit
        line = _ENDS.sub("", caption)
        found = _BRACKETS.search(line)
        tail = found[1] if found else comma[1] if (comma := _COMMA.search(line)) else ""
        return (self._known(tail) if tail else "") or ("" if self._heads_rows(line) else self._known(line))

    def scale_above(self, line: str) -> str:
        """Return the scale that a line tells of all amounts below it: in millions, except per share data."""
        told = _SCALE_LINE.search(line)
        return f" {self._scales[told[1].lower()]}" if told and told[1].lower() in self._scales else ""

    def _heads_rows(self, line: str) -> bool:
        """Say whether all of a line is what counts, or a time, which in a corner is no unit: 项目, Year."""
        name = self._units.named(line) or self._units.named(line.lower())
        unit = self._units.unit(name) if name is not None else None
        return unit is not None and (unit.counts or unit.base in _TIMES)

    def _counted(self, name: str) -> bool:
        """Say whether the last word of a head counts, so that it has no metres: Passengers."""
        word = self._units.named(name.lower().split()[-1]) if name.strip() else None
        return word is not None and self._units.unit(word).counts

    def bears(self, head: str) -> bool:
        """Say whether what a column measures may be in the unit of its row: a P value is in none."""
        return _BRACKETS.sub("", head).strip().lower() not in self._unitless

    @staticmethod
    def counts_cases(head: str) -> bool:
        """Say whether a head tells that its cells hold how many with their share: n (%)."""
        return _CASES.search(head) is not None

    def whole(self, head: str) -> str:
        """Return the unit that a head is, where others stand above it: 万千瓦 below 装机容量."""
        return self._known(head)

    def _known(self, told: str) -> str:
        """Return a unit as text writes it behind a number, where all of it is one, or an empty text."""
        unit = self.written(told.strip())
        words = unit.strip()
        if not words.isascii():
            words = _HAN_SCALE.sub("", words)  # 万千瓦, 亿千瓦时
        scaled = words.split(" ", 1)
        name = scaled[1] if scaled[0] in self._scales.values() and len(scaled) > 1 else words
        if (
            self._units.named(name) is None
            and len(name) == _CODE
            and self._units.named(name.upper()) is not None
        ):
            unit, name = f"{unit.removesuffix(name)}{name.upper()}", name.upper()  # gdp_bn_usd
        known = _is_unit(name, self._units) or (unit != told and name in self._scales.values())
        return unit if known else ""

    def written(self, told: str) -> str:
        """Return what a head tells of the unit as text writes it behind a number: million € for € million."""
        text = told.strip().removeprefix("in ").replace("’", "'").strip()
        if text.startswith("%"):
            return "%"  # % of households
        money = self._money_first.fullmatch(text)
        if money:
            name = next(
                (one for one in (money[1], money[1].upper()) if self._units.named(one) is not None), None
            )
            if name is not None:
                return f" {self._scales[money[2].lower()]} {name}"
        money = _HAN_MONEY.fullmatch(text)
        if money and self._units.named(money[1]) is not None:
            return f"{money[2]}{money[1]}"
        scale = self._scale_first.fullmatch(text)
        if scale and (scale[2] or len(scale[1]) > 1):
            return " ".join(filter(None, ("", self._scales[scale[1].lower()], scale[2])))
        return told if text == told.strip() else text


def _words_of_code(head: str) -> list[str]:
    """Return the words of a name in code (area_burned_ha, staffCount); nothing for any other head."""
    name = head.strip()
    if _SNAKE.fullmatch(name):
        return name.lower().split("_")
    return _HUMP.sub("_", name).lower().split("_") if _CAMEL.fullmatch(name) else []


def _is_unit(name: str, units: UnitTable) -> bool:
    """Say whether all of a text is a unit, or two with a stroke between: 毫克/升."""
    if units.named(name) is not None:
        return True
    told = [units.named(one) for one in name.split("/")] if "/" in name else []
    return len(told) > 1 and all(one is not None and not units.unit(one).counts for one in told)
