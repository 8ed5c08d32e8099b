"""The marks inside a Markdown paragraph.

Comes in: the run of one block.  Goes out: the run without marks of emphasis, links and code.  What
a reader does not see (addresses, image descriptions, footnote marks) is dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify.model.span import Span
from verify.read.runs import Builder, Run

_TARGET = r"""\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+(?:[ \t]++"[^"]*+")?\)"""
_MARKS = re.compile(
    rf"""!\[[^\[\]]*+\]{_TARGET}            # an image: its description is an attribute
    | \[(?P<link>[^\[\]]*+)\](?:{_TARGET}|\[[^\[\]]*+\])
    | \[\^[^\[\]\s]{{1,20}}+\]              # a footnote mark
    | `(?P<code>[^`]*+)`
    | (?P<marker>\*\*|__|(?<!~)~~(?!~))
    | (?<![\w*])\*(?P<stress>[^*\s][^*\n]*+)\*(?![\w*])
    | \\(?P<escaped>[!-/:-@\[-`{{-~])
    """,
    re.VERBOSE,
)
_GROUPS = ("link", "code", "stress", "escaped")
_BETWEEN_LINKS = re.compile(r"[\s|｜/·•>»,，、-]*")


@dataclass(frozen=True, slots=True)
class Plain:
    """A paragraph as a reader sees it."""

    run: Run
    bold: int
    """Length of a bold opening, 0 without one."""
    linked: bool
    """True when nothing but links stands in it."""


def plain(run: Run) -> Plain:
    """Return a run without its inline marks."""
    run = run.strip()
    text = run.text
    if not any(mark in text for mark in "*_`[~\\"):
        return Plain(run, 0, False)
    builder = Builder()
    position = bold = links = 0
    only_links = True
    bold_opened = False
    for match in _MARKS.finditer(text):
        only_links = only_links and _BETWEEN_LINKS.fullmatch(text, position, match.start()) is not None
        builder.copy(run, position, match.start())
        if match["marker"] and not _pairs(match, text):
            builder.copy(run, match.start(), match.end())
        elif match["marker"] in ("**", "__"):
            bold_opened, bold = _bold(bold_opened, bold, len(builder), match.start())
        group = next((name for name in _GROUPS if match[name]), None)
        if group:
            _copy_group(builder, run, Span(*match.span(group)), nested=group in ("link", "stress"))
        links += group == "link"
        only_links = only_links and group == "link"
        position = match.end()
    only_links = only_links and _BETWEEN_LINKS.fullmatch(text, position) is not None
    builder.copy(run, position, len(text))
    return Plain(builder.run().strip(), bold, bool(links) and only_links)


def _copy_group(builder: Builder, run: Run, place: Span, nested: bool) -> None:
    inner = run.cut(place.start, place.end)
    if nested:
        inner = plain(inner).run
    builder.copy(inner, 0, len(inner.text))


def _pairs(match: re.Match[str], text: str) -> bool:
    """Say whether a marker is one: it touches a word, and is no part of ``2**3`` or ``a__b``."""
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    between = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
    return not between and not (before.isspace() and after.isspace())


def _bold(opened: bool, bold: int, length: int, place: int) -> tuple[bool, int]:
    if place == 0:
        return True, 0
    return False, length if opened else bold
