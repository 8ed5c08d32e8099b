"""Who speaks in a text that says we or 我们: its publisher, where that owns and runs things.

Comes in: the texts of a document and who publishes it.  Goes out: the publisher whom the text is told by, and
how often it speaks of itself.  Whether the text is about it is left to ``mentions``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from verify.catalog.catalog import Catalog
from verify.text.alternatives import either

_QUOTED = re.compile(r"[“「\"][^“”「」\"]{0,400}[”」\"]")
"""What somebody says is told by him."""
_LEAST = 2
"""A text that says we once may only quote."""


class Speaking:
    """Finds who speaks with the words of a catalogue."""

    def __init__(self, catalog: Catalog, kind_of: Callable[[str], str]) -> None:
        bodies = frozenset(kind.id for kind in catalog.kinds if kind.body)
        words = [word for lang in catalog.languages for word in lang.first_person]
        small = [word for word in words if word.isascii()]
        latin = either([*small, *(word.capitalize() for word in small)])  # not the US
        han = either(word for word in words if not word.isascii())
        self._words = re.compile(rf"\b(?:{latin})\b|{han}")
        self._kind_of, self._bodies = kind_of, bodies

    def speaker(self, texts: Sequence[str], by: Sequence[str]) -> tuple[str, int]:
        """Return the body that publishes a text in the first person, and how often it says so.

        Nobody for a text that says we once, or whose publisher may be anything: a newspaper.
        """
        body = next((one for one in by if self._kind_of(one) in self._bodies), "")
        if not body:
            return "", 0
        told = sum(len(self._words.findall(_QUOTED.sub("", text))) for text in texts)
        return (body, told) if told >= _LEAST else ("", 0)
