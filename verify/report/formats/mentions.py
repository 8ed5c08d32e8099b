"""``mentions.jsonl``: every figure and date that was read, a line each."""

from __future__ import annotations

import json

from verify.report import schema

NAME = "mentions"
SUFFIX = ".jsonl"
STEM = "mentions"


def render(report: schema.Report) -> str:
    """Return one JSON object a line."""
    return "".join(
        json.dumps(mention.model_dump(mode="json"), ensure_ascii=False) + "\n" for mention in report.mentions
    )
