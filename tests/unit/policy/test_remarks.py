"""Comments to the program: what each says, what is wrong with it, what it covers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from verify.model.document import Document
from verify.policy.remarks import Remark, remarks
from verify.read import read

KNOWN = {"V101", "V201", "V202"}
GOOD = "ignore V202 until=2027-03-31 -- 以公报为准"


def document(folder: Path, text: str, name: str = "a.md") -> Document:
    (folder / name).write_text(text, "utf-8")
    return read([folder], own=["*"], base=folder).documents[0]


def remark(folder: Path, text: str) -> Remark:
    (one,) = remarks([document(folder, f"<!-- verify: {text} -->\n\n青石大桥全长3120米。\n")], KNOWN)
    return one


@pytest.mark.parametrize(
    ("text", "codes", "until", "reason"),
    [
        (GOOD, ("V202",), dt.date(2027, 3, 31), "以公报为准"),
        ("ignore V101, V202 until=2027-03-31 -- a -- b", ("V101", "V202"), dt.date(2027, 3, 31), "a -- b"),
        ("ignore   V101\n V202 until=2027-03-31 --\nwhy", ("V101", "V202"), dt.date(2027, 3, 31), "why"),
        ("ignore until=2028-02-29 V101 -- leap-year-safe", ("V101",), dt.date(2028, 2, 29), "leap-year-safe"),
    ],
)
def test_a_remark_says_code_day_and_reason(
    tmp_path: Path, text: str, codes: tuple[str, ...], until: dt.date, reason: str
) -> None:
    one = remark(tmp_path, text)
    assert (one.codes, one.until, one.reason, one.mistakes) == (codes, until, reason, ())


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("", ["it begins with '', not with 'ignore'"]),
        ("ingore V202 until=2027-03-31 -- why", ["it begins with 'ingore'; did you mean 'ignore'?"]),
        ("ignore until=2027-03-31 -- why", ["it names no code, such as V202"]),
        ("ignore V20 until=2027-03-31 -- why", ["no code 'V20' can be ignored; did you mean 'V202'?"]),
        ("ignore V903 until=2027-03-31 -- why", ["no code 'V903' can be ignored; did you mean 'V202'?"]),
        ("ignore V202 -- why", ["it has no end: add until=YYYY-MM-DD"]),
        ("ignore V202 until=2027-3-31 -- why", ["until takes a day such as 2027-03-31; found '2027-3-31'"]),
        ("ignore V202 until=2027-02-30 -- why", ["until takes a day such as 2027-03-31; found '2027-02-30'"]),
        ("ignore V202 until=2027-01-01 until=2028-01-01 -- why", ["it has more than one end"]),
        ("ignore V202 until=2027-03-31", ["it has no reason: end it with ' -- ' and why"]),
        ("ignore V202 until=2027-03-31 -- ", ["it has no reason: end it with ' -- ' and why"]),
        (
            "ignore V202",
            ["it has no end: add until=YYYY-MM-DD", "it has no reason: end it with ' -- ' and why"],
        ),
    ],
)
def test_what_is_wrong_is_told_all_at_once(tmp_path: Path, text: str, mistakes: list[str]) -> None:
    assert [one.split("; did")[0] for one in remark(tmp_path, text).mistakes] == [
        one.split("; did")[0] for one in mistakes
    ]


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("桥长3120米。 <!-- verify: x -->\n\n路长5公里。\n", "桥长3120米。"),
        ("桥长<!-- verify: x -->3120米。\n\n路长5公里。\n", "桥长3120米。"),
        ("路长5公里。\n\n<!-- verify: x -->\n桥长3120米。\n", "桥长3120米。"),
        ("路长5公里。\n\n<!-- verify: x -->\n\n\n桥长3120米。\n", "桥长3120米。"),
        ("# 桥长3120米 <!-- verify: x -->\n\n路长5公里。\n", "桥长3120米"),
        ("- 路长5公里。\n- 桥长3120米。 <!-- verify: x -->\n", "桥长3120米。"),
        ("<p>路长5公里。</p><!-- verify: x --><p>桥长3120米。</p>", "路长5公里。"),
        ("<p>路长5公里。</p>\n<!-- verify: x -->\n<p>桥长3120米。</p>", "桥长3120米。"),
        ("| 路 | 桥 |\n|---|---|\n| 5公里 | 3120米 <!-- verify: x --> |\n", "3120米"),
        ("路长5公里。\n\n<!-- verify: x -->\n", ""),
    ],
)
def test_a_remark_covers_its_own_block_or_the_next(tmp_path: Path, text: str, covered: str) -> None:
    found = document(tmp_path, text)
    (one,) = remarks([found], KNOWN)
    shown = [
        block.text
        for block in found.blocks
        if block.text and block.offsets.span(0, len(block.text)).meets(one.covered)
    ]
    assert shown == ([covered] if covered else [])


def test_before_a_table_a_remark_covers_all_of_it(tmp_path: Path) -> None:
    text = "路长5公里。\n\n<!-- verify: x -->\n\n| 桥 | 长 |\n|---|---|\n| 青石 | 3120米 |\n\n路长6公里。\n"
    (one,) = remarks([found := document(tmp_path, text)], KNOWN)
    assert found.text[slice(*one.covered)].startswith("桥 | 长")
    assert found.text[slice(*one.covered)].endswith("3120米")


@pytest.mark.parametrize(
    "text",
    [
        "`<!-- verify: ignore V101 -->` 桥长3120米。",
        "```\n<!-- verify: ignore V101 -->\n```\n桥长3120米。",
        "<!-- ignore V101 --> 桥长3120米。",
        "<!-- verify ignore V101 --> 桥长3120米。",
        "&lt;!-- verify: ignore V101 --&gt; 桥长3120米。",
    ],
)
def test_what_is_shown_as_text_is_no_remark(tmp_path: Path, text: str) -> None:
    assert not list(remarks([document(tmp_path, text)], KNOWN))


def test_its_place_counts_code_points(tmp_path: Path) -> None:
    (one,) = remarks([document(tmp_path, "𠮷\n\n𠮷桥3120米。 <!-- verify: x -->\n")], KNOWN)
    assert (one.location.line, one.location.column) == (3, 10)


def test_plain_text_has_no_comments(tmp_path: Path) -> None:
    found = document(tmp_path, f"桥长3120米。\n<!-- verify: {GOOD} -->\n", "a.txt")
    assert not list(remarks([found], KNOWN))


def test_many_remarks_cost_no_more_than_their_text(tmp_path: Path) -> None:
    found = document(tmp_path, "<!-- verify: x -->\n桥长5米。\n\n" * 20_000)
    assert len(list(remarks([found], KNOWN))) == 20_000
