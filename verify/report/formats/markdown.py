"""``markdown``: the findings as a comment on a pull request or the summary of a step.

GitHub Flavored Markdown (github.github.com/gfm).  A comment may hold 65,536 characters ("Body is too long",
says GitHub's API beyond); what finds no room is counted at the end.  A step summary may hold 1 MiB, so the
same text does for both.

Words of a source stand in code spans (section 6.3) and nowhere else: there they are no markup, and
GitHub and GitLab make no mention, reference, link, image, emoji or formula of them, which no backslash
would keep them from (github.com/github/cmark-gfm, issue 181).  A code span is one line, so none begins with
the slash of a command either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from verify.model.report import MARKER
from verify.report import schema
from verify.report.drafts import counts, figure_views
from verify.report.findings import FindingView, new_views
from verify.report.outcome import headline, unread
from verify.report.view import Views, fact_words
from verify.report.whole import first_line, left_out_views
from verify.text.visible import inline

NAME = "markdown"
SUFFIX = ".md"
STEM = ""

LIMIT = 65_536
"""Characters of a comment."""
SIDES = 20
"""So many sides of a finding are told."""
_LONGEST = 1_000
"""Characters of a message: a comment is for an overview."""
_ROOM_FOR_THE_END = 400
_TICKS = re.compile("`+")


def render(report: schema.Report) -> str:
    """Return a heading with the counts, a section for each new finding, and what was left out."""
    head = f"<!-- {MARKER} -->\n### verify: {code(headline(report))}\n"
    end = f"\n{first_line(report)}\n"
    room = LIMIT - len(head) - len(end) - _ROOM_FOR_THE_END
    parts = [*_unread(report), *map(_finding, new_views(report)), *_drafts(report)]
    kept, used = [], 0
    for part in parts:
        if used + len(part) > room:
            break
        kept.append(part)
        used += len(part)
    left = len(parts) - len(kept)
    more = f"\nand {left:,} more, in the log and the other reports of this run\n" if left else ""
    return f"{head}{''.join(kept)}{more}{end}"


def code(text: str) -> str:
    """Return a code span that shows the text on one line, whatever it holds; a dash for none."""
    shown = inline(text) if text.strip(" ") else "-"
    ticks = "`" * (1 + max((len(run) for run in _TICKS.findall(shown)), default=0))
    # One space at either side is dropped again, where both are there.
    space = " " if shown[0] in "` " or shown[-1] in "` " else ""
    return f"{ticks}{space}{shown}{space}{ticks}"


def _finding(view: FindingView) -> str:
    head = f" · {code(view.sides[0].place)}" if view.sides else ""
    return "\n".join(_lines(f"**{view.finding.severity} {view.title}**{head}", view))


def _lines(title: str, view: FindingView) -> Iterator[str]:
    message = view.message if len(view.message) <= _LONGEST else f"{view.message[:_LONGEST]}…"
    yield from ("", title, "", code(message), "")
    for side in view.sides[:SIDES]:
        quoted = f": {code(side.excerpt)}" if side.excerpt else ""
        yield f"- {code(side.place)}{quoted}"
    if len(view.sides) > SIDES:
        yield f"- and {len(view.sides) - SIDES:,} more places"
    yield ""


def _unread(report: schema.Report) -> Iterable[str]:
    for issue in unread(report):
        yield f"\n**not read** · {code(issue.source_id)}\n\n{code(issue.message)}\n"


def _drafts(report: schema.Report) -> Iterator[str]:
    """Tell the figures of drafts, a line each."""
    if report.drafts:
        yield f"\n**Figures of the draft**: {counts(report.drafts)}\n\n"
    for figure in figure_views(report):
        yield f"- {code(figure.place)} {code(figure.quote)} {code(figure.told)}\n"
    if report.left_out:
        yield "\n**Left out**\n\n"
        yield from (f"- {code(fact_words(group))}\n" for group in left_out_views(Views(report)))
