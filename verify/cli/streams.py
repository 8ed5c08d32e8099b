"""What goes through stdin and stdout: UTF-8 whatever the locale says, colours where they are wanted."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from verify.errors import UsageError

if TYPE_CHECKING:
    from verify.report import schema


def emit(text: str | bytes) -> None:
    """Write to stdout, in UTF-8 whatever the locale says: the same input gives the same bytes."""
    from verify.report.write import encoded

    sys.stdout.buffer.write(encoded(text))
    sys.stdout.buffer.flush()


def in_colour(report: schema.Report, wanted: str) -> schema.Report:
    """Return the report so that it is shown in colour where that is wanted.

    ``auto`` asks for a terminal, and for NO_COLOR to be unset or empty (no-color.org).
    """
    colour = wanted == "always" or (
        wanted == "auto" and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    )
    return report.model_copy(update={"call": report.call.model_copy(update={"colour": colour})})


def text_of(argument: str) -> str:
    """Return the argument itself, or all of stdin for ``-``."""
    return _stdin() if argument == "-" else argument


def _stdin() -> str:
    if sys.stdin.isatty():
        raise click.UsageError("nothing on stdin: give the text as an argument, or pipe it in")
    return _decoded(sys.stdin.buffer.read(), "stdin")


def json_lines(required: tuple[str, ...]) -> Iterator[Mapping[str, Any]]:
    """Yield the JSON object of each line of stdin; the fields that are required hold texts."""
    for number, line in enumerate(sys.stdin.buffer, start=1):
        place = f"stdin line {number}"
        text = _decoded(line, place)
        if not text.strip():
            continue
        try:
            found = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{place} is no JSON: {error}") from None
        if not isinstance(found, dict) or not all(isinstance(found.get(name), str) for name in required):
            raise UsageError(
                f"{place}: expected an object with the texts {' and '.join(map(repr, required))}"
            )
        yield found


def _decoded(content: bytes, place: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{place} is not UTF-8 at byte {error.start}") from None
