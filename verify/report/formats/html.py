"""``report.html``: one page for people, without network or fonts of its own; scripts only filter and copy."""

from __future__ import annotations

from verify.report import schema
from verify.report.pages.one import whole
from verify.text.visible import visible

NAME = "html"
SUFFIX = ".html"
STEM = "report"


def render(report: schema.Report) -> str:
    """Return the whole page."""
    return "".join(map(visible, whole(report)))
