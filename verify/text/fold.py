"""Fold a text for matching, character by character, without losing any place.

Comes in: visible text.  Goes out: the same text with one spelling for each character (half
width, simplified, plain spaces), without invisible characters and without the spaces that some
houses set between Chinese and digits.  Unlike NFKC, which turns m² into m2 and 10² into 102, no
character ever becomes two or changes its worth.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from verify.model.span import OffsetMap

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Zero-width and bidirectional controls: a reader does not see them inside 37\u200b40."""

_SET_APART = "(?<=[\u3400-\u9fff]) (?=[0-9])|(?<=[0-9]) (?=[\u3400-\u9fff])"
"""A space between a Chinese character and a digit, as some houses set it: 4 月 29 日."""
_DROPPED = re.compile(f"[{INVISIBLE}]+|{_SET_APART}")
_HAN = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))
_MANY_SCRIPTS = "\u0600-\u1dff\ua000-\uabff\U00010000-\U0010ffff"
"""Where the decimal digits of other scripts stand."""
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_KEPT = "\uff0c\uff1b\uff1f\uff01\uff1a"
"""Full-width ， ； ？ ！ ： end clauses; their half-width twins also stand inside numbers."""
_DASHES = "\u2010\u2011\u2012\u2013\u2212\ufe63"
_PLAIN: dict[int, str] = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEPT},
    **{ord(char): " " for char in _SPACES},
    **{ord(char): "-" for char in _DASHES},
    **{0xFFE5: "¥", 0xFFE1: "£", 0xFFE0: "¢", 0x301C: "~", 0x2236: ":", 0x30FB: "·", 0x2019: "'"},
}
"""The plain spelling of full-width characters, spaces, dashes and signs."""


class _Spellings(dict[int, str]):
    """One spelling for each character: what changes, and of the others those that texts held."""

    def __init__(self) -> None:
        super().__init__({**_simplified(), **_PLAIN})
        every = re.escape("".join(map(chr, self)))
        self.changing = re.compile(f"[{_MANY_SCRIPTS}{INVISIBLE}{every}]|{_SET_APART}")
        """Finds a character that may not stay as it is."""

    def __missing__(self, code: int) -> str:
        """Return the digit that a decimal digit of any script is; any other character itself."""
        self[code] = found = str(unicodedata.decimal(chr(code), chr(code)))
        return found


def _simplified() -> dict[int, str]:
    """Return the simplified characters of traditional ones, as OpenCC tells them."""
    from opencc import OpenCC  # noqa: PLC0415 - 15 ms that --help need not pay

    told = OpenCC("t2s").convert("\n".join(map(chr, _HAN))).split("\n")
    return {code: to for code, to in zip(_HAN, told, strict=True) if len(to) == 1 and to != chr(code)}


@cache
def _spellings() -> _Spellings:
    return _Spellings()


def _stays(text: str) -> bool:
    """Say whether no character of a text changes."""
    return "\t" not in text if text.isascii() else _spellings().changing.search(text) is None


def fold(text: str) -> tuple[str, OffsetMap]:
    """Return the folded text and the map from it to ``text``; ``text`` itself where nothing changes."""
    if _stays(text):
        return text, OffsetMap.identity(len(text))
    spelled = text.translate(_spellings())
    if _DROPPED.search(spelled) is None:
        return spelled, OffsetMap.identity(len(text))
    kept: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    ends: list[int] = []
    place = length = 0
    for gap in [*(m.span() for m in _DROPPED.finditer(spelled)), (len(spelled), len(spelled))]:
        if gap[0] > place:
            kept.append(spelled[place : gap[0]])
            starts.append(length)
            origins.append(place)
            ends.append(gap[0])
            length += gap[0] - place
        place = gap[1]
    if not starts:
        return "", OffsetMap((0,), (0,), (0,))
    return "".join(kept), OffsetMap(tuple(starts), tuple(origins), tuple(ends))


def spelled(text: str) -> str:
    """Return a text in one spelling, every character at its place: nothing is dropped."""
    return text if _stays(text) else text.translate(_spellings())


def folded(text: str) -> str:
    """Return the folded text alone."""
    return text if _stays(text) else _DROPPED.sub("", text.translate(_spellings()))
