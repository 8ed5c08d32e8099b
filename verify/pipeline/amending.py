"""What editors decided about the reading, put into effect before anything is compared.

Comes in: linked claims, decisions, a catalogue.  Goes out: the same claims with the corrected places, values,
things and attributes, without those that an editor calls none, and what became of each rereading.  A claim is
found again by its words; where it is not read as it was when the editor judged it, nothing is changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from verify.catalog.catalog import Catalog
from verify.errors import UsageError
from verify.model.claim import Claim, Confidence, Mention, Role, Step
from verify.model.document import Document
from verify.model.entity import Entity
from verify.model.judgement import Amendment, Correction, Decided, Pin, Standing, State
from verify.model.span import Span
from verify.pipeline.linked import Linked
from verify.pipeline.texts import one_value
from verify.pipeline.tools import tools
from verify.report.pinning import pin_of_model, value_key_of_model
from verify.resolve.profile import plain
from verify.text.refinding import Quotations

__all__ = ["NOT_A_CLAIM", "amend"]

NOT_A_CLAIM = "decision.not-a-claim"
"""The rule by which the census counts a figure that an editor calls no claim."""
PART_OF_FIGURE = "decision.part-of-a-figure"
"""… and one that belongs to the figure beside it, as an editor marked it."""


@dataclass(frozen=True, slots=True)
class _Rereading:
    """What an editor says of one claim; no correction where it is none."""

    decided: Decided
    pin: int
    correction: Correction | None


def amend(
    linked: Linked, decided: Sequence[Decided], catalog: Catalog
) -> tuple[Linked, tuple[Amendment, ...]]:
    """Return the claims as the editors read them, and what became of each rereading, by decision and pin."""
    wanted = [one for item in sorted(decided, key=lambda item: item.seq) for one in _rereadings(item)]
    if not wanted:
        return linked, ()
    paths = {document.source.id: document.source.path for document in linked.documents}
    quotations = Quotations(pin_of_model(claim, paths[claim.source_id]) for claim in linked.claims)
    told: list[Amendment] = []
    chosen: dict[str, tuple[int, _Rereading]] = {}
    for one in wanted:
        pin = one.decided.judgement.pins[one.pin]
        place = quotations.find(pin)
        claim = None if place is None else linked.claims[place]
        standing = _standing(pin, claim)
        if claim is not None and standing.state is State.STANDS:
            if claim.id in chosen:
                earlier = chosen[claim.id][0]
                again = Standing(State.STALE, "decided again in record", str(one.decided.seq))
                told[earlier] = replace(told[earlier], standing=again)
            chosen[claim.id] = len(told), one
        told.append(Amendment(one.decided.seq, one.pin, claim.id if claim else "", standing))
    made = _Amending(linked, catalog)
    for claim in linked.claims:
        if claim.id in chosen:
            place, one = chosen[claim.id]
            try:
                made.take(claim, one)
            except UsageError as error:
                told[place] = replace(told[place], standing=Standing(State.STALE, str(error)))
    return made.done(), tuple(told)


def _rereadings(decided: Decided) -> list[_Rereading]:
    judgement = decided.judgement
    found = [_Rereading(decided, one.pin, one) for one in judgement.corrections]
    found += [_Rereading(decided, pin, None) for pin in judgement.dropped]
    return [one for one in found if 0 <= one.pin < len(judgement.pins)]


def _standing(pin: Pin, claim: Claim | None) -> Standing:
    if claim is None:
        return Standing(State.ORPHANED, "in no source any more", pin.quote)
    if value_key_of_model(claim) != (pin.read or pin.value):
        return Standing(State.STALE, "not read as it was when it was judged", claim.quote)
    return Standing(State.STANDS)


class _Amending:
    """Claims, mentions and entities, changed one rereading at a time."""

    def __init__(self, linked: Linked, catalog: Catalog) -> None:
        self._linked = linked
        self._catalog = catalog
        self._normalizer = tools(catalog).normalizer
        self._documents = {document.source.id: document for document in linked.documents}
        self._entities = {name: one for one in linked.entities for name in _names(one)}
        self._new: list[Entity] = []
        self._claims: dict[str, Claim | None] = {}
        """By id; None for what is none."""

    def take(self, claim: Claim, one: _Rereading) -> None:
        """Put one rereading into effect.  Raises UsageError where its words cannot be read any more."""
        self._claims[claim.id] = (
            None if one.correction is None else self._corrected(claim, one, one.correction)
        )

    def done(self) -> Linked:
        """Return everything with what was changed."""
        linked = self._linked
        claims = tuple(
            new for new in (self._claims.get(claim.id, claim) for claim in linked.claims) if new is not None
        )
        return replace(
            linked,
            claims=claims,
            mentions=self._mentions(linked.mentions),
            entities=tuple(sorted((*linked.entities, *self._new), key=lambda one: one.id)),
            attributes=self._normalizer.attributes(claims, linked.names),
        )

    def _corrected(self, claim: Claim, one: _Rereading, correction: Correction) -> Claim:
        document = self._documents[claim.source_id]
        marked = _marked(claim, correction.figure, document) if correction.figure else claim
        words = correction.meant or (correction.figure if marked is not claim else "")
        value = claim.value
        if words:
            value = one_value(words, self._catalog, document.source.published)._replace(stated=words)
        entity = self._entity(correction.entity) if correction.entity else claim.entity_id
        changed = marked._replace(
            value=value,
            entity_id=entity,
            attribute_id=correction.attribute or claim.attribute_id,
            perhaps="" if correction.entity else claim.perhaps,
            confidence=Confidence.HIGH,
            read_as=value_key_of_model(claim),
            trace=(*claim.trace, *_steps(claim, correction, words, one.decided.editor)),
        )
        return self._normalizer.claim(changed)

    def _entity(self, name: str) -> str:
        """Return the id of the thing of a name; a new one where the sources speak of none."""
        known = self._entities.get(plain(name))
        if known is None:
            known = Entity(f"~{plain(name)}@decision-{hashlib.sha256(name.encode()).hexdigest()[:8]}", name)
            self._entities[plain(name)] = known
            self._new.append(known)
        return known.id

    def _mentions(self, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """Return what became of each figure: still one line each, so that the census adds up."""
        covered: dict[str, list[Span]] = {}
        for claim in self._claims.values():
            if claim is not None:
                covered.setdefault(claim.source_id, []).append(claim.span)
        return tuple(self._mention(mention, covered) for mention in mentions)

    def _mention(self, mention: Mention, covered: Mapping[str, Sequence[Span]]) -> Mention:
        if mention.claim_id in self._claims:
            claim = self._claims[mention.claim_id]
            if claim is None:
                return mention._replace(role=Role.IGNORED, rule=NOT_A_CLAIM, claim_id=None)
            return mention._replace(value=claim.value, span=claim.span, quote=claim.quote)
        inside = any(span.covers(mention.span) for span in covered.get(mention.source_id, ()))
        if inside and mention.claim_id is None:
            return mention._replace(role=Role.IGNORED, rule=PART_OF_FIGURE)
        return mention


def _names(entity: Entity) -> list[str]:
    return [plain(name) for name in (*entity.aliases, entity.name)]


def _marked(claim: Claim, figure: str, document: Document) -> Claim:
    """Return the claim at the words that the editor marked, the nearest such.  Raises UsageError."""
    if figure == claim.quote:
        return claim
    places = []
    for block in document.blocks:
        if not block.text or not block.offsets.span(0, len(block.text)).meets(claim.span):
            continue
        at = block.text.find(figure)
        while at >= 0:
            places.append(block.offsets.span(at, at + len(figure)))
            at = block.text.find(figure, at + 1)
    if not places:
        raise UsageError(f"“{figure}” does not stand in {document.source.path} any more")
    span = min(places, key=lambda place: (abs(place.start - claim.span.start), place))
    line, column = document.place(span.start)
    begin = claim.context.find(figure, max(0, claim.context_span.start - len(figure)))
    begin = begin if begin >= 0 else claim.context.find(figure)
    context = Span(begin, begin + len(figure)) if begin >= 0 else claim.context_span
    return claim._replace(span=span, quote=figure, line=line, column=column, context_span=context)


def _steps(claim: Claim, correction: Correction, words: str, editor: str) -> list[Step]:
    """Return what was changed, for whoever asks how the claim came about."""
    changes = (
        ("value", words, f"{claim.value.stated} before"),
        ("entity", correction.entity, f"{claim.entity_id} before"),
        ("attribute", correction.attribute, f"{claim.attribute_id} before"),
    )
    by = f"by {editor}, " if editor else ""
    return [Step(part, value, "decision", f"{by}{told}") for part, value, told in changes if value]
