"""Build the table of units from their lines.

Comes in: the unit files, as (path, text).  Goes out: a ``UnitTable`` with every spelling,
those with a prefix too, and a problem for each line that is not well formed, defines what is defined
already, takes a spelling that is taken, or is made of what nobody defines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from verify.catalog.suggest import did_you_mean
from verify.catalog.unit_algebra import Algebra, Worth
from verify.catalog.unit_lines import Prefix, UnitLine, UnitLines, read_lines
from verify.catalog.units import CASELESS, LATIN, UnitTable
from verify.errors import Problem, RulesError
from verify.text.fold import folded

_OFFSET = ";"
"""In the definition of a temperature, before what is added."""
_SPACED = 3
"""From this length a symbol may stand apart from a capital prefix (P FLOPS, but 65m tonnes)."""


def load_units(files: Sequence[tuple[str, str]]) -> UnitTable:
    """Return the table of the unit files given as (path, text).

    Raises ``RulesError`` with the place of every line that is wrong.
    """
    table, problems = read_units(files)
    if problems or table is None:
        raise RulesError(problems)
    return table


def read_units(files: Sequence[tuple[str, str]]) -> tuple[UnitTable | None, tuple[Problem, ...]]:
    """Return the table of what is sound in the unit files, and all that is wrong in them.

    There is no table where a prefix or a group is wrong: it would lack spellings that nobody got wrong.
    """
    found = read_lines(files)
    prefixes = {prefix.name: prefix.factor for prefix in found.prefixes}
    units: dict[str, Worth] = {}
    table = UnitTable(Algebra(units, prefixes), lines=tuple(found.units), examples=tuple(found.examples))
    problems = found.problems
    registry, wrong = _registry(found, problems)
    _spellings(table, found, problems)
    sound = (line for line in found.units if line not in wrong)
    units.update(_definitions(sound, registry, table, problems))
    if not problems:
        _coherent(table)
    texts = {path: text.splitlines() for path, text in files}
    lines = {texts[problem.path][problem.line - 1] for problem in problems}
    table.doubtful = frozenset(folded(part.strip()) for line in lines for part in line.split(" = "))
    ordered = tuple(sorted(problems, key=lambda problem: (problem.path, problem.line, problem.column)))
    return (table if found.prefixed else None), ordered


def _registry(found: UnitLines, problems: list[Problem]) -> tuple[Any, set[UnitLine]]:
    """Return pint's registry of the units, and the lines that it does not hold."""
    import warnings  # noqa: PLC0415

    from pint import UnitRegistry  # noqa: PLC0415 - 0.4 s that --help need not pay

    wrong: set[UnitLine] = set()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        registry: Any = UnitRegistry(None, non_int_type=Fraction)
        for prefix in found.prefixes:
            registry.define(f"{prefix.name}- = {prefix.factor}")
        known: dict[str, UnitLine] = {}
        for line in found.units:
            if not line.definition:
                continue
            first = known.setdefault(line.name, line)
            message = _define(registry, line) if first is line else _again(first)
            if message:
                wrong.add(line)
                problems.append(line.raw.problem_of(line.definition if first is line else line.name, message))
    return registry, wrong


def _again(first: UnitLine) -> str:
    place = f"{first.raw.path}:{first.raw.number}"
    return f"the unit '{first.name}' is defined already ({place}): take another name"


def _define(registry: Any, line: UnitLine) -> str:
    try:
        registry.define(f"{line.name} = {line.definition}")
    except Exception:  # pint raises a dozen kinds, and says little that is of use
        return f"pint cannot read the definition '{line.definition}'"
    return ""


def _definitions(
    lines: Iterable[UnitLine], registry: Any, table: UnitTable, problems: list[Problem]
) -> Iterator[tuple[str, Worth]]:
    """Look up what each line is made of, and yield what its unit is worth."""
    for line in lines:
        try:
            unit = registry.parse_units(line.name)
            factor, root = registry.get_root_units(unit)
        except Exception as error:  # pint raises a dozen kinds
            problems.append(line.raw.problem_of(*_unresolved(error, line, table)))
            continue
        powers = tuple(sorted((name, Fraction(power)) for name, power in root._units.items()))
        if _OFFSET in line.definition:
            zero, one = (registry.Quantity(Fraction(n), unit).to_root_units().magnitude for n in (0, 1))
            yield line.name, Worth(Fraction(one) - Fraction(zero), powers, Fraction(zero))
        elif line.definition:
            yield line.name, Worth(Fraction(factor), powers)


def _unresolved(error: Exception, line: UnitLine, table: UnitTable) -> tuple[str, str]:
    """Return the part of the line that is wrong, and what is wrong with it."""
    if isinstance(error, RecursionError):
        return line.name, f"the unit '{line.name}' is defined by itself"
    unknown = next(iter(sorted(getattr(error, "unit_names", ()))), None)
    if not unknown:
        return line.name, f"the unit '{line.name}' does not resolve: {error}"
    meant = table.named(unknown)
    if meant not in (None, line.name):
        return unknown, f"'{unknown}' is a spelling; a definition takes the name of the unit: {meant}"
    others = {other.name for other in table.lines if other.definition} - {line.name}
    return unknown, f"unknown unit '{unknown}'{did_you_mean(unknown, others)}"


def _coherent(table: UnitTable) -> None:
    """Name each dimension by the first unit of the files that is worth exactly one of it."""
    for line in table.lines:
        worth = table.algebra.units.get(line.name)
        if worth is not None and worth.factor == 1 and worth.powers and not worth.offset:
            table.coherent.setdefault(worth.powers, line.name)


def _spellings(table: UnitTable, found: UnitLines, problems: list[Problem]) -> None:
    owner: dict[str, UnitLine] = {}
    for line in found.units:
        for spelling, column in zip(line.spellings, line.columns, strict=True):
            key = folded(spelling)
            other = owner.setdefault(key, line)
            if other.name != line.name:
                place = f"{other.raw.path}:{other.raw.number}"
                told = f"the spelling '{spelling}' is taken by '{other.name}' ({place})"
                problems.append(line.raw.problem(column, told))
            table.spellings.setdefault(key, line.name)
    _derived(table, found.units, found.prefixes)


def _derived(table: UnitTable, lines: Sequence[UnitLine], prefixes: Sequence[Prefix]) -> None:
    """Add the names of units, their forms with a prefix, and what is matched in any case."""
    derived: dict[str, str] = {}
    for line in lines:
        if line.definition:  # a name gives way to a spelling: Petaflop is said of flop/second
            table.spellings.setdefault(folded(line.name), line.name)
    for line in lines:
        for prefix in prefixes:
            if prefix.group in line.groups:
                for spelling, name in _prefixed(line, prefix):
                    derived.setdefault(folded(spelling), name)
    for line in lines:
        for prefix in prefixes:
            if prefix.group in line.groups and line.definition:
                derived.setdefault(prefix.name + line.name, prefix.name + line.name)
    for spelling, name in derived.items():
        table.spellings.setdefault(spelling, name)
    for spelling, name in sorted(table.spellings.items()):
        if len(spelling) >= CASELESS and spelling.isascii():
            key = spelling.lower()
            table.caseless[key] = name if table.caseless.get(key, name) == name else ""
    table.caseless = {key: name for key, name in table.caseless.items() if name}
    table.lengths = _lengths(table.spellings)


def _lengths(spellings: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return lengths by the first two characters in lower case, and by one that is a spelling alone."""
    found: dict[str, set[int]] = {}
    for spelling in spellings:
        found.setdefault(spelling[:2].lower(), set()).add(len(spelling))
    for beginning, lengths in found.items():
        if len(beginning) > 1 and beginning[0] in found:
            lengths.add(1)
    return {beginning: tuple(sorted(lengths, reverse=True)) for beginning, lengths in found.items()}


def _prefixed(line: UnitLine, prefix: Prefix) -> Iterable[tuple[str, str]]:
    name = prefix.name + line.name
    for spelling in line.spellings:
        latin = bool(LATIN.match(spelling))
        for symbol in prefix.symbols:
            if latin and (spelling == line.symbol or len(spelling) > 1):
                yield symbol + spelling, name
                if len(spelling) >= _SPACED and symbol.isupper():
                    yield f"{symbol} {spelling}", name
        for word in prefix.words:
            if latin == word.isascii():
                yield word + spelling, name
                yield word.capitalize() + spelling, name
