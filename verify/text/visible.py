"""Characters and words that do something where they are shown, made visible instead.

Comes in: text of unknown origin.  Goes out: the same text, with a sign in the place of each control
character, each character that turns the order of a line or takes no room, and each mark by which the log
of a CI service knows a command.  Line feeds and tabs stay.  JSON keeps what was written, in escapes.

The marks: the runner of GitHub Actions takes a line that begins with ``::``, and ``##[`` anywhere
(``src/Runner.Common/ActionCommand.cs`` of github.com/actions/runner); Azure Pipelines ``##vso[`` and
``##[``; TeamCity ``##teamcity[``.
"""

from __future__ import annotations

import json
import re

_PICTURES = 0x2400
"""Where Unicode has a picture of each of the first 32 characters."""
_KEPT = "\t\n"
_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Marks, embeddings, overrides and isolates of direction."""
_WITHOUT_WIDTH = (
    *(0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x180F)),
    *(0x200B, 0x200C, 0x200D, *range(0x2060, 0x2066), *range(0x206A, 0x2070)),
    *(0x3164, 0xFEFF, 0xFFA0, *range(0xFFF9, 0xFFFC)),
    *(*range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B)),
)
"""Not the variation selectors: they choose a glyph (☎️) and hide nothing."""
_UNSEEN = (*range(0x80, 0xA0), 0x2028, 0x2029, *_TURNING, *_WITHOUT_WIDTH, *range(0xE0000, 0xE0080))
"""With C1 controls, separators of lines and paragraphs, and tags."""

_SIGNS: dict[int, str] = {
    **{code: chr(_PICTURES + code) for code in range(0x20) if chr(code) not in _KEPT},
    0x7F: "␡",
    **{code: f"⟨U+{code:04X}⟩" for code in _UNSEEN},
}
_BELOW = 0x10000
_SIGNED = re.compile(
    f"[{re.escape(''.join(chr(code) for code in _SIGNS if code < _BELOW))}\U00010000-\U0010ffff]"
)
"""What may have a sign, with all characters above: sets of such would be sought through one by one."""
_ILLEGAL = re.compile("[\ud800-\udfff\ufffe\uffff]")
_BREAKS = {ord("\n"): "␊", ord("\t"): " "}
_MARK = r"##(?=\[|vso\[|teamcity\[)"
_MARKED = re.compile(_MARK, re.IGNORECASE)
_COMMAND = re.compile(r"(\s*+)::")


def visible(text: str) -> str:
    """Return the text with its control characters and commands shown as signs (␛, ⟨U+202E⟩, ⟨::⟩)."""
    plain = text.replace("\r\n", "\n") if "\r" in text else text
    if _SIGNED.search(plain):
        plain = plain.translate(_SIGNS)
    if "::" in plain:
        plain = "\n".join(map(_inert, plain.split("\n")))
    return _MARKED.sub("⟨##⟩", plain) if "##" in plain else plain


def inline(text: str) -> str:
    """Return the same on one line: a line feed inside a name of a file is shown as well."""
    return visible(text.translate(_BREAKS))


def legal_xml(text: str) -> str:
    """Return the text visible, and what XML 1.0 cannot hold (section 2.2) as signs as well."""
    return _ILLEGAL.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", visible(text))


def inert_json(text: str) -> str:
    """Return a JSON text that means the same and does nothing in a log: such characters as escapes."""
    if _SIGNED.search(text):
        text = _SIGNED.sub(lambda found: _escaped(found[0]), text)
    return _MARKED.sub(r"\\u0023#", text) if "##" in text else text


def _escaped(char: str) -> str:
    """Return a character as JSON writes it: an escape, or two for what lies beyond the first plane."""
    # Outside of texts a JSON text holds none but the line feed, which stays.
    if ord(char) not in _SIGNS:
        return char
    return json.dumps(char)[1:-1] if char != "\x7f" else "\\u007f"


def _inert(line: str) -> str:
    found = _COMMAND.match(line) if "::" in line else None
    return line if found is None else f"{found[1]}⟨::⟩{line[found.end() :]}"
