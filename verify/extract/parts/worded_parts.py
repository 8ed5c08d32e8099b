"""Parts that words of their own tell, which no rule names: 主跨的长度, 在受访者中, a 6.7-km undersea tunnel.

Comes in: a sentence and a figure with its attribute.  Goes out: the words that tell which part of a thing, or
group of people, it is of, and whether they may be no part.  Parts that rules name are left to ``scopes``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from verify.catalog.catalog import Catalog
from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.alternation import alternation
from verify.extract.lexicon.nouns import cut
from verify.extract.lexicon.words import lowered
from verify.extract.parts.alternating import SET_APART, alternates
from verify.extract.parts.cases import CASE, CaseFinder, window
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.sentence import Sentence
from verify.model.span import Span
from verify.text.fold import folded
from verify.text.script import is_western

SHARE = "rate.share"
_TIME = "second"
_WHOLE = "whole"
_OF = "的"
_FUNCTION_TAGS = frozenset({"p", "c", "u", "d", "r", "y", "m", "q", "v"})
_SCOPE_TAGS = frozenset(
    {"n", "nz", "ns", "nt", "vn", "j", "b", "x", "an", "f", "s", "nr", "l", "eng", "ng", "nrt", "i", "m"}
)
_NOUN_TAGS = _SCOPE_TAGS - {"m"}
_DESCRIBES = frozenset({"v", "t", "q", "m"})
"""Jieba's tags of the last word before 的 that tells no part: 给出, 公布, 七天."""
_VERB_TAGS = frozenset({"v", "vn"})
_PARTICLE = "u"
_PLACE = "s"
_WHERE = frozenset({_PLACE, "f"})
_DATE_TAGS = frozenset({"t", "m", "p", "d", "q"})
"""jieba's tags of a date and of the words before one: 将于明年."""
_COMPOUND = re.compile(r"[0-9] ?-[a-z]")
"""A measure that describes what follows: 6.7-kilometre."""
_CALLED = re.compile(r"^[”」』\"]?号")
"""Behind the name of a ship in marks, no part of it: “远航”号货轮总长."""
_GOODS = re.compile(r" of ((?:[a-z-]{3,} )?[a-z-]{3,})(?= |[.,;]|$)")
_FEW_HAN = re.compile(r"[\u3400-\u9fff]{2,6}")
_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
_HAN_NOUN = re.compile(r"[\u3400-\u9fff]{2,10}")
_ONE = re.compile(r"(?:[\u3400-\u9fff]*?[^第])?一[\u3400-\u9fff]|一[\u3400-\u9fff]")
"""Words that end in 一 with a measure word, and so say no more than an article does."""
_FEW = re.compile(r"[\u3400-\u9fff]{0,3}")
"""Between an attribute's word and its figure: 占地面积达."""
_ONE_WORD = re.compile(r" ?[a-z]+,? ?")
_NEXT = re.compile(r" (?:up to |about |some |more than )?[0-9]")
_TELLS_PART = re.compile(
    r" (?:(?:was|were|is|are|went|go|goes) )?(?:of|for|to|on|by|in) (?:the )?"
    r"([a-z-]{3,}(?: [a-z-]{3,})?)(?=[.,;]|$)"
)
"""Of which 90 were for farming; 90 tonnes of white tea."""
_SOURCE = re.compile(
    r" ?(?:the )?([a-z-]{3,}(?: [a-z-]{3,})?(?= in | and | last |[.,;]|$)"
    r"|[\u3400-\u9fff]{2,8}(?![\u3400-\u9fff]))"
)
"""What a share comes from or goes to."""
_APPOSED = re.compile(r"(?: \([^()]{1,40}\))?, (?:a|an|the) ")
_LISTED = ("、", "和", "与", "及")
_CLOSING = re.compile("[》”」』]?")
_AFTER_NOUN = re.compile(r"[ -]?([a-z]+(?:[ -][a-z]+){0,2})")


class WordedParts:
    """Finds such words with the words of a catalogue."""

    def __init__(self, catalog: Catalog, holding: Iterable[str], cases: CaseFinder) -> None:
        languages = catalog.languages
        self._holding = tuple(sorted(holding))
        self._named = frozenset(entry.value for lang in languages for entry in lang.scopes)
        """Parts that rules name."""
        wholes = (w for lang in languages for e in lang.scopes if e.value == _WHOLE for w in e.words)
        self._wholes = frozenset(lowered(folded(word)) for word in wholes)
        self._unsaid = frozenset(entry.value for lang in languages for entry in lang.scopes if entry.unsaid)
        self._units = catalog.units
        self._cases = cases
        self._among_it = [re.compile(p) for lang in languages for p in lang.among]
        self._in_case = [re.compile(p) for lang in languages for p in lang.in_case]
        self._owner = [re.compile(p) for lang in languages for p in lang.owner]
        self._are = [re.compile(p) for lang in languages for p in lang.are_parts]
        self._holder = [re.compile(p) for lang in languages for p in lang.holder]
        self._measured = [re.compile(p) for lang in languages for p in lang.measured]
        self._inflections = tuple(lowered(w) for lang in languages for w in lang.inflections)
        self._placing = tuple(lowered(w) for lang in languages for w in lang.placing)
        self._attributive = tuple(w for lang in languages for w in lang.attributive)
        particles = "|".join(map(re.escape, self._attributive))
        self._han_run = re.compile(rf"[\u3400-\u9fffA-Za-z]{{1,14}}(?=(?:{particles})?$)")
        self._stop = frozenset(lowered(folded(w)) for lang in catalog.languages for w in lang.stop)
        self._doing = frozenset(lowered(folded(w)) for lang in catalog.languages for w in lang.doing)
        self._built = frozenset(
            kind.id
            for kind in catalog.kinds
            if not (kind.body or kind.omissible or kind.undertaking or kind.tells)
        )
        """Kinds of what may be a part of another thing: the tunnel of a bridge."""
        self._roles = frozenset(lowered(folded(w)) for lang in languages for w in lang.roles)
        self._nouns = frozenset(lowered(folded(noun)) for kind in catalog.kinds for noun in kind.nouns)
        bodies = (noun for kind in catalog.kinds if kind.body for noun in kind.nouns)
        self._own = self._roles.intersection(lowered(folded(noun)) for noun in bodies)
        self._endings = tuple(sorted(noun for noun in self._nouns if not noun.isascii()))
        """What names of things end in, in Chinese: 55公里长的跨海大桥."""
        self._built_nouns = tuple(
            sorted(
                noun
                for kind in catalog.kinds
                if kind.id in self._built
                for noun in (lowered(folded(one)) for one in kind.nouns)
                if len(noun) > 1 and not noun.isascii()
            )
        )
        ranks = {folded(w) for lang in languages for e in lang.ranks for w in e.words}
        self._ranks = alternation(word for word in ranks if len(word) > 1 and not word.isascii())
        self._copulas = frozenset(lowered(folded(w)) for lang in catalog.languages for w in lang.copulas)
        self._coming_about = frozenset(w for lang in languages for w in lang.coming_about)
        self._possessive = tuple(word for word in self._copulas if word.endswith("有"))
        self._verbs = frozenset(
            lowered(folded(w)) for lang in catalog.languages for e in lang.modality for w in e.words
        )

    def among(self, sentence: Sentence, figure: Figure) -> str | None:
        """Return the group that the clause before speaks of (在30岁以下的受访者中; among young voters)."""
        return self._told_before(sentence, figure, self._among_it)

    def in_case(self, sentence: Sentence, figure: Figure) -> str | None:
        """Return the case that the clause before speaks of, which may be no part: in live mode."""
        return self._told_before(sentence, figure, self._in_case)

    def _told_before(
        self, sentence: Sentence, figure: Figure, patterns: Iterable[re.Pattern[str]]
    ) -> str | None:
        clause = sentence.clause_of(figure.span.start)
        before = [c for c in sentence.clauses if c.end <= clause.start]
        while len(before) > 1 and _ONE_WORD.fullmatch(sentence.lower, *_ends(before[-1])):
            del before[-1]  # among the old, however, …
        if not before:
            return None
        told = {hit.value for hit in sentence.hits_in(before[-1], "scope")} - {_WHOLE}
        found = _first(pattern.match(sentence.lower, *_ends(before[-1])) for pattern in patterns)
        if found is None:
            return None
        inside = [f for f in sentence.figures if before[-1].start <= f.span.start < before[-1].end]
        if any(f.period is not None for f in inside):
            return None
        if len(told) == 1:
            return told.pop()
        group = found[1].strip()
        last = cut(group)[-1]
        return None if last[0] in self._stop or last[1] in _FUNCTION_TAGS else group

    def one_of_its(self, sentence: Sentence, figure: Figure) -> str | None:
        """Return the part that a rank right behind a name tells, with a date: 《长河》首个资料片明年推出."""
        ends = [end for _, end, _ in sentence.names if end <= figure.span.start]
        if figure.period is None or not ends:
            return None
        closed = _CLOSING.match(sentence.lower, max(ends))
        rank = self._ranks.match(sentence.lower, closed.end() if closed else max(ends), figure.span.start)
        words = cut(sentence.lower[rank.end() : figure.span.start]) if rank else ()
        nouns = tuple(takewhile(lambda word: word[1] in _NOUN_TAGS, words))
        noun = "".join(word for word, _ in nouns)
        dated = all(word.isdigit() or tag in _DATE_TAGS for word, tag in words[len(nouns) :])
        return noun if dated and len(noun) > 1 and not self._refers(sentence, noun) else None

    def of_noun(
        self, sentence: Sentence, figure: Figure, chosen: Chosen, left: Span
    ) -> tuple[str | None, bool]:
        """Return what the words at the attribute's own tell, and whether that may be no part at all."""
        place = chosen.place
        if place is None or not left.start <= place.start <= left.end:
            begin = max(left.start - 1, 0)  # with the comma before, which may begin the holder's clause
            holder = _first(pattern.search(sentence.lower, begin, left.end) for pattern in self._holder)
            if holder is not None and place is not None and place.start >= figure.span.end:
                named = any(a <= holder.start(1) and holder.end(1) <= b for a, b, _ in sentence.names)
                adverb = cut(holder[1])[0][1] in _FUNCTION_TAGS  # 最终以1.84亿元成交
                return (None if named or adverb else holder[1]), False
            item = sentence.paired.get(figure.span)
            if item is not None and place is not None and place.start < figure.span.start:
                words = sentence.lower[item.start : item.end].strip()
                named = any(a < item.end and item.start < b for a, b, _ in sentence.names)
                return (None if named else words), False  # 城镇、农村收入分别为…
            if place is not None and place.end <= left.start:
                return self._cases.listed(sentence, left), False
            behind = place is None or place.end > figure.span.end
            if not behind:
                return None, False
            if chosen.id == SHARE and place is not None:
                return self._source(sentence, place.end), True
            told = self._latin_after(sentence, figure, place) or self._cases.own(sentence, figure, place)
            numbered = told is not None and any(
                one.startswith(told) for one in self._holding
            )  # the phase cost …
            part = told if told is None or numbered else self._part(told)
            return part, part in self._unsaid
        during = window(sentence, place)
        share = figure.reading is not None and figure.reading.quantity.unit.base == "dimensionless"
        during = (
            None if during is not None and during.startswith("1 ") and not share else during
        )  # 一年可发电
        dated = during or self._before_date(sentence, self._before_statistic(sentence, place))
        if dated:
            return dated, True
        told, loose = self._words_before(sentence, left, chosen, place)
        new = told is not None and _ONE.fullmatch(told) is not None  # 一座占地620亩的公园
        if new or told is None:
            told, loose = self._described(sentence, figure, place, new=new), True
        return told, loose

    def _described(self, sentence: Sentence, figure: Figure, place: Span, *, new: bool) -> str | None:
        """Return the common noun of which a figure is told in Chinese: the park of 占地620亩的公园.

        It is that of something built, or of anything ``new`` to the text (一条全长31公里的绿道).
        """
        end = figure.span.end
        particle = next((one for one in self._attributive if sentence.lower.startswith(one, end)), "")
        if not particle or not _FEW.fullmatch(sentence.lower, place.end, figure.span.start):
            return None
        begin = end + len(particle)
        run = _HAN_NOUN.match(sentence.lower, begin, sentence.right_of(figure).end)
        if run is None or any(a < run.end() and begin < b for a, b, _ in sentence.names):
            return None
        words = [word for word, _ in takewhile(lambda word: word[1] in _NOUN_TAGS, cut(run.group()))]
        noun = "".join(words)
        told = bool(noun) if new else noun.endswith(self._built_nouns)
        told = told and self._roles.isdisjoint(words)
        return noun if told and not self._refers(sentence, noun) else None

    @staticmethod
    def _source(sentence: Sentence, place: int) -> str | None:
        """Return of what a share is, told behind the verb: 四分之三来自可再生能源, 31% went to Germany."""
        found = _SOURCE.match(sentence.lower, place)
        if found is None:
            return None
        words = found[1]
        han = not is_western(words[0])
        return None if han and not all(tag in _SCOPE_TAGS for _, tag in cut(words)) else words

    def is_built(self, words: str) -> bool:
        """Say whether words tell what is built: 体育馆 of 二期工程中，体育馆建筑面积…."""
        return words.endswith(self._built_nouns)

    def _part(self, words: str) -> str:
        """Return a part as the rules call it, which know a lock of a canal among parts, and one of data."""
        known = next((form for form in (words, words.removesuffix("s")) if form in self._named), None)
        return known or self._units.noun(words) or words

    def behind(self, sentence: Sentence, figure: Figure) -> str | None:
        """Return the words behind a figure that tell which part it is: including 90 tonnes of white tea."""
        right = Span(figure.span.end, sentence.right_of(figure).end)
        plain = self._stop | self._copulas | self._roles
        found = (pattern.match(sentence.lower, *_ends(right)) for pattern in (*self._are, _TELLS_PART))
        told = (match[1] for match in found if match and plain.isdisjoint(match[1].split(" ")))
        return next(map(self._part, told), None)

    def goods(self, sentence: Sentence, figure: Figure, chosen: Chosen) -> str | None:
        """Return what a figure is of, told behind its verb or itself: 采收水梨5020吨, sold 5 tonnes of tea.

        Behind the figure only where the attribute is one of trade; between verb and figure where nothing is
        counted, too, as what is counted is no part of itself.
        """
        if chosen.place is None:
            return None
        place, right = chosen.place.end, sentence.right_of(figure)
        trade = chosen.entry is not None and chosen.entry.of_goods
        told = _GOODS.match(sentence.lower, figure.span.end, right.end) if trade else None
        if trade and told is None:
            told = _GOODS.match(sentence.lower, place, max(figure.span.start, place))
        if told is not None:
            known = self._stop | self._copulas | self._doing | self._roles
            words = [
                *takewhile(lambda word: word not in known and not word.endswith("ed"), told[1].split(" "))
            ]
            return self._part(" ".join(words)) if words else None
        between = sentence.lower[place : figure.span.start]
        if _FEW_HAN.fullmatch(between) is None or not (trade or _is_made(sentence, figure, chosen.place)):
            return None
        plain = any(tag not in _NOUN_TAGS or word in self._stop for word, tag in cut(between))
        return None if plain or self._refers(sentence, between) else between

    def _words_before(
        self, sentence: Sentence, left: Span, chosen: Chosen, place: Span
    ) -> tuple[str | None, bool]:
        """Return what the words right before the attribute's own tell, and whether that may be no part."""
        start = left.start
        for mention in sentence.names:
            if mention[1] <= place.start:
                start = max(start, mention[1])
        place = self._before_statistic(sentence, place)
        for hit in sentence.hits:
            itself = hit.kind == "attribute" and hit.value == chosen.id  # 股价 of 股价收于38.5元
            if hit.end <= place.start and (itself or hit.kind in SET_APART):
                start = max(start, hit.end)
        for other in sentence.figures:
            if other.span.end <= place.start and other.kind is not Kind.IGNORED:
                start = max(start, other.span.end)
        text = _CALLED.sub("", sentence.lower[start : place.start])
        if not text.strip():
            return self._cases.going_on(sentence, start), False
        if is_western(text.strip()[-1]):
            opens = chosen.id == SHARE and start == sentence.clause_of(start).start
            return self._latin_scope(text, whole=opens), True
        behind_part = any(hit.end == start and hit.kind == "part" for hit in sentence.hits)
        if text.startswith(_LISTED) and sentence.hits_in(
            Span(sentence.clause_of(start).start, start), "part"
        ):
            text, behind_part = text[1:], True  # 其中绿茶产量3万吨、白茶产量1万吨
        if behind_part and CASE.fullmatch(text) and not self._refers(sentence, text):
            return text, True  # 其中普惠小微贷款…
        named = self._behind_name(sentence, start, text)
        if named[0]:
            return named
        owner = self._han_owner(text, sentence)
        if owner:
            return owner, False
        return self._han_scope(text, sentence) or self._alternating(sentence, text, place), True

    def _alternating(self, sentence: Sentence, text: str, place: Span) -> str | None:
        """Return words right before a place that stand where the clause beside has others."""
        words = text.lstrip("".join(_LISTED))
        told = alternates(sentence, Span(place.start - len(words), place.start), place, _LISTED, self._refers)
        return words.removesuffix(_OF) if told else None

    @staticmethod
    def _before_statistic(sentence: Sentence, place: Span) -> Span:
        """Return where words of a part end: before 每日 of 个人用户每日配额, not before two such words."""
        told = [h for h in sentence.by_kind.get("statistic", ()) if not is_western(sentence.lower[h.start])]
        starts = {hit.end: hit.start for hit in reversed(told)}  # the longest of those that end there
        begin = starts.get(place.start, place.start)
        return place if begin in starts else Span(begin, place.end)

    def _behind_name(self, sentence: Sentence, start: int, text: str) -> tuple[str | None, bool]:
        """Return the part that a name right before some words tells, or that they tell: 在江州的门店.

        Where no name stands, and a clause begins, they tell what something has: 心内科有床位180张.
        """
        name = next((mention for mention in sentence.names if mention[1] == start), None)
        if name is None:
            opens = start == sentence.clause_of(start).start and text.endswith(self._possessive)
            return (self._having(text, sentence) if opens else None), True
        if sentence.lower.endswith(self._placing, 0, name[0]) and text.startswith(self._attributive):
            return sentence.lower[name[0] : start], False
        return self._having(text, sentence), True

    def _before_date(self, sentence: Sentence, place: Span) -> str | None:
        """Return the part told before the date that an attribute's own words follow: 文创产品2023年销售额."""
        dates = [f for f in sentence.figures if f.period is not None and f.span.end <= place.start]
        if not dates or is_western(sentence.lower[place.start]):
            return None
        between = sentence.lower[dates[-1].span.end : place.start]
        if between and between not in self._copulas and between not in self._coming_about:
            return None
        start, end = sentence.left_of(dates[-1])
        named = max((stop for _, stop, _ in sentence.names if stop <= end), default=start)
        return self._han_scope(sentence.lower[max(start, named) : end], sentence)

    def _having(self, text: str, sentence: Sentence) -> str | None:
        """Return the part behind a name that has something: 儿科 of 江州医院儿科有床位150张."""
        verbs = (word for word in self._copulas if len(text) > len(word) + 1 and text.endswith(word))
        had = max(verbs, key=len, default="")
        words = cut(text[: len(text) - len(had)]) if had else ()
        nouns = bool(words) and all(tag in _NOUN_TAGS and word not in self._stop for word, tag in words)
        part = "".join(word for word, _ in words)
        return part if nouns and _HAN.fullmatch(part) and not self._refers(sentence, part) else None

    def _han_owner(self, text: str, sentence: Sentence) -> str | None:
        """Return the part whose the attribute is: 主跨的长度."""
        owner = _first(pattern.search(text) for pattern in self._owner)
        words = cut(owner[1]) if owner is not None else ()
        while len(words) > 1 and words[0][0] in self._roles:
            words = words[1:]  # 集团手里的: no part, and neither is what 公司给出的 and 登记在册的 describe
        told = "".join(word for word, _ in words)
        if not words or words[0][1] in _FUNCTION_TAGS or words[-1][1] in _DESCRIBES or told in self._stop:
            return None
        return None if self._refers(sentence, told) or owner is None else owner[1]

    def _han_scope(self, text: str, sentence: Sentence) -> str | None:
        run = self._han_run.search(text)
        if run is None:
            return None
        words: list[tuple[str, str]] = []
        for word, tag in reversed(cut(run.group())):
            known = self._units.noun(word) is not None
            if (
                (tag not in _SCOPE_TAGS and not known)
                or word in self._stop
                or word in self._copulas
                or word in self._verbs
            ):
                if tag[0] == _PARTICLE and text.startswith(word) and word != _OF:
                    return None  # 地 of 地热田 is no particle: the words are cut wrongly
                break
            words.insert(0, (word, tag))
        if len(words) > 1 and words[0][1] == _PLACE and words[0][0] in self._roles:
            del words[0]  # 园内温室: where it is, and what
        while words and words[0][1] == "f" and len(words[0][0]) == 1:
            del words[0]  # 建成后总床位
        if len(words) > 1 and words[0][0] in self._own and all(len(word) > 1 for word, _ in words):
            del words[0]  # 公司储能业务营收: of what whoever is referred to has
        if any(word in self._roles for word, _ in words):
            return None  # 主办单位动员志工
        kept = "".join(word for word, _ in words)
        within = {sentence.lower[h.start : h.end] for h in sentence.by_kind.get("noun", ())} | self._roles
        if words and words[-1][1] in _WHERE and kept[:-1] in within:
            return None  # 河中鱼类, 馆内藏书
        acts = bool(words) and words[-1][1] == "vn"
        told = len(kept) > 1 or self._units.noun(kept) is not None
        return kept if told and not acts and not self._refers(sentence, kept) else None

    def _refers(self, sentence: Sentence, words: str) -> bool:
        """Say whether words only refer to a thing or the whole of it (大桥, 中心, 总)."""
        ends = {end for _, end, _ in sentence.names}  # 远航H7电动汽车: what it is
        told = (
            hit
            for hit in sentence.hits
            if hit.kind in {"noun", "scope"} and (hit.value not in self._built or hit.start in ends)
        )
        return words in self._roles or any(sentence.lower[h.start : h.end] == words for h in told)

    def _latin_scope(self, text: str, *, whole: bool = False) -> str | None:
        """Return the words right before an attribute's own; those of a ``whole`` subject hold no verb."""
        words: list[str] = []
        for word in reversed(text.strip().split(" ")):
            if (
                not word.isalpha()
                or word in self._stop
                or word in self._copulas
                or word in self._wholes
                or word in self._doing
                or word in self._nouns
                or word in self._roles
                or (not whole and word.endswith(self._inflections))
            ):
                break
            words.insert(0, word)
        return " ".join(words[-2:]) or None

    def _latin_after(self, sentence: Sentence, figure: Figure, place: Span | None) -> str | None:
        """Return the thing a measure describes: a 6.7-kilometre undersea tunnel."""
        if figure.reading is None:
            return None
        of = _first(pattern.match(sentence.lower, figure.span.end) for pattern in self._measured)
        match = of or (
            _AFTER_NOUN.match(sentence.lower, figure.span.end)
            if _COMPOUND.search(lowered(figure.reading.quantity.stated))
            else None
        )
        if match is None:
            return None
        itself = place is not None and place.start <= match.start(1) < place.end
        lasting = figure.reading.quantity.unit.base == _TIME
        if itself and (of or lasting or self._units.noun(match.group(1)) is None):
            return (
                None  # of floor space, a 5-day event: the attribute itself, but an 80-metre chimney is a part
            )
        known = self._stop | self._copulas | self._doing
        words = list(takewhile(lambda word: word not in known, match.group(1).split(" ")))
        if len(words) > 1 and words[-1].endswith("s") and _NEXT.match(sentence.lower, match.end()):
            del words[-1]  # each 12-metre bus carries 90 passengers
        if len(words) > 1 and words[0] in self._nouns | self._roles:
            second = match.start(1) + len(words[0]) + 1
            measures = any(hit.start == second for hit in sentence.by_kind.get("attribute", ()))
            if measures or words[1].endswith("s"):
                del words[1:]  # the 42-metre vessel carries up to 400, the 386-km line cost 61 billion
        thing = words[0] if len(words) == 1 else ""
        if not words or thing in self._nouns | self._roles or thing.endswith(self._endings):
            return None  # the 135,500-ton ship is the ship itself
        if words[-1] in self._nouns and _apposed(sentence, figure):
            return None  # the Gull, a 42-metre research vessel
        return " ".join(words)


def _is_made(sentence: Sentence, figure: Figure, place: Span) -> bool:
    """Say whether a word at a place is a verb, and its figure counts nothing: 采收, of so many tonnes."""
    if figure.reading is None or figure.reading.quantity.unit.counts:
        return False
    words = cut(sentence.lower[place.start : place.end])
    return bool(words) and words[-1][1] in _VERB_TAGS


def _apposed(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a figure describes what the name before it is: the Gull, a 42-metre vessel."""
    return any(
        _APPOSED.fullmatch(sentence.lower, end, figure.span.start) is not None for _, end, _ in sentence.names
    )


def _first(found: Iterable[re.Match[str] | None]) -> re.Match[str] | None:
    """Return the first match of several patterns, or None."""
    return next(filter(None, found), None)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
