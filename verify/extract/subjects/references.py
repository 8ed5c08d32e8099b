"""Resolve what only refers to a thing: 该中心, 大桥, 新馆, it.

Comes in: a clause with its nouns and pronouns, and the things spoken of before.  Goes out: the candidate
that is meant, with the word that refers to it: the last thing of that kind, else the topic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from verify.catalog.catalog import Catalog
from verify.extract.figures.figure import Figure
from verify.extract.lexicon.alternation import alternation
from verify.extract.lexicon.nouns import cut
from verify.extract.lexicon.words import lowered
from verify.extract.names.mentions import Names
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.vocabulary import Hit
from verify.model.entity import Candidate
from verify.model.span import Span
from verify.text.alternatives import either
from verify.text.fold import folded
from verify.text.script import is_western

_WORD = 4
_POINTED = 2
"""A noun stands so near behind the word that points to it (这座 大桥)."""
_POINTS = frozenset("本全我")
"""Nouns that begin with them point to one thing: 本县, 全市, 我省."""
BEFORE_SUBJECT = re.compile(r"(?:(?:and|but|while) )?(?:(?:the|an?) (?:[a-z]+ )?)?")
_DESCRIBED = re.compile(r"[\u3400-\u9fff]?的[新老旧]?|[ -]")
_RELATIVE = re.compile(r"的[新老旧]?$")
_DESCRIBES = 24
_PRONOUN_BEGINS = 4
_ADJUNCT = re.compile(r"(?:on|in|at|for|since|by|under|during) [^,;]{1,24} ")
"""What may stand before the pronoun that is the subject: on Steam it peaked at …."""
_DATING = re.compile(r"^(?:in|by|as of|since|on|during|at the end of)[ ,]+(?=the )")
"""Before a period that was left out: in 2023 the hospital …."""
_STOPS = "，,；;。、 "
_LONGEST_WORDS = 10
"""Characters of common words that name a thing."""
_SHORTEST_PLACE = 3
_SHORTEST_PART = 2
_CLAUSES = 4
"""So many clauses before may count what a noun names."""
_LONGEST_ENDING = 5
"""So many characters of a name's end refer back to it (该动物园)."""
_COMMON = frozenset(["n", "b", "j", "vn", "a", "an"])
"""jieba's tags of words that tell which ones of a kind are meant."""
_COUNTS = re.compile(
    r"[馆院校站]?(?:数量|总数|数)?(?:已|现|共|总共|合计|目前)?(?:建成|建有|开设|设)?(?:有|达到?|为|共|计|增至)?"
)
"""Between a noun and how many there are."""
_HEAD = re.compile(r"(?:the|this) ([a-z]{3,}) (?:[a-z]+(?:s|ed)|has|had|cost|holds|will|can|may) ")
"""A noun that opens a clause with its verb."""
_BEFORE_OF = re.compile(r" (?:of|at|in|for) ")
_LISTED = frozenset(["、", "等"])
_NUMBERED = re.compile(r"[0-9]|[一二三四五六七八九十]号")
_EDITION = "届"
"""Ends the words that point to one of a row of events: 本届."""


class References:
    """Resolves references with the kinds of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._under = {kind.id: kind.under for kind in catalog.kinds}
        nouns = {lowered(folded(noun)): kind.id for kind in catalog.kinds for noun in kind.nouns}
        self._kinds = {noun: kind for noun, kind in nouns.items() if not noun.isascii()}
        self._nouns = alternation(self._kinds)
        self._places = frozenset(kind.id for kind in catalog.kinds if kind.omissible)
        self._bodies = frozenset(kind.id for kind in catalog.kinds if kind.body)
        apart = (kind for kind in catalog.kinds if kind.made or kind.undertaking or kind.recurs or kind.tells)
        self._built = (
            frozenset(kind.id for kind in catalog.kinds) - {kind.id for kind in apart} - self._bodies
        )
        self._recurring = frozenset(kind.id for kind in catalog.kinds if kind.recurs)
        self._works = frozenset(kind.id for kind in catalog.kinds if kind.undertaking)
        pointing = {w for lang in catalog.languages for w in (*lang.demonstratives, *lang.referring)}
        self._pointing = frozenset(pointing | {""})
        says = "|".join(sorted(w for lang in catalog.languages for w in lang.anew if not w.isascii()))
        self._saying = re.compile(rf"^[^，,]{{0,8}}(?:{says})")
        """Before what somebody refers to: 他说新厂…."""
        self._running = frozenset(kind.id for kind in catalog.kinds if kind.runs)
        networks = either(word for lang in catalog.languages for word in lang.networks)
        self._network = re.compile(rf"(?:and |目前|现|如今)?({networks})(?![a-z])")
        divisions = either(lowered(word) for lang in catalog.languages for word in lang.divisions)
        self._division = re.compile(rf" (?:{divisions})\b" if divisions else r"(?!)")
        article = either(word for lang in catalog.languages for word in lang.demonstratives if word.isascii())
        self._owner = re.compile(rf"\b(?:{article}) (?:[a-z-]+ )?[a-z]+['’]s (?:[a-z-]+ ){{0,2}}\Z")
        own = {w for lang in catalog.languages for w in lang.first_person if not w.isascii()}
        self._own = alternation(word for word in own if word[1:] in nouns)

    def find(
        self, sentence: Sentence, clause: Span, anchor: int, names: Names, carried: int | None
    ) -> tuple[int, str] | None:
        """Return the candidate that a clause refers to before ``anchor``, and the word that does."""
        window = Span(clause.start, anchor)
        nouns = [
            hit
            for hit in sentence.hits_in(window, "noun")
            if not any(start <= hit.start and hit.end < end for start, end, _ in sentence.names)
        ]  # not the company of its plant: 公司麦芽工厂
        pronouns = [
            hit
            for hit in sentence.hits_in(window, "pronoun")
            if hit.start - clause.start <= _PRONOUN_BEGINS
            or _ADJUNCT.fullmatch(sentence.lower, clause.start, hit.start)
            if not any(start <= hit.start < end for start, end, _ in sentence.names)  # its new library
            if not _is_acronym(sentence.text[hit.start : hit.end])
        ]
        order = [n for n in (carried, names.topic) if n is not None]
        pointed = (
            self._edition(sentence, window, names, order)
            or self._speaker(sentence, window, names)
            or self._all_lines(sentence, window, names)
            or self._by_ending(sentence, window, names, order)
            or self._measured(sentence, window, names, order)
            or self._by_head(sentence, window, names, order)
        )
        if pointed is not None:
            return pointed
        head = self._of_all(sentence, nouns, names, anchor)
        if head is not None:
            return head
        for hit in nouns:
            opening = self._saying.sub("", _without_figures(sentence, clause.start, hit.start))
            pointing = sentence.hits_in(Span(window.start, hit.start), "demonstrative")
            described = _RELATIVE.search(
                sentence.lower, max(0, hit.start - 2), hit.start
            )  # 这座离岸32公里的风电场
            demonstrative = any(hit.start - h.end <= _POINTED or described is not None for h in pointing)
            listed = sentence.lower[hit.end : hit.end + 1] in _LISTED
            if listed or self._division.match(sentence.lower, hit.end):
                continue
            if not demonstrative and opening not in self._pointing:
                continue
            word = sentence.text[hit.start : hit.end]
            named = [number for start, _, number in sentence.names if start < hit.start]
            alone = demonstrative or word[0] in _POINTS or not _goes_on(sentence, hit)
            every = (*names.order, *range(len(names.candidates))) if alone else ()
            rest = [n for n in every if names.firsts[n] < sentence.reached]
            near = _named_before(sentence, clause) if demonstrative else []
            number = self._of_kind(hit.value, [*near, *order, *reversed(named), *rest], names)
            if number is None and word[0] in _POINTS:
                number = self._only(hit.value, every, names)
            alone = not any(clause.start <= start < clause.end for start, _, _ in sentence.names)
            number = self._unknown(hit.value, names, carried) if number is None and alone else number
            if number is not None:
                return number, word
        if pronouns and order:
            first = _subject_before(sentence, pronouns[0].start)
            if first is None and pronouns[0].start == sentence.span.start:
                first = sentence.begun
            if first is None:
                first = self._referred_before(sentence, clause, names, carried)
            return order[0] if first is None else first, sentence.text[pronouns[0].start : pronouns[0].end]
        return None

    def _only(self, kind: str, every: Sequence[int], names: Names) -> int | None:
        """Return the one place of a kind, though only named later, that is home to a text: 我市, 全市."""
        told = {n for n in every if kind in self._places and self._of_kind(kind, [n], names) is not None}
        return told.pop() if len(told) == 1 else None

    def _referred_before(
        self, sentence: Sentence, clause: Span, names: Names, carried: int | None
    ) -> int | None:
        """Return what the nearest clause before refers to by a noun: the centre …, and its cost …."""
        for one in reversed([c for c in sentence.clauses if c.end <= clause.start]):
            if any(one.start <= start < one.end for start, _, _ in sentence.names):
                return None
            found = self.find(sentence, one, one.end, names, carried)
            if found is not None:
                return found[0]
        return None

    def _of_all(
        self, sentence: Sentence, nouns: Sequence[Hit], names: Names, anchor: int
    ) -> tuple[int, str] | None:
        """Return the one thing that 全市 and common words before its noun point to: 全市公共图书馆体系.

        Not where it is counted (全市公共图书馆120个): that is told of the place.
        """
        if not any(one.value in self._places and sentence.lower[one.start] in _POINTS for one in nouns):
            return None
        longest = [one for one in nouns if not any(_within(one, other) for other in nouns)]
        for place, hit in pairwise(longest):
            between = sentence.lower[place.end : hit.start]
            if place.value not in self._places or sentence.lower[place.start] not in _POINTS or not between:
                continue
            common = all(tag in _COMMON and len(word) > 1 for word, tag in cut(between))
            if not common or _COUNTS.fullmatch(sentence.lower, hit.end, anchor):
                continue
            found = {n for n in names.order if self._of_kind(hit.value, [n], names) is not None}
            if len(found) == 1:
                return found.pop(), sentence.text[place.start : hit.end]
        return None

    def unnamed_part(self, sentence: Sentence, figure: Figure, names: Names) -> str:
        """Return the bare noun that opens a figure's clause, where no text names one of its kind.

        It is a part of what the clause is about: 高新区 of a city, the 隧洞 of a canal that has 23条.
        """
        clause = sentence.clause_of(figure.span.start)
        for hit in sentence.hits_in(Span(clause.start, figure.span.start), "noun"):
            word = sentence.lower[hit.start : hit.end]
            if hit.start != clause.start or is_western(word) or word[0] in _POINTS:
                continue
            place = hit.value in self._places and len(word) >= _SHORTEST_PLACE
            every = range(len(names.candidates))
            told = place or (len(word) >= _SHORTEST_PART and _counted_before(sentence, word, clause))
            return word if told and self._of_kind(hit.value, every, names) is None else ""
        return ""

    def other_thing(self, sentence: Sentence, figure: Figure, names: Names, thing: Candidate) -> str:
        """Return what a Chinese clause begins with that is of another kind than a thing: 史迹公园占地….

        Common words that end in a noun of a kind of which the text names nothing; the noun alone where the
        sentence has told of it (建设生态公园，公园面积…).  It holds until a clause begins with another.
        """
        clause = sentence.clause_of(figure.span.start)
        for one in reversed([c for c in sentence.clauses if c.start <= clause.start]):
            begin = one.end - len(sentence.lower[one.start : one.end].lstrip(_STOPS))
            if any(start <= begin + _POINTED and begin < end for start, end, _ in sentence.names):
                return ""
            until = min(one.end, figure.span.start)
            for hit in sentence.hits_in(Span(begin, until), "noun"):
                word, before = sentence.lower[begin : hit.end], sentence.lower[begin : hit.start]
                common = all(tag in _COMMON for _, tag in cut(before))
                told = bool(before) or word in sentence.lower[sentence.span.start : begin]
                if is_western(word) or len(word) > _LONGEST_WORDS or not (common and told):
                    break
                alone = hit.value in self._built - self._places and not _goes_on(sentence, hit)
                if alone and hit.value not in {*thing.kinds, *(self._under[k] for k in thing.kinds)}:
                    every = range(len(names.candidates))
                    return word if self._of_kind(hit.value, every, names) is None else ""
            if one != clause and any(h.start == begin for h in sentence.hits_in(one, "noun", "pronoun")):
                return ""
        return ""

    def _edition(
        self, sentence: Sentence, window: Span, names: Names, order: Sequence[int]
    ) -> tuple[int, str] | None:
        """Return the event that is held again and again of which one is pointed to: 本届共有选手60名."""
        for hit in sentence.hits_in(window, "demonstrative"):
            if hit.value.endswith(_EDITION):
                for number in dict.fromkeys([*order, *names.order]):
                    if names.candidates[number].kind in self._recurring:
                        return number, sentence.text[hit.start : hit.end]
        return None

    def _speaker(self, sentence: Sentence, window: Span, names: Names) -> tuple[int, str] | None:
        """Return the body that a document is about, where it speaks of itself: 本公司, of an airline."""
        own = self._own.search(sentence.lower, *window)
        if own is None or names.topic is None:
            return None
        kind = self._kinds[own.group()[1:]]
        about = names.candidates[names.topic].kind in self._bodies
        number = self._of_kind(kind, [names.topic], names) if about else None
        return None if number is None else (number, own.group())

    def _all_lines(self, sentence: Sentence, window: Span, names: Names) -> tuple[int, str] | None:
        """Return the one thing of a kind that runs which no number tells from others: the network."""
        told = self._network.match(sentence.lower, *window)
        if told is None:
            return None
        things = (n for n in names.order if names.candidates[n].kind in self._running)
        held = [n for n in things if not any(map(_NUMBERED.search, names.candidates[n].names))]
        return (held[0], sentence.text[told.start(1) : told.end(1)]) if len(held) == 1 else None

    @staticmethod
    def _by_ending(
        sentence: Sentence, window: Span, names: Names, order: Sequence[int]
    ) -> tuple[int, str] | None:
        """Return the candidate whose name ends with what is pointed to, noun of a kind or not: 该园."""
        for hit in sentence.hits_in(window, "demonstrative"):
            if is_western(sentence.lower[hit.end - 1]):
                continue
            near = _named_before(sentence, window)
            rest = sentence.lower[hit.end : min(hit.end + _LONGEST_ENDING, window.end)]
            for length in range(len(rest), 0, -1):
                for number in dict.fromkeys([*near, *order, *names.order]):
                    one = names.candidates[number]
                    if any(lowered(name).endswith(rest[:length]) for name in one.names):
                        return number, sentence.text[hit.start : hit.end + length]
        return None

    @staticmethod
    def _by_head(
        sentence: Sentence, window: Span, names: Names, order: Sequence[int]
    ) -> tuple[int, str] | None:
        """Return the candidate whose name in Latin script has the head that opens a clause: the vault has ….

        So is the centre the panda centre at Dorrin Zoo, and not the zoo.  What is not spoken of already is
        meant by a head in small letters only.
        """
        opens = _HEAD.match(sentence.lower, *window)
        if opens is None:
            return None
        for number in dict.fromkeys([*order, *names.order]):
            told = names.candidates[number].names
            heads = (_BEFORE_OF.split(lowered(name) if number in order else name)[0] for name in told)
            if (
                any(f" {head}".endswith(f" {opens[1]}") for head in heads)
                and names.firsts[number] < sentence.reached
            ):
                return number, sentence.text[opens.start(1) : opens.end(1)]
        return None

    def _measured(
        self, sentence: Sentence, window: Span, names: Names, order: Sequence[int]
    ) -> tuple[int, str] | None:
        """Return the candidate that a noun points to with which a word for its size begins: 该船长299米."""
        for hit in sentence.hits_in(window, "demonstrative"):
            noun = self._nouns.match(sentence.lower, hit.end, window.end)
            if noun is None or not any(one.start == hit.end for one in sentence.hits_in(window, "attribute")):
                continue
            near = _named_before(sentence, window)
            number = self._of_kind(self._kinds[noun.group()], [*near, *order, *names.order], names)
            if number is not None:
                return number, sentence.text[hit.start : noun.end()]
        return None

    def owner(
        self, sentence: Sentence, clause: Span, place: Span | None, names: Names, carried: int | None
    ) -> tuple[int, str] | None:
        """Return whose it is, where a noun before what is measured tells: the airport's capacity."""
        if place is None or not clause.start < place.start < clause.end:
            return None
        owner = self._owner.search(sentence.lower, clause.start, place.start)
        if owner is None:
            return None
        return self.find(sentence, Span(owner.start(), place.start), place.start, names, carried)

    def behind(
        self, sentence: Sentence, figure: Figure, names: Names, carried: int | None
    ) -> tuple[int, str] | None:
        """Return the candidate that a figure describes, and the word for it: 这座长32公里的桥."""
        clause = sentence.clause_of(figure.span.start)
        near = Span(figure.span.end, min(figure.span.end + _DESCRIBES, sentence.span.end))
        pointing = sentence.hits_in(Span(clause.start, figure.span.start), "demonstrative")
        for hit in sentence.hits_in(near, "noun"):
            between = sentence.lower[figure.span.end : hit.start]
            if not pointing or not _DESCRIBED.fullmatch(between):
                continue
            things = [n for n in (carried, names.topic) if n is not None]
            number = self._of_kind(hit.value, [*things, *names.order], names)
            if number is not None:
                return number, sentence.text[hit.start : hit.end]
        return None

    def _unknown(self, kind: str, names: Names, carried: int | None) -> int | None:
        """Return what the document is about for a noun of a kind that none of its things has.

        A company refers to it where its name tells no kind (海岭啤酒), and work is upon it (改扩建工程).
        Of a document on a thing of a kind it is the one named before that whose name tells none.  Where
        another thing of the topic's kind is spoken of it is that: its maker, in a section on another one.
        """
        if names.topic is None or kind not in self._works | self._bodies:
            return None
        if self._of_kind(kind, range(len(names.candidates)), names) is not None:
            return None
        if kind in self._bodies and names.candidates[names.topic].kind:
            before = names.firsts[names.topic]
            others = [
                n
                for n, one in enumerate(names.candidates)
                if one.names and not one.kind and names.firsts[n] < before
            ]
            return others[0] if len(others) == 1 else None
        topic, thing = names.candidates[names.topic], names.topic
        if kind in self._bodies and carried is not None and names.candidates[carried].kind == topic.kind:
            thing = carried
        return thing if names.candidates[thing].names else None

    def _of_kind(self, kind: str, things: Sequence[int], names: Names) -> int | None:
        """Return the first of some things that a noun of the kind may refer to."""
        return next(
            (n for n in things if any(kind in {one, self._under[one]} for one in names.candidates[n].kinds)),
            None,
        )


def _is_acronym(word: str) -> bool:
    """Say whether a word is written in capitals throughout, as IT is, which points to nothing."""
    return len(word) > 1 and word.isascii() and word.isupper()


def _within(hit: Hit, other: Hit) -> bool:
    """Say whether a noun is only a piece of another: 图书 of 图书馆."""
    return hit != other and other.start <= hit.start and hit.end <= other.end


def _named_before(sentence: Sentence, clause: Span) -> list[int]:
    """Return the candidates that earlier clauses of a sentence in Chinese name, the last first."""
    if is_western(sentence.lower[sentence.span.start : clause.end]):
        return []
    return [number for _, end, number in reversed(sentence.names) if end <= clause.start]


def _counted_before(sentence: Sentence, word: str, clause: Span) -> bool:
    """Say whether an earlier clause of a sentence counts what a word names: 其中隧洞23条，隧洞总长…."""
    before = [one for one in sentence.clauses if one.end <= clause.start][-_CLAUSES:]
    told = [one for one in before if word in sentence.lower[one.start : one.end]]
    return any(
        figure.reading is not None and figure.reading.quantity.kind == "count" and figure.span.meets(one)
        for one in told
        for figure in sentence.figures
    )


def _subject_before(sentence: Sentence, place: int) -> int | None:
    """Return the candidate that begins an earlier clause of the sentence, in Latin script: the S7 …; it …."""
    if not is_western(sentence.lower[sentence.span.start : place]):
        return None
    begun = [
        number
        for start, _, number in sentence.names
        if start < place and BEFORE_SUBJECT.fullmatch(sentence.lower, sentence.clause_of(start).start, start)
    ]
    return begun[-1] if begun else None


def _without_figures(sentence: Sentence, start: int, end: int) -> str:
    """Return the text of a stretch without dates, and figures that are adjectives: the 5-kilometre line."""
    kept, place = [], start
    for figure in sentence.figures:
        adjective = "-" in sentence.lower[figure.span.start : figure.span.end]
        if (adjective or figure.period) and start <= figure.span.start and figure.span.end <= end:
            kept.append(sentence.lower[place : figure.span.start])
            place = figure.span.end
    rest = "".join([*kept, sentence.lower[place:end]]).strip(" ,，、在于")
    return _DATING.sub("", rest) if kept else rest


def _goes_on(sentence: Sentence, noun: Hit) -> bool:
    """Say whether a category noun is only the beginning of another noun: 企业代表, 新区疫情."""
    if any(hit.start == noun.end and hit.kind != "noun" for hit in sentence.hits):
        return False
    following = cut(sentence.lower[noun.end : noun.end + _WORD])
    return bool(following) and following[0][1].startswith("n") and len(following[0][0]) > 1
