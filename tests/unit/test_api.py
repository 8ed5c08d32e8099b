"""The program as a library, with the stages replaced."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from verify import api, pipeline
from verify.catalog import load
from verify.errors import UsageError
from verify.model.document import Issue
from verify.model.report import Report
from verify.model.stage import Stage
from verify.pipeline import Reading


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, sample_report: Report) -> Iterator[list[tuple[Any, ...]]]:
    """Record what reaches the stages; each returns something of its own."""
    seen: list[tuple[Any, ...]] = []

    def run(paths: Any, catalog: Any, *, own: Any, exclude: Any, base: Any, **more: Any) -> Report:
        seen.append(("run", tuple(paths), tuple(own), tuple(exclude), base))
        return sample_report

    def parse(text: str, catalog: Any, *, date: dt.date | None) -> Stage[Reading]:
        seen.append(("parse", text, date))
        return Stage(())

    monkeypatch.setattr(pipeline, "run", run)
    monkeypatch.setattr(pipeline, "parse", parse)
    monkeypatch.setattr(
        pipeline, "compare_texts", lambda *args, exact: seen.append(("compare", *args[:2], exact))
    )
    monkeypatch.setattr(load, "load", lambda folders, store: seen.append(("load", folders)))
    api._load.cache_clear()
    yield seen
    api._load.cache_clear()


def test_check_takes_texts_and_paths(calls: list[tuple[Any, ...]], sample_report: Report) -> None:
    found = api.check(["lake", Path("b.txt")], own=["省报"], exclude=["old/"], base="lake")
    assert dataclasses.replace(found, pages=()) == sample_report
    assert calls[-1] == ("run", (Path("lake"), Path("b.txt")), ("省报",), ("old/",), Path("lake"))


def test_extract_returns_the_claims(calls: list[tuple[Any, ...]], sample_report: Report) -> None:
    assert api.extract(["lake"]) == sample_report.claims


def test_parse_and_compare_hand_on_what_they_got(calls: list[tuple[Any, ...]]) -> None:
    api.parse("3740P", dt.date(2022, 1, 24))
    assert calls[-1] == ("parse", "3740P", dt.date(2022, 1, 24))
    api.compare("25 MB", "25 MiB", True)
    assert calls[-1] == ("compare", "25 MB", "25 MiB", True)


@pytest.mark.parametrize(
    ("rules", "only", "folders"),
    [
        ((), None, (load.shipped(),)),
        (("a", "b"), None, (load.shipped(), Path("a"), Path("b"))),
        ((), "c", (Path("c"),)),
        (("a",), "c", (Path("c"), Path("a"))),
    ],
)
def test_rules_are_layered(
    calls: list[tuple[Any, ...]], rules: tuple[str, ...], only: str | None, folders: tuple[Path, ...]
) -> None:
    api.check(["lake"], rules=rules, rules_only=only)
    assert ("load", folders) in calls


def test_rules_are_read_once(calls: list[tuple[Any, ...]]) -> None:
    api.parse("1")
    api.parse("2")
    assert sum(call[0] == "load" for call in calls) == 1


def test_nothing_to_read_is_a_mistake_in_the_call(
    calls: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "run", lambda *args, **more: Report((), (), (), (), (), (), (), (), ()))
    with pytest.raises(UsageError, match="no document found"):
        api.check(["lake"])


def test_a_document_that_could_not_be_read_is_told_in_the_report(
    calls: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    unread = (Issue("unreadable", "not decodable", "a.txt", None, incomplete=True),)
    monkeypatch.setattr(pipeline, "run", lambda *args, **more: Report((), (), (), (), (), (), (), unread, ()))
    assert api.check(["a.txt"]).incomplete
