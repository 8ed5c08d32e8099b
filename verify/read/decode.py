"""Bytes of a file to text.

Comes in: the bytes.  Goes out: the decoded text, the encoding, and trouble as an ``Issue``
(``binary``: nothing could be read; ``undecodable``: bytes replaced by U+FFFD, with their place). A
byte order mark decides, then strict UTF-8 (which text in another encoding practically never is,
whatever a stale declaration says), then a declared encoding, then the likeliest of UTF-8 with
damage, GB18030 and Big5.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from verify.model.document import Issue
from verify.model.span import Span
from verify.read import columnar

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16, whose mark is its beginning."""

_DECLARED = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "iso-8859-1": "cp1252",
    "windows-1252": "cp1252",
}
"""A closed table: a name from a file never reaches the codec registry."""

_DECLARATION = re.compile(rb"""(?:charset|encoding)\s{0,8}=\s{0,8}["']?([A-Za-z0-9-]{3,20})""", re.ASCII)
_HEAD = 2048
_SNIFFED = 8000
"""As git does: a NUL among the first bytes makes a file binary."""
_SAMPLE = 1 << 18
_PLACES = 5
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs")
_MOSTLY = 0.5
_HOPELESS = 10
"""More than one character in ten undecodable: no text at all."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, or the issue that says why there is none."""

    text: str | None
    encoding: str
    issues: tuple[Issue, ...] = ()


def decode(content: bytes, source_id: str) -> Decoded:
    """Return the text of a file's bytes, the byte order mark dropped; that of Parquet is its rows."""
    if content.startswith(columnar.MARK):
        text, why = columnar.lines(content)
        issues = () if text is not None else (Issue("parquet", why, source_id, incomplete=True),)
        return Decoded(text, "utf-8", issues)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding, source_id)
    if b"\0" in content[:_SNIFFED]:
        return Decoded(None, "", (_binary(source_id),))
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        encoding = _declared(content[:_HEAD]) or _likeliest(content, error.start)
    if not encoding:
        return Decoded(None, "", (_binary(source_id),))
    return _decoded(content, encoding, source_id)


def _decoded(content: bytes, encoding: str, source_id: str) -> Decoded:
    try:
        return Decoded(content.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = content.decode(encoding, "replace")
    places = [match.start() for match in re.finditer("\ufffd", text)]
    if len(places) * _HOPELESS > len(text):
        return Decoded(None, "", (_binary(source_id),))
    return Decoded(text, encoding, (_undecodable(text, places, encoding, source_id),))


def _declared(head: bytes) -> str | None:
    match = _DECLARATION.search(head)
    return _DECLARED.get(match.group(1).decode("ascii").lower()) if match else None


def _likeliest(content: bytes, start: int) -> str:
    """Return the encoding in which the text looks most like text; empty where it does in none."""
    sample = content[max(0, start - _HEAD) : start + _SAMPLE]
    strangeness = {name: _strangeness(sample.decode(name, "replace")) for name in _CANDIDATES}
    best = min(_CANDIDATES, key=lambda name: strangeness[name])
    # UTF-8 loses only what is damaged; the others read anything, and make words of noise.
    return best if best == "utf-8" or strangeness[best] < _MOSTLY else ""


def _strangeness(text: str) -> float:
    """Return the share of characters that a text in the right encoding would hardly hold.

    GB 2312 and Big5 both open with a level of the characters in everyday use; a text read in the wrong
    encoding falls mostly outside these levels.
    """
    strange = len(text.translate(_everyday()))
    return strange / max(1, sum(not character.isascii() for character in text))


@cache
def _everyday() -> dict[int, None]:
    trails = bytes(range(0x40, 0x7F)) + bytes(range(0xA1, 0xFF))
    simplified = b"".join(bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    traditional = b"".join(bytes((lead, trail)) for lead in range(0xA4, 0xC7) for trail in trails)
    letters = simplified.decode("gb2312", "ignore") + traditional.decode("big5", "ignore")
    ranges = ((0x00, 0x80), (0x2010, 0x2040), (0x3000, 0x3020), (0xFF00, 0xFF60))
    known = dict.fromkeys(map(ord, letters))
    for first, last in ranges:
        known.update(dict.fromkeys(range(first, last)))
    return known


def _binary(source_id: str) -> Issue:
    message = "no text: the file is binary or in an unknown encoding; save it as UTF-8 text"
    return Issue("binary", message, source_id, incomplete=True)


def _undecodable(text: str, places: list[int], encoding: str, source_id: str) -> Issue:
    shown = ", ".join(_place(text, place) for place in places[:_PLACES])
    more = ", …" if len(places) > _PLACES else ""
    message = (
        f"{len(places)} undecodable places in {encoding}, shown as U+FFFD: {shown}{more} (line:column); "
        "save the file as UTF-8"
    )
    return Issue("undecodable", message, source_id, Span(places[0], places[0] + 1))


def _place(text: str, offset: int) -> str:
    return f"{text.count(chr(10), 0, offset) + 1}:{offset - text.rfind(chr(10), 0, offset)}"
