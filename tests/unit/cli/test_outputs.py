"""Several formats at once: every file is written, or none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from verify.report.formats import formats

Verify = Callable[..., Any]
Stages = Callable[..., None]


def test_every_format_at_once(verify: Verify, sources: Path, stages: Stages) -> None:
    outputs = [part for name in formats() for part in ("--output", f"{name}=out/{name}")]
    done = verify("check", "lake", *outputs)
    assert done.status == 1
    assert sorted(file.name for file in (sources / "out").iterdir()) == sorted(formats())
    assert json.loads((sources / "out" / "sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (sources / "out" / "text").read_text("utf-8") == done.out


def test_stdout_and_a_file_hold_the_same(verify: Verify, sources: Path, stages: Stages) -> None:
    for name in formats().keys() - {"xlsx"}:  # no text
        done = verify("check", "lake", "--format", name, "--output", f"{name}=one")
        assert done.out.encode() == (sources / "one").read_bytes(), name


def test_an_unknown_format_writes_nothing(verify: Verify, sources: Path, stages: Stages) -> None:
    done = verify("check", "lake", "--output", "text=a", "--output", "pdf=b")
    assert (done.status, done.out) == (2, "")
    assert "no output format 'pdf'" in done.err
    assert not (sources / "a").exists()


def test_one_file_for_two_formats_is_a_wrong_call(verify: Verify, sources: Path, stages: Stages) -> None:
    done = verify("check", "lake", "--output", "text=a", "--output", "sarif=./a")
    assert (done.status, done.out) == (2, "")
    assert "names one file twice" in done.err


def test_a_file_that_cannot_be_written_is_74_and_leaves_none(
    verify: Verify, sources: Path, stages: Stages
) -> None:
    (sources / "folder").mkdir()
    done = verify("check", "lake", "--output", "text=a", "--output", "sarif=folder")
    assert (done.status, done.out) == (74, "")
    assert not (sources / "a").exists()


def test_the_help_names_every_format(verify: Verify) -> None:
    told = " ".join(verify("check", "--help").out.split())
    (line,) = [part for part in told.split(" --") if part.startswith("format")]
    assert all(f"{name}" in line for name in formats())
