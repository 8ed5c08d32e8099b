"""Find the measure word behind a numeral: 家 of 3家企业, 瓶 of 两瓶水.

Comes in: the measure words of the languages, a folded text and a place.  Goes out: where the word there
ends, and the noun that it implies.  Words that begin many others (页 of 页面) are measure words only where
they begin none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify.catalog.schema import LanguageEntry
from verify.extract.lexicon.dictionary import dictionary
from verify.extract.lexicon.words import Surfaces


class Measures:
    """The measure words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        nouns = {word: noun for entry in languages for word, noun in entry.measures.items()}
        alone = {word: "" for entry in languages for word in entry.measures_alone}
        self._words = Surfaces({**alone, **nouns})
        self._alone = frozenset(alone)

    def __iter__(self) -> Iterator[str]:
        """Yield the words."""
        return iter(self._words)

    def at(self, text: str, place: int, end: int | None = None) -> tuple[int, str] | None:
        """Return end and implied noun of the longest word at a place, up to ``end``; None for none."""
        found = self._words.at(text, place, end)
        if found is None or text[place : found[0]] not in self._alone:
            return found
        return None if dictionary().begins(text, place, found[0]) else found
