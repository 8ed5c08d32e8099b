"""Which configuration is in force in a folder.

Comes in: the folder and the environment.  Goes out: a ``Configuration``, from the first ``verify.toml``,
``.verify.toml`` or ``[tool.verify]`` of a ``pyproject.toml`` on the way up to the root of the repository,
with what ``VERIFY_…`` variables set in place of it.  Files are not merged.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from verify.catalog.excerpt import excerpt
from verify.config.configuration import Configuration, Origin
from verify.config.environment import Variable, variables
from verify.config.keys import Keys
from verify.config.mistakes import checked, missing, names_of
from verify.config.origins import Written, told
from verify.errors import ConfigurationError, Problem

_PYPROJECT = "pyproject.toml"
_NAMES = ("verify.toml", ".verify.toml", _PYPROJECT)
"""Of several in one folder, the first is read."""
_TABLE = ("tool", "verify")
_TOLD = re.compile(r"(.*) \(at line (\d+), column (\d+)\)")
"""How tomllib tells a mistake and its place."""


def find(folder: Path, environment: Mapping[str, str] | None = None) -> Configuration:
    """Return the configuration in force in a folder; without an environment, that of its file alone.

    Raises ConfigurationError with every mistake of the file, or of the variables.
    """
    found = _of_file(folder)
    set_by = tuple(variables(environment or {}))
    return _with(found, set_by, folder) if set_by else found


def _of_file(folder: Path) -> Configuration:
    for path in _candidates(folder):
        shown = os.path.relpath(path, folder)
        written = Written.of(shown, _text(path, shown), _TABLE if path.name == _PYPROJECT else ())
        table = _table(written)
        if table is not None:
            return _configured(table, written, path.parent)
    return Configuration(Keys.model_validate({}), None)


def _configured(table: dict[str, Any], written: Written, folder: Path) -> Configuration:
    keys = checked(table, written)
    names = names_of(table)
    lacking = sorted(missing(keys, folder, written, names), key=lambda one: (one[1].line, one[1].column))
    return Configuration(
        keys,
        folder,
        file=written.shown,
        origins={name: Origin(_told(written, name), folder) for name in names},
        missing=tuple(lacking),
        places={(key, one): _told(written, key, one, bare=True) for key, one in _inner(keys)},
    )


def _with(found: Configuration, set_by: tuple[Variable, ...], folder: Path) -> Configuration:
    """Return the configuration with the values of environment variables in place of the file's."""
    problems: list[Problem] = []
    fields = {name: getattr(found.keys, name) for name in Keys.model_fields}
    lacking = [one for one in found.missing if one[0] not in {variable.key for variable in set_by}]
    for variable in set_by:
        written = Written.of(variable.name, variable.text)
        try:
            keys = checked({variable.key: variable.value}, written)
        except ConfigurationError as error:
            problems += error.problems
            continue
        name = variable.key.replace("-", "_")
        fields[name] = getattr(keys, name)
        lacking += missing(keys, folder, written, (variable.key,))
    if problems:
        raise ConfigurationError(told(problems))
    here = {variable.key: Origin(variable.name, folder) for variable in set_by}
    graded = [variable.name for variable in set_by if variable.key == "severity"]
    codes = {("severity", code): name for name in graded for code in fields["severity"]}
    return Configuration(
        Keys.model_construct(**fields),
        found.folder,
        found.file,
        {**found.origins, **here},
        tuple(lacking),
        {**found.places, **codes},
    )


def _inner(keys: Keys) -> Iterator[tuple[str, str | int]]:
    """Yield the codes of ``severity`` and the numbers of ``suppress``, each behind its key."""
    yield from (("severity", code) for code in keys.severity)
    yield from (("suppress", number) for number in range(len(keys.suppress)))


def _told(written: Written, *loc: str | int, bare: bool = False) -> str:
    """Return the place of a key; ``bare`` is without the way to the file: a report has none in it."""
    line, column = written.place(loc)
    return f"{Path(written.shown).name if bare else written.shown}:{line}:{column}"


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


def _table(written: Written) -> dict[str, Any] | None:
    """Return the table of keys; None where a ``pyproject.toml`` has none."""
    try:
        table: Any = tomllib.loads(written.text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError((_malformed(written, str(error)),)) from None
    except RecursionError:
        raise ConfigurationError((Problem(written.shown, 1, 1, "nested too deeply"),)) from None
    for name in written.above:
        table = table.get(name) if isinstance(table, dict) else None
    return dict(table) if isinstance(table, dict) else None


def _malformed(written: Written, told_so: str) -> Problem:
    lines = written.text.splitlines()
    found = _TOLD.fullmatch(told_so)
    message, line, column = (found[1], int(found[2]), int(found[3])) if found else (told_so, len(lines), 1)
    message = f"no TOML: {message[:1].lower()}{message[1:]}"
    return Problem(written.shown, line, column, message, excerpt(lines, line, column))
