"""Parts that are things elsewhere: the row H7 in a table of what its maker sells, and the H7 of a text.

Comes in: things as they were joined, and the words for parts that claims tell.  Goes out: of a claim on a
part of something, the thing of its folder that is called so, which a document names together with that.  One
word in letters is a part like any other (export), and so is a place or a body, which has figures of its own.
Which claims ask, ``link`` knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import cached_property

from verify.catalog.catalog import Catalog
from verify.model.ascending import common
from verify.model.claim import Claim
from verify.resolve.nameless import folder
from verify.resolve.profile import plain
from verify.resolve.things import Things

_BETWEEN = " · "
"""Between a part and what is measured of it: h7 · rotor."""


def first(scope: str) -> str:
    """Return the outer part that a scope tells, for comparing."""
    return plain(scope.partition(_BETWEEN)[0])


def _is_word(scope: str) -> bool:
    """Say whether the outer part of a scope is one word in letters."""
    outer = scope.partition(_BETWEEN)[0]
    return outer.isascii() and outer.isalpha()


class Parted:
    """Finds the things that parts are."""

    def __init__(self, things: Things, catalog: Catalog, scopes: Set[str]) -> None:
        """Take the outer parts of all claims (``first``)."""
        self._things, self._scopes = things, scopes
        self._whole = frozenset(kind.id for kind in catalog.kinds if kind.omissible or kind.body)
        told = {value.value for lang in catalog.languages for value in lang.scopes}
        self._known = frozenset(map(plain, told))
        """Parts that rules name, which are no things."""

    def of(self, claim: Claim, root: int | None) -> int | None:
        """Return the thing that the part of a claim is, told of the thing ``root``, or of none."""
        scope = claim.qualifiers.scope
        name = first(scope) if scope and not _is_word(scope) else ""
        if name not in self._by_name or name in self._known:
            return None
        near = folder(claim.source_id)
        found = [other for other in self._by_name[name] if near in self._folders(other)]
        if len(found) != 1 or found[0] == root:
            return None
        return found[0] if root is None or self._together(found[0], root, claim.source_id) else None

    def _together(self, part: int, whole: int, source_id: str) -> bool:
        """Say whether another document than that of a claim names a part with its whole."""
        known, source = self._things.known, self._things.candidates.source
        both = common(known(part).documents, known(whole).documents)
        return any(source(document) != source_id for document in both)

    @staticmethod
    def rest(scope: str) -> str | None:
        """Return what a scope tells beside its outer part."""
        return scope.partition(_BETWEEN)[2] or None

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for root in self._things.roots():
            one = self._things.known(root)
            for name in one.names if not one.kinds & self._whole else ():
                if name in self._scopes:
                    found.setdefault(name, []).append(root)
        return found

    def _folders(self, root: int) -> Iterable[str]:
        candidates = self._things.candidates
        return {folder(candidates.source(document)) for document in self._things.known(root).documents}
