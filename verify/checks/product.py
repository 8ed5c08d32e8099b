"""A price, a number and a total that do not fit, or an average that is not total over number.

Why: ``采购20台，单价5万元，总价120万元`` is off by a fifth; whoever pays would like to know.

Passes: ``采购服务器20台，单价5.0万元，总价100万元。``
Fails: ``采购服务器20台，单价5.0万元，总价120万元。`` (V306)

``each × number`` is an interval carried from the written digits: a price written as 5万元 may be
4.5 to 5.5, and one that is known to be exact (a listed price) is what it is.

Severity: error.
Options: ``kind: product`` in ``rules/relations``.
To silence it: mend the figure; where a discount, a tax or other items come in, say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.checks.arithmetic import Sets, sets
from verify.checks.facts import Facts
from verify.checks.reckoned import of_related, plain
from verify.checks.related import related
from verify.model.finding import Finding
from verify.model.quantity import Form, Quantity
from verify.model.stage import Stage

CODES = {"V306": "number times value is not the total"}


def check(facts: Facts) -> Stage[Finding]:
    """Return a finding for each total that number and value exclude."""
    return Stage(tuple(_wrong(facts)))


def _wrong(facts: Facts) -> Iterator[Finding]:
    for one in related(facts, "product"):
        each, number, whole = (one.quantity(slot) for slot in ("each", "number", "total"))
        if each is None or number is None or whole is None:
            continue
        expected = _product(each, number, whole)
        if any(one.exact and one.hedge_words for one in (each, number, whole)):
            continue  # 约5万元 of an exact price: by how much it is about, nobody says
        if expected is None or Form.CHANGE in (each.form, number.form, whole.form):
            continue
        reckoning = plain(expected, whole, f"{number.stated} of {each.stated}")
        if reckoning.off:
            yield of_related(facts, one, "V306", CODES["V306"], reckoning)


def _product(each: Quantity, number: Quantity, whole: Quantity) -> Sets | None:
    """Return ``each`` times ``number`` in the unit of the total; None where the units do not fit."""
    above, _, below = each.unit.base.partition("/")
    if above != whole.unit.base:
        return None
    if below != number.unit.base and not (number.unit.counts or number.unit.base == "dimensionless"):
        return None
    return sets(each) * sets(number)
