"""A hostile text in every field of a report, on every kind of page, in a real browser: it is shown, no more.

What it would do: run, ask for something, or become markup.  A browser says all three: a script or a request
that the policy stops is told on its console, and a harmless word in the place of the text must give the same
elements.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from browsers import browser
from filled import WORD, filled, written_into
from payloads import BODIES, payloads
from verify import api
from verify.report import schema
from verify.report.build import build
from verify.report.formats import html
from verify.report.pages.several import pages
from verify.report.write import encoded
from verify.text.visible import visible

__all__ = ["browser"]  # a fixture: pytest finds it here

_TEXT = (
    "标题：大桥{0}\n来源：{0}报\n日期：2022-01-2{0}\n\n"
    "镜湖大桥全长{1}公里，总投资120亿元，2021年5月8日开工。大桥是全国最长的大桥。\n"
)
PAGES = ("report.html", "report/things-1.html", "report/document-1.html")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> schema.Report:
    folder = tmp_path_factory.mktemp("sources")
    for number, length in enumerate((55, 65, 55), start=1):
        (folder / f"{number}.txt").write_text(_TEXT.format(number, length), encoding="utf-8")
    report = build(api.check([folder], base=folder))
    conflict = next(group for group in report.groups if group.verdict == "conflict")
    decided = {
        "choice": "both-stand", "reason": WORD, "editor": WORD, "at": "2027-03-31", "seq": 1, "why": WORD,
        "finding_ids": (), "claim_ids": (), "dropped": 0,
    }  # fmt: skip
    decisions = (
        schema.Decision(subject=conflict.id, state="stands", group_id=conflict.id, **decided),
        schema.Decision(subject=WORD, state="orphaned", group_id=None, **decided),
    )
    issue = schema.Issue(code="unreadable", message=WORD, source_id=WORD, span=None, incomplete=True)
    passage = schema.Passage(source_ids=tuple(source.id for source in report.sources[:2]), text=WORD)
    more = {"decisions": decisions, "issues": (issue,), "passages": (passage,)}
    # Behind a number of its own: a date is told beside words with other numbers, whatever is filled in.
    return written_into(report.model_copy(update=more), f" 99 {WORD} ")


@pytest.fixture(scope="module")
def elements(base: schema.Report, browser: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """How many elements each page has with a harmless word."""
    folder = tmp_path_factory.mktemp("harmless")
    found = {name: read(browser, folder, text) for name, text in rendered(base, "word").items()}
    assert min(found.values()) > 50
    return found


def rendered(base: schema.Report, words: str) -> dict[str, str]:
    """Every kind of page with the words in it: the one page first."""
    report = filled(base, words)
    several = dict(pages(report))
    return {"one": html.render(report), **{name: visible(several[name]) for name in PAGES}}


def read(browser: Any, folder: Path, text: str) -> int:
    """Open a page, let its filters work, and count its elements; nothing may be asked for or said."""
    file = folder / "page.html"
    file.write_bytes(encoded(text))
    page = browser.new_page()
    told: list[str] = []
    page.on("request", lambda request: told.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.goto(file.as_uri())
    count: int = page.evaluate("document.querySelectorAll('*').length")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    if page.locator("#filter").count():
        page.fill("[name=q]", "镜湖")
    assert told == [file.as_uri()]
    page.close()
    return count


KINDS = [kind for kind in BODIES if kind not in ("formula", "mention")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_text_is_shown_and_does_nothing(
    browser: Any, base: schema.Report, elements: dict[str, int], kind: str, tmp_path: Path
) -> None:
    bodies = [words for found, words in payloads() if found == kind][3::4]  # before quotation marks
    for words in bodies:
        assert read(browser, tmp_path, html.render(filled(base, words))) == elements["one"], words
    for name, text in rendered(base, " ".join(bodies)).items():
        assert read(browser, tmp_path, text) == elements[name], name


def test_the_pages_show_the_words(base: schema.Report) -> None:
    for name, text in rendered(base, "<script>alert(1)</script>").items():
        assert text.count("&lt;script&gt;alert(1)") > 5, name
        assert text.count("<script>") == 1, name
