"""Parts that are said once and hold for what follows: 一期装机1GW，占地20平方公里.

Comes in: a sentence and the part that the text before left to it.  Goes out: the part that holds at a
place, and what the sentence leaves to the next.  Which part a figure is about is left to ``scopes``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.catalog.catalog import Catalog
from verify.extract.figures.figure import Figure
from verify.extract.lexicon.words import lowered
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.vocabulary import Hit
from verify.model.span import Span
from verify.text.fold import folded
from verify.text.script import is_western

_BEGINS = 1
"""A word that begins within so many characters of its clause begins it."""
_WHOLE = "whole"
_OF = "的"
_IS = "是为"
_STOPS = "，,；;。 "
_THIS = re.compile(r"\s?该([\u3400-\u9fff]{2})?")
_WHOSE = re.compile(r"\s?[该我本][\u3400-\u9fff]{1,2}的?")
"""Between the beginning of a clause and a part, whose it is."""
_ALL_OF = re.compile(r"\s?[而但]?(?:整个|仅仅|仅|单是|光是|单|光|至于|关于|说到)")
"""Between the two, where the part is what the clause is about: 整个二期花了12.8亿元."""
_THE = "the "
_AT_THE = (" at the ", " of the ", " for the ")
"""Before the thing that a part is of: six units are planned at the station."""
_OPENS_WITH_THE = re.compile(r"[ ,]*(?:and |but |while )?the ")
_AT = tuple(word.removesuffix(_THE) for word in _AT_THE)

_RELATIVE = ("which ", "that ")


class HeldParts:
    """Follows the parts that hold, with the words of a catalogue."""

    def __init__(self, catalog: Catalog, holding: Iterable[str]) -> None:
        languages = catalog.languages
        self._holding = tuple(sorted(holding))
        told: dict[str, list[str]] = {}
        for lang in languages:
            for entry in lang.scopes:
                told.setdefault(entry.value, []).extend(lowered(folded(word)) for word in entry.words)
        self._words = {value: tuple(words) for value, words in told.items()}
        holding_parts = {entry.value for lang in languages for entry in lang.scopes if entry.holds}
        summed = (entry.words for lang in languages for entry in lang.scopes if entry.sums)
        self._sums = frozenset(lowered(folded(word)) for words in summed for word in words)
        """Words that only add up what is spoken of: 共 of 共花费, no whole."""
        brief = {e.value.partition("{")[0] for lang in languages for e in lang.scopes if e.brief}
        self._brief = tuple(sorted(brief))
        self._called = {value: words for value, words in self._words.items() if value in holding_parts}
        self._by_then = tuple(lowered(folded(w)) for lang in languages for w in lang.by_then)
        self._attributive = tuple(w for lang in languages for w in lang.attributive)
        works = (kind for kind in catalog.kinds if kind.undertaking)
        self._works = frozenset(lowered(folded(noun)) for kind in works for noun in kind.nouns)
        self._roles = frozenset(lowered(folded(w)) for lang in languages for w in lang.roles)
        self._back = {lowered(folded(w)): part for lang in languages for w, part in lang.back_to_part.items()}

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
            opening = [h for h in hits if h.value.startswith(self._holding) and opens(sentence, clause, h)]
            if held is None and not opening:
                continue
            listed = any(h.start - clause.start <= _BEGINS for h in sentence.hits_in(clause, "part"))
            wholes = [h for h in hits if h.value == _WHOLE and not inside(h, measured)]
            wholes = [h for h in wholes if sentence.lower[h.start : h.end] not in self._sums]
            if here:  # 二期全长5公里，全部为地下线: its own length, and all of it
                told = any(clause.start <= f.span.start < clause.end for f in sentence.figures)
                wholes = wholes if told else []
            if opening and not listed:
                held, here = opening[-1].value, True
                loose = sentence.lower.startswith(self._attributive, opening[-1].end)
                wholes = [h for h in wholes if h.start > opening[-1].end]
            elif _begins_anew(sentence, clause, self._roles, self._works, self._called.get(held or "", ())):
                held, loose = (held, loose) if self._points_back(sentence, clause, held) else (None, False)
            if self._by_then_in_all(sentence, clause):
                held, loose = None, False
            if wholes and held is not None and held[-1].isdigit():
                held, loose = None, False  # …, adding 5 MW and bringing the total to 12 MW
        return held, loose

    def carried_on(self, sentence: Sentence, until: int, held: str | None) -> str | None:
        """Return the part that a sentence leaves to the next, ``held`` being that which it was left."""
        part, loose = self.holding(sentence, until, held)
        if part is not None and part != held and _is_detail(sentence, part):
            return held
        brief = part is not None and part != held and part.startswith(self._brief)
        return None if loose or brief else part

    def called(self, part: str) -> tuple[str, ...]:
        """Return the words of a part that holds for what follows."""
        return self._called.get(part, ())

    def numbered(self, sentence: Sentence) -> list[Span]:
        """Return where a sentence names parts by their numbers: Berth 3."""
        hits = sentence.by_kind.get("scope", ())
        return [Span(hit.start, hit.end) for hit in hits if hit.value.startswith(self._brief)]

    def tells_whole(self, sentence: Sentence, left: Span) -> bool:
        """Say whether a word of the whole stands before a figure, and is no piece of what is measured."""
        measured = sentence.by_kind.get("attribute", ())
        return any(
            hit.value == _WHOLE
            and not inside(hit, measured)
            and sentence.lower[hit.start : hit.end] not in self._sums
            for hit in sentence.hits_in(left, "scope")
        )

    def _points_back(self, sentence: Sentence, clause: Span, part: str | None) -> bool:
        """Say whether a clause begins with a word for the part told before: 该段, of the north section."""
        begin = clause.end - len(sentence.lower[clause.start : clause.end].lstrip(_STOPS))
        told = (kind for word, kind in self._back.items() if sentence.lower.startswith(word, begin))
        return part is not None and any(kind in part for kind in told)

    def _by_then_in_all(self, sentence: Sentence, clause: Span) -> bool:
        """Say whether a clause tells what the whole comes to with the part told of: 届时总装机达3万千瓦."""
        if not sentence.lower.startswith(self._by_then, clause.start):
            return False
        measured = (hit.start for hit in sentence.hits_in(clause, "attribute"))
        return any(sentence.lower.startswith(self._words[_WHOLE], start) for start in measured)


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
    pronouns = [h for h in sentence.hits_in(clause, "pronoun") if not inside(h, longer)]
    if any(h.start == clause.start and not is_western(sentence.lower[h.start]) for h in pronouns):
        return True
    if is_western(sentence.lower[clause.start]):
        opened = _OPENS_WITH_THE.match(sentence.lower, clause.start, clause.end)
        if opened and any(start == opened.end() for start, _, _ in sentence.names):
            return True
        told = [h for h in sentence.hits_in(clause, "noun") if opened and h.start == opened.end()]
        told += [h for h in sentence.hits_in(clause, "noun") if sentence.lower.endswith(_AT_THE, 0, h.start)]
        if any(
            clause.start <= a < clause.end and sentence.lower.endswith(_AT, 0, a)
            for a, _, _ in sentence.names
        ):
            return True  # the deepest well at Korva
        return any(not any(w.endswith(sentence.lower[h.start : h.end]) for w in called) for h in told)
    longer = [*longer, *sentence.hits_in(clause, "modality")]  # 计划2026年建成 names no plan
    nouns = [h for h in sentence.hits_in(clause, "noun") if not inside(h, longer)]
    nouns = [h for h in nouns if not any(word.endswith(sentence.lower[h.start : h.end]) for word in called)]
    if any(
        h.start - clause.start <= _BEGINS < h.end - h.start and sentence.lower[h.start : h.end] not in roles
        for h in nouns
    ):
        return True
    return any(h.start - clause.start <= _BEGINS for h in sentence.hits_in(clause, "demonstrative"))


def _is_detail(sentence: Sentence, part: str) -> bool:
    """Say whether a clause before measures the whole: 校区占地124公顷，一期建筑面积32万平方米."""
    begin = next((h.start for h in sentence.by_kind["scope"] if h.value == part), 0)
    clause = sentence.clause_of(begin)
    return any(f.reading is not None and f.span.end <= clause.start for f in sentence.figures)


def opens(sentence: Sentence, clause: Span, hit: Hit) -> bool:
    """Say whether a part is what a clause is about: it begins it, or follows the name or noun that does."""
    if hit.start - clause.start <= _BEGINS:
        return True
    if is_western(sentence.lower[hit.start]):
        return not any(clause.start <= f.span.start < hit.start for f in sentence.figures)
    ends = not sentence.lower[hit.end : clause.end].strip(_STOPS)
    if ends and sentence.lower[hit.start - 1] in _IS:  # 这次开通的是北段，长…
        return not any(clause.start <= f.span.start < hit.start for f in sentence.figures)
    if sentence.lower[hit.start - 1] == _OF:  # 这条干线的首期线路长…
        return not any(clause.start <= f.span.start < hit.start for f in sentence.figures)
    named = any(
        end == hit.start and (start - clause.start <= _BEGINS or sentence.lower[start - 1] == _OF)
        for start, end, _ in sentence.names
    )
    if _WHOSE.fullmatch(sentence.lower, clause.start, hit.start):
        return True  # 该馆新馆, 我院新院区
    if _ALL_OF.fullmatch(sentence.lower, clause.start, hit.start):
        return True
    nouns = sentence.hits_in(clause, "noun")
    return named or any(n.end == hit.start and n.start - clause.start <= _BEGINS for n in nouns)


def inside(hit: Hit, longer: Iterable[Hit]) -> bool:
    """Say whether a word is only a piece of a longer one: 其 of 其中, 建筑 of 总建筑面积."""
    return any(other.start <= hit.start and hit.end <= other.end for other in longer)


def elsewhere(sentence: Sentence, figure: Figure, part: str | None) -> bool:
    """Say whether an English clause has a subject of its own: phase 1 has 5 halls, and work took …."""
    clause = sentence.clause_of(figure.span.start)
    if not is_western(sentence.lower[clause.start : clause.end]):
        return False
    if sentence.lower[clause.start : clause.end].lstrip().startswith(_RELATIVE):
        return False  # phase 1, which has 5 halls
    return not any(hit.value == part for hit in sentence.hits_in(clause, "scope"))
