"""The report by buckets: every record of report.json once, in the order of buckets and keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from verify.model.bucket import place
from verify.model.report import Report, is_own_output
from verify.report.build import build
from verify.report.data import streamed
from verify.report.formats import mentions
from verify.report.write import write_data


@pytest.mark.parametrize("claims", [1, 3, 4000])
def test_every_record_stands_once_in_order(
    sample_report: Report, tmp_path: Path, claims: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verify.report.data.CLAIMS", claims)
    report = build(sample_report)
    written = write_data(streamed(sample_report), tmp_path)
    assert written == (tmp_path / "data", tmp_path / "mentions.jsonl")
    assert {path.name for path in tmp_path.iterdir()} == {"data", "mentions.jsonl"}
    assert (tmp_path / "mentions.jsonl").read_text("utf-8") == mentions.render(report)
    buckets = len(report.claims) // claims + 1
    found: dict[str, list[Any]] = {}
    for path in sorted((tmp_path / "data").iterdir()):
        text = path.read_text(encoding="utf-8")
        assert is_own_output(text)
        head, *records = map(json.loads, text.splitlines())
        for record in records:
            found.setdefault(record.pop("kind"), []).append(record)
            if "key" in record:
                assert place(record["key"]["entity_id"], buckets) == head["bucket"]
        keys = [tuple(one["key"].values())[:3] for one in records if "key" in one]
        assert keys == sorted(keys)
    whole = json.loads(report.model_dump_json())
    for kind, part in (
        ("group", "groups"),
        ("claim", "claims"),
        ("finding", "findings"),
        ("source", "sources"),
    ):
        assert sorted(found.get(kind, []), key=lambda one: one["id"]) == sorted(
            whole[part], key=lambda one: one["id"]
        )
    assert len(list((tmp_path / "data").iterdir())) == buckets + 1


def test_buckets_of_an_earlier_run_are_deleted(
    sample_report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verify.report.data.CLAIMS", 1)
    write_data(streamed(sample_report), tmp_path)
    (tmp_path / "data" / "mine.jsonl").write_text('{"a": 1}\n', encoding="utf-8")
    monkeypatch.setattr("verify.report.data.CLAIMS", 4000)
    write_data(streamed(sample_report), tmp_path)
    left = sorted(path.name for path in (tmp_path / "data").iterdir())
    assert left == ["0.jsonl", "corpus.jsonl", "mine.jsonl"]
