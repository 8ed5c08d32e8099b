"""Hold our reading of figures against that of others: right, false alarms, speed, in one run.

usage: python benchmarks/peers.py [--environment FOLDER] [--readers NAME …] [--megabytes N]

Makes a virtual environment in FOLDER (by default a temporary one), installs ``benchmarks/peers.txt`` into it,
gives each reader the same texts, and prints two Markdown tables: the corpora of ``tests/corpus``, and the
running text of the five articles, which lie in ``../shared/seeds``.  How right is counted is told in
``peers_cases.py``.  Speed is megabytes of text a second of processor time, on one core, over N megabytes of
generated news (by default 0.3: some of the others are slow), behind a first stretch that is not counted.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import articles
import peers_cases
from peers_cases import Case, Reading, Score
from peers_read import WARM_UP

from verify import api
from verify.catalog.catalog import Catalog
from verify.model.period import Period
from verify.read import read

HERE = Path(__file__).parent
OURS = "claim-verify"
CLOCK = "jieba"
OTHERS = ("chinese2digits", "jionlp", "quantulum3", "recognizers-text-suite")
MEGABYTE = 1_000_000
SEED = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One reader's score over some cases, and its speed."""

    reader: str
    score: Score
    speed: float


def environment(folder: Path) -> Path:
    """Return the interpreter of the peers' environment in ``folder``, made and filled where it is not yet."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    install = [str(python), "-m", "pip", "install", "-q", "-r", str(HERE / "peers.txt")]
    subprocess.run(install, check=True)
    return python


def answers(reader: str, cases: Sequence[Case], python: Path) -> tuple[list[list[Reading] | str], float]:
    """Return what a reader read in each case, and its processor seconds."""
    if reader == OURS:
        return _ours(cases)
    told = "".join(json.dumps(case.as_dict(), ensure_ascii=False) + "\n" for case in cases)
    done = subprocess.run(
        [str(python), str(HERE / "peers_read.py"), reader],
        input=told,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        sys.exit(f"{reader} failed: {done.stderr.strip().splitlines()[-1]}")
    *found, seconds = map(json.loads, done.stdout.splitlines())
    return found, seconds


def _ours(cases: Sequence[Case]) -> tuple[list[list[Reading] | str], float]:
    found = [_read(case) for case in cases[:WARM_UP]]
    begin = time.process_time()
    found += [_read(case) for case in cases[WARM_UP:]]
    seconds = time.process_time() - begin
    return [[_told(reading) for reading in readings] for readings in found], seconds


def _read(case: Case) -> tuple[api.Reading, ...]:
    return api.parse(case.text, date.fromisoformat(case.date))


def _told(reading: api.Reading) -> Reading:
    item = reading.as_dict()
    told = {"start": item["start"], "end": item["end"]}
    days = item["value"] if isinstance(reading.value, Period) else {}
    return {**told, "value": item["value"], "unit": item["unit"], **days}


def generated(size: int, catalog: Catalog) -> list[Case]:
    """Return the blocks of so many bytes of generated news, for the clock alone."""
    with tempfile.TemporaryDirectory() as folder:
        articles.write(Path(folder), size, SEED)
        documents = read([Path(folder)], languages=catalog.languages).documents
    return [Case(block.text, "zh", peers_cases.TODAY) for document in documents for block in document.blocks]


def table(title: str, rows: Iterable[Row]) -> str:
    """Return a Markdown table of scores."""
    lines = [
        f"## {title}",
        "",
        "| reader | quantities right | dates right | false alarms | MB/s | of `jieba.cut` | exceptions |",
        "|---|---|---|---|---|---|---|",
    ]
    rows = list(rows)
    clock = next((row.speed for row in rows if row.reader == CLOCK), 0)
    for row in rows:
        if row.reader == CLOCK:
            lines.append(f"| `jieba.cut` alone | | | | {row.speed:.3g} | 1 | |")
            continue
        score = row.score
        lines.append(
            f"| {row.reader} | {score.quantities_right} of {score.quantities}"
            f" | {score.dates_right} of {score.dates} | {score.false_alarms} | {row.speed:.3g}"
            f" | {row.speed / clock if clock else 0:.3g} | {', '.join(sorted(score.failures)) or 'none'} |"
        )
    return "\n".join(lines)


def compare(
    readers: Sequence[str], cases: Sequence[Case], speeds: dict[str, float], python: Path, catalog: Catalog
) -> list[Row]:
    """Return the score of each reader over the cases."""
    rows = []
    for reader in readers:
        found, _ = answers(reader, cases, python)
        rows.append(Row(reader, peers_cases.score(cases, found, catalog), speeds[reader]))
    return rows


def run(readers: Sequence[str], megabytes: float, folder: Path) -> str:
    """Return the report on the readers, both tables and the versions."""
    catalog = api.load_rules()
    others = [reader for reader in readers if reader != OURS]
    python = environment(folder) if others else Path()
    clock = generated(int(megabytes * MEGABYTE), catalog)
    size = sum(len(case.text.encode()) for case in clock[WARM_UP:]) / MEGABYTE
    speeds = {reader: size / answers(reader, clock, python)[1] for reader in readers}
    parts = [
        table(
            "Corpora of tests/corpus",
            compare(readers, list(peers_cases.corpora()), speeds, python, catalog),
        )
    ]
    if peers_cases.ARTICLES.is_dir():
        documents = read([peers_cases.ARTICLES], languages=catalog.languages).documents
        cases = list(peers_cases.articles(documents))
        parts.append(table("The five articles", compare(readers, cases, speeds, python, catalog)))
    else:
        parts.append(f"The five articles were left out: there is no {peers_cases.ARTICLES}.")
    pins = [line.partition("#")[0].strip() for line in (HERE / "peers.txt").read_text("utf-8").splitlines()]
    parts.append(
        f"Speed over {size:.2f} MB. Python {platform.python_version()}, {platform.machine()};"
        f" {', '.join(pin for pin in pins if pin)}."
    )
    return "\n\n".join(parts)


def main() -> None:
    """Compare the readers that the command line names."""
    everyone = (OURS, *OTHERS, CLOCK)
    parser = argparse.ArgumentParser(description="Hold our reading of figures against that of others.")
    parser.add_argument("--environment", type=Path, help="folder of the peers' environment; kept")
    parser.add_argument("--readers", nargs="+", choices=everyone, default=everyone)
    parser.add_argument("--megabytes", type=float, default=0.3)
    chosen = parser.parse_args()
    if chosen.environment:
        print(run(chosen.readers, chosen.megabytes, chosen.environment))
        return
    with tempfile.TemporaryDirectory() as folder:
        print(run(chosen.readers, chosen.megabytes, Path(folder)))


if __name__ == "__main__":
    main()
