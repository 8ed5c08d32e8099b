"""What holds a row of things, and bears what none of them can: the network of a metro line.

Comes in: things as they were joined, and attributes that are of a network (``of_network``).  Goes out: of a thing
that such an attribute is told of, the thing that it is of: the one whose name a line's begins with (西岭地铁 of
西岭地铁4号线), or the one network of a place (Xiling now has 162 kilometres of metro lines).  Which claims
ask, ``link`` knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.catalog.catalog import Catalog
from verify.resolve.things import Things

_OF_ROW = re.compile(r"[0-9]{1,3}号.{0,3}|line[0-9]{1,3}|[a-z]{3,12}line")
"""What one of a row adds to the name of what holds it, in the plain form of both."""
_SHORTEST = 2


class Holding:
    """Finds networks among things."""

    def __init__(self, things: Things, catalog: Catalog) -> None:
        self._things = things
        self._places = frozenset(kind.id for kind in catalog.kinds if kind.omissible)
        self._of_networks = frozenset(entry.id for entry in catalog.attributes if entry.of_network)
        self._by_name: dict[str, set[int]] | None = None
        self._by_place: dict[str, set[int]] = {}

    def bearer(self, root: int, attribute: str) -> int:
        """Return the thing that an attribute is of where it is told of another: the thing itself mostly."""
        if attribute not in self._of_networks:
            return root
        if self._by_name is None:
            self._by_name = self._read()
        found = self._held(root)
        if found is None and self._is_place(root) and root not in self._networks():
            names = self._things.known(root).variants
            found = _one({other for name in names for other in self._by_place.get(name, ())})
        return root if found is None else found

    def _read(self) -> dict[str, set[int]]:
        """Return the things by their names, and note networks by what their names begin with."""
        found: dict[str, set[int]] = {}
        for root in self._things.roots():
            for name in self._things.known(root).variants:
                found.setdefault(name, set()).add(root)
        self._by_name = found
        for root in self._things.roots():
            network = self._held(root)
            for other in (root, network) if network is not None else ():
                for name in self._things.known(other).variants:
                    for end in range(_SHORTEST, len(name)):
                        self._by_place.setdefault(name[:end], set()).add(network or root)
        return found

    def _held(self, root: int) -> int | None:
        """Return the one thing whose name begins the name of another, which adds what tells one of a row."""
        by_name = self._by_name or {}
        held = {
            other
            for name in self._things.known(root).variants
            for end in range(_SHORTEST, len(name))
            if _OF_ROW.fullmatch(name, end)
            for other in by_name.get(name[:end], ())
        }
        return _one(held - {root})

    def _networks(self) -> set[int]:
        return {other for others in self._by_place.values() for other in others}

    def _is_place(self, root: int) -> bool:
        return self._things.known(root).kinds <= self._places


def _one(found: Iterable[int]) -> int | None:
    told = [*found]
    return told[0] if len(told) == 1 else None
