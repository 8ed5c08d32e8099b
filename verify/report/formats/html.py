"""``report.html``: one page for people, without network, scripts or fonts of its own."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from verify.model.report import MARKER
from verify.report import schema
from verify.report.findings import standing
from verify.report.numbers import spelled
from verify.report.view import fact_words, page
from verify.report.wording import equals
from verify.text.visible import visible

NAME = "html"
SUFFIX = ".html"
STEM = "report"


def render(report: schema.Report) -> str:
    """Return the whole page."""
    return visible(_template().render(marker=MARKER, page=page(report)))


@cache
def _template() -> Template:
    # autoescape=True and not select_autoescape, which leaves .j2 files alone.
    environment = Environment(
        loader=PackageLoader("verify.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["spelled"] = spelled
    environment.filters["equals"] = equals
    environment.filters["standing"] = standing
    environment.filters["fact"] = fact_words
    return environment.get_template("report.html.j2")
