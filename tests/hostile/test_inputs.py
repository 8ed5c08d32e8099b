"""Anything as input: a clear sentence with place and remedy, the status, the rest still judged."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from folders import GOOD, assert_whole

Verify = Callable[..., Any]

BRIDGE = "镜湖大桥全长56公里。"
BOMB = (
    "---\n"
    'a: &a ["x", "x", "x", "x", "x", "x", "x", "x", "x"]\n'
    + "".join(f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in pairwise("abcdefghi"))
    + f"title: *i\n---\n{BRIDGE}\n"
)
"""Nine to the ninth values, were its aliases followed."""

READ = {
    "GB18030": ("a.txt", GOOD.replace("55", "56").encode("gb18030")),
    "Big5": ("a.txt", ("鏡湖大橋全長56公里，總投資約25億元。" * 5).encode("big5")),
    "UTF-16": ("a.txt", GOOD.replace("55", "56").encode("utf-16")),
    "UTF-8 with a byte order mark": ("a.txt", b"\xef\xbb\xbf" + BRIDGE.encode()),
    "CR LF": ("a.txt", GOOD.replace("55", "56").replace("\n", "\r\n").encode()),
    "no front matter": ("a.md", BRIDGE.encode()),
    "300 nested elements": ("a.html", ("<div>" * 300 + BRIDGE + "</div>" * 300).encode()),
    "20,000 nested elements": ("a.html", ("<div>" * 20_000 + BRIDGE).encode()),
    "3,000 nested quotations": ("a.md", (">" * 3_000 + " " + BRIDGE).encode()),
    "terminal codes": ("a.txt", f"\x1b[31m{BRIDGE}\x1b[0m\x07\x0c".encode()),
    "an alias bomb in front matter": ("a.md", BOMB.encode()),
}


@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_is_read_without_complaint(verify: Verify, sources: Path, name: str) -> None:
    file, content = READ[name]
    (sources / file).write_bytes(content)
    told = verify("run", "in")
    assert (told.status, told.issues) == (0, [])
    assert_whole(told)
    assert "56公里" in told.quotes(f"in/{file}")


TROUBLED = {
    "an empty file": ("a.txt", b"", 0, "empty", "leave it out"),
    "spaces alone": ("a.txt", b" \n\t\n", 0, "empty", "leave it out"),
    "a byte order mark alone": ("a.txt", b"\xef\xbb\xbf", 0, "empty", "leave it out"),
    "binary": ("a.txt", b"\0\1\2\xff" * 300, 3, "binary", "save it as UTF-8"),
    "a picture": ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, 3, "binary", "save it as UTF-8"),
    "undecodable bytes": ("a.txt", BRIDGE.encode() * 9 + b"\xff\xfe", 0, "undecodable", "1:100"),
    "front matter without an end": ("a.md", f"---\ntitle: x\n{BRIDGE}".encode(), 0, "front-matter", "'---'"),
    "broken front matter": (
        "a.md",
        f"---\ntitle: [x\n: : -\n---\n{BRIDGE}".encode(),
        0,
        "front-matter",
        "left out",
    ),
    "broken HTML": (
        "a.html",
        f"<p>{BRIDGE}<b>。<td></i><!-- <![[<a!".encode(),
        0,
        "unclosed-markup",
        "close it",
    ),
    "no JSON": ("a.jsonl", b"[" * 100_000, 3, "json-line", "one object a line"),
    "too many digits": (
        *("a.txt", f"镜湖大桥全长{'9' * 5_000}公里。{BRIDGE}".encode(), 0),
        *("numeral-too-long", "is not read"),
    ),
}


@pytest.mark.parametrize("name", TROUBLED)
def test_what_cannot_is_said_with_its_place_and_a_remedy(verify: Verify, sources: Path, name: str) -> None:
    file, content, status, code, words = TROUBLED[name]
    (sources / file).write_bytes(content)
    told = verify("run", "in")
    assert told.status == status
    assert_whole(told)
    found = [message for issue, message in told.issues if issue == code]
    assert found, told.issues
    assert words in found[0]
    assert f"in/{file}" in told.out


def test_incomplete_is_0_where_that_is_allowed(verify: Verify, sources: Path) -> None:
    (sources / "a.txt").write_bytes(b"\0" * 100)
    assert verify("run", "in", "--allow-incomplete").status == 0
    assert verify("check", "in").status == 3


def test_an_issue_has_its_place(verify: Verify, sources: Path) -> None:
    (sources / "a.txt").write_bytes(f"第一段\n{BRIDGE}".encode() + b"\xff" + BRIDGE.encode())
    issue = verify("run", "in").report["issues"][0]
    # 镜湖大桥全长56公里。 has eleven characters, so the twelfth is the byte that is none.
    assert (issue["code"], issue["span"]["line"], issue["span"]["column"]) == ("undecodable", 2, 12)


# --- the file system


def test_a_folder_named_like_a_file_is_walked_into(verify: Verify, sources: Path) -> None:
    (sources / "x.txt").mkdir()
    (sources / "x.txt" / "a.txt").write_text(BRIDGE, encoding="utf-8")
    told = verify("run", "in")
    assert_whole(told)
    assert told.quotes("in/x.txt/a.txt") == ["56公里"]


def test_a_dangling_link_and_a_pipe_in_a_folder_are_left_out(verify: Verify, sources: Path) -> None:
    (sources / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(sources / "pipe.txt")
    told = verify("run", "in")
    assert told.status == 0
    assert_whole(told)
    assert told.report["summary"]["skipped"] == 2
    assert "in/gone.txt: issue[dangling] this link leads nowhere and was passed over" in told.out


def test_a_loop_of_links_ends(verify: Verify, sources: Path) -> None:
    (sources / "deep").mkdir()
    (sources / "deep" / "up").symlink_to(sources)
    (sources / "self.txt").symlink_to("self.txt")
    told = verify("run", "in")
    assert told.status == 0
    assert_whole(told)
    assert [source["path"] for source in told.report["sources"]] == ["in/good.txt"]


def test_a_pipe_that_is_named_is_not_waited_for(verify: Verify, sources: Path) -> None:
    os.mkfifo(sources / "pipe.txt")
    told = verify("run", "in", "in/pipe.txt")
    assert told.status == 3
    assert_whole(told)
    assert "file not read: it is no regular file" in told.out


@pytest.mark.parametrize("path", ["in/gone.txt", "in/missing.txt", "in/self.txt"])
def test_a_path_that_leads_nowhere_is_a_wrong_call(verify: Verify, sources: Path, path: str) -> None:
    (sources / "gone.txt").symlink_to("nowhere.txt")
    (sources / "self.txt").symlink_to("self.txt")
    told = verify("run", path)
    assert told.status == 2
    assert path in told.err
    assert not told.folder.exists()


def test_a_folder_without_documents(verify: Verify, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "picture.png").write_bytes(b"\x89PNG")
    told = verify("run", "bare")
    assert told.status == 2
    assert "no document in bare (1 file left out); name a file, or a folder with files in one of" in told.err
    assert not told.folder.exists()


def test_the_report_of_a_run_is_no_source_of_the_next(verify: Verify, sources: Path) -> None:
    verify("run", "in", "--out", "in/reports")
    told = verify("run", "in")
    assert [source["path"] for source in told.report["sources"]] == ["in/good.txt"]


# --- rules


RULES = {
    "an unknown key": (
        "attributes/a.yaml",
        '- id: length.total\n  naem: {en: "length", zh: "长度"}\n  units: ["meter"]\n  words: ["全长"]\n'
        '  examples: {pass: ["桥全长5米"], fail: ["5米"]}\n',
        ["attributes/a.yaml:2:3", "naem"],
    ),
    "a unit that pint rejects": ("units/a.txt", "furlong = 220 *** yard\n", ["units/a.txt:1:"]),
    "a unit by itself": ("units/a.txt", "furlong = 2 * furlong\n", ["units/a.txt:1:"]),
    "a power that never ends": ("units/a.txt", "furlong = 9**9**9 * meter\n", ["units/a.txt:1:"]),
    "an alias bomb": ("regions/a.yaml", BOMB.split("---\n")[1], ["regions/a.yaml:1:"]),
    "bytes that are no text": ("regions/a.yaml", "\udcff", ["regions/a.yaml:1:"]),
}


@pytest.mark.parametrize("name", RULES)
def test_mistakes_in_the_rules_are_named_and_nothing_is_written(
    verify: Verify, sources: Path, tmp_path: Path, name: str
) -> None:
    file, text, words = RULES[name]
    place = tmp_path / "mine" / file
    place.parent.mkdir(parents=True)
    place.write_bytes(text.encode("utf-8", "surrogateescape"))
    told = verify("run", "in", "--rules", "mine")
    assert told.status == 2
    assert [word for word in words if word not in told.err] == []
    assert "mistake" in told.err
    assert not told.folder.exists()


# --- characters inside numbers


def test_what_no_reader_sees_does_not_split_a_number(verify: Verify, sources: Path) -> None:
    (sources / "a.txt").write_text("镜湖大桥全长5\u200b6公里，桥面宽2\u20603米。", encoding="utf-8")
    told = verify("run", "in")
    assert_whole(told)
    values = {
        claim["value"]["base_number"] for claim in told.report["claims"] if claim["source_id"] == "in/a.txt"
    }
    assert values == {"56000", "23"}


def test_a_turned_order_of_characters_is_said(verify: Verify, sources: Path) -> None:
    """After U+202E a reader sees 56 where the file says 65."""
    (sources / "a.txt").write_text("首段\n镜湖大桥全长\u202e65\u202c公里。", encoding="utf-8")
    told = verify("run", "in")
    assert_whole(told)
    issue = told.report["issues"][0]
    assert (issue["code"], issue["span"]["line"], issue["span"]["column"]) == ("turned-order", 2, 7)


def test_isolated_digits_keep_their_order(verify: Verify, sources: Path) -> None:
    (sources / "a.txt").write_text("镜湖大桥全长\u206656\u2069公里。", encoding="utf-8")
    told = verify("run", "in")
    assert_whole(told)
    values = [c["value"]["base_number"] for c in told.report["claims"] if c["source_id"] == "in/a.txt"]
    assert values == ["56000"]


@pytest.mark.parametrize("digits", ["٥٦", "५६", "５６", "𝟓𝟔"])
def test_digits_of_other_scripts_are_read_right_or_said(verify: Verify, sources: Path, digits: str) -> None:
    (sources / "a.txt").write_text(f"镜湖大桥全长{digits}公里。", encoding="utf-8")
    told = verify("run", "in")
    assert_whole(told)
    mentions = [line for line in told.text("mentions.jsonl").splitlines() if '"in/a.txt"' in line]
    assert told.issues or any('"base_number": "56000"' in line for line in mentions)
