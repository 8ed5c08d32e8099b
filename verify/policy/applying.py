"""From what the checks say to what a project makes of it.

Comes in: a report whose findings are all new, and the policy.  Goes out: the same report; each finding has
the severity that the project gives its code, and its state: suppressed, else known before, else new.  No
finding is dropped; what is shown and what fails is left to others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from verify.engine.shelf import arranged
from verify.model.finding import Finding, State, Suppression, gravest_first
from verify.model.report import Report
from verify.policy.policy import Policy
from verify.policy.suppressing import suppress

OFF = "switched off in the configuration"


def apply(report: Report, policy: Policy, *, codes: Collection[str], today: dt.date) -> Report:
    """Return the report with its findings as the policy has them.

    ``codes`` are those that a suppression may name, ``today`` is the day on which it is judged.
    """
    whole = policy.whole and not report.incomplete and not report.drafts
    suppressed = suppress(report, policy.excuses, codes, today, whole=whole)
    sources = (document.source for document in report.documents)
    paths = {source.id: source.path for source in sources if source.id != source.path}
    judged = _judged(suppressed.findings, policy)
    return replace(
        report,
        findings=arranged(judged, gravest_first(lambda source_id: paths.get(source_id, source_id))),
        dated=suppressed.dated,
    )


def _judged(findings: Iterable[Finding], policy: Policy) -> Iterator[Finding]:
    for finding in findings:
        one = finding._replace(severity=policy.severities.get(finding.code, finding.severity))
        if one.code in policy.off:
            switched = Suppression(OFF, None, policy.off[one.code], in_document=False)
            one = one._replace(state=State.SUPPRESSED, suppression=switched)
        elif one.state is State.NEW and (ident := one.known_as(policy.known)):
            one = one._replace(id=ident, state=State.BASELINE)
        yield one
