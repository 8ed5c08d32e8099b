"""What a page for people shows of a report, before any markup.

Comes in: ``schema.Report``.  Goes out: the records of ``page``, conflicts first.  Wording is left to
``wording``, markup to the formats.
"""

from __future__ import annotations

import weakref
from collections import defaultdict
from fractions import Fraction

from verify.model import exact
from verify.model.wording import witnesses
from verify.report import schema
from verify.report.drafts import draft_views
from verify.report.drafts import summary as drafts_summary
from verify.report.number_line import number_line
from verify.report.numbers import spelled
from verify.report.page import (
    ClusterView,
    ComparisonView,
    GroupView,
    LargestView,
    MemberView,
    PageView,
    PairView,
    RankView,
    SectionView,
    SourceView,
)
from verify.report.wording import (
    PARTS,
    VERDICTS,
    counted,
    full_words,
    gap_words,
    hedge_words,
    listed,
    period_words,
    rank_words,
    value_words,
)

_LARGEST = 3
"""So many conflicts stand on the first screen."""
_HUNDREDTHS_BELOW = 1000
"""A ratio below ten is told with two decimals, a larger one without."""
_NEAR = 36
"""So many characters of a sentence are shown at either side of a figure where space is short."""


class Views:
    """Groups and claims as a page shows them, with the look-ups that this needs."""

    def __init__(self, report: schema.Report) -> None:
        self.report = report
        self.claims = {claim.id: claim for claim in report.claims}
        self.entities = {entity.id: entity.name for entity in report.entities}
        self.attributes = {attribute.id: attribute.name for attribute in report.attributes}
        self.sources = {
            source.id: SourceView(
                number=number,
                path=source.path,
                title=source.title or source.path,
                publisher=source.publisher or source.author or source.path,
                published=source.published or "undated",
                language=source.language,
                own=source.own,
                draft=source.draft,
            )
            for number, source in enumerate(report.sources, start=1)
        }
        self.findings: dict[str | None, list[schema.Finding]] = defaultdict(list)
        for finding in report.findings:
            self.findings[finding.group_id].append(finding)

    def member(self, claim_id: str, group: schema.Group | None = None) -> MemberView:
        """Return a claim, as a member of its group where it is in one."""
        claim = self.claims[claim_id]
        source = self.sources[claim.source_id]
        begin, end = (claim.sentence_span.start, claim.sentence_span.end) if claim.sentence_span else (0, 0)
        return MemberView(
            claim_id=claim.id,
            before=claim.sentence[:begin],
            figure=claim.sentence[begin:end],
            after=claim.sentence[end:],
            sentence=" ".join(claim.sentence.split()),
            near=_near(claim.sentence, begin, end),
            stated=claim.value.stated,
            normalised=full_words(claim.value),
            beside=_beside(claim, group),
            heads=claim.heads,
            hedge=hedge_words(claim.value),
            qualifiers=qualifier_words(claim.qualifiers),
            unstated=tuple(name.replace("_", "-") for name, value in claim.qualifiers if value is None),
            place=f"{source.path}:{claim.span.line}:{claim.span.column}",
            section=claim.section,
            speaker=claim.speaker,
            confidence=claim.confidence,
            source=source,
            origin=self._origin(claim.source_id, group) if group else "",
            rule=claim.rule,
            derivation=tuple(spelled(line) for line in claim.derivation),
            trace=claim.trace,
        )

    def group(self, group: schema.Group) -> GroupView:
        """Return a group with its members, comparisons and findings."""
        return GroupView(
            id=group.id,
            verdict=group.verdict,
            entity=self.entities.get(group.key.entity_id, group.key.entity_id),
            attribute=self.attributes.get(group.key.attribute_id, group.key.attribute_id),
            parts=key_words(group.key),
            headline=headline(group),
            reasons=tuple(dict.fromkeys(item.why for item in group.lineages)),
            explanation=spelled(group.explanation),
            worst=self._worst(group),
            clusters=tuple(self._cluster(cluster, group) for cluster in group.clusters),
            unresolved=tuple(self.member(claim, group) for claim in group.unresolved_claim_ids),
            # Two pairs with the same words are one to a reader.
            comparisons=tuple(dict.fromkeys(self._comparison(item) for item in group.comparisons)),
            passages=group.passages,
            not_compared=tuple(self._pair(item) for item in group.not_compared),
            findings=tuple(self.findings[group.id]),
            line=number_line(group, self.claims),
        )

    def largest(self, group: schema.Group) -> LargestView:
        """Return a conflict as the first screen tells it."""
        apart = max(
            (item for item in group.comparisons if item.relation == group.relation),
            key=lambda item: Fraction(item.gap or 0),
        )
        members = [self.member(apart.a, group), self.member(apart.b, group)]
        first, second = (self.claims[ident].value for ident in (apart.a, apart.b))
        return LargestView(
            group=self.group(group),
            values=tuple((member.stated, member.beside) for member in members),
            ratio=_ratio(first, second),
            reason=listed(tuple(f"{flag}?" for flag in apart.flags)) if apart.flags else "",
        )

    def _origin(self, source_id: str, group: schema.Group) -> str:
        """Return who else is of the same origin: ``one origin with 海港日报``."""
        together = next((ids for ids in group.origins if source_id in ids), ())
        others = [self.sources[other] for other in together if other != source_id]
        names = dict.fromkeys(
            other.path if other.publisher == self.sources[source_id].publisher else other.publisher
            for other in others
        )
        return f"one origin with {listed(tuple(names))}" if names else ""

    def _cluster(self, cluster: schema.Cluster, group: schema.Group) -> ClusterView:
        head = self.claims[cluster.claim_ids[0]]
        value = cluster.shown or value_words(head.value)
        other = group.shown.get(head.id, "")
        return ClusterView(
            value=value,
            other="" if other == value else other,
            origins=counted(cluster.independent_origins, "origin"),
            members=tuple(self.member(claim, group) for claim in cluster.claim_ids),
        )

    def _worst(self, group: schema.Group) -> ComparisonView | None:
        """Return the comparison that gave the group its relation, of several the one with the widest gap."""
        deciding = [item for item in group.comparisons if item.relation == group.relation]
        if not deciding or group.relation == "identical":
            return None
        return self._comparison(max(deciding, key=lambda item: Fraction(item.gap or 0)))

    def _comparison(self, item: schema.Comparison) -> ComparisonView:
        first, second = self.claims[item.a].value.stated, self.claims[item.b].value.stated
        return ComparisonView(
            pair=f"“{first}” and “{second}”",
            relation=item.relation
            if item.line is None
            else f"{item.relation}, line {item.line} of the ladder",
            same_words=item.relation == "identical",
            gap=gap_words(item.gap),
            bound=spelled(item.bound),
            flags=item.flags,
            derivation=tuple(spelled(line) for line in item.derivation),
        )

    def _pair(self, item: schema.NotCompared) -> PairView:
        return PairView(self._named(item.a), self._named(item.b), PARTS.get(item.part, item.part))

    def _named(self, claim_id: str) -> str:
        claim = self.claims[claim_id]
        return f"“{claim.value.stated}” ({self.sources[claim.source_id].publisher})"


def _ratio(
    first: schema.QuantityValue | schema.DateValue | schema.RankValue,
    second: schema.QuantityValue | schema.DateValue | schema.RankValue,
) -> str:
    """Return how many times the smaller of two quantities the larger is; empty where that says nothing."""
    if not (isinstance(first, schema.QuantityValue) and isinstance(second, schema.QuantityValue)):
        return ""
    small, large = sorted((Fraction(first.base_number), Fraction(second.base_number)))
    if small <= 0 or small == large:
        return ""
    hundredths = round(large / small * 100)
    told = (
        exact.plain(Fraction(hundredths, 100))
        if hundredths < _HUNDREDTHS_BELOW
        else f"{round(large / small):,}"
    )
    return f"{told} times"


def _beside(claim: schema.Claim, group: schema.Group | None) -> str:
    """Return what a value is, where its words do not say it to whoever compares it with the others."""
    if isinstance(claim.value, schema.QuantityValue):
        return group.shown.get(claim.id, "") if group else ""
    if isinstance(claim.value, schema.DateValue) and claim.value.earliest is None:
        return ""
    words = value_words(claim.value)
    return "" if words == claim.value.stated else words


def _near(sentence: str, begin: int, end: int) -> tuple[str, str]:
    """Return the words closest to the figure, on one line; an ellipsis stands for the rest."""
    before, after = sentence[:begin], sentence[end:]
    left = before if len(before) <= _NEAR else f"…{before[-_NEAR:]}"
    right = after if len(after) <= _NEAR else f"{after[:_NEAR]}…"
    return left, right


def key_words(key: schema.Key) -> tuple[str, ...]:
    """Return what the key says beside entity and attribute."""
    base = f"against {key.base}" if key.base else None
    time = period_words(key.time) if key.time else None
    return tuple(part for part in (key.scope, key.statistic, time, base) if part)


def qualifier_words(qualifiers: schema.Qualifiers) -> tuple[str, ...]:
    """Return the qualifiers that are stated, in words."""
    time = f"at {period_words(qualifiers.time)}" if qualifiers.time else None
    as_of = f"as of {period_words(qualifiers.as_of)}" if qualifiers.as_of else None
    base = f"against {qualifiers.base}" if qualifiers.base else None
    parts = (qualifiers.modality, qualifiers.scope, qualifiers.statistic, time, as_of, base)
    return tuple(part for part in parts if part)


def headline(group: schema.Group) -> str:
    """Return how many documents and origins a group has, and whether they share a release."""
    return witnesses([len(ids) for ids in group.origins], shared=bool(group.passages))


_latest: tuple[weakref.ref[schema.Report], PageView] | None = None
"""The page that was asked for last: a run writes several formats of one report."""


def page(report: schema.Report) -> PageView:
    """Return all that a page shows; asked again of the same report, the same page."""
    global _latest  # noqa: PLW0603 - one page, not one a report
    if _latest is None or _latest[0]() is not report:
        _latest = weakref.ref(report), _page(report)
    return _latest[1]


def _page(report: schema.Report) -> PageView:
    views = Views(report)
    drafts = draft_views(report)
    beside = {item.group_id for item in report.drafts}
    groups = [
        (group.verdict, views.group(group)) for group in report.groups if not drafts or group.id in beside
    ]
    grouped = {claim for group in report.groups for cluster in group.clusters for claim in cluster.claim_ids}
    sections = tuple(
        SectionView(
            verdict=verdict,
            title=words.title,
            meaning=words.meaning,
            groups=tuple(sorted((view for found, view in groups if found == verdict), key=_reading_order)),
        )
        for verdict, words in VERDICTS.items()
    )
    return PageView(
        summary=first_line(report),
        drafts=drafts,
        left_out=left_out_views(views),
        counts=tuple(
            (
                section.verdict,
                counted(len(section.groups), *VERDICTS[section.verdict].noun),
                len(section.groups),
            )
            for section in sections
        ),
        largest=tuple(
            views.largest(group)
            for group in sorted(
                (one for one in report.groups if one.verdict == "conflict" and not drafts), key=_widest
            )[:_LARGEST]
        ),
        unread=_unread(report),
        fates=_fates(_total(report.census)),
        sections=tuple(section for section in sections if section.groups),
        findings=tuple(views.findings[None]),
        ranks=tuple(
            RankView(
                entity=views.entities.get(claim.entity_id, claim.entity_id),
                rank=rank_words(claim.value),
                member=views.member(claim.id),
            )
            for claim in report.claims
            if isinstance(claim.value, schema.RankValue) and claim.id not in grouped and not drafts
        ),
        passages=report.passages,
        sources=tuple(views.sources.values()),
        census=tuple((views.sources[item.source_id], item) for item in report.census),
        census_total=_total(report.census),
        issues=report.issues,
    )


def _widest(group: schema.Group) -> tuple[Fraction, str]:
    gaps = (Fraction(item.gap) for item in group.comparisons if item.gap is not None)
    return -max(gaps, default=Fraction(0)), group.id


def _unread(report: schema.Report) -> str:
    """Return what was not read, in words."""
    parts = []
    lost = sum(issue.incomplete for issue in report.issues)
    if lost:
        parts.append(f"{counted(lost, 'document')} could not be read whole")
    if report.summary.skipped:
        parts.append(f"{counted(report.summary.skipped, 'file')} in no known format")
    return listed(tuple(parts)) if parts else ""


def _fates(total: schema.Census) -> tuple[tuple[str, int], ...]:
    """Return where all figures went, the fates with none left out."""
    found = (
        ("claims", total.claim),
        ("qualifiers", total.qualifier),
        ("glosses", total.gloss),
        ("unresolved", total.unresolved),
        ("ignored by rule", sum(total.ignored.values())),
        ("unclaimed", total.unclaimed),
    )
    return tuple((words, count) for words, count in found if count)


def _reading_order(group: GroupView) -> tuple[str, str, tuple[str, ...], str]:
    return group.entity, group.attribute, group.parts, group.id


def left_out_views(views: Views) -> tuple[GroupView, ...]:
    """Return what the sources state and no draft does, where that was asked for."""
    wanted = set(views.report.left_out)
    found = (views.group(group) for group in views.report.groups if group.id in wanted)
    return tuple(sorted(found, key=_reading_order))


def fact_words(group: GroupView) -> str:
    """Return a fact of the sources on one line: what, how much, and who says so."""
    about = " · ".join((group.entity, group.attribute, *group.parts))
    said = dict.fromkeys(f"{member.stated} ({member.place})" for member in group.members)
    return f"{about}: {listed(tuple(said))}" if said else about


def first_line(report: schema.Report) -> str:
    """Return the first line of a report, on sources or on drafts."""
    drafted = any(source.draft for source in report.sources)
    return drafts_summary(report) if drafted else summary_words(report.summary)


def summary_words(summary: schema.Summary) -> str:
    """Return what was read of sources and how it came out."""
    parts = (
        counted(summary.agreements, *VERDICTS["agreement"].noun),
        counted(summary.conflicts, *VERDICTS["conflict"].noun),
        counted(summary.possible_conflicts, *VERDICTS["possible-conflict"].noun),
        counted(summary.single_source, *VERDICTS["single-source"].noun),
    )
    read = f"{counted(summary.sources, 'source')}, {counted(summary.claims, 'claim')}"
    return f"{read}: {listed(parts)}."


def _total(census: tuple[schema.Census, ...]) -> schema.Census:
    ignored: dict[str, int] = defaultdict(int)
    for item in census:
        for rule, count in item.ignored.items():
            ignored[rule] += count
    return schema.Census(
        source_id="",
        figures=sum(item.figures for item in census),
        claim=sum(item.claim for item in census),
        qualifier=sum(item.qualifier for item in census),
        gloss=sum(item.gloss for item in census),
        unresolved=sum(item.unresolved for item in census),
        ignored=dict(sorted(ignored.items())),
        unclaimed=sum(item.unclaimed for item in census),
    )
