"""The page in a browser: readable when narrow, dark when asked, silent on the network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from browsers import browser
from verify.model.report import Report
from verify.report.build import build
from verify.report.formats import html

__all__ = ["browser"]  # a fixture: pytest finds it here


@pytest.fixture
def address(tmp_path: Path, sample_report: Report) -> str:
    file = tmp_path / "report.html"
    file.write_text(html.render(build(sample_report)), encoding="utf-8")
    return file.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_page_fits_and_keeps_to_itself(browser: Any, address: str, width: int, scheme: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(address)
    assert requests == [address]
    assert complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    red = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]")
    assert (int(red) < 128) == (scheme == "dark")
    page.close()
