"""Where entries are kept when nobody names a folder: the cache folder of the user."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NAME = "claim-verify"


def users_folder() -> Path | None:
    """Return the folder for this program in the user's cache folder; None for a user without a home."""
    base = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if base and Path(base).is_absolute():
        return Path(base) / _NAME
    try:
        home = Path.home()
    except RuntimeError:
        return None
    parts = {"win32": ("AppData", "Local"), "darwin": ("Library", "Caches")}.get(sys.platform, (".cache",))
    return home.joinpath(*parts, _NAME)
