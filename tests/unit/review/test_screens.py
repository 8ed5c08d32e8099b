"""Every page, wide and narrow, light and dark, in both languages: it fits, and axe finds nothing to mend.

``VERIFY_IMAGES=docs/images pytest tests/unit/review/test_screens.py`` renews the pictures of the manual.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import bridge
from browsers import browser
from served import Server, opened
from verify import api
from verify.model.judgement import Choice, Decided, Judgement, Naming, Pin
from verify.report import schema
from verify.report.build import build
from verify.review.applying import applied, decided_in
from verify.review.bodies import body_of
from verify.review.items import Item, items
from verify.store.store import Store

from databases import HERE  # isort: skip

__all__ = ["browser"]  # a fixture: pytest finds it here

DOCS = Path(__file__).parents[3] / "docs"
IMAGES = os.environ.get("VERIFY_IMAGES") and Path(os.environ["VERIFY_IMAGES"]).resolve()
PICTURES = {"queue", "item", "correction", "decisions"}
"""Of these the manual has pictures: wide, light, in English; the item narrow, dark and in Chinese too."""


@pytest.fixture
def decided(tmp_path: Path, file: str, monkeypatch: pytest.MonkeyPatch) -> schema.Report:
    """A report on the bridge after a day's work: decided, stale, orphaned, names that are one."""
    monkeypatch.chdir(tmp_path)
    paths = [path.relative_to(tmp_path) for path in bridge.write(tmp_path / "sources")]
    report = build(api.check(paths))
    found = items(report)
    ticks = iter(range(10, 60))
    store = Store(file, HERE, clock=lambda: f"2026-05-04T09:{next(ticks)}:00.000+00:00")
    height, opening = (next(one for one in found if one.attribute == name) for name in ("height", "opening"))
    _decide(store, height, Choice.PREFER_LEFT, "The operator's data sheet gives 230 metres.")
    naming = Naming("青松大桥", "Pine Bridge", same=True, kind="bridge")
    _decide(store, opening, Choice.BOTH_STAND, "Two reports of one day.", naming=naming)
    old = Pin("sources/bay-daily.txt", "40公里", "引桥长", "。", "point 40000 meter bare [39500, 40500)")
    gone = Judgement("g-gone", Choice.UNRESOLVED, "Ask the designers.", (old,), 0, None)
    store.decide("g-gone", 0, body_of(gone), "Ben")
    cost = next(one for one in found if one.attribute == "total investment")
    changed = tuple(Pin(one.path, one.quote, one.prefix, one.suffix, "another") for one in cost.pins)
    stale = Judgement(cost.subject, Choice.BOTH_STAND, "About the same sum.", changed, 0, 1)
    store.decide(cost.subject, 0, body_of(stale), "Ben")
    made: tuple[Decided, ...] = decided_in(store)
    store.close()
    return applied(report, made)


def _decide(store: Store, item: Item, choice: Choice, reason: str, **more: Any) -> None:
    judgement = Judgement(item.subject, choice, reason, item.pins, 0, 1, **more)
    store.decide(item.subject, 0, body_of(judgement), "Ann")


def pages(page: Any, server: Server) -> dict[str, Callable[[], object]]:
    """Return how to come to each page."""
    worst = f"/item/{server.desk.items[0].subject}"
    stale = f"/item/{server.desk.known('stale')[0].decided.judgement.subject}"

    def to(path: str) -> Callable[[], object]:
        return lambda: page.goto(server.own + path)

    def correction() -> None:
        page.goto(server.own + worst)
        page.check("[value=extraction-wrong]")

    def mistake() -> None:
        correction()
        page.fill("[name=left-meant]", "很长")
        page.fill("textarea", "a digit was lost")
        with page.expect_navigation():
            page.click("button.main")

    def overtaken() -> None:
        page.goto(server.own + worst)
        page.evaluate("document.querySelector('[name=seen]').value = 9")
        page.check("[value=unresolved]")
        page.fill("textarea", "x")
        with page.expect_navigation():
            page.click("button.main")

    def foreign() -> None:
        page.goto(server.own + worst)
        page.evaluate("document.querySelector('#decide [name=csrf]').value = ''")
        page.check("[value=unresolved]")
        page.fill("textarea", "x")
        with page.expect_navigation():
            page.click("button.main")

    def too_much() -> None:
        page.goto(server.own + worst)
        with page.expect_navigation():
            page.evaluate(
                "form => { const one = document.getElementById(form); one.enctype = 'multipart/form-data';"
                " for (let n = 0; n < 60; n++) one.append(Object.assign(document.createElement('input'),"
                " { type: 'hidden', name: `more-${n}` })); one.submit(); }",
                "decide",
            )
        assert page.inner_text("h1") in ("Not understood", "无法理解")

    def failing() -> None:
        kept, server.desk.known = server.desk.known, None  # type: ignore[assignment, method-assign]
        try:
            page.goto(f"{server.own}/decisions")
        finally:
            server.desk.known = kept  # type: ignore[method-assign]

    def lost() -> None:
        page.goto(server.own + worst)
        page.route("**/alive", lambda route: route.abort())
        page.check("[value=unresolved]")
        page.fill("textarea", "x")
        page.click("button.main")
        page.wait_for_selector("#lost:not([hidden])")
        page.unroute("**/alive")

    return {
        "queue": to("/"),
        "queue-empty": to("/?q=nothing+of+the+kind"),
        "item": to(worst),
        "item-stale": to(stale),
        "correction": correction,
        "mistake-422": mistake,
        "overtaken-409": overtaken,
        "lost": lost,
        "decisions": to("/decisions"),
        "stale": to("/decisions?state=stale"),
        "orphaned": to("/decisions?state=orphaned"),
        "names": to("/rules"),
        "log": to("/log?check=1"),
        "keys": to("/keys"),
        "refused-403": foreign,
        "missing-404": to("/nothing"),
        "no-item-404": to("/item/nothing"),
        "not-understood-400": too_much,
        "not-understood-405": to("/undo"),
        "failed-500": failing,
    }


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_fits_and_is_accessible(
    browser: Any,
    serve: Any,
    decided: schema.Report,
    width: int,
    scheme: str,
    language: str,
    tmp_path: Path,
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    server = serve(decided, "Ann", language)
    page = opened(browser, server, viewport={"width": width, "height": 800}, color_scheme=scheme)
    found = {}
    for name, come in pages(page, server).items():
        come()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        page.evaluate("document.activeElement.blur()")
        _taken(page, name, width, scheme, language, tmp_path)
        # Contrast depends on the scheme, layout on the width: each pair of them is looked at in one language.
        if (width == 1280) == ((scheme == "light") == (language == "en")):
            # axe is put into the page by the browser's own channel, which no policy of the page forbids.
            told = axe.run(page)
            if told.violations_count:
                found[name] = told.generate_report()
    assert found == {}
    assert page.foreign == []
    page.close()


def _taken(page: Any, name: str, width: int, scheme: str, language: str, folder: Path) -> None:
    """Take the picture of a page; for the manual where that is asked for."""
    page.screenshot(path=folder / f"{name}.png", full_page=True)
    wide = (width, scheme, language) == (1280, "light", "en") and name in PICTURES
    narrow = (width, scheme, language) == (390, "dark", "zh") and name == "item"
    if IMAGES and (wide or narrow):
        IMAGES.mkdir(parents=True, exist_ok=True)
        stem = f"review-{name}{'-narrow' if narrow else ''}"
        if wide:
            page.set_viewport_size({"width": 1000, "height": 700})
        page.screenshot(path=IMAGES / f"{stem}.png", full_page=name == "correction")
        page.set_viewport_size({"width": width, "height": 800})


def test_the_server_refuses_strangers_with_a_page(browser: Any, serve: Any, decided: schema.Report) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for language in ("en", "zh"):
        server = serve(decided, "Ann", language)
        stranger = browser.new_page(viewport={"width": 390, "height": 800})
        answer = stranger.goto(server.own)
        assert answer.status == 403
        assert "Ann" not in stranger.content()
        assert axe.run(stranger).violations_count == 0
        stranger.close()


def test_the_manual_shows_the_pictures_that_are_made() -> None:
    text = (DOCS / "review.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"!\[[^]]+\]\(images/review-([a-z-]+)\.png\)", text))
    assert shown == {*PICTURES, "item-narrow"}
    assert {path.stem.removeprefix("review-") for path in (DOCS / "images").glob("review-*.png")} == shown
