"""What is in force, by the item that it is about now.

Comes in: a store, the items of a report, and what became of the decisions that the report was judged with.
Goes out: for an item the decision about it and how it stands; the decisions about nothing here.  Decisions of
others are taken in at each look: the log is read from where it was left.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from verify.model.judgement import Decided, Judgement, Standing, State
from verify.report import schema
from verify.review.anchors import Anchors
from verify.review.bodies import judgement_of
from verify.review.items import Item
from verify.review.pins import standing
from verify.store.store import Body, Store

__all__ = ["CORRECTED", "OPEN", "Known", "Ledger"]

OPEN = frozenset({"open"})
"""The states of what nobody decided."""
CORRECTED = "corrected"
"""The state of what was judged with a reading that an editor corrected."""


@dataclass(frozen=True, slots=True)
class Known:
    """A decision in force, and how it stands here."""

    decided: Decided
    item: Item | None
    """What it is about now; None where that is gone."""
    standing: Standing
    states: frozenset[str]
    """What a filter may call it."""


class Ledger:
    """Follows the log of one store.

    Args:
        store: Where decisions are kept.
        items: Of the report on the desk.
        told: What became of the decisions that the report was judged with.
    """

    def __init__(self, store: Store, items: Sequence[Item], told: Sequence[schema.Decision] = ()) -> None:
        self._store = store
        self._anchors = Anchors(items)
        self._told = {one.seq: one for one in told}
        self._known: dict[str, Known] = {}
        """By the subject as it was written."""
        self._by_item: dict[str, str] = {}
        """Item to the subject of the decision about it."""
        self._lock = Lock()
        self._seq = store.head()[0]
        self._having: dict[str, set[str]] | None = None
        """None where it has to be made anew."""
        for found in store.decisions().values():
            self._take(found.subject, found.body, found.editor, found.at, found.seq)

    def catch_up(self) -> None:
        """Take in what was decided since the last look, by anybody."""
        with self._lock:
            for record in self._store.records(after=self._seq):
                self._seq = record.seq
                self._take(record.subject, record.after, record.editor, record.at, record.seq)

    def about(self, item: Item) -> Known | None:
        """Return what is in force about an item."""
        subject = self._by_item.get(item.subject)
        return None if subject is None else self._known.get(subject)

    def states(self, item: Item) -> frozenset[str]:
        """Return what a filter may call an item."""
        known = self.about(item)
        return OPEN if known is None else known.states

    def having(self) -> Mapping[str, Collection[str]]:
        """Return the items of each state, by subject; ``closed`` are those that are not open."""
        found = self._having
        if found is None:
            found = {"closed": set()}
            for known in list(self._known.values()):
                if known.item is None:
                    continue
                for state in (*known.states, *(() if "open" in known.states else ("closed",))):
                    found.setdefault(state, set()).add(known.item.subject)
            found.pop("open", None)
            self._having = found
        return found

    def every(self) -> list[Known]:
        """Return all that is in force, in the order it was decided."""
        return sorted(self._known.values(), key=lambda known: known.decided.seq)

    def _take(self, subject: str, body: Body | None, editor: str, at: str, seq: int) -> None:
        self._having = None
        before = self._known.pop(subject, None)
        if (
            before is not None
            and before.item is not None
            and self._by_item.get(before.item.subject) == subject
        ):
            del self._by_item[before.item.subject]
        if body is None:
            return
        decided = Decided(judgement_of(body), editor, at, seq)
        item = self._anchors.item(decided.judgement)
        found = self._standing(decided, item)
        self._known[subject] = Known(decided, item, found, self._states(decided.judgement, item, found, seq))
        if item is not None:
            self._by_item[item.subject] = subject

    def _standing(self, decided: Decided, item: Item | None) -> Standing:
        told = self._told.get(decided.seq)
        if told is not None:
            why, _, about = told.why.partition(": ")
            return Standing(State(told.state), why, about)
        return standing(decided.judgement, item.pins if item else ())

    def _states(self, judgement: Judgement, item: Item | None, found: Standing, seq: int) -> frozenset[str]:
        choice = judgement.choice.value
        if found.state is State.ORPHANED:
            return frozenset({"orphaned", choice})
        if found.state is State.STALE:
            return frozenset({"stale", choice})
        again = seq in self._told and judgement.rereads and judgement.choice.rereads
        if again and item is not None and item.severity in ("error", "warning"):
            return frozenset({"open", CORRECTED, choice})
        return frozenset({"decided", choice, *([CORRECTED] if judgement.rereads else [])})
