"""Markdown for a comment: within GitHub's limit, words of a source in code spans alone."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import many
from verify.model.report import Report
from verify.report import outcome
from verify.report.build import build
from verify.report.formats import markdown
from verify.text.visible import inline


def test_a_finding_with_its_sides(sample_report: Report) -> None:
    told = markdown.render(build(sample_report))
    assert told.startswith(
        "<!-- claim-verify report -->\n### verify: `1 error, 1 warning and 1 note`\n"
        "\n**error V101** · `lake/a.txt:2:16`\n"
    )
    assert "\n`height of 镜湖水库: 86米 against 68米`\n" in told
    assert "\n- `lake/b.txt:2:4`: `大坝高68米，投资<b>21亿元</b>，2021年5月8日蓄水。`\n" in told


def test_the_limit_of_a_comment_and_how_many_more() -> None:
    findings = tuple(many.finding(number, message=f"{number} " + "x" * 900) for number in range(200))
    told = markdown.render(many.report(*findings))
    assert len(told) <= 65_536
    kept = told.count("**error V101**")
    assert 60 < kept < 200
    assert f"\nand {200 - kept} more, in the log and the other reports of this run\n" in told


def test_one_finding_alone_keeps_to_the_limit() -> None:
    long = many.finding(1, message="x" * 100_000, locations=many.places(5_000))
    told = markdown.render(many.report(long))
    assert len(told) <= 65_536
    assert "x…`" in told
    assert "\n- and 4,980 more places\n" in told


def test_what_is_known_or_not_shown_is_counted() -> None:
    findings = (many.finding(1, state="baseline"), many.finding(2, "warning"), many.finding(3, "note"))
    report = many.report(*findings, issues=(many.UNREAD,))
    days = {findings[0].id: dt.date(2026, 7, 1)}
    told = markdown.render(outcome.judged(report, fail_on="error", show="warning", baseline=days))
    counts = (
        "1 warning, 1 in the baseline (oldest since 2026-07-01); 1 note not shown (--show note); "
        "1 document not read"
    )
    assert f"### verify: `{counts}`\n" in told
    assert "**not read** · `b.md`" in told
    assert "number 1" not in told


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a", "`a`"),
        ("a`b", "``a`b``"),
        ("`a``b`", "``` `a``b` ```"),
        (" a", "`  a `"),
        ("", "`-`"),
        ("a\nb", "`a␊b`"),
    ],
)
def test_a_code_span(text: str, span: str) -> None:
    assert markdown.code(text) == span


@given(st.text(alphabet=st.sampled_from("`` \n\\<>!@#[]()*_|a")))
def test_a_code_span_shows_its_text_and_nothing_else(text: str) -> None:
    (block,) = [
        token for token in MarkdownIt().parse(f"- {markdown.code(text)} end") if token.type == "inline"
    ]
    children = block.children or []
    assert [child.type for child in children] == ["code_inline", "text"]
    assert children[0].content == (inline(text) if text.strip(" ") else "-")
