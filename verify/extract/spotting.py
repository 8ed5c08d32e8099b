"""Spot names in a text, occurrence by occurrence.

Comes in: folded text.  Goes out: ``Spot``s: names of the catalogue, names that the corpus declares,
titles in 《》, category nouns with the words before them (长河 + 大桥), capitals in Latin script; and
the other names that brackets give (全称(简称), River Bridge (长河大桥)).  Which of them are names, and of
what, is left to ``names``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import ahocorasick

from verify.catalog.catalog import Catalog
from verify.extract.nouns import cut, ends_word
from verify.extract.quantities import lowered
from verify.extract.words import is_latin
from verify.text.fold import folded

SHORTEST = 2
FUNCTION_TAGS = frozenset(
    "ad c d df dg e f h k m mq o p q r rg rr rz t tg u ud ug uj ul uz v vd vq y zg".split()  # noqa: SIM905
)
"""jieba's tags of words that no name holds: a name in front of a noun begins after them."""
_NAME_TAGS = frozenset(
    "a ag an b eng g i j l n ng nr nrfg nrt ns nt nz s vg vi vn x".split()  # noqa: SIM905
)
_HAN = r"\u3400-\u9fff"
EDGE = re.compile(rf"[^{_HAN}A-Za-z0-9·\-]")
"""What no name in Chinese runs over."""
_REACH = 14
_LONGEST_LATIN, _LONGEST_HAN = 40, 20
_QUOTED = re.compile(r"《([^《》]{2,30})》")
_CAPITALS = re.compile(
    r"[A-Z][A-Za-z0-9'&-]*"
    r"(?:\s(?:of\s(?:the\s)?|the\s|and\s|&\s|de\s)?(?:[A-Z][A-Za-z0-9'&-]*|\d{1,4}(?![\d.,%])))*"
)
_ACRONYM = 3
_NOUN_AND_BRACKET = re.compile(r" ([a-z]+(?: [a-z]+)?)(?= ?[(（])")
_NOUN_WORDS = 3
"""So many words may make a category noun in Latin script: solar power plant."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A name at a place of a text."""

    name: str
    start: int
    end: int
    kind: str = ""
    entity: str = ""
    """Id of rules/entities; empty where none names it."""


class Known:
    """Names that the documents of a corpus declare, found in any of them."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take pairs of folded name and kind; a name of one character is too short to be found."""
        self._kinds = {lowered(name): kind for name, kind in sorted(names) if len(name) >= SHORTEST}
        self.surfaces = frozenset(self._kinds)
        self._automaton: Any = ahocorasick.Automaton()
        for surface in self._kinds:
            self._automaton.add_word(surface, surface)
        if self._kinds:
            self._automaton.make_automaton()

    def find(self, lower: str) -> Iterator[tuple[int, int, str]]:
        """Yield begin, end and kind of the longest known names in a lower-case text, without overlaps."""
        if not self._kinds:
            return
        for last, surface in self._automaton.iter_long(lower):
            start, end = last - len(surface) + 1, last + 1
            if is_latin(surface[0]) and start > 0 and is_latin(lower[start - 1]):
                continue
            if is_latin(surface[-1]) and end < len(lower) and is_latin(lower[end]):
                continue
            yield start, end, self._kinds[surface]


class Spotter:
    """Spots names with the kinds and entities of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._units = catalog.units
        surfaces = [
            (lowered(folded(name)), entry.id, entry.kind)
            for entry in catalog.entities
            for name in (entry.name, *entry.aliases)
        ]
        self._catalogue = {surface: (entity, kind) for surface, entity, kind in reversed(surfaces)}
        self._catalogue_pattern = alternation(self._catalogue)
        nouns = [(lowered(folded(noun)), kind.id) for kind in catalog.kinds for noun in kind.nouns]
        self._noun_kind = dict(reversed(nouns))
        self.nouns = alternation(noun for noun in self._noun_kind if not noun.isascii())
        """Finds category nouns in Chinese."""
        self._ending = re.compile(f"(?:{self.nouns.pattern})$")
        self._omissible = frozenset(kind.id for kind in catalog.kinds if kind.omissible)
        self._not_names = frozenset(word for language in catalog.languages for word in language.not_names)
        self._places = frozenset(
            lowered(folded(name))
            for region in catalog.regions
            for name in (region.name.zh, region.name.en, *region.aliases)
        )
        words = {re.escape(word) for language in catalog.languages for word in language.alias_words}
        opening = "|".join(sorted(words, key=lambda word: (-len(word), word)))
        self._bracket = re.compile(
            rf"\s?[(（](?:{opening})?\s?[:：]?"
            r"[“\"]?([^()（）“”\"，。,;；]{2,40})[”\"]?[)）]"
        )

    def spots(self, text: str, known: Known | None) -> Iterator[Spot]:
        """Yield the names of a text."""
        lower = lowered(text)
        taken: list[tuple[int, int]] = []
        for match in self._catalogue_pattern.finditer(lower):
            entity, kind = self._catalogue[match.group()]
            taken.append(match.span())
            yield Spot(text[match.start() : match.end()], match.start(), match.end(), kind, entity)
        covered = _Cover(taken)
        for start, end, kind in known.find(lower) if known else ():
            if not covered.meets(start, end):
                taken.append((start, end))
                yield Spot(text[start:end], start, end, kind)
        for match in _QUOTED.finditer(text):
            noun = self.nouns.match(lower, match.end())
            kind = self._noun_kind[noun.group()] if noun else ""
            yield Spot(match.group(1), match.start(1), match.end(1), kind)
        covered = _Cover(taken)
        yield from self._by_noun(text, lower, covered)
        yield from self._by_capitals(text, covered)

    def _by_noun(self, text: str, lower: str, covered: _Cover) -> Iterator[Spot]:
        end = 0
        for match in self.nouns.finditer(lower):
            start = _name_start(text, match.start(), max(end, match.start() - _REACH))
            name = text[start : match.end()]
            if match.start() - start < SHORTEST or EDGE.search(name) or covered.meets(start, match.end()):
                continue
            if ends_word(text, match.start(), match.end()):
                end = match.end()
                yield Spot(name, start, match.end(), self._noun_kind[match.group()])

    def _by_capitals(self, text: str, covered: _Cover) -> Iterator[Spot]:
        for match in _CAPITALS.finditer(text):
            name, start = self._trimmed(match.group(), match.start())
            unit = self._units.match(name, 0) if name else None
            is_unit = unit is not None and unit[1] == len(name)
            if not name or is_unit or covered.meets(start, match.end()):
                continue
            end = self._with_noun(text, start + len(name))
            yield Spot(text[start:end], start, end, self.kind_of(text[start:end]))

    def _with_noun(self, text: str, end: int) -> int:
        """Return the end of a name with the category noun behind it, before a bracket: Avon grid (…)."""
        match = _NOUN_AND_BRACKET.match(text, end)
        return match.end(1) if match and match.group(1) in self._noun_kind else end

    def _trimmed(self, name: str, start: int) -> tuple[str, int]:
        """Drop leading words that are capitalised only because a sentence begins."""
        words = name.split(" ")
        while words and (lowered(words[0]) in self._not_names or words[0].isdigit()):
            start += len(words.pop(0)) + 1
        while len(words) > 1 and (lowered(words[-1]) in self._not_names or words[-1].isdigit()):
            words.pop()
        name = " ".join(words)
        if len(name) < SHORTEST or name.isdigit() or (name.isupper() and len(name) <= _ACRONYM):
            return "", start
        return name.removesuffix("'s"), start

    def is_place(self, kind: str) -> bool:
        """Say whether a kind is one of places (whose noun a name may leave out)."""
        return kind in self._omissible

    def short(self, name: str, kind: str) -> str:
        """Return a name without the noun that its kind may leave out; empty where it may not."""
        found = self._ending.search(name) if kind in self._omissible else None
        if found is None or self._noun_kind[found.group()] != kind or len(found.group()) > 1:
            return ""
        shorter = name[: found.start()]
        return shorter if len(shorter) >= SHORTEST else ""

    def kind_of(self, name: str) -> str:
        """Return the kind that the last noun of a name tells; empty where none does."""
        lower = lowered(name)
        found = self._ending.search(lower)
        if found is not None:
            return self._noun_kind[found.group()]
        words = lower.split(" ")
        endings = (" ".join(words[-length:]) for length in range(min(_NOUN_WORDS, len(words)), 0, -1))
        return next((self._noun_kind[ending] for ending in endings if ending in self._noun_kind), "")

    def alias(self, text: str, end: int) -> str:
        """Return the other name that a bracket at ``end`` gives, or an empty string."""
        match = self._bracket.match(text, end)
        if match is None:
            return ""
        alias = match.group(1).strip()
        if lowered(alias) in self._places or not any(char.isalpha() for char in alias):
            return ""  # 国家蛋白质科学中心（上海）: a place, no other name
        if alias.isascii():
            return alias if alias[0].isupper() and len(alias) <= _LONGEST_LATIN else ""
        return alias if len(alias) <= _LONGEST_HAN else ""


class _Cover:
    """Tells whether a stretch meets one of a list of stretches, by one flag a character."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._places = {place for start, end in spans for place in range(start, end)}

    def meets(self, start: int, end: int) -> bool:
        """Say whether any character of ``[start, end)`` is covered."""
        return not self._places.isdisjoint(range(start, end))


def _name_start(text: str, noun: int, floor: int) -> int:
    """Return where the name that ends in the noun at ``noun`` begins."""
    window = text[floor:noun]
    edge = max((m.end() for m in EDGE.finditer(window)), default=0)
    start = noun
    for word, tag in reversed(cut(window[edge:])):
        if tag in FUNCTION_TAGS or (len(word) == 1 and tag not in _NAME_TAGS) or word.isdigit():
            break
        start -= len(word)
    return start


def alternation(surfaces: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of surfaces, the longest first, Latin ones as whole words."""
    words = sorted({surface for surface in surfaces if surface}, key=lambda w: (-len(w), w))
    # Told apart by their first characters, words cost nothing where none of these stands.
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(_rest(word))
    groups = (f"{re.escape(first)}{_left(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())
    return re.compile("|".join(groups) or r"(?!)")


def _left(first: str) -> str:
    """Return what keeps a Latin word that begins with ``first``, just read, from beginning inside another."""
    return rf"(?<![a-z]{first})" if is_latin(first) else ""


def _rest(word: str) -> str:
    return re.escape(word[1:]) + (r"(?![a-z])" if is_latin(word[-1]) else "")
