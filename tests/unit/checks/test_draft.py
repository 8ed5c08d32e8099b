"""The findings about a draft: code, severity and what they say."""

from __future__ import annotations

import pytest

from checked import drafted
from verify.model.finding import Finding

BRIDGE = "青松大桥全长55公里。"


def findings(*texts: str) -> list[Finding]:
    return list(drafted(*texts).findings)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param((BRIDGE, BRIDGE), [], id="stated"),
        pytest.param((BRIDGE, "白鹭大桥全长7公里。"), [("V603", "note")], id="in no source"),
        pytest.param(("青松大桥全长65公里。", BRIDGE), [("V604", "error")], id="contradicted"),
        pytest.param(
            ("青松大桥全长59公里。", "青松大桥全长约55公里。"), [("V606", "warning")], id="doubtful"
        ),
        pytest.param(
            (BRIDGE, BRIDGE, "青松大桥全长65公里。"), [("V606", "warning")], id="the sources disagree"
        ),
        pytest.param(
            ("青松大桥全长超过55公里。", "青松大桥全长约55公里。"), [("V605", "warning")], id="超过 for 约"
        ),
        pytest.param((BRIDGE, "青松大桥全长约55公里。"), [("V605", "warning")], id="约 lost"),
        pytest.param(
            ("青松大桥全长超过55公里。", BRIDGE), [("V605", "warning")], id="超过 for a plain figure"
        ),
        pytest.param(("青松大桥全长约55公里。", BRIDGE), [], id="weaker is fine"),
        pytest.param(("青松大桥全长至少55公里。", "青松大桥全长超过55公里。"), [], id="至少 for 超过"),
        pytest.param(
            ("青松大桥全长超过55公里。", "青松大桥全长约55公里。", "青松大桥全长56公里。"),
            [],
            id="another source bears it out",
        ),
        pytest.param((BRIDGE, "青松大桥全长约55公里。", BRIDGE), [], id="one source says the same words"),
        pytest.param(("青松大桥全长55.0公里。", "青松大桥全长55公里。"), [], id="finer digits are no hedge"),
    ],
)
def test_codes_and_severities(texts: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert [(one.code, one.severity.value) for one in findings(*texts)] == expected


def test_a_contradiction_says_expected_found_and_how_far() -> None:
    (found,) = findings("青松大桥全长65公里。", BRIDGE, "青松大桥总长5.5万米。")
    assert found.expected.startswith("55公里") or found.expected.startswith("5.5万米")
    assert found.found.startswith("65公里")
    assert found.gap == "15.4%"  # 10 of 65
    assert [place.source_id for place in found.locations] == ["0.txt", "1.txt", "2.txt"]
    assert "0.txt:1:7 says 65公里" in found.message
    assert "and 1 more" in found.message


def test_a_fingerprint_holds_no_path() -> None:
    (first,) = findings("青松大桥全长65公里。", BRIDGE)
    (again,) = findings("记者获悉，青松大桥全长65公里。", "白鹭大桥全长7公里。", BRIDGE)
    assert first.id == again.id


def test_a_draft_is_checked_by_itself_as_well() -> None:
    """It contradicts itself; what its sources do to each other is not its business."""
    texts = (
        "青松大桥全长55公里。后来测得，青松大桥全长65公里。",
        "白鹭大桥全长7公里。",
        "白鹭大桥全长9公里。",
    )
    assert [one.code for one in findings(*texts)] == ["V201", "V603", "V603"]


def test_sources_without_drafts_have_none_of_these() -> None:
    assert not [
        one for one in drafted(BRIDGE, "青松大桥全长65公里。", drafts=0).findings if one.code == "V604"
    ]
