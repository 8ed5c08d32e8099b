"""Scripts as modules: those of ``benchmarks/``, and of ``../shared/tools``, which are no package."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parents[2] / "benchmarks"


def script(name: str, folder: Path = FOLDER) -> ModuleType:
    """Return a script as a module; the scripts beside it are found by their own names."""
    sys.path.insert(0, str(folder))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(folder))
