"""Screens of the report for the manual, at 1280 and 390 pixels, light and dark, in both languages.

``VERIFY_IMAGES=docs/images pytest tests/unit/report/test_screens.py`` renews the pictures of the manual.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from browsers import browser

__all__ = ["browser"]  # a fixture: pytest finds it here

DOCS = Path(__file__).parents[3] / "docs"
SCREENS: dict[str, tuple[str, str, str, int, str]] = {
    "report-first": ("en", "none", "h1", 1280, "light"),
    "report-conflict": ("en", "none", "#conflict article", 1280, "light"),
    "report-matrix": ("en", "none", "#matrix", 1280, "dark"),
    "report-text": ("zh", "none", "#t-3", 1280, "light"),
    "report-narrow": ("zh", "none", "h1", 390, "dark"),
    "report-index": ("en", "pages", "#conflict", 1280, "light"),
}
"""Name to language, split, what stands at the top, width, scheme."""
_MOST = 150_000
"""Bytes of a picture."""


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_for_the_manual(
    browser: Any, written: Callable[[str, str], dict[str, Path]], name: str, tmp_path: Path
) -> None:
    lang, split, top, width, scheme = SCREENS[name]
    folder = Path(os.environ.get("VERIFY_IMAGES") or tmp_path)
    size = {"width": width, "height": 720 if width == 1280 else 844}
    page = browser.new_page(viewport=size, color_scheme=scheme)
    page.goto(next(iter(written(lang, split).values())).as_uri())
    page.evaluate(
        "top => { const one = document.querySelector(top);"
        " one.querySelector(':scope > details:not(.cite)')?.setAttribute('open', '');"
        " one.scrollIntoView(); }",
        top,
    )
    page.screenshot(path=folder / f"{name}.png")
    assert (folder / f"{name}.png").stat().st_size < _MOST
    page.close()


def test_the_manual_shows_these_screens() -> None:
    shown = re.findall(r"!\[[^]]+\]\(images/([a-z-]+)\.png\)", (DOCS / "report.md").read_text("utf-8"))
    assert sorted(shown) == sorted(SCREENS)
    assert all((DOCS / "images" / f"{name}.png").stat().st_size < _MOST for name in shown)
