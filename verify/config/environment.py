"""What environment variables set: ``VERIFY_FAIL_ON=warning`` for ``fail-on = "warning"``.

Comes in: the environment.  Goes out: the variables that name a key, with their values as a file would have
them.  Lists are parted as ``PATH`` is, codes by commas: ``VERIFY_SEVERITY=V107=warning,V105=off``.  An empty
variable is as good as none.  Checking the values is left to ``mistakes``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from verify.config.keys import NAMES

_PREFIX = "VERIFY_"
_LISTS = ("paths", "exclude", "own", "sources", "rules")
_NOT_SO = "suppress"
"""A suppression has a reason, which belongs into a file that others read."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable that sets a key."""

    name: str
    key: str
    text: str
    value: Any
    """As a table of TOML would hold it."""


def variable_name(key: str) -> str | None:
    """Return the variable that sets a key; None where none does."""
    return None if key == _NOT_SO else _PREFIX + key.upper().replace("-", "_")


def variables(environment: Mapping[str, str]) -> Iterator[Variable]:
    """Yield the variables that set something, in the order of the keys."""
    for key in NAMES:
        name = variable_name(key)
        text = environment.get(name, "") if name else ""
        if name and text:
            yield Variable(name, key, text, _value(key, text))


def _value(key: str, text: str) -> Any:
    if key in _LISTS:
        return [part for part in text.split(os.pathsep) if part]
    if key == "cache":
        return {"true": True, "false": False}.get(text.lower(), text)
    if key == "severity":
        pairs = (part.partition("=") for part in text.split(",") if part.strip())
        return {code.strip(): level.strip() for code, _, level in pairs}
    return text
