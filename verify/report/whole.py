"""The page as a whole: what it shows in which order, made once a report.

Comes in: ``schema.Report``, with the language of its call.  Goes out: ``page.PageView``.  Claims and groups
are left to ``view``, the first screen to ``opening``.
"""

from __future__ import annotations

import weakref
from collections.abc import Container, Iterable

from verify.report import schema
from verify.report.drafts import draft_views
from verify.report.drafts import summary as drafts_summary
from verify.report.language import ENGLISH, Language, told_in
from verify.report.opening import fates, largest, summary_words, total, unread_words
from verify.report.page import DecisionView, GroupView, IssueView, PageView, RankView, SectionView
from verify.report.prose import prose
from verify.report.view import Views, reading_order
from verify.report.wording import VERDICTS, decision_words, rank_words

_latest: tuple[weakref.ref[schema.Report], PageView] | None = None
"""The page that was asked for last: a run writes several formats of one report."""


def page(report: schema.Report) -> PageView:
    """Return all that a page shows; asked again of the same report, the same page."""
    global _latest  # noqa: PLW0603 - one page, not one a report
    if _latest is None or _latest[0]() is not report:
        _latest = weakref.ref(report), _page(report)
    return _latest[1]


def _page(report: schema.Report) -> PageView:
    say = told_in(report.call.lang, report.chinese)
    views = Views(report, say)
    drafts = draft_views(report, say)
    beside = {item.group_id for item in report.drafts}
    shown = {group.id: views.group(group) for group in report.groups if not drafts or group.id in beside}
    sections = _sections(views, shown.values())
    census = total(report.census)
    sources = sum(not source.draft for source in report.sources)
    return PageView(
        say=say,
        title=say("page.title_draft" if drafts else "page.title", n=f"{sources:,}"),
        summary=first_line(report, views),
        drafts=drafts,
        left_out=left_out_views(views),
        counts=tuple(
            (one.verdict, say.counted(len(one.groups), f"verdict.{one.verdict}"), len(one.groups))
            for one in sections
        ),
        largest=() if drafts else largest(views, shown),
        unsettled=tuple(_unsettled(one, shown, say) for one in report.decisions if one.state != "stands"),
        unread=unread_words(report, say),
        fates=fates(census, say),
        sections=tuple(section for section in sections if section.groups),
        findings=tuple(views.note(finding) for finding in views.findings[None]),
        ranks=() if drafts else _ranks(views),
        passages=report.passages,
        sources=tuple(views.sources.values()),
        census=tuple((views.sources[item.source_id], item) for item in report.census),
        census_total=census,
        issues=tuple(_issue(issue, say) for issue in report.issues),
    )


def first_line(report: schema.Report, views: Views | None = None) -> str:
    """Return the first line of a report, on sources or on drafts; in English without views."""
    say = views.say if views else ENGLISH
    drafted = any(source.draft for source in report.sources)
    return drafts_summary(report, say) if drafted else summary_words(report.summary, say)


def left_out_views(views: Views) -> tuple[GroupView, ...]:
    """Return what the sources state and no draft does, where that was asked for."""
    wanted = set(views.report.left_out)
    found = (views.group(group) for group in views.report.groups if group.id in wanted)
    return tuple(sorted(found, key=reading_order))


def _sections(views: Views, groups: Iterable[GroupView]) -> tuple[SectionView, ...]:
    """Return the groups by verdict, those without any too."""
    of_verdict: dict[str, list[GroupView]] = {verdict: [] for verdict in VERDICTS}
    for group in sorted(groups, key=reading_order):
        of_verdict[group.verdict].append(group)
    return tuple(
        SectionView(
            verdict=verdict,
            title=views.say(f"verdict.{verdict}.title"),
            meaning=views.say(f"verdict.{verdict}.meaning"),
            groups=tuple(found),
        )
        for verdict, found in of_verdict.items()
    )


def _unsettled(one: schema.Decision, shown: Container[str], say: Language) -> DecisionView:
    group_id = one.group_id if one.group_id in shown else None
    told, state = decision_words(one, say), say(f"decision.{one.state}")
    return DecisionView(one.subject, group_id or "", told, state, prose(one.why, say))


def _issue(issue: schema.Issue, say: Language) -> IssueView:
    """Return trouble with reading; outside of English what its code says, for the message is English."""
    line = f":{issue.span.line}:{issue.span.column}" if issue.span else ""
    told = issue.message if say is ENGLISH else say.known(f"issue.{issue.code}", issue.message)
    return IssueView(issue.code, f"{issue.source_id}{line}", told)


def _ranks(views: Views) -> tuple[RankView, ...]:
    """Return the claims of rank that are in no group."""
    grouped = {
        claim for group in views.report.groups for cluster in group.clusters for claim in cluster.claim_ids
    }
    return tuple(
        RankView(
            entity=views.entities.get(claim.entity_id, claim.entity_id),
            rank=rank_words(claim.value, views.say),
            member=views.member(claim.id),
        )
        for claim in views.report.claims
        if isinstance(claim.value, schema.RankValue) and claim.id not in grouped
    )
