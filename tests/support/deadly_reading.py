"""Reading that ends its process, for tests of runs: importable by name, as workers need it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from verify.catalog.catalog import Catalog
from verify.model.document import Document
from verify.model.extraction import Extraction
from verify.pipeline import partition

DEADLY = "致命的文件"
"""A text that holds this ends who reads it."""

_map_partition = partition.map_partition


def map_partition(catalog: Catalog, told: Any, documents: Iterator[Document]) -> Iterator[Extraction]:
    """Read documents as ever, but for the deadly one."""

    def living(documents: Iterator[Document]) -> Iterator[Document]:
        for document in documents:
            if DEADLY in document.text:
                os._exit(1)
            yield document

    return _map_partition(catalog, told, living(documents))
