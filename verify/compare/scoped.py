"""Words that may be no part, where another claim of the same thing and attribute names them as a part.

The claims of one bucket (entity, attribute, dimension) come in; the same go out.  What stands before an
attribute's word may be a part or not (其中普惠小微贷款), and so is compared with what is of the whole.
Where another document tells a part by the very words, it was that part.  Where another claim is of a part
that the words may name and its value agrees, it joins what it agrees with; where the values differ nothing
is decided, so that a doubtful reading makes no conflict.  The label of a table's row may leave out the noun
that prose has: Premium, of the premium edition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from verify.compare.gate import Stated, Way, gate
from verify.compare.judge import agree
from verify.compare.values import usable
from verify.model.document import Section

_HERE = "clause"
"""Where words stand that tell the part of a figure, and not of what was said before it."""
_IN_FULL = 30
"""Up to so many claims of one part, and so many parts by a piece of their words, are asked."""


def scoped(claims: Sequence[Stated]) -> Sequence[Stated]:
    """Return the claims of a bucket, words that are a part elsewhere as the part that they name."""
    if not any(one.scope for one in claims):
        return claims
    claims = _labelled(claims)
    if not any(one.words for one in claims):
        return claims
    named: dict[str, list[Stated]] = defaultdict(list)
    for one in claims:
        if one.scope is not None and usable(one.claim.value):
            named[one.scope].append(one)
    return [_of_part(one, one.words, named) if one.words else one for one in claims]


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
