"""Markdown, HTML, and the two mixed, with or without front matter.

Comes in: a text with front matter, tags or a Markdown suffix.  Goes out: one document.  Content
decides, not the suffix: collected news is often ``.txt`` with front matter over HTML.
"""

from __future__ import annotations

import re

from verify.model.document import Document, Section
from verify.model.stage import Stage
from verify.read.drafts import Draft
from verify.read.fields import Field, Labels
from verify.read.frontmatter import front_matter, opens
from verify.read.page import Page, page
from verify.read.prose import holds_html
from verify.read.raw import Raw
from verify.read.record import Value, finished, stated, value
from verify.read.runs import Run

SUFFIXES = frozenset({".md", ".markdown", ".html", ".htm", ".xhtml"})
ORDER = 4

_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_FULL_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_METAS = {
    Field.TITLE: ("og:title", "twitter:title"),
    Field.AUTHOR: ("author", "article:author", "dc.creator"),
    Field.PUBLISHER: ("og:site_name", "publisher", "source", "dc.publisher"),
    Field.PUBLISHED: (
        "article:published_time",
        "pubdate",
        "publishdate",
        "datepublished",
        "date",
        "dc.date",
        "time",
    ),
}
_SECTIONS = {
    Field.TITLE: Section.TITLE,
    Field.SUMMARY: Section.LEAD,
    Field.DIGEST: Section.SUMMARY,
    Field.BODY: Section.BODY,
}


def recognise(text: str, suffix: str, labels: Labels) -> bool:
    """Take a text with the suffix, with front matter, or with tags."""
    return suffix in SUFFIXES or opens(text) or holds_html(text)


def read(raw: Raw) -> Stage[Document]:
    """Return the document of a text with markup."""
    run = Run.whole(raw.text)
    head = front_matter(run, raw.path)
    values = [value(entry.key, entry.value, raw) for entry in head.entries]
    body = run.cut(head.body, len(run.text))
    mixed = raw.suffix not in _HTML_SUFFIXES and _FULL_PAGE.match(body.text) is None
    shown = page(body, raw.path, mixed=mixed)
    drafts = [_head_draft(item) for item in values] + shown.drafts
    texts = _page_fields(shown) | stated(values)
    return finished(raw, raw.path, drafts, texts, (*head.issues, *shown.issues), shown.comments)


def _head_draft(item: Value) -> Draft:
    return Draft(item.run, _SECTIONS.get(item.field, Section.METADATA) if item.field else Section.METADATA)


def _page_fields(shown: Page) -> dict[Field, str]:
    """Return what meta elements say; a heading is a better title than ``<title>``, which adds the site."""
    texts = {field: _first(shown.metas, names) for field, names in _METAS.items()}
    texts = {field: text for field, text in texts.items() if text and "://" not in text}
    heading = next((draft.run.text for draft in shown.drafts if draft.level == 1), "")
    if heading:
        texts.setdefault(Field.TITLE, heading)
    return texts


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")
