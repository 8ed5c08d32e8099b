"""However claims are dealt and wherever they wait, what is found is what one look at everything finds."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checked import document, shipped
from verify import checks, pipeline
from verify.engine.shelf import Shelf
from verify.extract.names.known import Known
from verify.model.bucket import place
from verify.model.document import Document
from verify.model.extraction import Extraction
from verify.model.report import Report
from verify.pipeline.partition import Told, map_partition
from verify.report.build import build
from verify.report.data import streamed
from verify.report.formats import text
from verify.report.write import write_data, write_run

CHECKS = Path(__file__).parents[2] / "checks"
OF_EACH = 6


def texts(case: Any) -> list[str]:
    """Return the documents of a case, which is a text or lists them."""
    if isinstance(case, str):
        return [case]
    return [text for one in (case.values() if isinstance(case, dict) else case) for text in texts(one)]


@cache
def read() -> tuple[tuple[Document, ...], tuple[Extraction, ...]]:
    """Some texts for each check that the program has, as one corpus."""
    documents = [
        document(f"{path.parent.name}-{number}-{part}", text)
        for path in sorted(CHECKS.glob("*/positive.yaml"))
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))[:OF_EACH])
        for part, text in enumerate(texts(case))
    ]
    return tuple(documents), tuple(map_partition(shipped(), Told(None, Known(())), iter(documents)))


@pytest.mark.parametrize("claims", [1, 30, 10**6])
def test_the_number_of_buckets_changes_nothing(claims: int, monkeypatch: pytest.MonkeyPatch) -> None:
    documents, extractions = read()
    whole = checks.run(pipeline.gather(documents, extractions, shipped()).facts)
    assert len({finding.code for finding in whole.items}) > 30
    monkeypatch.setattr("verify.pipeline.bucket.CLAIMS", claims)
    report = pipeline.judge(documents, extractions, shipped())
    assert report.findings == whole.items


def test_the_bucket_of_a_thing_is_the_same_everywhere() -> None:
    # CRC-32 of the check value "123456789" is 0xCBF43926, as every table of check sums has it
    assert place("123456789", 1 << 32) == 0xCBF43926
    assert place("大桥\ud800", 7) < 7


def corpus(folder: Path) -> Path:
    """Some documents of each check, one or several to a file, and some without a text."""
    folder.mkdir()
    for one in read()[0]:
        (folder / one.source.path).with_suffix(".md").write_text(one.text, encoding="utf-8")
    rows = [json.dumps({"title": f"row {n}", "text": f"青松大桥全长{n}公里。"}) for n in range(30)]
    (folder / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    for n in range(9):
        (folder / f"void{n}.txt").write_bytes(b"")
    return folder


def on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verify.engine.shelf.RECORDS", 7)
    monkeypatch.setattr("verify.resolve.things.RECORDS", 2)
    monkeypatch.setattr("verify.resolve.things._ALONE", 1)
    monkeypatch.setattr("verify.resolve.things._KNOWN", 2)
    monkeypatch.setattr("verify.resolve.naming._LAST", 1)
    monkeypatch.setattr("verify.normalize.attributes.RECORDS", 3)
    monkeypatch.setattr("verify.pipeline.judging._CHUNK", 100)
    for module in (
        "read.reading",
        "pipeline.partition",
        "pipeline.running",
        "pipeline.gathering",
        "pipeline.judging",
        "compare.passages",
        "report.places",
        "resolve.candidates",
    ):
        monkeypatch.setattr(f"verify.{module}.DOCUMENTS", 5)


def written(report: Report, folder: Path, split: str) -> dict[str, bytes]:
    if split == "data":
        write_data(streamed(report), folder)
    else:
        write_run(build(report), folder)
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_waits_on_disk_changes_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [corpus(tmp_path / "corpus")]
    whole = pipeline.run(paths, shipped(), base=tmp_path)
    assert len({finding.code for finding in whole.findings}) >= 25
    on_disk(monkeypatch)
    shelved = pipeline.run(paths, shipped(), base=tmp_path)
    held = (shelved.documents, shelved.claims, shelved.mentions, shelved.groups)
    for part in (*held, shelved.entities, shelved.attributes, shelved.issues):
        assert isinstance(part, Shelf)
    assert "extractor" not in vars(pipeline.tools(shipped()))  # nor is what it learnt in memory
    for split in ("none", "data"):
        wanted = written(whole, tmp_path / f"{split}-whole", split)
        assert written(shelved, tmp_path / f"{split}-shelved", split) == wanted


@pytest.mark.parametrize("together", [1, 3, 256])
def test_what_is_printed_in_parts_is_what_is_printed_at_once(
    together: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = pipeline.run([corpus(tmp_path / "corpus")], shipped(), base=tmp_path)
    monkeypatch.setattr("verify.report.data._TOGETHER", together)
    parts = streamed(report)
    findings = map(text.findings, parts.excerpts(text.in_full))
    issues = map(text.issues, parts.troubles())
    assert "".join((*findings, *issues, text.summary(parts.ending()))) == text.summary(build(report))


def test_drafts_are_held_against_sources_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = corpus(tmp_path / "corpus")
    draft = tmp_path / "draft.md"
    draft.write_text("青松大桥全长7公里，总投资9亿元。", encoding="utf-8")
    whole = pipeline.run([draft], shipped(), against=[sources], base=tmp_path)
    on_disk(monkeypatch)
    shelved = pipeline.run([draft], shipped(), against=[sources], base=tmp_path)
    assert isinstance(shelved.claims, Shelf)
    wanted = written(whole, tmp_path / "whole", "none")
    assert written(shelved, tmp_path / "shelved", "none") == wanted
