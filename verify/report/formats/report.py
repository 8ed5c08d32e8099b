"""``report.md``: the page for people, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from verify.model.report import MARKER
from verify.report import schema
from verify.report.drafts import DraftView, FigureView
from verify.report.language import Language
from verify.report.marked import Stretch
from verify.report.marks import plain
from verify.report.page import ComparisonView, GroupView, MemberView, NoteView, PageView, SectionView
from verify.report.view import fact_words
from verify.report.whole import page
from verify.report.wording import equals
from verify.text.visible import visible

NAME = "report"
SUFFIX = ".md"
STEM = "report"

_DISAGREEING = ("conflict", "possible-conflict")


def render(report: schema.Report) -> str:
    """Return the whole page."""
    return visible("\n".join(_lines(page(report))) + "\n")


def _lines(view: PageView) -> Iterable[str]:
    say = view.say
    yield f"<!-- {MARKER} -->"
    yield f"# {view.title}"
    yield ""
    yield f"{view.summary} {say('page.caution')}"
    for draft in view.drafts:
        yield from _draft(draft, say)
    if view.left_out:
        yield from ("", f"## {say('draft.left_out')}", "", say("draft.left_out_means"), "")
        yield from (f"- {plain(fact_words(group, say))}" for group in view.left_out)
    grave = [finding for finding in view.findings if finding.severity != "note"]
    doubtful = [section for section in view.sections if section.verdict in _DISAGREEING]
    for section in doubtful:
        yield from _section(section, say)
    if grave:
        yield from ("", f"## {say('finding.title')}", "")
        yield from (_finding(finding, say) for finding in grave)
    for section in view.sections:
        if section not in doubtful:
            yield from _section(section, say)
    minor = [finding for finding in view.findings if finding.severity == "note"]
    if minor:
        yield from ("", f"## {say('finding.other')}", "")
        yield from (_finding(finding, say) for finding in minor)
    if view.ranks:
        yield from ("", f"## {say('ranks.title')}", "")
        for item in view.ranks:
            yield f"- **{plain(item.entity)}**: {plain(item.rank)}"
            yield from _member(item.member, "  ")
    yield from _sources(view)
    yield from _census(view)
    if view.issues:
        yield from ("", f"## {say('issues.title')}", "")
        for issue in view.issues:
            yield f"- {plain(issue.place)} **{issue.code}** {plain(issue.message)}"


def _draft(draft: DraftView, say: Language) -> Iterable[str]:
    """Tell the text with each figure marked by its number and status, then what is said of each."""
    yield from ("", f"## {plain(draft.title)}", "", f"{draft.counts} · {plain(draft.path)}")
    for paragraph in draft.paragraphs:
        yield from ("", "> " + "".join(map(_stretch, paragraph.stretches)))
    if draft.figures:
        yield from ("", *_head(say, "draft.no", "draft.figure", "draft.says", "draft.place"))
    for figure in draft.figures:
        cells = (str(figure.number), figure.quote, figure.told, figure.place)
        yield f"| {' | '.join(plain(cell) for cell in cells)} |"


def _head(say: Language, *keys: str) -> tuple[str, str]:
    """Return the head of a table."""
    return f"| {' | '.join(map(say, keys))} |", "|---" * len(keys) + "|"


def _stretch(one: Stretch[FigureView]) -> str:
    if one.figure is None:
        return _edges(one.text)
    return f"**{plain(one.text)}** ({one.figure.number}, {one.figure.word})"


def _section(section: SectionView, say: Language) -> Iterable[str]:
    yield from ("", f"## {section.title}", "", section.meaning)
    if section.verdict == "single-source":
        for entity, groups in groupby(section.groups, key=lambda group: group.entity):
            yield from _table(entity, groups, say)
        return
    for group in section.groups:
        yield from _group(group, say)


def _table(entity: str, groups: Iterable[GroupView], say: Language) -> Iterable[str]:
    """Tell the facts of one thing that nobody confirms, a line each."""
    yield from ("", f"### {plain(entity)}", "")
    yield from _head(say, "fact.property", "fact.value", "fact.stands", "fact.source")
    for group in groups:
        name = plain(" · ".join((group.attribute, *group.parts))) + _reasons(group)
        for member in group.members:
            value = f"{plain(member.stated)}{_beside(member)}, {_words(member)}"
            before, after = member.near
            quotation = f"{_heads(member)}{_edges(before)}{_figure(member)}{_edges(after)}"
            who = f"{plain(member.source.publisher)}, {member.source.published}, {plain(member.place)}"
            yield f"| {name} | {value} | {quotation} | {who} |"


def _group(group: GroupView, say: Language) -> Iterable[str]:
    parts = "".join(f" · {plain(part)}" for part in group.parts)
    yield from ("", f"### {plain(group.entity)} · {plain(group.attribute)}{parts}", "")
    yield f"**{group.headline}**{_reasons(group)}"
    yield from (line for told in group.decisions for line in ("", plain(told)))
    if group.worst:
        yield from ("", _comparison(group.worst, say))
    findings = [finding for finding in group.findings if finding.severity != "note"]
    if findings:
        told = (
            f"{say(f'severity.{one.severity}')} {one.code} (`{one.id}`){plain(one.standing)}"
            for one in findings
        )
        yield from ("", "; ".join(told))
    yield ""
    for cluster in group.clusters:
        other = f" {plain(equals(cluster.other))}" if cluster.other else ""
        yield f"- **{plain(cluster.value)}**{other} ({cluster.origins})"
        for member in cluster.members:
            yield from _member(member, "  ")
    for member in group.unresolved:
        yield f"- {say('fate.unresolved')}"
        yield from _member(member, "  ")
    for item in group.comparisons:
        if item.same_words or item == group.worst:
            continue
        yield f"- {_comparison(item, say)}"
    for passage in group.passages:
        yield f"- {_shared(passage, say)}"
    for pair in group.not_compared:
        told_pair = say("fact.pair", a=plain(pair.a), b=plain(pair.b))
        yield f"- {say('fact.apart', pair=told_pair, part=plain(pair.part))}"


def _shared(passage: schema.Passage, say: Language) -> str:
    ids = plain(say("list.comma").join(passage.source_ids))
    return say("passages.shared", sources=ids, text=plain(passage.text))


def _reasons(group: GroupView) -> str:
    return f" ({plain('; '.join(group.reasons))})" if group.reasons else ""


def _comparison(item: ComparisonView, say: Language) -> str:
    flags = (say("fact.may_be", flag=flag) for flag in item.flags)
    words = "; ".join(part for part in (item.gap, item.bound, *flags) if part)
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


def _finding(finding: NoteView, say: Language) -> str:
    told = f"{say(f'severity.{finding.severity}')} {finding.code}{plain(finding.standing)}"
    return f"- **{told}** {plain(finding.message)}"


def _sources(view: PageView) -> Iterable[str]:
    say = view.say
    yield from ("", f"## {say('sources.title')}", "")
    yield from _head(
        say, "sources.number", "sources.name", "sources.publisher", "sources.date", "sources.file"
    )
    for source in view.sources:
        cells = (str(source.number), source.title, source.publisher, source.published, source.path)
        yield f"| {' | '.join(plain(cell) for cell in cells)} |"
    for passage in view.passages:
        told = _shared(passage, say)
        yield from ("", f"{told[:1].upper()}{told[1:]}")


def _census(view: PageView) -> Iterable[str]:
    say = view.say
    fates = ("claim", "qualifier", "gloss", "unresolved", "ignored", "unclaimed", "figures")
    yield from ("", f"## {say('census.title')}", "")
    yield from _head(say, "census.source", *(f"fate.{fate}" for fate in fates))
    rows = [(source.path, item) for source, item in view.census]
    for name, item in [*rows, (say("census.all"), view.census_total)]:
        counts = [getattr(item, fate) if fate != "ignored" else sum(item.ignored.values()) for fate in fates]
        yield f"| {plain(name)} | {' | '.join(str(count) for count in counts)} |"
