"""``mentions.jsonl``: every figure and date that was read, a line each."""

from __future__ import annotations

import json

from verify.report import schema
from verify.text.visible import inert_json

NAME = "mentions"
SUFFIX = ".jsonl"
STEM = "mentions"


def render(report: schema.Report) -> str:
    """Return one JSON object a line."""
    lines = (json.dumps(mention.model_dump(mode="json"), ensure_ascii=False) for mention in report.mentions)
    return inert_json("".join(f"{line}\n" for line in lines))
