"""Judgements as plain data, as the store and the exported files hold them.

Comes in: a ``Judgement``, or what was read back.  Goes out: the other.  A body that does not have the form
is a mistake of its file, told with its place in the data.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from verify.errors import UsageError
from verify.model.judgement import Judgement

__all__ = ["body_of", "judgement_of"]

_ADAPTER = TypeAdapter(Judgement)


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
