"""Names in Chinese: what category nouns and marks tell.

Comes in: folded text.  Goes out: ``Phrase``s: a category noun with the words before it (长河 + 大桥), rows of
such nouns as one name (西岭 + 地铁 + 三 + 号线), and names in marks beside a noun (货轮“远航星”).  Whether a
phrase of common words is a name, and of what, is left to ``names``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from verify.extract.alternation import alternation
from verify.extract.longest import Longest
from verify.extract.nouns import cut, ends_word
from verify.text.alternatives import either

SHORTEST = 2
FUNCTION_TAGS = frozenset(
    "ad c d df dg e f h k m mq o p q r rg rr rz t tg u ud ug uj ul uz v vd vq y".split()  # noqa: SIM905
)
"""jieba's tags of words that no name holds: a name in front of a noun begins after them."""
_NAME_TAGS = frozenset(
    "a ag an b eng g i j l n ng nr nrfg nrt ns nt nz s vg vi vn x zg".split()  # noqa: SIM905
)
_COMMON_TAGS = frozenset("nvabdtf")
_NEWS_TAGS = frozenset(["n", "v", "vn", "ad", "d", "t", "b", "j"])
"""jieba's tags of what a title tells behind a name."""
_PHRASE_TAGS = frozenset("c d p r u uj ul".split())  # noqa: SIM905
_PROPER_TAGS = frozenset(["ns", "nr", "nrt", "nrfg", "nt", "nz", "x", "eng", "j"])
_HAN = r"\u3400-\u9fff"
EDGE = re.compile(rf"[^{_HAN}A-Za-z0-9·\-]")
"""What no name in Chinese runs over."""
_REACH = 14
_BEHIND = 8
_SAID = re.compile(r"[是系]([^，。；,;]{2,24})(?=[，。；,;]|$)")
_MARKED = re.compile(rf"[“「『\"]([{_HAN}A-Za-z0-9·\- ]{{2,16}})[”」』\"]")
_TITLED = re.compile(r"《([^《》]{2,30})》")
_OF = "之"
"""Binds two words of a name, as 的 does not."""
_DOT = "·"
_FOREIGN = re.compile(rf"([{_HAN}]{{1,14}}?)(?:·[{_HAN}]{{1,8}}){{1,3}}$")
_FOREIGN_REACH = 32
_TELLS_WHO = frozenset(["n", "ns", "j"])
_OPENING = '“「『"《'
CALLED = "号"
"""Ends the names of ships, trains and spacecraft."""
_CALLED_BEHIND = re.compile(r"[\u3400-\u9fff]{3,8}(?<![0-9一二三四五六七八九十第])号(?!线|楼|院|机)")
_LONGEST_CALLED = 5
_NUMBERED_SCHOOL = re.compile(r"([\u3400-\u9fff]{2,4}?)[市县区]?第([一二三四五六七八九十]{1,2})([中小])学")
EDITION = re.compile(r"第?[0-9]{1,3}届")
_EDITION = "届"
_ENDS_EVENT = frozenset("的在于由将已了共为是")
_DAYS = frozenset("昨今明前后当上下本近")
"""Begin the words for days that stand behind a name."""
_NTH = re.compile(rf"第[0-9一二三四五六七八九十百]{{1,4}}届([{_HAN}]{{3,14}})")
_ORDINAL = re.compile(r"(?:第?[0-9一二三四五六七八九十百]{1,4}|[东南西北中])?")
_NUMBERED = re.compile(r"(?:第?[一二三四五六七八九十百]{1,3}号?|第?\d{1,3}号?)$")
_COUNTED = re.compile(
    r"\s?(?:数量|总数|数|[\d一二三四五六七八九十两几数]|共[\d有]|[有达超][约近逾]?[\d一二三四五六七八九十百千两几数])"
)
_BEFORE_LINE = re.compile(r"(?<![0-9一二三四五六七八九十第.,])(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})$")
_LONGEST_NUMBER = 4
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
_CALLED_BY_NUMBER = re.compile(r"(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})号$")
_WORD_AND_END = 2
_BEFORE_END = frozenset(["n", "a", "nr", "ns", "nz", "x", "i"])
_NEW = frozenset("新旧老全本原大小各总首")
"""Single characters that only tell which one of a kind is meant: 新馆, 全桥."""

_AGAIN = frozenset("新旧老原全")
_INTO = frozenset("于在从往由")
_UNTIL = frozenset(["至", "到"])
_SINCE = frozenset(["从", "自", "由"])
_LONGEST_PLACE = 6
_PREPOSITIONS = frozenset(["经", "经由"])
"""Nouns by the dictionary."""
_DETERMINERS = frozenset(
    ["整个", "全部", "所有", "各个", "每个", "其他", "其它", "上述", "相关", "有关", "主要", "部分", "多个"]
)
"""A name begins behind them, whatever they are by the dictionary."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that may be a name."""

    name: str
    start: int
    end: int
    kind: str = ""
    common: bool = False
    """It holds common words only (大型货轮), so that it may well describe."""
    marked: bool = False
    apposed: bool = False
    """A noun beside its marks says what it is: 资料片《…》, “江海”特展."""


class _Noun(NamedTuple):
    """A category noun at a place of a text."""

    word: str
    start: int
    end: int


class ChineseNames:
    """Finds phrases with category nouns, each with its kind.

    ``nouns`` end names and refer back to things, ``endings`` only end names.  ``places`` are the kinds of
    places, ``works`` of undertakings on something else, ``bodies`` of what owns and runs things, ``made`` of
    what is made in numbers; ``common`` are words that are no names whatever the dictionary says, ``apart``
    such that no name begins with, ``planning`` nouns that are verbs before another one, ``toponyms``
    characters that end names of places, ``in_names`` words that names hold before their noun, ``routes``
    kinds of what runs from one place to another, ``recurring`` of what is held again and again.
    """

    def __init__(
        self,
        nouns: Mapping[str, str],
        endings: Mapping[str, str],
        *,
        places: frozenset[str],
        works: frozenset[str],
        bodies: frozenset[str],
        made: frozenset[str],
        common: frozenset[str],
        apart: frozenset[str],
        planning: frozenset[str],
        toponyms: frozenset[str],
        in_names: frozenset[str] = frozenset(),
        acts: Sequence[str] = (),
        routes: frozenset[str] = frozenset(),
        recurring: frozenset[str] = frozenset(),
    ) -> None:
        self._routes, self._recurring = routes, recurring
        self._act = re.compile(f"(?:{'|'.join(acts) or '(?!)'})")
        self._kinds = {noun: kind for noun, kind in nouns.items() if not noun.isascii()}
        self._endings = {word: kind for word, kind in endings.items() if not word.isascii()}
        self._ends = {**self._endings, **self._kinds}
        self.class_nouns = frozenset(noun for noun, kind in self._kinds.items() if kind not in bodies)
        self.nouns, self._noun_places = alternation(self._kinds), Longest(self._kinds)
        self._ending_places = Longest(self._endings)
        self._before = re.compile(f"(?:{self.nouns.pattern})$")
        self._ending = re.compile(f"(?:{alternation(self._ends).pattern})$")
        self._places, self._works, self._bodies = places, works, bodies
        self._made, self._common, self._toponyms = made, common, toponyms
        self._in_names = in_names
        self._apart, self._planning = apart | _DETERMINERS, planning
        self._leading = re.compile(either(self._apart))

    def marked(self, text: str, lower: str) -> Iterator[Phrase]:
        """Yield titles in 《》, and names in other marks that a noun beside them, or 号, tells."""
        for match in _TITLED.finditer(text):
            kind = self._beside(lower, match.start(), match.end())
            words = cut(text[max(0, match.start() - 4) : match.start()])
            apposed = bool(words) and words[-1][1] == "n"
            yield Phrase(match.group(1), match.start(1), match.end(1), kind, marked=True, apposed=apposed)
        for match in _MARKED.finditer(text):
            name, (start, end) = match.group(1), match.span(1)
            kind = self._beside(lower, match.start(), match.end())
            apposed = bool(self.kind_before(lower, match.start())) or kind in self._recurring
            called = text[match.end() : match.end() + 1] == CALLED
            if called:
                kind = self._beside(lower, match.start(), match.end() + 1)
                yield Phrase(f"{name}{CALLED}", start, end, kind, marked=True)
            elif kind or name.endswith(CALLED):
                yield Phrase(name, start, end, kind, marked=True, apposed=apposed)

    def called(self, text: str, lower: str) -> Iterator[Phrase]:
        """Yield names that 号 ends right behind a noun that says what they are: 渡轮远航号."""
        for match in _CALLED_BEHIND.finditer(text) if CALLED in text else ():
            for start in range(match.start(), match.end() - SHORTEST):
                before = self._before.search(lower, max(0, start - 8), start)
                kind = self._kinds[before.group()] if before else ""
                long = match.end() - start > _LONGEST_CALLED
                if before and not long and kind in self._made and ends_word(lower, before.start(), start):
                    yield Phrase(text[start : match.end()], start, match.end(), kind)
                    break

    def editions(self, text: str) -> Iterator[Phrase]:
        """Yield names of what is held again and again by the number before them: 第五届黑貂湾清滩日."""
        for match in _NTH.finditer(text) if _EDITION in text else ():
            end, feast = match.start(1), False
            for word, tag in cut(match[1]):
                when = tag == "t" and word[0] not in _DAYS  # 元宵灯会, 灯会昨晚
                if tag in FUNCTION_TAGS and not when and (len(word) > 1 or word in _ENDS_EVENT):
                    break
                end += len(word)
                feast |= when
            name = text[match.start(1) : end]
            told = len(name) > SHORTEST and is_proper(name) and text[end : end + 1] != "的"
            if told and (feast or not self.kind_of(name)):
                yield Phrase(name, match.start(1), end, self.kind_of(name))

    def _beside(self, lower: str, start: int, end: int) -> str:
        """Return the kind of the noun that ends before a stretch, or begins after it; empty for none."""
        before = self._before.search(lower, max(0, start - 8), start)
        noun = before or self.nouns.match(lower, end)
        return self._kinds[noun.group()] if noun else ""

    def kind_before(self, lower: str, start: int) -> str:
        """Return the kind of the noun right before a name (数据库Tidepool); empty for none."""
        before = self._before.search(lower, max(0, start - 8), start)
        return self._kinds[before.group()] if before else ""

    def name_start(self, text: str, end: int) -> int:
        """Return where the words begin that may be a name which ends at a place; ``end`` for none."""
        floor = max(0, end - _REACH)
        starts = (
            (at, self._name_start(text, at, floor, lambda *_: False))
            for at in (end, end - 1)  # a foreign name may end in what alone is a verb: 远岚维
        )
        start = next((start for at, start in starts if start < at), end)
        start = self._behind_leading(text, start)
        nouns = [
            (start + a, start + b) for a, b in self._noun_places.find(text[start:end]) if b - a >= SHORTEST
        ]
        behind = [b for a, b in nouns if end - b >= SHORTEST and ends_word(text, a, b)]
        own = (place for place in behind if is_proper(text[place:end]))
        return max(own, default=start)  # 美国公司阿尔法（Alpha）: the class of what is named behind it

    def kind_behind(self, lower: str, end: int) -> str:
        """Return the kind that the words behind a name tell; empty for none.

        That is the noun behind it (晨光一号遥感卫星), or the last one of what it is said to be (是液体火箭).
        """
        said = _SAID.match(lower, end)
        if said:
            return self.kind_of(said.group(1))
        noun = self.nouns.search(lower, end, end + _BEHIND)
        if noun is None or EDGE.search(lower[end : noun.start()]):
            return ""
        between = cut(lower[end : noun.start()])
        told = ends_word(lower, noun.start(), noun.end()) and all(tag[0] in "anbj" for _, tag in between)
        return self._kinds[noun.group()] if told else ""

    def kind_of(self, name: str) -> str:
        """Return the kind that the last noun of a name tells; empty where none does."""
        found = self._ending.search(name)
        return self._ends[found.group()] if found else ""

    def modifier(self, name: str) -> str:
        """Return what stands before the last noun of a name."""
        found = self._ending.search(name)
        return name[: found.start()] if found else ""

    def stem(self, name: str) -> str:
        """Return what stands before the last noun of a name, or before the number that 号 ends."""
        called = _CALLED_BY_NUMBER.search(name)
        return name[: called.start()] if called else self.modifier(name)

    def without_new(self, name: str) -> str:
        """Return a name without a description behind it: 长河医院 of 长河医院新院区."""
        modifier = self.modifier(name)
        again = modifier[-1:] in _NEW and len(modifier) > SHORTEST and self.kind_of(modifier[:-1])
        return modifier[:-1] if again else name

    def without_news(self, name: str) -> str:
        """Return an opening up to its last noun where common words follow: 引溪济平工程 + 全线通水."""
        ends = [end for _, end in self._noun_places.find(name) if end > SHORTEST]
        behind = cut(name[ends[-1] :]) if ends else ()
        common = all(len(word) > 1 and tag in _NEWS_TAGS for word, tag in behind)
        return name[: ends[-1]] if ends and common else name

    @staticmethod
    def contrasts(modifier: str) -> bool:
        """Say whether a modifier tells one of several kinds (全程, 半程), rather than size or rank (大型)."""
        return all(tag.startswith("n") and len(word) > 1 for word, tag in cut(modifier))

    def phrases(
        self,
        text: str,
        lower: str,
        taken: Callable[[int, int], bool],
        openings: Collection[str] = (),
    ) -> Iterator[Phrase]:
        """Yield category nouns with the words before them; nothing that meets what is ``taken``.

        ``openings`` are the first characters of names that are known, with which others begin as well.
        """
        found = self._found(lower)
        floor, skip = 0, 0
        for index, noun in enumerate(found):
            if index < skip:
                continue
            alone = index + 1 == len(found) or not _ORDINAL.fullmatch(lower, noun.end, found[index + 1].start)
            if alone and not ends_word(text, noun.start, noun.end):
                continue  # before a name is sought
            verbs = self._ends[noun.word] in self._bodies
            begins = max(floor, noun.start - _REACH)
            start = self._name_start(text, noun.start, begins, taken, openings, verbs=verbs)
            near = found[max(0, index - _REACH) : index]
            start = next((one.end for one in near if one.start < start < one.end), start)
            start = self._behind_leading(text, start)
            start = self._behind_acts(text, start, noun.start)
            numbered = self._numbered(text, noun, floor) if start == noun.start else 0
            start -= numbered + _of_city(text, start, max(floor, noun.start - _REACH))
            if self._ends[noun.word] in self._routes:
                start = _where_from(text, start, max(floor, start - _REACH))
            edition = EDITION.match(text, start, noun.start)
            start = edition.end() if edition else start
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
            placed = self._ends[noun.word] in self._places and _placed(name)
            common = not (numbered or placed or _proper(name, found[last].word, self._toponyms))
            if common and found[last].word in self._endings:
                continue
            if common and text[start - 1 : start] == CALLED and taken(start - 1, start):
                continue  # 晨光一号遥感卫星: the class of what is named before it
            if common and len(found[last].word) == 1 and kind in self._bodies:
                continue  # 歌剧厅: no office
            follows = text[end : end + 1] and (text[end] in _OPENING or taken(end, end + 1))
            if follows and (common or kind not in self._bodies or _placed_only(name, found[last].word)):
                continue  # 大型货轮“…”, 英国企业“…”: the class of what is named behind it
            yield Phrase(name, start, end, kind, common)

    def _behind_leading(self, text: str, start: int) -> int:
        """Return where a name begins behind a word that none begins with: 整个 of 整个云岭水库."""
        leading = self._leading.match(text, start)
        return leading.end() if leading else start

    def _behind_acts(self, text: str, start: int, noun: int) -> int:
        """Return where a name begins behind what is done: 归属于上市公司, 岭川计划新开通高铁."""
        for act in self._act.finditer(text, start, noun + SHORTEST):
            if act.end() > noun:
                break
            planned = any(act.group().startswith(word) for word in self._planning)
            start = act.end() if planned or act.start() == start else start
        return start

    def _found(self, lower: str) -> list[_Noun]:
        """Return the nouns of a text, and words that end names where they meet none (光电 in 晨光电站)."""
        places = self._noun_places.find(lower)
        endings = self._ending_places.find(lower)
        if endings:
            taken = {place for start, end in places for place in range(start, end)}
            places += [one for one in endings if taken.isdisjoint(range(*one))]
        return [_Noun(lower[start:end], start, end) for start, end in sorted(places)]

    def _name_start(
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
                (verbs and start == noun) or (behind in self._toponyms and start == place + len(word))
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

    @staticmethod
    def _numbered(text: str, noun: _Noun, floor: int) -> int:
        """Return the length of a number that is a name with its noun alone (7号线); 0 for none."""
        if noun.word[0] != CALLED:
            return 0
        number = _BEFORE_LINE.search(text, max(floor, noun.start - _LONGEST_NUMBER), noun.start)
        return len(number.group()) if number else 0

    def _is_other_word(self, name: str, noun: _Noun) -> bool:
        """Say whether a noun of one character only ends a common word: 高峰 is no 峰, 市区 no 区."""
        word, tag = cut(name)[-1]
        if word == noun.word or word in self._ends or len(noun.word) > 1:
            return False
        area = self._ends[noun.word] in self._places and len(word) == SHORTEST
        return word in self._common or (area and tag[0] in _COMMON_TAGS)

    def _is_verb(self, text: str, noun: _Noun) -> bool:
        """Say whether a noun is a verb before another one, or a date: 充电桩计划达到900个."""
        if noun.word not in self._planning:
            return False
        if self._act.match(text, noun.start):
            return True
        following = cut(text[noun.end : noun.end + _BEHIND])
        return bool(following) and following[0][1] in {"v", "p", "m"}

    def _row(self, text: str, found: list[_Noun], index: int, *, named: bool) -> int:
        """Return the index of the last noun of one name: 西岭地铁三号线, 长河市第一人民医院."""
        last = index
        while named and last + 1 < len(found):
            this, following = found[last], found[last + 1]
            gap = text[this.end : following.start]
            kinds = {self._ends[this.word], self._ends[following.word]}
            if not _ORDINAL.fullmatch(gap) or kinds & self._works or kinds <= self._places:
                break
            if not gap and this.word == following.word:
                break  # 长河医院医院简介: what it is again
            if not gap and self._ends[this.word] in self._places and _COUNTED.match(text, following.end):
                break  # 江宁区学校120所: schools of a place
            last += 1
        return last


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


def _proper(name: str, noun: str, toponyms: frozenset[str] = frozenset()) -> bool:
    """Say whether a phrase holds more than common words; with a place's ending they may be one: 白桦岭."""
    words = cut(name)
    if len(words) == 1:
        return words[0][1] in _PROPER_TAGS and words[0][0] != noun
    modifiers = [(word, tag) for word, tag in words if not (_latin_of(word, noun) or noun.endswith(word))]
    if len(modifiers) == _WORD_AND_END and modifiers[1][0] in toponyms and modifiers[0][1] in _BEFORE_END:
        return True
    return any(
        tag in _PROPER_TAGS if len(word) > 1 else word not in _NEW and tag not in FUNCTION_TAGS
        for word, tag in modifiers
    )


def _latin_of(word: str, noun: str) -> bool:
    """Say whether a word in Latin script is a piece of a noun: LNG of LNG船."""
    return word.isascii() and word.lower() in noun


def _placed_only(name: str, noun: str) -> bool:
    """Say whether a phrase holds nothing but places and common words: 英国企业."""
    words = [(word, tag) for word, tag in cut(name) if word != noun and not noun.endswith(word)]
    return all(tag == "ns" or tag not in _PROPER_TAGS for _, tag in words)


def _placed(name: str) -> bool:
    """Say whether the name of a place is more than a noun of the dictionary (办公区)."""
    words = cut(name)
    return len(words) > 1 and words[0][0] not in _NEW


def foreign_start(text: str, end: int) -> int:
    """Return where a foreigner's name with dots begins that ends at a place; -1 where nothing tells.

    That is behind a noun that says who it is, 作家 of 匈牙利作家莱娜·瓦尔加, or behind words of no name.
    """
    match = _FOREIGN.search(text, max(0, end - _FOREIGN_REACH), end)
    if match is None:
        return -1
    words = cut(match[1])
    who = max((n for n, (word, tag) in enumerate(words) if len(word) > 1 and tag in _TELLS_WHO), default=-1)
    other = max((n for n, (_, tag) in enumerate(words) if tag in FUNCTION_TAGS), default=-1)
    verb = other == who + 1 and len(words[other][0]) == 1
    first = who if verb and who >= 0 else max(who, other)  # 建筑师让·努维尔: no verb there
    begin = match.start() + sum(len(word) for word, _ in words[: first + 1])
    return begin if first + 1 < len(words) else -1


def is_phrase(text: str, *, called: bool = False) -> bool:
    """Say whether a text holds words that no name holds (其中, 截至); adverbs do not count if ``called``."""
    tags = _PHRASE_TAGS - {"d"} if called else _PHRASE_TAGS
    return any(tag in tags and len(word) > 1 for word, tag in cut(text))


def numbered_short(name: str) -> Iterator[str]:
    """Yield the usual short form of a numbered school: 长河一中 for 长河市第一中学."""
    match = _NUMBERED_SCHOOL.fullmatch(name)
    if match:
        yield "".join(match.groups())


def is_common(text: str) -> bool:
    """Say whether a text is one common noun or verb of the dictionary: 核心 of 核心区."""
    words = cut(text)
    return len(words) == 1 and words[0][1] in {"n", "v", "vn"}


def is_coined(text: str) -> bool:
    """Say whether a text is no word of the dictionary, nor made of such: 远杉."""
    return all(len(word) == 1 for word, _ in cut(text))


def is_full(text: str) -> bool:
    """Say whether a text is coined and then tells what it is, in words of the dictionary: 远杉公交."""
    words = cut(text)
    coined = [word for word, _ in words[:-1]]
    return bool(coined) and len(words[-1][0]) > 1 and all(len(word) == 1 for word in coined)


def is_compound(text: str) -> bool:
    """Say whether a text is made of the dictionary's nouns, verbs and abbreviations only: 对象存储."""
    return all(len(word) > 1 and tag in {"n", "v", "vn", "j"} for word, tag in cut(text))


def is_proper(text: str) -> bool:
    """Say whether a text holds more than common words."""
    return _proper(text, "")
