"""Decide which part of a thing a figure is about.

Comes in: a sentence, a figure with its attribute, and the part that was said before for all that
follows (一期, 新馆).  Goes out: a scope: a part of the catalogue's words (undersea tunnel), or the
words themselves (主跨的…, 在受访者中), or None for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from verify.catalog.catalog import Catalog
from verify.extract.alternating import SET_APART, alternates
from verify.extract.alternation import alternation
from verify.extract.attributes import Chosen
from verify.extract.cases import CASE, CaseFinder, window
from verify.extract.figures import Figure, Kind
from verify.extract.nouns import cut
from verify.extract.occasions import Occasions
from verify.extract.quantities import lowered
from verify.extract.sentence import Sentence
from verify.extract.vocabulary import Hit
from verify.model.claim import Step
from verify.model.span import Span
from verify.text.fold import folded

_AFTER_GAP = 24
"""Characters of English between a figure and the part that it is of: 450 yuan for runners from abroad."""
_BESIDE = 4
_BEGINS = 1
"""A word that begins within so many characters of its clause begins it."""
_SHARE = "rate.share"
_WHOLE = "whole"
_AVERAGES = frozenset({"mean", "per head", "per household"})
_OF = "的"
_FUNCTION_TAGS = frozenset({"p", "c", "u", "d", "r", "y", "m", "q", "v"})
_SCOPE_TAGS = frozenset(
    {"n", "nz", "ns", "nt", "vn", "j", "b", "x", "an", "f", "s", "nr", "l", "eng", "ng", "nrt", "i", "m"}
)
_NOUN_TAGS = _SCOPE_TAGS - {"m"}
_PARTICLE = "u"
_PLACE = "s"
_DATE_TAGS = frozenset({"t", "m", "p", "d", "q"})
"""jieba's tags of a date and of the words before one: 将于明年."""
_COMPOUND = re.compile(r"[0-9] ?-[a-z]")
"""A measure that describes what follows: 6.7-kilometre."""
_CALLED = re.compile(r"^[”」』\"]?号")
"""Behind the name of a ship in marks, no part of it: “远航”号货轮总长."""
_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
_ONE_WORD = re.compile(r" ?[a-z]+,? ?")
_NEXT = re.compile(r" (?:up to |about |some |more than )?[0-9]")
_NEXT_PART = re.compile(r"[a-z -]{0,24}(?:,| and| or) [a-z -]{0,24}\Z")
"""Between a part and the next figure."""
_THIS = re.compile(r"\s?该([\u3400-\u9fff]{2})?")
_THE = "the "
_RELATIVE = ("which ", "that ")
_AT_THE = (" at the ", " of the ", " for the ")
"""Before the thing that a part is of: six units are planned at the station."""
_OPENS_WITH_THE = re.compile(r"[ ,]*(?:and |but |while )?the ")
_AT = tuple(word.removesuffix(_THE) for word in _AT_THE)
_JOINED = re.compile(r" ?(?:,|;| and )(?! for| in| of| on).*?\b(?:was|were|is|are|its|the|a|an) ")
"""What begins the words of the next figure: 8 million tonnes and its soybean output …"""
_TELLS_PART = re.compile(
    r" (?:(?:was|were|is|are|went|go|goes) )?(?:of|for|to|on|by|in) (?:the )?"
    r"([a-z-]{3,}(?: [a-z-]{3,})?)(?=[.,;]|$)"
)
"""Of which 90 were for farming; 90 tonnes of white tea."""
_APPOSED = re.compile(r"(?: \([^()]{1,40}\))?, (?:a|an|the) ")
_LISTED = ("、", "和", "与", "及")
_CLOSING = re.compile("[》”」』]?")
_AFTER_NOUN = re.compile(r"[ -]?([a-z]+(?:[ -][a-z]+){0,2})")


class ScopeChooser:
    """Chooses scopes with the words of a catalogue."""

    def __init__(self, catalog: Catalog, holding: Iterable[str]) -> None:
        languages = catalog.languages
        self._holding = tuple(sorted(holding))
        self._units = catalog.units
        self._doubtful = {entry.value for lang in languages for entry in lang.scopes if entry.doubtful}
        told: dict[str, list[str]] = {}
        for lang in languages:
            for entry in lang.scopes:
                told.setdefault(entry.value, []).extend(lowered(folded(word)) for word in entry.words)
        self._words = {value: tuple(words) for value, words in told.items()}
        holding_parts = {entry.value for lang in languages for entry in lang.scopes if entry.holds}
        summed = (entry.words for lang in languages for entry in lang.scopes if entry.sums)
        self._sums = frozenset(lowered(folded(word)) for words in summed for word in words)
        """Words that only add up what is spoken of: 共 of 共花费, no whole."""
        self._places = frozenset(kind.id for kind in catalog.kinds if kind.omissible)
        brief = {e.value.partition("{")[0] for lang in languages for e in lang.scopes if e.brief}
        self._brief = tuple(sorted(brief))
        self._called = {value: words for value, words in self._words.items() if value in holding_parts}
        self._among_it = [re.compile(p) for lang in languages for p in lang.among]
        self._owner = [re.compile(p) for lang in languages for p in lang.owner]
        self._holder = [re.compile(p) for lang in languages for p in lang.holder]
        self._measured = [re.compile(p) for lang in languages for p in lang.measured]
        self._inflections = tuple(lowered(w) for lang in languages for w in lang.inflections)
        self._by_then = tuple(lowered(folded(w)) for lang in languages for w in lang.by_then)
        self._placing = tuple(lowered(w) for lang in languages for w in lang.placing)
        self._attributive = tuple(w for lang in languages for w in lang.attributive)
        particles = "|".join(map(re.escape, self._attributive))
        self._han_run = re.compile(rf"[\u3400-\u9fffA-Za-z]{{1,14}}(?=(?:{particles})?$)")
        self._stop = frozenset(lowered(folded(w)) for lang in catalog.languages for w in lang.stop)
        works = (kind for kind in catalog.kinds if kind.undertaking)
        self._works = frozenset(lowered(folded(noun)) for kind in works for noun in kind.nouns)
        self._built = frozenset(
            kind.id
            for kind in catalog.kinds
            if not (kind.body or kind.omissible or kind.undertaking or kind.tells)
        )
        """Kinds of what may be a part of another thing: the tunnel of a bridge."""
        self._roles = frozenset(lowered(folded(w)) for lang in languages for w in lang.roles)
        self._nouns = frozenset(lowered(folded(noun)) for kind in catalog.kinds for noun in kind.nouns)
        self._endings = tuple(sorted(noun for noun in self._nouns if not noun.isascii()))
        """What names of things end in, in Chinese: 55公里长的跨海大桥."""
        ranks = {folded(w) for lang in languages for e in lang.ranks for w in e.words}
        self._ranks = alternation(word for word in ranks if len(word) > 1 and not word.isascii())
        self._cases = CaseFinder(catalog)
        self._occasions = Occasions(catalog)
        self._copulas = frozenset(lowered(folded(w)) for lang in catalog.languages for w in lang.copulas)
        self._linking = tuple(word for word in self._copulas if word.endswith("为") and not word.isascii())
        self._verbs = frozenset(
            lowered(folded(w)) for lang in catalog.languages for e in lang.modality for w in e.words
        )

    def choose(
        self, sentence: Sentence, figure: Figure, chosen: Chosen, held: str | None, steps: list[Step]
    ) -> tuple[str | None, bool]:
        """Return the part that a figure is about, None for the whole, and whether its words may be no part.

        ``held`` was said before.
        """
        if figure.span in sentence.parts:
            steps.append(Step("scope", sentence.parts[figure.span], "sentence"))
            return sentence.parts[figure.span], False
        left = sentence.left_of(figure)
        parts = self._parts(sentence, figure, chosen, left)
        if parts and parts[-1].value in self._doubtful and self.holding(sentence, left.start, held)[0]:
            parts = []  # the first batch on display in the new building is of the building
        occasion = self._occasions.of(sentence, figure) if self._spans(sentence, figure, chosen) else None
        if occasion is not None:
            steps.append(Step("scope", occasion.value, "sentence"))
        if parts:
            words = sentence.lower[parts[-1].start : parts[-1].end]
            steps.append(Step("scope", parts[-1].value, "clause", words))
            told = ", ".join(hit.value for hit in (occasion, parts[-1]) if hit is not None)
            return told, parts[-1].value in self._doubtful
        if occasion is not None:
            return occasion.value, False
        return self._noun_or_held(sentence, figure, chosen, left, held, steps)

    @staticmethod
    def _spans(sentence: Sentence, figure: Figure, chosen: Chosen) -> bool:
        """Say whether a figure may be of an occasion: a price that is no average is that of any day."""
        if chosen.entry is None or not chosen.entry.exact:
            return True
        hits = sentence.hits_in(sentence.clause_of(figure.span.start), "statistic")
        return any(hit.value in _AVERAGES for hit in hits)

    def _parts(self, sentence: Sentence, figure: Figure, chosen: Chosen, left: Span) -> list[Hit]:
        """Return the words of parts that a figure may be about, the last of them the one that counts."""
        told = self._around(sentence, figure, chosen, left)
        others = [hit for hit in sentence.by_kind.get("attribute", ()) if hit.value != chosen.id]
        # 主体结构 of 主体结构封顶, from which to which the days are told, is no part
        told = [hit for hit in told if not any(map(hit.inside, others)) and not _compared(sentence, hit)]
        told = [hit for hit in told if hit.value.startswith(self._holding) or not _in_name(sentence, hit)]
        meant = chosen.entry.scope if chosen.entry is not None else None
        told = [hit for hit in told if meant is None or hit.value != meant]  # 货运 of 货运吞吐量
        told = [hit for hit in told if not self._where(sentence, figure, hit)]
        if chosen.place is not None:  # the word 机身重量 is the weight of a phone
            own = chosen.place
            told = [hit for hit in told if hit.value not in self._doubtful or not _covers(own, hit)]
        place = min(chosen.place.start, figure.span.start) if chosen.place is not None else figure.span.start
        before = self._on_average(sentence, left, chosen) if not told else []
        told = told or self._of_clause_before(sentence, left)
        told = [hit for hit in told if hit.value not in self._doubtful or _beside(hit, place)]
        return before or [
            hit
            for hit in told
            if hit.value != _WHOLE and (hit.value.startswith(self._holding) or _near(sentence, hit, place))
        ]

    def _around(self, sentence: Sentence, figure: Figure, chosen: Chosen, left: Span) -> list[Hit]:
        """Return the words of parts that stand before a figure, or behind it where that tells its part."""
        told = [hit for hit in sentence.by_kind.get("scope", ()) if _numbered(sentence, hit, left)]
        told += [hit for hit in sentence.hits_in(left, "scope") if not _of_figure_before(sentence, left, hit)]
        if sentence.lower[figure.span.end - 1].isascii():
            right = sentence.right_of(figure)
            told += [
                hit
                for hit in sentence.by_kind.get("scope", ())
                if right.start <= hit.start < right.end  # the half is no figure
                if hit.start - _behind(figure, chosen) <= _AFTER_GAP
                and not _JOINED.match(sentence.lower, _behind(figure, chosen), hit.start)
            ]
        else:
            behind = sentence.hits_in(sentence.right_of(figure), "scope")
            told += [hit for hit in behind if hit.start == figure.span.end]  # 412种脊椎动物
            if sentence.lower.startswith(self._attributive, figure.span.end):  # 装机230万千瓦的一期工程
                held_behind = [hit for hit in behind if hit.value.startswith(self._holding)]
                told += [hit for hit in held_behind if hit.start == figure.span.end + 1]
        if not told and sentence.hits_in(left, "part"):
            right = sentence.right_of(figure)
            listed = sentence.lower.find("、", right.start, right.end)
            end = right.end if listed < 0 else listed
            told = sentence.hits_in(Span(right.start, end), "scope")  # 其中9个可以换乘
        return [hit for hit in told if not self._occasions.is_one(hit)]

    def _noun_or_held(
        self,
        sentence: Sentence,
        figure: Figure,
        chosen: Chosen,
        left: Span,
        held: str | None,
        steps: list[Step],
    ) -> tuple[str | None, bool]:
        """Return the part that words of their own tell, else the one that was said before."""
        noun, loose = self._noun_scope(sentence, figure, chosen, left)
        if noun is None or loose:
            sure = (
                self._among(sentence, figure)
                or self._one_of_its(sentence, figure)
                or self._cases.found(sentence, figure.span.start)
            )
            noun, loose = (sure, False) if sure else (noun, loose)
        inherited, passing = self.holding(sentence, left.start, held)
        if inherited is not None and inherited == held and self._tells_whole(sentence, left):
            inherited = None  # 总IT负载, in a text on the first phase
        here = {hit.value for hit in sentence.hits_in(sentence.clause_of(left.end), "scope")}
        if noun and loose and inherited in here:
            noun = None  # 一期4台机组总装机: of phase 1, whatever its words are
        if noun and not (inherited and noun == inherited.partition(" ")[0]):  # the phase cost …
            steps.append(Step("scope", noun, "clause"))
            return noun, loose
        if inherited is not None:
            steps.append(Step("scope", inherited, "sentence" if inherited != held else "paragraph"))
        return inherited, passing or (inherited != held and _elsewhere(sentence, figure, inherited))

    def _where(self, sentence: Sentence, figure: Figure, hit: Hit) -> bool:
        """Say whether a word of a part tells where the places lie that a figure counts: 全国31个省."""
        nouns = (h for h in sentence.by_kind.get("noun", ()) if h.start == hit.start and h.end == hit.end)
        if hit.end != figure.span.start or not any(noun.value in self._places for noun in nouns):
            return False
        behind = (h for h in sentence.by_kind.get("noun", ()) if h.value in self._places)
        return any(0 <= h.start - figure.span.end <= 1 or _covers(figure.span, h) for h in behind)

    def _of_clause_before(self, sentence: Sentence, left: Span) -> list[Hit]:
        """Return the part that the clause before begins with, where this one has no subject.

        So it is of 归档存储更便宜，为每GB0.1元.
        """
        clause = sentence.clause_of(left.end)
        before = [one for one in sentence.clauses if one.end <= clause.start]
        if not before or not sentence.lower.startswith(self._linking, clause.start):
            return []
        if any(before[-1].start <= f.span.start < before[-1].end for f in sentence.figures):
            return []
        hits = sentence.hits_in(before[-1], "scope")
        return [hit for hit in hits[:1] if hit.start - before[-1].start <= _BEGINS]

    def _on_average(self, sentence: Sentence, left: Span, chosen: Chosen) -> list[Hit]:
        """Return the part that the clause before begins with, where this one begins with an average.

        So it is of 小麦播种面积3290万亩，平均亩产430公斤; and of what is grown in any clause behind the crop.
        """
        if chosen.entry is None or chosen.place is None:
            return []
        clause = sentence.clause_of(left.end)
        averages = [hit for hit in sentence.hits_in(clause, "statistic") if hit.value in _AVERAGES]
        grown = chosen.entry.grown
        places = [*(hit.start for hit in averages), *((chosen.place.start,) if grown else ())]
        if not any(clause.start <= place <= clause.start + _BEGINS for place in places):
            return []
        before = [one for one in sentence.clauses if one.end <= clause.start]
        for one in before[:-2:-1] if not grown else reversed(before):
            measured = sentence.hits_in(one, "attribute")
            hits = [h for h in sentence.hits_in(one, "scope", "part") if not _total(h, measured)]
            parts = [hit for hit in hits if hit.kind == "scope" and hit.value != _WHOLE]
            if grown and parts:  # 全县粮食总产: the whole county's
                hits = [hit for hit in hits if hit.value != _WHOLE or hit.end > parts[0].start]
            if hits:
                return parts if len(parts) == len(hits) == 1 else []
        return []

    def behind(self, sentence: Sentence, figure: Figure) -> str | None:
        """Return the words behind a figure that tell which part it is: including 90 tonnes of white tea."""
        found = _TELLS_PART.match(sentence.lower, figure.span.end, sentence.right_of(figure).end)
        words = found[1].split(" ") if found else []
        plain = any(word in self._stop or word in self._copulas or word in self._roles for word in words)
        return None if found is None or plain else found[1]

    def names(self, words: str, part: str) -> bool:
        """Say whether words begin a word of a part: 全程, of the full marathon."""
        return any(word.startswith(words) for word in self._words.get(part, ()))

    def numbered(self, sentence: Sentence) -> list[Span]:
        """Return where a sentence names parts by their numbers: Berth 3."""
        hits = sentence.by_kind.get("scope", ())
        return [Span(hit.start, hit.end) for hit in hits if hit.value.startswith(self._brief)]

    def is_doubtful(self, part: str) -> bool:
        """Say whether a rule names a part that may be the whole as well."""
        return part in self._doubtful

    def carried_on(self, sentence: Sentence, until: int, held: str | None) -> str | None:
        """Return the part that a sentence leaves to the next, ``held`` being that which it was left."""
        part, loose = self.holding(sentence, until, held)
        brief = part is not None and part != held and part.startswith(self._brief)
        return None if loose or brief else part

    def called(self, part: str) -> tuple[str, ...]:
        """Return the words of a part that holds for what follows."""
        return self._called.get(part, ())

    def holding(self, sentence: Sentence, until: int, held: str | None) -> tuple[str | None, bool]:
        """Return the part that holds at a place, and whether it may hold no longer.

        一期装机1GW，占地20平方公里 is all of phase 1; behind 一期的装机为1GW a clause may be of the whole.
        It ends where a clause speaks of the whole or begins with a name.
        """
        if held is None and "scope" not in sentence.by_kind:
            return None, False
        here = held is not None and sentence.span.start == 0  # what the heading of a block names holds in it
        measured = sentence.by_kind.get("attribute", ())
        loose = False
        for clause in sentence.clauses:
            if clause.start > until:
                break
            hits = [h for h in sentence.hits_in(clause, "scope") if h.start <= until or clause.end <= until]
            opening = [h for h in hits if h.value.startswith(self._holding) and _opens(sentence, clause, h)]
            listed = any(h.start - clause.start <= _BEGINS for h in sentence.hits_in(clause, "part"))
            wholes = [h for h in hits if h.value == _WHOLE and not _inside(h, measured)]
            wholes = [h for h in wholes if sentence.lower[h.start : h.end] not in self._sums]
            if here:  # 二期全长5公里，全部为地下线: its own length, and all of it
                told = any(clause.start <= f.span.start < clause.end for f in sentence.figures)
                wholes = wholes if told else []
            if opening and not listed:
                held, here = opening[-1].value, True
                loose = sentence.lower.startswith(self._attributive, opening[-1].end)
                wholes = [h for h in wholes if h.start > opening[-1].end]
            elif _begins_anew(sentence, clause, self._roles, self._works, self._called.get(held or "", ())):
                held, loose = None, False
            if self._by_then_in_all(sentence, clause):
                held, loose = None, False
            if wholes and held is not None and held[-1].isdigit():
                held, loose = None, False  # …, adding 5 MW and bringing the total to 12 MW
        return held, loose

    def _tells_whole(self, sentence: Sentence, left: Span) -> bool:
        """Say whether a word of the whole stands before a figure, and is no piece of what is measured."""
        measured = sentence.by_kind.get("attribute", ())
        return any(
            hit.value == _WHOLE
            and not _inside(hit, measured)
            and sentence.lower[hit.start : hit.end] not in self._sums
            for hit in sentence.hits_in(left, "scope")
        )

    def _by_then_in_all(self, sentence: Sentence, clause: Span) -> bool:
        """Say whether a clause tells what the whole comes to with the part told of: 届时总装机达3万千瓦."""
        if not sentence.lower.startswith(self._by_then, clause.start):
            return False
        measured = (hit.start for hit in sentence.hits_in(clause, "attribute"))
        return any(sentence.lower.startswith(self._words[_WHOLE], start) for start in measured)

    def _among(self, sentence: Sentence, figure: Figure) -> str | None:
        """Return the group that the clause before speaks of (在30岁以下的受访者中; among young voters)."""
        clause = sentence.clause_of(figure.span.start)
        before = [c for c in sentence.clauses if c.end <= clause.start]
        while len(before) > 1 and _ONE_WORD.fullmatch(sentence.lower, *_ends(before[-1])):
            del before[-1]  # among the old, however, …
        if not before:
            return None
        told = {hit.value for hit in sentence.hits_in(before[-1], "scope")} - {_WHOLE}
        found = _first(pattern.match(sentence.lower, *_ends(before[-1])) for pattern in self._among_it)
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

    def _one_of_its(self, sentence: Sentence, figure: Figure) -> str | None:
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

    def _noun_scope(
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
            told = self._latin_after(sentence, figure, place) or self._cases.own(sentence, figure.span.start)
            numbered = told is not None and any(
                one.startswith(told) for one in self._holding
            )  # the phase cost …
            return (told if told is None or numbered else self._units.noun(told) or told), False
        during = window(sentence, place)
        share = figure.reading is not None and figure.reading.quantity.unit.base == "dimensionless"
        during = (
            None if during is not None and during.startswith("1 ") and not share else during
        )  # 一年可发电
        return (during, True) if during else self._words_before(sentence, left, chosen, place)

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
            if hit.end <= place.start and hit.kind in SET_APART:
                start = max(start, hit.end)
        for other in sentence.figures:
            if other.span.end <= place.start and other.kind is not Kind.IGNORED:
                start = max(start, other.span.end)
        text = _CALLED.sub("", sentence.lower[start : place.start])
        if not text.strip():
            return self._cases.going_on(sentence, start), False
        if text.strip()[-1].isascii():
            opens = chosen.id == _SHARE and start == sentence.clause_of(start).start
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
        own = self._han_scope(text, sentence)
        return own or (text if alternates(sentence, start, place, self._refers) else None), True

    @staticmethod
    def _before_statistic(sentence: Sentence, place: Span) -> Span:
        """Return where words of a part end: before 每日 of 个人用户每日配额, not before two such words."""
        told = [h for h in sentence.by_kind.get("statistic", ()) if not sentence.lower[h.start].isascii()]
        starts = {hit.end: hit.start for hit in reversed(told)}  # the longest of those that end there
        begin = starts.get(place.start, place.start)
        return place if begin in starts else Span(begin, place.end)

    def _behind_name(self, sentence: Sentence, start: int, text: str) -> tuple[str | None, bool]:
        """Return the part that a name right before some words tells, or that they tell: 在江州的门店."""
        name = next((mention for mention in sentence.names if mention[1] == start), None)
        if name is None:
            return None, False
        if sentence.lower.endswith(self._placing, 0, name[0]) and text.startswith(self._attributive):
            return sentence.lower[name[0] : start], False
        return self._having(text, sentence), True

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
        if owner is not None:
            first = cut(owner[1])[0]
            if (
                first[1] not in _FUNCTION_TAGS
                and owner[1] not in self._stop
                and not self._refers(sentence, owner[1])
            ):
                return owner[1]
        return None

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
        if any(word in self._roles for word, _ in words):
            return None  # 主办单位动员志工
        kept = "".join(word for word, _ in words)
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
        if itself and (of or self._units.noun(match.group(1)) is None):
            return None  # of floor space: the attribute itself, but an 80-metre chimney is a part
        known = self._stop | self._copulas
        words = list(takewhile(lambda word: word not in known, match.group(1).split(" ")))
        if len(words) > 1 and words[-1].endswith("s") and _NEXT.match(sentence.lower, match.end()):
            del words[-1]  # each 12-metre bus carries 90 passengers
        if len(words) > 1 and words[0] in self._nouns | self._roles and words[1].endswith("s"):
            del words[1:]  # the 42-metre vessel carries up to 400
        thing = words[0] if len(words) == 1 else ""
        if not words or thing in self._nouns | self._roles or thing.endswith(self._endings):
            return None  # the 135,500-ton ship is the ship itself
        if words[-1] in self._nouns and _apposed(sentence, figure):
            return None  # the Gull, a 42-metre research vessel
        return " ".join(words)


def _numbered(sentence: Sentence, hit: Hit, left: Span) -> bool:
    """Say whether the figure before a stretch is only the number of a part: 1 of phase 1."""
    if not hit.start < left.start <= hit.end <= left.end:
        return False
    return any(hit.start <= f.span.start and f.span.end <= hit.end for f in sentence.figures)


def _apposed(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a figure describes what the name before it is: the Gull, a 42-metre vessel."""
    return any(
        _APPOSED.fullmatch(sentence.lower, end, figure.span.start) is not None for _, end, _ in sentence.names
    )


def _in_name(sentence: Sentence, hit: Hit) -> bool:
    """Say whether a word is only a piece of a name: 东区 of 江东区."""
    return any(start < hit.start and hit.end <= end for start, end, _ in sentence.names)


def _covers(place: Span, hit: Hit) -> bool:
    return place.start <= hit.start and hit.end <= place.end


def _of_figure_before(sentence: Sentence, left: Span, hit: Hit) -> bool:
    """Say whether an English part goes with the figure before: 375 minutes for the full one and 190 for …."""
    before = any(figure.span.end == left.start for figure in sentence.figures)
    if not before or hit.start - left.start > _AFTER_GAP:
        return False
    return _NEXT_PART.match(sentence.lower, hit.end, left.end) is not None


def _elsewhere(sentence: Sentence, figure: Figure, part: str | None) -> bool:
    """Say whether an English clause has a subject of its own: phase 1 has 5 halls, and work took …."""
    clause = sentence.clause_of(figure.span.start)
    if not sentence.lower[clause.start : clause.end].isascii():
        return False
    if sentence.lower[clause.start : clause.end].lstrip().startswith(_RELATIVE):
        return False  # phase 1, which has 5 halls
    return not any(hit.value == part for hit in sentence.hits_in(clause, "scope"))


def _compared(sentence: Sentence, hit: Hit) -> bool:
    """Say whether a part is that of what is compared with: 与国内平均水平相比."""
    return any(other.kind == "comparing" and 0 <= hit.start - other.end <= 1 for other in sentence.hits)


def _first(found: Iterable[re.Match[str] | None]) -> re.Match[str] | None:
    """Return the first match of several patterns, or None."""
    return next(filter(None, found), None)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _behind(figure: Figure, chosen: Chosen) -> int:
    """Return where figure and attribute's word end: sown to grain, invested in roads."""
    return max(figure.span.end, chosen.place.end if chosen.place is not None else 0)


def _begins_anew(
    sentence: Sentence,
    clause: Span,
    roles: frozenset[str],
    works: frozenset[str],
    called: tuple[str, ...],
) -> bool:
    """Say whether a clause begins with a name, a noun that refers to one, or 该X: a part holds no longer.

    ``works`` are nouns of what is built, as a part is, behind 该; ``called`` are the words of the part, whose
    own noun (大楼 of 新大楼) goes on about it.
    """
    if any(0 <= start - clause.start <= _BEGINS for start, _, _ in sentence.names):
        return True
    this = _THIS.match(sentence.lower, clause.start, clause.end)
    if this:
        return this[1] not in works  # 该工程 is the second phase that was just spoken of
    longer = sentence.hits_in(clause, "part", "attribute")
    pronouns = [h for h in sentence.hits_in(clause, "pronoun") if not _inside(h, longer)]
    if any(h.start == clause.start and not sentence.lower[h.start].isascii() for h in pronouns):
        return True
    if sentence.lower[clause.start].isascii():
        opened = _OPENS_WITH_THE.match(sentence.lower, clause.start, clause.end)
        told = [h for h in sentence.hits_in(clause, "noun") if opened and h.start == opened.end()]
        told += [h for h in sentence.hits_in(clause, "noun") if sentence.lower.endswith(_AT_THE, 0, h.start)]
        if any(
            clause.start <= a < clause.end and sentence.lower.endswith(_AT, 0, a)
            for a, _, _ in sentence.names
        ):
            return True  # the deepest well at Korva
        return any(not any(w.endswith(sentence.lower[h.start : h.end]) for w in called) for h in told)
    longer = [*longer, *sentence.hits_in(clause, "modality")]  # 计划2026年建成 names no plan
    nouns = [h for h in sentence.hits_in(clause, "noun") if not _inside(h, longer)]
    nouns = [h for h in nouns if not any(word.endswith(sentence.lower[h.start : h.end]) for word in called)]
    if any(
        h.start - clause.start <= _BEGINS < h.end - h.start and sentence.lower[h.start : h.end] not in roles
        for h in nouns
    ):
        return True
    return any(h.start - clause.start <= _BEGINS for h in sentence.hits_in(clause, "demonstrative"))


def _opens(sentence: Sentence, clause: Span, hit: Hit) -> bool:
    """Say whether a part is what a clause is about: it begins it, or follows the name or noun that does."""
    if hit.start - clause.start <= _BEGINS:
        return True
    if sentence.lower[hit.start].isascii():
        return not any(clause.start <= f.span.start < hit.start for f in sentence.figures)
    if sentence.lower[hit.start - 1] == _OF:  # 这条干线的首期线路长…
        return not any(clause.start <= f.span.start < hit.start for f in sentence.figures)
    named = any(
        end == hit.start and (start - clause.start <= _BEGINS or sentence.lower[start - 1] == _OF)
        for start, end, _ in sentence.names
    )
    nouns = sentence.hits_in(clause, "noun")
    return named or any(n.end == hit.start and n.start - clause.start <= _BEGINS for n in nouns)


def _inside(hit: Hit, longer: Iterable[Hit]) -> bool:
    """Say whether a word is only a piece of a longer one: 其 of 其中, 建筑 of 总建筑面积."""
    return any(other.start <= hit.start and hit.end <= other.end for other in longer)


def _total(hit: Hit, measured: Iterable[Hit]) -> bool:
    """Say whether a word of the whole belongs to what is measured: 总 of 总产."""
    return hit.value == _WHOLE and _inside(hit, measured)


def _near(sentence: Sentence, hit: Hit, place: int) -> bool:
    """Say whether a part is what is measured: it opens its clause, or stands beside the attribute's word.

    国际 of 国际会议中心 tells where a ceremony was held, not which part of a thing it was held for.
    """
    return _beside(hit, place) or _opens(sentence, sentence.clause_of(hit.start), hit)


def _beside(hit: Hit, place: int) -> bool:
    """Say whether a part stands beside what is measured: 首批两台机组, not 首批签下协议的有20家企业."""
    return hit.start >= place or place - hit.end <= _BESIDE
