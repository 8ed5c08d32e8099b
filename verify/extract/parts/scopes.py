"""Decide which part of a thing a figure is about.

Comes in: a sentence, a figure with its attribute, and the part that was said before for all that
follows (一期, 新馆).  Goes out: a scope: a part of the catalogue's words (undersea tunnel), or words of
its own (``worded_parts``), or the part that holds (``held_parts``), or None for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.catalog.catalog import Catalog
from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.words import lowered
from verify.extract.parts.cases import CaseFinder
from verify.extract.parts.clause_subjects import ClauseSubjects
from verify.extract.parts.held_parts import HeldParts, elsewhere, inside, opens
from verify.extract.parts.places import Places
from verify.extract.parts.worded_parts import SHARE, WordedParts
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.dimensions import PEOPLE
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.vocabulary import Hit
from verify.extract.times.occasions import Occasions
from verify.model.claim import Step
from verify.model.span import Span
from verify.text.alternatives import either
from verify.text.fold import folded
from verify.text.script import is_western

_AFTER_GAP = 24
"""Characters of English between a figure and the part that it is of: 450 yuan for runners from abroad."""
_BESIDE = 4
_ONE_WORD = re.compile(r" [a-z]{1,6} ")
"""Between a part and its figure: conceded only 49 goals."""
_BEGINS = 1
"""A word that begins within so many characters of its clause begins it."""
_WHOLE = "whole"
OLD = "old "
"""Begins the scope of what a new thing takes the place of."""
_REFERENCE = "reference"
_NUMBER = re.compile("[0-9]+")
_NAMED = frozenset({"clause", "sentence"})
"""Where a thing was found that the sentence names."""
_AVERAGES = frozenset({"mean", "per head", "per household"})
_COUNTED = re.compile(r"[\u3400-\u9fff]{0,4}")
_AT_DATE = re.compile(r"[\u3400-\u9fff]{0,2}")
"""Between a part and the date behind it: 市场 of 海外市场2023年."""
_NEXT_PART = re.compile(r"[a-z -]{0,24}(?:,| and| or) [a-z -]{0,24}\Z")
"""Between a part and the next figure."""
_JOINED = re.compile(r" ?(?:,|;| and )(?! for| in| of| on).*?\b(?:was|were|is|are|its|the|a|an) ")
"""What begins the words of the next figure: 8 million tonnes and its soybean output …"""


_ANOTHER = re.compile(r"(?:,|;| and| while| but| with) ")
"""Between a figure and the words of the next."""


class ScopeChooser:
    """Chooses scopes with the words of a catalogue."""

    def __init__(self, catalog: Catalog, holding: Iterable[str]) -> None:
        languages = catalog.languages
        self._holding = tuple(sorted(holding))
        self._cases = CaseFinder(catalog)
        self._occasions = Occasions(catalog)
        self.places = Places(catalog)
        self.held = HeldParts(catalog, self._holding)
        self._subjects = ClauseSubjects(catalog)
        self.worded = WordedParts(catalog, self._holding, self._cases)
        self._doubtful = {entry.value for lang in languages for entry in lang.scopes if entry.doubtful}
        self._unsaid = {entry.value for lang in languages for entry in lang.scopes if entry.unsaid}
        self._done = {entry.value for lang in languages for entry in lang.scopes if entry.done}
        told: dict[str, list[str]] = {}
        for lang in languages:
            for entry in lang.scopes:
                told.setdefault(entry.value, []).extend(lowered(folded(word)) for word in entry.words)
        self._words = {value: tuple(words) for value, words in told.items()}
        joints = either(w for lang in languages for w in lang.list_words if not w.isascii())
        self._listed = re.compile(rf"[\u3400-\u9fff]{{0,4}}?(?:{joints})")
        self._places = frozenset(kind.id for kind in catalog.kinds if kind.omissible)
        self._attributive = tuple(w for lang in languages for w in lang.attributive)
        copulas = frozenset(lowered(folded(w)) for lang in languages for w in lang.copulas)
        self._linking = tuple(word for word in copulas if word.endswith("为") and not word.isascii())

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
        if parts and parts[-1].value in self._doubtful and self.held.holding(sentence, left.start, held)[0]:
            parts = []  # the first batch on display in the new building is of the building
        occasion = self._occasions.of(sentence, figure) if self._spans(sentence, figure, chosen) else None
        if occasion is not None:
            steps.append(Step("scope", occasion.value, "sentence"))
        if parts and (replaced := self._replaced(sentence, left.start, held, parts[-1], steps)):
            return replaced, False
        if parts:
            words = sentence.lower[parts[-1].start : parts[-1].end]
            steps.append(Step("scope", parts[-1].value, "clause", words))
            done = next((hit for hit in parts if hit.value in self._done), None)
            named = next((hit for hit in reversed(parts) if hit.value not in self._done), None)
            told = (occasion, named, done) if named and done else (occasion, parts[-1])
            both = dict.fromkeys(hit.value for hit in told if hit is not None)  # hull planks were replaced
            return ", ".join(both), self.is_doubtful(parts[-1].value)
        if occasion is not None:
            return occasion.value, occasion.value in self._unsaid
        return self._noun_or_held(sentence, figure, chosen, left, held, steps)

    def _replaced(
        self, sentence: Sentence, until: int, held: str | None, part: Hit, steps: list[Step]
    ) -> str | None:
        """Return the part of what a new thing replaces, told of before: 老桥建成于1978年，桥面宽9米."""
        whole = self.held.holding(sentence, until, held)[0]
        if whole is None or not whole.startswith(OLD) or part.value.startswith(self._holding):
            return None
        steps.append(Step("scope", whole, "sentence"))
        return whole if part.value in self._unsaid else f"{whole}, {part.value}"

    @staticmethod
    def _spans(sentence: Sentence, figure: Figure, chosen: Chosen) -> bool:
        """Say whether a figure may be of an occasion: a price that is no average is that of any day."""
        if chosen.entry is None or not chosen.entry.exact:
            return True
        hits = sentence.hits_in(sentence.clause_of(figure.span.start), "statistic")
        return any(hit.value in _AVERAGES for hit in hits)

    def _parts(self, sentence: Sentence, figure: Figure, chosen: Chosen, left: Span) -> list[Hit]:
        """Return the words of parts that a figure may be about, the last of them the one that counts."""
        if "scope" not in sentence.by_kind:
            return []
        told = self._around(sentence, figure, chosen, left)
        others = [hit for hit in sentence.by_kind.get("attribute", ()) if hit.value != chosen.id]
        # 主体结构 of 主体结构封顶, from which to which the days are told, is no part
        told = [hit for hit in told if hit.value in self._done or not any(map(hit.inside, others))]
        told = [hit for hit in told if not _compared(sentence, hit)]
        told = [hit for hit in told if hit.value.startswith(self._holding) or not _in_name(sentence, hit)]
        meant = chosen.entry.scope if chosen.entry is not None else None
        told = [hit for hit in told if meant is None or hit.value != meant]  # 货运 of 货运吞吐量
        told = [hit for hit in told if not self._where(sentence, figure, hit)]
        told = [hit for hit in told if hit.value not in self._done or _counts_things(figure, chosen)]
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
        told += _before_date(sentence, figure, left)
        told += [
            hit
            for hit in sentence.hits_in(left, "scope")
            if not _of_figure_before(sentence, left, hit) and not self._ends_before(sentence, left, hit)
        ]
        if is_western(sentence.lower[figure.span.end - 1 : figure.span.end + 2]):
            right = sentence.right_of(figure)
            sure = (hit for hit in sentence.by_kind.get("scope", ()) if hit.value not in self._doubtful)
            told += [hit for hit in sure if _counted(figure, hit)]
            told += [
                hit
                for hit in sentence.by_kind.get("scope", ())
                if right.start <= hit.start < right.end  # the half is no figure
                if hit.start - _behind(figure, chosen) <= _AFTER_GAP
                and not _JOINED.match(sentence.lower, _behind(figure, chosen), hit.start)
                and not _with_next(sentence, hit, right)
                and not (hit.value in self._done and _of_next(sentence, hit))
            ]
        else:
            behind = sentence.hits_in(sentence.right_of(figure), "scope")
            told += [hit for hit in behind if hit.start == figure.span.end]  # 412种脊椎动物
            if chosen.id == SHARE:
                told += [hit for hit in behind if hit.start == _behind(figure, chosen)]  # 21%来自光伏
            told += [hit for hit in behind if hit.value in self._done and self._befell(sentence, figure, hit)]
            if sentence.lower.startswith(self._attributive, figure.span.end):  # 装机230万千瓦的一期工程
                own = chosen.place is not None and chosen.place.start > figure.span.end  # 3.5 Mbps的上行带宽
                held_behind = [hit for hit in behind if own or hit.value.startswith(self._holding)]
                told += [hit for hit in held_behind if hit.start == figure.span.end + 1]
        if not told and sentence.hits_in(left, "part"):
            right = sentence.right_of(figure)
            listed = sentence.lower.find("、", right.start, right.end)
            end = right.end if listed < 0 else listed
            told = sentence.hits_in(Span(right.start, end), "scope")  # 其中9个可以换乘
        return [hit for hit in told if not self._occasions.is_one(hit)]

    def _ends_before(self, sentence: Sentence, left: Span, hit: Hit) -> bool:
        """Say whether a part right behind the figure before is of that one: 100瓦有线快充和50瓦无线快充."""
        before = any(f.span.end == hit.start and f.kind is Kind.QUANTITY for f in sentence.figures)
        return before and self._listed.match(sentence.lower, hit.end, left.end) is not None

    @staticmethod
    def _befell(sentence: Sentence, figure: Figure, hit: Hit) -> bool:
        """Say whether only what is counted stands between a figure and what befell it: 1.26万头牛死亡."""
        return _COUNTED.fullmatch(sentence.lower, figure.span.end, hit.start) is not None

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
        noun, loose = self.worded.of_noun(sentence, figure, chosen, left)
        if noun is None and held is None:
            noun, loose = self._subjects.of_what(sentence, figure, chosen), True
        if noun is None and held is None and steps and steps[-1].origin != _REFERENCE:
            named = steps[-1].origin in _NAMED
            noun, loose = self._subjects.part(sentence, figure, chosen, named=named), True
        if noun is None or (loose and not self.worded.is_built(noun)):
            sure = (
                self.worded.among(sentence, figure)
                or self.worded.one_of_its(sentence, figure)
                or self._cases.found(sentence, figure.span.start)
            )
            noun, loose = (sure, False) if sure else (noun, loose)
        inherited, passing = self.held.holding(sentence, left.start, held)
        if noun is None and inherited is None:
            goods = self.worded.goods(sentence, figure, chosen)
            noun, loose = goods or self.worded.in_case(sentence, figure), True
        if inherited is not None and inherited == held and self.held.tells_whole(sentence, left):
            inherited = None  # 总IT负载, in a text on the first phase
        here = {hit.value for hit in sentence.hits_in(sentence.clause_of(left.end), "scope")}
        if noun and loose and inherited in here:
            noun = None  # 一期4台机组总装机: of phase 1, whatever its words are
        if noun and not (inherited and noun == inherited.partition(" ")[0]):  # the phase cost …
            steps.append(Step("scope", noun, "clause"))
            return noun, loose
        if inherited in self._doubtful:
            # 首批风机8台，装机容量9.6万千瓦, but not 首批床位600张，设手术室42间
            start = sentence.clause_of(left.end).start
            goes_on = chosen.place is not None and not sentence.lower[start : chosen.place.start].strip()
            begun = next((h.end for h in sentence.by_kind.get("scope", ()) if h.start >= start), left.end)
            apart = any(word in sentence.lower[begun : left.end] for word in self._attributive)
            goes_on = goes_on or (inherited in here and not apart)  # 首批签约的有20家
            inherited, passing = (inherited, True) if goes_on else (None, False)
        if inherited is not None:
            steps.append(Step("scope", inherited, "sentence" if inherited != held else "paragraph"))
        return inherited, passing or (inherited != held and elsewhere(sentence, figure, inherited))

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

    def names(self, words: str, part: str) -> bool:
        """Say whether words begin a word of a part: 全程, of the full marathon."""
        return any(word.startswith(words) for word in self._words.get(part, ()))

    def is_done(self, part: str) -> bool:
        """Say whether a rule names a part for what was done to it: exported."""
        return part in self._done

    def is_doubtful(self, part: str) -> bool:
        """Say whether a rule names a part that may be the whole as well."""
        return not (self._doubtful | self._unsaid).isdisjoint((part, _NUMBER.sub("{n}", part)))


def _before_date(sentence: Sentence, figure: Figure, left: Span) -> list[Hit]:
    """Return the part told right before the date that a figure's words begin with: 海外2023年营收3亿元."""
    date = next((f for f in sentence.figures if f.period is not None and f.span.end == left.start), None)
    if date is None or figure.period is not None:
        return []
    hits = sentence.hits_in(sentence.left_of(date), "scope")
    return [hit for hit in hits[-1:] if _AT_DATE.fullmatch(sentence.lower, hit.end, date.span.start)]


def _counted(figure: Figure, hit: Hit) -> bool:
    """Say whether a part is the noun of a count, that says which people it counts: 280 women."""
    read = figure.reading
    if read is None or read.quantity.unit.base not in PEOPLE:
        return False
    return read.number_span.end <= hit.start and hit.end == figure.span.end


def _numbered(sentence: Sentence, hit: Hit, left: Span) -> bool:
    """Say whether the figure before a stretch is only the number of a part: 1 of phase 1."""
    if not hit.start < left.start <= hit.end <= left.end:
        return False
    return any(hit.start <= f.span.start and f.span.end <= hit.end for f in sentence.figures)


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


def _compared(sentence: Sentence, hit: Hit) -> bool:
    """Say whether a part is that of what is compared with: 与国内平均水平相比."""
    return any(other.kind == "comparing" and 0 <= hit.start - other.end <= 1 for other in sentence.hits)


def _behind(figure: Figure, chosen: Chosen) -> int:
    """Return where figure and attribute's word end: sown to grain, invested in roads."""
    return max(figure.span.end, chosen.place.end if chosen.place is not None else 0)


def _total(hit: Hit, measured: Iterable[Hit]) -> bool:
    """Say whether a word of the whole belongs to what is measured: 总 of 总产."""
    return hit.value == _WHOLE and inside(hit, measured)


def _counts_things(figure: Figure, chosen: Chosen) -> bool:
    """Say whether a figure counts things, of which some may be lost or mended."""
    quantity = figure.reading.quantity if figure.reading is not None else None
    people = chosen.entry is not None and not PEOPLE.isdisjoint(chosen.entry.units)
    return quantity is not None and quantity.unit.counts and quantity.unit.base not in PEOPLE and not people


def _near(sentence: Sentence, hit: Hit, place: int) -> bool:
    """Say whether a part is what is measured: it opens its clause, or stands beside the attribute's word.

    国际 of 国际会议中心 tells where a ceremony was held, not which part of a thing it was held for.
    """
    word = _ONE_WORD.fullmatch(sentence.lower, hit.end, max(place, hit.end))
    return word is not None or _beside(hit, place) or opens(sentence, sentence.clause_of(hit.start), hit)


def _beside(hit: Hit, place: int) -> bool:
    """Say whether a part stands beside what is measured: 首批两台机组, not 首批签下协议的有20家企业."""
    return hit.start >= place or place - hit.end <= _BESIDE


def _with_next(sentence: Sentence, hit: Hit, right: Span) -> bool:
    """Say whether an English part is joined to the next figure: adults pay £60, children £30 and seniors £20.

    ``right`` is what stands between two figures, and the part in it.
    """
    following = any(figure.span.start == right.end for figure in sentence.figures)
    joint = _ANOTHER.search(sentence.lower, right.start, hit.start)
    return following and joint is not None and not _ANOTHER.search(sentence.lower, hit.end, right.end)


def _of_next(sentence: Sentence, hit: Hit) -> bool:
    """Say whether a word stands right before a figure, and so is of that one: won 91 games and lost 71."""
    return any(0 <= other.span.start - hit.end <= 1 for other in sentence.figures)
