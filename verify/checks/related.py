"""Which figures of a sentence its words relate, by the templates of ``rules/relations``.

Comes in: the facts of a run.  Goes out: ``Related``: the figures of one statement by the slots of
a template.  Reckoning with them is left to the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from verify.catalog.relations import DAY, FIGURE, expanded
from verify.catalog.schema import RelationEntry
from verify.checks.facts import Facts
from verify.checks.statements import Statement
from verify.model.claim import Confidence, Mention
from verify.model.finding import Severity
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.text.openings import needed

_LISTS = ("values", "parts", "part1", "part2", "part3", "part4")


@dataclass(frozen=True, slots=True)
class Related:
    """Figures that one template relates."""

    entry: RelationEntry
    statement: Statement
    slots: dict[str, Mention]
    """One figure a slot."""
    parts: tuple[Mention, ...]
    """Those of a list, in their order."""
    words: dict[str, str]
    """Text of the slots that hold no figure, and of the whole match as ``""``."""

    def quantity(self, slot: str) -> Quantity | None:
        """Return the quantity in a slot, None where there is none."""
        mention = self.slots.get(slot)
        return mention.value if mention is not None and isinstance(mention.value, Quantity) else None

    def day(self, slot: str) -> Period | None:
        """Return the date in a slot, None where there is none or it is unresolved."""
        mention = self.slots.get(slot)
        value = mention.value if mention is not None else None
        return value if isinstance(value, Period) and value.resolved else None

    @property
    def figures(self) -> tuple[Mention, ...]:
        """All figures, as they stand in the text."""
        return tuple(sorted((*self.slots.values(), *self.parts), key=lambda mention: mention.span))


def related(facts: Facts, kind: str) -> Iterator[Related]:
    """Yield what the templates of a kind relate, statement by statement."""
    if facts.catalog is None:
        return
    entries = [
        (entry, _compiled(entry.pattern), _needed(entry.pattern), _reaches_back(entry))
        for entry in facts.catalog.relations
        if entry.kind == kind
    ]
    for statement in facts.statements:
        skeleton, begin, characters = statement.skeleton, statement.begin, statement.characters
        for entry, pattern, needs, back in entries:
            if not needs <= characters:
                continue
            start = 0 if back else begin
            # most fit nowhere, which is told sooner than there are no matches
            if pattern.search(skeleton, start) is None or _ruled_out(entry, skeleton, start):
                continue
            for match in pattern.finditer(skeleton, start):
                if match.end() > begin:
                    yield _related(entry, statement, match)


def severity(facts: Facts, one: Related) -> Severity:
    """Return the entry's severity; at most a warning where the reading of a figure is of low confidence.

    Of what a share is, the template tells, whatever the reading made of it.
    """
    told = [m for m in one.figures if not (isinstance(m.value, Quantity) and m.value.kind == "percent")]
    claims = [facts.claim.get(mention.claim_id or "") for mention in told]
    doubtful = any(claim is not None and claim.confidence is Confidence.LOW for claim in claims)
    stated = Severity(one.entry.severity)
    return Severity.WARNING if doubtful and stated is Severity.ERROR else stated


def why_silent(facts: Facts, entry: RelationEntry) -> str:
    """Return why a template relates nothing that could be found wrong, for whoever writes it.

    Of the sentence it shows what the template is held against: ``⟨300 employees⟩, including ⟨420⟩``.
    """
    if not facts.statements:
        return "no figure is read in it"
    shown = " ".join(_shown(statement) for statement in facts.statements)
    if not any(_compiled(entry.pattern).search(statement.skeleton) for statement in facts.statements):
        return f"the pattern fits nowhere in: {shown}"
    back = _reaches_back(entry)
    told = [one.skeleton[0 if back else one.begin :] for one in facts.statements]
    words = [word for word in entry.unless if any(word in text for text in told)]
    if words:
        return f"{', '.join(map(repr, words))} of 'unless' stands in: {shown}"
    found = next(related(facts, entry.kind), None)
    if found is None:
        return f"the pattern fits only the sentence before: {shown}"
    slots = [f"{name} {mention.quote}" for name, mention in sorted(found.slots.items())]
    slots += [f"of a list {mention.quote}" for mention in found.parts]
    return f"it relates {'; '.join(slots)}, and these fit together or are not of one sort"


def _ruled_out(entry: RelationEntry, skeleton: str, start: int) -> bool:
    """Say whether one of the entry's ``unless`` stands where a match may; not in the sentence before."""
    return any(skeleton.find(word, start) >= 0 for word in entry.unless)


def _shown(statement: Statement) -> str:
    """Return a skeleton with its figures in angle brackets."""
    return "".join(
        f"⟨{statement.figures[at].quote}⟩" if at in statement.figures else character
        for at, character in enumerate(statement.skeleton)
    ).strip()


@lru_cache(maxsize=1024)
def _compiled(template: str) -> re.Pattern[str]:
    return re.compile(expanded(template))


@lru_cache(maxsize=1024)
def _needed(template: str) -> frozenset[str]:
    """Return the characters without which a template fits nowhere."""
    return needed(expanded(template))


def _reaches_back(entry: RelationEntry) -> bool:
    """Say whether a template may begin in the sentence before: it has a full stop in it."""
    return "。" in entry.pattern or "[.]" in entry.pattern


def _related(entry: RelationEntry, statement: Statement, match: re.Match[str]) -> Related:
    slots: dict[str, Mention] = {}
    parts: list[Mention] = []
    words = {"": match[0]}
    for name, text in match.groupdict().items():
        if text is None:
            continue
        start, end = match.span(name)
        held = [statement.figures[at] for at in range(start, end) if match.string[at] in (FIGURE, DAY)]
        if name in _LISTS:
            parts += held
        elif held:
            slots[name] = held[0]
        else:
            words[name] = text
    return Related(entry, statement, slots, tuple(parts), words)
