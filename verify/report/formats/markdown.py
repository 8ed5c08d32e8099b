"""``report.md``: the page for people, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.model.report import MARKER
from verify.report import schema
from verify.report.page import GroupView, MemberView, PageView, SectionView
from verify.report.view import page

NAME = "markdown"
SUFFIX = ".md"
STEM = "report"

_MARKUP = re.compile(r"([\\`*_\[\]<>|#&~])")


def render(report: schema.Report) -> str:
    """Return the whole page."""
    return "\n".join(_lines(page(report))) + "\n"


def plain(text: str) -> str:
    """Return the text on one line, with nothing in it that Markdown reads as markup."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _lines(view: PageView) -> Iterable[str]:
    yield f"<!-- {MARKER} -->"
    yield f"# Figures of {len(view.sources)} sources, cross-checked"
    yield ""
    yield f"{view.summary} The verdicts say what the sources say, not what is true."
    for section in view.sections:
        yield from _section(section)
    if view.findings:
        yield from ("", "## Other findings", "")
        yield from (_finding(finding) for finding in view.findings)
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


def _section(section: SectionView) -> Iterable[str]:
    yield from ("", f"## {section.title}", "", section.meaning)
    for group in section.groups:
        yield from _group(group)


def _group(group: GroupView) -> Iterable[str]:
    parts = "".join(f" · {plain(part)}" for part in group.parts)
    yield from ("", f"### {plain(group.entity)} · {plain(group.attribute)}{parts}", "")
    yield f"**{group.headline}**" + (f". {plain(group.explanation)}" if group.explanation else "")
    yield ""
    yield from (_finding(finding) for finding in group.findings)
    for cluster in group.clusters:
        yield f"- {plain(cluster.value)} ({cluster.origins})"
        for member in cluster.members:
            yield from _member(member, "  ")
    for member in group.unresolved:
        yield "- unresolved"
        yield from _member(member, "  ")
    for item in group.comparisons:
        words = "; ".join(part for part in (item.gap, item.bound, *item.flags) if part)
        yield f"- {plain(item.relation)} ({plain(words)})"
        yield from (f"  - {plain(line)}" for line in item.derivation)
    for passage in group.passages:
        yield f"- shared word for word by {plain(', '.join(passage.source_ids))}: “{plain(passage.text)}”"
    for pair in group.not_compared:
        yield f"- not compared: {plain(pair.a)} and {plain(pair.b)}, {plain(pair.part)}"


def _member(member: MemberView, indent: str) -> Iterable[str]:
    figure = f"**{plain(member.figure)}**" if member.figure else ""
    # Spaces at the edges of the sentence's halves are part of it.
    quotation = f"{_edges(member.before)}{figure}{_edges(member.after)}"
    yield f"{indent}- {quotation}"
    words = (plain(member.hedge), *(plain(word) for word in member.qualifiers))
    origin = f", origin {member.origin}" if member.origin else ""
    yield (
        f"{indent}  <br>{plain(member.stated)} = {plain(member.normalised)} · {' · '.join(words)}"
        f" · {plain(member.source.publisher)}, {member.source.published}{origin} · {plain(member.place)}"
    )


def _edges(text: str) -> str:
    inner = plain(text)
    if not inner:
        return ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def _finding(finding: schema.Finding) -> str:
    return f"- **{finding.severity} {finding.code}** {plain(finding.message)}"


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
