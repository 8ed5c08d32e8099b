"""The configuration of a project: what its commands take where the command line says nothing.

Comes in: the current folder.  Goes out: a ``Configuration``, from the first ``verify.toml``,
``.verify.toml`` or ``[tool.verify]`` of a ``pyproject.toml`` on the way up to the root of the
repository; without one, an empty configuration.  Files are not merged.  Paths that do not exist are
mistakes once somebody asks for them.  That the command line wins is left to ``cli``; whether patterns can
be read, to whoever reads them.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, Strict, StringConstraints, ValidationError

from verify.cache.place import users_folder
from verify.catalog.excerpt import excerpt
from verify.catalog.suggest import did_you_mean
from verify.errors import ConfigurationError, Problem

__all__ = ["Configuration", "Keys", "find"]

Text = Annotated[str, StringConstraints(min_length=1)]
Level = Literal["error", "warning", "note"]

_PYPROJECT = "pyproject.toml"
_NAMES = ("verify.toml", ".verify.toml", _PYPROJECT)
"""Of several in one folder, the first is read."""
_TABLE = ("tool", "verify")
_HEADER = re.compile(r"\s*\[\s*tool\s*\.\s*verify\s*\]")
_TOLD = re.compile(r"(.*) \(at line (\d+), column (\d+)\)")
"""How tomllib tells a mistake and its place."""


class Keys(BaseModel):
    """What a configuration file may hold; each description says what belongs there."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-")
    )

    paths: tuple[Text, ...] = Field((), description='a list of files and folders, such as ["sources"]')
    exclude: tuple[Text, ...] = Field((), description='a list of patterns as in .gitignore, such as ["old/"]')
    own: tuple[Text, ...] = Field((), description='a list of patterns as in .gitignore, such as ["docs/**"]')
    rules: tuple[Text, ...] = Field((), description='a list of folders, such as ["myrules"]')
    rules_only: Text | None = Field(None, description='one folder, such as "myrules"')
    cache: Annotated[bool, Strict()] = Field(True, description="true or false")
    cache_dir: Text | None = Field(None, description='one folder, such as ".verify-cache"')
    fail_on: Level | None = Field(None, description='a level, "error", "warning" or "note"')
    show: Level | None = Field(None, description='a level, "error", "warning" or "note"')


@dataclass(frozen=True, slots=True)
class Configuration:
    """The configuration in force."""

    keys: Keys
    folder: Path | None
    """Of the file; what it names is relative to it.  None without a file."""
    missing: tuple[tuple[str, Problem], ...] = ()
    """Keys that name what is not there, in the order of the file."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """Sources to check.  Raises ConfigurationError where one does not exist."""
        return self._located("paths", self.keys.paths)

    @property
    def rules(self) -> tuple[Path, ...]:
        """Rule folders layered over the others.  Raises ConfigurationError where one does not exist."""
        return self._located("rules", self.keys.rules)

    @property
    def rules_only(self) -> Path | None:
        """The rule folder in place of the shipped one, if any.  Raises what ``rules`` raises."""
        only = self.keys.rules_only
        return self._located("rules-only", (only,))[0] if only else None

    @property
    def cache(self) -> Path | None:
        """The folder for what was worked out before; None where nothing is to be kept."""
        if not self.keys.cache:
            return None
        named = self.keys.cache_dir
        return users_folder() if named is None else (self.folder or Path()) / named

    def _located(self, key: str, paths: Sequence[str]) -> tuple[Path, ...]:
        """Return what a key names; where that is missing, tell with it what the other keys miss."""
        if any(key == other for other, _ in self.missing):
            raise ConfigurationError(tuple(problem for _, problem in self.missing))
        return tuple((self.folder or Path()) / path for path in paths)


def find(folder: Path) -> Configuration:
    """Return the configuration in force in a folder.

    Raises ConfigurationError with every mistake of the file.
    """
    for path in _candidates(folder):
        shown = os.path.relpath(path, folder)
        text = _text(path, shown)
        table = _table(text, shown)
        if table is not None:
            keys = _keys(text, table, shown)
            return Configuration(keys, path.parent, tuple(_missing(text, keys, path.parent, shown)))
    return Configuration(Keys.model_validate({}), None)


def _candidates(folder: Path) -> Iterator[Path]:
    """Yield the files up to the root of the repository; outside of one, those of the folder alone.

    A file that somebody else left in a shared folder further up is nobody's configuration.
    """
    above = [folder, *folder.parents]
    root = next((number for number, one in enumerate(above) if (one / ".git").exists()), 0)
    yield from (path for one in above[: root + 1] for name in _NAMES if (path := one / name).is_file())


def _text(path: Path, shown: str) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        message = "not UTF-8: save the file in that encoding"
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
    raise ConfigurationError((Problem(shown, 1, 1, message),))


def _table(text: str, shown: str) -> dict[str, Any] | None:
    """Return the table of keys; None where a ``pyproject.toml`` has none."""
    try:
        table: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError((_malformed(text, str(error), shown),)) from None
    except RecursionError:
        raise ConfigurationError((Problem(shown, 1, 1, "nested too deeply"),)) from None
    if not _is_pyproject(shown):
        return dict(table)
    for name in _TABLE:
        table = table.get(name) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None


def _is_pyproject(shown: str) -> bool:
    return Path(shown).name == _PYPROJECT


def _malformed(text: str, told: str, shown: str) -> Problem:
    lines = text.splitlines()
    found = _TOLD.fullmatch(told)
    message, line, column = (found[1], int(found[2]), int(found[3])) if found else (told, len(lines), 1)
    message = f"no TOML: {message[:1].lower()}{message[1:]}"
    return Problem(shown, line, column, message, excerpt(lines, line, column))


def _keys(text: str, table: dict[str, Any], shown: str) -> Keys:
    try:
        return Keys.model_validate(table)
    except ValidationError as error:
        lines = text.splitlines()
        first = _first_line(lines) if _is_pyproject(shown) else 0
        problems = []
        for detail in error.errors(include_url=False):
            line, column = _place(lines, first, detail["loc"], detail["input"])
            problems.append(Problem(shown, line, column, _message(detail), excerpt(lines, line, column)))
        problems.sort(key=lambda problem: (problem.line, problem.column))
        raise ConfigurationError(tuple(problems)) from None


def _missing(text: str, keys: Keys, folder: Path, shown: str) -> list[tuple[str, Problem]]:
    """Return the keys that name what is not there, each with its problem."""
    lines = text.splitlines()
    first = _first_line(lines) if _is_pyproject(shown) else 0
    only = (keys.rules_only,) if keys.rules_only else ()
    found: list[tuple[str, Problem]] = []
    for key, named in (("paths", keys.paths), ("rules", keys.rules), ("rules-only", only)):
        for index, name in enumerate(named):
            message = _lacking(folder / name, name, folders=key != "paths")
            if message:
                loc = (key,) if key == "rules-only" else (key, index)
                line, column = _place(lines, first, loc, name)
                found.append((key, Problem(shown, line, column, message, excerpt(lines, line, column))))
    return sorted(found, key=lambda one: (one[1].line, one[1].column))


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


def _message(detail: Any) -> str:
    key = str(detail["loc"][0])
    fields = {field.alias or name: field for name, field in Keys.model_fields.items()}
    if detail["type"] == "extra_forbidden":
        return f"unknown key '{key}'{did_you_mean(key, fields) or '; known are ' + ', '.join(fields)}"
    value = detail["input"]
    levels = [] if detail["type"] != "literal_error" else ["error", "warning", "note"]
    hint = did_you_mean(str(value), levels)
    return f"'{key}' takes {fields[key].description}; found {value!r}{hint}"


def _first_line(lines: Sequence[str]) -> int:
    return next((number for number, line in enumerate(lines) if _HEADER.match(line)), 0)


def _place(lines: Sequence[str], first: int, loc: Sequence[str | int], value: object) -> tuple[int, int]:
    """Return line and column, from 1, of a key or of an item of its list.

    tomllib keeps no places, so they are sought: the key at the head of a line, the item after it.
    """
    key = re.compile(rf"""\s*\[?(?:tool\.verify\.)?["']?({re.escape(str(loc[0]))})["']?\s*[=.\]]""")
    number, found = next(
        ((number, match) for number in range(first, len(lines)) if (match := key.match(lines[number]))),
        (first, None),
    )
    if found is None:
        return number + 1, 1
    if len(loc) > 1:
        for below in range(number, len(lines)):
            column = lines[below].find(str(value), found.end() if below == number else 0)
            if column >= 0:
                return below + 1, column + 1
    return number + 1, found.start(1) + 1
