"""The configuration in force, for people and programs.

Comes in: a configuration.  Goes out: every key with its value, as TOML writes it or as JSON, and where the
value came from.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from verify.config.configuration import Configuration
from verify.config.keys import NAMES, Table, value

DEFAULT = "default"


def as_dict(found: Configuration) -> dict[str, Any]:
    """Return what ``verify config show --format json`` prints."""
    return {
        "file": found.file or None,
        "keys": {
            name: {"value": _plain(value(found.keys, name)), "from": origin(found, name)} for name in NAMES
        },
    }


def as_text(found: Configuration) -> str:
    """Return a line for each key: ``show = "note"    # verify.toml:3:1``."""
    lines = [(f"{name} = {toml(_plain(value(found.keys, name)))}", origin(found, name)) for name in NAMES]
    width = max(len(line) for line, _ in lines if len(line) <= _WIDE)
    told = "".join(f"{line:<{width}}  # {where}\n" for line, where in lines)
    return f"# {found.file or 'no configuration file'}\n{told}"


_WIDE = 60
"""A longer line does not move the others' remarks."""


def origin(found: Configuration, name: str) -> str:
    """Return where the value of a key came from."""
    return found.origins[name].place if name in found.origins else DEFAULT


def toml(plain: Any) -> str:
    """Return a value as TOML writes it; what is not set has no value there."""
    if plain is None:
        return "none"
    if isinstance(plain, dict):
        inner = ", ".join(f"{name} = {toml(one)}" for name, one in plain.items())
        return f"{{{inner}}}"
    if isinstance(plain, list):
        return f"[{', '.join(map(toml, plain))}]"
    return json.dumps(plain, ensure_ascii=False)


def _plain(found: Any) -> Any:
    if isinstance(found, Table):
        return _plain(found.model_dump(by_alias=True, exclude_none=True))
    if isinstance(found, (tuple, list)):
        return [_plain(one) for one in found]
    if isinstance(found, dict):
        return {name: _plain(one) for name, one in found.items()}
    return found.isoformat() if isinstance(found, dt.date) else found
