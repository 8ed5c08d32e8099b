"""The benchmarks of scale run through on small instances; several jobs write what one does.  Never a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from scripts import script

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def test_the_benchmark_completes_and_jobs_agree() -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    told = run("benchmarks/scale.py", "--megabytes", "0.02", "--rows", "300", "--jobs", "2")
    assert "What 2 jobs write is what one writes, to the byte." in told
    assert [line.split("|")[1].strip() for line in told.splitlines() if line.startswith("| `")] == [
        "`jieba.cut`",
        *["`verify run`"] * 2,
        *["`verify table`, 300 rows"] * 2,
    ]


def test_the_curve_is_drawn(tmp_path: Path) -> None:
    drawn = tmp_path / "growth.svg"
    told = run("benchmarks/growth.py", "--megabytes", "0.01", "0.03", "--svg", str(drawn))
    assert "Ten times the documents take" in told
    assert ElementTree.parse(drawn).getroot().tag.endswith("svg")


def test_growth_is_told_for_ten_times_the_documents() -> None:
    # a hundred times the documents, 10 000 times the time: ten times take a hundred times
    told = script("growth").table([(10, 1.0, 1.0), (1000, 10_000.0, 1.0)])
    assert told.endswith("Ten times the documents take 100.0 times the time.")


def test_a_table_is_the_same_for_a_seed(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        script("claims").write(tmp_path / name, 50, seed)
    one, again, other = ((tmp_path / name).read_bytes() for name in ("one", "again", "other"))
    assert one == again != other
    assert len(one.splitlines()) == 51
