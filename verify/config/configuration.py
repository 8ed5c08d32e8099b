"""The configuration in force.

Comes in: keys with the place that each came from.  Goes out: their values, paths in the folder that they are
relative to.  Paths that do not exist are mistakes once somebody asks for them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from verify.cache.place import users_folder
from verify.config.keys import Keys
from verify.errors import ConfigurationError, Problem


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value came from."""

    place: str
    """``verify.toml:3:1`` or ``VERIFY_SHOW``."""
    folder: Path
    """To which the paths of the value are relative."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The configuration in force."""

    keys: Keys
    folder: Path | None
    """Of the file; its patterns, and the paths of the report, are relative to it.  None without a file."""
    file: str = ""
    """The file as the user knows it; "" without one."""
    origins: Mapping[str, Origin] = field(default_factory=dict)
    """Of the keys that are set; the others have their defaults."""
    missing: tuple[tuple[str, Problem], ...] = ()
    """Keys that name what is not there, in the order of the file."""
    places: Mapping[tuple[str, str | int], str] = field(default_factory=dict)
    """Where each code of ``severity`` and each table of ``suppress``, by its number, is set."""

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
        """The folder for what was worked out before, made when needed; None where nothing is to be kept."""
        if not self.keys.cache:
            return None
        named = self.keys.cache_dir
        return self._located("cache-dir", (named,))[0] if named else users_folder()

    @property
    def baseline(self) -> Path | None:
        """The file of the baseline, if any, whether it exists or not."""
        named = self.keys.baseline
        return self._located("baseline", (named,))[0] if named else None

    def _located(self, key: str, paths: Sequence[str]) -> tuple[Path, ...]:
        """Return what a key names; where that is missing, tell with it what the other keys miss."""
        if any(key == other for other, _ in self.missing):
            raise ConfigurationError(tuple(problem for _, problem in self.missing))
        folder = self.origins[key].folder if key in self.origins else Path()
        return tuple(folder / path for path in paths)
