"""Where the entries of each rule folder stand in the catalogue; imports nothing, for a quick start."""

from __future__ import annotations

FOLDERS = {
    "attributes": "attributes",
    "constraints": "constraints",
    "entities": "entities",
    "fixes": "fixes",
    "ignore": "ignores",
    "kinds": "kinds",
    "languages": "languages",
    "nouns": "nouns",
    "regions": "regions",
    "relations": "relations",
    "sources": "sources",
}
"""Folder of the rules to the field of the catalogue that holds its entries."""
UNITS = "units"
"""The folder whose files are lines, not entries."""
LANGUAGES = "languages"
