"""The first screen: what was read, how it came out, the largest conflicts, where the figures went.

Comes in: the views of a report.  Goes out: ready words and records of ``page``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from verify.model import exact
from verify.report import schema
from verify.report.language import ENGLISH, Language
from verify.report.page import GroupView, LargestView
from verify.report.prose import prose
from verify.report.view import Views
from verify.report.wording import Value

_LARGEST = 3
"""So many conflicts stand on the first screen."""
_HUNDREDTHS_BELOW = 1000
"""A ratio below ten is told with two decimals, a larger one without."""
_NEARLY_ONE = 101
"""A ratio that close to one, in hundredths, tells a reader nothing."""


def summary_words(summary: schema.Summary, say: Language = ENGLISH) -> str:
    """Return what was read of sources and how it came out."""
    verdicts = (
        say.counted(summary.agreements, "verdict.agreement"),
        say.counted(summary.conflicts, "verdict.conflict"),
        say.counted(summary.possible_conflicts, "verdict.possible-conflict"),
        say.counted(summary.single_source, "verdict.single-source"),
    )
    return say(
        "page.summary",
        sources=say.counted(summary.sources, "count.source"),
        claims=say.counted(summary.claims, "count.claim"),
        verdicts=say.listed(verdicts),
    )


def largest(views: Views, shown: Mapping[str, GroupView]) -> tuple[LargestView, ...]:
    """Return the widest conflicts; ``shown`` are the groups of the page by their ids."""
    conflicts = sorted((one for one in views.report.groups if one.verdict == "conflict"), key=_widest)
    return tuple(_largest(views, group, shown[group.id]) for group in conflicts[:_LARGEST])


def _largest(views: Views, group: schema.Group, told: GroupView) -> LargestView:
    apart = max(
        (item for item in group.comparisons if item.relation == group.relation),
        key=lambda item: Fraction(item.gap or 0),
    )
    members = {member.claim_id: member for member in told.members}
    first, second = (views.claims[ident].value for ident in (apart.a, apart.b))
    flags = tuple(views.say("fact.flag", flag=prose(flag, views.say)) for flag in apart.flags)
    return LargestView(
        group=told,
        values=tuple((members[ident].stated, members[ident].beside) for ident in (apart.a, apart.b)),
        ratio=_ratio(first, second, views.say),
        reason=views.say.listed(flags),
    )


def _ratio(first: Value, second: Value, say: Language) -> str:
    """Return how many times the smaller of two quantities the larger is; empty where that says nothing."""
    if not (isinstance(first, schema.QuantityValue) and isinstance(second, schema.QuantityValue)):
        return ""
    small, large = sorted((Fraction(first.base_number), Fraction(second.base_number)))
    if small <= 0 or small == large:
        return ""
    hundredths = round(large / small * 100)
    if hundredths <= _NEARLY_ONE:
        return ""
    told = (
        exact.plain(Fraction(hundredths, 100))
        if hundredths < _HUNDREDTHS_BELOW
        else f"{round(large / small):,}"
    )
    return say("count.times.other", n=told)


def _widest(group: schema.Group) -> tuple[Fraction, str]:
    gaps = (Fraction(item.gap) for item in group.comparisons if item.gap is not None)
    return -max(gaps, default=Fraction(0)), group.id


def unread_words(report: schema.Report, say: Language) -> str:
    """Return what was not read, in words; nothing where everything was."""
    lost = sum(issue.incomplete for issue in report.issues)
    counts = (("count.unread", lost), ("count.skipped", report.summary.skipped))
    return say.listed([say.counted(count, key) for key, count in counts if count])


def fates(total: schema.Census, say: Language) -> tuple[tuple[str, str, int], ...]:
    """Return where all figures went, the fates with none left out."""
    found = (
        ("claim", "claims", total.claim),
        ("qualifier", "qualifiers", total.qualifier),
        ("gloss", "glosses", total.gloss),
        ("unresolved", "unresolved", total.unresolved),
        ("ignored", "ignored_by_rule", sum(total.ignored.values())),
        ("unclaimed", "unclaimed", total.unclaimed),
    )
    return tuple((fate, say(f"fate.{words}"), count) for fate, words, count in found if count)


def total(census: Iterable[schema.Census]) -> schema.Census:
    """Return the census of all sources together."""
    items = tuple(census)
    ignored: dict[str, int] = defaultdict(int)
    for item in items:
        for rule, count in item.ignored.items():
            ignored[rule] += count
    return schema.Census(
        source_id="",
        figures=sum(item.figures for item in items),
        claim=sum(item.claim for item in items),
        qualifier=sum(item.qualifier for item in items),
        gloss=sum(item.gloss for item in items),
        unresolved=sum(item.unresolved for item in items),
        ignored=dict(sorted(ignored.items())),
        unclaimed=sum(item.unclaimed for item in items),
    )
