"""A finding is the same whatever becomes of the places: the law behind baseline and ``--since``.

"Another [property test] shows that moving or renaming a file, or adding lines above, never makes a finding
new."
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from verify import api
from verify.model.report import Report

ROOT = Path(__file__).parents[2]
CORPORA = {
    "articles": ROOT / "seeds",
    "tutorial": ROOT / "docs" / "tutorial" / "sources",
}
WORLDS = sorted((ROOT / "tests" / "eval" / "worlds" / "tuned").glob("*.yaml"))
_NO_FIGURES = "这一段没有数字。"
"""A paragraph that states no figure."""

Edit = Callable[[Path, random.Random], None]


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def rename(folder: Path, chance: random.Random) -> None:
    """Give a file another name, before or behind all others."""
    path = chance.choice(_files(folder))
    path.rename(path.with_name(f"{chance.choice('0az~')}{chance.randrange(1000)}-{path.name}"))


def move(folder: Path, chance: random.Random) -> None:
    """Put a file into another folder."""
    path = chance.choice(_files(folder))
    into = folder / f"{chance.choice('0az')}{chance.randrange(3)}"
    into.mkdir(exist_ok=True)
    path.rename(into / path.name)


def add_lines_above(folder: Path, chance: random.Random) -> None:
    """Put empty lines at the head of the text, or behind its front matter."""
    path = chance.choice(_files(folder))
    text = path.read_text("utf-8")
    end = text.find("\n---\n") + len("\n---\n") if text.startswith("---\n") else 0
    path.write_text(text[:end] + "\n" * chance.randrange(1, 9) + text[end:], "utf-8")


def add_a_paragraph(folder: Path, chance: random.Random) -> None:
    """Put a paragraph without figures at the end of the text."""
    path = chance.choice(_files(folder))
    path.write_text(path.read_text("utf-8") + f"\n\n{_NO_FIGURES}\n", "utf-8")


def move_all(folder: Path, chance: random.Random) -> None:
    """Put all files into one other folder."""
    into = folder / f"{chance.choice('0az')}{chance.randrange(3)}"
    files = _files(folder)
    into.mkdir(exist_ok=True)
    for path in files:
        path.rename(into / path.name)


def change_line_ends(folder: Path, chance: random.Random) -> None:
    """End the lines as another system does."""
    path = chance.choice(_files(folder))
    path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


EDITS: tuple[Edit, ...] = (rename, move, add_lines_above, add_a_paragraph, change_line_ends)


def ids(report: Report) -> set[str]:
    return {one.id for one in report.findings}


@pytest.fixture(scope="module", params=CORPORA)
def corpus(request: pytest.FixtureRequest) -> tuple[Path, set[str]]:
    folder = CORPORA[request.param]
    return folder, ids(api.check([folder]))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("edit", EDITS, ids=lambda one: str(one.__name__))
def test_no_edit_of_places_makes_a_finding_new(
    corpus: tuple[Path, set[str]], tmp_path: Path, edit: Edit, seed: int
) -> None:
    folder, known = corpus
    assert known
    here = tmp_path / "corpus"
    shutil.copytree(folder, here)
    chance = random.Random(f"{edit.__name__} {seed}")
    for _ in range(1 + seed):
        edit(here, chance)
    assert ids(api.check([here])) == known


@pytest.mark.parametrize("file", WORLDS, ids=lambda file: str(file.stem))
def test_nor_do_all_edits_in_worlds_with_tables_pages_and_parts(tmp_path: Path, file: Path) -> None:
    """All together are moved: what a table without a name is about, the documents of its folder tell."""
    worlds = yaml.safe_load(file.read_text("utf-8"))
    for world in worlds[:4]:
        here = tmp_path / world["topic"]
        for name, text in world["docs"].items():
            (here / name).parent.mkdir(parents=True, exist_ok=True)
            (here / name).write_text(text, "utf-8")
        known = ids(api.check([here]))
        chance = random.Random(world["topic"])
        for edit in (rename, add_lines_above, change_line_ends, move_all, rename):
            edit(here, chance)
        assert ids(api.check([here])) == known, world["topic"]
