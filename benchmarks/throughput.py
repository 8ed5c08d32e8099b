"""Time the program against jieba's word segmentation, on the same generated text, in the same run.

usage: python benchmarks/throughput.py [--megabytes N] [--seed N]

Writes a corpus of N megabytes (by default 1) into a temporary folder and prints a Markdown table: megabytes
of visible text a second of processor time, on one core, and the ratio to ``jieba.cut``.  Loading the rules
and jieba's dictionary is done before the clock runs.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import articles
import jieba

from verify import api, pipeline
from verify.extract.extractor import Extractor
from verify.extract.figures.scanner import Scanner
from verify.model.document import Document
from verify.model.extraction import Extraction
from verify.model.memory import collecting_seldom
from verify.model.report import Report
from verify.read import read
from verify.report.build import build
from verify.report.write import write_run
from verify.text.fold import folded

T = TypeVar("T")

MEGABYTE = 1_000_000
WARM_UP = 20_000
"""Bytes of a corpus that is read before the clock: expressions are compiled when first needed."""
LIBRARIES = ("jieba", "pyahocorasick", "pydantic", "jinja2")


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run over a corpus found, and how long its parts took."""

    megabytes: float
    """Visible text."""
    documents: int
    words: int
    scanned: int
    """Figures that the scanner alone found."""
    extractions: tuple[Extraction, ...]
    report: Report
    seconds: dict[str, float]
    """Processor time by part, in the order of the table."""


def measure(size: int, seed: int) -> Measured:
    """Write a corpus of so many bytes, and time every part over it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        jieba.setLogLevel(60)
        jieba.initialize()
        catalog = api.load_rules()
        scanner, extractor = Scanner(catalog), Extractor(catalog)
        few = _corpus(folder / "warm", WARM_UP, seed)
        _run(few, folder / "out")
        warm = read([few], languages=catalog.languages).documents
        _scanned(scanner, warm)
        _extracted(extractor, warm)
        corpus = _corpus(folder / "corpus", size, seed)
        documents = read([corpus], languages=catalog.languages).documents
        texts = [block.text for document in documents for block in document.blocks]
        seconds: dict[str, float] = {}
        words = _timed(seconds, "`jieba.cut`", lambda: sum(1 for text in texts for _ in jieba.cut(text)))
        scanned = _timed(seconds, "figures alone (`Scanner`)", lambda: _scanned(scanner, documents))
        _timed(seconds, "the same once more", lambda: _scanned(scanner, documents))
        found = _timed(
            seconds, "extraction (`Extractor`, names too)", lambda: _extracted(extractor, documents)
        )
        report = _timed(seconds, "whole run (files in, reports out)", lambda: _run(corpus, folder / "out"))
    megabytes = sum(len(text.encode()) for text in texts) / MEGABYTE
    return Measured(megabytes, len(documents), words, scanned, found, report, seconds)


def _corpus(folder: Path, size: int, seed: int) -> Path:
    folder.mkdir()
    articles.write(folder, size, seed)
    return folder


def _timed(seconds: dict[str, float], part: str, work: Callable[[], T]) -> T:
    begin = time.process_time()
    done = work()
    seconds[part] = time.process_time() - begin
    return done


@collecting_seldom()
def _scanned(scanner: Scanner, documents: tuple[Document, ...]) -> int:
    scans = (
        scanner.scan(folded(block.text), document.source.language, document.source.published)[0]
        for document in documents
        for block in document.blocks
    )
    return sum(len(scan.figures) for scan in scans)


@collecting_seldom()
def _extracted(extractor: Extractor, documents: tuple[Document, ...]) -> tuple[Extraction, ...]:
    known = extractor.known(documents)
    return tuple(extractor.extract(document, known.within(document)) for document in documents)


@collecting_seldom()
def _run(corpus: Path, out: Path) -> Report:
    report = pipeline.run([corpus], api.load_rules())
    write_run(build(report), out)
    return report


def table(measured: Measured) -> str:
    """Return the page's table, and what it was measured with."""
    claims, groups = len(measured.report.claims), len(measured.report.groups)
    figures = sum(census.figures for census in measured.report.census)
    unit = next(iter(measured.seconds.values()))
    rows = [
        f"| {part} | {took:.2f} | {measured.megabytes / took:.3f} | {unit / took:.3f} |"
        for part, took in measured.seconds.items()
    ]
    return "\n".join(
        [
            f"{measured.documents} articles, {measured.megabytes:.2f} MB of visible text, {figures} figures"
            f" ({figures / measured.megabytes / 1000:.1f} a kilobyte), {claims} claims, {groups} groups.",
            "",
            "| part | seconds | MB/s | ratio to `jieba.cut` |",
            "|---|---|---|---|",
            *rows,
            "",
            f"Python {platform.python_version()}, claim-verify {version('claim-verify')}, "
            + ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
            + f"; {platform.machine()}, {sys.platform}.",
        ]
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--megabytes", type=float, default=1, help="size of the corpus's files (default 1)")
    parser.add_argument("--seed", type=int, default=0, help="another corpus (default 0)")
    options = parser.parse_args()
    print(table(measure(int(options.megabytes * MEGABYTE), options.seed)))


if __name__ == "__main__":
    main()
