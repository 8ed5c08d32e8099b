"""The templates of ``rules/relations``: how words tell what the figures around them are to each other.

Comes in: a template (``从…{old}…增至{new}…增长{change}``) and its kind.  Goes out: a regular
expression over a sentence in which every figure is one character, or what is wrong with the
template.  Finding the sentences and judging the figures is left to ``checks``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from verify.catalog.patterns import wrong_with
from verify.catalog.suggest import did_you_mean

FIGURE = "\ue000"
"""Stands for a quantity in a skeleton."""
DAY = "\ue001"
"""Stands for a date or period in a skeleton."""
_GAP = rf"[^{FIGURE}。；;!?]{{0,24}}?"
_LISTED = r"(?:、|,|和|与|及|以及|and|或|\s){1,4}+"
_LABEL = rf"[^{FIGURE}{DAY}，。；;:：!?、]{{0,20}}"
_JOIN = r"(?:、|，|, and|,|和|与|及|以及|and)"
_SLOTS = MappingProxyType(
    {
        "values": rf"{FIGURE}(?:{_LISTED}{FIGURE}){{1,11}}+",
        "parts": rf"{FIGURE}(?:{_LABEL}{_JOIN}{_LABEL}{FIGURE}){{1,11}}",
        "term": rf"[^{FIGURE}{DAY}，,。；;:：!?()、“”\"「」《》]{{2,24}}?",
        "items": rf"[^{FIGURE}{DAY}，。；;:：!?()]{{3,160}}?",
    }
)
"""Slots that hold more than one character: figures in a row, labelled figures, a term, a list of names."""
_DAYS = frozenset({"start", "end", "dates", "born", "when", "first", "then"})
"""Slots that hold a date."""

ROLES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = MappingProxyType(
    {
        kind: (frozenset(needed.split()), frozenset(allowed.split()))
        for kind, needed, allowed in (
            ("change", "change", "old new range"),
            ("share", "part whole share", ""),
            ("sum", "whole", "parts values part1 part2 part3 part4"),
            ("part", "whole", "part parts part1 part2 part3 part4"),
            ("ratio", "a b ratio", ""),
            ("difference", "more less difference", ""),
            ("product", "each number total", ""),
            ("yearly", "years change rate", ""),
            ("count", "count items", ""),
            ("span", "span", "start end dates"),
            ("age", "born age", "when"),
            ("done", "when", ""),
            ("order", "first then", ""),
            ("term", "term value", ""),
        )
    }
)
"""Kind to the slots that its templates must and may have."""
_SLOT = re.compile(r"\{([a-z]\w*)\}")


def expanded(template: str) -> str:
    """Return the regular expression of a template: ``…`` is a gap of up to 24 characters without a figure.

    No set of all characters but some (``[^，。]``) takes a figure either: what is not a slot is words.
    """
    return _SLOT.sub(_slot, template.replace("[^", f"[^{FIGURE}")).replace("…", _GAP)


def _slot(match: re.Match[str]) -> str:
    name = match[1]
    if name in ("any", "day"):
        return FIGURE if name == "any" else DAY
    body = _SLOTS.get(name, DAY if name in _DAYS else FIGURE)
    return f"(?P<{name}>{body})"


def mistakes(kind: str, template: str) -> Iterator[str]:
    """Yield what is wrong with a template of a kind that there is."""
    if kind not in ROLES:
        return
    needed, allowed = ROLES[kind]
    slots = _SLOT.findall(template)
    known = needed | allowed | {"any", "day"}
    for slot in slots:
        if slot not in known:
            near = did_you_mean(slot, known) or f"; known are {', '.join(sorted(known))}"
            yield f"the kind '{kind}' has no slot '{slot}'{near}"
    for slot in sorted(needed - set(slots)):
        yield f"the slot '{{{slot}}}' is missing, which the kind '{kind}' needs"
    for slot in sorted(set(slots) - {"any", "day"}):
        if slots.count(slot) > 1:
            yield f"the slot '{{{slot}}}' stands twice"
            return
    trouble = wrong_with(expanded(template))
    if trouble:
        yield trouble
