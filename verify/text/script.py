"""In which script a text is written.

Comes in: any text.  Goes out: whether it holds Chinese characters.  What the difference means is left to
those who ask.
"""

from __future__ import annotations

import re

_HAN = re.compile("[\u3400-\u9fff]")


def is_western(text: str) -> bool:
    """Say whether a text holds no Chinese character: £24.5 million, Zürich, the “Aurora”."""
    return text.isascii() or _HAN.search(text) is None
