"""Tables of ready claims: what their rows come to, and what is told of those that cannot be read."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from verify import api
from verify.cli import main
from verify.errors import UsageError
from verify.model.group import Verdict

pandas = pytest.importorskip("pandas")

HEAD = "source,entity,attribute,value,unit,date\n"
BRIDGE = (
    "Daily,Qingsong Bridge,length,55,km,2022\n"
    "Herald,Qingsong  bridge,length,55000,m,2022\n"
    "Courier,Qingsong Bridge,length,65,km,2022\n"
)


def table(folder: Path, rows: str, head: str = HEAD) -> Path:
    path = folder / "claims.csv"
    path.write_text(head + rows, encoding="utf-8")
    return path


def verdicts(path: Path) -> dict[str, int]:
    return {verdict.value: number for verdict, number in api.check_table(path).verdicts.items() if number}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("a,X,p,55,km,2022\nb,X,p,55000,m,2022\n", {"agreement": 1}),
        ("a,X,p,55,km,2022\na,X,p,55000,m,2022\n", {"single-source": 1}),  # one source, twice
        ("a,X,p,55,km,2022\nb,X,p,65,km,2022\n", {"conflict": 1}),
        ("a,X,p,55,km,2022\nb,X,p,65,km,2023\n", {"single-source": 2}),  # two dates
        ("a,X,p,55,km,2022\nb,Y,p,65,km,2022\n", {"single-source": 2}),  # two things
        ("a,X,p,55,km,2022\nb,X,p,65,kg,2022\n", {"single-source": 2}),  # two dimensions
        ("a,X,p,25,MB,2022\nb,X,p,25,MiB,2022\n", {"conflict": 1}),  # a unit slip
        ("a,X,p,10.51,万人,2022\nb,X,p,105108,人,2022\n", {"agreement": 1}),  # rounded
        ("a,X,p,约55,km,2022\nb,X,p,56,km,2022\n", {"agreement": 1}),  # about: 55 ± 2.75
        ("a,X,p,55,km,\nb,X,p,55,km,2022\n", {"agreement": 1}),  # it fits the only date
        ("a,X,p,55,km,\nb,X,p,65,km,2022\n", {"possible-conflict": 1}),  # the date is unstated on one side
        ("a,X,p,55,km,\nb,X,p,55,km,2022\nc,X,p,55,km,2021\n", {"single-source": 3}),  # it fits two
        ("a,X,p,2022-03,,\nb,X,p,2022-03-05,,\n", {"agreement": 1}),  # dates, one inside the other
    ],
)
def test_verdicts(tmp_path: Path, rows: str, expected: dict[str, int]) -> None:
    assert verdicts(table(tmp_path, rows)) == expected


def test_findings_on_stdout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["table", str(table(tmp_path, BRIDGE))]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("error[V101] value conflict: Qingsong Bridge, length: ")
    assert "Courier:3:1 says 65km" in told.out
    assert "verify: 3 rows, 1 fact: 0 agreements, 1 conflict, 0 possible conflicts and 0 single" in told.err
    assert main(["table", str(table(tmp_path, BRIDGE)), "--fail-on", "never", "--format", "jsonl"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    rows = {(row["source"], row["row"]) for row in json.loads(line)["rows"]}
    assert rows == {("Courier", 3), ("Daily", 1), ("Herald", 2)}


def test_parquet_is_what_csv_is(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    path = table(tmp_path, BRIDGE)
    pandas.read_csv(path).to_parquet(tmp_path / "claims.parquet")
    assert api.check_table(tmp_path / "claims.parquet").findings == api.check_table(path).findings


def test_any_number_of_jobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verify.pipeline.engines._WORTH", 0)
    monkeypatch.setattr("verify.tables.parts.CLAIMS", 2)
    rows = "".join(
        f"{source},X{n},p,{n + 10 * n * (source == 'b')},km,2022\n" for n in range(1, 9) for source in "ab"
    )
    path = table(tmp_path, rows)
    one = api.check_table(path)
    assert one.verdicts[Verdict.CONFLICT] == 8
    assert api.check_table(path, jobs=2) == one


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_any_number_of_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    path = table(tmp_path, BRIDGE + "Daily,Ferry,length,12,m,\nHerald,Ferry,length,12,m,\n")
    whole = api.check_table(path)
    assert (whole.rows, whole.verdicts[Verdict.CONFLICT], whole.verdicts[Verdict.AGREEMENT]) == (5, 1, 1)
    if suffix == "parquet":
        pytest.importorskip("pyarrow")
        pandas.read_csv(path).to_parquet(path := tmp_path / "claims.parquet")
    monkeypatch.setattr("verify.tables.columns._ROWS", 2)
    assert api.check_table(path) == whole


@pytest.mark.parametrize(
    "row",
    [
        "a,X,p,55,小时光,2022",
        "a,X,p,many,km,2022",
        "a,X,p,55,km,昨天",
        "a,X,p,55,km,2022-13",
        "a,X,p,5 and 6,km,",
    ],
)
def test_a_row_that_cannot_be_read(tmp_path: Path, row: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = table(tmp_path, f"b,X,p,55,km,2022\n{row}\n")
    assert main(["table", str(path)]) == 3
    assert "row 2 was not read" in capsys.readouterr().err
    assert main(["table", str(path), "--allow-incomplete"]) == 0
    assert verdicts(path) == {"single-source": 1}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            "source,entity,value\n",
            "no column attribute; a table of claims has source, entity, attribute, value",
        ),
        ("", "no table can be read"),
        ("\x00\x01", "no column source"),
    ],
)
def test_what_is_no_table(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        api.check_table(table(tmp_path, "", content))


def test_a_table_without_rows(tmp_path: Path) -> None:
    assert verdicts(table(tmp_path, "")) == {}
    assert verdicts(table(tmp_path, "a,X,p,many,km,2022\n")) == {}


def test_without_pandas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"pip install 'claim-verify\[tables\]'"):
        api.check_table(table(tmp_path, BRIDGE))
