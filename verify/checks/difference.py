"""A difference that is not what the two values give.

Why: ``从300家增至360家，增加了50家`` is off by ten; one of the three figures is wrong.

Passes: ``门店从300家增至360家，增加了60家。``
Fails: ``门店从300家增至360家，增加了50家。`` (V305)

The difference is an interval carried from the written digits; what is counted is whole.

Severity: error.
Options: ``kind: change`` and ``kind: difference`` in ``rules/relations``.
To silence it: mend the figure; where other things happened in between, say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.checks import changes
from verify.checks.arithmetic import absolute, alike, sets, without_zero
from verify.checks.facts import Facts
from verify.checks.reckoned import Reckoning, of_related
from verify.checks.related import related
from verify.model.finding import Finding
from verify.model.stage import Stage

CODES = {"V305": "difference does not fit its two values"}


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each difference that its values exclude."""
    return Stage((*_changes(facts), *_comparisons(facts)))


def _changes(facts: Facts) -> Iterator[Finding]:
    for one, reckoning in changes.changes(facts, changes.DIFFERENCE):
        if reckoning.off:
            yield of_related(facts, one, "V305", CODES["V305"], reckoning)


def _comparisons(facts: Facts) -> Iterator[Finding]:
    for one in related(facts, "difference"):
        more, less, stated = (one.quantity(slot) for slot in ("more", "less", "difference"))
        if more is None or less is None or stated is None:
            continue
        if not (alike(more, less) and alike(more, stated)):
            continue
        expected = absolute(sets(more) - sets(less))
        stated = without_zero(stated)
        how = f"{more.stated} less {less.stated}"
        reckoning = Reckoning(expected, absolute(sets(stated)), stated, how)
        if reckoning.off:
            yield of_related(facts, one, "V305", CODES["V305"], reckoning)
