"""Decide which thing a figure is about.

Comes in: a sentence with its names, a figure with its attribute, and the thing spoken of before.
Goes out: ``Subject``: the candidate and how it was found: named in the clause, after the figure
(X的…中心), in the sentence, by reference (该中心, 大桥, it), or carried on by ellipsis; and the part of
it, which ``scopes`` decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from verify.catalog.catalog import Catalog
from verify.extract.attributes import Chosen
from verify.extract.figures import Figure, Kind
from verify.extract.names import Names
from verify.extract.nouns import cut
from verify.extract.scopes import ScopeChooser
from verify.extract.sentence import Sentence
from verify.extract.vocabulary import Hit
from verify.model.claim import Confidence, Step
from verify.model.span import Span

_MODIFIED = re.compile(r"[^，。,;；]{0,10}?的[^，。,;；0-9]{0,10}?$")
_LISTED = frozenset(["、", "等"])
"""After a name that is one of a list, and so no subject."""
_WORD = 4
_POINTED = 2
"""A noun stands so near behind the word that points to it (这座 大桥)."""
_MODIFIER_REACH = 10


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a figure is about."""

    candidate: int | None
    scope: str | None
    confidence: Confidence
    steps: tuple[Step, ...]


class SubjectChooser:
    """Chooses subjects with the words of a catalogue."""

    def __init__(self, catalog: Catalog, holding: Iterable[str]) -> None:
        self._not_subject = tuple(w for lang in catalog.languages for w in lang.not_subject)
        self.scopes = ScopeChooser(catalog, holding)

    def choose(
        self,
        sentence: Sentence,
        figure: Figure,
        chosen: Chosen,
        names: Names,
        carried: int | None,
        held: str | None,
    ) -> Subject:
        """Return the subject of a figure; ``carried`` and ``held`` are thing and part spoken of before."""
        steps: list[Step] = []
        candidate, confidence = self._candidate(sentence, figure, chosen, names, carried, steps)
        scope = self.scopes.choose(sentence, figure, chosen, held, steps)
        return Subject(candidate, scope, confidence, tuple(steps))

    # --- the thing

    def _candidate(
        self,
        sentence: Sentence,
        figure: Figure,
        chosen: Chosen,
        names: Names,
        carried: int | None,
        steps: list[Step],
    ) -> tuple[int | None, Confidence]:
        clause = sentence.clause_of(figure.span.start)
        anchor = figure.span.start
        eligible = [m for m in sentence.names if self._is_subject(sentence, m)]
        left = [m for m in eligible if clause.start <= m[0] and m[1] <= anchor]
        if left:
            steps.append(Step("entity", sentence.text[left[-1][0] : left[-1][1]], "clause"))
            return left[-1][2], Confidence.HIGH
        described = self._described(sentence, clause, eligible)
        if described is not None:
            steps.append(Step("entity", sentence.text[described[0] : described[1]], "sentence"))
            return described[2], Confidence.HIGH
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
                first = _whole(named)
                steps.append(Step("entity", sentence.text[first[0] : first[1]], "sentence"))
                return first[2], Confidence.HIGH
        if sentence.lower[clause.start : clause.end].isascii():
            after = [m for m in eligible if m[0] >= figure.span.end]
            if after:
                steps.append(Step("entity", sentence.text[after[0][0] : after[0][1]], "sentence"))
                return after[0][2], Confidence.MEDIUM
        known_before = carried if carried is not None else names.topic
        if known_before is None:
            return None, Confidence.LOW
        origin = "paragraph" if known_before != names.topic else "document"
        thing = names.candidates[known_before]
        steps.append(Step("entity", next(iter((*thing.names, *thing.described)), ""), origin))
        return known_before, Confidence.HIGH

    def _is_subject(self, sentence: Sentence, mention: tuple[int, int, int]) -> bool:
        """Say whether a name may be the subject: 由X运营 and with X are not."""
        before = sentence.lower[max(sentence.span.start, mention[0] - 6) : mention[0]]
        end = min(mention[1] + _MODIFIER_REACH, sentence.clause_of(mention[0]).end)
        modifies = sentence.lower[mention[1] : mention[1] + 1] == "的" and any(
            mention[1] < other[0] <= end for other in sentence.names
        )
        return (
            not modifies
            and not before.endswith(self._not_subject)
            and sentence.lower[mention[1] : mention[1] + 1] not in _LISTED
        )

    @staticmethod
    def _described(
        sentence: Sentence, clause: Span, eligible: list[tuple[int, int, int]]
    ) -> tuple[int, int, int] | None:
        """Return the name after a clause that describes it (作为首个…中心，X将…)."""
        opens = any(hit.start == clause.start for hit in sentence.hits_in(clause, "apposition"))
        return next((m for m in eligible if opens and m[0] >= clause.end), None)

    @staticmethod
    def _modified(sentence: Sentence, figure: Figure, clause: Span) -> tuple[int, int, int] | None:
        """Return the name that the figure modifies: 占地13万平方米、机柜达5000个的X中心."""
        for mention in sentence.names:
            if mention[0] >= figure.span.end:
                between = sentence.text[figure.span.end : mention[0]]
                near = between.startswith("的") or _MODIFIED.match(between)
                others = any(
                    f.span.start >= figure.span.end and f.span.end <= mention[0]
                    for f in sentence.figures
                    if f.kind is Kind.QUANTITY
                )
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
            demonstrative = any(
                0 <= hit.start - h.end <= _POINTED for h in sentence.hits_in(window, "demonstrative")
            )
            if sentence.lower[hit.end : hit.end + 1] in _LISTED or not (
                demonstrative or not opening or opening in {"the", "its", "this", "our"}
            ):
                continue
            named = [number for start, _, number in sentence.names if start < hit.start]
            alone = demonstrative or not _goes_on(sentence, hit)
            all_things = range(len(names.candidates)) if alone else ()
            for number in [*order, *reversed(named), *all_things]:
                if names.candidates[number].kind == hit.value:
                    return number, sentence.text[hit.start : hit.end]
        if pronouns and order:
            return order[0], sentence.text[pronouns[0].start : pronouns[0].end]
        return None


def _without_dates(sentence: Sentence, start: int, end: int) -> str:
    """Return the text of a stretch without the dates in it."""
    kept, place = [], start
    for figure in sentence.figures:
        if figure.period is not None and start <= figure.span.start and figure.span.end <= end:
            kept.append(sentence.lower[place : figure.span.start])
            place = figure.span.end
    return "".join([*kept, sentence.lower[place:end]]).strip(" ,，、在于")


def _goes_on(sentence: Sentence, noun: Hit) -> bool:
    """Say whether a category noun is only the beginning of another noun: 企业代表, 新区疫情."""
    if any(hit.start == noun.end and hit.kind != "noun" for hit in sentence.hits):
        return False
    following = cut(sentence.lower[noun.end : noun.end + _WORD])
    return bool(following) and following[0][1].startswith("n")


def _whole(mentions: list[tuple[int, int, int]]) -> tuple[int, int, int]:
    """Return the first name, or the last of a row that begins with it: 江苏省南京市 is about the city."""
    first = mentions[0]
    for mention in mentions[1:]:
        if mention[0] != first[1]:
            break
        first = mention
    return first
