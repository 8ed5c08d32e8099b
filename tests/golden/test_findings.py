"""What the checks say of the five articles: one test for each line of the list that they were written by.

Expected values are worked out by hand from SEMANTICS.md §6 and the articles; ``000`` to ``004`` are the
beginnings of the file names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from told import Told

SHANGHAI = {"000", "001", "003"}


def findings(report: Told, *codes: str) -> Iterator[dict[str, Any]]:
    yield from (one for one in report.report["findings"] if one["code"] in codes)


def quoted(report: Told, finding: dict[str, Any]) -> set[tuple[str, str]]:
    """Return section and words of the claims of a finding."""
    claims = (report.claims[one] for one in finding["claim_ids"])
    return {(claim["section"], claim["quote"]) for claim in claims}


def test_one_of_the_largest_in_the_summary_weakens_the_first_place_of_the_body(report: Told) -> None:
    (weakened,) = findings(report, "V205", "V206")
    assert (weakened["code"], weakened["severity"]) == ("V206", "note")
    assert quoted(report, weakened) == {
        ("body", "全国居首"),
        ("summary", "全国最大的人工智能计算中心之一"),
    }
    assert "rank weakened" in weakened["message"]
    assert {report.mark(place["source_id"]) for place in weakened["locations"]} == {"003"}


def test_two_firsts_of_east_china_need_review_and_do_not_conflict(report: Told) -> None:
    assert list(findings(report, "V109")) == []
    (rivals,) = findings(report, "V110")
    assert rivals["severity"] == "warning"
    claims = [report.claims[one] for one in rivals["claim_ids"]]
    assert len({claim["entity_id"] for claim in claims}) == 2
    assert {claim["value"]["superlative"] for claim in claims} == {"first"}
    assert {claim["value"]["region"] for claim in claims} == {"east-china"}
    assert {report.mark(claim["source_id"]) in SHANGHAI for claim in claims} == {True, False}


def test_both_glosses_of_the_unit_hold(report: Told) -> None:
    """One Petaflop is 10^15 operations a second: 1000万亿, or 千万亿."""
    assert [mention["role"] for mention in report.mentions_at("000", "1Petaflop")] == ["gloss"]
    assert [mention["role"] for mention in report.mentions_at("000", "1000万亿次")] == ["gloss"]
    assert [mention["role"] for mention in report.mentions_at("001", "千万亿次")] == ["gloss"]
    assert list(findings(report, "V401", "V402")) == []


def test_one_to_ten_holds(report: Told) -> None:
    """Core industry above 1万亿元, related industries above 10万亿元, told as 1:10: a tenth, as intervals."""
    (ratio,) = (one for one in report.mentions_at("003", "1:10") if one["value"] is not None)
    assert ratio["value"]["kind"] == "quantity"
    assert list(findings(report, "V304")) == []


def test_what_two_reports_share_is_shown(report: Told) -> None:
    """The release behind 000 and 003, and the clause with the figure in 000 and 001."""
    group = report.group(report.claim("000", "高达3740Petaflops"))
    shared = {
        frozenset(map(report.mark, passage["source_ids"])): passage["text"] for passage in group["passages"]
    }
    release, clause = shared[frozenset({"000", "003"})], shared[frozenset({"000", "001"})]
    assert len(release) >= 40
    assert release in report.text("000")
    assert "3740Petaflops" in clause
    assert "3 documents, 2 origins, which share a release" in group["explanation"]


def test_nothing_is_an_error(report: Told) -> None:
    assert [one["message"] for one in report.report["findings"] if one["severity"] == "error"] == []


def test_what_needs_review_is_the_rivals_alone(report: Told) -> None:
    grave = [one["code"] for one in report.report["findings"] if one["severity"] != "note"]
    assert grave == ["V110"]
