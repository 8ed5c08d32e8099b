"""Write a corpus of news as the seeds are: markup, front matter, some seven figures to a kilobyte of text.

A folder, a size and a seed come in; articles go out, the same for the same seed.  Each is about one of many
invented sites, each site has its facts, and several publishers tell them, with other digits, units, hedges
and now and then another value.  What stands between the facts are words of jieba's own dictionary, as often
as they are used.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import accumulate, count
from pathlib import Path

import jieba

_FIRST = "云清澄碧紫翠银锦玉晴岚霁沐栖鹭鹤雁枫槐桐柏榆梧荷菱苇汀渚浦溪"
_SECOND = "溪岭川湾洲渡坪塘岩谷峪坞屿埠墩畈垄涧陂泽"
_NOUNS = ("数据中心", "智算中心", "物流园", "产业园", "博物馆", "体育馆", "医院", "水厂", "电站", "大桥")
_OWNERS = ("远岫", "启衡", "泛舟", "昭明", "砺石", "恒泽", "朗润", "瀚墨")
_TRADES = ("科技", "能源", "建设", "集团", "数据", "水务")
_PAPERS = ("晚报", "日报", "网", "商报", "新闻", "观察")
_HEDGES = ("", "", "", "约", "约", "超过", "逾", "近", "至少", "不低于", "接近", "大约")
_PHASES = ("", "", "", "一期", "二期", "中心一期")
_SENTENCES_IN_ARTICLE = range(12, 40)
_TELLERS = 5
"""So many articles, on average, are about one site."""
_FIGURELESS = 0.75
"""Share of the sentences that hold no figure; makes the density of the seeds."""
_WRONG = 0.1
"""Share of the facts told with another value."""

_Spelling = tuple[str, Fraction, int]
"""A unit as written, its size, and the decimals that are written with it."""
_AREA: tuple[_Spelling, ...] = (
    ("平方米", Fraction(1), 0),
    ("万平方米", Fraction(10**4), 2),
    ("平方公里", Fraction(10**6), 3),
    ("亩", Fraction(2000, 3), 0),
    ("公顷", Fraction(10**4), 1),
)
_MONEY: tuple[_Spelling, ...] = (
    ("亿元", Fraction(10**8), 2),
    ("万元", Fraction(10**4), 0),
    ("亿元人民币", Fraction(10**8), 1),
)
_FACTS: tuple[tuple[str, tuple[_Spelling, ...], tuple[int, int]], ...] = (
    ("占地面积", _AREA, (2000, 900_000)),
    ("建筑面积", _AREA, (2000, 400_000)),
    ("总投资", _MONEY, (10**7, 10**10)),
    (
        "峰值算力",
        (("PFLOPS", Fraction(1), 0), ("P FLOPS", Fraction(1), 0), ("EFLOPS", Fraction(1000), 2)),
        (20, 9000),
    ),
    ("机柜数量", (("个", Fraction(1), 0), ("万个", Fraction(10**4), 2)), (300, 30_000)),
    (
        "年用电量",
        (("万千瓦时", Fraction(10**4), 0), ("亿千瓦时", Fraction(10**8), 2), ("GWh", Fraction(10**6), 1)),
        (10**6, 10**9),
    ),
    ("员工", (("人", Fraction(1), 0), ("名", Fraction(1), 0)), (20, 9000)),
    ("装机容量", (("兆瓦", Fraction(1), 0), ("万千瓦", Fraction(10), 1), ("MW", Fraction(1), 1)), (5, 3000)),
    ("年均PUE", (("", Fraction(1, 100), 0),), (105, 160)),
    ("国产化率", (("%", Fraction(1), 1),), (40, 99)),
)
_HAN_DIGITS = "零一二三四五六七八九"
_NUMERALS = re.compile(r"[0-9零〇一二三四五六七八九十百千万亿两几数半]")


def write(folder: Path, size: int, seed: int) -> None:
    """Write articles of ``size`` bytes together, the last one whole."""
    chance = random.Random(seed)
    words = _Words(chance)
    sites = list(_sites(chance, number=max(2, size // (4000 * _TELLERS))))
    written = 0
    for number in count():
        if written >= size:
            return
        article = _article(chance, words, chance.choice(sites)).encode()
        (folder / f"{number:05}.txt").write_bytes(article)
        written += len(article)


class _Words:
    """Words without numerals, by their tag, as often as jieba's dictionary says they are used."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        known: dict[str, tuple[list[str], list[int]]] = {tag: ([], []) for tag in ("n", "v", "d", "a")}
        with jieba.dt.get_dict_file() as lines:
            for line in lines:
                word, often, tag = line.decode().split()
                if tag in known and len(word) > 1 and not _NUMERALS.search(word):
                    known[tag][0].append(word)
                    known[tag][1].append(int(often))
        self._known = {tag: (words, list(accumulate(often))) for tag, (words, often) in known.items()}

    def some(self, tags: str) -> str:
        """Return a word for each tag."""
        drawn = (
            self._chance.choices(self._known[tag][0], cum_weights=self._known[tag][1])[0] for tag in tags
        )
        return "".join(drawn)


class _Site:
    """One thing with its facts."""

    def __init__(self, chance: random.Random, name: str) -> None:
        self.name = name
        self.owner = chance.choice(_OWNERS) + chance.choice(_TRADES)
        self.opened = dt.date(2021, 1, 1) + dt.timedelta(days=chance.randrange(1200))
        self.values = {told: chance.randint(*bounds) for told, _, bounds in _FACTS}


def _sites(chance: random.Random, number: int) -> Iterator[_Site]:
    names = [first + second + noun for first in _FIRST for second in _SECOND for noun in _NOUNS]
    return (_Site(chance, name) for name in chance.sample(names, min(number, len(names))))


def _article(chance: random.Random, words: _Words, site: _Site) -> str:
    published = site.opened + dt.timedelta(days=chance.randrange(9))
    paper = chance.choice(_FIRST) + chance.choice(_SECOND) + chance.choice(_PAPERS)
    says: tuple[Callable[[], str], ...] = (lambda: _fact(chance, site), lambda: _told(chance, words, site))
    paragraphs: list[list[str]] = [
        [f"{_day(chance, site.opened)}，{site.name}正式投用，运营方是{site.owner}。"]
    ]
    for _ in range(chance.choice(_SENTENCES_IN_ARTICLE)):
        if chance.random() < 0.3:
            paragraphs.append([])
        plain = chance.random() < _FIGURELESS
        paragraphs[-1].append(_filler(chance, words) if plain else chance.choice(says)())
    body = "\n".join(f"<p>　　{''.join(sentences)}</p>" for sentences in paragraphs if sentences)
    return (
        f"---\ntitle: '{site.name}投用 {words.some('nvn')}'\nauthor: {paper}\n"
        f"date: {published:%a, %d %b %Y} 03:05:25 GMT\n---\n\n<div>\n{body}\n</div>\n"
    )


def _filler(chance: random.Random, words: _Words) -> str:
    shapes = ("nvan", "ndvn", "anvn", "dvnn", "nnva")
    return "，".join(words.some(chance.choice(shapes)) for _ in range(chance.randint(2, 4))) + "。"


def _fact(chance: random.Random, site: _Site) -> str:
    subject = chance.choice((site.name, site.name, "该中心", "项目", ""))
    facts = chance.sample(_FACTS, chance.choice((1, 1, 2)))
    said = (
        chance.choice(_PHASES) + told + _value(chance, units, site.values[told]) for told, units, _ in facts
    )
    return subject + "，".join(said) + "。"


def _told(chance: random.Random, words: _Words, site: _Site) -> str:
    """Return a sentence with a date or a figure that no site's fact is."""
    amount = chance.randint(2, 900)
    return chance.choice(
        (
            f"{site.opened.year + 1}年，{words.some('nvn')}有望增长{chance.randint(10, 900) / 10}%。",
            f"目前已有{amount}家企业{words.some('vn')}。",
            f"{site.owner}{words.some('vn')}，{_day(chance, site.opened)}{words.some('vn')}。",
            f"{words.some('n')}比上年翻了一番，{words.some('nv')}{_han(amount)}个{words.some('n')}。",
            f"{site.name}是全国最大的{words.some('n')}之一，{words.some('vn')}。",
        )
    )


def _value(chance: random.Random, units: tuple[_Spelling, ...], value: int) -> str:
    unit, size, decimals = chance.choice(units)
    if chance.random() < _WRONG:
        value += max(1, value // chance.randint(3, 12))
    digits = f"{float(value / size):.{decimals}f}" if unit else f"{value / 100:.2f}"
    if digits.isdigit():
        digits = chance.choice((digits, digits, f"{int(digits):,}", _han(int(digits))))
    return chance.choice(("为", "达", "达到", "")) + chance.choice(_HEDGES) + digits + unit


def _day(chance: random.Random, day: dt.date) -> str:
    return chance.choice((f"{day.month}月{day.day}日", f"{day.year}年{day.month}月{day.day}日"))


def _han(number: int) -> str:
    """Return a number below ten thousand in words; a larger one as it is."""
    if number >= 10**4 or number == 0:
        return str(number)
    told, gap = "", False
    for place, digit in zip("千百十 ", f"{number:04}", strict=True):
        if digit == "0":
            gap = bool(told)
        else:
            told += ("零" if gap else "") + _HAN_DIGITS[int(digit)] + place.strip()
            gap = False
    return told
