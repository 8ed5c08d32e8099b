"""``report.json``: the whole report for other programs."""

from __future__ import annotations

import json

from pydantic_core import PydanticSerializationError

from verify.report import schema
from verify.text.visible import inert_json

NAME = "json"
SUFFIX = ".json"
STEM = "report"


def render(report: schema.Report) -> str:
    """Return the report as one JSON object."""
    try:
        return inert_json(report.model_dump_json(indent=1) + "\n")
    except PydanticSerializationError:  # a lone surrogate, which only the standard library writes
        return inert_json(json.dumps(report.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n")
