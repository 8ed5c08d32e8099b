"""What an entry of the catalogue says, for people: its page, and its meaning beside a figure that it read.

Comes in: the catalogue, and what is asked after.  Goes out: plain text.  What the entry did in a report is
left to ``explain``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from verify.catalog.catalog import Catalog
from verify.catalog.folders import FOLDERS
from verify.catalog.schema import Entry
from verify.model.exact import readable
from verify.model.notation import unit_words
from verify.report.account import Meaning

_FIGURES = {
    "numeral": "digits or number words",
    "date": "words of a date",
    "ratio": "one number to another",
    "multiple": "words of a multiple",
    "rank": "a superlative with what it is about",
    "section": "stands in a part of the document that states no facts",
}


def entry_page(catalog: Catalog, asked: str) -> str | None:
    """Return the page of the entries of that id, or of the unit of that name or spelling; None for none."""
    folder, _, ident = asked.rpartition("/")
    pages = [
        f"{name}/{entry.id}\n{_fields(entry)}"
        for name, field in FOLDERS.items()
        if folder in ("", name)
        for entry in getattr(catalog, field)
        if entry.id == ident
    ]
    pages += _unit_page(catalog, asked)
    return "\n".join(pages) or None


def meanings(catalog: Catalog) -> Meaning:
    """Return what tells the meaning of a rule by its name."""
    reasons = {entry.id: f"ignored, because: {entry.reason}" for entry in catalog.ignores}
    names = {entry.id: f"attribute “{entry.name.en}” of rules/attributes" for entry in catalog.attributes}

    names |= {
        entry.id: f"constraint of the kind “{entry.kind}”: {entry.why}" for entry in catalog.constraints
    }
    names |= {
        entry.id: f"relation of the kind “{entry.kind}” of rules/relations" for entry in catalog.relations
    }

    def meaning(rule: str) -> str:
        kind, _, rest = rule.partition(".")
        if rule in reasons:
            return reasons[rule]
        if rule in names:
            return names[rule]
        if kind == "unit" and rest:
            return f"the unit {unit_words(rest)}" if unit_words(rest) else "a plain number"
        if kind == "hedge" and rest:
            return f"words that say “{rest.replace('_', ' ')}”"
        return _FIGURES.get(kind, "")

    return meaning


def _fields(entry: Entry) -> str:
    fields = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"id"})
    return "".join(f"    {line}\n" for name, value in fields.items() for line in _field(name, value))


def _field(name: str, value: Any) -> Iterable[str]:
    if isinstance(value, Mapping):
        yield f"{name}:"
        for key, inner in value.items():
            yield from (f"    {line}" for line in _field(key, inner))
    elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        for item in value:
            yield from _field(name, item)
    elif isinstance(value, list):
        yield f"{name}: {', '.join(map(str, value))}"
    else:
        yield f"{name}: {value}"


def _unit_page(catalog: Catalog, asked: str) -> Iterable[str]:
    """Tell a unit by its canonical name or any of its spellings."""
    found = catalog.units.match(asked, 0)
    name = found[0] if found is not None and found[1] == len(asked) else asked
    if name not in catalog.units.spellings.values():
        return
    unit = catalog.units.unit(name)
    spellings = sorted(spelling for spelling, meant in catalog.units.spellings.items() if meant == name)
    offset = f" + {readable(unit.offset)}" if unit.offset else ""
    yield (
        f"unit {unit.name}\n"
        f"    1 {unit.name} = {readable(unit.factor)}{offset} {unit.base}\n"
        f"    written {', '.join(spellings)}\n"
    )
