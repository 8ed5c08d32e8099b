"""The process is killed while it writes: what it acknowledged is there, and the chain is whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from databases import HERE
from verify.store.store import Store

SUPPORT = Path(__file__).parents[2] / "support"
KILLS = 5


def test_every_acknowledged_decision_survives_a_kill(url: str) -> None:
    survive(url, KILLS)


@pytest.mark.stress
def test_every_acknowledged_decision_survives_fifty_kills(url: str) -> None:
    survive(url, 50)


def survive(url: str, kills: int) -> None:
    dice = random.Random(7)
    acknowledged: dict[int, str] = {}
    for kill in range(kills):
        editor = subprocess.Popen(
            [sys.executable, str(SUPPORT / "writing_editor.py"), url, f"e{kill}", "0"],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(SUPPORT)},
        )
        assert editor.stdout is not None
        for _ in range(dice.randint(1, 12)):
            seq, digest = editor.stdout.readline().split()
            acknowledged[int(seq)] = digest
        editor.kill()
        # What was still in the pipe was acknowledged too; the last line may be cut.
        for line in editor.stdout.read().splitlines():
            if len(line.split()) == 2 and len(line.split()[1]) == 64:
                acknowledged[int(line.split()[0])] = line.split()[1]
        editor.stdout.close()
        editor.wait()
    store = Store(url, HERE)
    written = {record.seq: record.hash for record in store.records()}
    assert acknowledged.items() <= written.items()
    assert len(acknowledged) >= kills
    assert store.verify() == []
    store.close()
