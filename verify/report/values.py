"""Values, as ``report.json`` shows them.

Comes in: figures, dates and ranks of the model.  Goes out: the models of ``schema``, numbers in
their exact text.
"""

from __future__ import annotations

import datetime as dt

from verify.model import exact
from verify.model.claim import Qualifiers, Value
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.rank import Rank
from verify.report import schema
from verify.report.numbers import plain_or_none


def value(item: Value) -> schema.QuantityValue | schema.DateValue | schema.RankValue:
    """Return any value of a claim as the report shows it."""
    if isinstance(item, Quantity):
        return quantity(item)
    return date(item) if isinstance(item, Period) else rank(item)


def quantity(item: Quantity) -> schema.QuantityValue:
    """Return a figure with its bounds in the base unit."""
    return schema.QuantityValue(
        form=item.form.value,
        stated=item.stated,
        number=exact.plain(item.number),
        unit=item.unit.name,
        hedge=item.hedge.value,
        emphasis=item.emphasis,
        base_unit=item.unit.base,
        base_number=exact.plain(item.base_number),
        lower=plain_or_none(item.hard.lower),
        upper=plain_or_none(item.hard.upper),
        lower_closed=item.hard.lower_closed,
        upper_closed=item.hard.upper_closed,
        soft_lower=plain_or_none(item.soft.lower),
        soft_upper=plain_or_none(item.soft.upper),
        precision=exact.plain(min(numeral.last for numeral in item.numerals)),
    )


def day(item: dt.date | None) -> str | None:
    """Return a day in ISO form, or None."""
    return None if item is None else item.isoformat()


def date(item: Period) -> schema.DateValue:
    """Return a date or period."""
    return schema.DateValue(
        stated=item.stated,
        earliest=day(item.earliest),
        latest=day(item.latest),
        precision=item.precision,
        hedge=item.hedge.value,
    )


def date_or_none(item: Period | None) -> schema.DateValue | None:
    """Return a date or period, or None where it is unstated."""
    return None if item is None else date(item)


def rank(item: Rank) -> schema.RankValue:
    """Return a place in an order."""
    return schema.RankValue(
        stated=item.stated,
        superlative=item.superlative,
        strict=item.strict,
        category=item.category,
        region=item.region,
    )


def qualifiers(item: Qualifiers) -> schema.Qualifiers:
    """Return the qualifiers of a claim."""
    return schema.Qualifiers(
        modality=item.modality.value if item.modality else None,
        scope=item.scope,
        statistic=item.statistic,
        time=date_or_none(item.time),
        as_of=date_or_none(item.as_of),
        base=item.base,
    )
