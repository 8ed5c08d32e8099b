"""Making a finding: its fingerprint, its places, the values in words.

Claims of a group come in, parts of a ``Finding`` go out.  What deserves one is left to the
checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from verify.checks.facts import Facts
from verify.model.claim import Claim, Confidence, Value
from verify.model.exact import exponent_of, percent
from verify.model.finding import Finding, Location, Severity, fingerprint
from verify.model.group import Group
from verify.model.quantity import Quantity
from verify.model.wording import between, canonical, days, described

_MAGNITUDE = "magnitude slip"
_LOST = {
    1: "a digit or a decimal point",
    2: "百 missing",
    3: "千 or thousand missing",
    4: "万 missing",
    6: "million missing",
    8: "亿 missing",
    9: "billion missing",
}
"""Power of ten to the word, or mark, that is lost most often."""
_ROOT = Fraction(3)
"""Near the root of ten: 9.5 times is ten times, but for rounding."""


def of_group(
    facts: Facts,
    group: Group,
    claims: Sequence[Claim],
    *,
    code: str,
    severity: Severity,
    message: str,
    shown: tuple[Claim, ...] = (),
    gap: Fraction | None = None,
) -> Finding:
    """Return a finding about a group.

    ``claims`` are all that it rests on, ``shown`` the one or two that its message tells of.
    """
    key = subject_key(facts, group)
    found = of_claims(claims, key, code=code, severity=severity, message=message, shown=shown, gap=gap)
    names = facts.other_names(group)
    values = [canonical(claim.value) for claim in claims] if names else []
    also = tuple(fingerprint(code, (name, *key[1:]), values) for name in names)
    return found._replace(group_id=group.id, also=also)


def of_claims(
    claims: Sequence[Claim],
    key: Iterable[str],
    *,
    code: str,
    severity: Severity,
    message: str,
    shown: tuple[Claim, ...] = (),
    gap: Fraction | None = None,
) -> Finding:
    """Return a finding about claims of several groups; ``key`` is what it is about, for its fingerprint."""
    ordered = [
        *sorted(shown, key=_order),
        *sorted((claim for claim in claims if claim not in shown), key=_order),
    ]
    told = between(shown[0].value, shown[1].value) if len(shown) > 1 else None
    return Finding(
        id=fingerprint(code, key, (canonical(claim.value) for claim in ordered)),
        code=code,
        severity=severity,
        message=message,
        expected=described(shown[0].value, told) if len(shown) > 1 else "",
        found=described(shown[1].value, told) if len(shown) > 1 else "",
        gap="" if gap is None else percent(gap),
        locations=tuple(location(claim) for claim in ordered),
        claim_ids=tuple(sorted(claim.id for claim in ordered)),
    )


def said(facts: Facts, claim: Claim, beside: Claim | None = None) -> str:
    """Return who says what, where: ``a.txt:3:7 says 55公里``.

    Beside another claim it is told in the notation of the coarser one as well: ``a.txt:3:7 says 55公里
    (≈ 34.175 miles)``.
    """
    told = between(claim.value, beside.value) if beside else None
    return f"{place(facts, claim)} says {described(claim.value, told)}"


def slips(flags: Iterable[str], a: Value, b: Value) -> str:
    """Return what may lie behind a disagreement, to be put behind it: ``; also fits × 10^4: 万 missing?``."""
    told = [flag for flag in flags if flag != _MAGNITUDE]
    power = _power(a, b) if _MAGNITUDE in flags else 0
    lost = f": {_LOST[power]}?" if power in _LOST else ""
    also = f"; also fits × 10{f'^{power}' if power > 1 else ''}{lost}" if power else ""
    return also + (f"; may be: {', '.join(told)}" if told else "")


def _power(a: Value, b: Value) -> int:
    """Return the power of ten nearest to the quotient of the larger and the smaller figure."""
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)):
        return 0
    small, large = sorted((abs(a.base_number), abs(b.base_number)))
    return exponent_of(large / small * _ROOT) if small else 0


def place(facts: Facts, claim: Claim) -> str:
    """Return where a claim stands: ``a.txt:3:7``."""
    return f"{facts.path(claim.source_id)}:{claim.line}:{claim.column}"


def trusted(a: Claim, b: Claim) -> Severity:
    """Return error where reading and link of both are certain, else warning."""
    certain = a.confidence is b.confidence is Confidence.HIGH
    return Severity.ERROR if certain else Severity.WARNING


def location(claim: Claim) -> Location:
    """Return the place of a claim."""
    return Location(claim.source_id, claim.span, claim.line, claim.column)


def _order(claim: Claim) -> tuple[str, int, int, str]:
    return claim.source_id, claim.span.start, claim.span.end, claim.id


def subject_key(facts: Facts, group: Group) -> tuple[str, ...]:
    """Return what a group is about, for fingerprints: no place, no path, no id that depends on them."""
    key = group.key
    time = "" if key.time is None else days(key.time) if key.time.resolved else key.time.stated
    entity = facts.entity_name(key.entity_id)
    parts = (key.attribute_id, key.dimension, key.scope or "", key.statistic or "", time, key.base or "")
    return (entity, *parts)
