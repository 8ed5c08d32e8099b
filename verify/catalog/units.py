"""Units: a closed table of spellings in front of pint's algebra.

Comes in: the lines of ``rules/units/*.txt``, in pint's own definition syntax::

    @group metric                               units below take the prefixes of the group
    meter = [length] = m = 米 = 公尺             name, definition, symbol (or _), other spellings
    @end
    亩 = 2000/3 * meter**2 = _ = 市亩            a unit by others, exact fractions
    kilometer/hour = _ = km/h = 公里每小时       spellings of a compound: no definition
    @group metric                               prefixes of a group
    kilo- = 1000 = k- = 千                      name, factor, symbol, other spellings
    @end

Goes out: ``UnitTable``, which finds the longest spelling at a place of a text and multiplies
units.  pint sees canonical names only, never text (it reads ``1 ℃`` as 1 and hangs on
``9**9**9``), and is asked once for each unit, not for each figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from verify.catalog.excerpt import excerpt
from verify.catalog.suggest import did_you_mean
from verify.errors import Problem, RulesError
from verify.model.quantity import Unit
from verify.text.fold import folded

_NAME = re.compile(r"[^\W\d][\w]*$")
_PREFIX = re.compile(r"[A-Za-z]+-$")
_EXPRESSION = re.compile(r"[\w\s*/().+\-]{1,120}$")
_HUGE_POWER = re.compile(r"\*\*\s*(?:\d{3,}|\d+\s*\*\*)")
_HIGHEST_POWER = 99
"""As much as ``_HUGE_POWER`` lets pass."""
_GROUP = re.compile(r"@group\s+([a-z-]+)(?:\s+using\s+([a-z, -]+))?$")
_LATIN = re.compile(r"[A-Za-zµμΩ]")
_LATIN_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzµμΩ")
_LATIN_ENDS = _LATIN_LETTERS | frozenset("0123456789")
_CASELESS = 4
"""From this length a Latin spelling is matched in any case (petaflops, PetaFLOPS)."""
_SPACED = 3
"""From this length a symbol may stand apart from a capital prefix (P FLOPS, but 65m tonnes)."""
_CHECK = re.compile(r"#\s*(pass|fail):\s*(.+?)\s*=\s*(.+?)\s*$")


@dataclass(frozen=True, slots=True)
class _Line:
    path: str
    number: int
    name: str
    definition: str
    spellings: tuple[str, ...]
    symbol: str
    groups: tuple[str, ...]
    raw: str
    """The line itself."""

    def problem(self, part: str, message: str) -> Problem:
        return _problem(self.path, self.number, self.raw, part, message)


@dataclass(frozen=True, slots=True)
class _Prefix:
    name: str
    factor: Fraction
    symbols: tuple[str, ...]
    words: tuple[str, ...]
    group: str


@dataclass(frozen=True, slots=True)
class UnitExample:
    """A ``# pass:`` or ``# fail:`` comment of a unit file: an equation that holds, or does not."""

    path: str
    line: int
    left: str
    right: str
    holds: bool


@dataclass(eq=False)
class UnitTable:
    """All spellings, and the units behind them."""

    registry: Any
    """pint's registry, fed with canonical names only."""
    spellings: dict[str, str] = field(default_factory=dict)
    """Folded spelling to canonical expression (``petaflop/second``)."""
    caseless: dict[str, str] = field(default_factory=dict)
    """Lower-case spelling to canonical expression, where the case carries no meaning."""
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """First character, in lower case, to the lengths of the spellings that begin with it, longest first."""
    coherent: dict[tuple[tuple[str, Fraction], ...], str] = field(default_factory=dict)
    """Dimension to the name of its coherent unit (watt, joule)."""
    examples: tuple[UnitExample, ...] = ()
    _units: dict[str, Unit] = field(default_factory=dict)

    def match(self, text: str, start: int) -> tuple[str, int] | None:
        """Return canonical expression and end of the longest spelling at ``start``, or None."""
        if start >= len(text):
            return None
        for length in self.lengths.get(text[start].lower(), ()):
            end = start + length
            piece = text[start:end]
            name = self.spellings.get(piece)
            if name is None and length >= _CASELESS:
                name = self.caseless.get(piece.lower())
            if name is None or len(piece) < length:
                continue
            if piece[-1] in _LATIN_ENDS and end < len(text) and text[end] in _LATIN_LETTERS:
                continue  # m of most
            return name, end
        return None

    def unit(self, expression: str) -> Unit:
        """Return the unit of a canonical expression such as ``petaflop/second``.

        Raises ``KeyError`` for a name that no line defines.
        """
        known = self._units.get(expression)
        if known is None:
            known = self._units[expression] = self._resolve(expression)
        return known

    def counted(self, noun: str) -> Unit:
        """Return the unit of a count of ``noun``: a dimension of its own."""
        noun = noun or "?"
        return Unit(f"[count of {noun}]", f"[count of {noun}]")

    def quotient(self, above: Unit, below: Unit) -> Unit:
        """Return ``above`` per ``below``; counts of a noun stay counts of it."""
        name = _quotient_name("1" if above.name == "dimensionless" else above.name, below.name)
        if "[" not in name:
            return self.unit(name)
        base = _quotient_name(above.base, below.base)
        return Unit(name, base, above.factor / below.factor)

    def _resolve(self, expression: str) -> Unit:
        try:
            unit = self.registry.parse_units(expression)
        except Exception as error:
            raise KeyError(expression) from error
        root_factor, root = self.registry.get_root_units(unit, check_nonmult=False)
        powers = tuple(sorted((name, Fraction(power)) for name, power in root._units.items()))
        offset = Fraction(0)
        if len(unit._units) == 1:
            zero = self.registry.Quantity(Fraction(0), unit).to_root_units().magnitude
            offset = Fraction(zero)
            one = self.registry.Quantity(Fraction(1), unit).to_root_units().magnitude
            root_factor = Fraction(one) - offset
        base = self.coherent.get(powers) or _spell(powers)
        return Unit(expression.replace(" ", ""), base, Fraction(root_factor), offset)


def _quotient_name(above: str, below: str) -> str:
    if "/" in below or "*" in below.replace("**", ""):
        below = f"({below})"
    return f"{above}/{below}"


def _spell(powers: Iterable[tuple[str, Fraction]]) -> str:
    """Write a product of powers: ``kilogram*meter**2/second**2``."""
    above = [_power(name, power) for name, power in powers if power > 0]
    below = [_power(name, -power) for name, power in powers if power < 0]
    if not above and not below:
        return "dimensionless"
    return "*".join(above or ["1"]) + "".join(f"/{part}" for part in below)


def _power(name: str, power: Fraction) -> str:
    return name if power == 1 else f"{name}**{power}"


def load_units(files: Sequence[tuple[str, str]]) -> UnitTable:
    """Return the table of the unit files given as (path, text).

    Raises ``RulesError`` with the place of every line that is wrong.
    """
    problems: list[Problem] = []
    lines: list[_Line] = []
    prefixes: list[_Prefix] = []
    examples: list[UnitExample] = []
    for path, text in files:
        _read(path, text, lines, prefixes, examples, problems)
    table = UnitTable(_registry(lines, prefixes, problems), examples=tuple(examples))
    _spellings(table, lines, prefixes, problems)
    if not problems:
        _coherent(table, lines)
    if problems:
        raise RulesError(tuple(sorted(problems, key=lambda p: (p.path, p.line, p.column))))
    return table


def _read(
    path: str,
    text: str,
    lines: list[_Line],
    prefixes: list[_Prefix],
    examples: list[UnitExample],
    problems: list[Problem],
) -> None:
    groups: tuple[str, ...] = ()
    for number, raw in enumerate(text.splitlines(), 1):
        check = _CHECK.match(raw)
        if check:
            examples.append(UnitExample(path, number, check[2], check[3], check[1] == "pass"))
        line = raw.partition("#")[0].strip()
        if not line:
            continue
        group = _GROUP.match(line)
        if group:
            groups = (group[1], *(part.strip() for part in (group[2] or "").split(",") if part.strip()))
        elif line == "@end":
            groups = ()
        elif line.startswith("@"):
            problems.append(_problem(path, number, raw, line, "only @group NAME and @end are known here"))
        else:
            _definition(path, number, raw, line, groups, lines, prefixes, problems)


def _definition(
    path: str,
    number: int,
    raw: str,
    line: str,
    groups: tuple[str, ...],
    lines: list[_Line],
    prefixes: list[_Prefix],
    problems: list[Problem],
) -> None:
    fields = [part.strip() for part in line.split(" = ")]
    name, rest = fields[0], fields[1:]
    if _PREFIX.match(name):
        try:
            factor = Fraction(_number(rest[0]))
        except (IndexError, ValueError, ZeroDivisionError):
            problems.append(_problem(path, number, raw, name, "a prefix needs a factor: kilo- = 1000 = k-"))
            return
        marked = rest[1:]
        symbols = tuple(part[:-1] for part in marked if part.endswith("-"))
        words = (name[:-1], *(part for part in marked if not part.endswith("-") and part != "_"))
        if any(prefix.name == name[:-1] for prefix in prefixes):
            problems.append(_problem(path, number, raw, name, f"the prefix '{name}' is defined already"))
            return
        prefixes.append(_Prefix(name[:-1], factor, symbols, words, groups[0] if groups else "metric"))
        return
    if not rest or any(not part for part in rest):
        problems.append(
            _problem(path, number, raw, name, "a unit line is NAME = DEFINITION = SYMBOL = SPELLING …")
        )
        return
    definition = ""
    if _NAME.match(name):
        definition, rest = rest[0], rest[1:]
        if not _safe(definition):
            problems.append(_problem(path, number, raw, definition, f"'{definition}' is no unit definition"))
            return
    elif not _EXPRESSION.match(name) or _HUGE_POWER.search(name):
        problems.append(
            _problem(path, number, raw, name, f"'{name}' is neither a name nor a compound of names")
        )
        return
    symbol = rest[0] if rest else ""
    spellings = tuple(part for part in rest if part != "_")
    lines.append(_Line(path, number, name, definition, spellings, symbol, groups, raw))


def _number(text: str) -> str:
    base, star, power = text.partition("**")
    if not star:
        return text
    if not 0 <= int(power) <= _HIGHEST_POWER:
        raise ValueError
    return str(int(base) ** int(power))


def _safe(definition: str) -> bool:
    core = definition.partition(";")[0].strip()
    if core.startswith("[") and core.endswith("]"):
        return True
    return bool(_EXPRESSION.match(core)) and not _HUGE_POWER.search(core)


def _problem(path: str, number: int, raw: str, part: str, message: str) -> Problem:
    column = max(raw.find(part), 0) + 1
    return Problem(path, number, column, message, excerpt([raw], 1, column))


def _registry(lines: Sequence[_Line], prefixes: Sequence[_Prefix], problems: list[Problem]) -> Any:
    import warnings  # noqa: PLC0415

    from pint import UnitRegistry  # noqa: PLC0415 - 0.4 s that --help need not pay

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        registry: Any = UnitRegistry(None, non_int_type=Fraction)
        for prefix in prefixes:
            registry.define(f"{prefix.name}- = {prefix.factor}")
        known: dict[str, _Line] = {}
        for line in lines:
            if line.definition:
                first = known.setdefault(line.name, line)
                if first is line:
                    _define(registry, line, problems)
                else:
                    place = f"{first.path}:{first.number}"
                    told = f"the unit '{line.name}' is defined already ({place}): take another name"
                    problems.append(line.problem(line.name, told))
    wrong = {(problem.path, problem.line) for problem in problems}
    for line in lines:
        if (line.path, line.number) not in wrong:
            _resolve(registry, line, known, problems)
    return registry


def _define(registry: Any, line: _Line, problems: list[Problem]) -> None:
    try:
        registry.define(f"{line.name} = {line.definition}")
    except Exception:  # pint raises a dozen kinds, and says little that is of use
        told = f"pint cannot read the definition '{line.definition}'"
        problems.append(line.problem(line.definition, told))


def _resolve(registry: Any, line: _Line, known: Iterable[str], problems: list[Problem]) -> None:
    try:
        registry.get_root_units(registry.parse_units(line.name), check_nonmult=False)
    except Exception as error:  # pint raises a dozen kinds
        problems.append(line.problem(*_unresolved(error, line, known)))


def _unresolved(error: Exception, line: _Line, known: Iterable[str]) -> tuple[str, str]:
    """Return the part of the line that is wrong, and what is wrong with it."""
    if isinstance(error, RecursionError):
        return line.name, f"the unit '{line.name}' is defined by itself"
    unknown = next(iter(sorted(getattr(error, "unit_names", ()))), None)
    if unknown:
        others = (name for name in known if name != line.name)
        return unknown, f"unknown unit '{unknown}'{did_you_mean(unknown, others)}"
    return line.name, f"the unit '{line.name}' does not resolve: {error}"


def _coherent(table: UnitTable, lines: Sequence[_Line]) -> None:
    """Name each dimension by the first unit of the files that is worth exactly one of it."""
    for line in lines:
        if not line.definition or ";" in line.definition:
            continue
        factor, root = table.registry.get_root_units(
            table.registry.parse_units(line.name), check_nonmult=False
        )
        powers = tuple(sorted((name, Fraction(power)) for name, power in root._units.items()))
        if factor == 1 and powers:
            table.coherent.setdefault(powers, line.name)


def _spellings(
    table: UnitTable, lines: Sequence[_Line], prefixes: Sequence[_Prefix], problems: list[Problem]
) -> None:
    owner: dict[str, _Line] = {}
    for line in lines:
        for spelling in line.spellings:
            key = folded(spelling)
            other = owner.setdefault(key, line)
            if other.name != line.name:
                told = f"the spelling '{spelling}' is taken by '{other.name}' ({other.path}:{other.number})"
                problems.append(line.problem(spelling, told))
            table.spellings.setdefault(key, line.name)
    _derived(table, lines, prefixes)


def _derived(table: UnitTable, lines: Sequence[_Line], prefixes: Sequence[_Prefix]) -> None:
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
        if len(spelling) >= _CASELESS and spelling.isascii():
            key = spelling.lower()
            table.caseless[key] = name if table.caseless.get(key, name) == name else ""
    table.caseless = {key: name for key, name in table.caseless.items() if name}
    table.lengths = _lengths(table.spellings)


def _lengths(spellings: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for spelling in spellings:
        found.setdefault(spelling[0].lower(), set()).add(len(spelling))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def _prefixed(line: _Line, prefix: _Prefix) -> Iterable[tuple[str, str]]:
    name = prefix.name + line.name
    for spelling in line.spellings:
        latin = bool(_LATIN.match(spelling))
        for symbol in prefix.symbols:
            if latin and (spelling == line.symbol or len(spelling) > 1):
                yield symbol + spelling, name
                if len(spelling) >= _SPACED and symbol.isupper():
                    yield f"{symbol} {spelling}", name
        for word in prefix.words:
            if latin == word.isascii():
                yield word + spelling, name
                yield word.capitalize() + spelling, name
