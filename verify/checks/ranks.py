"""Superlatives against each other: who is the first, the largest, the only one.

Why: press releases are generous with 首个 and 最大, and a summary turns 最大之一 into 最大 without
a thought. Two things cannot both be the largest of one kind in one region at one time.

Passes: ``华东首个人工智能算力集群`` of one thing, ``西南首个人工智能算力集群`` of another.
Fails: ``亚洲最大的水电站`` of one thing, ``亚洲最大的水电站`` of another (V109, a warning).

=====  =======  =============================================================================
V109   warning  two things are each the only, largest, … of one category in one region
V110   warning  rival ranks: the categories only overlap, or two things are each the first
V205   warning  title, lead, summary or caption strengthens a rank: 最大 where the body has 之一
V206   note     title, lead, summary or caption weakens a rank: 最大之一 where the body has 最大
=====  =======  =============================================================================

Two things are rivals only where both lie in both regions, by the regions that the texts and the
names of the things tell (``rules/regions``), and where the categories are one or share a stretch of
words and the things are not of two kinds (``rules/kinds``); 之一 is no rival of anybody; articles more
than a year apart may both be right of the largest. None is an error: two names may be one thing.

To silence one: say in ``rules/entities`` that the two are one thing; or give the rank its region,
category or date in the text.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping, Sequence

from verify.catalog.regions import containment
from verify.checks.facts import Facts
from verify.checks.finding import of_claims, place
from verify.checks.front import in_front
from verify.model.claim import Claim
from verify.model.finding import Finding, Severity
from verify.model.rank import Rank
from verify.model.stage import Stage
from verify.text.script import is_western

CODES = {
    "V109": "rank conflict",
    "V110": "rival ranks",
    "V205": "title or summary strengthens a rank",
    "V206": "title or summary weakens a rank",
}
_TIMELESS = frozenset(["first", "earliest"])
"""What stays so for ever; of all others the next year may have another."""
_SPAN = dt.timedelta(days=366)
_SHINGLE = 4
"""Characters that two categories must share to overlap: 人工智能 of 计算中心 and of 算力集群."""
_COMMON = 50
"""A shingle that more things share is no category."""
_EXCHANGED = frozenset([frozenset(["top", "largest"])])
"""Superlatives that a summary takes for one another: 算力全国居首, 全国最大的中心."""


def check(facts: Facts) -> Stage[Finding]:
    """Return rivals among the things, and ranks that a summary changes."""
    ranks = [claim for claim in facts.claims if isinstance(claim.value, Rank)]
    return Stage((*_rivals(facts, ranks), *_retold(facts, ranks)))


def across(facts: Facts) -> Facts:
    """Return the ranks of a part that may have a rival, and those of documents that tell one in front."""
    ranks = [claim for claim in facts.claims if isinstance(claim.value, Rank)]
    fronts = {(claim.source_id, claim.entity_id) for claim in ranks if in_front(claim)}
    held = [claim for claim in ranks if _sole(claim) or (claim.source_id, claim.entity_id) in fronts]
    return Facts(claims=held)


def _rank(claim: Claim) -> Rank:
    assert isinstance(claim.value, Rank)
    return claim.value


def _sole(claim: Claim) -> bool:
    """Say whether only one thing can have a rank: the first of its kind somewhere."""
    rank = _rank(claim)
    return bool(rank.strict and rank.region and rank.category)


# --- V109, V110


def _rivals(facts: Facts, ranks: Sequence[Claim]) -> Iterator[Finding]:
    """Yield a finding for each pair of things and superlative that cannot, or may not, both stand."""
    places = _Places(facts)
    buckets: dict[tuple[str, str], list[Claim]] = {}
    for claim in ranks:
        if _sole(claim):
            rank = _rank(claim)
            for shingle in _shingles(rank.category):
                buckets.setdefault((rank.superlative, shingle), []).append(claim)
    found: dict[tuple[str, str, str], tuple[str, Claim, Claim]] = {}
    for (superlative, _), claims in sorted(buckets.items()):
        if len({claim.entity_id for claim in claims}) > _COMMON:
            continue
        for a, b in _pairs(claims):
            code = _rivalry(facts, places, a, b)
            key = (superlative, a.entity_id, b.entity_id)
            if code and (key not in found or code < found[key][0]):
                found[key] = (code, a, b)
    for (superlative, *_), (code, a, b) in sorted(found.items(), key=lambda item: item[0]):
        names = sorted((facts.entity_name(a.entity_id), facts.entity_name(b.entity_id)))
        yield of_claims(
            (a, b),
            (superlative, *names),
            code=code,
            severity=Severity.WARNING,
            message=f"{CODES[code]}: {_called(facts, a)}, {_called(facts, b)}: {_why(code, a, b)}",
            shown=(a, b),
        )


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield each two claims of different things once, one for each thing, category and region."""
    heads: dict[tuple[str, str, str], Claim] = {}
    for claim in claims:
        rank = _rank(claim)
        heads.setdefault((claim.entity_id, rank.category, rank.region), claim)
    ordered = [heads[key] for key in sorted(heads)]
    for number, a in enumerate(ordered):
        for b in ordered[number + 1 :]:
            if a.entity_id != b.entity_id:
                yield a, b


def _rivalry(facts: Facts, places: _Places, a: Claim, b: Claim) -> str:
    """Return the code of what two claims are to each other, empty where both may stand."""
    one, other = _rank(a), _rank(b)
    if other.region not in places.of(a) or one.region not in places.of(b):
        return ""
    kinds = {facts.entity_kind(claim.entity_id) for claim in (a, b)}
    if one.category != other.category and len(kinds) > 1 and "" not in kinds:
        return ""  # a hospital and a computing centre, each the first with 人工智能
    if one.superlative in _TIMELESS:
        return "V110"
    if not _same_time(facts, a, b):
        return ""
    return "V109" if one.category == other.category and one.region == other.region else "V110"


def _same_time(facts: Facts, a: Claim, b: Claim) -> bool:
    first, second = (_day(facts, claim) for claim in (a, b))
    return first is None or second is None or abs(first - second) <= _SPAN


def _day(facts: Facts, claim: Claim) -> dt.date | None:
    stated = claim.qualifiers.as_of or claim.qualifiers.time
    return stated.latest if stated and stated.resolved else facts.source[claim.source_id].published


def _called(facts: Facts, claim: Claim) -> str:
    return f"{place(facts, claim)} calls {facts.entity_name(claim.entity_id)} {claim.quote}"


def _why(code: str, a: Claim, b: Claim) -> str:
    if code == "V109":
        return "one category, one region"
    one, other = _rank(a), _rank(b)
    if one.category == other.category:
        return "one category; which was earlier is not told"
    return f"{one.category} and {other.category} overlap"


def _shingles(category: str) -> set[str]:
    """Return the pieces of a category that another must share one of: itself, and its shingles or words."""
    if is_western(category):
        words = [_singular(word) for word in category.lower().split()]
        return {" ".join(words), *(" ".join(pair) for pair in itertools.pairwise(words))}
    return {category, *(category[i : i + _SHINGLE] for i in range(len(category) - _SHINGLE + 1))}


def _singular(word: str) -> str:
    """Return an English noun in its singular: one of the largest dams is a dam."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


class _Places:
    """Where things lie: in the regions of their ranks and of their names, and in what contains these."""

    def __init__(self, facts: Facts) -> None:
        self._above: Mapping[str, frozenset[str]] = containment(facts.regions)
        self._name = facts.entity_name
        self._surfaces = {
            surface: region.id
            for region in facts.regions
            for surface in (region.name.zh, region.name.en, *region.aliases)
            if surface
        }
        self._longest = max(map(len, self._surfaces), default=0)
        self._known: dict[str, frozenset[str]] = {}

    def of(self, claim: Claim) -> frozenset[str]:
        """Return every region that the thing of a rank lies in, as far as is known."""
        region = _rank(claim).region
        return frozenset([region]) | self._above.get(region, frozenset()) | self._by_name(claim.entity_id)

    def _by_name(self, entity_id: str) -> frozenset[str]:
        """Return the region that a thing's name begins with, and all that contain it."""
        if entity_id not in self._known:
            name = self._name(entity_id)
            longest = next(
                (name[:end] for end in range(self._longest, 1, -1) if name[:end] in self._surfaces), ""
            )
            region = self._surfaces.get(longest)
            self._known[entity_id] = (
                frozenset([region]) | self._above.get(region, frozenset()) if region else frozenset()
            )
        return self._known[entity_id]


# --- V205, V206


def _retold(facts: Facts, ranks: Sequence[Claim]) -> Iterator[Finding]:
    """Yield a finding for each rank in front that the body tells only stronger, or only weaker."""
    documents: dict[tuple[str, str], tuple[list[Claim], list[Claim]]] = {}
    for claim in sorted(ranks, key=lambda claim: (claim.source_id, claim.span)):
        sides = documents.setdefault((claim.source_id, claim.entity_id), ([], []))
        sides[0 if in_front(claim) else 1].append(claim)
    for fronts, bodies in documents.values():
        for front in fronts:
            told = [body for body in bodies if _retells(_rank(front), _rank(body))]
            if not told or any(_rank(body).strict == _rank(front).strict for body in told):
                continue
            strong = _rank(front).strict
            code = "V205" if strong else "V206"
            yield of_claims(
                (front, told[0]),
                (facts.entity_name(front.entity_id), _rank(front).superlative, _rank(front).region),
                code=code,
                severity=Severity.WARNING if strong else Severity.NOTE,
                message=f"rank {'strengthened' if strong else 'weakened'}: {_called(facts, front)} in the"
                f" {front.section}, the body {_called(facts, told[0])}",
                shown=(told[0], front),
            )


def _retells(front: Rank, body: Rank) -> bool:
    """Say whether two ranks of one thing are one, but for 之一."""
    if front.region != body.region:
        return False
    if frozenset([front.superlative, body.superlative]) in _EXCHANGED:
        return True
    if front.superlative != body.superlative:
        return False
    return not (front.category and body.category) or bool(
        _shingles(front.category) & _shingles(body.category)
    )
