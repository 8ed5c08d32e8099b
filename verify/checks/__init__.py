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
from verify.model.finding import Finding
from verify.model.stage import Stage


def kinds() -> tuple[ModuleType, ...]:
    """Return the modules that are checks, sorted by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names)
    return tuple(module for module in modules if hasattr(module, "CODES"))


def run(facts: Facts) -> Stage[Finding]:
    """Return the findings of all checks, the gravest first, each fingerprint once."""
    found: dict[str, Finding] = {}
    issues: list[Issue] = []
    for kind in kinds():
        stage: Stage[Finding] = kind.check(facts)
        issues.extend(stage.issues)
        for finding in stage.items:
            found[finding.id] = _merged(found.get(finding.id), finding)
    ordered = sorted(found.values(), key=lambda finding: (-finding.severity.weight, finding.code, finding.id))
    return Stage(tuple(ordered), tuple(issues))


def _merged(known: Finding | None, finding: Finding) -> Finding:
    """Return one finding for the same judgement met at several places."""
    if known is None:
        return finding
    places = sorted({*known.locations, *finding.locations}, key=lambda place: (place.source_id, place.span))
    claims = sorted({*known.claim_ids, *finding.claim_ids})
    return replace(known, locations=tuple(places), claim_ids=tuple(claims))
