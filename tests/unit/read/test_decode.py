"""Bytes to text: marks, declarations, the likeliest encoding, and what is undecodable."""

from __future__ import annotations

import pytest

from verify.model.span import Span
from verify.read.decode import decode

SIMPLIFIED = "青石水库总库容3.2亿立方米，坝高86米。"
TRADITIONAL = "青石水庫總庫容3.2億立方米，壩高86米。"

DECODABLE = {
    "UTF-8": (SIMPLIFIED.encode(), SIMPLIFIED),
    "UTF-8 with mark": (b"\xef\xbb\xbf" + SIMPLIFIED.encode(), SIMPLIFIED),
    "UTF-16 little endian with mark": (b"\xff\xfe" + SIMPLIFIED.encode("utf-16-le"), SIMPLIFIED),
    "UTF-16 big endian with mark": (b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"), SIMPLIFIED),
    "UTF-32 with mark": (b"\xff\xfe\0\0" + SIMPLIFIED.encode("utf-32-le"), SIMPLIFIED),
    "GB18030": (SIMPLIFIED.encode("gb18030"), SIMPLIFIED),
    "Big5": (TRADITIONAL.encode("big5"), TRADITIONAL),
    "declared Big5": (
        b'<meta charset="Big5">' + "坝".encode("big5hkscs", "ignore") + "年".encode("big5"),
        None,
    ),
    "a stale declaration over UTF-8": (b'<meta charset="gb2312">' + SIMPLIFIED.encode(), None),
    "an unknown declaration": (b'<meta charset="zlib">' + SIMPLIFIED.encode("gb18030"), None),
    "empty": (b"", ""),
}


@pytest.mark.parametrize("name", DECODABLE)
def test_decodable(name: str) -> None:
    content, expected = DECODABLE[name]
    decoded = decode(content, "a")
    assert decoded.issues == ()
    if expected is not None:
        assert decoded.text == expected


def test_declared_encoding_is_honoured() -> None:
    # 年 in Big5 is A6 7E, which no strict UTF-8 text holds.
    assert decode(b'<meta charset="Big5"><p>\xa6\x7e', "a").text == '<meta charset="Big5"><p>年'


def test_stale_declaration_does_not_harm() -> None:
    assert decode(b'<meta charset="gb2312">' + SIMPLIFIED.encode(), "a").encoding == "utf-8"


def test_undecodable_bytes_are_replaced_and_placed() -> None:
    content = SIMPLIFIED.encode() + b"\n40\xff00" + SIMPLIFIED.encode()
    decoded = decode(content, "a")
    assert decoded.text == SIMPLIFIED + "\n40\ufffd00" + SIMPLIFIED
    (issue,) = decoded.issues
    place = len(SIMPLIFIED) + 3
    assert (issue.code, issue.span, issue.incomplete) == ("undecodable", Span(place, place + 1), False)
    assert "2:3" in issue.message


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", SIMPLIFIED.encode("utf-16-le"), bytes(range(128, 256)) * 20],
    ids=["image", "UTF-16 without mark", "noise"],
)
def test_binary(content: bytes) -> None:
    decoded = decode(content, "a")
    (issue,) = decoded.issues
    assert (decoded.text, issue.code, issue.incomplete) == (None, "binary", True)
