"""What a format reader hands to ``sections``: blocks whose section may still be open."""

from __future__ import annotations

from dataclasses import dataclass

from verify.model.document import Cell, Section
from verify.read.runs import Run


@dataclass(slots=True)
class Draft:
    """A block before its section is settled."""

    run: Run
    section: Section | None = None
    """None where only the words and the place can tell."""
    level: int = 0
    """1 to 6 for a heading."""
    cell: Cell | None = None
    bold: int = 0
    """Length of a bold opening."""
    quoted: bool = False
    """True for a block quote."""
    linked: bool = False
    """True when all of its words are links."""
