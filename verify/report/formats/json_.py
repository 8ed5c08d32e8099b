"""``report.json``: the whole report for other programs."""

from __future__ import annotations

import json

from verify.report import schema

NAME = "json"
SUFFIX = ".json"
STEM = "report"


def render(report: schema.Report) -> str:
    """Return the report as one JSON object."""
    return json.dumps(report.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"
