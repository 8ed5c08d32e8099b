"""Lines for a terminal: parts of a text with what each is, coloured where that is wanted.

Comes in: lines as parts.  Goes out: text in which nothing of a source steers the terminal or the log of a
CI service; the only escapes are those of the colours (ECMA-48, select graphic rendition).
"""

from __future__ import annotations

from collections.abc import Iterable

from verify.text.visible import inline

Line = tuple[tuple[str, str], ...]
"""Kind and text of each part; the kind "" is plain text."""

_SGR = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "place": "1",
    "figure": "1;4",
    "aside": "2",
}


def plain(text: str) -> Line:
    """Return a line without colours."""
    return (("", text),)


def joined(lines: Iterable[Line], *, colour: bool) -> str:
    """Return the text of the lines, each on one line whatever it holds."""
    return "".join(
        f"{_coloured(line) if colour else inline(''.join(text for _, text in line))}\n" for line in lines
    )


def _coloured(line: Line) -> str:
    return "".join(_painted(kind, inline(text)) for kind, text in line if text)


def _painted(kind: str, text: str) -> str:
    return f"\x1b[{_SGR[kind]}m{text}\x1b[0m" if kind else text
