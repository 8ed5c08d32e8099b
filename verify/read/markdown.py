"""The line structure of Markdown.

Comes in: a run that stands outside of any HTML block element.  Goes out: drafts (headings,
paragraphs, list items, quotes, tables) without the marks.  HTML inside Markdown is left to
``page``, which calls this module for what lies between.  A fenced code block is a program's text,
no statement, and is left out.
"""

from __future__ import annotations

import re

from verify.read.drafts import Draft
from verify.read.grid import GridCell, caption_above, grid, lone
from verify.read.inline import plain
from verify.read.runs import Builder, Run, line_spans

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE_SPAN = re.compile(r"`[^`\n]*+`")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t\u3000]+|$)")
_HEADING_END = re.compile(r"[ \t]#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,3}[.)])[ \t]+")
_REFERENCE = re.compile(r" {0,3}\[[^\[\]]+\]:[ \t]*\S")
_ENDED = "。！？…”’」』）；"
"""A line that ends with one of these ends its paragraph, as news texts set a line a paragraph."""


def unfenced(run: Run) -> Run:
    """Return the text without fenced code blocks; tags inside code spans become plain words."""
    builder = Builder()
    position = 0
    for start, end in _fences(run.text):
        _protect(builder, run, position, start)
        builder.add("\n\n", run.offsets.span(start, end))
        position = end
    _protect(builder, run, position, len(run.text))
    return builder.run()


def _fences(text: str) -> list[tuple[int, int]]:
    """Return the fenced blocks; one that nothing closes is no fence."""
    fences = []
    opening: tuple[int, str] | None = None
    for start, end in line_spans(text):
        match = _FENCE.match(text, start, end)
        if match is None:
            continue
        if opening is None:
            opening = (start, match[1])
        elif match[1].startswith(opening[1]) and not text[match.end() : end].strip():
            fences.append((opening[0], end))
            opening = None
    return fences


def _protect(builder: Builder, run: Run, start: int, end: int) -> None:
    """Copy a stretch; what code spans show literally is written as entities, which ``page`` decodes."""
    position = start
    for match in _CODE_SPAN.finditer(run.text, start, end):
        for place in range(match.start(), match.end()):
            entity = {"<": "&lt;", "&": "&amp;"}.get(run.text[place])
            if entity:
                builder.copy(run, position, place)
                builder.add(entity, run.offsets.span(place, place + 1))
                position = place + 1
    builder.copy(run, position, end)


def blocks(run: Run) -> list[Draft]:
    """Return the drafts of a stretch of Markdown."""
    reader = _Lines(run)
    for start, end in run.lines():
        reader.take(start, end)
    return reader.finish()


class _Lines:
    """Takes line after line and closes a block where the next one begins."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.drafts: list[Draft] = []
        self.open: list[tuple[int, int]] = []
        self.quoted = False
        self.table: list[tuple[int, int]] = []

    def take(self, start: int, end: int) -> None:
        text = self.run.text
        line = text[start:end]
        if self.table:
            if "|" in line:
                self.table.append((start, end))
                return
            self._close_table()
        if not line.strip() or _REFERENCE.match(line):
            self._close()
        elif heading := _HEADING.match(line):
            self._close()
            tail = _HEADING_END.search(line, heading.end() - 1)
            self._add(start + heading.end(), start + tail.start() if tail else end, level=len(heading[1]))
        elif self._underlines(line):
            self._close(level=1 if "=" in line else 2)
        elif _RULE.match(line):
            self._close()
        elif self.open and _is_delimiter(line) and "|" in text[slice(*self.open[-1])]:
            head = self.open.pop()
            self._close()
            self.table = [head, (start, end)]
        else:
            self._paragraph_line(start, end)

    def _paragraph_line(self, start: int, end: int) -> None:
        text = self.run.text
        quote = _QUOTE.match(text, start, end)
        if quote:
            if not self.quoted:
                self._close()
            self.quoted = True
            start = quote.end()
        elif self.quoted and not self.open:
            self.quoted = False
        item = _ITEM.match(text, start, end)
        if item:
            self._close(keep_quote=bool(quote))
            start = item.end()
        if not text[start:end].strip():
            self._close(keep_quote=bool(quote))
            return
        self.open.append((start, end))
        if text[start:end].rstrip()[-1] in _ENDED:
            self._close(keep_quote=bool(quote))

    def _underlines(self, line: str) -> bool:
        return len(self.open) == 1 and not self.quoted and _UNDERLINE.match(line) is not None

    def _close(self, level: int = 0, keep_quote: bool = False) -> None:
        if self.open:
            first, last = self.open[0], self.open[-1]
            if self.quoted and len(self.open) > 1:
                builder = Builder()
                for start, end in self.open:
                    stop = self.run.text.find("\n", end) + 1 or last[1]
                    builder.copy(self.run, start, min(stop, last[1]))
                self._append(builder.run(), level)
            else:
                self._add(first[0], last[1], level)
        self.open = []
        self.quoted = self.quoted and keep_quote

    def _add(self, start: int, end: int, level: int = 0) -> None:
        self._append(self.run.cut(start, end), level)

    def _append(self, run: Run, level: int) -> None:
        shown = plain(run)
        if shown.run.text:
            self.drafts.append(
                Draft(
                    shown.run,
                    level=level,
                    bold=shown.bold,
                    quoted=self.quoted,
                    linked=shown.linked and not level,
                )
            )

    def _close_table(self) -> None:
        rows = [self._cells(*line) for number, line in enumerate(self.table) if number != 1]
        self.table = []
        self.drafts.extend(grid(rows, caption_above(self.drafts)))

    def _cells(self, start: int, end: int) -> list[GridCell]:
        text = self.run.text[start:end]
        bars = [match.start() for match in re.finditer(r"(?<!\\)\|", text)]
        edges = [-1, *bars, len(text)]
        cells = [(edges[i] + 1, edges[i + 1]) for i in range(len(edges) - 1)]
        if cells and not text[slice(*cells[0])].strip():
            cells = cells[1:]
        if cells and not text[slice(*cells[-1])].strip():
            cells = cells[:-1]
        return [lone(plain(self.run.cut(start + left, start + right)).run) for left, right in cells]

    def finish(self) -> list[Draft]:
        if self.table:
            self._close_table()
        self._close()
        return self.drafts


def _is_delimiter(line: str) -> bool:
    marks = line.strip()
    return set(marks) <= set("|:- \t") and "-" in marks and "|" in marks
