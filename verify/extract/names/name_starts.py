"""Where a name in Chinese begins, told from its category noun or its end.

Comes in: folded text, and the noun or the end of what may be a name.  Goes out: where its first word begins:
behind words that no name holds (归属于, 整个), and with those that the dictionary would cut from it
(港湾之星, 星河·升空, 澜州至云溪).  Whether it is a name is left to ``phrases``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.nouns import cut, ends_word
from verify.extract.names.category_nouns import CategoryNouns, Noun
from verify.extract.names.hanzi import CALLED, EDGE, EDITION, FUNCTION_TAGS, SHORTEST, is_proper
from verify.text.alternatives import either
from verify.text.fold import folded

_NAME_TAGS = frozenset(
    "a ag an b eng g i j l n ng nr nrfg nrt ns nt nz s vg vi vn x zg".split()  # noqa: SIM905
)
_REACH = 14
_OF = "之"
"""Binds two words of a name, as 的 does not."""
_DOT = "·"
_NUMBERED = re.compile(r"(?:第?[一二三四五六七八九十百]{1,3}号?|第?\d{1,3}号?)$")
_BEFORE_LINE = re.compile(r"(?<![0-9一二三四五六七八九十第.,])(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})$")
_CALLED_BEFORE = re.compile(r"(?<=[\u3400-\u9fff])(?<!月)(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})号$")
"""Before a noun, which one of a row is meant: 云岭2号隧道."""
_LONGEST_NUMBER = 4
_AGAIN = frozenset("新旧老原全")
_INTO = frozenset("于在从往由")
_UNTIL = frozenset(["至", "到"])
_SINCE = frozenset(["从", "自", "由"])
_LONGEST_PLACE = 6
_PREPOSITIONS = frozenset(["经", "经由", "近", "临近", "靠近", "邻近", "毗邻", "紧邻", "时"])
"""Nouns, adjectives and verbs by the dictionary: 登陆时近中心最大风速, 临近地铁站."""
_DETERMINERS = frozenset(
    ["整个", "全部", "所有", "各个", "每个", "其他", "其它", "上述", "相关", "有关", "主要", "部分", "多个"]
)
"""A name begins behind them, whatever they are by the dictionary."""


class NameStarts:
    """Finds where names begin with the words of a catalogue."""

    def __init__(self, catalog: Catalog, nouns: CategoryNouns) -> None:
        self._nouns = nouns
        languages = catalog.languages
        occasions = (word for lang in languages for e in lang.scopes if e.occasion for word in e.words)
        apart = (word for lang in languages for word in (*lang.not_names, *lang.inside))
        words = (folded(w) for w in (*occasions, *apart))
        self._apart = frozenset(word for word in words if not word.isascii()) | _DETERMINERS
        """Such that no name begins with."""
        self._leading = re.compile(either(self._apart))
        sorting = {folded(word) for lang in languages for word in lang.sorting}
        self.sorting = tuple(sorted({*self._apart, *sorting}))
        """Such that neither a model, a number nor a proper name behind them is a name with them: 新建T3."""
        self._sorts = re.compile(either(self.sorting))
        self._in_names = frozenset(folded(word) for lang in languages for word in lang.in_names)
        """Words that names hold before their noun."""
        self.planning = frozenset(folded(w) for lang in languages for e in lang.modality for w in e.words)
        """Nouns that are verbs before another one."""
        self.toponyms = frozenset(char for lang in languages for char in lang.toponyms)
        """Characters that end names of places."""
        self.act = re.compile("|".join(pattern for lang in languages for pattern in lang.acts) or "(?!)")
        """What is done, in words that the dictionary may take for nouns."""

    def of(
        self,
        text: str,
        found: Sequence[Noun],
        index: int,
        floor: int,
        taken: Callable[[int, int], bool],
        openings: Collection[str],
    ) -> tuple[int, int]:
        """Return where the name begins that a noun ends, and the length of the number that is a name with it.

        The noun is one of those ``found`` in the text.  Nothing before ``floor``, nor what is ``taken``,
        belongs to the name.  ``openings`` are the first characters of names that are known.
        """
        noun, near = found[index], found[max(0, index - _REACH) : index]
        low = max(floor, noun.start - _REACH)
        kind = self._nouns.ends[noun.word]
        head = _CALLED_BEFORE.search(text, low, noun.start)
        begins = head.start() if head and kind not in self._nouns.bodies else noun.start
        start = self._before(text, begins, low, taken, openings, verbs=kind in self._nouns.bodies)
        if start == begins:
            start = noun.start  # 5月2号大桥通车
        start = next((one.end for one in near if one.start < start < one.end), start)
        start = self._behind_leading(text, start)
        start = self._behind_acts(text, start, noun.start)
        start = self._behind_sorts(text, start, noun)
        numbered = self._numbered(text, noun, floor) if start == noun.start else 0
        start -= numbered + _of_city(text, start, low)
        if kind in self._nouns.routes:
            start = _where_from(text, start, max(floor, start - _REACH))
        edition = EDITION.match(text, start, noun.start)
        return (edition.end() if edition else start), numbered

    def ending_at(self, text: str, end: int) -> int:
        """Return where the words begin that may be a name which ends at a place; ``end`` for none."""
        floor = max(0, end - _REACH)
        starts = (
            (at, self._before(text, at, floor, lambda *_: False))
            for at in (end, end - 1)  # a foreign name may end in what alone is a verb: 远岚维
        )
        start = next((start for at, start in starts if start < at), end)
        start = self._behind_leading(text, start)
        places = self._nouns.noun_places.find(text[start:end])
        nouns = [(start + a, start + b) for a, b in places if b - a >= SHORTEST]
        behind = [b for a, b in nouns if end - b >= SHORTEST and ends_word(text, a, b)]
        own = (place for place in behind if is_proper(text[place:end]))
        return max(own, default=start)  # 美国公司阿尔法（Alpha）: the class of what is named behind it

    def _before(
        self,
        text: str,
        noun: int,
        floor: int,
        taken: Callable[[int, int], bool],
        openings: Collection[str] = (),
        *,
        verbs: bool = False,
    ) -> int:
        """Return where the name that ends in the noun at ``noun`` begins.

        That is behind words that are apart from it, and with a character that ``openings`` tell.
        ``verbs`` says that it may be a verb by the dictionary, where a clause begins with it: 远航汽车.
        So it may before one of the toponyms: 远航岭大桥.
        """
        while floor < noun and taken(floor, noun):
            floor += 1
        edge = max((m.end() for m in EDGE.finditer(text, floor, noun)), default=floor)
        start = place = noun
        behind, following = "", ""
        words = cut(text[edge:noun])
        for number, (word, tag) in reversed([*enumerate(words)]):
            behind, following = following, word
            place -= len(word)
            if start == noun and word in _AGAIN:
                break  # 长河医院新院区: another one of it, not its name
            if _NUMBERED.match(word):
                continue  # a name goes on before it (西岭三中), or it counts
            if len(word) == 1 and text[place : place + SHORTEST] in openings:
                return place
            first = place == edge or words[number - 1][0] in self._apart
            begins = tag == "v" and first and len(word) > 1
            if begins and (
                (verbs and start == noun) or (behind in self.toponyms and start == place + len(word))
            ):
                return place
            if text[place - 1 : place] == _DOT:
                start = place  # 星河·升空: a dot binds what the dictionary calls a verb
                continue
            if tag == "v" and len(word) == 1 and text[place - 1 : place] in _INTO:
                return place  # 在望江大桥: what stands behind a preposition is no verb
            if word == _OF and edge < place and start == place + 1:
                continue  # 港湾之星观光塔
            if word in self._in_names and start == place + len(word):
                start = place  # 岚湖围棋公开赛, 青岚市立图书馆: no verbs there
                continue
            if tag in FUNCTION_TAGS or (len(word) == 1 and tag not in _NAME_TAGS) or word.isdigit():
                break
            if word in _PREPOSITIONS or word in self._apart or word.startswith("最"):
                break
            start = place
        return start

    def _behind_leading(self, text: str, start: int) -> int:
        """Return where a name begins behind a word that none begins with: 整个 of 整个云岭水库."""
        leading = self._leading.match(text, start)
        return leading.end() if leading else start

    def _behind_acts(self, text: str, start: int, noun: int) -> int:
        """Return where a name begins behind what is done: 归属于上市公司, 岭川计划新开通高铁."""
        for act in self.act.finditer(text, start, noun + SHORTEST):
            if act.end() > noun:
                break
            planned = any(act.group().startswith(word) for word in self.planning)
            start = act.end() if planned or act.start() == start else start
        return start

    def _behind_sorts(self, text: str, start: int, noun: Noun) -> int:
        """Return where a name begins behind words for its sort: 国有沧屿公司, 规划2号线.

        What is left is more than common words: 大型水库 is no name, and stays what it is.
        """
        while sort := self._sorts.match(text, start, noun.start):
            if _NUMBERED.fullmatch(text, sort.end(), noun.start):
                return noun.start
            if noun.start - sort.end() < SHORTEST or not is_proper(
                text[sort.end() : noun.end], noun.word, self.toponyms
            ):
                break
            start = sort.end()
        return start

    @staticmethod
    def _numbered(text: str, noun: Noun, floor: int) -> int:
        """Return the length of a number that is a name with its noun alone (7号线); 0 for none."""
        if noun.word[0] != CALLED:
            return 0
        number = _BEFORE_LINE.search(text, max(floor, noun.start - _LONGEST_NUMBER), noun.start)
        return len(number.group()) if number else 0


def _of_city(text: str, start: int, floor: int) -> int:
    """Return 1 where a city's name begins one character before, as it has two at least: 望 + 溪市医院."""
    before = text[start - 1 : start]
    if text[start + 1 : start + SHORTEST] != "市" or start <= floor or EDGE.match(before):
        return 0
    return int(all(tag not in FUNCTION_TAGS - {"v"} for _, tag in cut(before)))


def _where_from(text: str, start: int, floor: int) -> int:
    """Return where the name of a route begins that tells where it runs from: 澜州至云溪高速公路."""
    if text[start - 1 : start] not in _UNTIL or start <= floor:
        return start
    edge = max((m.end() for m in EDGE.finditer(text, floor, start)), default=floor)
    words = cut(text[edge : start - 1])
    begin = start - 1
    for word, tag in reversed(words):
        if tag in FUNCTION_TAGS or tag.startswith("v") or len(word) + start - 1 - begin > _LONGEST_PLACE:
            break
        begin -= len(word)
    told = start - 1 - begin >= SHORTEST and is_proper(text[begin : start - 1])
    return begin if told and text[begin - 1 : begin] not in _SINCE else start
