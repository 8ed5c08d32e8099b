"""What one document has said so far, and the sentence that is being read: plain holders.

Comes in, goes out: nothing is decided here; ``claims`` and ``extractor`` fill and read them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from verify.extract.figures.figure import Figure
from verify.extract.figures.moneys import Meant
from verify.extract.lexicon.block import View
from verify.extract.names.mentions import Names
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.sentence import Sentence
from verify.lang.calendar import Days
from verify.model.claim import Claim, Mention, Role, Value
from verify.model.definition import Definition
from verify.model.document import Document, Issue
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.span import Span


@dataclass(slots=True)
class Running:
    """What a paragraph has said for the figures that follow."""

    period: Period | None = None
    as_of: Period | None = None
    planned: bool = False
    """Only the aim of the period was told, which frames nothing else: 今年的目标是35万吨."""
    days: Period | None = None
    """The last days from one to another, to which 活动期间 and during the fair point."""
    titled: Period | None = None
    """What the document's own title says that it reports on: results for 2023."""


@dataclass(frozen=True, slots=True)
class Made:
    """A claim with what the figures after it need."""

    claim: Claim
    chosen: Chosen
    quantity: Quantity
    measure: str
    """Measure word as written, noun or not: 张 of 1500张."""
    dates: tuple[Figure, ...] = ()
    """Dates that tell when it holds."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a cell of a table measures."""

    row: int
    chosen: Chosen
    base: str
    """Its base unit."""
    times: tuple[Period, ...] = ()
    """When it held, and the cells before it in its row that measure the same."""


@dataclass(slots=True)
class State:
    """What one document has said so far."""

    document: Document
    names: Names
    money: Meant
    claims: list[Claim] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    """Id and name of the attributes that no rule names."""
    told: Days | None = None
    """The last date told, for 那年 and 24日."""
    running: Running = field(default_factory=Running)
    titled: Period | None = None
    """The period on which the document reports, as its title says."""
    carried: int | None = None
    """Number of the thing spoken of last."""
    asked: Sentence | None = None
    """The question right before this sentence, in its block or the one before, which answers it."""
    by_rows: bool = False
    """The rows of this table are headed by what they measure, its columns by things or cases."""
    beside: Measured | None = None
    """What the cell before measures: 同比 behind it is the growth of it."""
    above: dict[str, Measured] = field(default_factory=dict)
    """Of each column's head what the last row measures that is no part (其中：…)."""
    made: Made | None = None
    """The last claim of the sentence before, of which this one may tell parts."""
    held: str | None = None
    """The part that holds for what follows (一期, 新馆)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence at its place in a document."""

    view: View
    sentence: Sentence
    state: State

    def mention(self, figure: Figure, role: Role, claim: str | None = None) -> None:
        """Record what became of a figure."""
        note(self.view, self.state, figure, role, "+".join(figure.rules), claim)

    def define(self, span: Span, left: Quantity, right: Quantity) -> None:
        """Record a gloss: two values stated to be one."""
        place = self.view.place(span)
        line, column = self.state.document.place(place.start)
        source = self.state.document.source.id
        stated = self.view.quote(span)
        self.state.definitions.append(Definition(source, place, line, column, left, right, stated))


def note(view: View, state: State, figure: Figure, role: Role, rule: str, claim: str | None = None) -> None:
    """Record what became of a figure of a block."""
    value: Value | None = figure.reading.quantity if figure.reading else figure.period
    source = state.document.source.id
    place, quote = view.place(figure.span), view.quote(figure.span)
    state.mentions.append(Mention(source, view.section, place, quote, value, role, rule, claim))
