"""One module for each kind of check; adding a module is enough.

The judged parts of a report come in (``Facts``), findings go out.  A module of this package
that has ``CODES`` and ``check`` is a check; its docstring is its page in the manual.
"""

from __future__ import annotations

import pkgutil
from dataclasses import replace
from importlib import import_module
from types import ModuleType

from verify.checks.facts import Facts
from verify.model.document import Issue
from verify.model.finding import Finding, Location, in_order
from verify.model.stage import Stage


def kinds() -> tuple[ModuleType, ...]:
    """Return the modules that are checks, sorted by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names)
    return tuple(module for module in modules if hasattr(module, "CODES"))


def run(facts: Facts, *more: Facts) -> Stage[Finding]:
    """Return the findings of all checks, the gravest first, then by place, each fingerprint once.

    Several ``Facts`` with the same sources (drafts) are checked one by one and told together.
    """
    found: dict[str, list[Finding]] = {}
    issues: list[Issue] = []
    stages: list[Stage[Finding]] = [kind.check(each) for kind in kinds() for each in (facts, *more)]
    for stage in stages:
        issues.extend(stage.issues)
        for finding in stage.items:
            found.setdefault(finding.id, []).append(finding)

    merged = (_merged(alike) for alike in found.values())
    return Stage(in_order(merged, facts.path), tuple(issues))


def _merged(alike: list[Finding]) -> Finding:
    """Return one finding for the same judgement met at several places; its head is the first of them."""
    head = min(alike, key=lambda one: [_place(place) for place in one.locations[:1]])
    places = {place for finding in alike for place in finding.locations}
    more = sorted(places - {*head.locations}, key=_place)
    claims = sorted({claim_id for finding in alike for claim_id in finding.claim_ids})
    return replace(head, locations=(*head.locations, *more), claim_ids=tuple(claims))


def _place(location: Location) -> tuple[str, int, int]:
    return location.source_id, location.span.start, location.span.end
