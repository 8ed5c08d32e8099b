"""What a desk works on: the items of one report, and what was decided of them.

Comes in: a report, a store, the name of the editor, what the rules know.  Goes out: pages of the queue,
items with their decisions, and records of new decisions.  HTTP is left to ``pages``, what is in force to
``ledger``.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict

from verify.errors import FieldError
from verify.model.judgement import Choice, Decided, Judgement
from verify.report import schema
from verify.report.language import told_in
from verify.report.view import Views
from verify.review.bodies import body_of, judgement_of
from verify.review.forms import Form
from verify.review.items import Item, items
from verify.review.ledger import Known, Ledger
from verify.review.queue import Filter, Page, Queue, cut
from verify.review.reader import Reader
from verify.review.rereading import Rereading, in_force, rereadings
from verify.review.sides import Sides, sides
from verify.store.chain import Record
from verify.store.store import Store

__all__ = ["Desk"]


class Desk:
    """One editor at her desk.

    Args:
        report: Judged with what was decided so far (``report.decisions``).
        store: Where decisions are kept.
        editor: Her name.
        reader: Of what she writes into fields.
        language: Of the words around the quotations, one of ``verify.text.language.LANGUAGES``.
    """

    def __init__(
        self, report: schema.Report, store: Store, editor: str, reader: Reader, language: str = "en"
    ) -> None:
        self.language = language
        self._say = told_in(language, report.chinese)
        self.editor = editor
        self.store = store
        self.reader = reader
        self._views = Views(report, self._say)
        self.items = items(report, {**self._views.entities, **self._views.attributes})
        self._by_subject = {item.subject: item for item in self.items}
        self._queue = Queue(self.items)
        self._verdicts = Counter(item.verdict for item in self.items)
        self._groups = {group.id: group for group in report.groups}
        self._published = {
            source.id: dt.date.fromisoformat(source.published) if source.published else None
            for source in report.sources
        }
        self._near: dict[str, list[str]] = defaultdict(list)
        for claim in report.claims:
            if claim.entity_id not in self._near[claim.source_id]:
                self._near[claim.source_id].append(claim.entity_id)
        self._ledger = Ledger(store, self.items, report.decisions)

    def item(self, subject: str) -> Item | None:
        """Return an item; None where the report holds none of that name."""
        return self._by_subject.get(subject)

    def page(self, wanted: Filter, number: int) -> Page[Item]:
        """Return a page of the queue."""
        self._ledger.catch_up()
        page = cut(self._queue.passing(wanted, self._ledger.having()), number)
        return Page(tuple(self.items[place] for place in page.items), page.number, page.pages, page.total)

    def states(self, item: Item) -> frozenset[str]:
        """Return what a filter may call an item."""
        return self._ledger.states(item)

    def counts(self) -> tuple[Counter[str], dict[str, int]]:
        """Return how many items there are in each state, and how many of each verdict."""
        self._ledger.catch_up()
        found = Counter({state: len(subjects) for state, subjects in self._ledger.having().items()})
        found["all"] = len(self.items)
        found["open"] = found["all"] - found.pop("closed", 0)
        return found, self._verdicts

    def after(self, subject: str, wanted: Filter) -> Item | None:
        """Return the next open item behind this one in the order of the queue, else the first open one.

        Of a filter, verdict and words count: what was just decided has left the state that was asked for.
        """
        self._ledger.catch_up()
        wanted = Filter(wanted.verdict, "open", wanted.words)
        found = self._queue.passing(wanted, self._ledger.having())
        _, behind, _ = self._queue.around(subject, found)
        first = next((self.items[place] for place in found if self.items[place].subject != subject), None)
        return behind or first

    def neighbours(self, subject: str, wanted: Filter) -> tuple[Item | None, Item | None, int, int]:
        """Return what a filter lets through before and behind an item, the item's number, and how many."""
        found = self._queue.passing(wanted, self._ledger.having())
        return *self._queue.around(subject, found), len(found)

    def sides(self, item: Item, left: int | None = None, right: int | None = None) -> Sides:
        """Return an item ready for the screen; without a choice of sides, the two farthest apart."""
        self._ledger.catch_up()
        known = self._ledger.about(item)
        # Decided when the fact was called otherwise: what is shown is that, what is written is a new subject.
        subject = known.decided.judgement.subject if known else item.subject
        decision = self.store.decision(item.subject)
        if known is not None and subject != item.subject and not decision.revision:
            decision = self.store.decision(subject).of_another(item.subject)
        judgement = judgement_of(decision.body) if decision.body is not None else None
        standing = known.standing if known is not None and judgement is not None else None
        return sides(
            self._views,
            item,
            (left, right),
            decision,
            judgement,
            standing,
            self._groups.get(item.subject),
            self._near,
        )

    def decide(self, item: Item, form: Form) -> Record:
        """Write a decision about an item.

        Raises:
            Overtaken: Somebody decided since the page was shown.
            FieldError: A field cannot be taken.
        """
        if not form.reason.strip():
            raise FieldError("say why: a decision without a reason cannot be checked a year later")
        self._sides_are_there(item, form)
        found = self._rereadings(item, form)
        judgement = Judgement(
            subject=item.subject,
            choice=form.choice,
            reason=form.reason.strip(),
            pins=item.pins,
            left=form.left,
            right=form.right,
            corrections=found.corrections,
            dropped=found.dropped,
            naming=form.naming,
        )
        return self.store.decide(item.subject, form.seen, body_of(judgement), self.editor)

    def read(self, item: Item, form: Form) -> dict[int, str]:
        """Return what the value of each claim of a form is read as, by place.  Raises FieldError."""
        told = {}
        for place, fields in form.fields.items():
            claim = self._views.claims[item.claim_ids[place]]
            words = fields.meant or fields.figure
            if words and words != claim.value.stated:
                date = self._published.get(claim.source_id)
                told[place] = self.reader.value(words, date, fields.attribute, self._say)
        return told

    def undo(self) -> Record | None:
        """Take back the editor's newest act that stands.  Raises Overtaken."""
        return self.store.undo(self.editor)

    def redo(self) -> Record | None:
        """Do again what she took back last.  Raises Overtaken."""
        return self.store.redo(self.editor)

    def known(self, state: str = "") -> list[Known]:
        """Return what is in force in a state, or in any, the newest first."""
        self._ledger.catch_up()
        return [one for one in reversed(self._ledger.every()) if not state or state in one.states]

    def decided(self) -> list[Decided]:
        """Return all that is in force, in the order it was decided."""
        return [one.decided for one in reversed(self.known())]

    def _sides_are_there(self, item: Item, form: Form) -> None:
        count = len(item.claim_ids)
        for side in (form.left, form.right, *form.fields):
            if side is not None and not 0 <= side < count:
                raise FieldError("there is no source {n} here, only {count}", n=side + 1, count=count)
        if form.choice in (Choice.PREFER_LEFT, Choice.PREFER_RIGHT) and None in (form.left, form.right):
            raise FieldError("only one source stands here, so neither can be preferred")

    def _rereadings(self, item: Item, form: Form) -> Rereading:
        """Return what the form says of the reading, and what stood there of claims that it does not show."""
        body = self.store.decision(item.subject).body
        known = self._ledger.about(item)
        judgement = judgement_of(body) if body is not None else known.decided.judgement if known else None
        now = in_force(judgement, item.pins)
        if not form.choice.rereads and now == Rereading((), ()):
            return now  # the fields are out of sight: what may stand in them was not meant
        claims = {place: self._views.claims[ident] for place, ident in enumerate(item.claim_ids)}
        found = rereadings(
            claims, form.fields, self._views.entities, self._published, now, self.reader, self._say
        )
        if form.choice is Choice.NOT_A_CLAIM and not found.dropped:
            if len(claims) != 1:
                raise FieldError("mark which of the figures states no fact")
            found = Rereading((), (0,))
        return found
