"""The baseline: findings that were there when a project began to check, one sorted line each.

Comes in: the text of the file, a report, the day.  Goes out: the entries, or the new text.  A line holds the
fingerprint of the judgement, the day since when it stands there, and what it is about: no place and no count,
so that it stays as it is when documents move or a known value is repeated, and is another one when a value
changes or joins.  Writing the file is left to ``write``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from verify.errors import BaselineError, Problem
from verify.model.report import MARKER
from verify.report import schema
from verify.text.visible import visible

_HEAD = f"""\
# {MARKER}: findings known before. 'verify baseline update' writes it; docs/baseline.md tells how.
"""
_LINE = re.compile(r"(?P<id>V[0-9]{3}-[0-9a-f]{12}) (?P<since>[0-9]{4}-[0-9]{2}-[0-9]{2})(?: (?P<about>.*))?")
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding that is known."""

    id: str
    since: dt.date
    """When it came into the baseline."""
    about: str
    """For people: what the finding is about, and its values."""


Entries = Mapping[str, Entry]


def parse(text: str, shown: str) -> dict[str, Entry]:
    """Return the entries of a baseline by their ids.  Raises BaselineError with every line that is none."""
    entries: dict[str, Entry] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        entry = _entry(line.strip())
        if entry is None:
            problems.append(Problem(shown, number, 1, _mistake(line)))
        else:
            entries.setdefault(entry.id, entry)
    if problems:
        raise BaselineError(tuple(problems))
    return entries


def render(entries: Iterable[Entry]) -> str:
    """Return the text of a baseline."""
    lines = sorted(f"{one.id} {one.since} {one.about}".rstrip() for one in entries)
    return _HEAD + "".join(f"{line}\n" for line in lines)


def updated(
    report: schema.Report, findings: Iterable[schema.Finding], old: Entries, day: dt.date
) -> dict[str, Entry]:
    """Return the entries of findings: those known before as they stand, the others since ``day``."""
    claims = {claim.id: claim for claim in report.claims}
    names = {entity.id: entity.name for entity in report.entities}
    names |= {attribute.id: attribute.name for attribute in report.attributes}
    return {
        one.id: old.get(one.id)
        or Entry(one.id, day, _about(one, [claims[ident] for ident in one.claim_ids], names))
        for one in findings
    }


def _entry(line: str) -> Entry | None:
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    try:
        return Entry(found["id"], dt.date.fromisoformat(found["since"]), found["about"] or "")
    except ValueError:
        return None


def _mistake(line: str) -> str:
    if line.startswith(_CONFLICT):
        return "the mark of a merge conflict: keep the lines of both sides, and remove the marks"
    return "no line of a baseline, such as 'V101-0123456789ab 2026-07-01'; remove it, and update the baseline"


def _about(finding: schema.Finding, claims: Iterable[schema.Claim], names: Mapping[str, str]) -> str:
    """Return what a finding is about and its values, on one line, without a place."""
    claims = tuple(claims)
    subjects = sorted({f"{names.get(one.entity_id, '')} {names.get(one.attribute_id, '')}" for one in claims})
    values = sorted({one.value.stated for one in claims} or {finding.expected, finding.found} - {""})
    parts = (finding.severity, "; ".join(subjects), " / ".join(values))
    return visible(" ".join(" ".join(parts).split()))


def read(file: Path) -> str | None:
    """Return the text of a baseline, None where there is no such file.  Raises BaselineError."""
    try:
        return file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        message = "not UTF-8: save the file in that encoding"
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
    raise BaselineError((Problem(f"{file}", 1, 1, message),))
