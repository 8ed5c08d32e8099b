"""The candidates of a corpus, numbered in the order of their ids.

Comes in: the candidates of each document.  Goes out: a number for each, and what it is for a number.  Most
candidates say what others say; what they have in common, their ``face``, is held once, so that one more takes
twelve bytes; the ids of sources wait on disk where they are many.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cached_property
from itertools import pairwise, repeat
from operator import attrgetter, itemgetter
from typing import Any

from verify.engine.shelf import DOCUMENTS, Sorter, Stretches, kept, ordered
from verify.model.entity import Candidate

_Numbered = tuple[str, int]
"""An id, and the number of its document."""
_BY_ID = attrgetter("id")
_text: Callable[[_Numbered], str] = itemgetter(0)
_PARTS = [field.name for field in fields(Candidate)]


def in_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates of a document as they are numbered."""
    return sorted(candidates, key=_BY_ID)


class Candidates:
    """Candidates by their numbers; documents have numbers as well, as they come."""

    def __init__(self, documents: Iterable[tuple[str, Sequence[Candidate]]]) -> None:
        """Take the candidates of each document, in the order of ``in_order``, with the id of its source."""
        found: dict[Candidate, int] = {}
        held: dict[Any, Any] = {}
        tails: dict[str, int] = {}
        faces, ends = array("i"), array("i")
        starts = array("i", [0])
        firsts: Sorter[_Numbered] = Sorter(_text)
        """The id of the first candidate of each document that has any, with the number of the document."""

        def read() -> Iterator[str]:
            for document, (source_id, candidates) in enumerate(documents):
                for one in candidates:
                    face = replace(one, id="", source_id="")
                    if face not in found:
                        found[_of_shared(face, held)] = len(found)
                    faces.append(found[face])
                    ends.append(tails.setdefault(one.id.removeprefix(source_id), len(tails)))
                starts.append(len(faces))
                firsts.extend((one.id, document) for one in candidates[:1])
                yield source_id

        self._sources = kept(read(), DOCUMENTS)
        self._faces, self._tails = [*found], [*tails]
        self._face, self._tail, self._document = array("i"), array("i"), array("i")
        self._first = array("i", repeat(0, len(self._sources)))
        """The number of the first candidate of each document."""
        self._many = array("i", (end - start for start, end in pairwise(starts)))
        for _, document in firsts.once():
            part = slice(starts[document], starts[document + 1])
            self._first[document] = len(self._face)
            self._face.extend(faces[part])
            self._tail.extend(ends[part])
            self._document.extend(repeat(document, self._many[document]))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._face)

    def __getitem__(self, number: int) -> Candidate:
        """Return a candidate as its document has it."""
        source_id = self.source_id(number)
        return replace(self.face(number), id=source_id + self._tails[self._tail[number]], source_id=source_id)

    def face(self, number: int) -> Candidate:
        """Return what a candidate is but for its document: without ids."""
        return self._faces[self._face[number]]

    def faces(self, numbers: Iterable[int]) -> Mapping[Candidate, int]:
        """Return how often each face is among some candidates, in their order."""
        many: dict[int, int] = {}
        for number in numbers:
            many[self._face[number]] = many.get(self._face[number], 0) + 1
        return {self._faces[face]: count for face, count in many.items()}

    def like(self, wanted: Callable[[Candidate], object]) -> Iterator[int]:
        """Yield the numbers of the candidates whose face is wanted, in order."""
        faces = frozenset(number for number, face in enumerate(self._faces) if wanted(face))
        return (number for number, face in enumerate(self._face) if face in faces) if faces else iter(())

    def document(self, number: int) -> int:
        """Return the number of the document of a candidate."""
        return self._document[number]

    def source_id(self, number: int) -> str:
        """Return the id of the source of a candidate."""
        return self._sources[self._document[number]]

    def source(self, document: int) -> str:
        """Return the id of the source of a document."""
        return self._sources[document]

    def of_source(self, source_id: str) -> int:
        """Return the number of the document of a source."""
        return self._numbers.numbers(source_id)[0]

    @cached_property
    def _numbers(self) -> Stretches[str]:
        return Stretches(self._sources, str)

    def by_source(self) -> Iterator[int]:
        """Yield the numbers of the documents in the order of their sources."""
        numbered = ((source_id, document) for document, source_id in enumerate(self._sources))
        return (document for _, document in ordered(numbered, _text))

    def of(self, document: int) -> range:
        """Return the numbers of the candidates of a document."""
        return range(self._first[document], self._first[document] + self._many[document])


def _of_shared(face: Candidate, held: dict[Any, Any]) -> Candidate:
    """Return a face whose parts are held once for all that have the same."""
    parts = (getattr(face, name) for name in _PARTS)
    return Candidate(*(held.setdefault(part, part) for part in parts))
