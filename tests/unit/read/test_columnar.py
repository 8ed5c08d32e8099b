"""Parquet of documents is read as the same rows in JSON Lines are."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

import pytest

from verify.read import read

pandas = pytest.importorskip("pandas")
pytest.importorskip("pyarrow")

ROWS = [
    {"id": "1", "title": "镜湖大桥通车", "date": "2022-01-24", "text": "镜湖大桥全长55公里。"},
    {"id": "2", "title": "青松大桥", "date": "2022-01-25", "text": "青松大桥全长“12”公里。\n第二段。"},
]


def test_rows_are_documents(tmp_path: Path) -> None:
    pandas.DataFrame(ROWS).to_parquet(tmp_path / "a.parquet")
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS)
    (tmp_path / "a.jsonl").write_text(text, encoding="utf-8")
    of_lines, of_columns = (read([tmp_path / name]) for name in ("a.jsonl", "a.parquet"))
    assert [one.blocks for one in of_columns.documents] == [one.blocks for one in of_lines.documents]
    assert [one.source.published for one in of_columns.documents] == [
        dt.date(2022, 1, 24),
        dt.date(2022, 1, 25),
    ]
    assert of_columns.issues == ()


def test_a_folder_holds_it_and_bytes_are_left_out(tmp_path: Path) -> None:
    frame = pandas.DataFrame(ROWS)
    frame["picture"] = [b"\x00\x01", b"\x02"]
    frame["day"] = [dt.date(2022, 1, 1)] * 2
    frame.to_parquet(tmp_path / "a.parquet")
    assert len(read([tmp_path]).documents) == 2
    assert not any("picture" in one.text for one in read([tmp_path]).documents)


@pytest.mark.parametrize("content", [b"PAR1", b"PAR1" + b"\x00" * 50 + b"PAR1"], ids=["cut", "empty"])
def test_a_broken_file_is_an_issue(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.parquet").write_bytes(content)
    (issue,) = read([tmp_path]).issues
    assert (issue.code, issue.incomplete) == ("parquet", True)


def test_without_pyarrow_it_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pandas.DataFrame(ROWS).to_parquet(tmp_path / "a.parquet")
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (issue,) = read([tmp_path]).issues
    assert "pip install 'claim-verify[parquet]'" in issue.message
