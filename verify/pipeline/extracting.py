"""From a document to its extraction, worked out once where extractions are kept.

Comes in: documents, a catalogue and, where there is one, a folder of what was extracted before.  Goes out:
the extraction of each document.  What a document says depends on its text, on the rules, on the program, and
on those names that the corpus declares and it holds; each of them is part of the key, so that what is kept is
what would be extracted.  Judgements are never kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from verify.cache.program import fingerprint
from verify.cache.records import dumps, loads
from verify.cache.store import Store, key
from verify.catalog.catalog import Catalog
from verify.extract.names.known import Declared, Known
from verify.model.document import Document
from verify.model.extraction import Extraction
from verify.pipeline.tools import tools

T = TypeVar("T")


class Extracting:
    """Extracts, or finds what was extracted."""

    def __init__(self, catalog: Catalog, store: Store | None) -> None:
        self._tools = tools(catalog)
        self._store = store
        self._same = key(fingerprint(), catalog.digest) if store else ""

    def declared(self, document: Document) -> Declared:
        """Return what a document declares to others."""

        def declared() -> Declared:
            return self._tools.extractor.declared(document)

        return self._kept(Declared, declared, "declared", document)

    def extraction(self, document: Document, known: Known) -> Extraction:
        """Return what a document says, given the names that it holds of those that its corpus declares."""

        def extraction() -> Extraction:
            return self._tools.extractor.extract(document, known)

        names = (part for pair in known.pairs for part in pair)
        about = (f"{name} {times}" for name, times in sorted(known.about.items()))
        return self._kept(Extraction, extraction, "extraction", document, (*names, "", *about))

    def _kept(
        self, kind: type[T], make: Callable[[], T], what: str, document: Document, names: Iterable[str] = ()
    ) -> T:
        """Return what is kept of a document, read with some names; else make it, and keep it."""
        if self._store is None:
            return make()
        same = key(self._same, what, repr(document), *names)
        content = self._store.get(same)
        found = None if content is None else loads(kind, content)
        if found is None:
            found = make()
            self._store.put(same, dumps(kind, found))
        return found
