"""A hostile text in every field of a report, through every format: it is shown, and does nothing.

What a reader of a format makes of it is modelled as closely as a test can: the runner of GitHub Actions,
parsers of Markdown, HTML, XML, JSON and CSV.  A harmless word in the place of the text must give the same
structure.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from markdown_it import MarkdownIt

from filled import WORD, filled, written_into
from payloads import BODIES, payloads
from verify import api
from verify.report import outcome, schema
from verify.report.build import build
from verify.report.formats import formats
from verify.report.write import encoded

_UNSEEN = (
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    r"\U000e0000-\U000e007f]"
)


@cache
def base() -> schema.Report:
    """A report with drafts, findings of every state and severity, and unread files."""
    text = "---\ntitle: News {}\n---\nThe Northern Light Bridge is {} km long and cost $9 million.\n"
    with TemporaryDirectory() as name:
        folder = Path(name)
        for number, length in enumerate(("55", "65", "65")):
            (folder / f"{number}.md").write_text(text.format(number, length), encoding="utf-8")
        report = build(api.check([folder / "0.md"], against=[folder / "1.md", folder / "2.md"], base=folder))
    assert "contradicted" in {item.status for item in report.drafts}
    (first,) = [one for one in report.findings if one.severity == "error"][:1]
    excuse = schema.Suppression(reason=WORD, until="2027-03-31", place=WORD, in_document=True)
    more = (
        first.model_copy(update={"id": "V101-1", "severity": "warning"}),
        first.model_copy(update={"id": "V101-2", "severity": "note"}),
        first.model_copy(update={"id": "V101-3", "state": "baseline"}),
        first.model_copy(update={"id": "V101-4", "state": "suppressed", "suppression": excuse}),
    )
    unread = schema.Issue(code="unreadable", message=WORD, source_id=WORD, span=None, incomplete=True)
    marked = report.model_copy(update={"findings": (first, *more), "issues": (*report.issues, unread)})
    shown = outcome.judged(marked, fail_on="error", show="note", since=WORD)
    return written_into(shown, f" {WORD} ")


TEXTS = [name for name in formats() if name != "xlsx"]
"""What a workbook makes of them stands in tests/unit/report/test_xlsx.py."""


def rendered(name: str, words: str) -> str:
    return encoded(formats()[name].render(filled(base(), words))).decode()


@cache
def harmless(name: str) -> str:
    return rendered(name, "word")


def test_the_word_stands_in_every_format() -> None:
    for name in TEXTS:
        assert harmless(name).count("word") > 3, name


CASES = [pytest.param(kind, id=kind) for kind in BODIES]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("kind", CASES)
def test_nothing_of_it_is_active(name: str, kind: str) -> None:
    judge = JUDGES[name]
    wanted = judge(harmless(name))
    for found, words in payloads():
        if found != kind:
            continue
        told = rendered(name, words)
        assert not re.search(_UNSEEN, told), (name, words)
        assert not re.search(r"##(\[|vso\[|teamcity\[)", told, re.IGNORECASE), (name, words)
        if name != "github":
            assert not [line for line in told.split("\n") if line.lstrip().startswith("::")], (name, words)
        assert judge(told) == wanted, (name, words)


# --- What a reader of each format makes of a text: whatever it does.


def runner(told: str) -> list[Any]:
    """The commands that the runner of GitHub Actions takes (src/Runner.Common/ActionCommand.cs)."""
    commands = []
    for line in re.split(r"\r\n|\r|\n", told):
        text = line.lstrip()
        if text.startswith("::") and (end := text.find("::", 2)) >= 0:
            name, _, properties = text[2:end].partition(" ")
            commands.append((name, [pair.partition("=")[0] for pair in properties.split(",")]))
        elif "##[" in line:
            commands.append((line, []))
    return commands


def lines(told: str) -> int:
    return told.count("\n")


def keys(told: str) -> Any:
    return shape(json.loads(told))


def shape(value: Any) -> Any:
    if isinstance(value, dict):
        # Of a SARIF file: what an absolute path is not relative to.
        return {key: shape(item) for key, item in value.items() if key != "uriBaseId"}
    if isinstance(value, list):
        return [shape(item) for item in value]
    return "" if isinstance(value, str) else value


_SARIF_LINK = re.compile(r"(?<!\\)\[(?:\\.|[^\]\\])*\]\(([^)]*)\)")


def sarif(told: str) -> Any:
    """The structure, and where the links of the messages lead (section 3.11.6)."""
    (run,) = json.loads(told)["runs"]
    messages = [result["message"]["text"] for result in run["results"]]
    messages += [
        place["message"]["text"] for result in run["results"] for place in result["relatedLocations"]
    ]
    messages += [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]]
    return keys(told), [_SARIF_LINK.findall(message) for message in messages]


def json_lines(told: str) -> Any:
    return [sorted(json.loads(line)) for line in told.split("\n") if line]


def elements(told: str) -> Any:
    return [(element.tag, sorted(element.attrib)) for element in fromstring(told).iter()]


def table(told: str) -> Any:
    rows = list(csv.reader(io.StringIO(told)))
    assert not [cell for row in rows for cell in row if re.match(r"[=+@\t\r＝＋－＠]|-(?![0-9./]+$)", cell)]
    return [len(row) for row in rows]


class Tags(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Any] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        links = [value for name, value in attrs if name in ("href", "src", "style")]
        self.seen.append((tag, [name for name, _ in attrs], [str(link)[:1] for link in links]))

    def handle_comment(self, data: str) -> None:
        self.seen.append(data)


def tags(told: str) -> Any:
    parser = Tags()
    parser.feed(told)
    return parser.seen


def comment(told: str) -> Any:
    """The tokens of a comment; a text that is no code is ours, and the same whatever a source says."""
    found = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(told):
        found.append((token.type, token.markup, token.content if token.type == "html_block" else ""))
        found.extend(
            (child.type, "" if child.type == "code_inline" else child.content, "")
            for child in token.children or []
        )
    return found


_LINKED = re.compile(
    r"(?<![\w])@\w|#\d|GH-\d|(?<!\w)[!~&%]\d|https?:/|www\.\w|mailto:|\$[\\`$]", re.IGNORECASE
)


def written_page(told: str) -> Any:
    """The same of ``report.md``, where words of a source are text: nothing that is made a link of."""
    found = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(told):
        found.append(token.type)
        for child in token.children or []:
            if child.type == "text":
                assert not _LINKED.search(child.content), child.content
            elif child.type == "html_inline":
                assert child.content in ("<!-- -->", "<br>")
            else:
                found.append(child.type)
    return found


JUDGES: dict[str, Callable[[str], Any]] = {
    "csv": table,
    "github": lambda told: (runner(told), lines(told)),
    "gitlab": keys,
    "html": tags,
    "json": keys,
    "junit": elements,
    "markdown": comment,
    "mentions": json_lines,
    "report": written_page,
    "sarif": sarif,
    "text": lines,
}


def test_every_format_is_judged() -> None:
    assert set(JUDGES) == set(TEXTS)
