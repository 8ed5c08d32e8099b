"""Read the files of a rules folder.

Comes in: folders laid out as ``rules/README.md`` says.  Goes out: the text of each file with the path that
the user knows it by, and a problem for each that belongs elsewhere or cannot be read.  What the texts say
is left to ``catalog.load``.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from verify.catalog.folders import FOLDERS, UNITS
from verify.catalog.suggest import did_you_mean
from verify.errors import Problem, UsageError

_BESIDE = frozenset({".md"})
"""Suffixes of files that explain the rules and are not read."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file of the rules."""

    folder: str
    """The folder that it stands in: attributes, units …"""
    path: str
    """From where the user stands, with forward slashes."""
    text: str


def shown(folder: Path) -> str:
    """Return the path of a rules folder that can be opened from where the user stands.

    A relative path is the user's own; an absolute one, of a configuration or of the shipped rules, becomes
    relative where it lies below the current folder.
    """
    path = Path(os.path.normpath(folder))
    here = Path.cwd()
    return (path.relative_to(here) if path != here and path.is_relative_to(here) else path).as_posix()


def layers(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Return the folders, each once: one that is given again lies where it was given last."""
    # a dictionary keeps the place of what came first, here of the last
    kept = {folder.resolve(): folder for folder in reversed(folders)}
    return tuple(reversed(kept.values()))


def digest(files: Iterable[RuleFile]) -> str:
    """Return the SHA-256 over rule files, wherever their folders lie."""
    found = hashlib.sha256()
    for file in files:
        for part in (file.folder, file.path.rpartition("/")[2], file.text):
            found.update(part.encode())
            found.update(b"\0")
    return found.hexdigest()


def rule_files(root: Path, problems: list[Problem]) -> Iterator[RuleFile]:
    """Yield the rule files of a folder in the order of their names; add a problem for each that is none.

    Raises ``UsageError`` where there is no such folder.
    """
    if not root.is_dir():
        raise UsageError(f"no such rules folder: {root}")
    name = shown(root)
    for entry in _listing(root, name, problems):
        path = f"{name}/{entry.name}"
        if entry.name.startswith(".") or entry.suffix in _BESIDE:
            continue
        if not entry.is_dir():
            message = f"a file beside the folders: it belongs into one of {_listed()}"
            problems.append(Problem(path, 1, 1, message))
        elif entry.name not in (*FOLDERS, UNITS):
            hint = did_you_mean(entry.name, (*FOLDERS, UNITS)) or f"; known are {_listed()}"
            problems.append(Problem(path, 1, 1, f"unknown folder '{entry.name}'{hint}"))
        else:
            yield from _folder(entry, path, problems)


def _listing(folder: Path, path: str, problems: list[Problem]) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        problems.append(Problem(path, 1, 1, f"cannot be read: {error.strerror}"))
        return []


def _listed() -> str:
    return ", ".join(sorted((*FOLDERS, UNITS)))


def _folder(folder: Path, shown: str, problems: list[Problem]) -> Iterator[RuleFile]:
    suffix = ".txt" if folder.name == UNITS else ".yaml"
    for entry in _listing(folder, shown, problems):
        path = f"{shown}/{entry.name}"
        if entry.name.startswith(".") or entry.suffix in _BESIDE:
            continue
        if entry.suffix != suffix or not entry.is_file():
            problems.append(Problem(path, 1, 1, f"not a {suffix} file, which is all that {shown} holds"))
            continue
        text = _text(entry, path, problems)
        if text is not None:
            yield RuleFile(folder.name, path, text)


def _text(file: Path, path: str, problems: list[Problem]) -> str | None:
    try:
        content = file.read_bytes()
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.append(Problem(path, line, 1, "not UTF-8: save the file in that encoding"))
    except OSError as error:
        problems.append(Problem(path, 1, 1, f"cannot be read: {error.strerror}"))
    return None
