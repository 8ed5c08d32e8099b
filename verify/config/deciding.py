"""From the configuration to the policy on findings.

Comes in: a configuration, and what only the call knows.  Goes out: the policy that ``api.check`` takes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from verify.config.configuration import Configuration
from verify.model.finding import Severity
from verify.policy.policy import Excuse, Policy


def policy(
    found: Configuration, *, known: Collection[str] = (), today: dt.date | None = None, whole: bool = True
) -> Policy:
    """Return what the configuration says of severities and suppressions.

    Findings whose ids are ``known`` are old, suppressions are judged on ``today``; without the ``whole``
    project none can be called unused.
    """
    grades = found.keys.severity
    return Policy(
        severities={code: Severity(grade) for code, grade in grades.items() if grade != "off"},
        off={code: found.places["severity", code] for code, grade in grades.items() if grade == "off"},
        excuses=tuple(
            Excuse(
                reason=one.reason,
                until=one.until,
                place=found.places["suppress", number],
                code=one.code or "",
                path=one.path or "",
                quote=one.quote or "",
                finding=one.finding or "",
            )
            for number, one in enumerate(found.keys.suppress)
        ),
        known=known,
        today=today,
        whole=whole,
    )
