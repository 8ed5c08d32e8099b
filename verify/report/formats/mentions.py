"""``mentions.jsonl``: every figure and date that was read, a line each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from verify.report import schema
from verify.text.visible import inert_json

NAME = "mentions"
SUFFIX = ".jsonl"
STEM = "mentions"

_encoded = json.JSONEncoder(ensure_ascii=False).encode
"""``json.dumps`` would make an encoder for each line."""


def render(report: schema.Report) -> str:
    """Return one JSON object a line."""
    return "".join(lines(report.mentions))


def lines(mentions: Iterable[schema.Mention]) -> Iterator[str]:
    """Yield the line of each."""
    for mention in mentions:
        yield inert_json(_encoded(mention.model_dump(mode="json")) + "\n")
