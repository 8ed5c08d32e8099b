"""Decisions applied to a run: settled findings are suppressed, everything else is as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from databases import HERE
from verify.errors import UsageError
from verify.model.judgement import Choice, Decided, Judgement
from verify.report import schema
from verify.review import items as queue
from verify.review.anchors import Anchors
from verify.review.applying import applied, read_decisions
from verify.review.bodies import body_of, entry_of
from verify.store.store import Store

_FILE = '{"decisions": [%s]}'
_ENTRY = (
    '{"subject": "g", "choice": "unresolved", "reason": "r", "pins": [], "left": null, "right": null,'
    ' "editor": "Ann", "seq": 1}'
)


def judged(report: schema.Report, choice: Choice) -> Judgement:
    item = queue.items(report)[0]
    return Judgement(item.subject, choice, "seen", item.pins, 0, 1)


@pytest.mark.parametrize("choice", Choice)
def test_what_is_settled_is_suppressed(report: schema.Report, choice: Choice) -> None:
    judgement = judged(report, choice)
    found = applied(report, [Decided(judgement, "Ann")])
    assert [one.state for one in found.decisions] == ["stands"]
    about = {finding.id for finding in queue.items(report)[0].findings}
    assert about
    suppressed = {finding.id for finding in found.findings if finding.state == "suppressed"}
    open_ends = (Choice.NEEDS_CORRECTION, Choice.UNRESOLVED)
    assert suppressed == (set() if choice in open_ends else about)


def changed(report: schema.Report, claim_id: str, **value: Any) -> schema.Report:
    claims = tuple(
        claim.model_copy(update={"value": claim.value.model_copy(update=value)})
        if claim.id == claim_id
        else claim
        for claim in report.claims
    )
    return report.model_copy(update={"claims": claims})


def test_a_value_that_changed_brings_the_finding_back(report: schema.Report) -> None:
    judgement = judged(report, Choice.BOTH_STAND)
    later = changed(report, queue.items(report)[0].claim_ids[0], base_number="99", lower="98", upper="100")
    found = applied(later, [Decided(judgement)])
    assert [one.state for one in found.decisions] == ["stale"]
    assert {finding.state for finding in found.findings} == {"new"}


def test_a_fact_that_is_gone_orphans_its_decision(report: schema.Report) -> None:
    judgement = judged(report, Choice.BOTH_STAND)
    empty = report.model_copy(update={"groups": (), "findings": (), "claims": ()})
    assert [one.state for one in applied(empty, [Decided(judgement)]).decisions] == ["orphaned"]


def test_a_fact_under_another_name_is_found_by_its_quotations(report: schema.Report) -> None:
    item = queue.items(report)[0]
    judgement = Judgement("g-renamed", Choice.BOTH_STAND, "seen", item.pins, 0, 1)
    assert Anchors(queue.items(report)).item(judgement) == item
    stranger = Judgement("g-renamed", Choice.BOTH_STAND, "seen", (), None, None)
    assert Anchors(queue.items(report)).item(stranger) is None


def test_decisions_are_read_from_a_file_and_from_a_database(
    report: schema.Report, file: str, tmp_path: Path
) -> None:
    store = Store(file, HERE, clock=lambda: "2026-05-01T00:00:00+00:00")
    store.decide("g-else", 0, body_of(judged(report, Choice.UNRESOLVED)), "Ben")
    judgement = judged(report, Choice.SUPERSEDED)
    store.decide(judgement.subject, 0, body_of(judgement), "Ann")
    store.close()
    found = read_decisions(file)
    assert found[1] == Decided(judgement, "Ann", "2026-05-01T00:00:00+00:00", 2)
    assert read_decisions(file.removeprefix("sqlite:///")) == found
    path = tmp_path / "decisions.json"
    path.write_text(json.dumps({"decisions": [entry_of(one) for one in found]}), encoding="utf-8")
    assert read_decisions(str(path)) == found


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        read_decisions(f"sqlite:///{tmp_path / 'none.db'}")
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "is no JSON"),
        ("[]", "holds no decisions"),
        ('{"decisions": [{"subject": "g-1"}]}', "another form at 'choice'"),
        ('{"decisions": ["g-1"]}', "holds no decisions"),
        (_FILE % _ENTRY.replace('"Ann"', "7"), "another form at 'editor'"),
        (_FILE % _ENTRY.replace(": 1", ": []"), "another form at 'seq'"),
        (None, "cannot be read"),
    ],
)
def test_a_wrong_file_is_told(tmp_path: Path, content: str | None, told: str) -> None:
    path = tmp_path / "decisions.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        read_decisions(str(path))
