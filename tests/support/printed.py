"""Texts as files: written out, read by the whole program, and what is found in them.

A page is a text, or its parts by name: ``title``, ``summary``, ``caption``, ``date``, ``publisher`` and the
``body``.  A case is one page, a list of them (the sources), or ``draft`` and ``sources``.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from verify import api
from verify.model.report import Report

Page = str | dict[str, str]
Case = Page | list[Page] | dict[str, Page | list[Page]]

PUBLISHED = "2023-10-01"
_HEAD = ("title", "summary", "date", "publisher")


def printed(page: Page) -> str:
    """Return a page as Markdown with a head."""
    parts = {"body": page} if isinstance(page, str) else page
    head = {"date": PUBLISHED, **{name: parts[name] for name in _HEAD if name in parts}}
    lines = "".join(f"{name}: {text}\n" for name, text in head.items())
    caption = (
        f"<figure><figcaption>{parts['caption']}</figcaption></figure>\n\n" if "caption" in parts else ""
    )
    return f"---\n{lines}---\n\n{caption}{parts['body']}\n"


def sources(case: Case) -> list[Page]:
    """Return the pages of a case that are no draft."""
    if isinstance(case, list):
        return case
    if isinstance(case, dict) and isinstance(case.get("sources"), list):
        return list(case["sources"])  # type: ignore[arg-type]
    return [case]  # type: ignore[list-item]


def report(case: Case, rules: Sequence[Path] = ()) -> Report:
    """Return what the program says of a case."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        for number, page in enumerate(sources(case)):
            (base / f"{number}.md").write_text(printed(page), encoding="utf-8")
        if not (isinstance(case, dict) and "draft" in case):
            return api.check([base], base=base, rules=rules)
        draft = case["draft"]
        assert not isinstance(draft, list)
        (base / "draft").mkdir()
        (base / "draft" / "draft.md").write_text(printed(draft), encoding="utf-8")
        files = sorted(base.glob("*.md"))
        return api.check([base / "draft"], against=files, base=base, rules=rules)
