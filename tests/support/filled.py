"""A report with a text in the place of every word that a source, a file or a person can put into it."""

from __future__ import annotations

from typing import Any

from verify.report import schema

WORD = "QQQ"
"""Stands in a report wherever a source, a name of a file or a person can put words."""
WRITTEN = frozenset(
    {"author", "before", "bound", "category", "derivation", "expected", "explain", "explanation", "found"}
    | {"message", "name", "path", "place", "publisher", "quote", "reason", "region", "scope", "sentence"}
    | {"shown", "since", "speaker", "stated", "text", "title", "told", "unit", "why"}
    | {"editor", "subject", "rule", "quote"}
)
"""Fields that such words get into."""


def written_into(report: schema.Report, words: str) -> schema.Report:
    """Return the report with the words behind every text that people write."""
    found = _with(report, words, add=True)
    assert isinstance(found, schema.Report)
    return found


def filled(report: schema.Report, words: str) -> schema.Report:
    """Return a report that ``WORD`` was written into with other words in its place."""
    found = _with(report, words)
    assert isinstance(found, schema.Report)
    return found


def _with(value: Any, words: str, *, add: bool = False, field: str = "") -> Any:
    """Return a part of a report with the words in the place of WORD, or added to what people write."""
    if isinstance(value, schema.Part) and not isinstance(value, schema.Page):
        update = {
            name: _with(getattr(value, name), words, add=add, field=name) for name in type(value).model_fields
        }
        return value.model_copy(update=update)
    if isinstance(value, tuple):
        return tuple(_with(item, words, add=add, field=field) for item in value)
    if isinstance(value, dict):
        return {key: _with(item, words, add=add, field=field) for key, item in value.items()}
    if isinstance(value, str):
        if add:
            return f"{value}{words}" if field in WRITTEN else value
        return value.replace(WORD, words)
    return value
