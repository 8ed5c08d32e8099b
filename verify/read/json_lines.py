"""JSON Lines: an article a line, its fields by name.

Comes in: a text of JSON objects, one a line.  Goes out: one document a line, with ``row`` and
``field`` on its blocks.  Strings are found by a tokenizer of our own, because a parsed value has
lost its place; a line that is no object is an issue.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from verify.model.document import Document, Issue
from verify.model.span import Span
from verify.model.stage import Stage
from verify.read.fields import Labels
from verify.read.raw import Raw
from verify.read.record import document, value
from verify.read.runs import Builder, Run, line_spans

SUFFIXES = frozenset({".jsonl", ".ndjson", ".parquet"})
"""Parquet comes as its rows: see ``columnar``."""
ORDER = 2

_TOKEN = re.compile(r'"((?:[^"\\]++|\\.)*+)"|([{}\[\]:,])')
_ESCAPE = re.compile(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[0-9a-fA-F]{4}|\\.")


def recognise(text: str, suffix: str, labels: Labels) -> bool:
    """Take the suffix, or a text whose first line is a JSON object."""
    if suffix in SUFFIXES:
        return True
    first = text.lstrip().split("\n", 1)[0].rstrip()
    return first.startswith('{"') and first.endswith("}") and _is_object(first)


def read(raw: Raw) -> Stage[Document]:
    """Return a document for each line that holds an object."""
    run = Run.whole(raw.text)
    documents: list[Document] = []
    issues: list[Issue] = []
    for row, (start, end) in enumerate(line_spans(raw.text), start=1):
        line = raw.text[start:end]
        if not line.strip():
            continue
        if not _is_object(line):
            message = f"line {row} is no JSON object and was not read; write one object a line"
            issues.append(Issue("json-line", message, raw.path, Span(start, end), incomplete=True))
            continue
        values = [value(key, text, raw) for key, text in _strings(run, start, end)]
        stage = document(raw, [item for item in values if item.run.text], row)
        documents.extend(stage.items)
        issues.extend(stage.issues)
    return Stage(tuple(documents), tuple(issues))


def _is_object(line: str) -> bool:
    try:
        # Numbers stay text: a million digits are no reason to compute.
        return isinstance(json.loads(line, parse_int=str, parse_float=str, parse_constant=str), dict)
    except (ValueError, RecursionError):
        return False


def _strings(run: Run, start: int, end: int) -> Iterator[tuple[str, Run]]:
    """Yield each string value with the names above it joined by dots; lists have no name."""
    above: list[str | None] = []
    name = ""
    pending: Span | None = None
    for match in _TOKEN.finditer(run.text, start, end):
        mark = match[2]
        if mark is None:
            pending = Span(*match.span(1))
            continue
        if mark == ":" and pending:
            name, pending = _text(run, pending).text, None
        elif pending:
            yield ".".join(part for part in (*above, name) if part), _text(run, pending)
            pending = None
        if mark == "{":
            above.append(name)
            name = ""
        elif mark == "[":
            above.append(None)
        elif mark in "}]" and above:
            outer = above.pop()
            name = name if outer is None else outer


def _text(run: Run, place: Span) -> Run:
    builder = Builder()
    builder.rewrite(run, place, _ESCAPE, _unescaped)
    return builder.run()


def _unescaped(match: re.Match[str]) -> str:
    text: str = json.loads(f'"{match[0]}"')
    # Half of a surrogate pair is no character and could not be written to any report.
    return "\ufffd" if "\ud800" <= text <= "\udfff" else text
