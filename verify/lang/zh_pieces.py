"""Pieces of the pattern of Chinese dates, and what their words are worth.

Comes in: the words of ``rules/languages/zh.yaml``.  Goes out: numbers, years, and ``Tails``: month and day,
quarter, half, season, 初, 底, behind a head (a year, 去年) or alone.  What a date is put together from is
left to ``zh``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.catalog.schema import LanguageEntry, PartPeriod, RelativePeriod

DIGIT = "一二三四五六七八九"
_FORMAL = "壹贰叁肆伍陆柒捌玖"
_DIGITS = {char: value for row in (DIGIT, _FORMAL) for value, char in enumerate(row, 1)}
_DIGITS |= {"零": 0, "〇": 0, "○": 0, "两": 2, "元": 1}
NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})"
YEAR = (
    r"(?:(?<![\d.])[12]\d{3}|(?<![一二三四五六七八九〇零○十百千万亿])[一二][一二三四五六七八九〇零○]{3}"
    rf"|[壹贰][{_FORMAL}〇零○]{{3}})"
)
TO = r"[-~—至到]{1,2}"
_QUARTER = "[一二三四1-4]"
_FIRST_MONTH = "(?<![\\d万亿千百十几余多])元(?=月)"
"""January, and no yuan of 500元月租."""
_OF_YEAR = f"(?<=第{_QUARTER}季)(?<![》”」]第{_QUARTER}季)"
"""第三季 of a year, and not of a series."""
_OPENING = r"(?:(?<![^，。；、：！？（(“\s|])|(?<=[在年市省国县区港澳台门]))"
"""Where 前5个月 are months of a year that is not named, and not those before something."""
_NOT_BEFORE = r"(?!\s?(?:以?[前内后里]|的?时|左右|就|起|试用|免|赠|内测|开始))"


def words(some: Iterable[str]) -> str:
    """Return a piece that is one of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(some), key=lambda word: (-len(word), word)))


def longer(entries: Iterable[RelativePeriod]) -> str:
    """Return a piece that stands where a word of a period is none, for what stands before it or behind.

    后年均 of 投产后年均, 前日 of 目前日均.
    """
    several = [*entries]
    told = words(word + more for entry in several for word in entry.words for more in entry.unless)
    within = (
        f"(?:{'|'.join(_behind(size, entry.unless_after) for size in sizes)})(?:{words(entry.words)})"
        for entry in several
        if (sizes := sorted({len(word) for word in entry.unless_after}))
    )
    return "|".join([piece for piece in (told, *within) if piece]) or "(?!)"


def _behind(size: int, some: Iterable[str]) -> str:
    """Return a piece that stands behind one of the words of a size: what one looks back for is as long."""
    return f"(?<={'|'.join(re.escape(word) for word in some if len(word) == size)})"


def not_lasting(language: LanguageEntry) -> str:
    """Return a piece that stands where no word tells how long something lasts: 提前30日."""
    return "".join(f"(?<!{word})" for word in language.lasting)


def span_of_time(language: LanguageEntry) -> str:
    """Return the piece of 近五年 and 未来三年; 近 of 历时近五年 is a hedge, that of 近五年来 none."""
    hedges = {word for entry in language.hedges for word in entry.before}
    near = words(word for word in language.spans_back if word in hedges) or "(?!)"
    plain = words({*language.spans_back, *language.spans_ahead} - hedges) or "(?!)"
    count = rf"\s?(?:{NUMBER}|两|{words(language.open_counts) or '(?!)'})\s?个?[年月]"
    behind = not_lasting(language)
    lasted = words(language.lasted) or "(?!)"
    meant = rf"(?:(?=(?:{near}){count}来)|{behind}(?!(?:{near}){count}(?:{lasted})))(?:{near})"
    counted = count.replace("(?:", "(?P<count>", 1).replace("[年月]", "(?P<unit>[年月])")
    return rf"(?P<span>{meant}|{plain}){counted}(?!代)来?"


def number(text: str) -> int:
    """Return the worth of a number up to 999 in Arabic or Chinese digits (12, 十二, 廿三, 一百一十二).

    Raises ``ValueError`` for a row of places that is none (十十, 廿廿).
    """
    if text.isdigit():
        return int(text)
    try:
        return _worth(text)
    except KeyError:
        raise ValueError(f"'{text}' is no number") from None


def _worth(text: str) -> int:
    text = text.replace("廿", "二十")
    hundreds, _, rest = text.rpartition("百")
    if hundreds:
        return 100 * _DIGITS[hundreds] + (number(rest.lstrip("零〇○")) if rest else 0)
    if "十" not in text:
        return year_of(text)
    tens, _, ones = text.partition("十")
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def year_of(text: str) -> int:
    """Return the worth of a row of digits: 2021, 二〇二一."""
    return int(text) if text.isdigit() else int("".join(str(_DIGITS[char]) for char in text))


class Tails:
    """What may follow the head of a date, with the words of a language."""

    def __init__(self, language: LanguageEntry) -> None:
        of_year = [entry for entry in language.part_periods if entry.of == "year"]
        self.of_month = _parts(entry for entry in language.part_periods if entry.of == "month")
        self._of_year = _parts(of_year)
        self.whole = words(
            word for entry in of_year for word in entry.words if re.search("年|季度|首.*季", word)
        )
        """Words for parts of a year that name it themselves: 年底, 前三季度."""
        marks = sorted(
            {word for entry in language.part_periods if entry.of == "month" for word in entry.words}
        )
        ends = rf"(?:{NUMBER}\s?[日号]|{words(marks)})"
        self.telling = (
            rf"\s?(?:第?{_QUARTER}季|q[1-4]|[上下]半年|年?[底末初](?!薪)|前三季"
            rf"|{NUMBER}\s?月?\s?{TO}\s?{NUMBER}\s?月|{NUMBER}\s?月(?:份)?\s?{ends})"
        )
        """Behind two digits and 年 what tells a date, where 24年6月 may be a length of time: 24年6月底."""
        self._no_quarters = words(language.not_quarters)
        self._same = words(language.same_stretch) or "(?!)"

    def behind(self, prefix: str) -> str:
        """Return what follows a head, the names of its groups beginning with a prefix: 2021年的9月."""
        same = f"(?P<{prefix}same>{self._same})"
        return self._tail(
            prefix, f"{same}|{self._stretch(prefix)}|{self._counted(prefix)}", "度?", self._of_year
        )

    def alone(self, prefix: str) -> str:
        """Return what needs no head: 9月, 第三季度, 年底, but not 四季 of 四季如春."""
        counted = rf"{_OPENING}{self._counted(prefix)}{_NOT_BEFORE}"
        return self._tail(
            prefix, f"{self._stretch(prefix)}|{counted}", f"(?:度|(?=报)|{_OF_YEAR})", self.whole
        )

    @staticmethod
    def _counted(prefix: str) -> str:
        return rf"[前首头]\s?(?P<{prefix}months>{NUMBER}|两)\s?个?月"

    def _stretch(self, prefix: str) -> str:
        last = rf"(?P<{prefix}last>{NUMBER})\s?月(?:份)?(?!\s?{NUMBER}\s?[日号])"
        return rf"(?P<{prefix}first>{NUMBER})\s?(?:月)?\s?{TO}\s?{last}"

    def _tail(self, prefix: str, stretch: str, quarterly: str, of_year: str) -> str:
        day = rf"\s*(?P<{prefix}day>{NUMBER})\s*[日号]"
        month = rf"(?P<{prefix}month>{NUMBER}|{_FIRST_MONTH})\s*月(?:份)?"
        parts = rf"(?P<{prefix}mpart>{self.of_month})(?:\s?{TO}\s?(?P<{prefix}mend>{self.of_month}))?"
        month += rf"(?:{day}|{parts})?"
        unless = f"(?!{self._no_quarters})" if self._no_quarters else ""
        written = rf"第?(?P<{prefix}quarter>{_QUARTER})季{quarterly}{unless}"
        quarter = rf"(?:{written}|q(?P<{prefix}q>[1-4])(?![a-z0-9]))"
        return rf"(?:{stretch}|{month}|{quarter}|(?P<{prefix}ypart>{of_year}))"


def _parts(entries: Iterable[PartPeriod]) -> str:
    """Return the words of parts of a period, each where nothing makes another word of it."""
    unless = {word: entry.unless for entry in entries for word in entry.words}
    ordered = sorted(unless, key=lambda word: (-len(word), word))
    return "|".join(
        re.escape(word) + (f"(?!{words(unless[word])})" if unless[word] and len(word) == 1 else "")
        for word in ordered
    )
