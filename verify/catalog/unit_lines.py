"""Read the lines of the unit files.

Comes in: the files, as (path, text).  Goes out: ``UnitLines``: units, prefixes and equations in their
order, each with its place, and a problem for every line that is not well formed.  What the definitions
are worth, and whether a spelling is still free, is left to ``catalog.unit_load``; whether an equation
holds, to ``examples``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from verify.catalog.excerpt import Raw
from verify.catalog.suggest import did_you_mean
from verify.catalog.unit_examples import UnitExample, example
from verify.errors import Problem
from verify.text.fold import folded

_NAME = re.compile(r"[^\W\d][\w]*$")
_WORDS = re.compile(r"[^\W\d]\w*(?:\s+\w+)+$")
_PREFIX = re.compile(r"[A-Za-z]+-$")
_EXPRESSION = re.compile(r"[\w\s*/().+\-]{1,120}$")
_HUGE_POWER = re.compile(r"\*\*\s*(?:\d{3,}|\d+\s*\*\*)")
_HIGHEST_POWER = 99
"""As much as ``_HUGE_POWER`` lets pass."""
_GROUP = re.compile(r"@group\s+([a-z-]+)(?:\s+using\s+([a-z, -]+))?$")
_COMMANDS = ("@group", "@end")
_BETWEEN = " = "
_USUAL_GROUP = "metric"


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit with its definition and spellings, or the spellings of a compound."""

    raw: Raw
    name: str
    definition: str
    """Empty for a compound."""
    symbol: str
    """Empty where there is none."""
    spellings: tuple[str, ...]
    """The symbol among them."""
    columns: tuple[int, ...]
    """Where each spelling stands, from 1."""
    groups: tuple[str, ...]
    """Of whose prefixes it takes."""


@dataclass(frozen=True, slots=True)
class Prefix:
    """A prefix with its factor."""

    name: str
    factor: Fraction
    symbols: tuple[str, ...]
    words: tuple[str, ...]
    group: str


@dataclass(slots=True)
class UnitLines:
    """What the unit files say, line by line."""

    units: list[UnitLine] = field(default_factory=list)
    prefixes: list[Prefix] = field(default_factory=list)
    examples: list[UnitExample] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    prefixed: bool = True
    """False where a prefix or a group is wrong, so that nobody knows which units take which prefixes."""


@dataclass(frozen=True, slots=True)
class _Group:
    raw: Raw
    names: tuple[str, ...] = ()


def read_lines(files: Iterable[tuple[str, str]]) -> UnitLines:
    """Return the lines of the files given as (path, text)."""
    found = UnitLines()
    groups: list[_Group] = []
    for path, text in files:
        _file(path, text, found, groups)
    known = {_USUAL_GROUP, *(prefix.group for prefix in found.prefixes)}
    for group in groups:
        for name in group.names:
            if name not in known:
                hint = did_you_mean(name, known) or f"; known are {', '.join(sorted(known))}"
                place = re.search(rf"(?<![a-z-]){name}(?![a-z-])", group.raw.text[len("@group") :])
                column = len("@group") + (place.start() if place else 0) + 1
                _misgrouped(found, group.raw.problem(column, f"unknown group '{name}'{hint}"))
    return found


def _misgrouped(found: UnitLines, problem: Problem) -> None:
    found.prefixed = False
    found.problems.append(problem)


def _file(path: str, text: str, found: UnitLines, groups: list[_Group]) -> None:
    group: _Group | None = None
    for number, line in enumerate(text.splitlines(), 1):
        raw = Raw(path, number, line)
        code, mark, comment = line.partition("#")
        if mark:
            _comment(raw, comment, found, alone=not code.strip())
        command = code.strip()
        if not command:
            continue
        if not command.startswith("@"):
            _definition(raw, code, group.names if group else (), found)
            continue
        opened = _GROUP.match(command)
        if opened:
            _unclosed(group, found)
            more = (part.strip() for part in (opened[2] or "").split(","))
            group = _Group(raw, (opened[1], *(part for part in more if part)))
            groups.append(group)
        elif command != "@end":
            word = command.split()[0]
            hint = "" if word in _COMMANDS else did_you_mean(word, _COMMANDS)
            _misgrouped(found, raw.problem_of(command, f"only @group NAME and @end are known here{hint}"))
        elif group is None:
            _misgrouped(found, raw.problem_of(command, "no @group is open here: delete the line"))
        else:
            group = None
    _unclosed(group, found)


def _comment(raw: Raw, comment: str, found: UnitLines, *, alone: bool) -> None:
    read = example(raw, comment, alone=alone)
    if isinstance(read, Problem):
        found.problems.append(read)
    elif read is not None:
        found.examples.append(read)


def _unclosed(group: _Group | None, found: UnitLines) -> None:
    if group is not None:
        message = f"'@group {group.names[0]}' is not closed: write @end behind its last line"
        _misgrouped(found, group.raw.problem_of("@group", message))


def _definition(raw: Raw, code: str, groups: tuple[str, ...], found: UnitLines) -> None:
    """Read NAME = DEFINITION = SYMBOL = SPELLING …, COMPOUND = SYMBOL …, or a prefix."""
    fields = _fields(code)
    (name, place), rest = fields[0], fields[1:]
    if _PREFIX.match(name):
        _prefix(raw, fields, groups, found)
        return
    if not rest or any(not part for part, _ in rest):
        found.problems.append(raw.problem(place, "a unit line is NAME = DEFINITION = SYMBOL = SPELLING …"))
        return
    definition, message = "", _wrong_name(name)
    if not message and _NAME.match(name):
        (definition, place), rest = rest[0], rest[1:]
        message = "" if _safe(definition) else f"'{definition}' is no unit definition"
    if message:
        found.problems.append(raw.problem(place, message))
        return
    symbol = rest[0][0] if rest else ""
    spelled = [field for field in rest if field[0] != "_"]
    found.problems += _misspelt(raw, spelled)
    spellings, columns = tuple(part for part, _ in spelled), tuple(column for _, column in spelled)
    found.units.append(UnitLine(raw, name, definition, symbol, spellings, columns, groups))


def _fields(code: str) -> list[tuple[str, int]]:
    """Return what stands between the signs of a line, each with its column, from 1."""
    found: list[tuple[str, int]] = []
    place = 1
    for part in code.split(_BETWEEN):
        found.append((part.strip(), place + len(part) - len(part.lstrip())))
        place += len(part) + len(_BETWEEN)
    return found


def _wrong_name(name: str) -> str:
    """Return what is wrong with the name of a unit, or ""."""
    if _NAME.match(name):
        return ""
    if name[:1].isdigit() and name.isalnum():
        return f"a name begins with a letter: '{name}'"
    if _WORDS.match(name):
        return f"a name is one word: {'_'.join(name.split())}"
    if not _EXPRESSION.match(name) or _HUGE_POWER.search(name):
        return f"'{name}' is neither a name nor a compound of names"
    return ""


def _misspelt(raw: Raw, spelled: Sequence[tuple[str, int]]) -> Iterable[Problem]:
    seen: set[str] = set()
    for spelling, column in spelled:
        key = folded(spelling)
        if key in seen:
            message = f"the spelling '{spelling}' stands on this line already: delete it here"
            yield raw.problem(column, message)
        elif key[0].isdigit():
            message = f"a spelling cannot begin with a digit, which ends the figure before it: '{spelling}'"
            yield raw.problem(column, message)
        seen.add(key)


def _prefix(raw: Raw, fields: Sequence[tuple[str, int]], groups: tuple[str, ...], found: UnitLines) -> None:
    (name, place), marked = fields[0], [part for part, _ in fields[2:]]
    try:
        factor = Fraction(_number(fields[1][0]))
    except (IndexError, ValueError, ZeroDivisionError):
        _misgrouped(found, raw.problem(place, "a prefix needs a factor: kilo- = 1000 = k-"))
        return
    if any(prefix.name == name[:-1] for prefix in found.prefixes):
        found.problems.append(raw.problem(place, f"the prefix '{name}' is defined already"))
        return
    symbols = tuple(part[:-1] for part in marked if part.endswith("-"))
    words = (name[:-1], *(part for part in marked if not part.endswith("-") and part != "_"))
    found.prefixes.append(Prefix(name[:-1], factor, symbols, words, groups[0] if groups else _USUAL_GROUP))


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
