"""Names that tell one of a row by a number: 晨光二号, 7号线, Aero 6, Aurora-1.

Comes in: folded text, and names that are known.  Goes out: places of names in Chinese that 号 ends, and of
the others of a row of which one is known: where Aero 6 is a name, so is Aero 3.  Of what kind each is, is
left to ``spotting``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from verify.extract.lexicon.longest import Longest
from verify.extract.lexicon.nouns import cut
from verify.extract.names.hanzi import CALLED, SHORTEST

_NUMERAL = r"(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
_HAN_ROW = re.compile(rf"([\u3400-\u9fff]{{2,8}}){_NUMERAL}(号[\u3400-\u9fff]{{0,2}})")
_LATIN_ROW = re.compile(r"([a-z][a-z0-9' ]*?[a-z])([ -])[0-9]{1,4}")
_NUMBERED = re.compile(rf"{_NUMERAL}{CALLED}")
_REACH = 6
"""So many characters stand before the number of a name."""
_BEFORE_NUMBER = frozenset("第月年日路街道巷弄里村镇乡区楼栋幢座约共近达各及和与于在到至为是有每其")
"""Before them a number with 号 is a date, an address or an ordinal."""
_AFTER_NUMBER = (
    *"线楼院门馆厅房桌台机井位岛令文通信码称召角仓库罐炉坝闸洞桥隧塔窑坞舱矿厂园路口",
    *("泵站", "高炉", "锅炉", "泊位", "竖井", "斜井", "车间", "生产", "产线", "船坞", "风机", "地块", "标段"),
    *("跑道", "宿舍", "教学", "报告厅", "展厅", "站台", "出口", "入口", "主变", "变压", "检票", "看台"),
)
"""Before them 号 is no end of a name: 3号线, 5号楼, 一号文件, 三号机组, 号码, 2号高炉."""
_NAME_TAGS = ("n", "x", "j", "z", "a", "g", "i", "s", "vn")
_BEGINS = frozenset(["v", "b", "t"])
"""jieba's tags of further characters that may begin a name of two: 升 of 升龙."""


def called(text: str, apart: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the places of names that a number with 号 ends: 晨光二号; not behind words ``apart``: 新建2号."""
    for match in _NUMBERED.finditer(text) if CALLED in text else ():
        if text.startswith(_AFTER_NUMBER, match.end()):
            continue
        start = _start(text, match.start(), apart)
        if match.start() - start >= SHORTEST:
            yield start, match.end()


def _start(text: str, number: int, apart: tuple[str, ...]) -> int:
    """Return where the name before a number begins: with one word, or with two of one character each."""
    before = text[max(0, number - _REACH) : number]
    if before[-1:] in _BEFORE_NUMBER or before.endswith(apart):
        return number
    start = number
    for word, tag in reversed(cut(before)):
        named = tag.startswith(_NAME_TAGS) or (start == number - 1 and tag in _BEGINS)
        if not "\u3400" <= word[0] <= "\u9fff" or not named:
            break
        start -= len(word)
        if number - start >= SHORTEST:
            break
    return start


class Rows:
    """The rows that some known names belong to."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take names in lower case."""
        self._tails: dict[str, list[re.Pattern[str]]] = {}
        self._names: dict[str, set[str]] = {}
        for name in sorted(names):
            row = _HAN_ROW.fullmatch(name) or _LATIN_ROW.fullmatch(name)
            if row is None:
                continue
            stem, joint = row.groups()
            latin = rf"{joint}[0-9]{{1,4}}(?![a-z0-9%]|[.,][0-9])"
            tail = rf"{_NUMERAL}{joint}" if joint[0] == "号" else latin
            self._tails.setdefault(stem, []).append(re.compile(tail))
            self._names.setdefault(stem, set()).add(name)
        self._stems = Longest(self._tails)

    def names(self, lower: str) -> set[str]:
        """Return the known names of which the row is told of in a lower-case text."""
        return {name for start, end in self._stems.find(lower) for name in self._names[lower[start:end]]}

    def find(self, lower: str) -> Iterator[tuple[int, int]]:
        """Yield begin and end of the names of a row in a lower-case text."""
        for start, end in self._stems.find(lower):
            matches = (tail.match(lower, end) for tail in self._tails[lower[start:end]])
            match = next(filter(None, matches), None)
            if match:
                yield start, match.end()
