"""Passages that documents share word for word, wherever they stand (SEMANTICS §5).

Documents come in; runs of at least 40 characters (25 words) go out, each with the sources that
hold it.  Shingles of a few tokens that stand in two documents, looked up in an index, give the
places where these may agree; they are extended to the longest common run.  No pair of documents
is compared as a whole, a shingle is sought in a few documents only, and a stretch that has been
matched is not matched again, so that the work grows with the length of the text.
"""

from __future__ import annotations

import tempfile
from array import array
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import lru_cache
from heapq import merge
from itertools import pairwise
from typing import IO, NamedTuple

from verify.compare.verbatim import length, tokens, words
from verify.engine.shelf import DOCUMENTS, arranged
from verify.model.document import Document, Section
from verify.model.group import Passage

_CHARACTERS, _WORDS = 40, 25
_SHINGLE = 12
_DOCUMENTS = 8
"""So many earlier documents are looked at for one shingle; the rest share the same text."""
_RUN = 1_000_000
"""So many hashes of shingles are sorted at a time."""
_HELD = 256
"""So many texts that share something are kept as words."""
_SECTIONS = (Section.BODY, Section.LEAD, Section.TITLE, Section.SUMMARY, Section.CAPTION)


_Place = tuple[int, int]
"""Number of a document, and of the token there."""
_Index = dict[tuple[str, ...], _Place | list[_Place]]
"""The places of each shingle; the one place that most have alone."""


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
    again = _told_again(_shingles(texts.words(number)) for number in range(len(documents)))
    index: _Index = {}
    shared: dict[tuple[str, ...], set[int]] = defaultdict(set)
    shown: dict[tuple[str, ...], str] = {}
    for number in range(len(documents)) if again else ():
        for earlier, begin, end in _runs(number, texts, index, again):
            run = texts.words(earlier)[begin:end]
            if run not in shown and length(run).reaches(_CHARACTERS, _WORDS):
                shown[run] = texts.stretch(earlier, begin, end)
            if run in shown:
                shared[run].update((earlier, number))
    found = {
        Passage(tuple(sorted(texts.source_id(place) for place in places)), shown[words])
        for words, places in shared.items()
    }
    return tuple(sorted(found, key=lambda passage: (passage.source_ids, passage.text)))


class _Texts:
    """The texts of documents in the order of their sources; their words are made when they are wanted."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._texts = arranged(map(_text, documents), lambda text: text.source_id, DOCUMENTS, part=1)
        self.words = lru_cache(maxsize=_HELD)(self._words)

    def source_id(self, number: int) -> str:
        """Return the id of the source."""
        return self._texts[number].source_id

    def stretch(self, number: int, begin: int, end: int) -> str:
        """Return the text from one token to before another."""
        text = self._texts[number].text
        found = tokens(text)
        return text[found[begin].start : found[end - 1].end]

    def _words(self, number: int) -> tuple[str, ...]:
        return tuple(words(self._texts[number].text))


def _text(document: Document) -> _Text:
    text = "\n".join(block.text for block in document.blocks if block.section in _SECTIONS)
    return _Text(document.source.id, text)


def _shingles(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the words from each place on, as many as a shingle has."""
    return zip(*(words[start:] for start in range(_SHINGLE)), strict=False)


def _told_again(texts: Iterable[Iterable[tuple[str, ...]]]) -> set[int]:
    """Return the hashes of all shingles that stand in two texts or more; another may have the same hash.

    Hashes are sorted a million at a time, and those sorted before wait in a file.
    """
    again: set[int] = set()
    with ExitStack() as opened:
        runs: list[Iterator[int]] = []
        held = array("q")
        for text in texts:
            held.extend({*map(hash, text)})
            if len(held) >= _RUN:
                runs.append(_written(opened.enter_context(tempfile.TemporaryFile()), sorted(held)))
                held = array("q")
        again.update(one for one, other in pairwise(merge(*runs, sorted(held))) if one == other)
    return again


def _written(file: IO[bytes], hashes: Sequence[int]) -> Iterator[int]:
    """Write hashes to a file; return what reads them from it."""
    array("q", hashes).tofile(file)
    file.seek(0)
    return (one for part in iter(lambda: file.read(1 << 16), b"") for one in array("q", part))


def _runs(number: int, texts: _Texts, index: _Index, again: Container[int]) -> list[tuple[int, int, int]]:
    """Return the runs shared with earlier documents: document, first token there, end there.

    The first place of each shingle of this document that another has as well is added to the index.  Earlier
    documents are read only for stretches that are long enough, should all of it be one run.
    """
    found = []
    words = texts.words(number)
    matched: dict[int, int] = defaultdict(int)
    for first, last in _stretches(words, again):
        stretch = words[first : last + _SHINGLE]
        enough = len(stretch) >= _WORDS or sum(map(len, stretch)) >= _CHARACTERS
        for start in range(first, last + 1):
            here = number, start
            shingle = words[start : start + _SHINGLE]
            known = index.setdefault(shingle, here)
            if known is here:
                continue
            places = known if isinstance(known, list) else [known]
            for earlier, other in places if enough else ():
                if earlier == number or start + _SHINGLE <= matched[earlier]:
                    continue
                limit = max(0, matched[earlier] - _SHINGLE)
                begin, end = _extended(texts.words(earlier), other, words, start, limit)
                matched[earlier] = start + end - other
                found.append((earlier, begin, end))
            if len(places) < _DOCUMENTS and places[-1][0] != number:
                places.append(here)
                index[shingle] = places
    return found


def _stretches(words: tuple[str, ...], again: Container[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last place of each stretch in which all shingles stand in another text as well."""
    first = last = -1
    for place, shingle in enumerate(_shingles(words)):
        if hash(shingle) not in again:
            continue
        if place > last + 1 and last >= 0:
            yield first, last
        if place > last + 1 or last < 0:
            first = place
        last = place
    if last >= 0:
        yield first, last


def _extended(
    one: tuple[str, ...], place: int, other: tuple[str, ...], start: int, limit: int
) -> tuple[int, int]:
    """Return begin and end, in ``one``, of the longest common run through both places."""
    begin, end = place, place + _SHINGLE
    shift = start - place
    while begin > 0 and begin + shift > limit and one[begin - 1] == other[begin + shift - 1]:
        begin -= 1
    while end < len(one) and end + shift < len(other) and one[end] == other[end + shift]:
        end += 1
    return begin, end
