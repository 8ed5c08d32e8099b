"""Texts through the whole program: what the checks of arithmetic and plausibility find in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from verify import api, checks, pipeline
from verify.catalog.catalog import Catalog
from verify.model.document import Block, Document, Section, Source
from verify.model.extraction import Extraction
from verify.model.finding import Finding
from verify.model.report import Report
from verify.model.span import OffsetMap

PUBLISHED = dt.date(2023, 10, 1)


def shipped() -> Catalog:
    """The rules that ship with the program, loaded once a process for all tests."""
    return api.load_rules()


def document(name: str, text: str) -> Document:
    """A document of one paragraph."""
    language = "en" if text.isascii() else "zh"
    source = Source(name, name, published=PUBLISHED, language=language)
    return Document(source, text, (Block(Section.BODY, text, OffsetMap.identity(len(text))),))


def found(texts: Sequence[str], rules: Catalog | None = None) -> tuple[Finding, ...]:
    """All that is found in some documents of a paragraph each."""
    catalog = rules or shipped()
    documents, extractions = _read(texts, catalog)
    return checks.run(pipeline.gather(documents, extractions, catalog).facts).items


def drafted(*texts: str, drafts: int = 1) -> Report:
    """Hold the first texts, drafts, against the others."""
    documents, extractions = _read(texts, shipped())
    ids = [document.source.id for document in documents[:drafts]]
    return pipeline.judge(documents, extractions, shipped(), drafts=ids)


def _read(texts: Sequence[str], catalog: Catalog) -> tuple[list[Document], list[Extraction]]:
    documents = [document(f"{number}.txt", text) for number, text in enumerate(texts)]
    extractor = pipeline.tools(catalog).extractor
    known = extractor.known(documents)
    return documents, [extractor.extract(one, known) for one in documents]


def reckoned(texts: Sequence[str], rules: Catalog | None = None) -> list[Finding]:
    """What the checks of arithmetic and plausibility find in some documents."""
    return [one for one in found(texts, rules) if one.code.startswith(("V3", "V5"))]


def codes(text: str) -> set[str]:
    """The codes of what those checks find in a text."""
    return {one.code for one in reckoned([text])}
