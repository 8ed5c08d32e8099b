"""The page without a browser: what it answers, what it writes, whom it refuses."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
import yaml
from starlette.testclient import TestClient

from addresses import HOST
from databases import HERE
from verify.report import schema
from verify.review.app import application
from verify.review.desk import Desk
from verify.review.guard import COOKIE, POLICY, Guard
from verify.review.queue import Filter
from verify.review.reader import Reader
from verify.store.store import Store, Unavailable


def fields(page: Any, subject: str, **more: str) -> dict[str, str]:
    """Return what the form of an item sends, as the page has filled it."""
    text = page.client.get(f"/item/{subject}").text
    found = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', text))
    return {**found, "choice": "both-stand", "reason": "one plan, told twice", **more}


def decide(page: Any, subject: str, **more: str) -> Any:
    sent = fields(page, subject, **more)
    return page.client.post(f"/item/{subject}/decide", data=sent, follow_redirects=False)


def test_the_queue_has_the_worst_first(page: Any) -> None:
    verdicts = [item.verdict for item in page.desk.items]
    assert verdicts[0] == "conflict"
    assert page.client.get("/").text.index(page.desk.items[0].subject) > 0
    severities = [("error", "warning", "note", "").index(item.severity) for item in page.desk.items]
    assert severities == sorted(severities)


def test_an_item_shows_both_sentences_and_the_arithmetic(page: Any) -> None:
    text = page.client.get(f"/item/{page.desk.items[0].subject}").text
    assert "<mark>86米</mark>" in text
    assert "<mark>68米</mark>" in text
    assert "<svg" in text


def test_a_decision_is_written_and_leads_to_the_next(page: Any) -> None:
    first, second = page.desk.items[:2]
    answer = decide(page, first.subject)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/item/{second.subject}")
    (record,) = page.desk.store.records()
    assert (record.editor, record.subject) == ("Ann", first.subject)
    assert record.after["choice"] == "both-stand"
    assert {pin["quote"] for pin in record.after["pins"]} >= {"86米", "68米"}
    assert "one plan, told twice" in page.client.get(f"/item/{first.subject}").text
    assert page.desk.page(Filter(state="decided"), 1).total == 1


def test_two_who_decide_at_once_both_see_it(
    page: Any, report: schema.Report, file: str, reader: Reader
) -> None:
    subject = page.desk.items[0].subject
    sent = fields(page, subject, reason="Ann's reason")
    other = Store(file, HERE)
    bens = Desk(report, other, "Ben", reader)
    bens.store.decide(subject, 0, {**_body(page, subject), "reason": "Ben's reason"}, "Ben")
    answer = page.client.post(f"/item/{subject}/decide", data=sent, follow_redirects=False)
    assert answer.status_code == 409
    assert "Ben" in answer.text
    assert "Ann&#39;s reason" in answer.text, "what Ann wrote is not lost"
    assert [record.editor for record in other.records()] == ["Ben"]
    other.close()


def _body(page: Any, subject: str) -> dict[str, Any]:
    from verify.model.judgement import Choice, Judgement
    from verify.review.bodies import body_of

    item = page.desk.item(subject)
    return body_of(Judgement(subject, Choice.UNRESOLVED, "x", item.pins, 0, 1))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"reason": "  "}, "say why"),
        ({"choice": "nonsense"}, "choose one of the verdicts"),
        ({"left": "99"}, "no source 100"),
        ({"reason": "x" * 10_001}, "longer than 10,000"),
    ],
)
def test_a_wrong_form_is_told_and_writes_nothing(page: Any, change: dict[str, str], told: str) -> None:
    answer = decide(page, page.desk.items[0].subject, **change)
    assert answer.status_code == 422
    assert told in answer.text.lower()
    assert list(page.desk.store.records()) == []


def test_undo_and_redo_lead_back_to_the_item(page: Any) -> None:
    subject = page.desk.items[0].subject
    token = fields(page, subject)["csrf"]
    decide(page, subject)
    for path, body in (("/undo", None), ("/redo", "both-stand")):
        answer = page.client.post(path, data={"csrf": token}, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/item/{subject}")
        found = page.desk.store.decision(subject).body
        assert (found and found["choice"]) == body


def test_the_exports_hold_what_was_decided(page: Any) -> None:
    first, second = page.desk.items[:2]
    decide(page, first.subject, reason="=1+1 \n and more")
    decide(
        page,
        second.subject,
        **{"naming": "same", "kind": "reservoir", "first-name": "镜湖水库", "second-name": "Mirror Lake"},
    )
    decisions = json.loads(page.client.get("/decisions.json").text)["decisions"]
    assert {item["subject"] for item in decisions} == {first.subject, second.subject}
    lines = page.client.get("/log.jsonl").text.splitlines()
    assert [json.loads(line)["seq"] for line in lines] == [1, 2]
    rows = list(csv.reader(io.StringIO(page.client.get("/log.csv").text)))
    assert not [cell for row in rows for cell in row if cell.startswith("=")]
    (entry,) = yaml.safe_load(page.client.get("/names.yaml").text)
    assert (entry["name"], entry["aliases"], entry["kind"]) == ("镜湖水库", ["Mirror Lake"], "reservoir")
    assert "Mirror Lake" in page.client.get("/rules").text


def test_a_decision_of_a_value_that_changed_is_stale(
    page: Any, report: schema.Report, file: str, reader: Reader
) -> None:
    subject = page.desk.items[0].subject
    decide(page, subject)
    ids = page.desk.item(subject).claim_ids
    claims = tuple(
        claim.model_copy(update={"value": claim.value.model_copy(update={"base_number": "99"})})
        if claim.id == ids[0]
        else claim
        for claim in report.claims
    )
    store = Store(file, HERE)
    later = Desk(report.model_copy(update={"claims": claims}), store, "Ann", reader)
    assert later.page(Filter(state="stale"), 1).total == 1
    assert later.counts()[0]["stale"] == 1
    assert [one.standing.state for one in later.known("stale")] == ["stale"]
    store.close()


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/decisions", "/rules", "/log", "/log?check=1", "/keys"),
        *("/log.jsonl", "/log.csv", "/decisions.json", "/names.yaml"),
    ],
)
def test_every_page_is_locked(page: Any, path: str) -> None:
    answer = page.client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-frame-options"] == "DENY"
    stranger = TestClient(page.app, base_url=f"http://{HOST}")
    assert stranger.get(path).status_code == 403
    rebound = TestClient(page.app, base_url="http://evil.example:8765", cookies=dict(page.client.cookies))
    assert rebound.get(path).status_code == 403


def test_the_token_is_for_one_use(page: Any) -> None:
    stranger = TestClient(page.app, base_url=f"http://{HOST}")
    assert stranger.get("/enter?token=for-one-use").status_code == 403
    assert stranger.get("/enter?token=").status_code == 403
    assert page.client.get("/enter?token=for-one-use").status_code == 200, "who is in stays in"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": f"http://{HOST}.evil.example"},
        {"origin": f"http://{HOST}", "sec-fetch-site": "cross-site"},
    ],
)
def test_a_write_from_another_page_is_refused(page: Any, headers: dict[str, str]) -> None:
    subject = page.desk.items[0].subject
    sent = fields(page, subject)
    answer = page.client.post(f"/item/{subject}/decide", data=sent, headers=headers)
    assert answer.status_code == 403
    assert list(page.desk.store.records()) == []


def test_a_form_of_another_session_is_refused(page: Any) -> None:
    subject = page.desk.items[0].subject
    for token in ("", "0" * 64):
        assert decide(page, subject, csrf=token).status_code == 403
    assert list(page.desk.store.records()) == []


def test_the_cookie_is_for_this_page_alone(report: schema.Report, file: str, reader: Reader) -> None:
    guard = Guard(frozenset({HOST}), once="t")
    store = Store(file, HERE)
    client = TestClient(application(Desk(report, store, "Ann", reader), guard), base_url=f"http://{HOST}")
    cookie = client.get("/enter?token=t", follow_redirects=False).headers["set-cookie"].lower()
    assert cookie.startswith(COOKIE)
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    store.close()


def test_style_and_script_are_for_the_refused_as_well(page: Any) -> None:
    stranger = TestClient(page.app, base_url=f"http://{HOST}")
    assert stranger.get("/static/review.css").status_code == 200
    refused = stranger.get("/")
    assert (refused.status_code, "Ann" in refused.text, "<nav" in refused.text) == (403, False, False)


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (Unavailable("the database desk.db does not answer"), 503, "database"),
        (KeyError("secret"), 500, "made"),
    ],
)
def test_what_fails_says_so_and_no_more(
    page: Any, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, told: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(page.desk, "page", fail)
    answer = page.client.get("/")
    assert answer.status_code == status
    assert told in answer.text
    assert "secret" not in answer.text
    assert "desk.db" not in answer.text
    assert answer.headers["content-security-policy"] == POLICY


def test_more_fields_than_a_form_of_ours_has_are_not_understood(page: Any) -> None:
    parts = [(f"field-{number}", (None, "x")) for number in range(60)]
    answer = page.client.post("/undo", files=parts)
    assert (answer.status_code, "Not understood" in answer.text) == (400, True)
    assert answer.headers["content-security-policy"] == POLICY


def test_a_log_is_shown_in_pages(page: Any) -> None:
    subject = page.desk.items[0].subject
    body = _body(page, subject)
    for seen in range(60):
        page.desk.store.decide(subject, seen, body, "Ben")
    newest, older = page.client.get("/log").text, page.client.get("/log?before=11").text
    assert newest.count("<tr>") == 51
    assert '<td class="number">60</td>' in newest
    assert 'href="/log?before=11"' in newest
    assert older.count("<tr>") == 11
    assert "60 records: each follows" in page.client.get("/log?check=1").text


@pytest.mark.parametrize("path", ["/item/nothing", "/static/../app.py", "/static/app.py", "/nothing"])
def test_what_is_not_there_is_not_found(page: Any, path: str) -> None:
    assert page.client.get(path).status_code == 404
