"""What each kind of constraint says, and what is wrong with one that says it otherwise.

Comes in: a valid entry of ``rules/constraints`` with its place.  Goes out: a problem for each key that its
kind lacks or does not have, and for each field that a message does not know.  Whether the ids that it
names exist is left to ``catalog.references``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.catalog.schema import ConstraintEntry
from verify.catalog.suggest import did_you_mean
from verify.catalog.validate import Located
from verify.errors import Problem

KEYS = {
    "limit": ("attributes", "minimum|maximum", "unit"),
    "range": ("attributes", "minimum|maximum", "unit"),
    "unique": ("attribute",),
    "sum_of_parts": ("whole", "parts"),
    "share": ("part", "whole", "share"),
    "ratio": ("numerator", "denominator", "ratio"),
    "growth": ("attributes",),
    "order": ("attributes",),
    "equal": ("attributes",),
}
"""Kind to the keys that it has beside the common ones; ``a|b``: at least one of them."""
NAMING = ("attribute", "whole", "part", "share", "numerator", "denominator", "ratio")
"""Keys that hold the id of an attribute."""
LISTING = ("attributes", "parts")
"""Keys that hold a list of such ids."""
_OPTIONAL = frozenset({"unit"})
_PAIRS = frozenset({("sum_of_parts", "parts"), ("order", "attributes"), ("equal", "attributes")})
"""Kind and key of lists that need two."""
_FIELDS = ("entity", "attribute", "found", "expected", "gap")
"""What a message may hold in braces."""
_FIELD = re.compile(r"\{([^{}]*)\}")


def misfits(located: Located[ConstraintEntry]) -> Iterator[Problem]:
    """Yield what is wrong with the keys and the message of a constraint of a kind that there is."""
    if located.entry.kind not in KEYS:
        return
    yield from _keys(located)
    for kind, key in sorted(_PAIRS):
        if kind == located.entry.kind and len(getattr(located.entry, key)) == 1:
            yield located.problem("at least two attributes belong here", key)
    for field in _FIELD.findall(located.entry.message):
        if field not in _FIELDS:
            near = did_you_mean(field, _FIELDS) or f"; known are {', '.join(_FIELDS)}"
            yield located.problem(f"a message has no field '{field}'{near}", "message")


def _keys(located: Located[ConstraintEntry]) -> Iterator[Problem]:
    kind, given = located.entry.kind, located.entry.model_fields_set
    groups = [names.split("|") for names in KEYS[kind]]
    mine = [name for group in groups for name in group]
    anywhere = {name for keys in KEYS.values() for names in keys for name in names.split("|")}
    for key in sorted(anywhere & given - set(mine)):
        near = did_you_mean(key, mine) or f"; it has {', '.join(mine)}"
        yield located.problem(f"the kind '{kind}' has no key '{key}'{near}", key)
    for group in groups:
        if not given.intersection(group) and not _OPTIONAL.issuperset(group):
            keys = "' or '".join(group)
            yield located.problem(f"the key '{keys}' is missing, which the kind '{kind}' needs", "kind")
