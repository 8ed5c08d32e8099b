"""Find the words of the rule files in a sentence, all at once.

Comes in: the folded lower-case text of a sentence.  Goes out: ``Hit``s: attribute words, modality,
statistic, base, scope, kind nouns, regions, references, each with its place and meaning.  One
automaton holds every surface, so that a sentence is read once however many rules there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import ahocorasick

from verify.catalog.catalog import Catalog
from verify.catalog.schema import AttributeEntry, LanguageEntry, QualifierWords
from verify.extract.lexicon.longest import Longest
from verify.extract.lexicon.nouns import stands_alone
from verify.extract.lexicon.words import lowered
from verify.text.charsets import one_of
from verify.text.fold import folded
from verify.text.openings import any_needed

_WILD, _WILD_LATIN = ".{0,8}?", r"(?:[^,.;:!?]|[,.](?=\d)){0,30}?"
"""What ``*`` stands for in a word of either script."""
_PATTERN = "-pattern"
"""Behind the kind of what is an expression, not a word."""
_BESIDE = "-beside"
"""Ends the kind of a word that counts only right before what is measured."""
_MEASURES = frozenset({"attribute", "statistic"})
_PIECES = frozenset({"base", "scope", "modality", "present"})
"""Kinds of words that are none inside a longer word."""
_Pattern = tuple[re.Pattern[str], str, str]
"""An expression, with kind and value of what it means."""
Meanings = tuple[tuple[str, str], ...]
"""Kind and value of each thing that a word means."""


class Hit(NamedTuple):
    """A rule word at a place of a text: a tuple, for a sentence has dozens."""

    start: int
    end: int
    kind: str
    """attribute after modality statistic base scope part noun region demonstrative pronoun as_of present
    comparing until since onwards last apposition relative during tense."""
    value: str
    """Id of the attribute, kind or region, or the value of the qualifier."""

    def inside(self, other: Hit) -> bool:
        """Say whether the other is a longer word that holds this one."""
        return (
            other.start <= self.start
            and self.end <= other.end
            and other.end - other.start > self.end - self.start
        )


class Vocabulary:
    """All words of a catalogue that tell what a figure is about."""

    def __init__(self, catalog: Catalog) -> None:
        self.attributes: dict[str, AttributeEntry] = {entry.id: entry for entry in catalog.attributes}
        self.holding: set[str] = set()
        """Beginnings of the scopes that hold for what follows."""
        self._numbers = {lowered(folded(w)): n for e in catalog.languages for w, n in e.part_numbers.items()}
        """Of numbered parts: 二期 and phase II are phase 2."""
        self._kinds = {lowered(folded(noun)): kind.id for kind in catalog.kinds for noun in kind.nouns}
        """Of parts that are told by a noun: 老大桥 and the old bridge are of one kind."""
        self._automaton: Any = ahocorasick.Automaton()
        self._expressions: list[_Pattern] = []
        self._parts: dict[str, set[int]] = {}
        """Expressions of parts, by each of the characters without one of which they need not be tried."""
        table: dict[str, list[tuple[str, str]]] = {}
        wild: dict[str, list[int]] = {}
        """Words with ``*``, by their longest piece, which the automaton finds."""
        for surface, kind, value in self._surfaces(catalog):
            key = _key(surface)
            if kind.endswith(_PATTERN):
                self._add_part(key, kind.removesuffix(_PATTERN), value)
            elif "*" in key:
                pieces = key.split("*")
                between = _WILD_LATIN if key.replace("*", "").isascii() else _WILD
                source = between.join(map(re.escape, pieces))
                if kind == "scope":
                    self._add_part(source, kind, value)
                elif any(pieces):
                    wild.setdefault(max(pieces, key=len), []).append(len(self._expressions))
                    self._expressions.append((re.compile(source), kind, value))
            elif (kind, value) not in table.setdefault(key, []):
                table[key].append((kind, value))
        for key in dict.fromkeys([*table, *wild]):
            latin = key[0] < "{" or key[-1] < "{"  # behind z
            self._automaton.add_word(
                key, (len(key), latin, tuple(table.get(key, ())), frozenset(wild.get(key, ())))
            )
        self._empty = len(self._automaton) == 0
        if not self._empty:
            self._automaton.make_automaton()
        self._needed = one_of(map(re.escape, self._parts))
        self._scopes = Longest(key for key, told in table.items() if any(kind == "scope" for kind, _ in told))

    def _add_part(self, source: str, kind: str, value: str) -> None:
        for char in any_needed(source) or {""}:
            self._parts.setdefault(char, set()).add(len(self._expressions))
        self._expressions.append((re.compile(source), kind, value))

    def find(self, lower: str, begin: int = 0) -> list[Hit]:
        """Return every hit, in order of place; words inside a blocking word are left out.

        ``begin`` is the place of the text's first character, where it is a part of another.
        """
        found: list[Hit] = []
        blocks: list[tuple[int, int, str, str]] = []
        for start, end, meanings in self._raw(lower):
            for kind, value in meanings:
                if kind.startswith("unless-"):
                    blocks.append((begin + start, begin + end, kind[7:], value))
                else:
                    found.append(Hit(begin + start, begin + end, kind, value))
        if any(hit.kind.endswith(_BESIDE) for hit in found):
            found = list(_beside(found))
        kept = [hit for hit in found if not _blocked(hit, blocks)] if blocks else found
        return sorted([hit for hit in kept if hit.kind not in _PIECES or not _swallowed(hit, found)])

    def may_tell_part(self, lower: str) -> bool:
        """Say whether a word that tells a scope may stand in a text: where none does, ``find`` finds none."""
        return bool(self._scopes.find(lower)) or any(
            self._expressions[part][0].search(lower) for part in self._parts_in(lower)
        )

    def _parts_in(self, lower: str) -> set[int]:
        """Return the expressions of parts that the characters of a text allow."""
        return set().union(*(self._parts.get(char, ()) for char in {"", *self._needed.findall(lower)}))

    def _raw(self, lower: str) -> Iterator[tuple[int, int, Meanings]]:
        """Yield begin and end of the words of a text, with what each means."""
        expressions = self._parts_in(lower)
        if not self._empty:
            for last, (length, latin, meanings, pieces) in self._automaton.iter(lower):
                expressions |= pieces
                if not meanings:
                    continue
                start, end = last - length + 1, last + 1
                if latin:
                    if _inside_word(lower, start, end):
                        continue
                elif length == 1 and not stands_alone(lower, start, end):
                    continue  # 长 in 增长
                yield start, end, meanings
        for pattern, kind, value in map(self._expressions.__getitem__, expressions):
            for match in pattern.finditer(lower):
                groups = (group for group in match.groups() if group)
                numbers = [self._numbers.get(one) or self._kinds.get(one, one) for one in groups]
                yield *match.span(), ((kind, value.replace("{n}", "–".join(numbers))),)

    def _surfaces(self, catalog: Catalog) -> Iterator[tuple[str, str, str]]:
        own = _own_words(catalog)
        for attribute in catalog.attributes:
            layer = catalog.over.get(attribute.id, 0)
            for field, words in (("attribute", attribute.words), ("after", attribute.after)):
                for word in words:
                    if not own or all(own.get((_key(word), unit), 0) <= layer for unit in attribute.units):
                        yield word, field, attribute.id
        for kind in catalog.kinds:
            for noun in kind.nouns:
                yield noun, "noun", kind.id
        for region in catalog.regions:
            for name in (region.name.zh, region.name.en, *region.aliases):
                yield name, "region", region.id
        for language in catalog.languages:
            yield from self._language(language)

    def _language(self, language: LanguageEntry) -> Iterator[tuple[str, str, str]]:
        yield from _qualifiers("modality", language.modality)
        yield from _qualifiers("statistic", language.statistics)
        yield from _qualifiers("base", language.bases)
        for entry in language.scopes:
            if entry.holds:
                self.holding.add(entry.value.partition("{")[0])
            kind = "scope" + _PATTERN if "{n}" in entry.value else "scope"
            yield from ((word, kind, entry.value) for word in entry.words)
            yield from _unless("scope", entry)
        for kind, words in (
            ("part", language.parts),
            ("demonstrative", language.demonstratives),
            ("pronoun", language.pronouns),
            ("as_of", language.as_of),
            ("present", language.present),
            ("comparing", language.comparing),
            ("until", language.until),
            ("since", language.since),
            ("onwards", language.onwards),
            ("last", language.last),
            ("apposition", language.apposition),
            ("relative", language.relatives),
            ("during", language.during_it),
            ("tense", language.present_verbs),
            ("tense before", language.present_right_before),
        ):
            yield from ((word, kind, word) for word in words)


def _own_words(catalog: Catalog) -> dict[tuple[str, str], int]:
    """Return the words of attributes of a user's own rules, with a unit, and the layer that they stand in.

    In that unit they mean nothing else: what a word means in the rules below, it means no longer.  An
    attribute that asks for other words beside its own leaves it their meaning.
    """
    own: dict[tuple[str, str], int] = {}
    for attribute in catalog.attributes:
        layer = catalog.over.get(attribute.id, 0)
        plain = layer and not attribute.within and not attribute.unless
        for word in (*attribute.words, *attribute.after) if plain else ():
            for unit in attribute.units:
                own[_key(word), unit] = max(layer, own.get((_key(word), unit), 0))
    return own


def _key(word: str) -> str:
    return lowered(folded(word))


def _qualifiers(field: str, entries: Iterable[QualifierWords]) -> Iterator[tuple[str, str, str]]:
    for entry in entries:
        for word in entry.words:
            yield word, f"{field}{_BESIDE}" if entry.beside else field, entry.value
        yield from _unless(field, entry)


def _unless(field: str, entry: QualifierWords) -> Iterator[tuple[str, str, str]]:
    """Yield what says something else where a word of an entry stands in it."""
    for word in entry.unless:
        yield word, f"unless-{field}", entry.value
    for word, behind in entry.unless_before.items():
        yield f"{re.escape(word)}(?={behind})", f"unless-{field}{_PATTERN}", entry.value


def _beside(found: list[Hit]) -> Iterator[Hit]:
    """Yield hits without the words that count only right before what is measured, where they do not."""
    begins = {hit.start for hit in found if hit.kind in _MEASURES}
    for hit in found:
        if not hit.kind.endswith(_BESIDE):
            yield hit
        elif not begins.isdisjoint((hit.end, hit.end + 1)):
            yield hit._replace(kind=hit.kind.removesuffix(_BESIDE))


def _blocked(hit: Hit, blocks: list[tuple[int, int, str, str]]) -> bool:
    return bool(blocks) and any(
        kind == hit.kind and value == hit.value and start <= hit.start and hit.end <= end
        for start, end, kind, value in blocks
    )


def _swallowed(hit: Hit, found: list[Hit]) -> bool:
    """Say whether a scope word is a piece of an attribute's or a longer part's word: 客运 in 旅客运输量.

    So is plan of premium plan, which plans nothing.
    """
    if hit.kind == "modality":
        return any(_holds(other, hit) for other in found if other.kind == "scope")
    if hit.kind == "present":
        return any(_holds(other, hit) for other in found if other.kind == "as_of")  # 至今 in 至今年9月
    if hit.kind == "base":
        return any(_holds(other, hit) for other in found if other.kind == "base")  # 较上年 in 较上年末
    if hit.kind != "scope" or hit.value == "whole":
        return False
    if any(_holds(other, hit) for other in found if _tells_more(other, hit)):
        return True  # 研究生 in 博士研究生, 工作日 in 工作日高峰
    return any(
        other.kind == "attribute" and _holds(other, hit) and other.start != hit.start and other.end != hit.end
        for other in found
    )


def _tells_more(longer: Hit, hit: Hit) -> bool:
    """Say whether a word that holds that of a scope is meant as a whole."""
    if longer.kind == "statistic":
        return longer.start == hit.start
    return longer.kind == "scope" and longer.value != "whole"


def _holds(longer: Hit, hit: Hit) -> bool:
    """Say whether a word is only a piece of a longer one."""
    inside = longer.start <= hit.start and hit.end <= longer.end
    return inside and longer.end - longer.start > hit.end - hit.start


def _inside_word(lower: str, start: int, end: int) -> bool:
    """Say whether a Latin hit is only a piece of a longer word."""
    if start > 0 and "a" <= lower[start] <= "z" and "a" <= lower[start - 1] <= "z":
        return True
    return "a" <= lower[end - 1] <= "z" and end < len(lower) and "a" <= lower[end] <= "z"
