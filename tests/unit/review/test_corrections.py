"""Readings that an editor puts right on the page: what fields hold, come to, and what is wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from addresses import HOST
from databases import HERE
from verify import api
from verify.report.build import build
from verify.review.app import application
from verify.review.applying import applied, decided_in
from verify.review.desk import Desk
from verify.review.guard import Guard
from verify.review.queue import Filter
from verify.review.reader import Reader
from verify.store.store import Store

ONE = "青松大桥全长5.5公里，2021年5月8日通车。"
OTHER = "据青松日报报道，青松大桥全长55公里。"


_INPUT = r'<input (?:form="decide" |type="hidden" )name="([^"]+)" value="([^"]*)"'
_SELECT = r'<select form="decide" name="([^"]+)">(.*?)</select>'


@dataclass
class Open:
    desk: Desk
    client: TestClient

    @property
    def subject(self) -> str:
        return next(item.subject for item in self.desk.items if item.attribute in ("length", "长度"))

    def fields(self) -> dict[str, str]:
        text = self.client.get(f"/item/{self.subject}").text
        found = dict(
            re.findall(r'<input (?:form="decide" |type="hidden" )name="([^"]+)" value="([^"]*)"', text)
        )
        for name, options in re.findall(
            r'<select form="decide" name="([^"]+)">(.*?)</select>', text, re.DOTALL
        ):
            chosen = re.search(r'value="([^"]*)" selected', options)
            found[name] = chosen[1] if chosen else ""
        return {name: unescape(value) for name, value in found.items()}

    def send(self, choice: str = "extraction-wrong", **changes: str) -> Any:
        sent = {**self.fields(), "choice": choice, "reason": "a point was lost", **changes}
        return self.client.post(f"/item/{self.subject}/decide", data=sent, follow_redirects=False)

    def decided(self) -> Any:
        return decided_in(self.desk.store)[-1].judgement


@pytest.fixture
def start(tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Start the page as the command does: decisions of before are applied."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ONE, encoding="utf-8")
    Path("b.txt").write_text(OTHER, encoding="utf-8")
    stores: list[Store] = []

    def run(language: str = "en") -> Open:
        store = Store(f"sqlite:///{tmp_path / 'desk.db'}", HERE)
        stores.append(store)
        decided = decided_in(store)
        judged = api.check(["a.txt", "b.txt"], decided=decided)
        report = applied(build(judged), decided, judged.amendments)
        desk = Desk(report, store, "Ann", reader, language)
        guard = Guard(frozenset({HOST}), once="t")
        client = TestClient(
            application(desk, guard), base_url=f"http://{HOST}", headers={"origin": f"http://{HOST}"}
        )
        client.get("/enter?token=t")
        return Open(desk, client)

    yield run
    for store in stores:
        store.close()


def side(found: Open, quote: str = "5.5公里") -> str:
    """Return at which side a figure stands."""
    return "left" if found.fields()["left-figure"] == quote else "right"


def test_the_fields_hold_what_was_read(start: Any) -> None:
    found = start()
    fields, name = found.fields(), side(found)
    assert fields[f"{name}-figure"] == fields[f"{name}-meant"] == "5.5公里"
    assert fields[f"{name}-entity"] == "青松大桥"
    assert fields[f"{name}-attribute"] == "length.total"


def test_fields_left_as_they_were_change_nothing(start: Any) -> None:
    found = start()
    assert found.send("both-stand").status_code == 303
    assert not found.decided().rereads


def test_a_value_is_read_before_it_is_taken(start: Any) -> None:
    found = start()
    name = side(found)
    answer = found.send(**{f"{name}-meant": "55公里", "act": "read"})
    assert answer.status_code == 200
    assert "read as <span>55 kilometer = 55,000 meter" in answer.text
    assert list(found.desk.store.records()) == []
    assert found.send(**{f"{name}-meant": "55公里"}).status_code == 303
    (correction,) = found.decided().corrections
    assert (correction.figure, correction.meant, correction.entity) == ("", "55公里", "")
    assert found.decided().pins[correction.pin].quote == "5.5公里"


def test_fields_out_of_sight_count_for_nothing(start: Any) -> None:
    found = start()
    assert found.send("both-stand", **{f"{side(found)}-meant": "55公里"}).status_code == 303
    assert not found.decided().rereads


@pytest.mark.parametrize(
    ("part", "text", "told"),
    [
        ("meant", "很长", "No figure can be read in “很长”"),
        ("meant", "5公里和6公里", "holds 2 figures, “5公里”, “6公里”; write one"),
        ("meant", "55公里左右吧", "“吧” is no part of the figure “55公里左右”"),
        ("meant", "55亿元", "is in CNY, and length is told in"),
        ("meant", "2021年5月", "is in days, and length is told in"),
        ("figure", "6公里", "“6公里” does not stand in the sentence"),
        ("attribute", "no.such", "No rule knows the attribute “no.such”"),
    ],
)
def test_what_cannot_be_taken_is_told_and_kept_in_its_field(
    start: Any, part: str, text: str, told: str
) -> None:
    found = start()
    name = side(found)
    answer = found.send(**{f"{name}-{part}": text})
    assert answer.status_code == 422
    assert told in unescape(answer.text)
    if part != "attribute":
        assert f'value="{text}"' in answer.text
    assert list(found.desk.store.records()) == []


def test_mistakes_are_told_in_chinese_too(start: Any) -> None:
    found = start("zh")
    answer = found.send(**{f"{side(found)}-meant": "很长"})
    assert "“很长”中读不出数字" in unescape(answer.text)


def test_no_claim_has_to_say_which(start: Any) -> None:
    found = start()
    assert "Mark which of the figures" in found.send("not-a-claim").text
    assert found.send("not-a-claim", **{f"{side(found)}-dropped": "on"}).status_code == 303
    judgement = found.decided()
    assert [judgement.pins[place].quote for place in judgement.dropped] == ["5.5公里"]


def test_after_the_next_start_the_sources_are_read_as_the_editor_said(start: Any) -> None:
    first = start()
    first.send(**{f"{side(first)}-meant": "55公里"})
    assert first.desk.counts()[0]["corrected"] == 1
    again = start()
    item = again.desk.item(again.subject)
    assert item.verdict == "agreement"
    assert again.desk.states(item) >= {"decided", "corrected"}
    text = again.client.get(f"/item/{again.subject}").text
    assert "reading corrected by an editor" in text
    name = side(again)
    assert again.fields()[f"{name}-meant"] == "55公里"


def test_a_reading_stays_when_its_fact_is_judged_anew(start: Any) -> None:
    first = start()
    first.send(**{f"{side(first)}-meant": "56公里"})
    again = start()
    item = again.desk.item(again.subject)
    assert item.verdict == "conflict"
    assert "open" in again.desk.states(item), "read anew and still in conflict: somebody has to decide"
    assert again.send("both-stand").status_code == 303
    judgement = again.decided()
    assert [one.meant for one in judgement.corrections] == ["56公里"]
    third = start()
    assert third.desk.states(third.desk.item(third.subject)) >= {"decided", "both-stand"}
    assert third.desk.page(Filter(state="stale"), 1).total == 0


def test_an_emptied_field_takes_a_correction_back(start: Any) -> None:
    first = start()
    first.send(**{f"{side(first)}-meant": "55公里"})
    again = start()
    again.send("unresolved", **{f"{side(again)}-meant": ""})
    assert again.decided().corrections == ()
    assert start().desk.item(first.subject).verdict == "conflict"


def test_what_is_no_claim_is_no_orphan(start: Any) -> None:
    first = start()
    first.send("not-a-claim", **{"left-dropped": "on", "right-dropped": "on"})
    again = start()
    assert [one.standing.state for one in again.desk.known()] == ["stands"]
    assert "2 figures state no fact" in again.client.get("/decisions").text


def test_what_stands_nowhere_any_more_is_listed(start: Any) -> None:
    first = start()
    first.send("both-stand")
    Path("a.txt").write_text("江边的公园昨天开放。", encoding="utf-8")
    Path("b.txt").write_text("江边的公园昨天开放，占地12公顷。", encoding="utf-8")
    text = start().client.get("/decisions?state=orphaned").text
    assert "a point was lost" in text
    assert "5.5公里" in text
