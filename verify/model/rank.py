"""A superlative claim: first, largest, only — of which category, in which region."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order.  Found here; judged by the checks."""

    stated: str
    superlative: str
    """Canonical: first largest highest top only … (rules/languages)."""
    strict: bool
    """False for 最大之一 and one of."""
    category: str
    """Of what, as written; empty where unsaid."""
    region: str
    """Where; canonical name of rules/regions when known, empty where unsaid."""
