"""The benchmark of linking runs, on a small instance; its figures are read by people."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_linking_benchmark_completes() -> None:
    done = subprocess.run(
        [sys.executable, "benchmarks/linking.py", "--entities", "20", "--small", "20", "--large", "40"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    assert done.stdout.count("a claim") == 2
