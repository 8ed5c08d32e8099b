"""Findings about figures that do not fit together: recomputed, stated, by how much and which way.

Comes in: what follows from some figures, and the figure that is stated.  Goes out: a ``Finding``,
or nothing where the two can be one number.  Which figures belong together is left to the checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from verify.checks.arithmetic import Fit, Sets, fit, sets
from verify.checks.bundles import Bundle
from verify.checks.facts import Facts
from verify.checks.finding import location, place
from verify.checks.related import Related, severity
from verify.model.claim import Claim, Confidence, Mention, Value
from verify.model.exact import exponent_of, percent, readable
from verify.model.finding import Finding, Location, Severity, fingerprint
from verify.model.quantity import Interval, Quantity
from verify.model.wording import canonical, described

_DIGITS = 5
"""Significant digits of a recomputed number in a message."""
_NAMES = {"percent": "%", "dimensionless": "", "percentage_point": "points", "ratio": ""}


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A stated figure against what follows from others."""

    expected: Sets
    found: Sets
    stated: Quantity
    """The figure whose unit the message uses."""
    how: str
    """How the expected value follows, in words: ``80亿元 to 100亿元``."""

    @property
    def off(self) -> bool:
        """True where not even H of both meet."""
        return fit(self.expected, self.found) is Fit.OFF

    @property
    def gap(self) -> Fraction:
        """|expected − found| / max."""
        a, b = self.expected.number, self.found.number
        largest = max(abs(a), abs(b))
        return abs(a - b) / largest if largest else Fraction(0)

    @property
    def wanted(self) -> str:
        """Return what follows, with its interval: ``25 % [23.602, 26.415]``."""
        return f"{amount(self.expected.number, self.stated)} {stretch(self.expected.soft, self.stated)}"

    def told(self) -> str:
        """Return ``80亿元 to 100亿元 gives 25 % [23.602, 26.415], stated is 35%: too high by 10 points``."""
        way = "high" if self.found.number > self.expected.number else "low"
        apart = abs(self.found.number - self.expected.number)
        return (
            f"{self.how} gives {self.wanted}, stated is {self.stated.stated} "
            f"{stretch(self.found.soft, self.stated)}: too {way} by {amount(apart, self.stated, level=False)}"
        )


def derived(reckoning: Reckoning, figures: Iterable[Value | None]) -> tuple[str, ...]:
    """Return the reckoning line by line: each figure with its sets, what follows, what is stated."""
    quantities = [value for value in figures if isinstance(value, Quantity)]
    stated = reckoning.stated
    return (
        *(_sets(one.stated, sets(one), one) for one in quantities if one.stated != stated.stated),
        _sets(
            f"{reckoning.how} gives {amount(reckoning.expected.number, stated)}", reckoning.expected, stated
        ),
        _sets(f"stated is {stated.stated}", reckoning.found, stated),
        "no number is in both, so the figures cannot all be right",
    )


def _sets(words: str, held: Sets, like: Quantity) -> str:
    """Return ``80亿元: taken as [79.5, 80.5); the words allow [79.5, 80.5)``; once where the two are one."""
    taken, allowed = stretch(held.soft, like), stretch(held.hard, like)
    return f"{words}: taken as {taken}" + (f"; the words allow {allowed}" if allowed != taken else "")


def plain(expected: Sets, stated: Quantity, how: str) -> Reckoning:
    """Return the reckoning of a figure that is stated as it is."""
    return Reckoning(expected, sets(stated), stated, how)


def of_related(facts: Facts, one: Related, code: str, name: str, reckoning: Reckoning) -> Finding:
    """Return the finding of a sentence whose figures do not fit."""
    found = of_sentence(
        facts,
        one,
        code,
        f"{name}: {reckoning.told()}",
        expected=reckoning.wanted,
        found=described(reckoning.stated),
        gap=percent(reckoning.gap),
    )
    return found._replace(derivation=derived(reckoning, (mention.value for mention in one.figures)))


def of_sentence(
    facts: Facts, one: Related, code: str, message: str, *, expected: str, found: str, gap: str = ""
) -> Finding:
    """Return a finding about one sentence; the message is put behind its place."""
    places = tuple(location_of(one, mention) for mention in one.figures)
    first = places[0]
    values = [canonical(m.value) for m in one.figures if m.value is not None]
    words = sorted(text for slot, text in one.words.items() if slot)
    return Finding(
        id=fingerprint(code, (one.entry.kind, *words), values),
        code=code,
        severity=severity(facts, one),
        message=f"{facts.path(first.source_id)}:{first.line}:{first.column}: {message}",
        expected=expected,
        found=found,
        gap=gap,
        locations=places,
        claim_ids=tuple(sorted({m.claim_id for m in one.figures if m.claim_id})),
        rule=one.entry.id,
    )


def of_reckoning(
    facts: Facts, bundle: Bundle, claims: Sequence[Claim], code: str, title: str, reckoning: Reckoning
) -> Finding:
    """Return the finding that figures with one key do not give the figure that is stated."""
    found = of_bundle(
        facts,
        bundle,
        claims,
        code=code,
        told=f"{title}: {reckoning.told()}",
        expected=reckoning.wanted,
        found=described(reckoning.stated),
        gap=percent(reckoning.gap),
    )
    return found._replace(derivation=derived(reckoning, (claim.value for claim in claims)))


def of_bundle(
    facts: Facts,
    bundle: Bundle,
    claims: Sequence[Claim],
    *,
    code: str,
    told: str,
    expected: str,
    found: str,
    gap: str = "",
) -> Finding:
    """Return a finding of a constraint: its message and, behind it, what was reckoned."""
    entry = bundle.entry
    name = facts.entity_name(bundle.entity_id)
    message = entry.message
    fields = {"entity": name, "expected": expected, "found": found, "gap": gap}
    fields["attribute"] = _attributes(facts, bundle, message)
    for field, value in fields.items():
        message = message.replace(f"{{{field}}}", value)
    where = ", ".join(dict.fromkeys(place(facts, c) for c in claims))
    return Finding(
        id=fingerprint(code, (entry.id, name), (canonical(claim.value) for claim in claims)),
        code=code,
        severity=trusted(Severity(entry.severity), claims),
        message=f"{where}: {name}: {message} ({told})",
        expected=expected,
        found=found,
        gap=gap,
        locations=tuple(location(claim) for claim in claims),
        claim_ids=tuple(sorted({claim.id for claim in claims})),
        rule=entry.id,
    )


def _attributes(facts: Facts, bundle: Bundle, message: str) -> str:
    """Return the names of what a finding is about, in the language of its message."""
    entries = facts.catalog.attributes if facts.catalog is not None else ()
    named = {one.id: one.name.en if message.isascii() else one.name.zh for one in entries}
    return ", ".join(named.get(claim.attribute_id, claim.attribute_id) for claim in bundle.claims.values())


def trusted(stated: Severity, claims: Iterable[Claim]) -> Severity:
    """Return the severity; at most a warning where a link or reading is not certain."""
    certain = all(claim.confidence is Confidence.HIGH for claim in claims)
    return Severity.WARNING if stated is Severity.ERROR and not certain else stated


def amount(value: Fraction, like: Quantity, *, level: bool = True) -> str:
    """Return a number of the base unit in the unit of a figure; ``level`` is False for a difference."""
    if not level and like.unit.name == "percent":  # 35 % is ten points above 25 %, and two fifths
        return f"{_short(value / like.unit.factor)} percentage points"
    own = _own(value, like) if level else value / like.unit.factor
    return f"{_short(own)} {_NAMES.get(like.unit.name, like.unit.name)}".rstrip()


def stretch(interval: Interval, like: Quantity) -> str:
    """Return a set of the base unit in the unit of a figure: ``[24.1, 25.9)``."""
    low = "−∞" if interval.lower is None else _short(_own(interval.lower, like))
    high = "∞" if interval.upper is None else _short(_own(interval.upper, like))
    left = "[" if interval.lower is not None and interval.lower_closed else "("
    right = "]" if interval.upper is not None and interval.upper_closed else ")"
    return f"{left}{low}, {high}{right}"


def _own(value: Fraction, like: Quantity) -> Fraction:
    return (value - like.unit.offset) / like.unit.factor


def _short(value: Fraction) -> str:
    """Return a number of a few significant digits, half rounded up."""
    if value == 0:
        return "0"
    last = Fraction(10) ** (exponent_of(value) - _DIGITS + 1)
    if last >= 1:
        last = Fraction(1)
    return readable((value / last + Fraction(1, 2)).__floor__() * last)


def location_of(one: Related, mention: Mention) -> Location:
    """Return the place of a figure of a sentence."""
    line, column = one.statement.document.place(mention.span.start)
    return Location(mention.source_id, mention.span, line, column)
