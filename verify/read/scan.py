"""HTML to tokens: tags, text, and nothing of what a reader does not see.

Comes in: a text that may hold tags.  Goes out: tokens with their places, in the order of the text;
comments (those to this program apart), declarations and the content of script, style and their like
yield none.  What a tag means is left to ``page``.

Why not a parser: tree-sitter-html (0.23, on two cores) needed 16 s for 20,000 unclosed comments (80
KB) and 1.2 s for 20,000 nested elements, both quadratic, and loses the ``&`` of ``a & b``; lxml
loses the text of 300 nested elements.  This scanner is linear on anything (the comments say by
what), and its places are code points already.  A ``<`` that opens nothing is text, as in
``PUE<1.3``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"<(?:(!--)|([!?])|(/?)([A-Za-z][^\s/<>]*))")
_QUOTED_END = re.compile(r"""(?:[^>"'=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|[="'])*+>""")
"""To the end of a tag; a ``>`` inside a quoted value does not end it.  Possessive: no way back."""
_ATTRIBUTE = re.compile(
    r"""(?<![^\s"'/])([A-Za-z_:][^\s=>"'/]*+)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))"""
)
_ADDRESSED = re.compile(r"\s*+verify:")

_UNSEEN = frozenset(
    {"script", "style", "iframe", "svg", "math", "noscript", "template", "object", "textarea", "noembed"}
    | {"noframes", "xmp", "canvas", "audio", "video"}
)
"""Elements whose content no reader sees as text of the article."""
_CLOSERS = {name: re.compile(f"</{name}(?![A-Za-z0-9-])[^>]*+>?", re.IGNORECASE) for name in _UNSEEN}


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening or closing tag."""

    name: str
    """Lower case."""
    closing: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """Text between tags, entities not yet decoded."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unclosed:
    """A comment or unseen element without an end: the rest is hidden, as in a browser."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that speaks to this program."""

    start: int
    end: int
    text: str
    """What stands behind ``verify:``."""


Token = Tag | Words | Unclosed | Remark


def scan(text: str) -> Iterator[Token]:
    """Yield the tokens of a text."""
    position = begin = 0
    last_close = text.rfind(">")
    quotes_hold = True
    while True:
        mark = _MARK.search(text, position)
        if mark is None:
            break
        if mark.start() > last_close and not mark[1]:
            # Without a ">" ahead nothing is a tag, so that a search for one never runs in vain.
            position = mark.end()
            continue
        if mark[4]:
            found = _QUOTED_END.match(text, mark.end()) if quotes_hold else None
            if found is None:
                # An odd quote hides every ">" to the end of the text.  From here on quotes of this
                # text are not believed, so that the failing search happens once.
                quotes_hold = False
            end = found.end() if found else text.index(">", mark.end()) + 1
        else:
            end = _skipped(text, mark)
        if mark.start() > begin:
            yield Words(begin, mark.start())
        position = begin = end
        if mark[1]:
            yield from _comment(text, mark, end)
        elif mark[4]:
            name = mark[4].lower()
            yield Tag(name, bool(mark[3]), mark.start(), end)
            if name in _UNSEEN and not mark[3] and text[end - 2] != "/":
                close = _CLOSERS[name].search(text, end)
                position = begin = close.end() if close else len(text)
                if close is None:
                    yield Unclosed(name, mark.start(), begin)
    if begin < len(text):
        yield Words(begin, len(text))


def _comment(text: str, mark: re.Match[str], end: int) -> Iterator[Token]:
    if not text.startswith("-->", end - 3):
        yield Unclosed("!--", mark.start(), end)
    elif addressed := _ADDRESSED.match(text, mark.end(), end - 3):
        yield Remark(mark.start(), end, text[addressed.end() : end - 3].strip())


def _skipped(text: str, mark: re.Match[str]) -> int:
    """Return the end of a comment or a declaration; an unclosed comment goes to the end of the text."""
    if not mark[1]:
        return text.index(">", mark.end()) + 1
    end = text.find("-->", mark.end())
    return end + 3 if end >= 0 else len(text)


def attributes(tag: str) -> dict[str, str]:
    """Return the attributes of a tag's text, names in lower case, values as written."""
    return {match[1].lower(): match[2] or match[3] or match[4] or "" for match in _ATTRIBUTE.finditer(tag, 1)}
