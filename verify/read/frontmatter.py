"""The block of ``key: value`` lines between two ``---`` at the head of a text.

Comes in: a run.  Goes out: entries, each value a run that knows its place, where the body begins,
and issues.  Read line by line and never as YAML: there is nothing to expand (aliases stay text), a
broken line costs itself only, and every value keeps its place.  What a key means is left to
``fields``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify.model.document import Issue
from verify.model.span import Span
from verify.read.runs import Builder, Run

_OPENING = re.compile(r"\s*^---[ \t]*\r?\n(?:#[^\n]*\n)*+", re.MULTILINE)
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_PAIR = re.compile(
    r"""[ \t]*(?:-[ \t]+)?(["']?)([^\s:#'"{}\[\],&*!|>%@`-][^:'"\n]{0,60}?)\1[ \t]*:(?=\s|$)[ \t]*"""
)
_ITEM = re.compile(r"\s*-[ \t]+")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "/": "/", "0": ""}
_DOUBLED = re.compile("''")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))")


@dataclass(frozen=True, slots=True)
class Entry:
    """One value; a key with a list has several entries."""

    key: str
    """Nested keys joined by a dot."""
    value: Run


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head of a text said."""

    entries: tuple[Entry, ...]
    body: int
    """Where the rest of the text begins."""
    issues: tuple[Issue, ...]


def opens(text: str) -> bool:
    """Say whether a text begins with front matter, empty lines aside."""
    opening = _OPENING.match(text)
    return opening is not None and _PAIR.match(text, opening.end()) is not None


def front_matter(run: Run, source_id: str) -> FrontMatter:
    """Return the front matter of a text; without any, no entries and a body from 0."""
    opening = _OPENING.match(run.text)
    if opening is None or not _PAIR.match(run.text, opening.end()):
        return FrontMatter((), 0, ())
    closing = _CLOSING.search(run.text, opening.end())
    reader = _Reader(run, source_id)
    if closing is None:
        end = reader.pairs_end(opening.end())
        message = "front matter without a closing '---'; end it with such a line"
        reader.complain(message, opening.start(), opening.end())
        reader.read(opening.end(), end)
        return FrontMatter(tuple(reader.entries), end, tuple(reader.issues))
    reader.read(opening.end(), closing.start())
    return FrontMatter(tuple(reader.entries), closing.end(), tuple(reader.issues))


class _Reader:
    """Walks over the lines, holding the key to which an indented line belongs."""

    def __init__(self, run: Run, source_id: str) -> None:
        self.run = run
        self.source_id = source_id
        self.entries: list[Entry] = []
        self.issues: list[Issue] = []
        self.key = ""
        self.nests = False
        self.value: list[tuple[int, int]] = []

    def complain(self, message: str, start: int, end: int) -> None:
        place = self.run.offsets.span(start, end)
        self.issues.append(Issue("front-matter", message, self.source_id, place))

    def pairs_end(self, start: int) -> int:
        """Return the end of the lines that look like entries, for a block that nothing closes."""
        position = start
        text = self.run.text
        while position < len(text):
            stop = text.find("\n", position) + 1 or len(text)
            line = text[position:stop]
            belongs = line.startswith((" ", "\t")) or _PAIR.match(line) or _ITEM.match(line)
            if not belongs or not line.strip():
                break
            position = stop
        return position

    def read(self, start: int, end: int) -> None:
        text = self.run.text
        position = start
        while position < end:
            stop = min(text.find("\n", position) + 1 or end, end)
            self._line(position, stop)
            position = stop
        self._flush()

    def _line(self, start: int, end: int) -> None:
        text = self.run.text
        line = text[start:end].rstrip()
        if not line.strip() or line.lstrip().startswith("#"):
            return
        nested = line[0] in " \t-"
        pair = _PAIR.match(line)
        if pair and (not nested or self.nests):
            self._flush()
            self.key = f"{self.key.split('.')[0]}.{pair[2]}" if nested else pair[2]
            # Only under a key without a value of its own do indented pairs begin entries.
            self.nests = nested or pair.end() == len(line)
            self._begin(start + pair.end(), start + len(line))
        elif item := _ITEM.match(line):
            self._flush()
            self._begin(start + item.end(), start + len(line))
        elif nested and self.key:
            self.value.append((start + len(line) - len(line.lstrip()), start + len(line)))
        else:
            message = f"not a 'key: value' line: {line[:40]!r}; the line is left out"
            self.complain(message, start, start + len(line))

    def _begin(self, start: int, end: int) -> None:
        if start < end:
            self.value = [(start, end)]

    def _flush(self) -> None:
        """Close the value under way: block marks and quotes off, escapes decoded."""
        lines, self.value = self.value, []
        text = self.run.text
        if lines and text[lines[0][0] : lines[0][1]].rstrip("+-0123456789") in ("|", ">"):
            lines = lines[1:]
        if not lines:
            return
        quote = text[lines[0][0]]
        if quote in "'\"":
            lines = self._unquoted(lines, quote)
        if quote == "[" and text[lines[-1][1] - 1] == "]":
            self._flow_list(lines)
            return
        builder = Builder()
        for number, (start, end) in enumerate(lines):
            if number:
                line_break = text.index("\n", lines[number - 1][1])
                builder.copy(self.run, line_break, line_break + 1)
            _copy(builder, self.run, Span(start, end), quote)
        value = builder.run().strip()
        if value.text:
            self.entries.append(Entry(self.key, value))

    def _unquoted(self, lines: list[tuple[int, int]], quote: str) -> list[tuple[int, int]]:
        first, last = lines[0], lines[-1]
        closed = self.run.text[last[1] - 1] == quote and (len(lines) > 1 or last[1] - first[0] > 1)
        if not closed:
            message = f"a value opens with {quote} and does not end with it; it is read as it stands"
            self.complain(message, *first)
        lines = [(first[0] + 1, first[1]), *lines[1:]]
        lines[-1] = (lines[-1][0], lines[-1][1] - closed)
        return lines

    def _flow_list(self, lines: list[tuple[int, int]]) -> None:
        start, end = lines[0][0] + 1, lines[-1][1] - 1
        for match in re.finditer(r"[^,]+", self.run.text[start:end]):
            value = self.run.cut(start + match.start(), start + match.end()).strip()
            quoted = len(value.text) > 1 and value.text[0] == value.text[-1] and value.text[0] in "'\""
            if quoted:
                value = value.cut(1, len(value.text) - 1)
            if value.text:
                self.entries.append(Entry(self.key, value))


def _copy(builder: Builder, run: Run, place: Span, quote: str) -> None:
    if quote == "'":
        builder.rewrite(run, place, _DOUBLED, lambda match: "'")
    elif quote == '"':
        builder.rewrite(run, place, _ESCAPE, _unescaped)
    else:
        builder.copy(run, place.start, place.end)


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code:
        letter = chr(int(code, 16))
        return letter if letter.isprintable() else "\ufffd"
    return _ESCAPES.get(match[3], match[3])
