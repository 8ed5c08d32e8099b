"""What the rules call things in Chinese: units, scopes, statistics, regions, attributes.

Comes in: a ``Catalog``.  Goes out: Chinese by canonical name, of several spellings the first; what has none
is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from verify.catalog.catalog import Catalog

_HAN = re.compile(r"[\u4e00-\u9fff]+")


@lru_cache(maxsize=4)
def chinese_words(catalog: Catalog) -> Mapping[str, str]:
    """Return the Chinese of the canonical names of a catalogue."""
    found: dict[str, str] = {}
    for spelling, name in catalog.units.spellings.items():
        if name.isascii() and _HAN.fullmatch(spelling):
            found.setdefault(name, spelling)
    for language in catalog.languages:
        for entry in (*language.scopes, *language.statistics):
            words = [word for word in entry.words if _HAN.fullmatch(word)]
            if words:
                found.setdefault(entry.value, words[0])
    found.update((region.id, region.name.zh) for region in catalog.regions)
    found.update((entry.name.en, entry.name.zh) for entry in catalog.attributes)
    return MappingProxyType(found)
