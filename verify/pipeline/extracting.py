"""From documents to extractions, each worked out once where they are kept.

Comes in: documents, a catalogue and, where there is one, a folder of what was extracted before.  Goes out: an
extraction for each document.  What a document says depends on its text, on the rules, on the program, and on
those names that the corpus declares and it holds; each of them is part of the key, so that what is kept is
what would be extracted.  Judgements are never kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from verify.cache.program import fingerprint
from verify.cache.records import dumps, loads
from verify.cache.store import Store, key
from verify.catalog.catalog import Catalog
from verify.extract.known import Known
from verify.model.document import Document
from verify.model.extraction import Extraction
from verify.pipeline.tools import tools

Watch = Callable[[str, int, int], None]
"""Told of each step: what is being done, how many documents are, of how many (0 where that says nothing)."""

T = TypeVar("T")
_Names = tuple[tuple[str, str], ...]


def extract_all(
    documents: Sequence[Document], catalog: Catalog, store: Store | None, watch: Watch
) -> list[Extraction]:
    """Return what each document says; nothing is kept without a store."""
    made = Extracting(catalog, store)
    known = Known(pair for document in documents for pair in made.declared(document))
    extractions = []
    for number, document in enumerate(documents):
        watch("extracting", number, len(documents))
        extractions.append(made.extraction(document, known.within(document)))
    return extractions


class Extracting:
    """Extracts, or finds what was extracted."""

    def __init__(self, catalog: Catalog, store: Store | None) -> None:
        self._tools = tools(catalog)
        self._store = store
        self._same = key(fingerprint(), catalog.digest) if store else ""

    def declared(self, document: Document) -> _Names:
        """Return name and kind of what other documents may use without explaining it."""

        def declared() -> _Names:
            return tuple(self._tools.extractor.declared(document))

        return self._kept(_Names, declared, "declared", repr(document))

    def extraction(self, document: Document, known: Known) -> Extraction:
        """Return what a document says, given the names that it holds of those that its corpus declares."""

        def extraction() -> Extraction:
            return self._tools.extractor.extract(document, known)

        names = (part for pair in known.pairs for part in pair)
        return self._kept(Extraction, extraction, "extraction", repr(document), *names)

    def _kept(self, kind: type[T], make: Callable[[], T], *parts: str) -> T:
        """Return what is kept for some parts; else make it, and keep it."""
        if self._store is None:
            return make()
        same = key(self._same, *parts)
        content = self._store.get(same)
        found = None if content is None else loads(kind, content)
        if found is None:
            found = make()
            self._store.put(same, dumps(kind, found))
        return found
