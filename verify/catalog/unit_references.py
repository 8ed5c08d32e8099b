"""Check the units that entries name, against the table of units.

Comes in: the entries of all folders with their places, and the table.  Goes out: a problem for every unit
that no line defines, and for every reading of a unit as another that could not be right; a warning for
every spelling that hides a measure word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from verify.catalog.rules import Rules
from verify.catalog.schema import AttributeEntry
from verify.catalog.suggest import did_you_mean
from verify.catalog.units import UnitTable
from verify.catalog.validate import Located
from verify.errors import Problem
from verify.model.quantity import Unit
from verify.text.fold import folded

_FACTOR = r"[^\W\d]\w*(?:\*\*\d)?"
_COMPOUND = re.compile(rf"{_FACTOR}(?:[*/]{_FACTOR}){{0,5}}\Z")
_PART = re.compile(r"[^\W\d]\w*")
NOT_UNITS = frozenset({"date", "count", "ratio"})
"""What may stand among the units of an attribute without being one."""
_NEAR = 0.75
_YEAR = "year"
"""What ``of_old`` of an attribute tells an age in."""
_OF_LANGUAGES = ("rate_prefixes", "rate_suffixes", "currencies", "over", "precisions")
"""Keys of a language that map a text to a unit."""


def check_units(rules: Rules, table: UnitTable) -> Iterator[Problem]:
    """Yield a problem for every unit of an entry that is unknown, or cannot stand where it does."""
    for attribute in rules.attributes.values():
        for index, unit in enumerate(attribute.entry.units):
            if unit not in NOT_UNITS:
                yield from _unknown(attribute, unit, table, "units", index, others=NOT_UNITS)
        yield from _reads(attribute, table)
        yield from _of_old(attribute, rules, table)
    for constraint in rules.constraints.values():
        if constraint.entry.unit is not None:
            yield from _unknown(constraint, constraint.entry.unit, table, "unit")
    for language in rules.languages.values():
        for key in _OF_LANGUAGES:
            for surface, unit in getattr(language.entry, key).items():
                yield from _unknown(language, unit, table, key, surface)
        for index, reading in enumerate(language.entry.readings):
            yield from _unknown(language, reading.means, table, "readings", index, "means")
        for surface, unit in language.entry.precisions.items():
            if (name := table.named(unit)) not in (None, unit):
                message = f"'{unit}' is a spelling; the name of the unit belongs here: {name}"
                yield language.problem(message, "precisions", surface)


def hidden_measures(rules: Rules, table: UnitTable) -> Iterator[Problem]:
    """Yield a warning for every spelling of a unit that is a measure word of a language too.

    Where ``readings`` tell the unit by what stands near (节 after 航速), the measure word counts elsewhere.
    """
    languages = {id: language.entry for id, language in rules.languages.items()}
    told = {folded(reading.spelling) for entry in languages.values() for reading in entry.readings}
    owners = {folded(word): id for id, entry in languages.items() for word in entry.measures}
    owners = {word: id for word, id in owners.items() if word not in told}
    for line in table.lines:
        named = [(line.name, 1)] if line.definition else []
        for spelling, column in (*named, *zip(line.spellings, line.columns, strict=True)):
            language = owners.get(folded(spelling))
            if language is not None:
                message = (
                    f"'{spelling}' is a measure word of '{language}' as well, and counts nothing any more:"
                    f" every figure before it is in {line.name}; leave it out here or, if it is rather"
                    " a unit, out of the language's measures"
                )
                yield line.raw.problem(column, f"warning: {message}")


def _unknown(
    located: Located[Any],
    unit: str,
    table: UnitTable,
    *inner: str | int,
    others: Iterable[str] = (),
    key: bool = False,
) -> Iterator[Problem]:
    if not _is_known(table, unit):
        near = next(iter(get_close_matches(unit, others, n=1, cutoff=_NEAR)), None)
        hint = f"; did you mean '{near}'?" if near else did_you_mean(folded(unit), table.spellings)
        yield located.problem(f"unknown unit '{unit}'{hint}", *inner, key=key)


def _is_known(table: UnitTable, unit: str) -> bool:
    """Say whether a text is a spelling of a unit, or a product of names, as far as lines are right."""
    spelling = folded(unit)
    if spelling in table.doubtful or table.named(unit) is not None:
        return True
    if table.doubtful.intersection(_PART.findall(spelling)):
        return True
    return _worth(table, unit) is not None


def _worth(table: UnitTable, unit: str) -> Unit | None:
    """Return the unit of a spelling or of a product of names, or None."""
    name = table.named(unit) or folded(unit)
    if name not in table.spellings.values() and not _COMPOUND.match(name):
        return None
    try:
        return table.unit(name)
    except KeyError:
        return None


def _of_old(attribute: Located[AttributeEntry], rules: Rules, table: UnitTable) -> Iterator[Problem]:
    """Yield a problem where the attribute that an age is of a thing cannot be told in years."""
    other = rules.attributes.get(attribute.entry.of_old or "")
    if other is None or "units" in other.wrong:
        return
    year = _worth(table, _YEAR)
    if year is None:
        yield attribute.problem(f"no unit '{_YEAR}', in which it would be told: add one to units/", "of_old")
    elif year.base not in {
        unit.base for name in other.entry.units if (unit := _worth(table, name)) is not None
    }:
        units = ", ".join(other.entry.units)
        yield attribute.problem(f"'{other.id}' is told in {units} and not in years", "of_old")


# --- units that stand for another


def _reads(attribute: Located[AttributeEntry], table: UnitTable) -> Iterator[Problem]:
    for written, meant in attribute.entry.reads.items():
        read = _worth(table, written) or _counted(table, written)
        if read is None:
            yield from _unknown(attribute, written, table, "reads", written, key=True)
        stands_for = _worth(table, meant)
        if stands_for is None:
            yield from _unknown(attribute, meant, table, "reads", written)
        elif read is not None and "units" not in attribute.wrong:
            yield from _reading(attribute, table, (written, read), (meant, stands_for))


def _counted(table: UnitTable, unit: str) -> Unit | None:
    """Return the unit of a count per unit: 次/second."""
    noun, _, below = unit.partition("/")
    denominator = _worth(table, below) if noun and below else None
    return table.quotient(table.counted(noun), denominator) if denominator else None


def _reading(
    attribute: Located[AttributeEntry], table: UnitTable, written: tuple[str, Unit], meant: tuple[str, Unit]
) -> Iterator[Problem]:
    """Yield what is wrong with reading one unit as another: a figure in base units is taken over as it is."""
    (text, read), (other, stands_for) = written, meant
    units = attribute.entry.units
    if stands_for.base not in {unit.base for name in units if (unit := _worth(table, name)) is not None}:
        message = f"'{other}' has the dimension of none of the attribute's units: {', '.join(units)}"
        yield attribute.problem(message, "reads", text)
    elif read.base == stands_for.base:
        message = f"'{text}' and '{other}' are of one dimension and need no other reading: delete this"
        yield attribute.problem(message, "reads", text, key=True)
    elif read.factor != 1:
        message = (
            f"'{text}' is {read.factor} {read.base}: write what it stands for of one {read.base} here,"
            " and all its multiples are read"
        )
        yield attribute.problem(message, "reads", text, key=True)
