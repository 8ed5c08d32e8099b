"""An event that is told as done, and dated after the day on which the document came out.

Why: who writes on 1 October 2023 that a bridge 已于2024年9月28日通车 has the wrong year or the wrong verb.

Passes: ``青松大桥已于2023年9月28日正式通车。`` (in a document of 2023-10-01)
Fails: ``青松大桥已于2024年9月28日正式通车。`` (V504, in the same)

Only dates whose words say that it happened (已于, was completed on): a plain sentence may announce.  A day
is allowed for zones; a document without a date is not judged.

Severity: error.
Options: ``kind: done`` in ``rules/relations``.
To silence it: mend the date or the verb (将, will).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from verify.checks.facts import Facts
from verify.checks.reckoned import of_sentence
from verify.checks.related import related
from verify.model.finding import Finding
from verify.model.stage import Stage
from verify.model.wording import described

CODES = {"V504": "done after the day of publication"}
_ZONES = dt.timedelta(days=1)


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each event called done that lies after its document's date."""
    return Stage(tuple(_wrong(facts)))


def _wrong(facts: Facts) -> Iterator[Finding]:
    for one in related(facts, "done"):
        when, published = one.day("when"), one.statement.document.source.published
        if when is None or when.earliest is None or published is None:
            continue
        if when.earliest > published + _ZONES:
            late = f"published {published.isoformat()}: too late by {(when.earliest - published).days} days"
            yield of_sentence(
                facts,
                one,
                "V504",
                f"{CODES['V504']}: {described(when)}, {late}",
                expected=f"at the latest {published.isoformat()}",
                found=described(when),
            )
