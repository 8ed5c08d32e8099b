"""A ``report.json`` that was written before.

Comes in: its path.  Goes out: the report, checked.  The mentions beside it are left to whoever needs them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from verify.errors import UsageError
from verify.report import schema

Part = TypeVar("Part", bound=schema.Part)


def stored(file: Path, missing: str = "name a report.json") -> schema.Report:
    """Return the report in a file.

    Raises UsageError where it cannot be read, with what to do about that, or is no report.
    """
    return parsed(schema.Report, content(file, missing), f"{file}")


def content(file: Path, missing: str) -> bytes:
    """Return what a file holds; UsageError says why not, and what to do."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}; {missing}") from None


def parsed(part: type[Part], content: bytes, place: str) -> Part:
    """Return a part of a report as its file has it; UsageError with its place where it is none."""
    try:
        return part.model_validate_json(content)
    except ValidationError as error:
        first = error.errors()[0]
        inside = ".".join(str(name) for name in first["loc"])
        told = f"{inside}: {first['msg']}" if inside else first["msg"]
        raise UsageError(f"{place} is no report of this version: {told}; run 'verify run' again") from None


def known(report: schema.Report, file: Path, level: str) -> frozenset[str]:
    """Return the ids of the findings that a report holds, those that were suppressed then left out.

    Raises UsageError where the report was written without findings as slight as ``level``: they would all
    look new.
    """
    hidden = [] if report.outcome is None else list(report.outcome.hidden)
    if hidden and schema.LEVELS.index(level) >= min(map(schema.LEVELS.index, hidden)):
        raise UsageError(
            f"{file} was written without its {hidden[0]}s, which would all look new: write it with"
            f" --show {level}, or with 'verify run'"
        )
    return frozenset(one.id for one in report.findings if one.state != "suppressed")
