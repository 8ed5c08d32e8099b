"""Decide which thing, and which part of it, a figure is about.

Comes in: a sentence with its names, a figure with its attribute, and the thing spoken of before.
Goes out: ``Subject``: the candidate, the scope, and how they were found: named in the clause, after
the figure (X的…中心), in the sentence, by reference (该中心, 大桥, it), or carried on by ellipsis.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify.catalog.catalog import Catalog
from verify.extract.attributes import Chosen
from verify.extract.figures import Figure, Kind
from verify.extract.names import Names
from verify.extract.nouns import cut
from verify.extract.quantities import lowered
from verify.extract.sentence import Sentence
from verify.model.claim import Confidence, Step
from verify.model.span import Span
from verify.text.fold import folded

_NOT_SUBJECT = ("由", "与", "和", "同", "跟", "对", "向", "在", "被", "给", "为", "于", "携手", "联合", "据", "从", "比", "较", "到", "以及", "、",
                "by ", "with ", "to ", "from ", "at ", "in ", "near ", "than ", "for ", "and ", "on ")
_MODIFIED = re.compile(r"[^，。,;；]{0,10}?的[^，。,;；0-9]{0,10}?$")
_NUMBERED = "phase "
"""Numbered parts hold on for the clauses that follow; 其中海底隧道长6公里，总投资… does not."""
_FUNCTION_TAGS = frozenset({"p", "c", "u", "d", "r", "y", "m", "q", "v"})
_SCOPE_TAGS = frozenset({"n", "nz", "ns", "nt", "vn", "j", "b", "x", "an", "f", "s", "nr", "l", "eng", "ng", "nrt", "i"})
_MODIFIER_REACH = 10
_OWNER = re.compile(r"(?:^|[，。；：、\s]|而|和|与|及|中|但|其中|，其|于|在|是|为|的)([\u3400-\u9fffa-z·]{2,8})的$")
_HOLDER = re.compile(r"(?:^|[，。；：、\s]|而|和|与|及|但|其中)([\u3400-\u9fffa-z·]{2,8})(?:以|凭|获得|获|拿下|得到|赢得)$")
_AFTER_NOUN = re.compile(r"[ -]?([a-z]+(?:[ -][a-z]+){0,2})")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a figure is about."""

    candidate: int | None
    scope: str | None
    confidence: Confidence
    steps: tuple[Step, ...]


class SubjectChooser:
    """Chooses subjects with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._stop = frozenset(lowered(folded(w)) for lang in catalog.languages for w in lang.stop)
        self._copulas = frozenset(lowered(folded(w)) for lang in catalog.languages for w in lang.copulas)
        self._verbs = frozenset(lowered(folded(w)) for lang in catalog.languages for e in lang.modality for w in e.words)

    def choose(self, sentence: Sentence, figure: Figure, chosen: Chosen, names: Names, carried: int | None) -> Subject:
        """Return the subject of a figure; ``carried`` is the candidate spoken of before."""
        steps: list[Step] = []
        candidate, confidence = self._candidate(sentence, figure, chosen, names, carried, steps)
        scope = self._scope(sentence, figure, chosen, names, steps)
        return Subject(candidate, scope, confidence, tuple(steps))

    # --- the thing

    def _candidate(
        self, sentence: Sentence, figure: Figure, chosen: Chosen, names: Names, carried: int | None, steps: list[Step]
    ) -> tuple[int | None, Confidence]:
        clause = sentence.clause_of(figure.span.start)
        anchor = figure.span.start
        eligible = [m for m in sentence.names if self._is_subject(sentence, m)]
        left = [m for m in eligible if clause.start <= m[0] and m[1] <= anchor]
        if left:
            steps.append(Step("entity", sentence.text[left[-1][0] : left[-1][1]], "clause"))
            return left[-1][2], Confidence.HIGH
        modified = self._modified(sentence, figure, clause)
        if modified is not None:
            steps.append(Step("entity", sentence.text[modified[0] : modified[1]], "clause"))
            return modified[2], Confidence.HIGH
        for one in reversed([c for c in sentence.clauses if c.start <= clause.start]):
            reference = self._reference(sentence, one, min(anchor, one.end), names, carried)
            if reference is not None:
                number, word = reference
                steps.append(Step("entity", word, "reference"))
                return number, Confidence.HIGH
            named = [m for m in eligible if one.start <= m[0] and m[1] <= one.end and one != clause]
            if named:
                steps.append(Step("entity", sentence.text[named[0][0] : named[0][1]], "sentence"))
                return named[0][2], Confidence.HIGH
        if sentence.lower[clause.start : clause.end].isascii():
            after = [m for m in eligible if m[0] >= figure.span.end]
            if after and not eligible[:1] == []:
                steps.append(Step("entity", sentence.text[after[0][0] : after[0][1]], "sentence"))
                return after[0][2], Confidence.MEDIUM
        number = carried if carried is not None else names.topic
        if number is not None:
            origin = "paragraph" if carried is not None and carried != names.topic else "document"
            known = names.candidates[number]
            steps.append(Step("entity", next(iter((*known.names, *known.described)), ""), origin))
        return number, Confidence.HIGH if number is not None else Confidence.LOW

    @staticmethod
    def _is_subject(sentence: Sentence, mention: tuple[int, int, int]) -> bool:
        """Say whether a name may be the subject: 由X运营 and with X are not."""
        before = sentence.lower[max(sentence.span.start, mention[0] - 6) : mention[0]]
        modifies = sentence.lower[mention[1] : mention[1] + 1] == "的" and any(
            0 < other[0] - mention[1] <= _MODIFIER_REACH for other in sentence.names
        )
        return not modifies and not before.endswith(_NOT_SUBJECT) and sentence.lower[mention[1] : mention[1] + 1] not in {"、", "等"}

    @staticmethod
    def _modified(sentence: Sentence, figure: Figure, clause: Span) -> tuple[int, int, int] | None:
        """Return the name that the figure modifies: 占地13万平方米、机柜达5000个的X中心."""
        for mention in sentence.names:
            if mention[0] >= figure.span.end:
                between = sentence.text[figure.span.end : mention[0]]
                near = between.startswith("的") or _MODIFIED.match(between)
                others = any(f.span.start >= figure.span.end and f.span.end <= mention[0] for f in sentence.figures if f.kind is Kind.QUANTITY)
                chain = others and "的" in between and mention[1] <= sentence.span.end and "。" not in between
                if (near or chain) and len(between) <= 60:
                    return mention
                return None
        return None

    @staticmethod
    def _reference(
        sentence: Sentence, clause: Span, anchor: int, names: Names, carried: int | None
    ) -> tuple[int, str] | None:
        """Resolve 该中心, 大桥, it: the last thing of that kind, else the topic."""
        window = Span(clause.start, anchor)
        nouns = sentence.hits_in(window, "noun")
        pronouns = [hit for hit in sentence.hits_in(window, "pronoun") if hit.start - clause.start <= 4]
        order = [n for n in (carried, names.topic) if n is not None]
        for hit in nouns:
            opening = _without_dates(sentence, clause.start, hit.start)
            demonstrative = any(h.end == hit.start or 0 <= hit.start - h.end <= 8 for h in sentence.hits_in(window, "demonstrative"))
            if not (demonstrative or not opening or opening in {"the", "its", "this", "our"}):
                continue
            for number in [*order, *range(len(names.candidates))]:
                if names.candidates[number].kind == hit.value:
                    return number, sentence.text[hit.start : hit.end]
        if pronouns and order:
            return order[0], sentence.text[pronouns[0].start : pronouns[0].end]
        return None

    # --- the part

    def _scope(self, sentence: Sentence, figure: Figure, chosen: Chosen, names: Names, steps: list[Step]) -> str | None:
        clause = sentence.clause_of(figure.span.start)
        left = sentence.left_of(figure)
        whole = [hit for hit in sentence.hits_in(Span(left.start, figure.span.start), "scope")]
        if sentence.lower[figure.span.end - 1].isascii():
            whole += [hit for hit in sentence.hits_in(sentence.right_of(figure), "scope") if hit.start - figure.span.end <= 1]
        numbered = [hit for hit in whole if hit.value != "whole"]
        if numbered:
            steps.append(Step("scope", numbered[-1].value, "clause", sentence.lower[numbered[-1].start : numbered[-1].end]))
            return numbered[-1].value
        noun = self._noun_scope(sentence, figure, chosen, left)
        if noun:
            steps.append(Step("scope", noun, "clause"))
            return noun
        if whole:
            return None
        return self._inherited(sentence, figure, clause, steps)

    def _inherited(self, sentence: Sentence, figure: Figure, clause: Span, steps: list[Step]) -> str | None:
        """Return the numbered part that the clauses before spoke of (一期装机1GW，占地20平方公里)."""
        before = [
            hit for hit in sentence.hits
            if hit.kind == "scope" and hit.end <= clause.start and hit.start >= sentence.span.start
        ]
        if before and before[-1].value.startswith(_NUMBERED):
            steps.append(Step("scope", before[-1].value, "sentence"))
            return before[-1].value
        return None

    def _noun_scope(self, sentence: Sentence, figure: Figure, chosen: Chosen, left: Span) -> str | None:
        place = chosen.place
        if place is None or not left.start <= place.start <= left.end:
            holder = _HOLDER.search(sentence.lower, left.start, left.end)
            if holder is not None and place is not None and place.start >= figure.span.end:
                named = any(a <= holder.start(1) and holder.end(1) <= b for a, b, _ in sentence.names)
                return None if named else holder[1]
            return self._latin_after(sentence, figure, place) if place is None or place.start >= figure.span.end else None
        start = left.start
        for mention in sentence.names:
            if mention[1] <= place.start:
                start = max(start, mention[1])
        for hit in sentence.hits:
            if hit.end <= place.start and hit.kind in {"part", "demonstrative", "pronoun", "modality", "as_of", "credit", "speech", "base", "statistic"}:
                start = max(start, hit.end)
        for other in sentence.figures:
            if other.span.end <= place.start:
                start = max(start, other.span.end)
        text = sentence.lower[start : place.start]
        if not text.strip():
            return None
        return self._latin_scope(text) if text.strip()[-1].isascii() else self._han_scope(text, sentence, start)

    def _han_scope(self, text: str, sentence: Sentence, start: int) -> str | None:
        owner = _OWNER.search(text)
        if owner is not None:
            words = cut(owner[1])
            if words[0][1] not in _FUNCTION_TAGS and owner[1] not in self._stop and not self._refers(sentence, owner[1]):
                return owner[1]
        run = re.search(r"[\u3400-\u9fffA-Za-z]{1,14}(?=的?$)", text)
        if run is None:
            return None
        kept = ""
        for word, tag in reversed(cut(run.group())):
            if tag not in _SCOPE_TAGS or word in self._stop or word in self._copulas or word in self._verbs:
                break
            kept = word + kept
        return kept if len(kept) > 1 and not self._refers(sentence, kept) else None

    @staticmethod
    def _refers(sentence: Sentence, words: str) -> bool:
        """Say whether words only refer to a thing or the whole of it (大桥, 中心, 总)."""
        return any(sentence.lower[h.start : h.end] == words for h in sentence.hits if h.kind in {"noun", "scope"})

    def _latin_scope(self, text: str) -> str | None:
        words: list[str] = []
        for word in reversed(text.strip().split(" ")):
            if not word.isalpha() or word in self._stop or word in self._copulas or word.endswith(("ed", "ing", "s")):
                break
            words.insert(0, word)
        return " ".join(words[-2:]) or None

    def _latin_after(self, sentence: Sentence, figure: Figure, place: Span | None) -> str | None:
        """Return the thing a measure describes: a 6.7-kilometre undersea tunnel."""
        if "-" not in figure.reading.quantity.stated if figure.reading else True:
            return None
        match = _AFTER_NOUN.match(sentence.lower, figure.span.end)
        if match is None:
            return None
        words = [w for w in match.group(1).split(" ") if w not in self._stop]
        return " ".join(words) or None


def _without_dates(sentence: Sentence, start: int, end: int) -> str:
    """Return the text of a stretch without the dates in it."""
    kept, place = [], start
    for figure in sentence.figures:
        if figure.period is not None and start <= figure.span.start and figure.span.end <= end:
            kept.append(sentence.lower[place : figure.span.start])
            place = figure.span.end
    return "".join([*kept, sentence.lower[place:end]]).strip(" ,，、在于")
