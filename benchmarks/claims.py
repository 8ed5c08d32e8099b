"""Write a table of ready claims: facts told by several sources, with other values and units now and then.

A file, a number of rows and a seed come in; a CSV goes out, the same for the same seed.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path

_TELLERS = 5
"""So many rows, on average, are about one fact."""
_WRONG = 0.02
"""Share of the rows with another value."""
_HEAD = ("source", "entity", "attribute", "value", "unit", "date")
_UNITS = ("公里", "公里", "公里", "万元", "人")
_SOURCES = 300
_YEARS = 8


def write(path: Path, rows: int, seed: int) -> None:
    """Write so many rows."""
    chance = random.Random(seed)
    facts = rows // _TELLERS + 1
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEAD)
        for _ in range(rows):
            fact = chance.randrange(facts)
            thing, kind, year = fact // (len(_UNITS) * _YEARS), fact % len(_UNITS), fact % _YEARS
            value = fact * 7919 % 90_000 + 100
            if chance.random() < _WRONG:
                value += chance.choice((1, -3, 900))
            name, unit = f"青松{thing}号厂", _UNITS[kind]
            writer.writerow((f"s{chance.randrange(_SOURCES)}", name, f"指标{kind}", value, unit, 2015 + year))
