"""A term that is defined differently in two places.

Why: a reader who meets 大型企业 in two articles takes it for one thing; where one draws the line at
1000 people and the other at 800, their figures cannot be put side by side.

Passes: ``暴雨是指24小时降水量50毫米以上的降雨`` in one source, ``暴雨指的是24小时降水量达到50毫米的降雨``
in another.
Fails: ``暴雨是指24小时降水量50毫米以上的降雨`` in one source, ``暴雨是指24小时降水量60毫米以上的降雨``
in another (V402).

The figures of two definitions are held against each other by their units, in their order, and only as
numbers: a line is drawn where it is drawn, so 以上 and 超过 are one, and nothing is rounded.

Severity: warning: the two may follow two standards.
Options: ``kind: term`` in ``rules/relations``.
To silence it: mend the figure; where another standard is meant, name it (旧标准, 原标准).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from verify.checks.facts import Facts
from verify.checks.reckoned import location_of
from verify.checks.related import Related, related, severity
from verify.model.claim import Mention
from verify.model.exact import percent
from verify.model.finding import Finding, fingerprint
from verify.model.quantity import Hedge, Quantity
from verify.model.stage import Stage
from verify.model.wording import between, canonical, described

CODES = {"V402": "a term defined differently"}
_ARTICLES = ("the ", "an ", "a ")
_LOOSE = frozenset({Hedge.ABOUT, Hedge.BETWEEN, Hedge.NEARLY})
"""What draws no line."""


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each term and each unit that two definitions of it give otherwise."""
    return Stage(tuple(_wrong(facts)))


def across(facts: Facts) -> Facts:
    """Return the documents of a part that define a term, and how sure they are read."""
    ids = {one.statement.document.source.id for one in related(facts, "term")}
    return Facts(
        documents=[document for document in facts.documents if document.source.id in ids],
        mentions=[mention for mention in facts.mentions if mention.source_id in ids],
        read=[claim for claim in (*facts.read, *facts.claims) if claim.source_id in ids],
    )


def _wrong(facts: Facts) -> Iterator[Finding]:
    terms: dict[str, list[Related]] = defaultdict(list)
    for one in related(facts, "term"):
        terms[_term(one)].append(one)
    for term, told in sorted(terms.items()):
        seen: set[tuple[str, ...]] = set()
        for one, other in combinations(told, 2):
            for a, b in _differing(one, other):
                values = [item.value for item in (a, b) if item.value is not None]
                key = tuple(sorted(str(canonical(value)) for value in values))
                if key not in seen:
                    seen.add(key)
                    yield _finding(facts, term, (one, a), (other, b))


def _term(one: Related) -> str:
    """Return what is defined, without an article."""
    term = one.words.get("term", "").strip()
    return next((term.removeprefix(article) for article in _ARTICLES if term.startswith(article)), term)


def _differing(one: Related, other: Related) -> Iterator[tuple[Mention, Mention]]:
    """Yield the figures of one unit, in their order, that are two numbers; none where one has more."""
    mine, theirs = _lines(one), _lines(other)
    for base, figures in mine.items():
        others = theirs.get(base, [])
        if len(figures) != len(others):
            continue
        for a, b in zip(figures, others, strict=True):
            if _number(a) != _number(b):
                yield a, b


def _lines(one: Related) -> dict[str, list[Mention]]:
    """Return the figures of a definition by their base units."""
    found: dict[str, list[Mention]] = defaultdict(list)
    begin = one.slots["value"].span.start
    for place, mention in sorted(one.statement.figures.items()):
        value = mention.value
        if place < one.statement.begin or mention.span.start < begin or not isinstance(value, Quantity):
            continue
        if value.ends or value.hedge not in _LOOSE:
            found[value.unit.base].append(mention)
    return found


def _number(mention: Mention) -> tuple[Fraction, ...]:
    """Return the number of a figure, or the two ends of a range."""
    if not isinstance(mention.value, Quantity):
        return ()
    return tuple(one.base_number for one in mention.value.ends or (mention.value,))


def _finding(
    facts: Facts, term: str, first: tuple[Related, Mention], then: tuple[Related, Mention]
) -> Finding:
    (one, a), (other, b) = first, then
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    told = between(a.value, b.value)
    places = (location_of(one, a), location_of(other, b))
    said = [
        f"{facts.path(place.source_id)}:{place.line}:{place.column} says {described(value, told)}"
        for place, value in zip(places, (a.value, b.value), strict=True)
    ]
    x, y = a.value.base_number, b.value.base_number
    return Finding(
        id=fingerprint("V402", (term,), (canonical(a.value), canonical(b.value))),
        code="V402",
        severity=min(severity(facts, one), severity(facts, other), key=lambda held: held.weight),
        message=f"{CODES['V402']}: {term}: {said[0]}, {said[1]}",
        expected=described(a.value, told),
        found=described(b.value, told),
        gap=percent(abs(x - y) / max(abs(x), abs(y))),
        locations=places,
        claim_ids=tuple(sorted({item.claim_id for item in (a, b) if item.claim_id})),
        rule=one.entry.id,
    )
