"""What a reader of a message is to type next."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from verify.cli.options import configuration


def arguments(
    paths: Sequence[Path],
    rules: Sequence[Path],
    rules_only: Path | None,
    report: Path | None = None,
    against: Sequence[Path] = (),
) -> str:
    """Return what is to be typed behind ``verify explain ID`` for a judgement of this call.

    Rules of the configuration need no typing; paths do, since a report may lie in the default place.
    """
    found = configuration()
    words = ["--report", f"{report}"] if report else [typed(path) for path in paths]
    words += [word for path in against for word in ("--against", typed(path))]
    if rules != found.rules:
        words += [word for folder in rules for word in ("--rules", typed(folder))]
    if rules_only is not None and rules_only != found.rules_only:
        words += ["--rules-only", typed(rules_only)]
    return shlex.join(words)


def typed(path: Path) -> str:
    """Return a path as short as it can be typed here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_absolute() and path.is_relative_to(here) else str(path)
