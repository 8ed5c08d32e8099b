"""Decisions end to end: sources on disk, decisions in a file, ``verify run`` and ``verify check``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from verify import api
from verify.cli import main
from verify.model.judgement import Choice, Correction, Decided, Judgement
from verify.report.build import build
from verify.review import items as queue
from verify.review.bodies import entry_of

ONE = "青松大桥全长5.5公里，2021年5月8日通车。大桥总投资25亿元。"
OTHER = "据青松日报报道，青松大桥全长55公里。大桥总投资25亿元。"


class Told(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: Any) -> Desk:
    monkeypatch.chdir(tmp_path)
    Path("sources").mkdir()
    Path("sources/a.txt").write_text(ONE, encoding="utf-8")
    Path("sources/b.txt").write_text(OTHER, encoding="utf-8")
    return Desk(capsysbinary)


class Desk:
    """Two sources that differ in the length of a bridge, and what editors decide of it."""

    def __init__(self, capture: Any) -> None:
        self._capture = capture
        self._decided: list[Decided] = []

    def call(self, *args: str) -> Told:
        status = main([*args])
        out, err = self._capture.readouterr()
        return Told(status, out.decode(), err.decode())

    def decide(self, choice: Choice, reading: Callable[[int], dict[str, Any]] = lambda place: {}) -> None:
        """Decide about the length; ``reading`` takes the place of the 5.5 among the pins."""
        report = build(api.check(["sources"]))
        item = next(one for one in queue.items(report) if one.attribute == "length")
        place = next(at for at, pin in enumerate(item.pins) if pin.quote == "5.5公里")
        judgement = Judgement(
            item.subject, choice, "the paper lost a point", item.pins, 0, 1, **reading(place)
        )
        number = len(self._decided) + 1
        self._decided.append(Decided(judgement, "Ann", f"2026-05-0{number}T00:00:00+00:00", number))
        entries = [entry_of(one) for one in self._decided]
        Path("decisions.json").write_text(json.dumps({"decisions": entries}), encoding="utf-8")

    def run(self) -> Any:
        told = self.call("run", "sources", "--decisions", "decisions.json")
        assert told.status == 0, told.err
        return json.loads(Path("reports/report.json").read_text(encoding="utf-8"))


def lengths(report: Any) -> list[Any]:
    return [
        one for one in report["claims"] if one["attribute_id"] == "length.total" or "公里" in one["quote"]
    ]


def verdict(report: Any) -> str:
    claims = {one["id"] for one in lengths(report)}
    (found,) = {
        group["verdict"]
        for group in report["groups"]
        if any(claims & set(cluster["claim_ids"]) for cluster in group["clusters"])
    }
    return str(found)


def correct(*parts: str) -> Callable[[int], dict[str, Any]]:
    return lambda place: {"corrections": (Correction(place, *parts),)}


def test_without_decisions_the_lengths_are_in_conflict(desk: Desk) -> None:
    told = desk.call("check", "sources")
    assert (told.status, "magnitude slip" in told.out) == (1, True)


def test_a_corrected_value_is_what_is_judged(desk: Desk) -> None:
    desk.decide(Choice.EXTRACTION_WRONG, correct("", "55公里", ""))
    report = desk.run()
    assert verdict(report) == "agreement"
    corrected = next(one for one in lengths(report) if one["quote"] == "5.5公里")
    assert corrected["value"]["base_number"] == "55000"
    assert corrected["read_as"] == "point 5500 meter bare [5450, 5550)"
    assert {"part": "value", "value": "55公里", "origin": "decision", "rule": "by Ann, 5.5公里 before"} in (
        corrected["trace"]
    )
    assert desk.call("check", "sources", "--decisions", "decisions.json").status == 0


def test_a_corrected_unit_and_span_are_what_is_judged(desk: Desk) -> None:
    Path("sources/a.txt").write_text(ONE.replace("5.5公里", "约5.5公里"), encoding="utf-8")
    report = build(api.check(["sources"]))
    item = next(one for one in queue.items(report) if one.attribute == "length")
    place = next(at for at, pin in enumerate(item.pins) if "5.5" in pin.quote)
    judgement = Judgement(
        item.subject, Choice.EXTRACTION_WRONG, "r", item.pins, 0, 1, (Correction(place, "5.5公里", "", ""),)
    )
    Path("decisions.json").write_text(
        json.dumps({"decisions": [entry_of(Decided(judgement, "Ann", "", 1))]}), encoding="utf-8"
    )
    corrected = next(one for one in lengths(desk.run()) if one["source_id"].endswith("a.txt"))
    assert (corrected["quote"], corrected["value"]["hedge"]) == ("5.5公里", "bare")
    text = Path("sources/a.txt").read_text(encoding="utf-8")
    assert text[corrected["span"]["start"] : corrected["span"]["end"]] == "5.5公里"


def test_a_corrected_entity_is_what_the_figure_is_about(desk: Desk) -> None:
    desk.decide(Choice.EXTRACTION_WRONG, correct("", "", "白石大桥"))
    report = desk.run()
    names = {one["id"]: one["name"] for one in report["entities"]}
    about = {one["quote"]: names[one["entity_id"]] for one in lengths(report)}
    assert about == {"5.5公里": "白石大桥", "55公里": "青松大桥"}
    assert verdict(report) == "single-source"


def test_what_is_no_claim_is_left_out_and_counted(desk: Desk) -> None:
    desk.decide(Choice.NOT_A_CLAIM, lambda place: {"dropped": (place,)})
    report = desk.run()
    assert [one["quote"] for one in lengths(report)] == ["55公里"]
    census = next(one for one in report["census"] if one["source_id"].endswith("a.txt"))
    assert census["ignored"] == {"decision.not-a-claim": 1}
    fates = [census[name] for name in ("claim", "qualifier", "gloss", "unresolved", "unclaimed")]
    assert census["figures"] == sum(fates) + 1
    (decision,) = report["decisions"]
    assert (decision["state"], decision["dropped"]) == ("stands", 1)
    lines = Path("reports/mentions.jsonl").read_text(encoding="utf-8").splitlines()
    (mention,) = [one for one in map(json.loads, lines) if one["quote"] == "5.5公里"]
    assert (mention["role"], mention["rule"]) == ("ignored", "decision.not-a-claim")


@pytest.mark.parametrize(
    ("choice", "status"),
    [
        (Choice.BOTH_STAND, 0),
        (Choice.DIFFERENT_SCOPE, 0),
        (Choice.SUPERSEDED, 0),
        (Choice.PREFER_RIGHT, 0),
        (Choice.EXTRACTION_WRONG, 0),  # said, and not how it should have been read
        (Choice.NEEDS_CORRECTION, 1),
        (Choice.UNRESOLVED, 1),
    ],
)
def test_a_verdict_changes_what_ci_counts(desk: Desk, choice: Choice, status: int) -> None:
    desk.decide(choice)
    assert desk.call("check", "sources", "--decisions", "decisions.json").status == status
    report = desk.run()
    assert verdict(report) == "conflict", "what the sources say does not change"
    (decision,) = report["decisions"]
    assert (decision["choice"], decision["editor"], decision["group_id"]) == (
        choice.value,
        "Ann",
        next(one["id"] for one in report["groups"] if one["verdict"] == "conflict"),
    )
    states = {one["state"] for one in report["findings"] if one["id"] in decision["finding_ids"]}
    assert states == ({"suppressed"} if status == 0 else set())


def test_the_reason_is_told_where_the_finding_is(desk: Desk) -> None:
    desk.decide(Choice.BOTH_STAND)
    told = desk.call("check", "sources", "--decisions", "decisions.json", "--format", "sarif")
    (run,) = json.loads(told.out)["runs"]
    excuses = [one for result in run["results"] for one in result.get("suppressions", ())]
    assert [one["justification"] for one in excuses] == [
        "both-stand: the paper lost a point (decision of Ann)"
    ]


def test_a_correction_of_a_source_that_changed_is_stale_and_changes_nothing(desk: Desk) -> None:
    desk.decide(Choice.EXTRACTION_WRONG, correct("", "55公里", ""))
    Path("sources/a.txt").write_text(ONE.replace("5.5公里", "6.5公里"), encoding="utf-8")
    told = desk.call("check", "sources", "--decisions", "decisions.json")
    assert told.status == 1
    assert "is stale: not read as it was when it was judged: 6.5公里" in told.err
    assert "0 of 1 decisions stand" in told.err


def test_a_new_source_that_disagrees_makes_a_verdict_stale(desk: Desk) -> None:
    desk.decide(Choice.BOTH_STAND)
    Path("sources/c.txt").write_text("青松大桥全长70公里。", encoding="utf-8")
    told = desk.call("check", "sources", "--decisions", "decisions.json")
    assert told.status == 1
    assert "is stale: not judged: 70公里" in told.err


def test_a_correction_follows_its_quotation_into_another_file(desk: Desk) -> None:
    desk.decide(Choice.EXTRACTION_WRONG, correct("", "55公里", ""))
    Path("sources/a.txt").rename("sources/z.txt")
    Path("sources/z.txt").write_text(f"记者昨日获悉。\n\n{ONE}", encoding="utf-8")
    assert verdict(desk.run()) == "agreement"


def test_a_correction_of_what_is_gone_is_orphaned(desk: Desk) -> None:
    desk.decide(Choice.EXTRACTION_WRONG, correct("", "55公里", ""))
    Path("sources/a.txt").write_text("青松大桥2021年5月8日通车。", encoding="utf-8")
    told = desk.call("run", "sources", "--decisions", "decisions.json")
    assert "is orphaned: in no source any more: 5.5公里" in told.err


def test_of_two_corrections_of_one_figure_the_later_counts(desk: Desk) -> None:
    desk.decide(Choice.EXTRACTION_WRONG, correct("", "7公里", ""))
    desk.decide(Choice.EXTRACTION_WRONG, correct("", "55公里", ""))
    report = desk.run()
    assert verdict(report) == "agreement"
    assert [(one["state"], one["why"]) for one in report["decisions"]] == [
        ("stale", "decided again in record: 2"),
        ("stands", ""),
    ]


def test_what_was_read_anew_and_is_still_in_conflict_is_told(desk: Desk) -> None:
    desk.decide(Choice.EXTRACTION_WRONG, correct("", "7公里", ""))
    told = desk.call("check", "sources", "--decisions", "decisions.json")
    assert told.status == 1
    assert "7公里" in told.out
