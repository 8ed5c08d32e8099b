"""The first half of a run: what documents say, each by itself.

Comes in: documents, a catalogue and what all documents share.  Goes out: for each document the names that it
declares (``declare_partition``) and, once these are joined, its ``Extraction`` (``map_partition``): claims,
the things that it names, from which ``resolve`` makes the alias table, and every other figure.  Both are
functions of plain records and may run anywhere; linking is left to ``gathering``, judging to ``bucket``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from verify.cache.store import Store
from verify.catalog.catalog import Catalog
from verify.engine import Engine, Lost, Work, chunks
from verify.engine.shelf import DOCUMENTS, kept
from verify.extract.names.known import Declared, Known
from verify.model.document import Document, Issue
from verify.model.extraction import Extraction
from verify.pipeline.extracting import Extracting

Watch = Callable[[str, int, int], None]
"""Told of each step: what is being done, how many documents are, of how many (0 where that says nothing)."""

T = TypeVar("T")

_CHUNK = 1 << 16
"""Characters of the documents that are read together: some tenths of a second of work."""


@dataclass(frozen=True, slots=True)
class Told:
    """What reading a document depends on beside the document."""

    store: Store | None
    """Where extractions are kept, if anywhere."""
    known: Known
    """The names that any document declares; none for those who declare them."""


def declare_partition(catalog: Catalog, told: Told, documents: Iterator[Document]) -> Iterator[Declared]:
    """Yield what each document declares to others."""
    extracting = Extracting(catalog, told.store)
    return map(extracting.declared, documents)


def map_partition(catalog: Catalog, told: Told, documents: Iterator[Document]) -> Iterator[Extraction]:
    """Yield what each document says, given the names that its corpus declares."""
    extracting = Extracting(catalog, told.store)
    return (extracting.extraction(document, told.known.within(document)) for document in documents)


def extract_all(
    documents: Sequence[Document], engine: Engine, store: Store | None, watch: Watch
) -> Sequence[Extraction]:
    """Return what each document says; of one that cannot be read, that it cannot be."""
    lost: dict[int, Lost] = {}
    told = Told(store, _known(documents, engine, store, lost))
    held = (document for place, document in enumerate(documents) if place not in lost)
    read = _each(engine, map_partition, told, held, len(documents) - len(lost), watch)

    def every() -> Iterator[Extraction]:
        for place, document in enumerate(documents):
            found = lost[place] if place in lost else next(read)
            yield _lost(document, found) if isinstance(found, Lost) else found

    return kept(every(), DOCUMENTS)


def _known(
    documents: Sequence[Document], engine: Engine, store: Store | None, lost: dict[int, Lost]
) -> Known:
    """Return the names that documents declare; put down by place which of these cannot be read."""
    seek = Told(store, Known(()))

    def declared() -> Iterator[Declared]:
        found = _each(engine, declare_partition, seek, documents, len(documents), unwatched)
        for place, one in enumerate(found):
            if isinstance(one, Lost):
                lost[place] = one
            else:
                yield one

    return Known.of(declared())


def unwatched(stage: str, done: int, total: int) -> None:
    """Let a run go by in silence."""


def _each(
    engine: Engine,
    work: Work[Document, T],
    told: Told,
    documents: Iterable[Document],
    number: int,
    watch: Watch,
) -> Iterator[T | Lost]:
    """Yield what work makes of each document, of so many, in order."""
    done = 0
    watch("extracting", done, number)
    for found in engine.run(work, told, chunks(documents, lambda one: len(one.text), _CHUNK)):
        yield from found
        done += len(found)
        watch("extracting", done, number)


def _lost(document: Document, lost: Lost) -> Extraction:
    """Return what is left of a document that could not be read: word of it."""
    source = document.source.id
    message = f"document not read: {lost.why}; leave it out, or cut it up, and report it"
    issue = Issue("lost", message, source, incomplete=True)
    return Extraction(source, (), (), (), (), (issue,), ())
