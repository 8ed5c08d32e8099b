"""Things that a text tells as something's own, without a name: its new library, 公司麦芽工厂, 东院区.

Comes in: the names of a document and its texts.  Goes out: ``Names`` with a candidate for each such thing,
which has a kind and an owner (``whole``) and no name, so that its figures are not taken for those of the
owner.  Which of them a name of another document means is left to ``resolve``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.alternation import alternation
from verify.extract.lexicon.longest import Longest
from verify.extract.lexicon.nouns import cut, ends_word
from verify.extract.lexicon.words import alternation as after_firsts
from verify.extract.lexicon.words import lowered
from verify.extract.names.listed import Text
from verify.extract.names.mentions import Names
from verify.model.entity import Candidate
from verify.text.alternatives import either
from verify.text.fold import folded

_MODIFIES = frozenset("a an b f g j l n ng nr ns nt nz s vn x".split())  # noqa: SIM905
"""jieba's tags of words that may stand between an owner and a noun."""
_LEAST = 2
"""A noun of one character only ends names."""
_AREA = "区"
"""Ends the nouns of what lies in several places: 院区, 校区."""
_HAN = "\u3400-\u9fff"


class _Own(NamedTuple):
    """A thing without a name at a place of a text."""

    surface: str
    kind: str
    start: int
    end: int
    modifier: str
    site: str = ""
    """One of several that their side tells: 东院区."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What a document calls one such thing."""

    kind: str
    owner: Candidate
    first: int
    surfaces: tuple[str, ...]
    site: str = ""


class OwnedFinder:
    """Finds what is owned with the kinds of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._under = {kind.id: kind.under for kind in catalog.kinds}
        self._owners = frozenset(kind.id for kind in catalog.kinds if not (kind.omissible or kind.tells))
        owned = {
            lowered(folded(noun)): kind.id for kind in catalog.kinds if kind.owned for noun in kind.nouns
        }
        self._kinds = {noun: kind for noun, kind in owned.items() if len(noun) >= _LEAST}
        bodies = {lowered(folded(noun)) for kind in catalog.kinds if kind.body for noun in kind.nouns}
        sites = {
            lowered(folded(noun)): kind.id
            for kind in catalog.kinds
            for noun in kind.nouns
            if noun.endswith(_AREA) and len(noun) == _LEAST and not kind.omissible
        }
        measured = (folded(word) for entry in catalog.attributes for word in entry.words)
        self._measured = alternation(word for word in measured if not word.isascii() and len(word) >= _LEAST)
        plain = after_firsts(noun for noun in self._kinds if not noun.isascii() and len(noun) > _LEAST)
        self._bare = re.compile(rf"(?<=[，；。])([{_HAN}]{{1,4}}?)({plain.pattern})")
        sides = either(side for lang in catalog.languages for side in lang.sides)
        self._sites = re.compile(rf"({sides})({either(sites)})")
        self._site_kinds = sites
        latin = either(noun for noun in self._kinds if noun.isascii())
        han = either(noun for noun in self._kinds if not noun.isascii())
        holders = either(noun for noun in (*bodies, *sites) if not noun.isascii() and len(noun) >= _LEAST)
        owning = [word for lang in catalog.languages for word in lang.owning]
        its = either(word for word in owning if word.isascii())
        owners = rf"{its}|the (?:{either(noun for noun in bodies if noun.isascii())})'s"
        told = rf"((?:[a-z][a-z-]{{2,14}} ){{0,2}}?)({latin})"
        self._latin = re.compile(rf"\b(?:{owners}) {told}(?![a-z-])")
        to_come = either(word for lang in catalog.languages for word in lang.to_come)
        self._new = re.compile(rf"(?:^|(?<=[.!?] ))an? {told}(?=,? (?:{to_come})\b)")
        """What a sentence begins with and tells of as something new: a museum, to open in 2026."""
        nearby = either(word for lang in catalog.languages for word in lang.nearby)
        self._placed = re.compile(rf" (?:{nearby}) (?:the )?([A-Z][a-z]+)")
        here = either(word for word in owning if not word.isascii())
        inside = either(word for lang in catalog.languages for word in lang.inside)
        some = either(word for lang in catalog.languages for word in lang.parts)  # 其中体育馆 is no 其体育馆
        self._han = re.compile(
            rf"(?:(?<=[，。；：\s])|^)(?!{some})(?:{here}|该?(?:{holders})|{inside})(的?[{_HAN}]{{0,5}}?)({han})(?![{_HAN}]?数|[\d、])"
        )

    def added(self, names: Names, source_id: str, title: str, texts: Sequence[Text]) -> Names:
        """Return the names of a document with what they own that it does not name."""
        every = self._of_kinds(names, title, texts)
        found = [one for one in every if one.site or not self._is_named(one.kind, names)]
        if not found:
            return names
        surfaces, candidates = dict(names.surfaces), list(names.candidates)
        for one in found:
            full = (n for name, n in names.surfaces.items() if one.site and name.endswith(one.site))
            known = next(full, None)
            if known is not None:
                surfaces.setdefault(one.site, known)
                continue
            number = len(candidates)
            ident = f"{source_id}#{number}"
            kinds = frozenset({one.kind})
            candidates.append(
                Candidate(ident, source_id, (), one.surfaces, one.kind, whole=one.owner.names, kinds=kinds)
            )
            surfaces.update(dict.fromkeys(one.surfaces, number))
        firsts = (*names.firsts, *(one.first for one in found))
        return replace(
            names, candidates=tuple(candidates), surfaces=surfaces, places=Longest(surfaces), firsts=firsts
        )

    def _is_named(self, kind: str, names: Names) -> bool:
        """Say whether a document speaks of a thing of a kind, which its noun refers to then."""
        return any(
            kind in {one, self._under[one]} or self._under[kind] == one
            for candidate in names.candidates
            for one in candidate.kinds
        )

    def _of_kinds(self, names: Names, title: str, texts: Sequence[Text]) -> Iterator[_Found]:
        """Yield the one thing of each kind that something owns; of two that differ, none."""
        told: dict[tuple[str, str], list[tuple[_Own, int, int | None, str]]] = {}
        place = len(title) + 1
        for one in texts:
            lower = lowered(one.text)
            for own in self._spots(lower) if not one.in_table else ():
                if own.surface in names.surfaces:
                    continue  # 石岭水电站, a name after all
                near = self._placed.match(one.text, own.end)
                owner = self._owner(own.start, lower, one.text, names)
                spot = own, place + own.start, owner, near[1] if near else ""
                told.setdefault((own.kind, own.site), []).append(spot)
            place += len(one.text) + 1
        for (kind, site), spots in sorted(told.items()):
            owners = {owner for _, _, owner, _ in spots}
            modifiers = {own.modifier for own, *_ in spots} - {""}
            places = {near for *_, near in spots} - {""}
            owner = next(iter(owners))
            if len(owners) > 1 or owner is None or len(modifiers) > 1 or len(places) > 1:
                continue
            surfaces = tuple(dict.fromkeys(own.surface for own, *_ in spots))
            first = min(place for _, place, *_ in spots)
            yield _Found(kind, names.candidates[owner], first, surfaces, site)

    def _spots(self, lower: str) -> Iterator[_Own]:
        for match in self._latin.finditer(lower):
            yield _Own(match.group(), self._kinds[match[2]], match.start(), match.end(), match[1].strip())
        for match in self._new.finditer(lower):
            yield _Own(match.group(), self._kinds[match[2]], match.start(), match.end(), match[1].strip())
        for match in self._han.finditer(lower):
            modifier = match[1].removeprefix("的")
            if not ends_word(lower, match.start(2), match.end()):
                continue
            if not modifier or _modifies(modifier):
                yield _Own(match.group(), self._kinds[match[2]], match.start(), match.end(), modifier)
        for match in self._bare.finditer(lower):
            told = self._measured.match(lower, match.end()) and not self._han.match(lower, match.start())
            if told and _modifies(match[1]) and ends_word(lower, match.start(2), match.end()):
                yield _Own(match.group(), self._kinds[match[2]], match.start(), match.end(), match[1])
        for match in self._sites.finditer(lower):
            if ends_word(lower, match.start(), match.end()):
                kind, site = self._site_kinds[match[2]], match.group()
                yield _Own(site, kind, match.start(), match.end(), "", site)

    def _owner(self, start: int, lower: str, text: str, names: Names) -> int | None:
        """Return what is named last before a place of a text, else what the document is about."""
        before = [number for _, end, number in names.mentions(lower, text) if end <= start]
        named = [n for n in before if self._may_own(names.candidates[n])]
        owner = named[-1] if named else names.topic
        return owner if owner is not None and self._may_own(names.candidates[owner]) else None

    def _may_own(self, candidate: Candidate) -> bool:
        return bool(candidate.names) and (not candidate.kind or candidate.kind in self._owners)


def _modifies(text: str) -> bool:
    """Say whether all words may stand between an owner and a noun."""
    return all(tag in _MODIFIES for _, tag in cut(text))
