"""Time whole calls of the command line: from typing the command to its exit.

usage: python benchmarks/startup.py [FOLDER] [--times N]

FOLDER (by default ``seeds``) is checked.  Each call is a process of its own, run N times (by default 7),
and the median of wall time is told beside the target, with the processor time that it took.  *Cold* is a call
whose cache is empty, *cached* one that finds everything there.  Python's compiled modules are there in all.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

HELP, COLD, CACHED = 0.15, 1.5, 0.6
"""Seconds that each may take."""
_READY = frozenset({0, 1})
"""Exit statuses of a call that did its work."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one call took."""

    call: str
    wall: float
    processor: float
    target: float


def measured(folder: Path, times: int) -> list[Row]:
    """Return what each call takes."""
    check = ("check", str(folder))
    with tempfile.TemporaryDirectory() as kept:
        places = (f"{kept}/{number}" for number in count())
        warm = ("--cache-dir", next(places))
        _timed((*check, *warm))
        return [
            _row("`verify --help`", lambda: ("--help",), times, HELP),
            _row("`verify check`, cold", lambda: (*check, "--cache-dir", next(places)), times, COLD),
            _row("`verify check`, cached", lambda: (*check, *warm), times, CACHED),
        ]


def _row(call: str, words: Callable[[], Sequence[str]], times: int, target: float) -> Row:
    took = [_timed(words()) for _ in range(times)]
    wall, processor = (statistics.median(part) for part in zip(*took, strict=True))
    return Row(call, wall, processor, target)


def _timed(words: Sequence[str]) -> tuple[float, float]:
    """Return wall and processor time of a call.  Raises ``RuntimeError`` where it does not do its work."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, begin = _spent(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "verify", *words], capture_output=True, env=variables, check=False
    )
    wall = time.perf_counter() - begin
    if done.returncode not in _READY:
        raise RuntimeError(done.stderr.decode())
    return wall, _spent() - before


def _spent() -> float:
    """Return the processor time of all calls so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def table(rows: Sequence[Row]) -> str:
    """Return the page's table."""
    lines = [
        f"| {row.call} | {row.wall:.2f} | {row.processor:.2f} | {row.target} |"
        f" {'met' if row.wall <= row.target else 'missed'} |"
        for row in rows
    ]
    return "\n".join(["| call | seconds | of processor | target | |", "|---|---|---|---|---|", *lines])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("seeds"))
    parser.add_argument("--times", type=int, default=7, help="calls of each kind (default 7)")
    options = parser.parse_args()
    print(table(measured(options.folder, options.times)))


if __name__ == "__main__":
    main()
