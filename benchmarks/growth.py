"""Draw how time grows with the number of documents, and tell how memory does.

usage: python benchmarks/growth.py [--megabytes N N ...] [--svg FILE] [--seed N]

Runs the program on corpora of each size (by default 0.1, 0.3, 1 and 3 megabytes) as large ones are run, with
``--split data``, one job, and prints a Markdown table of documents, processor time and peak memory, with the
growth from the first to the last: ten times the documents are to take at most eleven times the time.  With
``--svg`` the curve is drawn, both axes logarithmic, beside the line on which time grows as the documents do.
"""

from __future__ import annotations

import argparse
import math
import tempfile
from pathlib import Path

import articles
import scale

SIZES = (0.1, 0.3, 1.0, 3.0)
WIDTH, HEIGHT, MARGIN = 520, 340, 50

Point = tuple[int, float, float]
"""Documents, seconds of processor time, peak in megabytes."""


def points(sizes: list[float], seed: int) -> list[Point]:
    """Return what a run over each corpus takes, without what any call takes to start."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        start = _run(Path(folder) / "start", 1, seed)[1]
        for size in sizes:
            number, took, peak = _run(Path(folder) / f"{size}", int(size * scale.MEGABYTE), seed)
            found.append((number, max(took - start, 0.01), peak))
    return found


def _run(corpus: Path, size: int, seed: int) -> Point:
    corpus.mkdir()
    articles.write(corpus, size, seed)
    out = corpus.with_name(f"{corpus.name}-out.txt")
    call = ["run", str(corpus), "--out", str(corpus.with_name(f"{corpus.name}-out")), "--split", "data"]
    row = scale.called("", 1, size, call, out)
    return len([*corpus.iterdir()]), row.processor, row.peak


def table(found: list[Point]) -> str:
    """Return the points, and the growth for ten times the documents."""
    (few, quick, _), (many, slow, _) = found[0], found[-1]
    growth = (slow / quick) ** (1 / math.log10(many / few)) if many > few else 1.0
    rows = [f"| {number:,} | {took:.1f} | {peak:.0f} |" for number, took, peak in found]
    return "\n".join(
        [
            "| documents | processor seconds, without the start | peak MB |",
            "|---|---|---|",
            *rows,
            "",
            f"Ten times the documents take {growth:.1f} times the time.",
        ]
    )


def svg(found: list[Point]) -> str:
    """Return the curve as an SVG that is read in light and dark."""
    few, many = math.log10(found[0][0]), math.log10(found[-1][0])
    low = math.log10(min(took for _, took, _ in found))
    high = max(math.log10(max(took for _, took, _ in found)), low + many - few)

    def place(number: float, took: float) -> str:
        across = (math.log10(number) - few) / ((many - few) or 1)
        up = (math.log10(took) - low) / ((high - low) or 1)
        return (
            f"{MARGIN + across * (WIDTH - 2 * MARGIN):.1f},{HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN):.1f}"
        )

    first = found[0]
    curve = " ".join(place(number, took) for number, took, _ in found)
    linear = f"{place(first[0], first[1])} {place(found[-1][0], first[1] * found[-1][0] / first[0])}"
    marks = "".join(
        f'<circle cx="{x}" cy="{y}" r="4" fill="#4477aa"/>'
        f'<text x="{x}" y="{HEIGHT - MARGIN + 18}" text-anchor="middle">{number:,}</text>'
        f'<text x="{float(x) - 8:.1f}" y="{float(y) - 8:.1f}" text-anchor="end">{took:.1f} s</text>'
        for number, took, _ in found
        for x, y in [place(number, took).split(",")]
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' font-family="sans-serif" font-size="12" fill="#777">\n'
        "<title>Processor time by number of documents, both axes logarithmic</title>\n"
        f'<polyline points="{linear}" fill="none" stroke="#999" stroke-dasharray="5 4"/>\n'
        f'<polyline points="{curve}" fill="none" stroke="#4477aa" stroke-width="2"/>\n'
        f"{marks}\n"
        f'<text x="{WIDTH / 2:.0f}" y="{HEIGHT - 10}" text-anchor="middle">documents (dashed: time grows as'
        " they do)</text>\n</svg>\n"
    )


def main() -> None:
    """Print the table, and draw the curve."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--megabytes", type=float, nargs="+", default=SIZES, help="sizes, the smallest first")
    parser.add_argument("--svg", type=Path, help="a file for the curve")
    parser.add_argument("--seed", type=int, default=0, help="another corpus (default 0)")
    options = parser.parse_args()
    found = points([*options.megabytes], options.seed)
    print(table(found))
    if options.svg:
        options.svg.write_text(svg(found), encoding="utf-8")


if __name__ == "__main__":
    main()
