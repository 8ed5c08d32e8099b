"""What is wrong with a configuration, in words.

Comes in: a table and where it is written.  Goes out: its keys; or every mistake at once, each with its place
and the nearest valid word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from verify.catalog.suggest import did_you_mean
from verify.config.keys import NAMES, Keys, Suppress
from verify.config.origins import Loc, Written, told
from verify.errors import ConfigurationError, Problem

_QUOTED = re.compile(r"'(\w+)'")
"""A word that pydantic says is expected."""


def checked(table: Mapping[str, Any], written: Written) -> Keys:
    """Return the keys of a table.  Raises ConfigurationError with every mistake."""
    try:
        keys = Keys.model_validate(table)
    except ValidationError as error:
        problems = [_problem(detail, written) for detail in error.errors(include_url=False)]
        raise ConfigurationError(told(problems)) from None
    problems = list(_codes(keys, written))
    if problems:
        raise ConfigurationError(told(problems))
    return keys


def missing(
    keys: Keys, folder: Path, written: Written, names: Iterable[str]
) -> Iterator[tuple[str, Problem]]:
    """Yield each of the keys that names what is not there, with its problem."""
    only = (keys.rules_only,) if keys.rules_only else ()
    for key, named in (("paths", keys.paths), ("rules", keys.rules), ("rules-only", only)):
        for index, name in enumerate(named if key in names else ()):
            message = _lacking(folder / name, name, folders=key != "paths")
            if message:
                loc: Loc = (key,) if key == "rules-only" else (key, index)
                yield key, written.problem(loc, message, name)


def _problem(detail: Any, written: Written) -> Problem:
    return written.problem(detail["loc"], _message(detail), detail["input"])


def _message(detail: Any) -> str:
    loc: Loc = tuple(part for part in detail["loc"] if isinstance(part, str) and part != "[key]")
    key, kind = str(loc[-1]), detail["type"]
    table = Suppress if loc[0] == "suppress" and len(loc) > 1 else Keys
    fields = {field.alias or name: field for name, field in table.model_fields.items()}
    if kind == "extra_forbidden":
        known = ", ".join(fields)
        return f"unknown key '{key}'{did_you_mean(key, fields) or '; known are ' + known}"
    if kind == "missing":
        return f"'{key}' is missing: {fields[key].title}"
    if kind == "value_error" and key == "suppress":
        return f"in [[suppress]] {detail['ctx']['error']}"
    value = detail["input"]
    words = _QUOTED.findall(detail["ctx"]["expected"]) if kind == "literal_error" else ()
    hint = did_you_mean(str(value), words)
    if key not in fields:  # a code of [severity]
        return f'\'{key}\' takes "error", "warning", "note" or "off"; found {value!r}{hint}'
    shown = "a table" if isinstance(value, (dict, BaseModel)) else repr(value)
    return f"'{key}' takes {fields[key].title}; found {shown}{hint}"


def _codes(keys: Keys, written: Written) -> Iterator[Problem]:
    """Yield a problem for each code that no finding has, or that cannot be suppressed."""
    if not keys.severity and not keys.suppress:
        return
    from verify.codes import excusable, known  # noqa: PLC0415 - the checks are many modules, most files name none

    for code in keys.severity:
        if code not in known():
            yield written.problem(
                ("severity", code), f"there is no code '{code}'{did_you_mean(code, known())}"
            )
    for number, one in enumerate(keys.suppress):
        code = one.code or (one.finding or "").partition("-")[0]
        if code not in excusable():
            key = "code" if one.code else "finding"
            hint = did_you_mean(code, excusable())
            yield written.problem(
                ("suppress", number, key), f"no code '{code}' can be suppressed{hint}", code
            )


def _lacking(path: Path, name: str, *, folders: bool) -> str:
    """Return what keeps a path from being what its key asks for, or ""."""
    if path.is_dir() or (path.exists() and not folders):
        return ""
    if path.exists():
        return f"'{name}' is no folder: name the folder that holds attributes/, units/ and so on"
    what = "folder" if folders else "file or folder"
    where = "" if Path(name).is_absolute() else " beside this file"
    return f"no {what} '{name}'{where}{did_you_mean(path.name, _beside(path, folders=folders))}"


def _beside(path: Path, *, folders: bool) -> list[str]:
    try:
        return [one.name for one in path.parent.iterdir() if one.is_dir() or not folders]
    except OSError:
        return []


def names_of(table: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the keys that a table sets, in the order of the page."""
    return tuple(name for name in NAMES if name in table)
