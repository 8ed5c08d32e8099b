"""The words by which documents tell what is counted or measured, and whether two such may be one.

Comes in: an attribute's id, how documents tell it, and the catalogue.  Goes out: its words in both languages,
the English nouns that they may mean, and whether its dimension lets it be another one.  Which are one is left
to ``wordings``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from verify.catalog.catalog import Catalog
from verify.lang import meaning
from verify.lang.en_words import lemma
from verify.text.fold import folded

HAN = re.compile(r"[\u3400-\u9fff]")
GROWTH = "growth of "
_PEOPLE = frozenset("人户")
"""What tells what it counts in one character."""
_OWN = re.compile(r"(?:growth of )?(?:~|count of )(?:\[count of )?([^\]/\[]{2,40})\]?")
"""The id of an attribute that no entry names, and its word."""
_WORDLESS = re.compile(r"~\[.*|count of (?:.|人次|\[count of .\])", re.DOTALL)
"""The id of what no word tells but a unit: people, things in general, or a measure word of theirs."""


class Told(NamedTuple):
    """What is told of a thing: an attribute in a dimension."""

    attribute: str
    dimension: str


@dataclass(slots=True)
class Wording:
    """How documents tell it."""

    chinese: bool = False
    english: bool = False
    phrases: frozenset[str] = frozenset()
    """The English words behind numerals, where its noun may be one of them: guest conductors."""
    sentences: frozenset[str] = frozenset()
    """Some that tell an attribute of the catalogue, which has many words."""
    sources: set[str] = field(default_factory=set)
    """Of counts that an attribute of the catalogue is told in."""


class Vocabulary:
    """Knows the words of a catalogue's nouns and attributes."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def words(self, told: Told, wording: Wording) -> tuple[str, ...]:
        """Return the words that tell an attribute.

        Its own, with all that mean the same noun of the rules, and what stands before it behind a numeral; of
        an attribute of the catalogue those that its sentences hold.
        """
        own = own_word(told)
        if not own:
            texts = [folded(text).lower() for text in wording.sentences]
            words = self._entries.get(_level(told.attribute), ())
            return tuple(word for word in words if any(word in text for text in texts))
        words = self._nouns.get(own, (own,))
        nouns = {meaning.noun(word) for word in words if not HAN.search(word)}
        phrases = {_up_to(phrase, nouns) for phrase in wording.phrases} - {""}
        return (*words, *sorted(phrases.difference(words)))

    def knows(self, word: str) -> bool:
        """Say whether the rules know a noun in both languages."""
        return word in self._nouns

    def rules(self, told: Told) -> bool:
        """Say whether an attribute, or what grows, is one of the catalogue."""
        return _level(told.attribute) in self._names

    def loose(self, told: Told) -> bool:
        """Say whether a count tells what it counts by a measure word, or its attribute's name, alone."""
        noun = counted(told)
        return (len(noun) == 1 and noun not in _PEOPLE) or noun == self._names.get(told.attribute)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {entry.id: entry.name.en for entry in self._catalog.attributes}

    def akin(self, a: Told, b: Told) -> bool:
        """Say whether one of two attributes of the catalogue is a sort of the other: a fare and a price."""
        if a.attribute.startswith(GROWTH) != b.attribute.startswith(GROWTH):
            return False
        one, other = _level(a.attribute), _level(b.attribute)
        return one in self._broader.get(other, ()) or other in self._broader.get(one, ())

    @cached_property
    def _broader(self) -> dict[str, set[str]]:
        """Return what each attribute that is a sort of others is, from near to far."""
        direct = {entry.id: entry.sort_of for entry in self._catalog.attributes if entry.sort_of}
        found: dict[str, set[str]] = {}
        for ident in direct:
            above, todo = set[str](), [ident]
            while todo:
                broader = [one for one in direct.get(todo.pop(), ()) if one not in above]
                above.update(broader)
                todo += broader
            found[ident] = above
        return found

    def apart(self, a: Told, b: Told) -> bool:
        """Say whether the word of one names attributes of the catalogue, and not the other."""
        return any(
            not own_word(other)
            and _level(other.attribute) not in self._named.get(own_word(one), {_level(other.attribute)})
            for one, other in ((a, b), (b, a))
        )

    @cached_property
    def _nouns(self) -> dict[str, tuple[str, ...]]:
        """Return the words of each noun and each unit that counts things, by the one that stands for it."""
        units = self._catalog.units
        found: dict[str, list[str]] = {}
        for words in (units.nouns, units.spellings):
            for word, meant in words.items():
                if not meant.isascii():
                    found.setdefault(meant, []).append(word.lower())
        return {meant: tuple(sorted({meant, *words})) for meant, words in found.items()}

    @cached_property
    def _entries(self) -> dict[str, tuple[str, ...]]:
        """Return the words of each attribute of the rules, those with a gap aside."""
        return {
            entry.id: tuple(folded(word).lower() for word in entry.words if "*" not in word)
            for entry in self._catalog.attributes
        }

    @cached_property
    def _named(self) -> dict[str, set[str]]:
        """Return the attributes of the rules that each word names, of those without a gap."""
        found: dict[str, set[str]] = {}
        for ident, words in self._entries.items():
            for word in words:
                found.setdefault(word, set()).add(ident)
        return found


def nouns(words: Iterable[str]) -> set[str]:
    """Return the English nouns that words in either language may mean."""
    return {
        noun
        for word in words
        for noun in (meaning.nouns(word) if HAN.search(word) else (meaning.noun(word),))
    }


def _level(attribute: str) -> str:
    """Return the id of what grows, where an attribute is the growth of another."""
    return attribute.removeprefix(GROWTH)


def own_word(told: Told) -> str:
    """Return the word that an attribute is told by which no entry names; empty for any other."""
    found = _OWN.fullmatch(told.attribute)
    return found[1] if found else ""


def wordless(told: Told) -> bool:
    """Say whether a figure is told by its unit alone, or as a number of people or things in general."""
    return _WORDLESS.fullmatch(_level(told.attribute)) is not None


def may_be_one(a: Told, b: Told) -> bool:
    """Say whether two attributes may be one: of one dimension, or counts of what their own words name."""
    if not (own_word(a) or own_word(b)) or a.attribute.startswith(GROWTH) != b.attribute.startswith(GROWTH):
        return False
    if a.dimension == b.dimension:
        return True
    return counts(a.dimension) and counts(b.dimension) and (_by_noun(a) or _by_noun(b))


def counts(dimension: str) -> bool:
    """Say whether a dimension is a count of people or things."""
    return "/" not in dimension and (dimension.startswith("[") or not dimension.isascii())


def counted(told: Told) -> str:
    """Return the noun of a dimension that counts."""
    return told.dimension.removeprefix("[count of ").removesuffix("]")


def _by_noun(told: Told) -> bool:
    """Say whether a dimension is that of the noun which tells the attribute."""
    return told.dimension.startswith("[count of ") or counted(told) == own_word(told)


def _up_to(phrase: str, nouns: set[str]) -> str:
    """Return a phrase up to the first word that is one of some nouns; empty where none is."""
    words = phrase.split()
    end = next((at for at, word in enumerate(words, start=1) if lemma(word) in nouns), 0)
    return " ".join(words[:end])
