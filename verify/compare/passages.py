"""Passages that documents share word for word, wherever they stand (SEMANTICS §5).

Documents come in; runs of at least 40 characters (25 words) go out, each with the sources that
hold it.  Shingles of a few tokens that stand in two documents, looked up in an index, give the
places where these may agree; they are extended to the longest common run.  No pair of documents
is compared as a whole, a shingle is sought in a few documents only, and a stretch that has been
matched is not matched again, so that the work grows with the length of the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from verify.compare.shingles import SHINGLE, Index
from verify.compare.verbatim import length, tokens, words
from verify.engine.shelf import DOCUMENTS, arranged
from verify.model.document import Document, Section
from verify.model.group import Passage

_CHARACTERS, _WORDS = 40, 25
_HELD = 256
"""So many texts that share something are kept as words."""
_SECTIONS = (Section.BODY, Section.LEAD, Section.TITLE, Section.SUMMARY, Section.CAPTION)


_WordsOf = Callable[[int], tuple[str, ...]]
"""The words of a text by its number."""


class _Text(NamedTuple):
    source_id: str
    text: str


class SharedPassages:
    """The passages that documents share, found by the sources that hold them."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._texts: list[str] = []
        self._of: dict[str, list[int]] = defaultdict(list)
        """The numbers of the passages that a source holds."""
        for number, passage in enumerate(passages):
            self._texts.append(passage.text)
            for source_id in set(passage.source_ids):
                self._of[source_id].append(number)

    def of(self, sources: Collection[str]) -> list[Passage]:
        """Return the passages that two or more of some sources share, each with those that do."""
        if len(sources) < 2:
            return []
        holders: dict[int, list[str]] = defaultdict(list)
        for source_id in sorted(sources):
            for number in self._of.get(source_id, ()):
                holders[number].append(source_id)
        return [
            Passage(tuple(held), self._texts[number]) for number, held in holders.items() if len(held) > 1
        ]


def passages(documents: Sequence[Document]) -> tuple[Passage, ...]:
    """Return the passages that two documents or more share, sorted by source and text.

    A passage inside a single document, said twice, is not listed.  What is held in memory are the shingles
    that documents share, not those of the text.
    """
    texts = _Texts(documents)
    words_of = lru_cache(maxsize=_HELD)(texts.words)  # not held by them: no cycle is left
    index = Index(words_of(number) for number in range(len(documents)))
    shared: dict[tuple[str, ...], set[int]] = defaultdict(set)
    shown: dict[tuple[str, ...], str] = {}
    for number in range(len(documents)) if index else ():
        for earlier, begin, end in _runs(number, words_of, index):
            run = words_of(earlier)[begin:end]
            if run not in shown and length(run).reaches(_CHARACTERS, _WORDS):
                shown[run] = texts.stretch(earlier, begin, end)
            if run in shown:
                shared[run].update((earlier, number))
    found = {
        Passage(tuple(sorted(texts.source_id(place) for place in places)), shown[run])
        for run, places in shared.items()
    }
    return tuple(sorted(found, key=lambda passage: (passage.source_ids, passage.text)))


class _Texts:
    """The texts of documents in the order of their sources; their words are made when they are wanted."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._texts = arranged(map(_text, documents), lambda text: text.source_id, DOCUMENTS, part=1)

    def source_id(self, number: int) -> str:
        """Return the id of the source."""
        return self._texts[number].source_id

    def stretch(self, number: int, begin: int, end: int) -> str:
        """Return the text from one token to before another."""
        text = self._texts[number].text
        found = tokens(text)
        return text[found[begin].start : found[end - 1].end]

    def words(self, number: int) -> tuple[str, ...]:
        """Return the words of a text."""
        return tuple(words(self._texts[number].text))


def _text(document: Document) -> _Text:
    text = "\n".join(block.text for block in document.blocks if block.section in _SECTIONS)
    return _Text(document.source.id, text)


def _runs(number: int, words_of: _WordsOf, index: Index) -> list[tuple[int, int, int]]:
    """Return the runs shared with earlier documents: document, first token there, end there.

    The first place of each shingle of this document that another has as well is added to the index.  Earlier
    documents are read only for stretches that are long enough, should all of it be one run.
    """
    found = []
    words = words_of(number)
    matched: dict[int, int] = defaultdict(int)
    for first, numbers in _stretches(words, index):
        stretch = words[first : first + len(numbers) - 1 + SHINGLE]
        enough = len(stretch) >= _WORDS or sum(map(len, stretch)) >= _CHARACTERS
        for start, shingle in enumerate(numbers, start=first):
            for earlier, other in index.places(shingle) if enough else ():
                if earlier == number or start + SHINGLE <= matched[earlier]:
                    continue
                if words_of(earlier)[other : other + SHINGLE] != words[start : start + SHINGLE]:
                    continue  # of the same hash
                limit = max(0, matched[earlier] - SHINGLE)
                begin, end = _extended(words_of(earlier), other, words, start, limit)
                matched[earlier] = start + end - other
                found.append((earlier, begin, end))
            index.add(shingle, (number, start))
    return found


def _stretches(words: tuple[str, ...], index: Index) -> Iterator[tuple[int, list[int]]]:
    """Yield the stretches of which all shingles stand in another text: the place, and their numbers."""
    first, held = 0, list[int]()
    for place, number in enumerate(index.numbers(words)):
        if number >= 0:
            first = first if held else place
            held.append(number)
        elif held:
            yield first, held
            held = []
    if held:
        yield first, held


def _extended(
    one: tuple[str, ...], place: int, other: tuple[str, ...], start: int, limit: int
) -> tuple[int, int]:
    """Return begin and end, in ``one``, of the longest common run through both places."""
    begin, end = place, place + SHINGLE
    shift = start - place
    while begin > 0 and begin + shift > limit and one[begin - 1] == other[begin + shift - 1]:
        begin -= 1
    while end < len(one) and end + shift < len(other) and one[end] == other[end + shift]:
        end += 1
    return begin, end
