"""Fold a text for matching, character by character, without losing any place.

Comes in: visible text.  Goes out: the same text with one spelling for each character (half
width, simplified, plain spaces) and without invisible characters.  Unlike NFKC, which turns
m² into m2 and 10² into 102, no character ever becomes two or changes its worth.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from verify.model.span import OffsetMap

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Zero-width and bidirectional controls: a reader does not see them inside 37\u200b40."""

_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_CJK_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000))
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_KEPT = "\uff0c\uff1b\uff1f\uff01\uff1a"
"""Full-width ， ； ？ ！ ： end clauses; their half-width twins also stand inside numbers."""
_DASHES = "\u2010\u2011\u2012\u2013\u2212\ufe63"


_ASTRAL = 0x10000
_HIGH = re.compile("[\U00010000-\U0010ffff]")


@cache
def _foldable() -> re.Pattern[str]:
    """Return a pattern that finds any character below ``_ASTRAL`` that folding changes or drops."""
    low = "".join(chr(code) for code in _table() if code < _ASTRAL)
    return re.compile(f"[{INVISIBLE}{re.escape(low)}]")


@cache
def _table() -> dict[int, str]:
    """Return the character table; traditional characters come from OpenCC's t2s, one by one."""
    from opencc import OpenCC  # noqa: PLC0415 - 15 ms that --help need not pay

    han = [chr(code) for low, high in _CJK_RANGES for code in range(low, high)]
    simplified = OpenCC("t2s").convert("\n".join(han)).split("\n")
    table = {ord(a): b for a, b in zip(han, simplified, strict=True) if a != b and len(b) == 1}
    table.update({code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEPT})
    table.update({ord(char): " " for char in _SPACES})
    table.update({ord(char): "-" for char in _DASHES})
    table.update({0xFFE5: "¥", 0xFFE1: "£", 0xFFE0: "¢", 0x301C: "~", 0x2236: ":", 0x30FB: "·", 0x2019: "'"})
    for code in range(0x0660, 0x20000):
        if unicodedata.category(chr(code)) == "Nd" and not 0xFF10 <= code <= 0xFF19:
            table[code] = str(unicodedata.digit(chr(code)))
    return table


def fold(text: str) -> tuple[str, OffsetMap]:
    """Return the folded text and the map from it to ``text``."""
    if not _foldable().search(text) and not _HIGH.search(text):
        return text, OffsetMap.identity(len(text))
    folded = text.translate(_table())
    if not _INVISIBLE.search(folded):
        return folded, OffsetMap.identity(len(text))
    kept: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    ends: list[int] = []
    place = length = 0
    for gap in [*((m.start(), m.end()) for m in _INVISIBLE.finditer(folded)), (len(folded), len(folded))]:
        if gap[0] > place:
            kept.append(folded[place : gap[0]])
            starts.append(length)
            origins.append(place)
            ends.append(gap[0])
            length += gap[0] - place
        place = gap[1]
    if not starts:
        return "", OffsetMap((0,), (0,), (0,))
    return "".join(kept), OffsetMap(tuple(starts), tuple(origins), tuple(ends))


def folded(text: str) -> str:
    """Return the folded text alone, for surfaces of rule files."""
    return fold(text)[0]
