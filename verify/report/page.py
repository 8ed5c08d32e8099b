"""The records of a page for people: ready words, in the order of reading.

Filled by ``view`` and ``whole``, shown by the HTML and the Markdown format and by ``explain``; markup is
left to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verify.report import schema
from verify.report.drafts import DraftView
from verify.report.language import Language
from verify.report.number_line import NumberLine


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source in the table of sources and beside a quotation."""

    number: int
    """From 1, in the order of the report."""
    path: str
    title: str
    publisher: str
    """Publisher, else author, else the path."""
    published: str
    """ISO day, or "undated"."""
    language: str
    own: bool
    draft: bool


@dataclass(frozen=True, slots=True)
class MemberView:
    """One claim: the figure inside its sentence, what it means, and who said it."""

    claim_id: str
    before: str
    figure: str
    after: str
    sentence: str
    """All three on one line."""
    near: tuple[str, str]
    """What stands closest to the figure in its sentence, before and after."""
    stated: str
    normalised: str
    """In the stated unit and, where that is another, the base unit; days for a date."""
    beside: str
    """The value in the unit of the coarsest member; empty where its words say the same."""
    heads: tuple[str, ...]
    """In a table, what stands at the head of the column and of the row."""
    hedge: str
    bare: bool
    """As written, without a hedge."""
    qualifiers: tuple[str, ...]
    unstated: tuple[str, ...]
    """Parts of the key that the claim leaves open."""
    place: str
    """``path:line:column``."""
    section: str
    speaker: str
    confidence: str
    source: SourceView
    origin: str
    """``one origin with 海港日报``; empty where it has one of its own."""
    rule: str
    derivation: tuple[str, ...]
    trace: tuple[schema.Step, ...]


@dataclass(frozen=True, slots=True)
class ClusterView:
    """Claims that agree."""

    value: str
    """Of the most precise member, as it writes it."""
    other: str
    """The same in the unit of the coarsest member; empty where that is the one."""
    origins: str
    members: tuple[MemberView, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Two members against each other."""

    pair: str
    """``“3.2亿” and “320 million”``."""
    relation: str
    """Of the ladder, with its line."""
    same_words: bool
    gap: str
    bound: str
    flags: tuple[str, ...]
    derivation: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """Gap, bound and flags, as far as there are any."""
        return tuple(part for part in (self.gap, self.bound, *self.flags) if part)


@dataclass(frozen=True, slots=True)
class NoteView:
    """A finding."""

    id: str
    code: str
    severity: str
    standing: str
    """Why it is not to be acted on, behind a comma; empty where it is."""
    message: str
    expected: str
    found: str
    gap: str
    derivation: tuple[str, ...]
    claim_ids: tuple[str, ...]

    @property
    def sided(self) -> bool:
        """Whether its two sides are to be told beside a message, which does not tell them."""
        sides = [part for part in (self.expected, self.found, self.gap) if part]
        return not self.derivation and any(part not in self.message for part in sides)


@dataclass(frozen=True, slots=True)
class PairView:
    """Two claims that were kept apart."""

    a: str
    b: str
    part: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """One fact, told by its sources."""

    id: str
    verdict: str
    entity_id: str
    entity: str
    attribute_id: str
    attribute: str
    parts: tuple[str, ...]
    """Scope, statistic, time, base, where they are stated."""
    headline: str
    """``3 documents, 2 origins, which share a release``."""
    alone: bool
    """One document says it, and no other."""
    reasons: tuple[str, ...]
    """Why several documents are one origin."""
    explanation: str
    worst: ComparisonView | None
    """The comparison that decided; None where all members say the same words."""
    clusters: tuple[ClusterView, ...]
    unresolved: tuple[MemberView, ...]
    comparisons: tuple[ComparisonView, ...]
    passages: tuple[schema.Passage, ...]
    not_compared: tuple[PairView, ...]
    findings: tuple[NoteView, ...]
    line: NumberLine | None
    """The values drawn; None where there is nothing to compare."""
    decisions: tuple[str, ...]
    """What editors decided about it, in words, where that stands."""

    @property
    def members(self) -> tuple[MemberView, ...]:
        """All claims of the group, in the order of reading."""
        return (*(member for cluster in self.clusters for member in cluster.members), *self.unresolved)

    @property
    def stated(self) -> str:
        """The values as written, each once."""
        return " / ".join(dict.fromkeys(member.stated for member in self.members))

    @property
    def sources(self) -> tuple[int, ...]:
        """The numbers of the sources that tell of it, sorted."""
        return tuple(sorted({member.source.number for member in self.members}))


@dataclass(frozen=True, slots=True)
class SectionView:
    """The groups of one verdict."""

    verdict: str
    title: str
    meaning: str
    groups: tuple[GroupView, ...]


@dataclass(frozen=True, slots=True)
class RankView:
    """A rank claim that is in no group."""

    entity: str
    rank: str
    member: MemberView


@dataclass(frozen=True, slots=True)
class LargestView:
    """A conflict on the first screen."""

    group: GroupView
    values: tuple[tuple[str, str], ...]
    """The two farthest apart: as written, and normalised where that says more."""
    ratio: str
    """``1.2 times``; empty for what is no quantity."""
    reason: str
    """What makes it likely: ``magnitude slip?``; empty where nothing does."""


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision of an editor that no longer holds."""

    subject: str
    group_id: str
    """Empty where it is about no fact of the page."""
    told: str
    state: str
    why: str


@dataclass(frozen=True, slots=True)
class IssueView:
    """Trouble with reading."""

    code: str
    place: str
    """``path:line:column``, or the path alone."""
    message: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The whole page."""

    say: Language
    title: str
    summary: str
    drafts: tuple[DraftView, ...]
    """What was held against the sources; with any, the sections hold the facts beside its figures alone."""
    left_out: tuple[GroupView, ...]
    """On request, what the sources state and no draft does."""
    counts: tuple[tuple[str, str, int], ...]
    """Verdict, its words, how many groups."""
    largest: tuple[LargestView, ...]
    """Conflicts, the widest first."""
    unsettled: tuple[DecisionView, ...]
    """Decisions of editors that no longer hold."""
    unread: str
    """What was not read, in words; empty where everything was."""
    fates: tuple[tuple[str, str, int], ...]
    """Where all figures went: the fate, its words, how many."""
    sections: tuple[SectionView, ...]
    findings: tuple[NoteView, ...]
    """Those that belong to no group."""
    ranks: tuple[RankView, ...]
    passages: tuple[schema.Passage, ...]
    sources: tuple[SourceView, ...]
    census: tuple[tuple[SourceView, schema.Census], ...]
    census_total: schema.Census
    issues: tuple[IssueView, ...]

    @property
    def groups(self) -> Iterator[GroupView]:
        """All facts, in the order of the page."""
        return (group for section in self.sections for group in section.groups)
