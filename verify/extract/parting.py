"""Which part of its thing a figure is about, when attribute and thing are known.

Comes in: a figure with its attribute, its subject and the figure before.  Goes out: the part, and whether its
words may be none.  Words that name parts are found by ``scopes``, those of a table by ``cells``.
"""

from __future__ import annotations

from verify.catalog.catalog import Catalog
from verify.extract.attributes.carrying import QUESTION, of_all
from verify.extract.figures.figure import Figure
from verify.extract.parts.scopes import OLD, ScopeChooser
from verify.extract.parts.worded_parts import SHARE
from verify.extract.sentences.chosen import GROWTH, Chosen
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.state import Made, Reading
from verify.extract.sentences.vocabulary import Vocabulary
from verify.extract.subjects.subject import Subject
from verify.extract.tables.cells import CellReader
from verify.extract.times.qualifiers import part_asked
from verify.model.claim import BEFORE, SOME_PART
from verify.model.document import Section
from verify.model.entity import Candidate
from verify.model.period import Period
from verify.model.quantity import Form
from verify.model.span import Span
from verify.text.fold import folded
from verify.text.script import is_western

OPENS = 2
"""A word of a part (其中, of them) stands so near the place where its clause begins or its figure ends."""
_OF_THEM = len(" of them")
_AND = " and "
_VERB_ENDS = "s"


class Parting:
    """Tells the parts of figures with the words of a catalogue."""

    def __init__(
        self,
        catalog: Catalog,
        vocabulary: Vocabulary,
        cells: CellReader,
        scopes: ScopeChooser,
    ) -> None:
        self._vocabulary, self._scopes = vocabulary, scopes
        self._cells = cells
        self.places = scopes.places
        self._spread = frozenset(kind.id for kind in catalog.kinds if kind.body or kind.made)
        self._kinds = {folded(noun).lower(): kind.id for kind in catalog.kinds for noun in kind.nouns}

    def scope(
        self,
        reading: Reading,
        figure: Figure,
        chosen: Chosen,
        subject: Subject,
        previous: Made | None,
        time: Period | None,
    ) -> tuple[str | None, bool]:
        """Return the part that a figure is about, and whether its words may be no part.

        ``time`` is what the figure holds for.  What was at a time that is told is no part.  Growth is of what
        grew, 其中 alone is of some part.
        """
        was = reading.sentence.was(figure)
        if was is not None and was.date is None:
            known = None if subject.loose or self._scopes.is_doubtful(subject.scope or "") else subject.scope
            return ", ".join(filter(None, (known, BEFORE))), False
        in_table = reading.view.section is Section.TABLE
        scope, loose = (
            self._cells.scope(reading, figure, chosen, subject.candidate)
            if in_table
            else (subject.scope, subject.loose)
        )
        scope = self.places.named(scope)
        if (
            (scope is None or self._scopes.is_done(scope))
            and not in_table
            and self._spreads(reading, subject)
        ):
            region = self.places.of(reading.sentence, figure)
            loose = loose or scope is None
            scope = ", ".join(filter(None, (scope, region))) or None
        if scope is not None and subject.candidate is not None and not scope.startswith(OLD):
            thing = reading.state.names.candidates[subject.candidate]
            told = next((step.rule for step in subject.steps if step.part == "scope"), "")
            itself = thing.kind and self._kinds.get(told or scope) == thing.kind and not _sort(scope, thing)
            words = (told,) if told else self._scopes.held.called(scope)
            # 新院区 is the 东湖院区, but the hull is no Gull
            ends = tuple(word[1:] for word in words if len(word) > OPENS and not word.isascii())
            itself = itself or self._begins_kind(reading, told, thing)
            alike = bool(ends) and any(folded(name).endswith(ends) for name in thing.names)
            if itself or alike or any(scope in folded(name).lower() for name in thing.names):
                scope = None
        if in_table and (scope is None or (loose and reading.state.held is not None)):
            return reading.state.held, False  # the part that the heading above the table names
        behind_it = Span(figure.span.end, min(figure.span.end + _OF_THEM, len(reading.sentence.lower)))
        of_them = reading.sentence.hits_in(behind_it, "part")
        if (
            loose
            and previous is not None
            and any(is_western(reading.sentence.lower[hit.start]) for hit in of_them)
        ):
            scope, loose = None, False  # a visit was paid to 24 of them
        if in_table or scope is not None or previous is None:
            asked = reading.state.asked if scope is None and previous is None and not in_table else None
            if asked is None:
                return scope, loose
            part = part_asked(asked, subject.candidate, measured=chosen.origin == QUESTION)
            return part, part is not None and self._scopes.is_doubtful(part)
        if (
            chosen.id in {f"{GROWTH}{previous.chosen.id}", SHARE}
            and previous.quantity.form is not Form.CHANGE
        ):
            return previous.claim.qualifiers.scope, previous.claim.qualifiers.loose
        left = reading.sentence.left_of(figure)
        if _goes_on(reading.sentence, chosen, left):
            return previous.claim.qualifiers.scope, previous.claim.qualifiers.loose
        behind = Span(figure.span.end, reading.sentence.right_of(figure).end)
        parts = [hit for hit in reading.sentence.hits_in(left, "part") if hit.start - left.start <= OPENS]
        parts += [
            hit for hit in reading.sentence.hits_in(behind, "part") if hit.start <= behind.start + OPENS
        ]
        named = any(
            left.start <= start and end <= figure.span.start for start, end, _ in reading.sentence.names
        )
        of_it = chosen.id == previous.chosen.id and not named  # 其中滨源县8人 is of the county
        if not of_it or not (parts or of_all(reading.sentence, figure)):
            return None, False
        part = self._scopes.worded.behind(reading.sentence, figure)
        some = None if _is_of_time(chosen, time, previous.claim.qualifiers.time) else SOME_PART
        return part or some, part is not None

    def _spreads(self, reading: Reading, subject: Subject) -> bool:
        """Say whether a thing may have figures in several regions: a company, a product, but no bridge."""
        if subject.candidate is None:
            return True
        kind = reading.state.names.candidates[subject.candidate].kind
        return not kind or kind in self._spread

    @staticmethod
    def _begins_kind(reading: Reading, told: str, thing: Candidate) -> bool:
        """Say whether the word of a part only begins what the thing itself is: 水电 of 水电站."""
        text = reading.sentence.lower
        nouns = (h for h in reading.sentence.by_kind.get("noun", ()) if h.value == thing.kind)
        return bool(told) and any(
            text.startswith(told, h.start) and h.end - h.start > len(told) for h in nouns
        )

    def with_part(self, part: str, scope: str | None) -> str | None:
        """Return a scope with the part that the name of the thing tells: 全程马拉松 is of its 全程."""
        if not part:
            return scope
        hits = [hit for hit in self._vocabulary.find(part) if hit.kind == "scope"]
        told = hits[-1].value if hits else part
        pieces = scope.split(" · ") if scope is not None else []
        if any(told == one or self._scopes.names(part, one) for one in pieces):
            return scope  # 全程 of a name is the 全程马拉松 beside it
        return told if scope is None or scope in told or scope.startswith(part) else f"{told} · {scope}"


def _goes_on(sentence: Sentence, chosen: Chosen, left: Span) -> bool:
    """Say whether a verb has the subject of that before: its roof weighs 90 tonnes and spans …."""
    verb = chosen.place
    if verb is None or chosen.entry is None or verb.start < left.start:
        return False
    return sentence.lower[left.start : verb.start] == _AND and sentence.lower[verb.end - 1] == _VERB_ENDS


def _timeless(chosen: Chosen) -> bool:
    """Say whether a date is no part of what is measured, such as a limit."""
    return chosen.entry is not None and "time" in chosen.entry.ignores


def _sort(part: str, thing: Candidate) -> bool:
    """Say whether a part is of a sort that the name of a thing is not: half marathon, of a marathon."""
    noun = f" {part.rpartition(' ')[2]}"
    names = [folded(name).lower() for name in thing.names]
    return (
        " " in part
        and not any(name.endswith(part) for name in names)
        and any(name.endswith(noun) for name in names)
    )


def _is_of_time(chosen: Chosen, time: Period | None, whole: Period | None) -> bool:
    """Say whether some of a sum is all of a shorter time: 全年赔付63亿元，其中上半年29亿元."""
    if whole is None or time is None or chosen.entry is None or chosen.entry.varies:
        return False
    return whole.covers(time) and not whole.same_days(time)
