"""The command line with the stages replaced: what is tested here is the shell around them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import json
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from verify import api, pipeline
from verify.catalog.catalog import Catalog
from verify.catalog.units import UnitTable
from verify.cli import main
from verify.errors import UsageError
from verify.model.group import Comparison, Relation
from verify.model.quantity import Form, Interval, Numeral, Quantity, Unit
from verify.model.report import Report
from verify.model.span import Span
from verify.model.stage import Stage


class Outcome(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Verify = Callable[..., Outcome]


@pytest.fixture
def verify(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Verify:
    """Run a command as from a shell."""

    def run(*args: str, stdin: str = "") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        status = main([str(arg) for arg in args])
        out, err = capsysbinary.readouterr()
        return Outcome(status, out.decode(), err.decode())

    return run


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lake").mkdir()
    return tmp_path


def reading(text: str) -> pipeline.Reading:
    """3740 petaflop/second and more, whatever the text."""
    numeral = Numeral(Span(0, 4), "3740", Fraction(3740), Fraction(1), Fraction(10))
    unit = Unit("petaflop/second", "flop/second", Fraction(10**15))
    value = Quantity("3740P", Form.POINT, (numeral,), unit, hard=Interval(Fraction(37395 * 10**14), None))
    return pipeline.Reading(0, len(text), text, "quantity", value, "numeral+unit", None)


def comparison(a: str, b: str) -> Comparison:
    if "?" in a:
        raise UsageError(f"{a!r} holds no single figure")
    if a[-1] != b[-1]:
        return Comparison(a, b, None, Relation.NOT_COMPARED, Fraction(0), "dimensions differ")
    return Comparison(
        a, b, 8, Relation.CONFLICT, Fraction(1, 3), "nothing meets", ("off by one",), ("2 = 2", "3 = 3")
    )


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch, sample_report: Report) -> Callable[..., None]:
    """Let the stages return the sample report, changed as told."""

    def set_up(**changes: Any) -> None:
        report = dataclasses.replace(sample_report, **changes)
        monkeypatch.setattr(pipeline, "run", lambda *args, **more: report)

    def parse(text: str, catalog: object, *, date: dt.date | None = None) -> Stage[pipeline.Reading]:
        return Stage((reading(text),))

    set_up()
    monkeypatch.setattr(pipeline, "parse", parse)
    monkeypatch.setattr(pipeline, "compare_texts", lambda a, b, catalog, *, exact: comparison(a, b))
    monkeypatch.setattr(api, "load_rules", lambda *args: Catalog(UnitTable(None)))
    return set_up
