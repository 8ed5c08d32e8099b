"""Phrases in Chinese that may be names: a category noun with the words before it.

Comes in: folded text.  Goes out: ``Phrase``s: 长河 + 大桥, and rows of such nouns as one name (西岭 + 地铁 +
三 + 号线); none for what is counted (放映196部影片) or a class of what is named beside it.  Whether a phrase
of common words is a name, and of what, is left to ``mentions``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.nouns import cut, ends_word
from verify.extract.names.category_nouns import CategoryNouns, Noun
from verify.extract.names.hanzi import CALLED, EDGE, SHORTEST, is_placed, is_proper, only_placed
from verify.extract.names.name_starts import NameStarts
from verify.text.fold import folded

_BEHIND = 8
_COMMON_TAGS = frozenset("nvabdtf")
_OPENING = '“「『"《'
_ORDINAL = re.compile(r"(?:第?[0-9一二三四五六七八九十百]{1,4}号?|[东南西北中])?")
_COUNTED = re.compile(
    r"\s?(?:数量|总数|数|[\d一二三四五六七八九十两几数]|共[\d有]|[有达超][约近逾]?[\d一二三四五六七八九十百千两几数])"
)
_COUNTS_ITSELF = re.compile(
    r"(?:数量|总数)?(?:已|现|共|总共|合计|目前)?(?:有|达|为|共|计)?(?:约|近|逾|超过?)?"
    r"[0-9一二三四五六七八九十百千两,]{1,7}+[余多]?[条座个处道口所家艘架台辆栋幢只起宗场项届](?![\u3400-\u9fff])"
)
"""Behind a noun of a class that is counted: 穿山隧洞有二十三条."""
_COUNTED_BEFORE = re.compile(
    r"[0-9一二两三四五六七八九十百千万亿][余多]?[部条座个处所家艘架台辆栋幢只项件本幅枚套名位款]$"
)
"""Before a noun of things that are counted, and no name: 放映196部影片."""
_COUNT = re.compile(r"[0-9]|[一二三四五六七八九十](?=[节部旅队])")
_NTH_PART = re.compile(r"第(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[\u3400-\u9fff]$")
"""Ends what a number tells, and no office: 第四局 of a match."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that may be a name."""

    name: str
    start: int
    end: int
    kind: str = ""
    common: bool = False
    """It holds common words only (大型货轮), so that it may well describe."""
    apposed: bool = False
    """A noun beside its marks says what it is: 资料片《…》, “江海”特展."""


class Phrases:
    """Finds phrases with the category nouns of a catalogue."""

    def __init__(self, catalog: Catalog, nouns: CategoryNouns, starts: NameStarts) -> None:
        self._nouns, self._starts = nouns, starts
        self._ends, self._places, self._bodies = nouns.ends, nouns.places, nouns.bodies
        self._common = frozenset(
            folded(word) for lang in catalog.languages for entry in lang.statistics for word in entry.words
        )
        """No names, whatever the dictionary says."""

    def find(
        self,
        text: str,
        lower: str,
        taken: Callable[[int, int], bool],
        openings: Collection[str] = (),
    ) -> Iterator[Phrase]:
        """Yield category nouns with the words before them; nothing that meets what is ``taken``.

        ``openings`` are the first characters of names that are known, with which others begin as well.
        """
        found = self._nouns.find(lower)
        floor, skip = 0, 0
        for index, noun in enumerate(found):
            if index < skip:
                continue
            alone = index + 1 == len(found) or not _ORDINAL.fullmatch(lower, noun.end, found[index + 1].start)
            if alone and not ends_word(text, noun.start, noun.end):
                continue  # before a name is sought
            start, numbered = self._starts.of(text, found, index, floor, taken, openings)
            last = self._row(text, found, index, named=noun.start - start >= SHORTEST)
            end = found[last].end
            head = noun.start if last == index else found[last].start
            name, kind = text[start:end], self._ends[found[last].word]
            if (head - start < SHORTEST and not numbered) or EDGE.search(name) or taken(start, end):
                continue
            counted = len(found[last].word) == 1 and (
                _COUNT.match(text, end - 2)  # 64部, 四节
                or (kind in self._bodies and _NTH_PART.search(text, start, end))  # 决赛第四局
            )
            if (
                not ends_word(text, found[last].start, end)
                or self._is_other_word(name, found[last])
                or self._is_verb(text, found[last])
                or counted
                or _COUNTS_ITSELF.match(text, end)
                or _COUNTED_BEFORE.search(text, start, head)
            ):
                continue
            skip, floor = last + 1, end
            placed = self._ends[noun.word] in self._places and is_placed(name)
            common = not (numbered or placed or is_proper(name, found[last].word, self._starts.toponyms))
            if common and found[last].word in self._nouns.endings:
                continue
            if common and text[start - 1 : start] == CALLED and taken(start - 1, start):
                continue  # 晨光一号遥感卫星: the class of what is named before it
            if common and len(found[last].word) == 1 and kind in self._bodies:
                continue  # 歌剧厅: no office
            follows = text[end : end + 1] and (text[end] in _OPENING or taken(end, end + 1))
            if follows and (common or kind not in self._bodies or only_placed(name, found[last].word)):
                continue  # 大型货轮“…”, 英国企业“…”: the class of what is named behind it
            yield Phrase(name, start, end, kind, common)

    def _is_other_word(self, name: str, noun: Noun) -> bool:
        """Say whether a noun of one character only ends a common word: 高峰 is no 峰, 市区 no 区."""
        word, tag = cut(name)[-1]
        if word == noun.word or word in self._ends or len(noun.word) > 1:
            return False
        area = self._ends[noun.word] in self._places and len(word) == SHORTEST
        return word in self._common or (area and tag[0] in _COMMON_TAGS)

    def _is_verb(self, text: str, noun: Noun) -> bool:
        """Say whether a noun is a verb before another one, or a date: 充电桩计划达到900个."""
        if noun.word not in self._starts.planning:
            return False
        if self._starts.act.match(text, noun.start):
            return True
        following = cut(text[noun.end : noun.end + _BEHIND])
        return bool(following) and following[0][1] in {"v", "p", "m"}

    def _row(self, text: str, found: list[Noun], index: int, *, named: bool) -> int:
        """Return the index of the last noun of one name: 西岭地铁三号线, 长河市第一人民医院."""
        last = index
        while named and last + 1 < len(found):
            this, following = found[last], found[last + 1]
            gap = text[this.end : following.start]
            kinds = {self._ends[this.word], self._ends[following.word]}
            if not _ORDINAL.fullmatch(gap) or kinds & self._nouns.works or kinds <= self._places:
                break
            goes_on = last + 2 < len(found) and found[last + 2].start == following.end
            if not (gap or goes_on) and self._ends[this.word] in self._places and kinds & self._nouns.made:
                break  # 远山县拖拉机驾驶员: goods of a place
            if not gap and this.word == following.word:
                break  # 长河医院医院简介: what it is again
            if not gap and self._ends[this.word] in self._places and _COUNTED.match(text, following.end):
                break  # 江宁区学校120所: schools of a place
            last += 1
        return last
