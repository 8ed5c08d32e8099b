"""One module for each kind of check; adding a module is enough.

The judged parts of a report come in (``Facts``), findings go out.  A module of this package
that has ``CODES`` and ``check`` is a check; its docstring is its page in the manual.

Parts may be checked one by one: the groups of some things, the sentences of some documents.  A check that
holds things or documents against each other has ``across``, which says what it needs of a part, and is given
that of all parts together; one whose findings of several parts may tell the same twice has ``once``, which is
given those of its codes together.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib import import_module
from itertools import groupby
from types import ModuleType

from verify.checks.facts import Facts
from verify.engine.shelf import arranged, kept, ordered
from verify.model.document import Issue
from verify.model.finding import Finding, Location, gravest_first
from verify.model.stage import Stage


def kinds() -> tuple[ModuleType, ...]:
    """Return the modules that are checks, sorted by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names)
    return tuple(module for module in modules if hasattr(module, "CODES"))


NOTHING: Stage[Finding] = Stage(())


def run(facts: Facts, *more: Facts) -> Stage[Finding]:
    """Return the findings of all checks, the gravest first, then by place, each fingerprint once.

    Several ``Facts`` with the same sources (drafts) are checked one by one and told together.
    """
    stages = [found(each, across=across) for each in (facts, *more) for across in (False, True)]
    return Stage(
        settled((finding for stage in stages for finding in stage.items), facts),
        tuple(issue for stage in stages for issue in stage.issues),
    )


def found(facts: Facts, *, across: bool = False) -> Stage[Finding]:
    """Return what the checks of parts find in one part, or those ``across`` in all, yet to be settled."""
    items: list[Finding] = []
    issues: list[Issue] = []
    for kind in kinds():
        if hasattr(kind, "across") is across:
            stage: Stage[Finding] = kind.check(facts)
            items.extend(stage.items)
            issues.extend(stage.issues)
    return Stage(tuple(items), tuple(issues))


def across(facts: Facts) -> Facts:
    """Return what of one part the checks need that hold things or documents against each other."""
    return joined([kind.across(facts) for kind in kinds() if hasattr(kind, "across")], facts)


def joined(parts: Sequence[Facts], base: Facts) -> Facts:
    """Return the facts of some parts together, in the order of a report; ``base`` tells the rest."""
    documents = {one.source.id: one for part in parts for one in part.documents}
    groups = {one.id: one for part in parts for one in part.groups}
    claims = {one.id: one for part in parts for one in part.claims}
    return replace(
        base,
        documents=sorted(documents.values(), key=lambda one: one.source.path),
        groups=[groups[one] for one in sorted(groups)],
        claims=sorted(claims.values(), key=lambda one: (one.source_id, one.span, one.id)),
        mentions=[one for part in parts for one in part.mentions],
        read=[one for part in parts for one in part.read],
        definitions=(),
    )


def settled(findings: Iterable[Finding], facts: Facts) -> Sequence[Finding]:
    """Return the findings of all parts, in whatever order, as a report tells them: each once, in order."""
    alike = groupby(ordered(findings, lambda finding: finding.id), lambda finding: finding.id)
    merged = kept(_merged([*same]) for _, same in alike)
    twice: set[str] = set()
    for kind in kinds():
        if hasattr(kind, "once"):
            mine = [finding for finding in merged if finding.code in kind.CODES]
            twice |= {finding.id for finding in mine} - {finding.id for finding in kind.once(mine, facts)}
    return arranged((finding for finding in merged if finding.id not in twice), gravest_first(facts.path))


def _merged(alike: list[Finding]) -> Finding:
    """Return one finding for the same judgement met at several places; its head is the first of them."""
    head = min(alike, key=_first)
    places = {place for finding in alike for place in finding.locations}
    more = sorted(places - {*head.locations}, key=_place)
    claims = sorted({claim_id for finding in alike for claim_id in finding.claim_ids})
    return head._replace(locations=(*head.locations, *more), claim_ids=tuple(claims))


def _first(one: Finding) -> tuple[object, ...]:
    """Return a sort key that leaves nothing to the order in which findings come."""
    return [*map(_place, one.locations)], one.group_id or "", one.message


def _place(location: Location) -> tuple[str, int, int]:
    return location.source_id, location.span.start, location.span.end
