"""The gate: may two claims be compared at all (SEMANTICS §2)?

Claims come in with their attribute and publication date, and become ``Stated``: the parts of
the key as they count.  Two of them give a ``Gate``: compare, compare with parts unstated on
one side, agree only (another modality or as-of date), or different.  Comparing the values is
left to ``judge``.

Where the page is silent:
- Times are the same when they name the same days.  A period inside another (2022-01 and 2022)
  is a different time: the delivery of a month is no delivery of its year.
- What is stated as of a period stands at its end (截至2022年12月 and 截至12月31日 are one moment); an
  as-of date inside another that ends later counts as unstated on one side, so that a gap is at most a
  possible conflict.
- Of an attribute that varies, a stated time is its as-of date.  What no rule names and what varies slowly
  is the same in texts of the same month, where it tells no time.
- An unresolved time is the same only for the same words of one source; else it is unstated.
- Words before the attribute's own that no rule knows as a part may be none (预防性撤离): across them
  values agree or are not compared, and two that stand before different words are different.
- Two parts that no word names (其中300人) may be two: they agree or are not compared.
- A rate by the month and one by the year are one rate (15 dollars a month, 180 a year), and yet another
  tariff may be asked for by the year: they agree or are not compared.
- A designed value is a maximum when its statistic says maximum or peak, or its hedge at most.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import NamedTuple, TypeVar

from verify.model.claim import SOME_PART, Claim, Modality, Qualifiers
from verify.model.document import Section, Source
from verify.model.entity import Attribute
from verify.model.period import Period
from verify.model.quantity import Hedge, Quantity

T = TypeVar("T")

WHOLE = "whole"
MODALITY = "modality"
SCOPE = "scope"
AS_OF = "as_of"
STATISTIC = "statistic"
_MAXIMUM = ("maximum", "peak")
_BOUNDS = frozenset({*_MAXIMUM, "minimum"})
"""What a limit is anyway; a default or a recommendation is another setting."""
_OF_HEDGE = {Hedge.AT_MOST: _MAXIMUM[0], Hedge.AT_LEAST: "minimum"}
_CUMULATIVE = "cumulative"
_PER = "per "
_RATE = "per time"
"""The statistic of what a unit tells by the month or year itself."""
SAME_NEWS = dt.timedelta(days=31)
"""Texts published within so many days tell of one moment what varies slowly, or by no rule."""
OLD_PLAN = dt.timedelta(weeks=4)
"""A plan so much older than a plain sentence, or than a list without a date, is not what came of it."""
_ONCE = re.compile(r"first (?:[0-9]+ )?(?:day|week|month)")
"""Begins the part of the first days of something, which are over whenever they are told of."""
_COUNT = "count of "
"""Begins the ids of counts that no rule names."""
_SHARE = "~[dimensionless]"
"""A share, which copies of one sentence tell in words that no rule knows: 比平均水平低10%左右."""
_DATED = "~[date]"
"""Begins the id of what only the words beside a date tell: twice, it may be two events."""
_OF_ANYONE = frozenset({"count of 人", "count of 人次", "count of [count of 个]"})
"""Counts of nothing that is named."""
_SETTLED = (Modality.NOT_YET, Modality.DESIGNED)
"""Designed or planned sizes do not vary with the day of the report."""


class Part(StrEnum):
    """How one part of two keys relates."""

    SAME = "same"
    UNSTATED = "unstated"
    DIFFERENT = "different"


class Way(StrEnum):
    """What the gate allows."""

    COMPARE = "compare"
    AGREE_ONLY = "agree-only"
    DIFFERENT = "different"


class Stated(NamedTuple):
    """A claim with the parts of its key as they count."""

    claim: Claim
    scope: str | None
    statistic: str | None
    time: Period | None
    base: str | None
    modality: Modality | None
    as_of: Period | None
    words: str | None = None
    """What stands in place of a scope and may be no part."""
    over: bool = False
    """True where the time that it tells of was over on the day of publication."""
    twin: bool = False
    """True where its sentence, or a table of its document, states another value under the same key, and
    where only its unit tells what it is of."""
    several: bool = False
    """True where its document states several values under the same key."""
    published: dt.date | None = None
    """Day of publication; None where its document tells none."""
    by: str = ""
    """Who publishes its document; empty where it does not say."""
    recent: bool = False
    """True where it has no as-of date but the day of publication, and varies slowly or by no rule."""
    limits: bool = False
    """True where the attribute is a limit, so that maximum and minimum add nothing to it."""
    every: str | None = None
    """By what time a rate is told, such as ``per month`` of 15 dollars a month."""

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sort key that depends on the place alone."""
        claim = self.claim
        return claim.source_id, claim.span.start, claim.span.end, claim.id


class Gate(NamedTuple):
    """The answer of the gate for two claims."""

    way: Way
    part: str = ""
    """The part that differs, or that leaves only agreement."""
    unstated: tuple[str, ...] = ()
    """Parts stated on one side only."""


def stated(
    claim: Claim, attribute: Attribute | None = None, published: dt.date | None = None, by: str = ""
) -> Stated:
    """Return the claim with its key: ignored parts dropped, the whole as no scope, as-of filled in."""
    qualifiers = claim.qualifiers
    ignored = attribute.ignores if attribute else ()
    counted = claim.attribute_id.startswith(_COUNT)  # stock or flow: older figures are no contradiction
    varies = attribute is not None and attribute.varies and (attribute.catalogued or counted)
    befell = attribute is not None and attribute.befell

    slowly = attribute is None or attribute.slowly or not attribute.catalogued

    def part(name: str, value: T | None) -> T | None:
        return None if name in ignored else value

    listed = claim.section is Section.TABLE  # the column of a year is a case of its own
    time = part("time", qualifiers.time)
    scope = part(SCOPE, None if qualifiers.scope == WHOLE else qualifiers.scope)
    statistic = _MAXIMUM[0] if qualifiers.statistic in _MAXIMUM else qualifiers.statistic
    if "statistic" in ignored and statistic is None:
        statistic = qualifiers.bound
    every = statistic if _is_rate(claim, statistic) else None
    return Stated(
        claim,
        None if qualifiers.loose else scope,
        statistic if every is None else _RATE,
        None if varies and qualifiers.as_of is None else time,
        part("base", qualifiers.base),
        part(MODALITY, qualifiers.modality or (Modality.IS if varies or befell else None)),
        _as_of(claim, attribute, published) if listed else part(AS_OF, _as_of(claim, attribute, published)),
        scope if qualifiers.loose else None,
        _past(claim, published),
        twin=_is_of_anything(claim.attribute_id),
        published=published,
        by=by,
        recent=slowly and _tells_no_time(qualifiers),
        limits="statistic" in ignored,
        every=every,
    )


def _is_of_anything(attribute: str) -> bool:
    """Say whether only the unit tells what a figure is of (20 metres, 300人), so that two may differ."""
    unit = attribute.startswith("~[") and attribute.endswith("]") and attribute != _SHARE
    return unit or attribute.startswith(_DATED) or attribute in _OF_ANYONE


def _is_rate(claim: Claim, statistic: str | None) -> bool:
    """Say whether the unit of a value is by the very time that a statistic tells: USD/month, per month."""
    if statistic is None or not statistic.startswith(_PER) or not isinstance(claim.value, Quantity):
        return False
    return claim.value.unit.name.endswith(f"/{statistic.removeprefix(_PER)}")


def stated_in(source: Source | None, claim: Claim, attribute: Attribute | None) -> Stated:
    """Return a claim of a document with its key; None is a document of which nothing is known."""
    if source is None:
        return stated(claim, attribute)
    return stated(claim, attribute, source.published, source.publisher or source.author)


def gate(a: Stated, b: Stated) -> Gate:
    """Return whether two claims may be compared, and with which parts unstated on one side."""
    one, other = a.claim, b.claim
    parts = (
        ("entity", _same(one.entity_id, other.entity_id)),
        ("attribute", _same(one.attribute_id, other.attribute_id)),
        ("dimension", _same(one.dimension, other.dimension)),
        *hard_parts(a, b),
    )
    for name, part in parts:
        if part is Part.DIFFERENT:
            return Gate(Way.DIFFERENT, name)
    soft = soft_parts(a, b)
    for name, part in soft:
        if part is Part.DIFFERENT:
            return Gate(Way.AGREE_ONLY, name)
    return Gate(Way.COMPARE, unstated=tuple(name for name, part in (*parts, *soft) if part is Part.UNSTATED))


def hard_parts(a: Stated, b: Stated) -> tuple[tuple[str, Part], ...]:
    """Return the parts within an attribute that keep claims apart for good."""
    return (
        (STATISTIC, _statistics(a, b)),
        (SCOPE, _same(a.scope, b.scope)),
        (SCOPE, Part.SAME if _alike(a.words, b.words) else Part.DIFFERENT),
        ("time", _times(a, b, a.time, b.time)),
        ("base", _either(a.base, b.base)),
    )


def soft_parts(a: Stated, b: Stated) -> tuple[tuple[str, Part], ...]:
    """Return the parts across which values may still agree.

    They are modality, as-of date, words that may be no scope, and by what time a rate is told.
    """
    together = _end_together(a.as_of, b.as_of) or _of_these_days(a, b)
    as_of = Part.SAME if together else _times(a, b, a.as_of, b.as_of)
    as_of = Part.DIFFERENT if _told_again(a, b) else as_of
    nested = a.as_of and b.as_of and (a.as_of.covers(b.as_of) or b.as_of.covers(a.as_of))
    if as_of is Part.DIFFERENT and nested:
        as_of = Part.UNSTATED
    if a.as_of and b.as_of and a.as_of.at_other_hour(b.as_of):
        as_of = Part.DIFFERENT
    said = a.words == b.words or (a.words is not None and b.words is not None and _one_part(a.words, b.words))
    some = a.scope == b.scope == SOME_PART
    words = Part.SAME if said and not (a.twin or b.twin or some) else Part.DIFFERENT
    return (
        (MODALITY, _modalities(a, b)),
        (AS_OF, as_of),
        (SCOPE, words),
        (STATISTIC, _same(a.every, b.every)),
    )


def above_designed_maximum(a: Stated, b: Stated) -> bool:
    """Say whether one is a measured value above the maximum that the other was designed for."""
    for measured, designed in ((a, b), (b, a)):
        value, limit = measured.claim.value, designed.claim.value
        if measured.modality is not Modality.IS or designed.modality is not Modality.DESIGNED:
            continue
        if not (isinstance(value, Quantity) and isinstance(limit, Quantity)):
            continue
        maximum = designed.statistic in _MAXIMUM or limit.hedge is Hedge.AT_MOST
        low, high = value.wide.lower, limit.wide.upper
        if maximum and low is not None and high is not None and low >= high:
            return True
    return False


def _past(claim: Claim, published: dt.date | None) -> bool:
    """Say whether a plain sentence tells of a time that is over, or of an event then, and so of what is."""
    happened = claim.value if isinstance(claim.value, Period) else None
    time = claim.qualifiers.as_of or claim.qualifiers.time or happened
    return time is not None and time.latest is not None and published is not None and time.latest < published


def _as_of(claim: Claim, attribute: Attribute | None, published: dt.date | None) -> Period | None:
    qualifiers = claim.qualifiers
    if claim.section is Section.TABLE and attribute is not None and "time" in attribute.ignores:
        return qualifiers.as_of or qualifiers.time  # seats in the columns of two years
    if qualifiers.as_of is not None or attribute is None or not attribute.varies:
        return qualifiers.as_of
    if qualifiers.time is not None:
        return qualifiers.time
    if qualifiers.scope is not None and _ONCE.match(qualifiers.scope):
        return None
    if published is None or qualifiers.modality in _SETTLED:
        return None
    return Period(published.isoformat(), published, published, "day")


def _alike(a: str | None, b: str | None) -> bool:
    """Say whether words that may be no scope may be the same: 首排 and 首排座椅; or are unstated.

    Those of another language may be.
    """
    return a is None or b is None or _nested(a, b) or a.isascii() != b.isascii()


def _one_part(a: str, b: str) -> bool:
    """Say whether one holds the other and is no sort of it: 首排座椅, but not green tea, of tea."""
    sort = a.isascii() and (a.endswith(f" {b}") or b.endswith(f" {a}"))
    return _nested(a, b) and not sort


def _nested(a: str, b: str) -> bool:
    """Say whether one holds the other; in English whole words of it, so that Niger is not in Nigeria."""
    if a.isascii() and b.isascii():
        a, b = f" {a} ", f" {b} "
    return a in b or b in a


def _modalities(a: Stated, b: Stated) -> Part:
    """Compare two modalities.

    A plain sentence on a time that is over tells of what is, and one that is much younger than a plan of
    what has become of it.  What something was in a period is not what it was designed for.
    """
    for one, other in ((a, b), (b, a)):
        if one.modality is None and one.over and other.modality is Modality.NOT_YET:
            return Part.DIFFERENT
        if one.modality is None and one.time is not None and _is_design(other):
            return Part.DIFFERENT
        if one.modality is None and other.modality is Modality.NOT_YET and _long_before(other, one):
            return Part.DIFFERENT
        if one.modality is None and other.modality is Modality.IS and _is_past(one, other):
            return Part.SAME
    return _either(a.modality, b.modality)


def _is_past(plain: Stated, other: Stated) -> bool:
    """Say whether a plain sentence tells of a time that is over; one without a date when the other's is."""
    return plain.over or (plain.published is None and plain.time is not None and other.over)


def _is_design(one: Stated) -> bool:
    """Say whether a claim tells what a thing is designed for, at no time."""
    return one.modality is Modality.DESIGNED and one.time is None


def _long_before(plan: Stated, plain: Stated) -> bool:
    """Say whether a plan was published weeks before a plain sentence, or that stands in what has no date."""
    planned = planned_on(plan)
    if planned is None or plain.published is None:
        return planned is not None
    return plain.published - planned >= OLD_PLAN


def planned_on(plan: Stated) -> dt.date | None:
    """Return when something was planned: the day of publication, or the time of what has none of its own.

    So the length of a bridge that was offered in 2011 is of 2011, whenever that is told.
    """
    time = plan.claim.qualifiers.time
    if time is None or plan.time is not None or plan.as_of is not None or time.latest is None:
        return plan.published
    return min(plan.published or time.latest, time.latest)


def _same(a: str | None, b: str | None) -> Part:
    return Part.SAME if a == b else Part.DIFFERENT


def _either(a: str | None, b: str | None) -> Part:
    return Part.UNSTATED if (a is None) != (b is None) else _same(a, b)


def _statistics(a: Stated, b: Stated) -> Part:
    """Compare two statistics; a limit is a bound without being called so, and at most 16 MB is a maximum.

    At most 128 characters and at least 12 are two limits.
    """
    told = {a.statistic, b.statistic}
    bounds = {_bound(a), _bound(b)}
    if a.limits and told <= {None, *_BOUNDS}:
        return Part.DIFFERENT if len(bounds - {None}) > 1 else Part.SAME
    if None in told and bounds == {_MAXIMUM[0]}:
        return Part.SAME
    return _either(a.statistic, b.statistic)


def _bound(one: Stated) -> str | None:
    """Return which end a figure states, by its statistic or its hedge; None where it states none."""
    value = one.claim.value
    if one.statistic in _BOUNDS:
        return one.statistic
    if one.statistic is not None or not isinstance(value, Quantity):
        return None
    return _OF_HEDGE.get(value.hedge)


def around(one: Stated) -> Period | None:
    """Return the as-of date of a claim with the days near it that count as the same."""
    as_of = one.as_of
    if not one.recent or as_of is None or as_of.earliest is None or as_of.latest is None:
        return as_of
    return as_of._replace(earliest=as_of.earliest - SAME_NEWS, latest=as_of.latest + SAME_NEWS)


def _of_these_days(a: Stated, b: Stated) -> bool:
    """Say whether two claims that tell no time stand in texts of the same month."""
    one, other = a.as_of, b.as_of
    if not (a.recent and b.recent) or one is None or other is None:
        return False
    if one.latest is None or other.latest is None:
        return False
    return abs(one.latest - other.latest) <= SAME_NEWS


def _told_again(a: Stated, b: Stated) -> bool:
    """Say whether one publisher tells without a time, days later, what may have changed since.

    So do bulletins 41 and 44.
    """
    days = a.published is not None and b.published is not None and a.published != b.published
    return days and a.recent and b.recent and a.by != "" and a.by == b.by


def _tells_no_time(qualifiers: Qualifiers) -> bool:
    """Say whether a claim tells nothing of when: no date, and nothing that goes on (已, 累计)."""
    dated = qualifiers.time is not None or qualifiers.as_of is not None
    return not dated and qualifiers.modality is None and qualifiers.statistic != _CUMULATIVE


def _end_together(x: Period | None, y: Period | None) -> bool:
    """Say whether two as-of dates are one moment: what holds at the end of 2022 holds on 31 December."""
    return x is not None and y is not None and x.latest is not None and x.latest == y.latest


def _times(a: Stated, b: Stated, x: Period | None, y: Period | None) -> Part:
    if x is None or y is None:
        return Part.SAME if x is y else Part.UNSTATED
    if x.resolved and y.resolved:
        return Part.SAME if x.same_days(y) else Part.DIFFERENT
    if a.claim.source_id == b.claim.source_id and not x.resolved and not y.resolved:
        return _same(x.stated, y.stated)
    return Part.UNSTATED
