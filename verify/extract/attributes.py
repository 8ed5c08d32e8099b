"""Choose the attribute that a figure measures.

Comes in: a sentence and one of its figures.  Goes out: ``Chosen``: an attribute of the catalogue
whose word stands at the figure and whose unit has its dimension (``dimensions``), else the head noun
before the figure (``head_nouns``), else the bare dimension, with less and less confidence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from verify.catalog.catalog import Catalog
from verify.catalog.schema import AttributeEntry
from verify.catalog.units import UnitTable
from verify.extract.befalling import PRODUCTS, Befalling
from verify.extract.chosen import MEASURE_ONLY, Chosen
from verify.extract.dimensions import ANYONE, DATE, PEOPLE, Dimensions, counted_noun
from verify.extract.figures import Figure, Kind
from verify.extract.head_nouns import HeadNouns
from verify.extract.quantities import lowered
from verify.extract.sentence import Sentence
from verify.extract.vocabulary import Hit
from verify.extract.words import is_latin
from verify.lang.en_words import stem
from verify.model.claim import Confidence
from verify.model.quantity import Form, Quantity
from verify.model.span import Span
from verify.text.fold import folded
from verify.text.script import is_western

_UNIT_PRICE = "money.price"
_INVESTMENT = "money.investment"
_EACH = re.compile(r" (?:each\b|apiece\b|a piece\b|(?:a|an|per) [a-z]+)")
_ASKING = (" at ", " for ")
"""Before the price of one: tickets at £30 each, for $4 a cup."""
_COMPOUND = re.compile(r"[0-9a-z]-[a-z]")
_ATTRIBUTIVE = re.compile(r"[ -]([a-z]{3,})")
_ARTICLES = (" a ", " an ", " the ", " its ")
_HUGE = 100_000_000
_ADJACENT = 100
_STATED = 99
"""The attendance at Millrace Park was 31,254: only of whom, where and when stands before the copula."""
_AFTER = 101
_TAKEN_UP = 102
"""A word that one behind the figure only takes up: a main span 800 m long."""
_WITHIN = 103
"""Between a bound and its number: 返回 of 最多返回100条."""
_INSIDE = 90
_FOLLOWS = 80
_LEFT = 60
_RIGHT = 40
_SHARED = 20
_FAR = 40
_BESIDE = 1
_TOPIC = 12
"""A clause that only says what follows is about has no more characters."""
_LABEL_ENDS = "：:"
_OWNS = re.compile(r"\b(?:has|have|had|with)(?: [a-z]+)?$")
"""Behind the noun of whose the count is: the company has some 860 vehicles."""
_OF_WHOM = "of|at|in|on|for|from|across|aboard|among|during|within|inside|near|around|under"
"""What opens the words that tell of whom, where and when something is."""
_NO_CLAUSE = r"\s(?!(?:that|which|who|whom|whose|to|and)\b)[^\s,;:]+"
_FORMS = ("ing", "ed")
"""Endings of English verbs."""
_WITH = re.compile(r" (?:with|using|at|from|across) (?:a |an |the |some |about )?$")
_ONE_WORD = re.compile(r".?|\s[a-z-]{3,}\s")
_SET_OFF = re.compile(r"\s?[、，,]|\s(?:and|or|in|at|across|from|over|on)\s")
_ANEW = re.compile(r"[,，、；;]|and\b|和|与|及")
"""What begins the words of the next figure."""
_ANEW_AT_END = re.compile(r"(?:[,，、；;]|\band|和|与|及)\Z")
_PLURAL = re.compile(r" ([a-z]{4,}s)(?=[ .,;]|$)")
_OWN_VERB = re.compile(r"(?:^|\s)(?!estimat)[a-z]{2,}ed\Z")
"""A figure right behind a verb of its own shares no word with the figure before."""
_OWN_NOUN = re.compile(r"[\u3400-\u9fff]{2}")
"""In Chinese a word behind what is counted is of the figure that it leads on to."""
_WORD = 2
"""A noun of several characters tells what is counted; a measure word of one does not."""
_FROM = re.compile("[由从自]$")
_SHARE_BASE = "dimensionless"
_OF_THEM = "的"
_NOTHING = frozenset(["", "的"])
_DIRECT = frozenset(["", "的", "of", "in", "for"])
_OF_ALL = re.compile(r" of (?:the|its|their|all|our)(?: the)? ")
"""Between a share and how many there are in all."""
_NOUN_REACH = 12
"""Characters of a phrase behind a count that its noun ends."""


class AttributeChooser:
    """Chooses attributes with the words and units of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._units: UnitTable = catalog.units
        self._entries = {entry.id: entry for entry in catalog.attributes}
        self._over = catalog.over
        self.dimensions = Dimensions(catalog)
        self.nouns = HeadNouns(catalog)
        rising = sorted(catalog.attributes, key=lambda entry: -self.over(entry.id))[::-1]
        """The entry that is meant before the others comes last."""
        self._beside = {entry.id: frozenset(map(lowered, entry.beside)) for entry in catalog.attributes}
        told: dict[str, set[str]] = {}
        for entry in catalog.attributes:
            for noun in (
                self.dimensions.nouns[entry.id] if "count" in entry.units and not entry.measures else ()
            ):
                told.setdefault(noun or "", set()).add(entry.id)
        self._counting = {noun: next(iter(ids)) for noun, ids in told.items() if noun and len(ids) == 1}
        """Nouns that one attribute alone counts."""
        self._verbs: dict[str, list[str]] = {}
        """What English words have in common with their other forms, to the attributes told by them."""
        for entry in catalog.attributes:
            words = {word.lower() for word in entry.words if word.isascii() and word.isalpha()}
            for verb in sorted({stem(word) for word in words if not word.endswith(_FORMS)}):
                self._verbs.setdefault(verb, []).append(entry.id)
        self._copulas = frozenset(folded(w).lower() for lang in catalog.languages for w in lang.copulas)
        self._longest_copula = max(map(len, self._copulas), default=0)
        stating = "|".join(word for lang in catalog.languages for word in lang.stating) or "(?!)"
        self._stating = re.compile(rf"(?:\s(?:{_OF_WHOM})(?:{_NO_CLAUSE}){{1,9}})?\s(?:{stating})\s*")
        self._for = tuple(w for lang in catalog.languages for w in lang.serving)
        self._nameless = frozenset(lowered(w) for lang in catalog.languages for w in lang.nameless)
        self._stop = frozenset(folded(w).lower() for lang in catalog.languages for w in lang.stop)
        passives = frozenset(word for lang in catalog.languages for word in lang.passives)
        articles = frozenset(word.strip() for word in _ARTICLES)
        self._befalling = Befalling(self._entries, passives, self._stop - articles)
        topical = sorted(
            (folded(w) for lang in catalog.languages for w in lang.topical), key=len, reverse=True
        )
        self._topical = re.compile(rf"(?:{'|'.join(map(re.escape, topical))})?[，,：:\s]*$")
        self._described = {
            base: entry for entry in rising if entry.described for base in self.dimensions.bases[entry.id]
        }
        price = self._entries.get(_UNIT_PRICE)
        self._moneys = frozenset(self.dimensions.bases[price.id]) if price is not None else frozenset()
        self._defaults = {
            base: entry for entry in rising if entry.default for base in self.dimensions.bases[entry.id]
        }

    def choose(self, sentence: Sentence, figure: Figure) -> Chosen:
        """Return the attribute of a quantity."""
        quantity = figure.reading.quantity if figure.reading else None
        left, right = sentence.left_of(figure), sentence.right_of(figure)
        best: tuple[int, int, int] | None = None
        chosen: Hit | None = None
        for hit in sentence.hits:
            if hit.kind not in {"attribute", "after"} or not self.dimensions.fits(hit.value, quantity):
                continue
            score = self._score(sentence, figure, left, right, hit)
            if score is None or not self.allowed(sentence, hit) or _belongs_before(sentence, left, hit):
                continue
            if quantity is not None and (
                self._counts_other(sentence, hit, quantity) or self._is_served(sentence, figure, hit)
            ):
                continue
            if self._is_of_others(sentence, figure, quantity, hit, score):
                continue
            beside = score == _ADJACENT and is_western(sentence.lower[hit.start])  # shipped 3 million phones
            before = hit.end <= figure.span.start and not beside
            if before and self._counts_another(sentence, figure, quantity, hit):
                continue  # 在145个城市拥有479家零售中心: the centres are no cities
            if quantity is not None and quantity.kind == "number":
                paid = self.dimensions.pays(hit.value, quantity)
                if score < _INSIDE and (
                    paid or self.dimensions.counts(hit.value) or _tells_figure(sentence, figure, hit)
                ):
                    continue
                if paid and not self._is_of_money(sentence, hit, quantity):
                    continue
            rank = (score, hit.end - hit.start, self.over(hit.value))
            if (
                best is None
                or rank > best
                or (rank == best and chosen is not None and hit.value < chosen.value)
            ):
                best, chosen = rank, hit
        if quantity is not None:
            chosen = self._governing(sentence, figure, chosen, quantity)
        if chosen is not None:
            return self.of(chosen.value, Span(chosen.start, chosen.end))
        return self._fallback(sentence, figure, left, quantity)

    def _is_of_others(
        self, sentence: Sentence, figure: Figure, quantity: Quantity | None, hit: Hit, score: int
    ) -> bool:
        """Say whether a word behind a figure tells what another may share: 642 patients at 38 sites."""
        if score > _SHARED or quantity is None:
            return False
        own = _names_its_noun(quantity) or self._has_noun(sentence, sentence.left_of(figure))
        return own or _of_another(sentence, figure, hit)

    def _is_served(self, sentence: Sentence, figure: Figure, hit: Hit) -> bool:
        """Say whether a word tells for whom those who are counted do something: 2300名演员为跑者加油."""
        end = figure.span.end
        return hit.start > end and sentence.lower.endswith(self._for, end, hit.start)

    def _governing(
        self, sentence: Sentence, figure: Figure, hit: Hit | None, quantity: Quantity
    ) -> Hit | None:
        """Return the word that tells what is counted of people or products, where it is no noun of theirs."""

        def fits(one: Hit) -> bool:
            return self.dimensions.fits(one.value, quantity) and self.allowed(sentence, one)

        if hit is not None and self._entries[hit.value].made:
            return self._befalling.handling(sentence, hit, fits)
        people = quantity.unit.base in PEOPLE or self.dimensions.are_people(quantity)
        if not people or quantity.form is Form.CHANGE:
            return hit
        return self._befalling.governing(sentence, figure, hit, fits)

    def _counts_another(
        self, sentence: Sentence, figure: Figure, quantity: Quantity | None, hit: Hit
    ) -> bool:
        """Say whether a count has its own noun beside it, and the word before it is what another counts."""
        if quantity is None or quantity.kind != "count":
            return False
        others = (f.span for f in sentence.figures if f is not figure and f.kind is Kind.QUANTITY)
        if not any(span.start <= hit.start <= span.end + 1 for span in others):
            return False
        own = counted_noun(quantity.unit.base)
        if len(own) >= _WORD and own in sentence.lower[hit.end : figure.span.start]:
            return True  # 在12个城市运营冷库31座
        noun, words = quantity.unit_words.lower(), sentence.lower[figure.span.start : figure.span.end]
        if not (is_western(noun) and noun.isalpha()):  # 479家, whose noun stands behind it
            noun = counted_noun(quantity.unit.base)
            words = sentence.lower[figure.span.end : figure.span.end + _NOUN_REACH * (1 + is_western(noun))]
        stem = noun.removesuffix("s") if is_western(noun) else noun
        if len(stem) < _WORD or stem not in words:
            return False
        named = (lowered(folded(word)) for word in self._entries[hit.value].words)
        return not any(stem in word or word in noun for word in named)

    def _counts_other(self, sentence: Sentence, hit: Hit, quantity: Quantity) -> bool:
        """Say whether a word is the noun of other things: stations, of 26 medical stations."""
        counted = counted_noun(quantity.unit.base)
        noun = self._units.noun(sentence.lower[hit.start : hit.end])
        told = quantity.kind == "count" and counted not in ANYONE and self._units.noun(counted) == counted
        return told and noun not in {None, counted}

    def _counts_plural(self, sentence: Sentence, figure: Figure, hit: Hit) -> bool:
        """Say whether a plural stands behind a number, and a word for the measure is another plural."""
        read = figure.reading
        if read is None or read.quantity.kind not in {"number", "count"} or read.quantity.unit.base in ANYONE:
            return False
        counted = _PLURAL.match(sentence.lower, figure.span.end)
        word = sentence.lower[hit.start : hit.end]
        if counted is None or not word.endswith("s") or not is_western(word):
            return False
        own = counted[1]
        return (
            own not in self._stop
            and own not in self._copulas
            and own not in self._nameless
            and own not in word
        )

    def _leads_on(self, sentence: Sentence, hit: Hit, right: Span) -> bool:
        """Say whether nothing but copulas stands between a word and the next quantity."""
        following = any(f.kind is Kind.QUANTITY and f.span.start == right.end for f in sentence.figures)
        return following and not self._stripped(sentence.lower[hit.end : right.end])

    def _has_noun(self, sentence: Sentence, left: Span) -> bool:
        """Say whether the words since the figure before name a thing: 12 KB and values up to 4 MB."""
        noun, _ = self.nouns.head_noun(sentence.lower[left.start : left.end].rstrip(" ,，、:："))
        return bool(noun) and self._units.noun(noun) is not None

    def _is_of_money(self, sentence: Sentence, hit: Hit, quantity: Quantity) -> bool:
        """Say whether a word tells money alone: 出口12万 may be of cars, 出口额12万 and 出口12亿 are not."""
        word = sentence.lower[hit.start : hit.end]
        if hit.kind == "after" or (quantity.number < _HUGE and not self.nouns.measured(word)):
            return False
        same = (other for other in sentence.by_kind["attribute"] if other[:2] == hit[:2])
        return all(self.dimensions.is_money(other.value) for other in same)

    def _score(self, sentence: Sentence, figure: Figure, left: Span, right: Span, hit: Hit) -> int | None:
        span = figure.span
        if hit.kind == "after":
            near = right.start <= hit.start and hit.start - right.start <= 1 and hit.end <= right.end
            return _AFTER if near else None
        if span.start <= hit.start and hit.end <= span.end + 1:
            number = figure.reading.number_span if figure.reading else span
            return _WITHIN if span.start < hit.start and hit.end <= number.start else _INSIDE
        if hit.start < span.start < hit.end or span.start <= hit.start < span.end < hit.end:
            return _ADJACENT  # the 90-minute film
        bare = figure.reading is not None and figure.reading.quantity.kind == "number"
        if bare and hit.end <= left.end and self._states(sentence, hit.end, left):
            return _STATED
        if left.start <= hit.start and hit.end <= left.end:
            gap = sentence.lower[hit.end : left.end]
            rest = self._stripped(gap)
            if not rest and self._taken_up(sentence, right, hit):
                return _TAKEN_UP
            if rest and self._counts_plural(sentence, figure, hit):
                return None  # runners ate 62,000 bananas
            return _ADJACENT if not rest else _LEFT - min(len(rest), _FAR)
        if right.start <= hit.start and hit.end <= right.end:
            gap = sentence.lower[right.start : hit.start].strip(" -")
            if gap not in _DIRECT and _is_all(sentence, span):
                return None  # 91% of the 1,860 lots were sold
            anew = _ANEW.match(gap) or _ANEW_AT_END.search(gap) or _OWN_NOUN.match(gap)
            if anew and self._leads_on(sentence, hit, right):
                return None  # 4 KB and the default cache size is 64 MB; 三家医院共开放床位1200张
            return _FOLLOWS if gap in _DIRECT else _RIGHT - min(len(gap), _FAR // 2) * 2
        clause = sentence.clause_of(span.start)
        if left.end < span.start and left.end <= hit.start and hit.end <= span.start:
            return _SHARED - min(span.start - hit.end, _SHARED - 1)  # 一期、二期投资分别为…
        before = clause.start <= hit.start and hit.end <= left.start
        bored = _OWN_VERB.search(self._stripped(sentence.lower[left.start : left.end]))
        if not before or bored or self._counts_plural(sentence, figure, hit):
            return None  # with a diameter of 15.8 m, bored 3.9 km
        return _SHARED - min(left.start - hit.end, _SHARED - 1)

    def _states(self, sentence: Sentence, start: int, left: Span) -> bool:
        """Say whether only of whom, where and when stands between a word and the verb before a figure."""
        if not self._stating.fullmatch(sentence.lower, start, left.end):
            return False
        return all(f.period is not None for f in sentence.figures if start <= f.span.start < left.end)

    def _taken_up(self, sentence: Sentence, right: Span, hit: Hit) -> bool:
        """Say whether the word behind a figure adds nothing to one before it: a crest 800 m long."""
        told = (other for other in sentence.by_kind.get("after", ()) if 0 <= other.start - right.start <= 1)
        words = self._beside.get(hit.value, ())
        return any(sentence.lower[other.start : other.end] in words for other in told)

    def of(self, attribute: str, place: Span) -> Chosen:
        """Return an attribute of the catalogue whose word stands at a place."""
        entry = self._entries[attribute]
        return Chosen(entry.id, entry.name.en, Confidence.HIGH, place, entry)

    def over(self, attribute: str) -> int:
        """Return how many folders of rules lie below the one that an attribute is of."""
        return self._over.get(attribute, 0)

    def handled(self, sentence: Sentence, span: Span, word: str) -> bool:
        """Say whether a word of a span tells what is done with products: shipments, deliveries."""
        hits = (
            hit for hit in sentence.hits_in(span, "attribute") if sentence.lower[hit.start : hit.end] == word
        )
        return any(self._entries[hit.value].befalls == PRODUCTS for hit in hits)

    def entry(self, attribute: str) -> AttributeEntry:
        """Return the rule of an attribute."""
        return self._entries[attribute]

    def allowed(self, sentence: Sentence, hit: Hit) -> bool:
        """Say whether the words around an attribute's word let it be meant."""
        entry = self._entries[hit.value]
        clause = sentence.clause_of(hit.start)
        text = sentence.lower[clause.start : clause.end]
        if any(_found(word, text) for word in entry.unless):
            return False
        whole = sentence.lower[sentence.span.start : sentence.span.end]
        return not entry.within or any(_found(word, whole) for word in entry.within)

    def _stripped(self, gap: str) -> str:
        """Return what is left of the words between attribute and figure without copulas."""
        gap = gap.strip(" ,，、:：的“”\"'()")
        changed = True
        while gap and changed:
            changed = False
            for length in range(min(self._longest_copula, len(gap)), 0, -1):
                if gap[:length] in self._copulas and not (
                    is_latin(gap[length - 1]) and is_latin(gap[length : length + 1] or " ")
                ):
                    gap = gap[length:].strip(" ,，、:：的")
                    changed = True
                    break
        return gap

    def _topic(self, sentence: Sentence, figure: Figure, quantity: Quantity | None) -> Chosen | None:
        """Return the attribute that a clause without a figure sets for this one.

        So do the label of a sentence (电力：…) and what the clause before is about (农损部分，约4亿元).
        """
        before = [clause for clause in sentence.clauses if clause.end <= figure.span.start]
        labelled = bool(before) and sentence.lower[before[0].end - 1] in _LABEL_ENDS
        for clause in [*before[-1:], *(before[:1] if labelled else ())]:
            length = clause.end - clause.start
            told = [f for f in sentence.figures if clause.start <= f.span.start < clause.end]
            dated = bool(told) and all(f.period is not None for f in told) and not labelled
            latin = is_western(sentence.lower[clause.start])
            if (
                (told and not dated)
                or length > _TOPIC * (1 + dated + 2 * latin)
                or (latin and not (labelled and clause is before[0]))
            ):
                continue
            text = self._topical.sub("", sentence.lower[clause.start : clause.end])
            for hit in sentence.hits_in(clause, "attribute"):
                ends = hit.start == clause.start if dated else hit.end - clause.start == len(text)
                if ends and self.dimensions.fits(hit.value, quantity) and self.allowed(sentence, hit):
                    place = Span(figure.span.start, figure.span.start)
                    return replace(self.of(hit.value, place), confidence=Confidence.MEDIUM, origin="sentence")
        return None

    def _fallback(self, sentence: Sentence, figure: Figure, left: Span, quantity: Quantity | None) -> Chosen:
        topic = self._topic(sentence, figure, quantity)
        if topic is not None and (quantity is None or quantity.form is not Form.CHANGE):
            return topic
        end = left.end
        text = sentence.lower[left.start : end].rstrip(" ,，、:：")
        noun, place = self.nouns.head_noun(text)
        date = self._date_from(sentence, left) if not noun else None
        if date is not None:
            before = sentence.left_of(date)
            noun, place = self.nouns.head_noun(_FROM.sub("", sentence.lower[before.start : before.end]))
            place += before.start - left.start
        if quantity is not None and quantity.kind == "count" and self._units.noun(noun) == quantity.unit.base:
            noun = ""  # 车辆860辆
        noun = "" if _OWNS.search(text) else noun  # the city has 126 km of bus lanes
        if quantity is not None and quantity.unit.base == _SHARE_BASE and not self.nouns.measured(noun):
            noun = "" if sentence.lower.startswith(_OF_THEM, figure.span.end) else noun  # 某集团31%的产品
        if quantity is not None and quantity.form is not Form.CHANGE:
            entry = self._default(sentence, figure, quantity.unit.base)
            if entry is not None and not self.nouns.measured(noun):
                behind = left.start + place + len(noun)
                at = Span(behind, behind) if noun and not is_western(noun) else None  # 机房则有5.2公顷
                sure = Confidence.LOW if entry.doubtful else Confidence.MEDIUM
                return Chosen(entry.id, entry.name.en, sure, at, entry, "dimension")
        if quantity is not None and quantity.kind == "count":
            base = quantity.unit.base
            anyone = base in ANYONE or MEASURE_ONLY.fullmatch(base) is not None
            if not (anyone and noun):
                sure = Confidence.LOW if anyone else Confidence.MEDIUM
                known = self._entries.get(self._counting.get(counted_noun(base), ""))
                if known is not None and self.dimensions.fits(known.id, quantity):
                    return Chosen(known.id, known.name.en, sure, None, known, "dimension")
                return Chosen(f"count of {base}", f"number of {counted_noun(base)}", sure, None)
        made = self.nouns.made_of(sentence, figure) if not self.nouns.names(noun) else None
        if made is not None:
            return made
        if noun:
            start = left.start + place
            return self._inflected(noun, start, quantity) or self.nouns.named(noun, start)
        base = quantity.unit.base if quantity else DATE
        return Chosen(f"~[{base}]", base, Confidence.LOW, None, origin="dimension")

    def _inflected(self, noun: str, start: int, quantity: Quantity | None) -> Chosen | None:
        """Return the one attribute that a word tells in another form of an English verb: is costing."""
        ids = self._verbs.get(stem(noun), ()) if is_western(noun) and noun.endswith(_FORMS) else ()
        fitting = [attribute for attribute in ids if self.dimensions.fits(attribute, quantity)]
        if len(fitting) != 1:
            return None
        place = Span(start, start + len(noun))
        return replace(self.of(fitting[0], place), confidence=Confidence.MEDIUM, origin="form")

    @staticmethod
    def _date_from(sentence: Sentence, left: Span) -> Figure | None:
        """Return the date that alone stands before a figure, behind 由 or 从: 贫血率由2019年的11.4%降至…."""
        if sentence.lower[left.start : left.end] not in _NOTHING:
            return None
        dates = (f for f in sentence.figures if f.period is not None and f.span.end == left.start)
        found = next(dates, None)
        before = sentence.lower[: found.span.start] if found is not None else ""
        return found if _FROM.search(before[-1:]) else None

    def _default(self, sentence: Sentence, figure: Figure, base: str) -> AttributeEntry | None:
        """Return the attribute that a figure of a dimension has where no word names one."""
        described = self._described.get(base)
        if described is not None:
            starts = [hit.start for hit in sentence.hits if hit.kind == "noun"]
            starts += [start for start, _, _ in sentence.names]
            if any(0 <= start - figure.span.end <= _BESIDE for start in starts):
                return described
            noun = _ATTRIBUTIVE.match(sentence.lower, figure.span.end)
            article = sentence.lower[: figure.span.start].endswith(_ARTICLES)
            if noun is not None and article and noun[1] not in self._stop and noun[1] not in self._copulas:
                return described
        if base.partition("/")[0] in self._moneys and "/" in base:
            return self._defaults.get(base) or self._entries.get(_UNIT_PRICE)  # €15 a month, €15 a kilo
        if base in self._moneys and _EACH.match(sentence.lower, figure.span.end):
            asked = any(sentence.lower.endswith(word, 0, figure.span.start) for word in _ASKING)
            return self._entries.get(_UNIT_PRICE) if asked else self._defaults.get(base)
        if base in self._moneys and _COMPOUND.search(sentence.lower, *figure.span):
            return self._entries.get(_INVESTMENT)  # the 20-million-yuan bridge
        return self._defaults.get(base)

    def only_statistics(self, sentence: Sentence, left: Span) -> bool:
        """Say whether the words before a figure tell a statistic and nothing else: 默认30秒，最长12小时."""
        hits = sentence.hits_in(left, "statistic")
        rest = sentence.lower[left.start : left.end]
        for hit in hits:
            rest = rest.replace(sentence.lower[hit.start : hit.end], " ")
        return bool(hits) and not self._stripped(rest)

    def only_period(self, sentence: Sentence, left: Span) -> bool:
        """Say whether a period stands before a figure and no other word: 第二季度则为17.4%."""
        clause = sentence.clause_of(left.start)
        ends = (f.span.end for f in sentence.figures if f.period and f.span.start - clause.start <= _BESIDE)
        return left.start in ends and not self._stripped(sentence.lower[left.start : left.end])


def _belongs_before(sentence: Sentence, left: Span, hit: Hit) -> bool:
    """Say whether a word stands right behind the figure before, set off from this one: 2人死亡、1人失踪."""
    told = (f.span.end for f in sentence.figures if f.kind is Kind.QUANTITY and f.span.end <= hit.start)
    behind = any(_ONE_WORD.fullmatch(sentence.lower, end, hit.start) for end in told)  # 62 paid staff
    between = sentence.lower[hit.end : left.end]
    return behind and left.start <= hit.start and hit.end <= left.end and bool(_SET_OFF.match(between))


def _is_all(sentence: Sentence, span: Span) -> bool:
    """Say whether a count tells of how many a share before it is, of which alone the verb behind tells."""
    shares = (f for f in sentence.figures if f.reading is not None and f.span.end < span.start)
    return any(_OF_ALL.fullmatch(sentence.lower, f.span.end, span.start) is not None for f in shares)


def _tells_figure(sentence: Sentence, figure: Figure, hit: Hit) -> bool:
    """Say whether a word stands right before another figure: the toll of the magnitude 5.8 quake is seven."""
    others = (f.span for f in sentence.figures if f.kind is Kind.QUANTITY and f.span.end <= figure.span.start)
    return any(span.start - _BESIDE <= hit.end <= span.end for span in others)


def _of_another(sentence: Sentence, figure: Figure, hit: Hit) -> bool:
    """Say whether a figure of another dimension stands between: handles 900 tonnes a day with 12 MW."""
    if not _WITH.search(sentence.lower, hit.end, figure.span.start):
        return False
    base = figure.reading.quantity.unit.base if figure.reading else ""
    between = [f.reading for f in sentence.figures if hit.start <= f.span.start < figure.span.start]
    return any(one is not None and one.quantity.unit.base != base for one in between)


def _names_its_noun(quantity: Quantity) -> bool:
    """Say whether a count tells by a noun of the units what it counts."""
    base = quantity.unit.base
    named = base not in ANYONE and not base.startswith("[count of ")
    return quantity.kind == "count" and quantity.unit.counts and named


@lru_cache(maxsize=1 << 12)
def _key(word: str) -> str:
    """Return a word of the rules as texts hold it."""
    return lowered(folded(word))


def _found(word: str, text: str) -> bool:
    key = _key(word)
    if "*" not in key:
        return key in text
    head, _, tail = key.partition("*")
    at = text.find(head)
    return at >= 0 and tail in text[at + len(head) : at + len(head) + 8 + len(tail)]
