"""What the program says of one of its codes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodePage:
    """A page of the manual, as the formats show it beside a finding."""

    code: str
    """V101 …"""
    name: str
    """A few words: ``value conflict``."""
    summary: str
    """One sentence."""
    text: str
    markdown: str
