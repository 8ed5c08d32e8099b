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
from functools import lru_cache

from verify.catalog.catalog import Catalog
from verify.checks.arithmetic import between
from verify.checks.facts import Facts
from verify.checks.reckoned import of_sentence
from verify.checks.related import Related, related
from verify.model.finding import Finding
from verify.model.quantity import Form, Hedge, Quantity
from verify.model.stage import Stage
from verify.model.wording import described
from verify.text.alternatives import either
from verify.text.script import is_western

CODES = {"V309": "number and list differ"}
_MOST = 30
_KEPT = 4
"""Catalogues whose words are kept compiled."""
_COMMA = re.compile(r"、|,\s(?!inc\b|ltd\b|co\b)")
_NESTED = re.compile(r"[(\[（【「“‘\"《<]")


class _Words:
    """What the languages of a catalogue have between the names of a list, and behind them."""

    def __init__(self, catalog: Catalog) -> None:
        joints = [word for entry in catalog.languages for word in entry.name_joints]
        latin = either(word for word in joints if word.isalpha() and word.isascii())
        short = either(word for word in joints if len(word) == 1 and not word.isascii())
        others = either(word for word in joints if not word.isalpha() or len(word) > 1 > word.isascii())
        ends = either(word for entry in catalog.languages for word in entry.open_lists)
        self.open = re.compile(rf"(?:{ends})\s*$")
        """Behind a list that names only some."""
        self.joint = re.compile(rf"{others}|(?<=[^、]{{2}})(?:{short})(?=[^、]{{2}})|\b(?:{latin})\b")
        """Between two names; 安和县 is one."""
        self.last = re.compile(rf"(?:{latin})\b\s*")
        """Before the last name of a list of several."""


@lru_cache(maxsize=_KEPT)
def _words(catalog: Catalog) -> _Words:
    return _Words(catalog)


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each number that its list excludes."""
    return Stage(tuple(_wrong(facts)))


def _wrong(facts: Facts) -> Iterator[Finding]:
    if facts.catalog is None:
        return
    words = _words(facts.catalog)
    for one in related(facts, "count"):
        count = one.quantity("count")
        listed = _listed(one, words)
        if count is None or listed is None or not _whole(count):
            continue
        low, high = listed
        number = int(count.number)
        if low <= number <= high or (number > high and _is_open(one, words)):
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


def _is_open(one: Related, words: _Words) -> bool:
    return one.entry.open or words.open.search(one.words["items"]) is not None


def _listed(one: Related, words: _Words) -> tuple[int, int] | None:
    """Return how many names the list holds at least and at most; None for what is no list."""
    text = words.open.sub("", one.words["items"].strip()).strip(" ,、")
    if _NESTED.search(text):
        return None
    names = [name.strip() for name in _COMMA.split(text)]
    if any(not name for name in names):
        return None
    loose = sum(len(words.joint.findall(name)) for name in names)
    if len(names) == 1:
        return (1, 1 + loose) if loose else None
    if not is_western(text):
        return len(names), len(names) + loose
    if words.last.match(names[-1]):
        return len(names), len(names) + loose - 1
    return (len(names) + 1, len(names) + loose) if words.joint.search(names[-1]) else None
