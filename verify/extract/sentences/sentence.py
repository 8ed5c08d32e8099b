"""A sentence with everything that was found in it: the view that claims are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from verify.extract.figures.figure import Figure, Kind, Turn
from verify.extract.sentences.vocabulary import Hit
from verify.model.document import Section
from verify.model.span import Span

Mention = tuple[int, int, int]
"""Begin, end and candidate of a name."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block; all places are in the folded text of the block."""

    text: str
    """Folded text of the whole block."""
    lower: str
    span: Span
    clauses: tuple[Span, ...]
    figures: tuple[Figure, ...]
    hits: tuple[Hit, ...]
    names: tuple[Mention, ...]
    section: Section
    paired: Mapping[Span, Span] = field(default_factory=dict)
    """Of each figure of a list (分别为), the words that it is of."""
    parts: Mapping[Span, str] = field(default_factory=dict)
    """Of each figure of a list whose parts one word names (三次产业), the part that it is of."""
    turns: tuple[Turn, ...] = ()
    """What something in it was, and what it has become."""
    reached: int = 0
    """Where it ends among all texts of the document that tell names."""
    begun: int | None = None
    """The candidate that the sentence before begins with, to which a pronoun refers."""
    by_kind: dict[str, list[Hit]] = field(init=False, repr=False, compare=False)
    """The hits of each kind, in order."""

    def __post_init__(self) -> None:
        """Sort the hits by kind: a sentence is asked for those of one kind dozens of times."""
        found: dict[str, list[Hit]] = {}
        for hit in self.hits:
            found.setdefault(hit.kind, []).append(hit)
        object.__setattr__(self, "by_kind", found)

    def was(self, figure: Figure) -> Turn | None:
        """Return what tells that a figure is what something was, no longer is."""
        return next((turn for turn in self.turns if turn.then.span == figure.span), None)

    def turned(self, figure: Figure) -> Turn | None:
        """Return the turn of which a figure is told behind the other: 98 of from 91 to 98."""
        return next((turn for turn in self.turns if turn.second.span == figure.span), None)

    def clause_of(self, place: int) -> Span:
        """Return the clause that holds a place."""
        for clause in self.clauses:
            if clause.start <= place < clause.end:
                return clause
        return self.span

    def left_of(self, figure: Figure) -> Span:
        """Return what stands before a figure in its clause, after the figure before it.

        Of a figure that words are paired with, these.
        """
        if figure.span in self.paired:
            return self.paired[figure.span]
        clause = self.clause_of(figure.span.start)
        start = clause.start
        for other in self.figures:
            if (
                other.span.end <= figure.span.start
                and other.span.end > start
                and other.kind is not Kind.IGNORED
            ):
                start = other.span.end
        return Span(min(start, figure.span.start), figure.span.start)

    def right_of(self, figure: Figure) -> Span:
        """Return what stands after a figure in its clause, before the next figure."""
        clause = self.clause_of(figure.span.end - 1)
        end = max(clause.end, figure.span.end)
        for other in self.figures:
            if figure.span.end <= other.span.start < end and other.kind is not Kind.IGNORED:
                end = other.span.start
        return Span(figure.span.end, end)

    def hits_in(self, span: Span, *kinds: str) -> list[Hit]:
        """Return the hits of the kinds that lie wholly inside a span."""
        start, end = span
        if len(kinds) == 1:
            found = self.by_kind.get(kinds[0])
            return [hit for hit in found if start <= hit[0] and hit[1] <= end] if found else []
        return [hit for hit in self.hits if hit.kind in kinds and start <= hit.start and hit.end <= end]
