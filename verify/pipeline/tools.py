"""What the stages compile from a catalogue, once, and only what is asked for.

Comes in: a catalogue.  Goes out: its ``Tools``.  What they do is left to the stages.
"""

from __future__ import annotations

import gc
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from verify.catalog.catalog import Catalog
from verify.normalize.attributes import Normalizer

if TYPE_CHECKING:
    from verify.extract.extractor import Extractor


class Tools:
    """The tools of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    @cached_property
    def extractor(self) -> Extractor:
        """Reads documents."""
        from verify.extract.extractor import Extractor  # noqa: PLC0415 - 0.1 s, not where all is cached

        return Extractor(self._catalog)

    def forget(self) -> None:
        """Drop what reads documents, with all that it has learnt; who asks for it again has another."""
        if vars(self).pop("extractor", None) is not None:
            from verify.extract.lexicon.nouns import forget  # noqa: PLC0415 - imported by the extractor already

            forget()
            gc.collect()  # what is remembered of a method refers to itself

    @cached_property
    def normalizer(self) -> Normalizer:
        """Gives values their sets."""
        return Normalizer(self._catalog)


@lru_cache(maxsize=4)
def tools(catalog: Catalog) -> Tools:
    """Return the tools of a catalogue."""
    return Tools(catalog)
