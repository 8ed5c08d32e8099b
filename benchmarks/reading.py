"""Time reading figures against jieba's word segmentation, on the same text, in the same run.

Usage: python benchmarks/reading.py [FOLDER]

The text is that of the .txt files of FOLDER (by default ../shared/seeds), markup left out, repeated to a
megabyte.  Prints megabytes a second of ``jieba.cut`` and of ``Scanner.scan``, and their ratio.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from verify.catalog import load
from verify.extract.figures import Scanner
from verify.extract.nouns import cut
from verify.text.fold import fold

MEGABYTE = 1_000_000
RUNS = 3


def blocks(folder: Path) -> list[str]:
    """Return the folded paragraphs of a folder's texts, repeated to a megabyte."""
    texts = [re.sub(r"<[^>]*>", "", path.read_text("utf-8")) for path in sorted(folder.glob("*.txt"))]
    lines = [fold(line)[0] for text in texts for line in text.split("\n") if line.strip()]
    size = sum(len(line.encode()) for line in lines)
    return lines * (MEGABYTE // size + 1)


def speed(work: Callable[[str], object], lines: list[str]) -> float:
    """Return megabytes a second of the best run."""
    size = sum(len(line.encode()) for line in lines)
    best = float("inf")
    for _ in range(RUNS):
        begin = time.process_time()
        for line in lines:
            work(line)
        best = min(best, time.process_time() - begin)
    return size / MEGABYTE / best


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared" / "seeds"
    lines = blocks(folder)
    scanner = Scanner(load.load([load.shipped()]))
    day = dt.date(2022, 1, 26)
    cut("热身")  # the dictionary is loaded once
    words = speed(cut, lines)
    figures = speed(lambda line: scanner.scan(line, "zh", day), lines)
    print(f"jieba.cut      {words:6.2f} MB/s")
    print(f"Scanner.scan   {figures:6.2f} MB/s")
    print(f"ratio          {figures / words:6.2f}")


if __name__ == "__main__":
    main()
