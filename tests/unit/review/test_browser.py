"""The page in a real browser: by keyboard alone, by mouse alone, without scripts, narrow and dark."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from browsers import browser
from databases import HERE
from verify.report import schema
from verify.review.app import application
from verify.review.desk import Desk
from verify.review.guard import Guard
from verify.review.reader import Reader
from verify.store.store import Store

__all__ = ["browser"]  # a fixture: pytest finds it here


@pytest.fixture
def serve(file: str, reader: Reader) -> Iterator[Callable[..., tuple[str, Store]]]:
    """Start a page for an editor and return the address to enter by, and her store."""
    running: list[tuple[uvicorn.Server, threading.Thread, Store]] = []

    def start(report: schema.Report, editor: str, language: str = "en") -> tuple[str, Store]:
        listening = socket.create_server(("127.0.0.1", 0))
        host = f"127.0.0.1:{listening.getsockname()[1]}"
        guard = Guard(frozenset({host}))
        store = Store(file, HERE)
        app = application(Desk(report, store, editor, reader, language), guard)
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        running.append((server, thread, store))
        return f"http://{host}{guard.entrance}", store

    yield start
    for server, thread, store in running:
        server.should_exit = True
        thread.join(10)
        store.close()


def opened(browser: Any, address: str, **options: Any) -> Any:
    page = browser.new_page(**{"viewport": {"width": 1280, "height": 800}, **options})
    page.complaints = []
    page.foreign = []
    own = address.partition("/enter")[0]
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("request", lambda sent: sent.url.startswith((own, "data:")) or page.foreign.append(sent.url))
    page.goto(address)
    return page


def follow(page: Any, target: str) -> None:
    """Press something that leads to another page, and wait for that."""
    with page.expect_navigation():
        page.click(target)


def test_the_whole_flow_by_keyboard_alone(browser: Any, serve: Any, report: schema.Report) -> None:
    address, store = serve(report, "Ann")
    page = opened(browser, address)
    page.on("dialog", lambda dialog: dialog.accept())
    page.focus("table.queue a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/item/*")
    first = page.url
    page.keyboard.press("2")
    page.keyboard.type("the operator's own page: 68米")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != first)
    (record,) = store.records()
    assert (record.after["choice"], record.after["reason"]) == (
        "prefer-right",
        "the operator's own page: 68米",
    )
    with page.expect_navigation():
        page.keyboard.press("u")
    assert page.url == first
    with page.expect_navigation():
        page.keyboard.press("U")
    assert [item.action for item in store.records()] == ["decide", "undo", "redo"]
    with page.expect_navigation():
        page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("k")
    assert page.url == first
    with page.expect_navigation():
        page.keyboard.press("?")
    assert page.inner_text("h1") == "Keys"
    with page.expect_navigation():
        page.keyboard.press("g")
    page.keyboard.press("/")
    page.keyboard.type("nothing of the kind")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Nothing here" in page.inner_text("main")
    assert (page.complaints, page.foreign) == ([], [])
    page.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_whole_flow_by_mouse_alone(
    browser: Any, serve: Any, report: schema.Report, scripts: bool
) -> None:
    address, store = serve(report, "Ann")
    page = opened(browser, address, java_script_enabled=scripts)
    page.on("dialog", lambda dialog: dialog.accept())
    follow(page, "table.queue a")
    page.click("text=Both stand")
    page.fill("textarea", "told twice")
    follow(page, "button.main")
    assert [record.after["choice"] for record in store.records()] == ["both-stand"]
    follow(page, "text=Undo")
    assert [record.action for record in store.records()] == ["decide", "undo"]
    page.close()


def test_keys_are_silent_while_writing_while_composing_and_when_switched_off(
    browser: Any, serve: Any, report: schema.Report
) -> None:
    address, store = serve(report, "Ann")
    page = opened(browser, address)
    follow(page, "table.queue a")
    here = page.url
    page.focus("textarea")
    page.keyboard.type("j k u 123 ? g")
    assert page.url == here
    assert page.input_value("textarea") == "j k u 123 ? g"
    # An input method sends its keys with isComposing, or with the code 229.
    page.evaluate("document.activeElement.blur()")
    for composing in ("{key: 'j', isComposing: true}", "{key: 'j', keyCode: 229}"):
        page.evaluate(
            f"document.body.dispatchEvent(new KeyboardEvent('keydown', {{bubbles: true, ...{composing}}}))"
        )
    page.evaluate(
        "document.querySelector('textarea').dispatchEvent("
        "new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true, isComposing: true}))"
    )
    assert page.url == here
    assert list(store.records()) == []
    page.goto(here.partition("/item")[0] + "/keys")
    page.uncheck("#keys-on")
    page.goto(here)
    page.keyboard.press("3")
    assert page.locator("input[name=choice]:checked").count() == 0
    page.close()


def test_two_editors_at_once(browser: Any, serve: Any, report: schema.Report) -> None:
    anns, store = serve(report, "Ann")
    bens, _ = serve(report, "Ben")
    ann, ben = opened(browser, anns), opened(browser, bens)
    for page, choice, reason in ((ann, "3", "Ann's reason"), (ben, "9", "Ben's reason")):
        follow(page, "table.queue a")
        page.keyboard.press(choice)
        page.fill("textarea", reason)
    follow(ann, "button.main")
    follow(ben, "button.main")
    told = ben.inner_text("main")
    assert "Ann decided this while you looked" in told
    assert "Ann's reason" in told
    assert ben.input_value("textarea") == "Ben's reason"
    follow(ben, "button.main")
    assert [record.editor for record in store.records()] == ["Ann", "Ben"]
    ann.close()
    ben.close()


def test_reload_and_back_write_nothing_twice(browser: Any, serve: Any, report: schema.Report) -> None:
    address, store = serve(report, "Ann")
    page = opened(browser, address)
    follow(page, "table.queue a")
    page.keyboard.press("3")
    page.keyboard.type("once")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.reload()
    page.go_back()
    page.reload()
    assert len(list(store.records())) == 1
    page.close()


HOSTILE = [
    "<script>document.title='ran'</script>",
    "<img src=x onerror=\"document.title='ran'\">",
    "<img src=//evil.example/x.png>",
    "javascript:document.title='ran'",
    "\"><svg onload=document.title='ran'>",
    "{{ 7 * 7 }}{% raw %}",
    "</textarea><script>document.title='ran'</script>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example/>",
    "&lt;script&gt;",
    "\u202emoc.live\u202c",
]


def hostile(report: schema.Report, text: str) -> schema.Report:
    """Return the report with a text in every field that a source can fill."""
    return report.model_copy(
        update={
            "sources": tuple(
                one.model_copy(update={"title": text, "publisher": text, "author": text, "language": text})
                for one in report.sources
            ),
            "entities": tuple(one.model_copy(update={"name": text}) for one in report.entities),
            "claims": tuple(
                one.model_copy(
                    update={
                        "sentence": one.sentence + text,
                        "quote": text,
                        "speaker": text,
                        "heads": (text,),
                        "value": one.value.model_copy(update={"stated": text}),
                    }
                )
                for one in report.claims
            ),
            "findings": tuple(one.model_copy(update={"message": text}) for one in report.findings),
        }
    )


def test_hostile_text_is_shown_and_never_runs(browser: Any, serve: Any, report: schema.Report) -> None:
    for text in HOSTILE:
        address, store = serve(hostile(report, text), "Ann")
        page = opened(browser, address)
        follow(page, "table.queue a")
        page.keyboard.press("3")
        page.fill("textarea", text)
        follow(page, "button.main")
        record = list(store.records())[-1]
        for path in (f"/item/{record.subject}", "/log", "/"):
            page.goto(address.partition("/enter")[0] + path)
            assert page.title() != "ran"
            assert page.locator("main script, main img, main meta, main base, main svg[onload]").count() == 0
            assert "49" not in page.title()
        assert (page.complaints, page.foreign) == ([], [])
        page.close()
        store.undo("Ann")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_fits_and_is_accessible(
    browser: Any, serve: Any, report: schema.Report, width: int, scheme: str, tmp_path: Path
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    address, _ = serve(report, "Ann")
    page = opened(browser, address, viewport={"width": width, "height": 800}, color_scheme=scheme)
    own = address.partition("/enter")[0]
    follow(page, "table.queue a")
    page.keyboard.press("3")
    page.keyboard.type("seen")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for path in ("/", page.url.removeprefix(own), "/log", "/keys"):
        page.goto(own + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.screenshot(path=tmp_path / "page.png", full_page=True)
        # axe is put into the page by the browser's own channel, which no policy of the page forbids.
        found = axe.run(page)
        assert found.violations_count == 0, f"{path}\n{found.generate_report()}"
    page.close()
