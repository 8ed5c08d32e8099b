"""Facts that rest on one origin.

Why: many documents may print one release; a figure that they all copied is as good as its one
source, and a figure that one document alone states has nobody to confirm it.

Passes: ``青松大桥全长55公里`` in one source, ``青松大桥总长约五十五千米`` in another.
Fails: ``青松大桥全长55公里`` in one source alone (V602); three reprints of one release (V601).

Both are notes: shown in the report, and by ``verify check`` only with ``--show note``.  To
silence them, add a source of another origin.
"""

from __future__ import annotations

from verify.checks.facts import Facts
from verify.checks.finding import of_group, said
from verify.model.finding import Finding, Severity
from verify.model.group import Group, Verdict
from verify.model.stage import Stage

_SHOWN = 80
"""Characters of a passage in a message; the report has all of it."""
CODES = {"V601": "agreement of one origin only", "V602": "single-source fact"}


def check(facts: Facts) -> Stage[Finding]:
    """Return a note for each group that rests on one origin; a draft is none."""
    if facts.drafted is not None:
        return Stage(())
    return Stage(tuple(_note(facts, group) for group in facts.groups if _single(group)))


def _single(group: Group) -> bool:
    return group.verdict is Verdict.SINGLE and bool(group.clusters)


def _note(facts: Facts, group: Group) -> Finding:
    claims = [facts.claim[claim_id] for cluster in group.clusters for claim_id in cluster.claim_ids]
    documents = sorted({claim.source_id for claim in claims})
    code = "V601" if len(documents) > 1 else "V602"
    first = facts.claim[group.clusters[0].claim_ids[0]]
    shared = f"{len(documents)} documents, but one origin: {', '.join(map(facts.path, documents))}"
    reasons = "; ".join(dict.fromkeys(lineage.why for lineage in group.lineages))
    why = f"{shared} ({reasons}){_passage(group)}" if code == "V601" else "nobody else does"
    return of_group(
        facts,
        group,
        claims,
        code=code,
        severity=Severity.NOTE,
        message=f"{CODES[code]}: {facts.subject(group)}: {said(facts, first)}; {why}",
        shown=(first,),
    )


def _passage(group: Group) -> str:
    """Return the beginning of the longest run that the documents share word for word."""
    text = max((passage.text for passage in group.passages), key=len, default="")
    clipped = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return f"; shared: “{clipped}”" if text else ""
