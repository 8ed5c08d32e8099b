"""Tell where a line of running text was broken for want of room.

Comes in: the visible text of one block, whose lines may have been wrapped.  Goes out: a text of the same
length in which such a break is a space, or invisible beside a Chinese character; every other break (the
lines of an address, of a list, of a fact sheet) stays.  A break is taken for one of want of room where the
line is full: the next word would have made it longer than the longest line; or where a number ends it and
what may be its unit begins the next.
"""

from __future__ import annotations

import re

_BREAK = re.compile(r"(?<=[^\s])[ \t]*\r?\n[ \t]*(?=[^\s])")
_HIDDEN = "\u200b"
"""Folding leaves it out."""
_LEAST = 40
"""Columns of a line that may be full."""
_WIDE = re.compile("[\u2e80-\ufaff\uff01-\uff60]")
_WORD = re.compile(r"[\u2e80-\ufaff\uff01-\uff60]{1,2}|[^\s\u2e80-\ufaff\uff01-\uff60]+")
"""What may not be parted at the end of a line: a word, or a character and the comma behind it."""
_ENDED = re.compile(r"[。！？；：….!?;:]$")
_ITEM = re.compile(
    r"[-*•·▪●○■◆◇#>|]|[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z])[.)）、](?!\d)|[(（][一二三四五六七八九十]"
)
_NUMBER_ENDS = re.compile(r"[0-9十百千万萬亿億]$")
_UNIT_BEGINS = re.compile(r"[a-z%‰°℃℉]|[A-Z]{2,8}s?(?![A-Za-z])|[\u3400-\u9fff]")
_LABELLED = re.compile(
    r"(?:[\u3400-\u9fff]{2,12}|[A-Za-z]+(?: [A-Za-z]+)?)[ :：]*[0-9][0-9.,]*[万亿]?\S{0,4}"
)
"""A label and its figure, as lines of a fact sheet are."""


def unwrapped(text: str) -> str:
    """Return a text of the same length without the breaks of lines that were full."""
    if "\n" not in text:
        return text
    lines = [line.strip() for line in text.split("\n")]
    widest = max(map(_width, lines))
    pieces: list[str] = []
    done = 0
    for match in _BREAK.finditer(text):
        start, end = match.span()
        before = text[text.rfind("\n", 0, start) + 1 : start].strip()
        stop = text.find("\n", end)
        after = text[end:] if stop < 0 else text[end:stop].strip()
        if _goes_on(before, after, widest):
            joined = "" if _WIDE.match(before[-1]) or _WIDE.match(after[0]) else " "
            pieces += (text[done:start], joined, _HIDDEN * (end - start - len(joined)))
            done = end
    return "".join([*pieces, text[done:]])


def _goes_on(before: str, after: str, widest: int) -> bool:
    """Say whether a line goes on in the next."""
    if _ENDED.search(before) or _ITEM.match(after):
        return False
    word = _WORD.match(after)
    room = widest - _width(before)
    if _width(before) >= _LEAST and word is not None and _width(word.group()) + 1 > room:
        return True
    parted = _NUMBER_ENDS.search(before) is not None and _UNIT_BEGINS.match(after) is not None
    return parted and not (_LABELLED.fullmatch(before) and _LABELLED.fullmatch(after))


def _width(line: str) -> int:
    """Return how many columns a line takes: a Chinese character two."""
    return len(line) + len(_WIDE.findall(line))
