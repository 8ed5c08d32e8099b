"""Fold a text for matching, character by character, without losing any place.

Comes in: visible text.  Goes out: the same text with one spelling for each character (half
width, simplified, plain spaces) and without invisible characters.  Unlike NFKC, which turns
m² into m2 and 10² into 102, no character ever becomes two or changes its worth.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from verify.model.span import OffsetMap

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Zero-width and bidirectional controls: a reader does not see them inside 37\u200b40."""

_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_PATIENCE = 1 << 14
"""So many characters are spelled before those that stayed are learnt."""
_A_CHARACTER = 1 << 4
"""So many more for each of them, so that learning stays small beside spelling."""
_CJK_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000))
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


class _Spellings(dict[int, str | int]):
    """One spelling for each character, worked out when a text first holds it."""

    def __missing__(self, code: int) -> str | int:
        """Return what a character is spelled as; itself where it is spelled so already."""
        self[code] = found = _PLAIN.get(code) or _simplified(code) or _digit(code) or code
        return found


def _simplified(code: int) -> str:
    """Return the simplified character of a traditional one, as OpenCC tells it; "" for any other."""
    if not any(low <= code < high for low, high in _CJK_RANGES):
        return ""
    found = _converter().convert(chr(code))
    return found if len(found) == 1 else ""


@cache
def _converter() -> Any:
    from opencc import OpenCC  # noqa: PLC0415 - 15 ms that --help need not pay

    return OpenCC("t2s")


def _digit(code: int) -> str:
    """Return the digit that a decimal digit of any script is; "" for any other character."""
    return str(unicodedata.decimal(chr(code), ""))


class _Speller:
    """Spells texts; what was seen to stay as it is need only be looked through."""

    def __init__(self) -> None:
        self._spellings = _Spellings()
        self._new = re.compile(r"[^\x00-\x08\x0a-\x7f]")
        """Finds a character that may not stay, or was not seen yet."""
        self._patience = _PATIENCE

    def stays(self, text: str) -> bool:
        """Say whether a text is known to stay as it is, without invisible characters."""
        return self._new.search(text) is None

    def spelled(self, text: str) -> str:
        """Return a text with each character in its one spelling."""
        self._patience -= len(text)
        spelled = text.translate(self._spellings)
        if self._patience < 0:
            self._learn()
        return text if spelled == text else spelled

    def _learn(self) -> None:
        same = (chr(code) for code, found in self._spellings.items() if found in {code, chr(code)})
        kept = _INVISIBLE.sub("", "".join(same))
        self._new = re.compile(rf"[^\x00-\x08\x0a-\x7f{re.escape(kept)}]")
        self._patience = _PATIENCE + _A_CHARACTER * len(kept)


_SPELLER = _Speller()


def fold(text: str) -> tuple[str, OffsetMap]:
    """Return the folded text and the map from it to ``text``; ``text`` itself where nothing changes."""
    if _SPELLER.stays(text):
        return text, OffsetMap.identity(len(text))
    spelled = _SPELLER.spelled(text)
    if not _INVISIBLE.search(spelled):
        return spelled, OffsetMap.identity(len(text))
    kept: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    ends: list[int] = []
    place = length = 0
    for gap in [*(m.span() for m in _INVISIBLE.finditer(spelled)), (len(spelled), len(spelled))]:
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


def folded(text: str) -> str:
    """Return the folded text alone."""
    return text if _SPELLER.stays(text) else _INVISIBLE.sub("", _SPELLER.spelled(text))
