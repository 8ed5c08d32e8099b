"""What is told of findings that do not show, and the text of a baseline."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.errors import BaselineError
from verify.model.finding import State
from verify.model.report import Report
from verify.report import outcome
from verify.report.baseline import Entry, parse, render
from verify.report.build import build

JULY = dt.date(2026, 7, 1)
AUGUST = dt.date(2026, 8, 1)
N, B, S = State.NEW, State.BASELINE, State.SUPPRESSED


@pytest.mark.parametrize(
    ("states", "options", "told"),
    [
        # The findings are an error f1, a warning f2 and a note f3.
        ((N, N, N), {"show": "note"}, []),
        ((N, N, N), {}, ["2 new; 1 note not shown (--show note)"]),
        ((N, N, N), {"show": "error"}, ["1 new; 1 warning and 1 note not shown (--show note)"]),
        (
            (N, N, N),
            {"show": "error", "fail_on": "warning"},
            ["1 new; 1 warning and 1 note not shown (--show note), which fails (--fail-on warning)"],
        ),
        (
            (B, N, N),
            {"show": "note", "baseline": {"f1": JULY}},
            ["2 new, 1 in the baseline (oldest since 2026-07-01)"],
        ),
        (
            (B, B, B),
            {"baseline": {"f1": AUGUST, "f2": JULY, "f3": AUGUST}},
            ["0 new, 3 in the baseline (oldest since 2026-07-01)"],
        ),
        ((N, N, N), {"show": "note", "baseline": {}}, ["3 new, 0 in the baseline"]),
        (
            (B, S, S),
            {"baseline": {"f1": JULY, "f7": JULY}},
            [
                "0 new, 1 in the baseline (oldest since 2026-07-01), 1 gone from it (verify baseline prune),"
                " 2 suppressed"
            ],
        ),
        (
            (B, S, S),
            {"baseline": {"f1": JULY, "f7": JULY}, "whole": False},
            ["0 new, 1 in the baseline (oldest since 2026-07-01), 2 suppressed"],
        ),
        ((B, B, N), {"since": "main", "show": "note"}, ["1 new, 2 there before (main)"]),
        (
            (B, B, N),
            {"since": "main", "show": "note", "baseline": {"f2": JULY}},
            ["1 new, 1 in the baseline (oldest since 2026-07-01), 1 there before (main)"],
        ),
        ((S, S, S), {}, ["0 new, 3 suppressed"]),
    ],
)
def test_all_that_is_not_shown_is_counted(
    sample_report: Report, states: tuple[State, ...], options: dict[str, object], told: list[str]
) -> None:
    findings = tuple(
        one._replace(state=state) for one, state in zip(sample_report.findings, states, strict=True)
    )
    report = build(dataclasses.replace(sample_report, findings=findings))
    judged = outcome.judged(report, **{"fail_on": "error", "show": "warning", **options})  # type: ignore[arg-type]
    assert list(outcome.outcome_lines(judged)) == told


@pytest.mark.parametrize(
    ("show", "fail_on", "level"),
    [("error", "never", "error"), ("error", "note", "note"), ("note", "error", "note")],
)
def test_the_slightest_level_that_matters(show: outcome.Level, fail_on: outcome.Level, level: str) -> None:
    assert outcome.slightest(show, fail_on) == level


ENTRIES = st.builds(
    Entry,
    st.from_regex(r"V[1-6][0-9]{2}-[0-9a-f]{12}", fullmatch=True),
    st.dates(),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=20),
)


@given(st.lists(ENTRIES, unique_by=lambda entry: entry.id))
def test_a_baseline_is_read_as_it_was_written(entries: list[Entry]) -> None:
    text = render(entries)
    assert {entry.id: entry for entry in entries} == parse(text, "known")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)
    assert render(reversed(entries)) == text


@pytest.mark.parametrize(
    "line", ["V101", "V101-0123456789ab", "V101-0123456789ab 2026-02-30", "x", "V101-0123456789ag 2026-07-01"]
)
def test_a_line_that_is_none(line: str) -> None:
    with pytest.raises(BaselineError, match=r"^known:2:1: no line of a baseline"):
        parse(f"# head\n{line}\n", "known")
