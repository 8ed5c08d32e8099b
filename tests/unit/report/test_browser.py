"""The pages in a browser: they fit, are dark when asked, silent on the network, whole without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from browsers import browser
from verify.report import schema
from verify.report.formats import html

__all__ = ["browser"]  # a fixture: pytest finds it here

Written = Callable[[str, str], dict[str, Path]]
KINDS = [("none", "report"), ("pages", "index"), ("pages", "things"), ("pages", "document")]
LOOKS = [
    (1280, "light", "en"),
    (1280, "dark", "zh"),
    (390, "dark", "en"),
    (390, "light", "zh"),
    (320, "light", "en"),
]
"""Every width with both schemes and both languages."""


def opened(browser: Any, file: Path, **how: Any) -> Any:
    """Open a page that notes what it asks for and what the browser has to say."""
    page = browser.new_page(**{"viewport": {"width": 1280, "height": 720}, **how})
    page.requests, page.complaints = [], []
    page.on("request", lambda request: page.requests.append(request.url))
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(file.as_uri())
    return page


def shown(page: Any) -> set[str]:
    """The facts that can be seen."""
    found: list[str] = page.eval_on_selector_all(
        "[data-g]", "all => all.filter(one => one.checkVisibility()).map(one => one.dataset.g)"
    )
    return set(found)


def saying(report: schema.Report, stated: str) -> set[str]:
    """The facts that a source states in those words."""
    claims = {claim.id for claim in report.claims if claim.value.stated == stated}
    found = {
        group.id
        for group in report.groups
        if claims & {one for cluster in group.clusters for one in cluster.claim_ids}
    }
    assert len(found) == 1
    return found


@pytest.mark.parametrize(("width", "scheme", "lang"), LOOKS)
@pytest.mark.parametrize(("split", "kind"), KINDS)
def test_every_page_fits_keeps_to_itself_and_is_accessible(
    browser: Any, written: Written, split: str, kind: str, width: int, scheme: str, lang: str
) -> None:
    file = written(lang, split)[kind]
    page = opened(browser, file, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.requests == [file.as_uri()]
    assert page.complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    red = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]")
    assert (int(red) < 128) == (scheme == "dark")
    if width != 320:  # axe takes a second
        axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
        # axe is put into the page by the browser's own channel, which no policy of the page forbids.
        found = axe.run(page)
        assert found.violations_count == 0, found.generate_report()
    page.close()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_first_screen_tells_the_verdict(browser: Any, written: Written, lang: str) -> None:
    page = opened(browser, written(lang, "none")["report"], java_script_enabled=False)
    for selector in ("h1", ".bar li.conflict a", ".bar li.single-source a", ".fates a", ".largest li a"):
        box = page.locator(selector).first.bounding_box()
        assert box is not None, selector
        assert box["y"] + box["height"] <= 720, selector
    assert page.locator("#filter").is_hidden()
    page.close()


def test_without_scripts_every_fact_can_be_read_and_cited(
    browser: Any, written: Written, bridge: schema.Report
) -> None:
    page = opened(browser, written("en", "none")["report"], java_script_enabled=False)
    for group in bridge.groups:
        assert page.locator(f"[id='g-{group.id}']").is_visible()
    first = page.locator("details.cite").first
    first.locator("summary").click()
    assert first.locator("pre").is_visible()
    assert first.locator("button").count() == 0
    page.close()


@pytest.mark.parametrize(("split", "kind"), [("none", "report"), ("pages", "index")])
def test_filters_and_search_leave_what_fits(
    browser: Any, written: Written, bridge: schema.Report, split: str, kind: str
) -> None:
    page = opened(browser, written("en", split)[kind])
    every = {group.id for group in bridge.groups}
    assert shown(page) == every
    page.select_option("[name=v]", "conflict")
    conflicts = {group.id for group in bridge.groups if group.verdict == "conflict"}
    assert shown(page) == conflicts
    assert page.locator("#single-source").is_hidden()
    assert page.locator("[name=told]").inner_text() == f"{len(conflicts)} of {len(every)} facts shown"
    page.fill("[name=q]", "镜湖 nothing of that kind")
    assert shown(page) == set()
    assert page.locator("[name=told]").inner_text() == "No fact fits all of this."
    page.click("[type=reset]")
    page.locator("#single-source").wait_for()
    assert shown(page) == every
    page.fill("[name=q]", "65公里")
    assert saying(bridge, "65公里") <= shown(page) < every
    page.fill("[name=q]", "")
    third = next(number for number, one in enumerate(bridge.sources, 1) if one.path.endswith("c.md"))
    page.select_option("[name=s]", str(third))
    claims = {claim.id for claim in bridge.claims if claim.source_id.endswith("c.md")}
    assert shown(page) == {
        group.id
        for group in bridge.groups
        if claims & {one for each in group.clusters for one in each.claim_ids}
    }
    assert page.complaints == []
    page.close()


def test_a_link_to_a_hidden_fact_shows_it(browser: Any, written: Written) -> None:
    page = opened(browser, written("en", "none")["report"])
    page.select_option("[name=v]", "single-source")
    page.locator(".largest a").first.click()
    page.locator(":target").wait_for()
    assert page.input_value("[name=v]") == ""
    page.close()


def test_a_fact_is_copied_as_markdown(browser: Any, written: Written) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(written("en", "none")["report"].as_uri())
    cite = page.locator("#conflict details.cite").first
    cite.locator("summary").click()
    cite.locator("button").click()
    cite.get_by_text("Copied").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("**镜湖大桥")
    assert "- 65公里 (山城晚报, 2022-01-25, b.txt:5:7)" in text.splitlines()
    context.close()


def test_the_keyboard_reaches_what_can_be_pressed_and_sees_where_it_is(
    browser: Any, written: Written
) -> None:
    page = opened(browser, written("en", "none")["report"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.tagName"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert {"A", "INPUT", "SELECT", "BUTTON", "SUMMARY"} <= seen
    page.close()


def test_nothing_moves_and_forced_colours_keep_the_lines(browser: Any, written: Written) -> None:
    page = opened(browser, written("en", "none")["report"], forced_colors="active", reduced_motion="reduce")
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    lines = page.eval_on_selector_all(
        ".lane .span, .lane .axis", "all => all.map(one => getComputedStyle(one).stroke)"
    )
    assert lines
    assert set(lines) == {page.evaluate("getComputedStyle(document.body).color")}
    page.close()


def test_figures_of_a_text_lead_to_their_facts(browser: Any, written: Written, bridge: schema.Report) -> None:
    page = opened(browser, written("en", "none")["report"])
    page.locator("#t-2 details").first.locator("summary").click()
    figure = page.locator("#t-2 a.fig.conflict").first
    assert figure.inner_text() == "65公里"
    figure.click()
    assert {page.url.partition("#g-")[2]} == saying(bridge, "65公里")
    page.locator(":target .place").first.click()
    assert page.locator(":target").evaluate("one => one.closest('details').open")
    page.close()


def test_one_draft_fits(browser: Any, tmp_path: Path) -> None:
    from verify import api
    from verify.report.build import build

    (tmp_path / "draft.md").write_text("镜湖大桥全长65公里。", encoding="utf-8")
    (tmp_path / "source.md").write_text("镜湖大桥全长55公里。", encoding="utf-8")
    report = build(api.check([tmp_path / "draft.md"], against=[tmp_path / "source.md"], base=tmp_path))
    file = tmp_path / "report.html"
    file.write_text(html.render(report), encoding="utf-8")
    page = opened(browser, file, viewport={"width": 390, "height": 800})
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.complaints == []
    page.close()


def test_on_paper_a_fact_is_one_piece_and_nothing_is_to_press(
    browser: Any, written: Written, bridge: schema.Report
) -> None:
    page = opened(browser, written("en", "none")["report"], viewport={"width": 680, "height": 1000})
    page.emulate_media(media="print", color_scheme="dark")
    for selector in ("nav", "#filter", ".perma", ".cite", ".skip"):
        assert page.locator(selector).first.is_hidden(), selector
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
    pieces = page.eval_on_selector_all(
        "article, tr", "all => all.map(one => getComputedStyle(one).breakInside)"
    )
    assert set(pieces) == {"avoid"}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    names = page.eval_on_selector_all(
        "#conflict a.ref", "all => all.map(one => getComputedStyle(one, '::after').content)"
    )
    assert names
    assert set(names) <= {f'" [" "{number}" "]"' for number in range(1, 4)} | {
        f'" [{n}]"' for n in range(1, 4)
    }
    assert page.locator("#conflict article details").first.locator("ul").first.is_visible()
    paper = page.pdf(prefer_css_page_size=True)
    assert set(re.findall(rb"/MediaBox ?\[([^]]*)\]", paper)) == {b"0 0 594.95996 841.91998"}
    page.close()
