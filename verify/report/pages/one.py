"""The report as one page.

Comes in: ``schema.Report``.  Goes out: the page, piece by piece.  What it shows is left to ``whole`` and the
modules beside this one, markup to the templates.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.model.report import MARKER
from verify.report import schema
from verify.report.page import MemberView, PageView
from verify.report.pages.choices import choices, numbers
from verify.report.pages.frame import template, worded
from verify.report.pages.links import Links, spots
from verify.report.pages.matrix import matrices
from verify.report.pages.rules import used
from verify.report.pages.texts import STATES, Texts, fate_lists
from verify.report.pages.timeline import timeline
from verify.report.view import Views
from verify.report.whole import page as viewed


def shown_claims(page: PageView) -> dict[str, MemberView]:
    """Return the claims that a page quotes, by their ids."""
    members = (
        *(member for group in page.groups for member in group.members),
        *(r.member for r in page.ranks),
    )
    return {member.claim_id: member for member in members}


_PIECES = 200
"""So many pieces of the template are handed on at once: a piece is a few words."""


def whole(report: schema.Report) -> Iterator[str]:
    """Yield the page in pieces."""
    page = viewed(report)
    views = Views(report, page.say)
    known = numbers(page.groups, report)
    # A draft is shown by itself, above the facts; what it was held against is not shown whole.
    texts = Texts(views, () if page.drafts else report.texts)
    lists = () if page.drafts else tuple(fate_lists(views))
    stream = template("report.html.j2").stream(
        marker=MARKER,
        page=page,
        link=Links(spots(report.mentions) if texts.numbers else {}, texts.marked()),
        number=known,
        shown=shown_claims(page),
        choices=choices(page, known),
        matrices=tuple(matrices(page.groups)),
        timeline=timeline(page.groups, views.claims, page.say),
        texts=texts,
        read=texts.numbers,
        states=STATES,
        used=used(report, page.say),
        fates=lists,
        listed={one.fate for one in lists},
        **worded(page),
    )
    stream.enable_buffering(_PIECES)
    yield from stream
