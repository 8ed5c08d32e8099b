"""``report.md``: the page for people, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from verify.model.report import MARKER
from verify.report import schema
from verify.report.drafts import DraftView, PieceView
from verify.report.findings import standing
from verify.report.numbers import spelled
from verify.report.page import ComparisonView, GroupView, MemberView, PageView, SectionView
from verify.report.view import fact_words, page
from verify.report.wording import equals
from verify.text.visible import visible

NAME = "report"
SUFFIX = ".md"
STEM = "report"

_MARKUP = re.compile(r"([\\`*_\[\]<>|#&~])")
_ACTIVE = re.compile(
    r"@(?=[\w/])|\\[#~](?=\w)|\\&(?=[0-9])|[!%](?=[0-9])|\bGH(?=-[0-9])"  # mentions and references
    r"|\b(?:https?|ftp|mailto|xmpp)(?=:)|\bwww(?=\.)"  # bare addresses
    r"|\$(?=[$\\`(a-z])",  # formulae
    re.IGNORECASE,
)
"""What GitHub and GitLab make something of; what ``_MARKUP`` escapes stands behind its backslash."""
_BLOCK = re.compile(r"^([0-9]{1,9}(?=[.)](?:\s|$))|(?=[-+](?:[\s-]|$))|(?==+$))")
"""What would make a list, a rule or a heading at the beginning of a line."""
_DISAGREEING = ("conflict", "possible-conflict")


def render(report: schema.Report) -> str:
    """Return the whole page."""
    return visible("\n".join(_lines(page(report))) + "\n")


def plain(text: str) -> str:
    """Return the text on one line, with nothing in it that Markdown, GitHub or GitLab make something of.

    No backslash keeps them from a mention, a reference or a bare address; an empty comment inside does
    (github.com/github/cmark-gfm, issue 181), and shows nothing.
    """
    escaped = _BLOCK.sub(r"\1\\", _MARKUP.sub(r"\\\1", " ".join(text.split())))
    return _ACTIVE.sub(r"\g<0><!-- -->", escaped)


def _lines(view: PageView) -> Iterable[str]:
    yield f"<!-- {MARKER} -->"
    yield f"# {view.title}"
    yield ""
    yield f"{view.summary} The verdicts say what the sources say, not what is true."
    for draft in view.drafts:
        yield from _draft(draft)
    if view.left_out:
        yield from ("", "## Left out", "", "What the sources state and no draft does.", "")
        yield from (f"- {plain(fact_words(group))}" for group in view.left_out)
    grave = [finding for finding in view.findings if finding.severity != "note"]
    doubtful = [section for section in view.sections if section.verdict in _DISAGREEING]
    for section in doubtful:
        yield from _section(section)
    if grave:
        yield from ("", "## Figures and ranks that do not fit", "")
        yield from (_finding(finding) for finding in grave)
    for section in view.sections:
        if section not in doubtful:
            yield from _section(section)
    minor = [finding for finding in view.findings if finding.severity == "note"]
    if minor:
        yield from ("", "## Other findings", "")
        yield from (_finding(finding) for finding in minor)
    if view.ranks:
        yield from ("", "## Claims of rank", "")
        for item in view.ranks:
            yield f"- **{plain(item.entity)}**: {plain(item.rank)}"
            yield from _member(item.member, "  ")
    yield from _sources(view)
    yield from _census(view)
    if view.issues:
        yield from ("", "## Issues of reading", "")
        for issue in view.issues:
            line = f":{issue.span.line}:{issue.span.column}" if issue.span else ""
            yield f"- {plain(issue.source_id)}{line} **{issue.code}** {plain(issue.message)}"


def _draft(draft: DraftView) -> Iterable[str]:
    """Tell the text with each figure marked by its number and status, then what is said of each."""
    yield from ("", f"## {plain(draft.title)}", "", f"{draft.counts} · {plain(draft.path)}")
    for paragraph in draft.paragraphs:
        yield from ("", "> " + "".join(_piece(piece) for piece in paragraph.pieces))
    if draft.figures:
        yield from ("", "| No. | Figure | What the sources say | Place |", "|---|---|---|---|")
    for figure in draft.figures:
        cells = (str(figure.number), figure.quote, figure.told, figure.place)
        yield f"| {' | '.join(plain(cell) for cell in cells)} |"


def _piece(piece: PieceView) -> str:
    if piece.figure is None:
        return _edges(piece.text)
    return f"**{plain(piece.text)}** ({piece.figure.number}, {piece.figure.status})"


def _section(section: SectionView) -> Iterable[str]:
    yield from ("", f"## {section.title}", "", section.meaning)
    if section.verdict == "single-source":
        for entity, groups in groupby(section.groups, key=lambda group: group.entity):
            yield from _table(entity, groups)
        return
    for group in section.groups:
        yield from _group(group)


def _table(entity: str, groups: Iterable[GroupView]) -> Iterable[str]:
    """Tell the facts of one thing that nobody confirms, a line each."""
    yield from ("", f"### {plain(entity)}", "")
    yield from ("| Property | Value | As it stands there | Source |", "|---|---|---|---|")
    for group in groups:
        name = plain(" · ".join((group.attribute, *group.parts))) + _reasons(group)
        for member in (*(each for cluster in group.clusters for each in cluster.members), *group.unresolved):
            value = f"{plain(member.stated)}{_beside(member)}, {_words(member)}"
            before, after = member.near
            quotation = f"{_heads(member)}{_edges(before)}{_figure(member)}{_edges(after)}"
            who = f"{plain(member.source.publisher)}, {member.source.published}, {plain(member.place)}"
            yield f"| {name} | {value} | {quotation} | {who} |"


def _group(group: GroupView) -> Iterable[str]:
    parts = "".join(f" · {plain(part)}" for part in group.parts)
    yield from ("", f"### {plain(group.entity)} · {plain(group.attribute)}{parts}", "")
    yield f"**{group.headline}**{_reasons(group)}"
    if group.worst:
        yield from ("", _comparison(group.worst))
    findings = [finding for finding in group.findings if finding.severity != "note"]
    if findings:
        told = (
            f"{finding.severity} {finding.code} (`{finding.id}`){plain(standing(finding))}"
            for finding in findings
        )
        yield from ("", "; ".join(told))
    yield ""
    for cluster in group.clusters:
        other = f" {plain(equals(cluster.other))}" if cluster.other else ""
        yield f"- **{plain(cluster.value)}**{other} ({cluster.origins})"
        for member in cluster.members:
            yield from _member(member, "  ")
    for member in group.unresolved:
        yield "- unresolved"
        yield from _member(member, "  ")
    for item in group.comparisons:
        if item.same_words or item == group.worst:
            continue
        yield f"- {_comparison(item)}"
    for passage in group.passages:
        yield f"- shared word for word by {plain(', '.join(passage.source_ids))}: “{plain(passage.text)}”"
    for pair in group.not_compared:
        yield f"- not compared: {plain(pair.a)} and {plain(pair.b)}, {plain(pair.part)}"


def _reasons(group: GroupView) -> str:
    return f" ({plain('; '.join(group.reasons))})" if group.reasons else ""


def _comparison(item: ComparisonView) -> str:
    words = "; ".join(
        part for part in (item.gap, item.bound, *(f"may be: {flag}" for flag in item.flags)) if part
    )
    return f"{plain(item.pair)}: {plain(item.relation)} ({plain(words)})"


def _member(member: MemberView, indent: str) -> Iterable[str]:
    # Spaces at the edges of the sentence's halves are part of it.
    yield f"{indent}- {_heads(member)}{_edges(member.before)}{_figure(member)}{_edges(member.after)}"
    origin = f", {plain(member.origin)}" if member.origin else ""
    yield (
        f"{indent}  <br>{plain(member.stated)}{_beside(member)}, {_words(member)}"
        f" · {plain(member.source.publisher)}, {member.source.published}{origin} · {plain(member.place)}"
    )


def _figure(member: MemberView) -> str:
    return f"**{plain(member.figure)}**" if member.figure else ""


def _beside(member: MemberView) -> str:
    return f" {plain(equals(member.beside))}" if member.beside else ""


def _heads(member: MemberView) -> str:
    """Return the heads of a table's row and column, which stand in no sentence."""
    return f"{plain(' · '.join(reversed(member.heads)))}: " if member.heads else ""


def _words(member: MemberView) -> str:
    return " · ".join(plain(word) for word in (member.hedge, *member.qualifiers))


def _edges(text: str) -> str:
    inner = plain(text)
    if not inner:
        return ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def _finding(finding: schema.Finding) -> str:
    told = f"{finding.severity} {finding.code}{plain(standing(finding))}"
    return f"- **{told}** {plain(spelled(finding.message))}"


def _sources(view: PageView) -> Iterable[str]:
    yield from ("", "## Sources", "", "| No. | Title | Publisher | Date | File |", "|---|---|---|---|---|")
    for source in view.sources:
        cells = (str(source.number), source.title, source.publisher, source.published, source.path)
        yield f"| {' | '.join(plain(cell) for cell in cells)} |"
    for passage in view.passages:
        yield ""
        yield f"Shared word for word by {plain(', '.join(passage.source_ids))}: “{plain(passage.text)}”"


def _census(view: PageView) -> Iterable[str]:
    fates = ("claim", "qualifier", "gloss", "unresolved", "ignored", "unclaimed", "figures")
    yield from ("", "## Where every numeral went", "", f"| Source | {' | '.join(fates)} |", "|---" * 8 + "|")
    rows = [(source.path, item) for source, item in view.census]
    for name, item in [*rows, ("All", view.census_total)]:
        counts = [getattr(item, fate) if fate != "ignored" else sum(item.ignored.values()) for fate in fates]
        yield f"| {plain(name)} | {' | '.join(str(count) for count in counts)} |"
