"""Passages that documents share word for word, wherever they stand (SEMANTICS §5).

Documents come in; runs of at least 40 characters (25 words) go out, each with the sources that
hold it.  Shingles of a few tokens, looked up in an index, give the places where two documents
may agree; these are extended to the longest common run.  No pair of documents is compared as a
whole, a shingle is sought in a few documents only, and a stretch that has been matched is not
matched again, so that the work grows with the length of the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from verify.compare.verbatim import length, tokens, words
from verify.model.document import Document, Section
from verify.model.group import Passage

_CHARACTERS, _WORDS = 40, 25
_SHINGLE = 12
_DOCUMENTS = 8
"""So many earlier documents are looked at for one shingle; the rest share the same text."""
_SECTIONS = (Section.BODY, Section.LEAD, Section.TITLE, Section.SUMMARY, Section.CAPTION)


_Place = tuple[int, int]
"""Number of a document, and of the token there."""
_Index = dict[tuple[str, ...], _Place | list[_Place]]
"""The places of each shingle; the one place that most have alone, for there are as many as tokens."""


@dataclass(frozen=True, slots=True)
class _Text:
    source_id: str
    text: str
    words: tuple[str, ...]
    """Of its tokens."""

    def stretch(self, begin: int, end: int) -> str:
        """Return the text from one token to before another."""
        found = tokens(self.text)  # not kept: few texts share a passage
        return self.text[found[begin].start : found[end - 1].end]

    def shingles(self) -> Iterator[tuple[str, ...]]:
        """Return the words from each place on, as many as a shingle has."""
        return zip(*(self.words[start:] for start in range(_SHINGLE)), strict=False)


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

    A passage inside a single document, said twice, is not listed.
    """
    index: _Index = {}
    texts: list[_Text] = []
    shared: dict[tuple[str, ...], set[int]] = defaultdict(set)
    shown: dict[tuple[str, ...], str] = {}
    for document in sorted(documents, key=lambda document: document.source.id):
        text = _text(document)
        for earlier, begin, end in _runs(text, texts, index):
            run = texts[earlier].words[begin:end]
            if run not in shown and length(run).reaches(_CHARACTERS, _WORDS):
                shown[run] = texts[earlier].stretch(begin, end)
            if run in shown:
                shared[run].update((earlier, len(texts)))
        texts.append(text)
    found = {
        Passage(tuple(sorted(texts[place].source_id for place in places)), shown[words])
        for words, places in shared.items()
    }
    return tuple(sorted(found, key=lambda passage: (passage.source_ids, passage.text)))


def _text(document: Document) -> _Text:
    text = "\n".join(block.text for block in document.blocks if block.section in _SECTIONS)
    return _Text(document.source.id, text, tuple(words(text)))


def _runs(text: _Text, texts: Sequence[_Text], index: _Index) -> list[tuple[int, int, int]]:
    """Return the runs shared with earlier documents: document, first token there, end there.

    The first place of each shingle of this document is added to the index.
    """
    found = []
    own = len(texts)
    matched: dict[int, int] = defaultdict(int)
    for start, shingle in enumerate(text.shingles()):
        here = own, start
        known = index.setdefault(shingle, here)
        if known is here:
            continue
        places = known if isinstance(known, list) else [known]
        for earlier, other in places:
            if earlier == own or start + _SHINGLE <= matched[earlier]:
                continue
            limit = max(0, matched[earlier] - _SHINGLE)
            begin, end = _extended(texts[earlier].words, other, text.words, start, limit)
            matched[earlier] = start + end - other
            found.append((earlier, begin, end))
        if len(places) < _DOCUMENTS and places[-1][0] != own:
            places.append(here)
            index[shingle] = places
    return found


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
