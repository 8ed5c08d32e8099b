"""A fact to be quoted elsewhere, as Markdown: what it is about, who says what where, and its id.

Comes in: a fact of a page.  Goes out: Markdown in which no word of a source is markup.
"""

from __future__ import annotations

from verify.report.language import Language
from verify.report.marks import plain
from verify.report.page import GroupView


def citation(group: GroupView, say: Language) -> str:
    """Return the fact, a line for each claim."""
    about = " · ".join((group.entity, group.attribute, *group.parts))
    verdict = say(f"verdict.{group.verdict}.name")
    told = verdict if group.alone else f"{verdict}; {group.headline}"
    lines = [f"**{plain(about)}** ({told}; `{group.id}`)", ""]
    for member in group.members:
        who = ", ".join((member.source.publisher, member.source.published, member.place))
        lines.append(f"- {plain(member.stated)} ({plain(who)})")
    return "\n".join(lines)
