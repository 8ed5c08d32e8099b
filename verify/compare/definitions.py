"""Glosses judged: is what a document says of a unit true (SEMANTICS §6)?

Definitions come in, the same go out with left compared with right.  Finding fault is left to
``checks``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from verify.compare.ladder import rung
from verify.model.definition import Definition
from verify.model.document import Issue
from verify.model.group import Comparison
from verify.model.stage import Stage


def judge_definitions(definitions: Iterable[Definition]) -> Stage[Definition]:
    """Return the definitions with their comparison; different dimensions are an issue."""
    judged, issues = [], []
    for one in definitions:
        if one.left.unit.base != one.right.unit.base:
            message = f"{one.stated}: {one.left.unit.base} and {one.right.unit.base} cannot be compared"
            issues.append(Issue("definition-dimensions", message, one.source_id, one.span))
            judged.append(one)
            continue
        found = rung(one.left, one.right)
        comparison = Comparison(
            one.left.stated,
            one.right.stated,
            found.line,
            found.relation,
            found.gap,
            found.bound,
            found.flags,
            found.derivation,
        )
        judged.append(replace(one, comparison=comparison))
    return Stage(tuple(judged), tuple(issues))
