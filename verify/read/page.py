"""HTML, alone or mixed into Markdown, to drafts.

Comes in: a run.  Goes out: a draft a paragraph, heading, caption, list item and table cell, and
what the head of a page says of itself.  Inline elements do not split text (``在<a>临港</a>启动`` is one
word), block elements and ``<br>`` do.  What stands outside of every block element is Markdown,
where the format allows it.  No element is ever entered by recursion, so depth costs nothing.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from verify.model.document import Comment, Issue, Section
from verify.model.span import Span
from verify.read import markdown
from verify.read.drafts import Draft
from verify.read.runs import Builder, Run
from verify.read.scan import Remark, Tag, Unclosed, Words, attributes, scan
from verify.read.tables import Tables

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_OPEN_ENDED = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup", "rt", "rp"}
)
"""Elements that HTML lets end without a tag; they do not tell where HTML ends and Markdown begins again."""
_CONTAINERS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "button", "caption", "center", "details", "dialog"}
    | {"div", "dl", "fieldset", "figcaption", "figure", "footer", "form", "head", "header", "hgroup", "html"}
    | {"main", "menu", "nav", "ol", "pre", "section", "select", "summary", "table", "title", "ul"}
    | _HEADINGS.keys()
)
_BLOCKS = _CONTAINERS | _OPEN_ENDED | {"br", "hr"}
_NAVIGATION = frozenset({"nav", "footer", "select", "button"})
_SECTIONS = {"title": Section.TITLE, "h1": Section.TITLE, "figcaption": Section.CAPTION}
_RAISABLE = re.compile(r"[0-9n+\-−]+")
_SUPERSCRIPT = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")


@dataclass(slots=True)
class _Navigation:
    """An open element of navigation, the outermost one."""

    name: str
    target: list[Draft]
    start: int
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows, and what its head says."""

    drafts: list[Draft]
    metas: dict[str, str]
    """Names of meta elements, in lower case, with their content; ``time`` for the first ``<time>``."""
    issues: list[Issue]
    comments: list[Comment]


def page(run: Run, source_id: str, *, mixed: bool) -> Page:
    """Return the drafts of a text; ``mixed`` allows Markdown between the block elements."""
    reader = _Reader(markdown.unfenced(run) if mixed else run, mixed)
    for token in scan(reader.run.text):
        if isinstance(token, Words):
            reader.words(token)
        elif isinstance(token, Tag):
            reader.tag(token)
        elif isinstance(token, Remark):
            reader.remark(token)
        else:
            reader.unclosed(token, source_id)
    return Page(reader.finish(), reader.metas, reader.issues, reader.comments)


class _Reader:
    """Takes token after token; ``builder`` holds the block under way."""

    def __init__(self, run: Run, mixed: bool) -> None:
        self.run = run
        self.mixed = mixed
        self.builder = Builder()
        self.metas: dict[str, str] = {}
        self.issues: list[Issue] = []
        self.comments: list[Comment] = []
        self.tables = Tables()
        self.navigation: _Navigation | None = None
        self.depth = 0
        self.in_paragraph = False
        self.raised = False
        self.section: Section | None = None
        self.level = 0
        self.quotes = 0
        self.bold_open = False
        self.bold = 0

    # -- tokens

    def words(self, token: Words) -> None:
        text = self.run.text[token.start : token.end]
        if self.raised and _RAISABLE.fullmatch(text):
            # 10<sup>18</sup> is no 1018, and a footnote mark is no digit of the figure before it.
            self.builder.add(text.translate(_SUPERSCRIPT), self._place(token.start, token.end))
        else:
            self.builder.rewrite(self.run, Span(token.start, token.end), _ENTITY, _decoded)

    def tag(self, tag: Tag) -> None:
        if tag.name in _BLOCKS:
            self._flush()
            self._block(tag)
        elif tag.name in ("strong", "b"):
            self._strong(tag)
        elif tag.name == "sup":
            self.raised = not tag.closing
        elif tag.name in ("meta", "time") and not tag.closing:
            self._meta(tag)

    def unclosed(self, token: Unclosed, source_id: str) -> None:
        message = f"<{token.name} is never closed, so that the rest of the file is hidden; close it"
        self.issues.append(
            Issue("unclosed-markup", message, source_id, self._place(token.start, token.start + 1))
        )

    def remark(self, token: Remark) -> None:
        self.comments.append(Comment(self._place(token.start, token.end), token.text))

    def finish(self) -> list[Draft]:
        self._flush()
        while self.tables:
            self.tables.close()
        return self.tables.page

    # -- block elements

    def _block(self, tag: Tag) -> None:
        name, closing = tag.name, tag.closing
        self._section(name, closing)
        self._depth(name, closing)
        self.tables.tag(tag, self.run.text[tag.start : tag.end])
        if name in _NAVIGATION:
            self._navigation(name, closing)
        if name == "blockquote":
            self.quotes = max(0, self.quotes + (-1 if closing else 1))

    def _section(self, name: str, closing: bool) -> None:
        """Set the section that an element gives; one that is never closed ends with the next paragraph."""
        if name in _SECTIONS or name in _HEADINGS:
            self.section = None if closing else _SECTIONS.get(name)
            self.level = 0 if closing else _HEADINGS.get(name, 0)
        elif name in ("p", "table", "ul", "ol", "li", "article", "section", "body") and not closing:
            self.section, self.level = None, 0

    def _depth(self, name: str, closing: bool) -> None:
        if name == "p":
            self.in_paragraph = not closing
        elif name in _CONTAINERS:
            self.in_paragraph = False
            self.depth = max(0, self.depth + (-1 if closing else 1))

    def _navigation(self, name: str, closing: bool) -> None:
        """Mark what a closed navigation element held; one without an end marks nothing."""
        target, open_one = self.tables.target, self.navigation
        if open_one is None:
            self.navigation = None if closing else _Navigation(name, target, len(target))
        elif name == open_one.name:
            open_one.depth += -1 if closing else 1
            if open_one.depth == 0:
                for draft in open_one.target[open_one.start :]:
                    draft.section = Section.BOILERPLATE
                self.navigation = None

    # -- inline elements

    def _strong(self, tag: Tag) -> None:
        if not tag.closing:
            self.bold_open = self.builder.blank()
        elif self.bold_open:
            self.bold = len(self.builder)
            self.bold_open = False

    def _meta(self, tag: Tag) -> None:
        told = attributes(self.run.text[tag.start : tag.end])
        if tag.name == "time":
            self.metas.setdefault("time", html.unescape(told.get("datetime", "")))
            return
        name = told.get("property") or told.get("name") or told.get("itemprop")
        if name:
            self.metas.setdefault(name.lower(), html.unescape(told.get("content", "")).strip())

    # -- blocks

    def _flush(self) -> None:
        """Close the block under way."""
        builder, bold = self.builder, self.bold
        self.builder, self.bold, self.bold_open, self.raised = Builder(), 0, False, False
        if builder.blank():
            return
        run = builder.run()
        bold = max(0, bold - len(run.text) + len(run.text.lstrip()))
        if self.mixed and not (self.depth or self.in_paragraph or self.tables):
            drafts = markdown.blocks(run)
            for first in drafts[:1]:
                first.bold = first.bold or min(bold, len(first.run.text))
        else:
            drafts = [Draft(run.strip(), self.section, self.level, bold=bold, quoted=self.quotes > 0)]
        self.tables.target.extend(drafts)

    def _place(self, start: int, end: int) -> Span:
        return self.run.offsets.span(start, end)


def _decoded(match: re.Match[str]) -> str:
    return html.unescape(match[0])
