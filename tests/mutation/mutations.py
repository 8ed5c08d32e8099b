"""What is done to a figure, one thing at a time.

Comes in: a figure taken apart, or the words of a date.  Goes out: mutations, each with its new
words; what becomes of the verdict is left to the oracle.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from figures import INDEFINITE, UNITS, Figure


class Kind(StrEnum):
    """What was changed."""

    DIGIT = "digit"
    SWAP = "digits swapped"
    MULTIPLIER = "multiplier"
    UNIT = "unit"
    DIMENSION = "dimension"
    HEDGE = "hedge"
    NAME = "name"
    REWRITING = "equal rewriting"
    DATE = "date"


@dataclass(frozen=True)
class Mutation:
    """New words for a figure."""

    kind: Kind
    text: str
    figure: Figure | None = None
    """The new words taken apart, for the oracle; None where their value is not in question."""
    flag: str = ""
    """What the report must say beside a conflict."""


_ARABIC = "0123456789"
_CHINESE = "零一二三四五六七八九"
_FULL_WIDTH = str.maketrans(_ARABIC + ".", "０１２３４５６７８９．")

SAME_DIMENSION = {
    "Petaflops": ("Teraflops", "Exaflops"),
    "Petaflop": ("Teraflop",),
    "P FLOPS": ("T FLOPS", "E FLOPS"),
    "平方米": ("平方公里", "公顷", "亩"),
    "千瓦时": ("兆瓦时",),
    "天": ("小时", "周"),
    "吨二氧化碳当量": ("公斤二氧化碳当量",),
    "%": ("‰",),
}
OTHER_DIMENSION = {
    "Petaflops": ("平方米", "元"),
    "Petaflop": ("平方米",),
    "P FLOPS": ("平方米", "元"),
    "次浮点运算": ("平方米",),
    "平方米": ("元", "吨"),
    "千瓦时": ("吨", "元"),
    "天": ("元", "平方米"),
    "吨二氧化碳当量": ("元", "平方米"),
    "%": ("天", "平方米"),
    "元": ("美元", "吨"),
    "参数": ("元",),
    "个": ("平方米", "吨"),
    "家": ("平方米", "吨"),
    "所": ("平方米", "吨"),
    "种": ("吨", "元"),
    "枚": ("吨",),
    "": ("平方米",),
}
SYNONYMS = {
    "Petaflops": ("PFLOPS", "P FLOPS", " petaflops"),
    "P FLOPS": ("PFLOPS", "Petaflops"),
    "平方米": ("㎡", "平米"),
    "千瓦时": ("度", "kWh"),
    "天": ("日",),
    "%": ("％",),
    "家": ("个",),
    "所": ("家", "个"),
}
HEDGES = ("", "约", "超过", "不超过", "近", "至少")
HEDGE_SYNONYMS = {"约": "大约", "超过": "逾", "不超过": "至多", "左右": "上下"}
WRITTEN_OTHERWISE = {
    "13万平方米": ("0.13平方公里", "0.13 km²"),
    "4500万千瓦时": ("45 GWh", "0.45亿千瓦时", "45.00 GWh"),
    "每秒374亿亿次浮点运算": ("3.74 EFLOPS", "374亿亿次浮点运算/秒"),
    "3740Petaflops": ("3.740 EFLOPS", "374.0亿亿次浮点运算/秒"),
    "40P FLOPS": ("4.0亿亿次浮点运算/秒", "0.040 EFLOPS"),
    "663.5亿元": ("0.06635万亿元",),
}
"""Numeral and unit in equal forms with the same last digit, hedges left out."""


def of_figure(figure: Figure) -> Iterator[Mutation]:
    """Every mutation of a figure, without repetition."""
    seen = {figure.text}
    for mutation in (
        *digits(figure),
        *swaps(figure),
        *multipliers(figure),
        *units(figure),
        *hedges(figure),
        *rewritings(figure),
    ):
        if mutation.text not in seen:
            seen.add(mutation.text)
            yield mutation


def _mutation(kind: Kind, figure: Figure, flag: str = "") -> Mutation:
    return Mutation(kind, figure.text, figure, flag)


def _with_numeral(kind: Kind, figure: Figure, numeral: str, flag: str = "") -> Iterator[Mutation]:
    """A numeral that no editor writes (05, 0, 00.3) is left out."""
    if not re.match(r"0\d|零|0+(?![\d.])", numeral):
        yield _mutation(kind, replace(figure, numeral=numeral), flag)


def digits(figure: Figure) -> Iterator[Mutation]:
    """Each digit becomes its successor and the digit five on; 上百 becomes other such words."""
    numeral = figure.numeral
    if numeral in INDEFINITE:
        for other in (*INDEFINITE, "150", "50"):
            if other != numeral:
                yield _mutation(Kind.DIGIT, replace(figure, numeral=other))
        return
    for place, char in enumerate(numeral):
        alphabet = next((a for a in (_ARABIC, _CHINESE) if char in a), None)
        if alphabet is None:
            continue
        for step in (1, 5):
            other = alphabet[(alphabet.index(char) + step) % 10]
            yield from _with_numeral(Kind.DIGIT, figure, numeral[:place] + other + numeral[place + 1 :])


def swaps(figure: Figure) -> Iterator[Mutation]:
    """Two neighbouring digits change places."""
    numeral = figure.numeral
    places = [place for place, char in enumerate(numeral) if char in _ARABIC]
    for a, b in pairwise(places):
        if numeral[a] != numeral[b]:
            other = numeral[:a] + numeral[b] + numeral[a + 1 : b] + numeral[a] + numeral[b + 1 :]
            yield from _with_numeral(Kind.SWAP, figure, other, "digits swapped")


def multipliers(figure: Figure) -> Iterator[Mutation]:
    """万 or 亿 is added, dropped or exchanged."""
    numeral = figure.numeral
    if numeral in INDEFINITE or figure.unit == "%":
        return
    others = [numeral + "万", numeral + "亿"]
    if numeral[-1] in "万亿":
        others += [numeral[:-1].rstrip(), numeral[:-1] + ("亿" if numeral[-1] == "万" else "万")]
    for other in others:
        yield _mutation(Kind.MULTIPLIER, replace(figure, numeral=other), "magnitude slip")


def units(figure: Figure) -> Iterator[Mutation]:
    """The numeral keeps, the unit changes."""
    for unit in SAME_DIMENSION.get(figure.unit, ()):
        yield _mutation(Kind.UNIT, replace(figure, unit=unit))
    for unit in OTHER_DIMENSION[figure.unit]:
        yield Mutation(Kind.DIMENSION, replace(figure, prefix="", unit=unit).text)


def hedges(figure: Figure) -> Iterator[Mutation]:
    """The hedge is dropped, or another takes its place."""
    if figure.numeral in INDEFINITE:
        return
    plain = replace(figure, before="", after="", more="")
    changed = [replace(plain, before=word) for word in HEDGES]
    if UNITS[figure.prefix + figure.unit][0] != "count":  # 三个左右重点领域 is no Chinese.
        changed.append(replace(plain, after="左右"))
    for other in changed:
        if other.hedge != figure.hedge:
            yield _mutation(Kind.HEDGE, other)


def rewritings(figure: Figure) -> Iterator[Mutation]:
    """The same value in other words, with the same last digit."""
    plain = replace(
        figure, before="", after="", more="", gap="", numeral=figure.numeral.replace(" ", "")
    ).text
    for other in WRITTEN_OTHERWISE.get(plain, ()):
        yield Mutation(Kind.REWRITING, figure.before + other + figure.after)
    for unit in SYNONYMS.get(figure.unit, ()):
        yield Mutation(Kind.REWRITING, replace(figure, unit=unit).text)
    for numeral in _numerals(figure):
        yield Mutation(Kind.REWRITING, replace(figure, numeral=numeral).text)
    if figure.unit:
        yield Mutation(Kind.REWRITING, replace(figure, gap="" if figure.gap else " ").text)
    for old, new in HEDGE_SYNONYMS.items():
        if figure.before.strip() == old:
            yield Mutation(Kind.REWRITING, replace(figure, before=new).text)
        if figure.after == old:
            yield Mutation(Kind.REWRITING, replace(figure, after=new).text)
            yield Mutation(Kind.REWRITING, replace(figure, before="约", after="").text)


def _numerals(figure: Figure) -> Iterator[str]:
    numeral = figure.numeral
    if numeral in INDEFINITE:
        return
    if numeral in _CHINESE:
        yield str(_CHINESE.index(numeral))
        return
    yield numeral.translate(_FULL_WIDTH)
    whole = re.match(r"\d+", numeral)
    if whole and len(whole[0]) > 3:
        yield f"{int(whole[0]):,}{numeral[whole.end() :]}"
    if numeral.isdigit() and not figure.unit.isascii():
        yield chinese(int(numeral))
    if whole and len(whole[0]) > 3 and numeral[whole.end() :] in {"", "亿"}:
        scale = "万" + numeral[whole.end() :]
        yield (
            f"{whole[0][:-4] or '0'}.{whole[0][-4:]}{scale}" if len(whole[0]) > 4 else f"0.{whole[0]}{scale}"
        )


def chinese(number: int) -> str:
    """A whole number up to 9999 in Chinese digits."""
    text, zero = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += ("零" if zero and text else "") + _CHINESE[digit] + name
            zero = False
        else:
            zero = True
    return text.removeprefix("一") if 10 <= number < 20 else text


# --- dates


def of_date(words: str, published: dt.date | None) -> Iterator[Mutation]:
    """Every mutation of a date; those that name no day of the calendar are left to the oracle to refuse."""
    seen = {words}
    for other in _dates(words, published):
        if other not in seen:
            seen.add(other)
            yield Mutation(Kind.DATE, other)


def _dates(words: str, published: dt.date | None) -> Iterator[str]:
    if words == "今天":
        yield "昨天"
        if published is not None:
            for step in (0, 1, 30):
                day = published - dt.timedelta(step)
                yield f"{day.month}月{day.day}日"
        return
    for part, steps in (("日", (1, -1, 7)), ("月", (1, -1)), ("年", (1, -1, 10))):
        if match := re.search(rf"(\d+)( ?){part}", words):
            for step in steps:
                yield f"{words[: match.start()]}{int(match[1]) + step}{match[2]}{words[match.end() - 1 :]}"
    full = re.fullmatch(r"(\d{4}年)?(\d+)( ?)月( ?)(\d+)( ?)日", words)
    if full:
        yield f"{full[1] or ''}{full[2]}月"
        yield f"{full[2]}月{full[5]}日"
        yield f"{full[1] or ''}{int(full[2]):02}月{int(full[5]):02}日"
        if published is not None:
            yield f"{published.year}年{full[2]}月{full[5]}日"
            yield f"{published.year - 1}年{full[2]}月{full[5]}日"
    if month := re.fullmatch(r"(\d{4}年)(\d+)月", words):
        yield f"{month[2]}月"
        yield month[1]
        yield f"{words}1日"
        yield f"{words}前后"
    if year := re.fullmatch(r"(\d{4} ?年)(前后|初)?", words):
        for tail in ("", "前后", "初", "底"):
            yield year[1] + tail
