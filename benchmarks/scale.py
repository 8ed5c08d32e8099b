"""Time whole runs and tables with one job and with several, beside jieba.cut, and say whether they agree.

usage: python benchmarks/scale.py [--megabytes N] [--rows N] [--jobs N] [--seed N]

Writes a corpus of N megabytes (by default 5) and a table of N rows (by default a million), calls the
program on them as a user does, and prints a Markdown table: seconds on the clock, seconds of processor
time of all processes together, megabytes (or rows) a second, the ratio to ``jieba.cut`` on the same
text in the same run, and the peak memory of the largest process.  Exits 1 where several jobs give other
bytes than one.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import articles
import claims
import jieba

MEGABYTE = 1_000_000
LIBRARIES = ("jieba", "pandas", "pyarrow", "pydantic")
_UNIT = 1024 if sys.platform != "darwin" else MEGABYTE
"""Of the peak that the system tells, in a megabyte."""


@dataclass(frozen=True, slots=True)
class Row:
    """One call."""

    part: str
    jobs: int
    clock: float
    processor: float
    amount: float
    """Megabytes or rows."""
    peak: float
    digest: str
    """Of all that was written."""


def called(part: str, jobs: int, amount: float, arguments: list[str], out: Path) -> Row:
    """Call the program, and return what it cost."""
    command = [sys.executable, "-m", "verify", *arguments, "--jobs", str(jobs), "--no-cache"]
    begin = time.monotonic()
    with out.open("wb") as stdout, subprocess.Popen(command, stdout=stdout) as running:
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} exits {running.returncode}")
    took = time.monotonic() - begin
    return Row(part, jobs, took, used.ru_utime + used.ru_stime, amount, used.ru_maxrss / _UNIT, digest(out))


def digest(out: Path) -> str:
    """Return a sum over a file, and over the files of the folder that is called like it."""
    folder = out.with_suffix("")
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else [out]
    found = hashlib.sha256()
    for file in files:
        found.update(file.read_bytes())
    return found.hexdigest()


def segmented(corpus: Path) -> Row:
    """Return what jieba takes for the text alone, its dictionary loaded before."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(corpus.iterdir())]
    jieba.initialize()
    begin, used = time.monotonic(), time.process_time()
    for text in texts:
        for _ in jieba.cut(text):
            pass
    took = time.monotonic() - begin
    size = sum(len(text.encode()) for text in texts) / MEGABYTE
    return Row("`jieba.cut`", 1, took, time.process_time() - used, size, 0, "")


def measured(folder: Path, size: int, rows: int, jobs: int, seed: int) -> list[Row]:
    """Return the rows of the table."""
    corpus, table = folder / "corpus", folder / "claims.csv"
    corpus.mkdir()
    articles.write(corpus, size, seed)
    claims.write(table, rows, seed)
    found = [segmented(corpus)]
    megabytes = found[0].amount
    for number in dict.fromkeys((1, jobs)):
        out = folder / f"run{number}.txt"
        call = ["run", str(corpus), "--out", str(out.with_suffix(""))]
        found.append(called("`verify run`", number, megabytes, call, out))
    for number in dict.fromkeys((1, jobs)):
        out = folder / f"table{number}.txt"
        call = ["table", str(table), "--fail-on", "never"]
        found.append(called(f"`verify table`, {rows:,} rows", number, rows, call, out))
    return found


def page(found: list[Row]) -> str:
    """Return the table, and what it was measured with."""
    unit = found[0].amount / found[0].processor
    lines = []
    for row in found:
        text = row.amount < 10_000
        speed = f"{row.amount / row.clock:.3f} MB/s" if text else f"{row.amount / row.clock:,.0f} rows/s"
        ratio = f"{row.amount / row.clock / unit:.3f}" if text else ""
        peak = f"{row.peak:.0f}" if row.peak else ""
        cost = f"{row.clock:.1f} | {row.processor:.1f}"
        lines.append(f"| {row.part} | {row.jobs} | {cost} | {speed} | {ratio} | {peak} |")
    return "\n".join(
        [
            "| part | jobs | seconds | processor seconds | speed | ratio to `jieba.cut` | peak MB |",
            "|---|---|---|---|---|---|---|",
            *lines,
            "",
            f"Corpus {found[0].amount:.2f} MB. Python {platform.python_version()}, {os.cpu_count()} cores,"
            f" {platform.machine()}, {sys.platform}; claim-verify {version('claim-verify')}, "
            + ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
            + ".",
        ]
    )


def main() -> int:
    """Print the table; return 1 where results are not equal."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--megabytes", type=float, default=5, help="size of the corpus (default 5)")
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the table (default a million)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default 2)")
    parser.add_argument("--seed", type=int, default=0, help="another corpus (default 0)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        size = int(options.megabytes * MEGABYTE)
        found = measured(Path(folder), size, options.rows, options.jobs, options.seed)
    print(page(found))
    same = len({row.digest for row in found}) == len({row.part for row in found})
    print(f"\nWhat {options.jobs} jobs write is {'' if same else 'NOT '}what one writes, to the byte.")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
