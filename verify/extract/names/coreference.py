"""Which of the names found in a document name one thing.

Comes in: ``Found`` entries by their lower-case spelling, and pairs that brackets, titles and models tell.
Goes out: the sets of spellings that name one thing: by the catalogue, by these pairs, by short forms, and
descriptions (首个超大型…中心) by their kind.  What several documents name is left to ``resolve``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from verify.extract.names.found import Found, longer_names
from verify.model.unions import Unions
from verify.text.script import is_western

_OF = frozenset(["of", "the"])
"""In what is no name of somebody, but a phrase that ends in one: Construction of the Korva."""
_FULL = 2
"""A personal name has so many words at least; the last one is its short form."""
_DIGITS = frozenset("0123456789")
_OF_ROW = re.compile(
    r"第?[0-9一二三四五六七八九十]{1,4}号.{0,3}"
    r"|(?: [a-z]+){1,3} [0-9]{1,3}| ?[a-z]{1,3}-?[0-9]{1,4}[a-z]*(?: [a-z]+){0,2}"
)
"""What tells one of a row, or a model, behind the name of what it is of: 4号线, Line 4, X5 Pro."""


def unions(
    found: dict[str, Found],
    links: Sequence[tuple[str, str]],
    under: Mapping[str, str],
    called: Mapping[str, Sequence[str]],
    legal: frozenset[str],
) -> Unions:
    """Join the keys that name one thing.

    ``under`` maps a kind to a broader one, ``called`` to those whose name stands for one of it;
    ``legal`` are words that a company's name may leave out.
    """
    joined = Unions(found)
    by_entity: dict[str, str] = {}
    for key in sorted(found):
        if found[key].catalogue_id:
            joined.join(key, by_entity.setdefault(found[key].catalogue_id, key))
    for key, other in links:
        entities = {found[key].catalogue_id, found[other].catalogue_id} - {""}
        if len(entities) < 2:  # a bracket does not join two entries of the catalogue
            joined.join(key, other)
    for key in sorted(found):
        shorter = " ".join(_without_legal(key.split(" "), legal))
        if shorter != key and shorter in found:
            joined.join(key, shorter)
    _join_short_forms(found, joined, under, called)
    _join_descriptions(found, joined)
    return joined


def _without_legal(words: list[str], legal: frozenset[str]) -> list[str]:
    while len(words) > 1 and words[-1] in legal:
        words = words[:-1]
    return words


def _join_short_forms(
    found: dict[str, Found], joined: Unions, under: Mapping[str, str], called: Mapping[str, Sequence[str]]
) -> None:
    """Join a name that only shortens one other (Harbour, Harbour API; 商汤, 商汤科技; Keller, Ann Keller)."""
    ordered = sorted(found)
    backwards = sorted(key[::-1] for key in found)
    for key in sorted(found, key=lambda k: (len(k), k)):
        entry = found[key]
        if entry.catalogue_id or entry.common:
            continue
        longer = [o for o in longer_names(key + " " if is_western(key) else key, ordered) if o != key]
        if is_western(key):
            ends = [o[::-1] for o in longer_names(key[::-1] + " ", backwards)]
            numbered = " " in key and key[-1] in _DIGITS  # Line 8 of the Longriver Metro Line 8
            longer += [
                other
                for other in ends
                if numbered
                or (" " not in key and _is_full(found[other], entry, other))
                or _named_after(found[other], entry, other, key)
            ]
        else:
            ends = [o[::-1] for o in longer_names(key[::-1], backwards) if o[::-1] != key]
            longer += [o for o in ends if entry.kind or _dotted(o, key)]
        roots = {
            joined.root(other)
            for other in longer
            if _one_kind(entry.kind, found[other].kind, under, sure=not is_western(key))
            or entry.kind in called.get(found[other].kind, ())
            if entry.editions.keys() == found[other].editions.keys() or not entry.editions
            if not _of_row(other, key, noun=found[other].kind not in {"", entry.kind})
        } - {joined.root(key)}
        if len(roots) == 1:
            joined.join(key, roots.pop())


def _is_full(longer: Found, shorter: Found, name: str) -> bool:
    """Say whether a name may be the full one of whom the last word stands for: Ann Keller, Keller.

    A text tells it in full first, but for its title: Valdoro, of which a Green Valdoro is told later, is no
    one so called, nor is what stands in a table only.
    """
    words = name.split(" ")
    first = longer.first <= shorter.first or shorter.in_title or not _OF.isdisjoint(words)
    return not longer.kind and len(words) >= _FULL and first and longer.told > 0


def _named_after(longer: Found, shorter: Found, name: str, key: str) -> bool:
    """Say whether a name is a noun of a mere name that is told of no place: the Port of Varnholm."""
    mere = bool(longer.kind) and not shorter.kind and not shorter.placed
    return mere and name.removesuffix(key).endswith((" of ", " of the "))


def _dotted(longer: str, key: str) -> bool:
    """Say whether a name ends in another one behind a dot, as that of a foreigner does: 安娜·维尔曼."""
    return longer.removesuffix(key).endswith("·")


def _of_row(longer: str, key: str, *, noun: bool) -> bool:
    """Say whether a name adds to another what tells one of a row: 西岭地铁 and its 4号线, S7 and S7 Pro.

    ``noun`` says that it tells the kind, so that it may end in its noun: Aurora-1, the Aurora-1 satellite.
    """
    if not longer.startswith(key):
        return False
    numbered = key.rsplit(" ", 1)[-1][-3:]
    return _OF_ROW.fullmatch(longer[len(key) :]) is not None or (
        not noun and not _DIGITS.isdisjoint(numbered)
    )


def _one_kind(a: str, b: str, under: Mapping[str, str], *, sure: bool) -> bool:
    """Say whether two kinds may be of one thing; an unknown kind may be any unless it must be sure."""
    return a == b or under.get(a) == b or under.get(b) == a or (not sure and "" in (a, b))


def _join_descriptions(found: dict[str, Found], joined: Unions) -> None:
    """Let descriptions stand for the weightiest thing of their kind that the document names."""
    weights: dict[str, Counter[str]] = {}
    for key, entry in sorted(found.items()):
        if entry.kind and not entry.describes:
            weights.setdefault(entry.kind, Counter())[joined.root(key)] += entry.weight
    first: dict[str, str] = {}
    for key, entry in sorted(found.items()):
        if entry.kind and entry.describes:
            named = weights.get(entry.kind)
            best = (
                max(named, key=lambda one: (named[one], one)) if named else first.setdefault(entry.kind, key)
            )
            joined.join(key, best)
