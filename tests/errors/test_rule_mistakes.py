"""One broken rules folder for each kind of mistake, with every message in full.

Each folder here holds ``rules/`` with the mistake and ``expected.txt`` with what is said of it.
They are layered over ``base/``, which is sound.  Paths are told from the folder of the case, where
the rules of both were named.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from verify.catalog import load
from verify.errors import RulesError

HERE = Path(__file__).parent
BASE = HERE / "base" / "rules"
CASES = sorted(path.parent for path in HERE.glob("*/expected.txt"))


def test_base_is_sound() -> None:
    assert load.check([BASE]) == ()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_mistake_is_told_with_place_excerpt_and_remedy(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    problems = load.check([Path("../base/rules"), Path("rules")])
    told = "".join(f"{problem}\n" for problem in problems)
    assert told == (case / "expected.txt").read_text(encoding="utf-8")


def test_all_mistakes_are_raised_at_once() -> None:
    with pytest.raises(RulesError) as raised:
        load.load([BASE, HERE / "unknown-id" / "rules"])
    assert len(raised.value.problems) == 8
    assert raised.value.exit_status == 2
