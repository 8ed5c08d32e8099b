"""The page in a real browser: by keyboard alone, by mouse alone, without scripts, narrow and dark."""

from __future__ import annotations

from typing import Any

import pytest

from browsers import browser
from served import follow, opened
from verify.report import schema

__all__ = ["browser"]  # a fixture: pytest finds it here


def test_the_whole_flow_by_keyboard_alone(browser: Any, serve: Any, report: schema.Report) -> None:
    server = serve(report, "Ann")
    page = opened(browser, server)
    page.on("dialog", lambda dialog: dialog.accept())
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/item/*")
    first = page.url
    page.keyboard.press("2")
    page.keyboard.type("the operator's own page: 68米")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != first)
    (record,) = server.store.records()
    assert (record.after["choice"], record.after["reason"]) == (
        "prefer-right",
        "the operator's own page: 68米",
    )
    with page.expect_navigation():
        page.keyboard.press("u")
    assert page.url == first
    with page.expect_navigation():
        page.keyboard.press("U")
    assert [item.action for item in server.store.records()] == ["decide", "undo", "redo"]
    with page.expect_navigation():
        page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("k")
    assert page.url == first
    with page.expect_navigation():
        page.keyboard.press("?")
    assert page.inner_text("h1") == "Keys"
    for key, heading in (
        ("d", "Decisions in force"),
        ("n", "Names as rules"),
        ("l", "Who decided what, when"),
    ):
        with page.expect_navigation():
            page.keyboard.press(key)
        assert page.inner_text("h1") == heading
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
    server = serve(report, "Ann")
    page = opened(browser, server, java_script_enabled=scripts)
    page.on("dialog", lambda dialog: dialog.accept())
    follow(page, "table.queue a")
    page.check("[name=choice][value=both-stand]")
    page.fill("textarea", "told twice")
    follow(page, "button.main")
    assert [record.after["choice"] for record in server.store.records()] == ["both-stand"]
    follow(page, "text=Undo")
    assert [record.action for record in server.store.records()] == ["decide", "undo"]
    page.close()


def test_keys_are_silent_while_writing_while_composing_and_when_switched_off(
    browser: Any, serve: Any, report: schema.Report
) -> None:
    server = serve(report, "Ann")
    page = opened(browser, server)
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
    assert list(server.store.records()) == []
    page.goto(here.partition("/item")[0] + "/keys")
    page.uncheck("#keys-on")
    page.goto(here)
    page.keyboard.press("3")
    assert page.locator("input[name=choice]:checked").count() == 0
    page.close()


def test_two_editors_at_once(browser: Any, serve: Any, report: schema.Report) -> None:
    server = serve(report, "Ann")
    ann, ben = opened(browser, server), opened(browser, serve(report, "Ben"))
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
    assert [record.editor for record in server.store.records()] == ["Ann", "Ben"]
    ann.close()
    ben.close()


def test_reload_and_back_write_nothing_twice(browser: Any, serve: Any, report: schema.Report) -> None:
    server = serve(report, "Ann")
    page = opened(browser, server)
    follow(page, "table.queue a")
    page.keyboard.press("3")
    page.keyboard.type("once")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.reload()
    page.go_back()
    page.reload()
    assert len(list(server.store.records())) == 1
    page.close()


def test_a_lost_connection_loses_nothing_that_was_written(
    browser: Any, serve: Any, report: schema.Report
) -> None:
    server = serve(report, "Ann")
    page = opened(browser, server)
    follow(page, "table.queue a")
    here = page.url
    server.stop()
    page.keyboard.press("3")
    page.keyboard.type("written while the page was gone")
    page.keyboard.press("Enter")
    page.wait_for_selector("#lost:not([hidden])")
    assert page.url == here
    assert page.input_value("textarea") == "written while the page was gone"
    server.start()
    page.keyboard.press("Enter")  # it answers again, and knows nothing of this session
    page.wait_for_timeout(500)
    assert page.is_visible("#lost")
    assert list(server.store.records()) == []
    page.goto(server.address)
    page.goto(here)
    assert page.input_value("textarea") == "written while the page was gone"
    page.keyboard.press("3")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    (record,) = server.store.records()
    assert record.after["reason"] == "written while the page was gone"
    page.goto(here)
    assert page.input_value("textarea") == "", "what was decided is no draft"
    page.close()


def test_a_reading_is_put_right_by_keyboard_alone(browser: Any, serve: Any, report: schema.Report) -> None:
    server = serve(report, "Ann")
    page = opened(browser, server)
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert not page.is_visible(".readings")
    page.keyboard.press("6")
    assert page.is_visible(".readings")
    assert page.evaluate("document.activeElement.name") == "left-meant"
    page.keyboard.type("68米")
    with page.expect_navigation():
        page.keyboard.press("Enter")  # in a field: only read
    assert "read as 68 meter" in page.inner_text("#left-read")
    assert list(server.store.records()) == []
    page.keyboard.press("r")
    page.keyboard.type("two digits swapped")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    (record,) = server.store.records()
    assert [one["meant"] for one in record.after["corrections"]] == ["68米"]
    page.close()


def test_a_reading_is_put_right_without_scripts(browser: Any, serve: Any, report: schema.Report) -> None:
    server = serve(report, "Ann")
    page = opened(browser, server, java_script_enabled=False)
    follow(page, "table.queue a")
    page.check("[value=not-a-claim]")
    page.check("[name=right-dropped]")
    page.fill("textarea", "a number of a page")
    follow(page, "button.main")
    (record,) = server.store.records()
    assert record.after["dropped"] == [1]
    page.close()


def test_another_source_comes_to_the_right(browser: Any, serve: Any, report: schema.Report) -> None:
    page = opened(browser, serve(report, "Ann"))
    page.goto(f"{page.url}?q=capacity")
    follow(page, "table.queue a")
    first = page.inner_text("#right .place")
    with page.expect_navigation():
        page.keyboard.press("]")
    second = page.inner_text("#right .place")
    with page.expect_navigation():
        page.keyboard.press("[")
    assert [page.inner_text("#right .place"), second != first] == [first, True]
    page.close()
