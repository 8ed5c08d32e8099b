"""Print precision and recall of each check on its texts in tests/checks, as the table of docs/testing.md.

python benchmarks/checks.py [-v] [CODE]...

With -v, below each line what was missed and what was wrong.
"""

from __future__ import annotations

import sys
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"


def main(asked: list[str]) -> None:
    """Print a line for each code."""
    sys.path[:0] = [str(TESTS / "support"), str(TESTS / "checks")]
    from test_corpora import CODES, cried, missed, precision, recall, strayed, texts  # noqa: PLC0415

    print("| code | positive | negative | precision | recall |\n|---|---|---|---|---|")
    for code in [code for code in asked if code != "-v"] or CODES:
        counts = " | ".join(str(len(texts(code, side))) for side in ("positive", "negative"))
        print(f"| {code} | {counts} | {precision(code)} % | {recall(code)} % |")
        if "-v" in asked:
            for text in missed(code):
                print(f"    missed: {text}")
            for text in (*cried(code), *strayed(code)):
                print(f"    wrong: {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
