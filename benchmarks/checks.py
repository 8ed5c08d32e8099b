"""Print precision and recall of each check of arithmetic and plausibility on its texts in tests/checks.

python benchmarks/checks.py [CODE]...
"""

from __future__ import annotations

import sys
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"


def main(asked: list[str]) -> None:
    """Print a line for each code, and below it what was missed and what was wrong."""
    sys.path[:0] = [str(TESTS / "support"), str(TESTS / "checks")]
    from test_corpora import CODES, cried, missed, precision, recall, strayed, texts  # noqa: PLC0415

    for code in asked or CODES:
        count = f"{len(texts(code, 'positive'))} positive, {len(texts(code, 'negative'))} negative"
        print(f"{code}  precision {precision(code):3} %  recall {recall(code):3} %  ({count})")
        for text in missed(code):
            print(f"    missed: {text}")
        for text in (*cried(code), *strayed(code)):
            print(f"    wrong: {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
