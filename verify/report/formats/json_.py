"""``report.json``: the whole report for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError

from verify.report import schema
from verify.text.visible import inert_json

NAME = "json"
SUFFIX = ".json"
STEM = "report"

_LONG = ("claims", "groups", "findings")
"""Of these there are too many for one text; in the order of the report."""


def render(report: schema.Report) -> str:
    """Return the report as one JSON object."""
    return "".join(parts(report))


def parts(report: schema.Report) -> Iterator[str]:
    """Yield the same in pieces, one for each of the records that there are many of."""
    rest = _text(report.model_copy(update=dict.fromkeys(_LONG, ()))) + "\n"
    for name in _LONG:
        # names stand so far to the left nowhere else
        before, mark, rest = rest.partition(f'\n "{name}": []')
        yield f"{before}{mark.removesuffix(']')}"
        comma = ""
        for record in getattr(report, name):
            yield f"{comma}\n  " + _text(record).replace("\n", "\n  ")
            comma = ","
        yield "\n ]" if comma else "]"
    yield rest


def _text(record: BaseModel) -> str:
    try:
        return inert_json(record.model_dump_json(indent=1))
    except PydanticSerializationError:  # a lone surrogate, which only the standard library writes
        return inert_json(json.dumps(record.model_dump(mode="json"), ensure_ascii=False, indent=1))
