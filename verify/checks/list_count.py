"""A number of things that is not the number of names in the list beside it.

Why: ``面向三个领域：医疗、教育、交通、金融`` promises three and lists four.

Passes: ``项目面向三个领域：医疗、教育、交通。``
Fails: ``项目面向三个领域：医疗、教育、交通、金融。`` (V309)

The list may stand before the number (医疗、教育、交通三个领域) or behind it.  A list that ends in 等,
and one after 包括 or including, names some: only more names than the number are told.  A 和 or and
inside a name may or may not part two names, so both readings are allowed.

Severity: warning.
Options: ``kind: count`` in ``rules/relations``.
To silence it: mend the number or the list; where the list is not complete, end it in 等.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.checks.arithmetic import between
from verify.checks.facts import Facts
from verify.checks.reckoned import of_sentence
from verify.checks.related import Related, related
from verify.model.finding import Finding
from verify.model.quantity import Form, Hedge, Quantity
from verify.model.stage import Stage
from verify.model.wording import described

CODES = {"V309": "number and list differ"}
_MOST = 30
_OPEN = re.compile(r"(?:等等?|等地|等方面|among others|and others|etc\.?|and more|and so on)\s*$")
_AND = re.compile(r"以及|(?<=[^、]{2})(?:和|与|及)(?=[^、]{2})|\band\b|\bor\b|\bplus\b|&")
"""Between two names; 安和县 is one."""
_COMMA = re.compile(r"、|,\s(?!inc\b|ltd\b|co\b)")
_FINAL_AND = re.compile(r"(?:and|or|和|以及|及|与)\b\s*")
_NESTED = re.compile(r"[(\[（【「“‘\"《<]")


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each number that its list excludes."""
    return Stage(tuple(_wrong(facts)))


def _wrong(facts: Facts) -> Iterator[Finding]:
    for one in related(facts, "count"):
        count = one.quantity("count")
        listed = _listed(one)
        if count is None or listed is None or not _whole(count):
            continue
        low, high = listed
        number = int(count.number)
        if low <= number <= high or (number > high and _is_open(one)):
            continue
        names = str(low) if low == high else f"{low} to {high}"
        apart = low - number if number < low else number - high
        way = "low" if number < low else "high"
        yield of_sentence(
            facts,
            one,
            "V309",
            f"{CODES['V309']}: the list holds {names} names "
            f"{between(low, high).soft}, stated is {count.stated}: too {way} by {apart}",
            expected=names,
            found=described(count),
        )


def _whole(count: Quantity) -> bool:
    plain = count.hedge in (Hedge.BARE, Hedge.EXACTLY) and count.form is Form.POINT
    return plain and count.number.denominator == 1 and 1 < count.number <= _MOST


def _is_open(one: Related) -> bool:
    return one.entry.open or _OPEN.search(one.words["items"]) is not None


def _listed(one: Related) -> tuple[int, int] | None:
    """Return how many names the list holds at least and at most; None for what is no list."""
    text = _OPEN.sub("", one.words["items"].strip()).strip(" ,、")
    if _NESTED.search(text):
        return None
    names = [name.strip() for name in _COMMA.split(text)]
    if any(not name for name in names):
        return None
    loose = sum(len(_AND.findall(name)) for name in names)
    if len(names) == 1:
        return (1, 1 + loose) if loose else None
    if not text.isascii():
        return len(names), len(names) + loose
    if _FINAL_AND.match(names[-1]):
        return len(names), len(names) + loose - 1
    return (len(names) + 1, len(names) + loose) if _AND.search(names[-1]) else None
