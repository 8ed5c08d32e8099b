"""Small worlds that no rule file knows: what an editor would say of each pair, and what the report says.

The floors are pinned; raise them when more is met.  The worlds of ``heldout`` are kept aside: nobody reads
them while the program is tuned, and a world that has been looked at moves to ``tuned``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from scripts import script
from told import verify

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "tools" / "score_relations.py"
WORLDS = ROOT / "tests" / "eval" / "worlds"
FLOORS = [
    # corpora, relations met at least, of so many, false conflicts at most
    (SHARED / "corpora" / "dev.yaml", 42, 42, 0),
    (WORLDS / "tuned" / "leisure.yaml", 149, 159, 0),
    (WORLDS / "tuned" / "fields.yaml", 44, 44, 0),
    (WORLDS / "tuned" / "industry.yaml", 105, 120, 0),
    (WORLDS / "tuned" / "opened.yaml", 97, 120, 0),
    (WORLDS / "tuned" / "read.yaml", 347, 364, 0),
    (WORLDS / "tuned" / "pairs.yaml", 160, 171, 0),
    (WORLDS / "tuned" / "outdoors.yaml", 65, 68, 0),
    (WORLDS / "tuned" / "trade.yaml", 51, 56, 0),
    (WORLDS / "tuned" / "wild.yaml", 81, 87, 0),
    (WORLDS / "tuned" / "records.yaml", 65, 75, 0),
    (WORLDS / "tuned" / "dairy.yaml", 55, 60, 0),
    (WORLDS / "tuned" / "culture.yaml", 40, 47, 0),
    (WORLDS / "tuned" / "public.yaml", 102, 115, 0),
    (WORLDS / "tuned" / "seasons.yaml", 108, 114, 0),
    (WORLDS / "tuned" / "lines.yaml", 131, 153, 0),
    (WORLDS / "tuned" / "coincidences.yaml", 118, 160, 0),
    (WORLDS / "tuned" / "sundry.yaml", 67, 82, 0),
    (WORLDS / "tuned" / "desk.yaml", 152, 162, 0),
    (WORLDS / "tuned" / "bureau.yaml", 162, 167, 0),
    (WORLDS / "tuned" / "wire.yaml", 146, 162, 0),
    # Its 超过1亿港元 agrees with both sides of a conflict, and stands with the nearer
    (WORLDS / "tuned" / "gazette.yaml", 154, 161, 1),
    (WORLDS / "tuned" / "digest.yaml", 142, 168, 0),
    (WORLDS / "tuned" / "column.yaml", 141, 174, 0),
    # Its 那旺镇 is taken for "that 旺镇", and its figure for one of the county
    (WORLDS / "tuned" / "evening.yaml", 93, 108, 1),
    (WORLDS / "tuned" / "noon.yaml", 169, 190, 0),
    (WORLDS / "tuned" / "late.yaml", 181, 190, 0),
    # Written when all else was built; its lava flow grows, and no rule says that a length does
    (WORLDS / "tuned" / "dawn.yaml", 172, 213, 0),
    (WORLDS / "tuned" / "dusk.yaml", 157, 204, 0),
    (WORLDS / "tuned" / "morn.yaml", 190, 202, 0),
    (WORLDS / "tuned" / "midd.yaml", 193, 211, 0),
    (WORLDS / "tuned" / "eve.yaml", 156, 173, 0),
    (WORLDS / "tuned" / "night.yaml", 184, 197, 0),
    # Of these two only the false conflicts were looked at
    (WORLDS / "tuned" / "vigil.yaml", 174, 200, 0),
    (WORLDS / "tuned" / "lauds.yaml", 185, 213, 0),
    (WORLDS / "tuned" / "prime.yaml", 125, 171, 0),
    (WORLDS / "tuned" / "terce.yaml", 138, 183, 0),
    (WORLDS / "tuned" / "sext.yaml", 147, 199, 0),
    (WORLDS / "tuned" / "nones.yaml", 141, 194, 0),
    (WORLDS / "heldout" / "works.yaml", 75, 91, 0),
    (WORLDS / "heldout" / "services.yaml", 70, 85, 1),
]


@pytest.mark.parametrize(
    ("corpora", "floor", "total", "false"), FLOORS, ids=lambda value: getattr(value, "stem", "")
)
def test_relations_met_and_no_false_conflict(
    corpora: Path,
    floor: int,
    total: int,
    false: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if not SCORER.exists():
        assert not os.environ.get("CI"), f"{SCORER} is missing, and in CI it must be there"
        pytest.skip(f"{SCORER} is missing: the scorer stands beside the checkout")
    scorer = script(SCORER.stem, SCORER.parent)
    # It would start the program for each of its topics; what is scored is the report.
    monkeypatch.setattr(scorer, "subprocess", SimpleNamespace(run=lambda argv, **_: verify(*argv[1:])))
    monkeypatch.setattr(sys, "argv", [SCORER.name, str(corpora)])
    scorer.main()
    shown = capsys.readouterr().out
    last = shown.strip().splitlines()[-1]
    met, rest = last.removeprefix("met ").split("/", 1)
    assert int(rest.split(" ", 1)[0]) == total
    assert int(met) >= floor, shown
    assert int(last.split("false conflicts ", 1)[1].split(";", 1)[0]) <= false, shown
