"""A ``report.json`` that was written before.

Comes in: its path.  Goes out: the report, checked.  The mentions beside it are left to whoever needs them.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from verify.errors import UsageError
from verify.report import schema


def stored(file: Path) -> schema.Report:
    """Return the report in a file.  Raises UsageError where it cannot be read or is no report."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}; name a report.json") from None
    try:
        return schema.Report.model_validate_json(content)
    except ValidationError as error:
        first = error.errors()[0]
        inside = ".".join(str(name) for name in first["loc"])
        told = f"{inside}: {first['msg']}" if inside else first["msg"]
        raise UsageError(f"{file} is no report of this version: {told}; write it anew") from None


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
