"""How a figure was read: a tree of the rules that made it, each with its stretch of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verify.model.span import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a figure and the rule that read it."""

    rule: str
    span: Span
    parts: tuple[Part, ...] = ()
    """What it is made of, in the order of the text; empty for a part that is read whole."""

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Part]]:
        """Yield this part and all inside it, each with its depth."""
        yield depth, self
        for part in self.parts:
            yield from part.walk(depth + 1)
