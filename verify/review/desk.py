"""What a desk works on: the items of one report, and what was decided of them.

Comes in: a report, a store, the name of the editor.  Goes out: pages of the queue, items with their
decisions, and records of new decisions.  Decisions of others are seen at the next look: the log is read from
where it was left.  HTTP is left to ``app``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from verify.errors import UsageError
from verify.model.judgement import Choice, Correction, Judgement, Naming, Standing, State
from verify.report import schema
from verify.report.number_line import NumberLine, number_line
from verify.report.page import MemberView
from verify.report.view import Views
from verify.review import queue
from verify.review.anchors import Anchors
from verify.review.bodies import body_of, judgement_of
from verify.review.pins import standing
from verify.review.queue import Filter, Item, Page
from verify.store.chain import Record
from verify.store.store import Decision, Store

__all__ = ["Desk", "Form", "Sides"]

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Form:
    """What an editor sent."""

    seen: int
    """The revision that her page showed."""
    choice: Choice
    reason: str
    left: int | None
    right: int | None
    """Indices into the claims of the item."""
    corrections: tuple[Correction, ...] = ()
    naming: Naming | None = None


@dataclass(frozen=True, slots=True)
class Sides:
    """An item on the screen: two claims side by side, and what else belongs to it."""

    item: Item
    left: int | None
    right: int | None
    members: tuple[MemberView, ...]
    line: NumberLine | None
    explanation: str
    derivation: tuple[str, ...]
    """Of the two that are shown."""
    decision: Decision
    judgement: Judgement | None
    standing: Standing | None


class Desk:
    """One editor at her desk."""

    def __init__(self, report: schema.Report, store: Store, editor: str) -> None:
        self.report = report
        self.editor = editor
        self.store = store
        self.items = queue.items(report)
        self._views = Views(report)
        self._by_subject = {item.subject: item for item in self.items}
        self._place = {item.subject: place for place, item in enumerate(self.items)}
        self._groups = {group.id: group for group in report.groups}
        self._anchors = Anchors(self.items)
        self._known: dict[str, Decision] = {}
        """By the item that a decision is about now, else by the subject that it was about."""
        self._seq = 0
        self._lock = Lock()

    def item(self, subject: str) -> Item | None:
        """Return an item; None where the report holds none of that name."""
        return self._by_subject.get(subject)

    def page(self, wanted: Filter, number: int) -> Page:
        """Return a page of the queue."""
        self._catch_up()
        return queue.page(self.items, wanted, number, self.states)

    def counts(self) -> tuple[int, int, int]:
        """Return how many items are open, decided and stale."""
        self._catch_up()
        decided = [item for item in self.items if item.subject in self._known]
        stale = sum("stale" in self.states(item) for item in decided)
        return len(self.items) - len(decided), len(decided) - stale, stale

    def states(self, item: Item) -> set[str]:
        """Return what a filter may call an item."""
        decision = self._known.get(item.subject)
        if decision is None or decision.body is None:
            return {"open"}
        judgement = judgement_of(decision.body)
        fresh = standing(judgement, item.pins).state is State.STANDS
        return {"decided" if fresh else "stale", judgement.choice.value}

    def after(self, subject: str, wanted: Filter) -> Item | None:
        """Return the next open item behind this one in the order of the queue, else the first open one."""
        self._catch_up()
        here = self._place.get(subject, -1)
        open_items = [
            item
            for item in self.items
            if item.subject not in self._known and item.subject != subject and _passes(item, wanted)
        ]
        behind = (item for item in open_items if self._place[item.subject] > here)
        return next(behind, open_items[0] if open_items else None)

    def neighbours(self, subject: str) -> tuple[Item | None, Item | None]:
        """Return the items before and behind one, decided or not."""
        here = self._place[subject]
        before = self.items[here - 1] if here else None
        behind = self.items[here + 1] if here + 1 < len(self.items) else None
        return before, behind

    def sides(self, item: Item, left: int | None = None, right: int | None = None) -> Sides:
        """Return an item ready for the screen; without a choice of sides, the two farthest apart."""
        count = len(item.claim_ids)
        left = _within(left, count, 0)
        right = _within(right, count, 1)
        if left == right:
            right = None
        group = self._groups.get(item.subject)
        self._catch_up()
        decision = self.store.decision(item.subject)
        if not decision.revision and item.subject in self._known:
            # Decided when the fact was called otherwise; a new decision begins at its own revision 0.
            decision = self._known[item.subject]
        judgement = judgement_of(decision.body) if decision.body is not None else None
        shown = [place for place in (left, right) if place is not None]
        return Sides(
            item=item,
            left=left,
            right=right,
            members=tuple(self._views.member(ident, group) for ident in item.claim_ids),
            line=number_line(group, self._views.claims) if group else None,
            explanation=group.explanation if group else "",
            derivation=_derivation(group, [item.claim_ids[place] for place in shown]),
            decision=decision,
            judgement=judgement,
            standing=standing(judgement, item.pins) if judgement else None,
        )

    def decide(self, item: Item, form: Form) -> Record:
        """Write a decision about an item.

        Raises:
            Overtaken: Somebody decided since the page was shown.
            UsageError: The form names a side that is not there, or lacks a reason where one is asked for.
        """
        if not form.reason.strip():
            raise UsageError("say why: a decision without a reason cannot be checked a year later")
        count = len(item.claim_ids)
        for side in (form.left, form.right):
            if side is not None and not 0 <= side < count:
                raise UsageError(f"there is no source {side + 1} here, only {count}")
        if form.choice in (Choice.PREFER_LEFT, Choice.PREFER_RIGHT) and None in (form.left, form.right):
            raise UsageError("only one source stands here, so neither can be preferred")
        judgement = Judgement(
            subject=item.subject,
            choice=form.choice,
            reason=form.reason.strip(),
            pins=item.pins,
            left=form.left,
            right=form.right,
            corrections=form.corrections,
            naming=form.naming,
        )
        return self.store.decide(item.subject, form.seen, body_of(judgement), self.editor)

    def orphans(self) -> list[Decision]:
        """Return the decisions about what this report does not hold any more, by subject."""
        self._catch_up()
        return [self._known[subject] for subject in sorted(self._known) if subject not in self._by_subject]

    def judgements(self) -> list[Judgement]:
        """Return all that is in force, by subject."""
        self._catch_up()
        bodies = (self._known[subject].body for subject in sorted(self._known))
        return [judgement_of(body) for body in bodies if body is not None]

    def _catch_up(self) -> None:
        """Take in what was decided since the last look, by anybody."""
        with self._lock:
            for record in self.store.records(after=self._seq):
                self._seq = record.seq
                if record.after is None:
                    self._known.pop(self._now(record.before, record.subject), None)
                else:
                    self._known[self._now(record.after, record.subject)] = _in_force(record, record.after)

    def _now(self, body: Body | None, subject: str) -> str:
        """Return the item that a decision is about in this report, else what it was about."""
        found = self._anchors.item(judgement_of(body)) if body is not None else None
        return found.subject if found is not None else subject


def _in_force(record: Record, body: Body) -> Decision:
    # The revision is not needed here: a page that writes asks the store for it.
    return Decision(record.subject, 0, body, record.editor, record.at)


def _passes(item: Item, wanted: Filter) -> bool:
    words = wanted.words.casefold().split()
    return (not wanted.verdict or item.verdict == wanted.verdict) and all(w in item.haystack for w in words)


def _within(place: int | None, count: int, usual: int) -> int | None:
    if place is not None and 0 <= place < count:
        return place
    return usual if usual < count else None


def _derivation(group: schema.Group | None, ids: list[str]) -> tuple[str, ...]:
    if group is None:
        return ()
    pair = set(ids)
    for item in group.comparisons:
        if {item.a, item.b} == pair:
            return (*item.derivation, item.bound)
    return ()
