"""What the documents print is what happens: every console block is run, in the order of the page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from console import fits, run, steps

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    path.relative_to(ROOT).as_posix()
    for path in sorted([ROOT / "README.md", ROOT / "rules" / "README.md", *ROOT.glob("docs/**/*.md")])
    if "```console" in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_runs_as_it_is_written(name: str, tmp_path: Path) -> None:
    for folder in ("seeds", "docs", "rules", "verify"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    doing = list(steps((ROOT / name).read_text(encoding="utf-8")))
    printed = run(doing, tmp_path)
    assert len(printed) == len(doing), "a command ended the shell"
    wrong = [
        f"{name}:{step.line}: $ {step.command}\n{_head(output)}"
        for step, output in zip(doing, printed, strict=True)
        if not fits(step.shown, output)
    ]
    assert not wrong, "printed otherwise:\n" + "\n".join(wrong)


def _head(output: str) -> str:
    return "".join(f"    {line}\n" for line in output.splitlines()[:40])


def test_the_tutorial_is_among_them() -> None:
    assert "docs/tutorial/README.md" in DOCUMENTS
    assert "README.md" in DOCUMENTS


@pytest.mark.parametrize(
    ("shown", "printed", "fit"),
    [
        ([], "", True),
        ([], "a\n", False),
        (["a"], "a\n", True),
        (["a"], "ab\n", False),
        (["a"], "a\nb\n", False),
        (["a", "…"], "a\n", True),
        (["a", "…"], "a\nb\nc\n", True),
        (["…", "c"], "a\nb\nc\n", True),
        (["…", "c"], "a\nb\n", False),
        (["a … c"], "a b b c\n", True),
        (["a … c"], "a\nc\n", False),
        (["a.c"], "abc\n", False),
    ],
)
def test_what_an_ellipsis_stands_for(shown: list[str], printed: str, fit: bool) -> None:
    assert fits(shown, printed) == fit
