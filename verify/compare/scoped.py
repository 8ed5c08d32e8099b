"""Words that may be no part, where another claim of the same thing and attribute names them as a part.

The claims of one bucket (entity, attribute, dimension) come in; the same go out.  What stands before an
attribute's word may be a part or not (其中普惠小微贷款), and so is compared with what is of the whole.
Where another document tells a part by the very words, it was that part.  Where another claim is of a part
that the words may name and its value agrees, it joins what it agrees with; where the values differ nothing
is decided, so that a doubtful reading makes no conflict.  The label of a table's row may leave out the noun
that prose has: Premium, of the premium edition.  What something was before a change that tells no date is of
the one earlier time of which another claim tells the same.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from verify.compare.gate import Stated, Way, gate
from verify.compare.judge import agree
from verify.compare.values import usable
from verify.model.claim import BEFORE
from verify.model.document import Section
from verify.model.period import Period

_HERE = "clause"
"""Where words stand that tell the part of a figure, and not of what was said before it."""
_IN_FULL = 30
"""Up to so many claims of one part, and so many parts by a piece of their words, are asked."""


def scoped(claims: Sequence[Stated]) -> Sequence[Stated]:
    """Return the claims of a bucket, words that are a part elsewhere as the part that they name."""
    if not any(one.scope for one in claims):
        return claims
    claims = _labelled(_dated(claims))
    if not any(one.words for one in claims):
        return claims
    named: dict[str, list[Stated]] = defaultdict(list)
    for one in claims:
        if one.scope is not None and usable(one.claim.value):
            named[one.scope].append(one)
    return [_of_part(one, one.words, named) if one.words else one for one in claims]


def _dated(claims: Sequence[Stated]) -> Sequence[Stated]:
    """Return the claims, what was before a change as of the time of which another claim tells the same.

    So 385亿元 of 保费由385亿元增至421亿元 is that of 2022 where another source says so.
    """
    if not any(one.scope == BEFORE for one in claims):
        return claims
    dated = [one for one in claims if one.scope is None and one.words is None and _told(one) is not None]
    dated = sorted((one for one in dated if usable(one.claim.value)), key=lambda one: one.order)[:_IN_FULL]
    return [_then(one, dated) if one.scope == BEFORE else one for one in claims] if dated else claims


def _then(one: Stated, dated: Sequence[Stated]) -> Stated:
    """Return what was before a change with the one time of the claims that agree with it."""
    told = one.claim.qualifiers.as_of or one.claim.qualifiers.time
    until = told.earliest if told is not None and told.earliest is not None else one.published
    if until is None or not usable(one.claim.value):
        return one
    found: dict[tuple[dt.date | None, ...], Stated] = {}
    for other in dated:
        last = _told(other)
        part = one._replace(scope=None, time=other.time, as_of=other.as_of)
        if last is not None and last < until and _fits(part, other):
            found.setdefault((*_days(other.time), *_days(other.as_of)), part)
    return next(iter(found.values())) if len(found) == 1 else one


def _told(one: Stated) -> dt.date | None:
    """Return the last day of the time that a claim tells, or None."""
    told = one.claim.qualifiers.as_of or one.claim.qualifiers.time
    return told.latest if told is not None else None


def _days(period: Period | None) -> tuple[dt.date | None, dt.date | None]:
    return (None, None) if period is None else (period.earliest, period.latest)


def _labelled(claims: Sequence[Stated]) -> Sequence[Stated]:
    """Return the claims, the label of a row as the one part that is called by it and a noun."""
    labels = {one.scope for one in claims if one.claim.section is Section.TABLE}
    called: dict[str, set[str]] = defaultdict(set)
    for one in claims:
        if one.scope is not None and one.scope not in labels:
            called[one.scope.rpartition(" ")[0]].add(one.scope)
    told = {one.scope for one in claims if one.claim.section is not Section.TABLE}
    full = {label: min(called[label]) for label in labels - told if label and len(called[label]) == 1}
    return [one._replace(scope=full.get(one.scope or "", one.scope)) for one in claims] if full else claims


def _of_part(one: Stated, words: str, named: Mapping[str, Sequence[Stated]]) -> Stated:
    """Return a claim as of the part that its words name, where a claim of that part agrees with it.

    血小板 may name 机采血小板; the very words of a part that another document tells do name it.
    """
    if not usable(one.claim.value):
        return one
    inherited = any(step.part == "scope" and step.origin != _HERE for step in one.claim.trace)
    elsewhere = (other.claim.source_id != one.claim.source_id for other in named.get(words, ()))
    if any(elsewhere) and not inherited:
        return one._replace(scope=words, words=None)
    few = sorted(named) if len(named) <= _IN_FULL else ()
    for scope in (words, *few):
        if scope in named and (words in scope or scope in words):
            part = one._replace(scope=scope, words=None)
            if any(_fits(part, other) for other in named[scope][:_IN_FULL]):
                return part
    return one


def _fits(part: Stated, other: Stated) -> bool:
    return gate(part, other).way is not Way.DIFFERENT and agree(part.claim.value, other.claim.value)
