"""Labels to fields: what a key of front matter, a label of labelled text or a column stands for.

Comes in: the labels of the rule files (``LanguageEntry.labels``).  Goes out: a look-up.  The name
of a field is always a label for it; every other label is knowledge of a language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from verify.catalog.schema import LanguageEntry
from verify.errors import UsageError
from verify.text.fold import folded


class Field(StrEnum):
    """What a labelled value can be."""

    TITLE = "title"
    URL = "url"
    SUMMARY = "summary"
    BODY = "body"
    KEYWORDS = "keywords"
    PUBLISHED = "published"
    PUBLISHER = "publisher"
    AUTHOR = "author"
    DIGEST = "digest"
    """A summary beside the summary, such as a list of the main points."""


Labels = Mapping[str, Field]


def labels(languages: Iterable[LanguageEntry]) -> Labels:
    """Return label to field, labels folded; raises UsageError for a field that does not exist."""
    known = {field.value: field for field in Field}
    table = dict(known)
    for language in languages:
        for label, name in language.labels.items():
            if name not in known:
                message = f"label {label!r} of language {language.id}: no field {name!r}"
                raise UsageError(f"{message}; use one of {', '.join(known)}")
            table[fold(label)] = known[name]
    return table


def fold(label: str) -> str:
    """Return a label as it is looked up: case, spaces, underscores and the script (標題) do not matter."""
    return "".join(folded(label).casefold().replace("_", " ").replace("-", " ").split())


def field_of(key: str, known: Labels) -> Field | None:
    """Return the field of a key; of a nested key (``author.name``) that of its parent."""
    parent, _, child = key.partition(".")
    return known.get(fold(key)) or (known.get(fold(parent)) if child == "name" else None)
