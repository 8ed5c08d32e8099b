"""The benchmark of the review page runs, on a small instance; its figures are read by people."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_review_benchmark_completes() -> None:
    small = ["--groups", "200", "--decided", "50", "--rounds", "2"]
    done = subprocess.run(
        [sys.executable, "benchmarks/review.py", *small],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rows = [line for line in done.stdout.splitlines() if line.startswith("| ")]
    assert len(rows) == 15
