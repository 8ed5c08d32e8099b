"""Which regions contain which: the closure of ``within`` in rules/regions."""

from __future__ import annotations

from collections.abc import Iterable

from verify.catalog.schema import RegionEntry


def containment(entries: Iterable[RegionEntry]) -> dict[str, frozenset[str]]:
    """Return for each region the ids of all regions that contain it."""
    direct = {entry.id: entry.within for entry in entries}
    closed: dict[str, frozenset[str]] = {}
    for region, within in direct.items():
        seen: set[str] = set()
        stack = list(within)
        while stack:
            above = stack.pop()
            if above not in seen:
                seen.add(above)
                stack += direct.get(above, ())
        closed[region] = frozenset(seen)
    return closed
