"""What became of the findings between two runs.

Comes in: two reports.  Goes out: findings that are new, that are resolved, and that changed: another value
joined or went (the same code about the same fact), or the severity or state is another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from verify.report import schema
from verify.report.numbers import spelled
from verify.text.visible import visible


@dataclass(frozen=True, slots=True)
class Difference:
    """The findings of two runs, each in the order of its report."""

    new: tuple[schema.Finding, ...]
    resolved: tuple[schema.Finding, ...]
    changed: tuple[tuple[schema.Finding, schema.Finding], ...]
    """As it was, as it is."""

    def as_dict(self) -> dict[str, object]:
        """Return what ``verify diff --format json`` prints."""
        return {
            "new": [one.model_dump(mode="json") for one in self.new],
            "resolved": [one.model_dump(mode="json") for one in self.resolved],
            "changed": [
                {"old": old.model_dump(mode="json"), "new": new.model_dump(mode="json")}
                for old, new in self.changed
            ],
        }


def difference(old: schema.Report, new: schema.Report) -> Difference:
    """Return what became of the findings of the old report."""
    before, after = ({one.id: one for one in report.findings} for report in (old, new))
    gone = [one for one in old.findings if one.id not in after]
    come = [one for one in new.findings if one.id not in before]
    moved = _same_fact(gone, come)
    changed = [
        (before[one.id], one)
        for one in new.findings
        if one.id in before and _standing(before[one.id]) != _standing(one)
    ]
    old_ids, new_ids = {one.id for one, _ in moved}, {one.id for _, one in moved}
    return Difference(
        tuple(one for one in come if one.id not in new_ids),
        tuple(one for one in gone if one.id not in old_ids),
        (*moved, *changed),
    )


def told(found: Difference, old: schema.Report, new: schema.Report) -> str:
    """Return the difference for people, a finding a line, and the counts below."""
    lines = [
        *(f"new: {_line(one, new)}" for one in found.new),
        *(f"resolved: {_line(one, old)}" for one in found.resolved),
        *(line for was, now in found.changed for line in _changed(was, now, old, new)),
        f"{len(found.new)} new, {len(found.resolved)} resolved, {len(found.changed)} changed",
    ]
    return visible("".join(f"{line}\n" for line in lines))


def _same_fact(
    gone: list[schema.Finding], come: list[schema.Finding]
) -> list[tuple[schema.Finding, schema.Finding]]:
    """Pair what went with what came of the same code about the same group, where that is one of each."""
    facts: dict[tuple[str, str], tuple[list[schema.Finding], list[schema.Finding]]] = defaultdict(
        lambda: ([], [])
    )
    for side, findings in enumerate((gone, come)):
        for one in findings:
            if one.group_id is not None:
                facts[one.code, one.group_id][side].append(one)
    return [(was[0], now[0]) for was, now in facts.values() if len(was) == len(now) == 1]


def _standing(finding: schema.Finding) -> tuple[str, str]:
    return finding.severity, finding.state


def _changed(
    was: schema.Finding, now: schema.Finding, old: schema.Report, new: schema.Report
) -> Iterator[str]:
    yield f"changed: {_line(now, new)}"
    if was.id != now.id:
        yield f"    before: {_line(was, old)}"
    else:
        yield f"    before: {was.severity}, {was.state}; now: {now.severity}, {now.state}"


def _line(finding: schema.Finding, report: schema.Report) -> str:
    paths = {source.id: source.path for source in report.sources}
    first = next(iter(finding.locations), None)
    place = f"{paths[first.source_id]}:{first.span.line}:{first.span.column}: " if first else ""
    return " ".join(f"{place}{finding.severity}[{finding.code}] {spelled(finding.message)}".split())
