"""The formats for CI on a small fixed corpus, byte for byte.

``formats/corpus`` holds a contradiction of each state: new (two), in the baseline, suppressed; a file that is
given a name with a comma and an emoji, characters beyond the first plane before a figure, markup, a mention.
What is expected stands beside it: lines, columns and gaps were reckoned by hand.  Where a run prints
otherwise, look at what it wrote (the message names the file); if the change is meant, copy it here.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from told import verify

HERE = Path(__file__).parent / "formats"
EXPECTED = {
    "text": "check.txt",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "junit": "junit.xml",
    "markdown": "comment.md",
    "sarif": "check.sarif",
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that one run wrote all formats into."""
    folder = tmp_path_factory.mktemp("formats")
    shutil.copytree(HERE / "corpus", folder / "corpus")
    docs = folder / "corpus" / "docs"
    (docs / "questions.md").rename(docs / "questions, 😀.md")  # which not every tool can keep in a repository
    outputs = [part for name, file in EXPECTED.items() for part in ("--output", f"{name}=../{file}")]
    done = verify("check", "--today", "2026-11-21", *outputs, cwd=folder / "corpus")
    assert done.returncode == 1, done.stderr
    return folder


@pytest.mark.parametrize("name", [name for name in EXPECTED if name != "sarif"])
def test_a_format_is_as_it_was_read(name: str, written: Path) -> None:
    file = EXPECTED[name]
    assert (written / file).read_text("utf-8") == (HERE / file).read_text("utf-8"), f"see {written / file}"


def test_sarif_is_as_it_was_read(written: Path) -> None:
    file = EXPECTED["sarif"]
    assert timeless(written / file) == timeless(HERE / file), f"see {written / file}"


def timeless(file: Path) -> Any:
    """The log without the number of the version and the page of a code, which change for other reasons."""
    log = json.loads(file.read_text("utf-8"))
    driver = log["runs"][0]["tool"]["driver"]
    del driver["semanticVersion"]
    for rule in driver["rules"]:
        del rule["help"]
    return log
