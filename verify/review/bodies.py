"""Judgements as plain data, as the store and the exported files hold them.

Comes in: a ``Judgement``, or what was read back.  Goes out: the other.  A body that does not have the form
is a mistake of its file, told with its place in the data.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from verify.errors import UsageError
from verify.model.judgement import Decided, Judgement

__all__ = ["body_of", "decided_of", "entry_of", "judgement_of"]

_ADAPTER = TypeAdapter(Judgement)
_BESIDE = ("editor", "at", "seq")
"""What a file of decisions holds of each beside the judgement."""


def body_of(judgement: Judgement) -> dict[str, Any]:
    """Return a judgement as plain data."""
    body: dict[str, Any] = _ADAPTER.dump_python(judgement, mode="json")
    return body


def judgement_of(body: Mapping[str, Any]) -> Judgement:
    """Return the judgement of plain data.  Raises UsageError where it has another form."""
    try:
        return _ADAPTER.validate_python(dict(body))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise UsageError(f"a decision has another form at {place!r}: {first['msg']}") from error


def entry_of(decided: Decided) -> dict[str, Any]:
    """Return a decision as a file of decisions holds it."""
    return {name: getattr(decided, name) for name in _BESIDE} | body_of(decided.judgement)


def decided_of(entry: Mapping[str, Any]) -> Decided:
    """Return the decision of a file's entry.  Raises UsageError where it has another form."""
    beside = {name: entry[name] for name in _BESIDE if name in entry}
    judgement = judgement_of({name: value for name, value in entry.items() if name not in _BESIDE})
    if not all(isinstance(beside.get(name, ""), str) for name in ("editor", "at")):
        raise UsageError("a decision has another form at 'editor' or 'at': expected texts")
    if not isinstance(beside.get("seq", 0), int):
        raise UsageError("a decision has another form at 'seq': expected a whole number")
    return Decided(judgement, **beside)
