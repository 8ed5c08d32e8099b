"""Which thing bears what is told of another: the network, of a metro line; an earthquake, of its place.

Comes in: things as they were joined, attributes that are of a network (``of_network``), and those of what
happens somewhere (``scene`` of a kind).  Goes out: of a thing that such an attribute is told of, the thing
that it is of: the one whose name a line's begins with (西岭地铁 of 西岭地铁4号线), the one network of a place
(Xiling now has 162 kilometres of metro lines), or the one disaster that a folder names, which is called by
the place (青棠镇洪水).  Which claims ask, ``link`` knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from verify.catalog.catalog import Catalog
from verify.resolve.nameless import folder
from verify.resolve.profile import plain
from verify.resolve.things import Things
from verify.text.alternatives import either

_OF_ROW = re.compile(r"[0-9]{1,3}号.{0,3}|line[0-9]{1,3}|[a-z]{3,12}line")
"""What one of a row adds to the name of what holds it, in the plain form of both."""
_SHORTEST = 2
_ADMINISTRATIVE = "省市县区州"
"""End the names of places, which the names of their networks leave out: 岭川高铁."""
_SCENES = f"{_ADMINISTRATIVE}镇乡村"
"""So do the names of disasters."""


class Holding:
    """Finds networks among things."""

    def __init__(self, things: Things, catalog: Catalog) -> None:
        self._things = things
        self._places = frozenset(kind.id for kind in catalog.kinds if kind.omissible)
        nouns = {kind.id: frozenset(map(plain, kind.nouns)) for kind in catalog.kinds if kind.runs}
        self._runs, self._nouns = frozenset(nouns), frozenset[str]().union(*nouns.values())
        self._of_networks = frozenset(entry.id for entry in catalog.attributes if entry.of_network)
        scenes = [kind for kind in catalog.kinds if kind.scene]
        self._of_scenes = frozenset(one for kind in scenes for one in kind.scene)
        self._happen = frozenset(kind.id for kind in scenes)
        happening = {plain(noun) for kind in scenes for noun in kind.nouns}
        alike = (sorted(map(plain, nouns)) for kind in scenes for nouns in kind.alike)
        self._alike = {noun: nouns[0] for nouns in alike for noun in nouns}
        self._happening = re.compile(rf"(.+?)({either(happening)})")
        natural = frozenset(kind.id for kind in catalog.kinds if kind.natural)
        self._scene_kinds = self._places | natural

    def bearer(self, root: int, attribute: str, place: str) -> int:
        """Return the thing that an attribute is of where it is told of another: the thing itself mostly.

        ``place`` is the folder in which it is told.
        """
        if attribute in self._of_scenes:
            return self._happened(root, place)
        if attribute not in self._of_networks:
            return root
        held = self._held(root)
        if held is None and root not in self._networks and self._is_place(root):
            names = self._things.known(root).variants
            held = _one({other for name in names for other in self._beginning.get(name, ())})
            held = _one(self._of_place(root)) if held is None else held
        return root if held is None else held

    def _happened(self, root: int, place: str) -> int:
        """Return what alone happens in a folder and is called by a place: of the place, and of itself."""
        if not self._things.known(root).kinds <= self._scene_kinds | self._happen:
            return root
        every = [
            (stem, noun, one) for one in self._happenings.get(place, ()) for stem, noun in self._told(one)
        ]
        mine = {stem for stem, _, one in every if one == root} or {_bare(name) for name in self._names(root)}
        called = [(noun, one) for stem, noun, one in every if stem in mine]
        return min(one for _, one in called) if len({noun for noun, _ in called}) == 1 else root

    def _told(self, happening: int) -> set[tuple[str, str]]:
        """Return the places by which something that happens is called, and the nouns, alike ones as one."""
        told = filter(None, map(self._happening.fullmatch, self._names(happening)))
        return {(_bare(one[1]), self._alike.get(one[2], one[2])) for one in told}

    @cached_property
    def _happenings(self) -> dict[str, set[int]]:
        """The things that happen somewhere, by the folders that name them."""
        found: dict[str, set[int]] = {}
        candidates = self._things.candidates
        for one in candidates.like(lambda face: bool(face.names) and face.kind in self._happen):
            found.setdefault(folder(candidates.source_id(one)), set()).add(self._things.root(one))
        return found

    def _of_place(self, place: int) -> set[int]:
        """Return the networks that are called by a place and a noun of theirs: 岭川省高铁, Avon Metro."""
        names = {name for one in self._names(place) for name in (one, one.rstrip(_ADMINISTRATIVE))}
        return {root for name in names for root in self._named_after.get(name, ())}

    @cached_property
    def _named_after(self) -> dict[str, set[int]]:
        """The things that run somewhere by what stands before the noun of their names; none of a row."""
        found: dict[str, set[int]] = {}
        for root in self._things.roots():
            if root in self._rows or not self._things.known(root).kinds & self._runs:
                continue
            for name in self._names(root):
                for end in range(_SHORTEST, len(name)):
                    if name[end:] in self._nouns:
                        found.setdefault(name[:end], set()).add(root)
        return found

    def _held(self, root: int) -> int | None:
        """Return the network whose name begins that of one of its row, or else which begins as that does."""
        openings = {name[:end] for name in self._things.known(root).variants for end in _ends(name)}
        exact = {other for one in openings for other in self._by_name.get(one, ())}
        if exact:
            return _one(exact)
        for size in range(max(map(len, openings), default=0), _SHORTEST - 1, -1):
            found = {other for one in openings for other in self._beginning.get(one[:size], ())}
            if found:
                return _one(found)
        return None

    @cached_property
    def _rows(self) -> frozenset[int]:
        """The things that a number tells from others of their row."""
        every = self._things.roots()
        return frozenset(root for root in every if any(_ends(name) for name in self._names(root)))

    @cached_property
    def _networks(self) -> frozenset[int]:
        """The things without such a number that are of a kind with some that have one."""
        kinds = {kind for root in self._rows for kind in self._things.known(root).kinds}
        every = (root for root in self._things.roots() if root not in self._rows)
        return frozenset(root for root in every if self._things.known(root).kinds & kinds)

    @cached_property
    def _by_name(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = {}
        for root in self._networks:
            for name in self._names(root):
                found.setdefault(name, set()).add(root)
        return found

    @cached_property
    def _beginning(self) -> dict[str, set[int]]:
        """The networks by what their names, or those of their lines, begin with."""
        found: dict[str, set[int]] = {}
        for root in (*self._networks, *self._rows):
            held = {
                other
                for name in self._names(root)
                for end in _ends(name)
                for other in self._by_name.get(name[:end], ())
            }
            for name in self._names(root):
                for end in range(_SHORTEST, len(name)):
                    found.setdefault(name[:end], set()).update(held or {root} - self._rows)
        return found

    def _names(self, root: int) -> frozenset[str]:
        return self._things.known(root).variants

    def _is_place(self, root: int) -> bool:
        return self._things.known(root).kinds <= self._places


def _bare(name: str) -> str:
    """Return the name of a place without the noun that it may leave out."""
    return name.rstrip(_SCENES) if len(name) > _SHORTEST else name


def _ends(name: str) -> list[int]:
    """Return where what tells one of a row may begin in a name."""
    return [end for end in range(_SHORTEST, len(name)) if _OF_ROW.fullmatch(name, end)]


def _one(found: Iterable[int]) -> int | None:
    told = [*found]
    return told[0] if len(told) == 1 else None
