"""Characters that steer a terminal or turn the order of a line, made visible.

Comes in: text of unknown origin.  Goes out: the same text, with a sign in the place of each control
character, for pages and terminals.  Line feeds and tabs stay; files for programs keep what was written.
"""

from __future__ import annotations

import re

_PICTURES = 0x2400
"""Where Unicode has a picture of each of the first 32 characters."""
_KEPT = "\t\n"
_UNSEEN = (*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029)
"""C1 controls, overrides and isolates of direction, separators of lines and paragraphs."""

_SIGNS: dict[int, str] = {
    **{code: chr(_PICTURES + code) for code in range(0x20) if chr(code) not in _KEPT},
    0x7F: "␡",
    **{code: f"⟨U+{code:04X}⟩" for code in _UNSEEN},
}
_SIGNED = re.compile(f"[{re.escape(''.join(map(chr, _SIGNS)))}]")


def visible(text: str) -> str:
    """Return the text with its control characters shown as signs (␛, ⟨U+202E⟩)."""
    plain = text.replace("\r\n", "\n")
    return plain.translate(_SIGNS) if _SIGNED.search(plain) else plain
