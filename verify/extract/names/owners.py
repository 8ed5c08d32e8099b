"""What the owner in a name tells: 远山科技数据中心 is a name, and 远山科技AIDC or 远山数据中心 is it again.

Comes in: the ``Found`` entries of one document.  Goes out: which phrases of common words a body's name
before them makes names, which names call one thing by another noun, and counts in which the abbreviation
of a bracket stands for the name.  Only within one document: there the writer tells that it is one thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from verify.catalog.schema import KindEntry
from verify.extract.lexicon.words import lowered
from verify.extract.names.found import Found
from verify.extract.names.hanzi import SHORTEST
from verify.text.fold import folded

_SHORTEST_NOUN = 4
"""So many characters are left behind a middle that is left out."""


class Owners:
    """Reads owners in names, with the nouns of the kinds."""

    def __init__(self, kinds: Iterable[KindEntry]) -> None:
        kinds = tuple(kinds)
        bodies = [kind for kind in kinds if kind.body]
        self._bodies = frozenset(kind.id for kind in bodies)
        self._body_nouns = frozenset(_surfaces(noun for kind in bodies for noun in kind.nouns))
        self._alike = {
            noun: nouns[0]
            for kind in kinds
            for nouns in map(tuple, map(_surfaces, kind.alike))
            for noun in nouns
        }
        self._longest = max(map(len, (*self._alike, *self._body_nouns)), default=0)

    def owner(self, key: str, found: Mapping[str, Found]) -> str:
        """Return the longest name of a body that a name begins with; empty for none."""
        ends = range(len(key) - 1, SHORTEST - 1, -1)
        return next((key[:end] for end in ends if self._is_body(found.get(key[:end]))), "")

    def _is_body(self, entry: Found | None) -> bool:
        return entry is not None and entry.kind in self._bodies and not entry.common

    def same(self, found: Mapping[str, Found]) -> list[tuple[str, str]]:
        """Return pairs of names of one thing: one owner and nouns alike, or a dotted middle left out."""
        first: dict[tuple[str, str], str] = {}
        pairs: list[tuple[str, str]] = []
        for key, entry in sorted(found.items()):
            pairs += [(key, short) for short in _undotted(key, found)]
            noun = self._ending(key, self._alike)
            rest = key.removesuffix(noun)
            within = self._ending(rest, self._alike)
            if noun and within and self._alike[within] == self._alike[noun]:
                rest = rest.removesuffix(within)  # 长河水利枢纽大坝
            if entry.describes or not noun or len(rest) < SHORTEST:
                continue
            one = first.setdefault((self._without_noun(rest, found), self._alike[noun]), key)
            if one != key:
                pairs.append((one, key))
        return pairs

    def _without_noun(self, rest: str, found: Mapping[str, Found]) -> str:
        """Return the short form of an owner that the document names in full: 远山 of 远山科技."""
        noun = self._ending(rest, self._body_nouns) if self._is_body(found.get(rest)) else ""
        shorter = rest.removesuffix(noun)
        return shorter if len(shorter) >= SHORTEST else rest

    def _ending(self, key: str, nouns: Iterable[str]) -> str:
        lengths = range(min(self._longest, len(key) - 1), 0, -1)
        return next((key[-length:] for length in lengths if key[-length:] in nouns), "")

    def count_shorthand(
        self, found: dict[str, Found], nouns: Sequence[tuple[str, str]], title: str, text: str
    ) -> None:
        """Count an abbreviation as the name whose bracket gives it, and not as its owner.

        ``nouns`` are names with such abbreviations; one that two names share is neither's.
        """
        named: dict[str, set[str]] = {}
        for key, alias in nouns:
            named.setdefault(alias, set()).add(key)
        for alias, keys in sorted(named.items()):
            if len(keys) == 1 and (key := next(iter(keys))) in found:
                self._count(found, key, alias, lowered(title), lowered(text))

    def _count(self, found: dict[str, Found], key: str, alias: str, title: str, text: str) -> None:
        entry = found[key]
        name = next(iter(entry.names))
        entry.names += Counter({name: text.count(alias)})
        entry.in_title |= alias in title
        owner = self.owner(key, found)
        both = owner + alias
        if not owner or both not in text:
            return
        entry.spelled[both] = ""
        own = found[owner]
        own.in_title &= title.count(owner) > title.count(both)
        kept = max(1, own.count - text.count(both))
        own.names = Counter({next(iter(own.names)): kept})


def _undotted(key: str, found: Mapping[str, Found]) -> list[str]:
    """Return the name that leaves out a brand of two words: 江州数据中心 for 江州星河·远山数据中心.

    Only a middle with a dot may be left out: 江州长河大桥 and 江州大桥 are two bridges.
    """
    dot = key.find("·")
    shorter = [
        key[:start] + key[end:]
        for start in range(SHORTEST, dot)
        for end in range(dot + 2, len(key) - _SHORTEST_NOUN + 1)
    ]
    kind = found[key].kind
    known = [one for one in shorter if one in found and found[one].kind == kind != ""]
    return known if len(known) == 1 and not found[known[0]].describes and not found[key].describes else []


def _surfaces(nouns: Iterable[str]) -> list[str]:
    return [lowered(folded(noun)) for noun in nouns]
