"""Which candidates of several documents are one thing.

Comes in: the extractions of all documents.  Goes out: the same claims with the ids of aligned entities,
the entities, and why they were joined, or kept apart, feature by feature.  How candidates meet and are joined
is left to ``joining``.  A mere description (首个超大型…中心) joins a named thing when kind, place and
operator agree and exactly one such thing exists.  What a table without a name tells is about the one thing
that all other documents of its folder are about.

What grows with the documents are numbers: the candidates, of which equal ones are held once, and what is told
of things in figures.  The rest is held once for each thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import chain, groupby

from verify.catalog.catalog import Catalog
from verify.engine.shelf import Sorter, kept
from verify.model.claim import Claim, Confidence, Step
from verify.model.entity import UNNAMED, Candidate, Entity, Link, Tie
from verify.model.extraction import Extraction
from verify.resolve.candidates import Candidates, in_order
from verify.resolve.figures import Told, told
from verify.resolve.holding import Holding
from verify.resolve.joining import joined
from verify.resolve.nameless import by_folder, by_table, firmer, folder
from verify.resolve.naming import Called, is_edition
from verify.resolve.parted import Parted, first
from verify.resolve.profile import plain, total
from verify.resolve.retold import Retold, retold
from verify.resolve.things import Pair, Reasons
from verify.resolve.ways import Meant
from verify.resolve.weights import JOIN, PROPOSE
from verify.resolve.wordings import Wordings, worded

Finish = Callable[[Claim, str], Claim]
"""What is made of a claim whose thing is known, given the kind of the thing."""

GENERAL = "?"
"""What figures are of that belong to no thing with a name: 人工智能的核心产业规模.

What a document does not name has this and the id of the document.
"""


@dataclass(frozen=True, slots=True)
class Linked:
    """Claims with aligned entities."""

    claims: Sequence[Claim]
    """By document and place."""
    entities: Sequence[Entity]
    """Sorted by their ids."""
    joined: Sequence[Link]
    """Why candidates stand for the entities of these claims, and why others do not, sorted."""


def link(
    extractions: Sequence[Extraction],
    catalog: Catalog,
    finish: Finish = lambda claim, _: claim,
    meant: Meant = lambda value: value.soft,
) -> Linked:
    """Return all claims with the ids of aligned entities, each as ``finish`` leaves it.

    ``meant`` says what a reader takes a hedged figure to mean.
    """
    return _Linker(extractions, catalog).linked(finish, meant)


class _Linker:
    """Joins the candidates of some extractions."""

    def __init__(self, extractions: Sequence[Extraction], catalog: Catalog) -> None:
        self._extractions = extractions
        self._catalog = catalog
        self._unnamed: Sorter[tuple[str, Told]] = Sorter(lambda pair: pair[0])
        """What each document tells of nothing with a name in figures."""
        self._scopes: set[str] = set()
        """The parts that claims tell."""
        figures: Sorter[_Figures] = Sorter(lambda one: one[:-1])
        self._candidates = Candidates(self._read(figures))
        in_turn = (
            (self._candidates.of(document)[rank], held or Told())
            for _, _, document, rank, held in figures.once()
        )
        self._things = joined(self._candidates, in_turn, catalog)
        self._entities = Called(self._things, {entry.id: entry for entry in catalog.entities})
        self._by_id = {one.id: one for one in self._entities.values() if is_edition(one)}
        """Things by their ids: those of one year, and by and by all that claims tell of."""

    def _read(self, figures: Sorter[_Figures]) -> Iterator[tuple[str, Sequence[Candidate]]]:
        """Yield the candidates of each document, and put down what it tells of them."""
        for document, extraction in enumerate(self._extractions):
            candidates, values = in_order(extraction.candidates), told(extraction.claims)
            figures.extend(
                (not one.edition, one.id, document, rank, values.pop(one.id, None))
                for rank, one in enumerate(candidates)
            )
            self._unnamed.extend(values.items())
            scopes = (claim.qualifiers.scope for claim in extraction.claims)
            self._scopes.update(first(scope) for scope in scopes if scope)
            yield extraction.source_id, candidates

    def linked(self, finish: Finish, meant: Meant) -> Linked:
        """Return the claims with the things that they are about."""
        entities = self._entities
        ties = kept(
            (pair, evidence)
            for pair, evidence in self._things.apart()
            if entities[pair[0]].id != entities[pair[1]].id
        )
        perhaps = _perhaps(
            ties, lambda one: (-len(self._things.known(one).documents), self._entities[one].id)
        )
        alike = by_table(self._unnamed.once(), self._things)
        used = {entities[root].id for root in perhaps}
        unnamed: Sorter[str] = Sorter(str)
        wordings = Wordings(self._catalog)
        retelling = Retold(self._catalog, meant)
        heard = map(wordings.hear, retelling.hear(self._claims(perhaps, alike)))
        for (_, entity_id), _ in groupby(heard, lambda claim: (claim.source_id, claim.entity_id)):
            if entity_id.startswith(GENERAL):
                unnamed.extend([entity_id])
            else:
                used.add(entity_id)
        self._by_id |= {one.id: one for one in entities.values() if one.id in used}
        meanings = wordings.meant()
        again = retelling.retellings(meanings, self._named_in, self._by_id)
        told = (retold(worded(claim, meanings), again) for claim in self._claims(perhaps, alike))
        claims = kept(finish(claim, self._kind(claim.entity_id)) for claim in told)
        known = {one.id: one for one in self._by_id.values() if one.id in used}
        links = kept(
            link for link in chain(self._joined(), self._apart(ties, perhaps)) if _all_in(link, known)
        )
        nameless = (Entity(entity_id, UNNAMED) for entity_id, _ in groupby(unnamed.once()))
        every = merge(nameless, (known[one] for one in sorted(known)), key=lambda one: one.id)
        return Linked(claims, kept(every), links)

    def _kind(self, entity_id: str) -> str:
        """Return the kind of a thing that claims tell of; empty for what has no name."""
        return self._by_id[entity_id].kind if entity_id in self._by_id else ""

    def _named_in(self, source_id: str) -> set[str]:
        """Return the things that a document names."""
        face = self._candidates.face
        every = self._candidates.of(self._candidates.of_source(source_id))
        return {self._entity(one).id for one in every if face(one).names or face(one).described}

    def _joined(self) -> Iterator[Link]:
        """Yield why candidates are what they are."""
        for one, reasons in self._things.reasons():
            face, source_id = self._candidates.face(one), self._candidates.source_id(one)
            yield Link(source_id, face.names or face.described, self._entity(one).id, reasons)

    def _apart(self, ties: Iterable[tuple[Pair, Reasons]], perhaps: Mapping[int, int]) -> Iterator[Link]:
        """Yield why things are not one."""
        for (a, b), evidence in ties:
            near = total(evidence) >= PROPOSE and (a in perhaps or b in perhaps)
            tie = Tie.PERHAPS if near else Tie.APART
            face, source_id = self._candidates.face(b), self._candidates.source_id(b)
            one, other = self._entities[a].id, self._entities[b].id
            yield Link(source_id, face.names or face.described, one, evidence, tie, other)

    def _entity(self, number: int) -> Entity:
        return self._entities[self._things.root(number)]

    def _claims(self, perhaps: Mapping[int, int], alike: Mapping[str, int]) -> Iterator[Claim]:
        """Yield the claims with what they are about, by document and place."""
        folders = by_folder(self._things, alike)
        general = {attribute.id for attribute in self._catalog.attributes if attribute.kinds}
        entities = self._entities
        holding = Holding(self._things, self._catalog)
        parted = Parted(self._things, self._catalog, self._scopes)

        def of_part(claim: Claim, root: int | None) -> Claim | None:
            part = parted.of(claim, root)
            if part is None or part in perhaps or claim.qualifiers.scope is None:
                return None
            qualifiers = claim.qualifiers._replace(scope=parted.rest(claim.qualifiers.scope))
            trace = (*claim.trace, Step("entity", entities[part].name, "part"))
            return claim._replace(entity_id=entities[part].id, qualifiers=qualifiers, trace=trace)

        def unnamed(claim: Claim) -> Claim:
            part = of_part(claim, None)
            if part is not None:
                return part
            likely = alike.get(claim.entity_id)
            about = folders.get(folder(claim.source_id)) if likely is None else likely
            if claim.attribute_id in general:
                return claim._replace(entity_id=GENERAL)
            if about is not None:
                about = holding.bearer(about, claim.attribute_id, folder(claim.source_id))
                step = Step("entity", entities[about].name, "folder" if likely is None else "figures")
                grade = claim.confidence if likely is None else firmer(claim)
                known = claim._replace(entity_id=entities[about].id, confidence=grade)
                return self._whole(known._replace(trace=(*claim.trace, step)), about)
            return claim._replace(entity_id=f"{GENERAL}{claim.source_id}")

        def named(claim: Claim, root: int) -> Claim:
            if root not in perhaps:
                part = of_part(claim, root)
                if part is not None:
                    return part
                entity = self._edition(claim, root)
                return self._whole(_in_edition(claim._replace(entity_id=entity.id)), root)
            step = Step("entity", entities[perhaps[root]].name, "perhaps")
            return claim._replace(
                entity_id=entities[perhaps[root]].id,
                confidence=Confidence.LOW,
                perhaps=entities[root].id,
                trace=(*claim.trace, step),
            )

        for document in self._candidates.by_source():
            extraction = self._extractions[document]
            numbers = zip(in_order(extraction.candidates), self._candidates.of(document), strict=True)
            roots = {one.id: self._things.root(number) for one, number in numbers}
            near = folder(extraction.source_id)
            linked = (
                named(claim, holding.bearer(roots[claim.entity_id], claim.attribute_id, near))
                if claim.entity_id in roots
                else unnamed(claim)
                for claim in extraction.claims
            )
            yield from sorted(linked, key=lambda claim: (claim.span, claim.id))

    def _edition(self, claim: Claim, root: int) -> Entity:
        """Return the thing of a claim; of what is held year by year that of its own year.

        The visitors of 2023, told in a text on the festival of 2024, are those of the festival of 2023.
        """
        thing, editions = self._entities[root], self._things.known(root).editions
        time = claim.qualifiers.time
        if len(editions) != 1 or time is None or time.earliest is None or time.precision != _YEAR:
            return thing
        if Step("time", time.stated, "clause") not in claim.trace:
            return thing  # what was carried on may be of either
        year, (own,) = str(time.earliest.year), editions
        if year == own or not thing.id.endswith(f"@{own}"):
            return thing
        ident = f"{thing.id.removesuffix(own)}{year}"
        other = Entity(ident, f"{thing.name.removesuffix(own)}{year}", thing.aliases, thing.kind)
        return self._by_id.setdefault(ident, other)

    def _whole(self, claim: Claim, root: int) -> Claim:
        """Return a claim without a part that is what the thing is called: 第二工厂 of a table's column."""
        scope = claim.qualifiers.scope
        if scope is None or plain(scope) not in self._things.known(root).names:
            return claim
        trace = tuple(step for step in claim.trace if step.part != "scope")
        return claim._replace(qualifiers=claim.qualifiers._replace(scope=None, loose=False), trace=trace)


def _in_edition(claim: Claim) -> Claim:
    """Return a claim of an event of a year without that year, which is no time of its own within it."""
    time = claim.qualifiers.time
    if time is None or time.earliest is None or time.precision != _YEAR:
        return claim
    if not claim.entity_id.endswith(f"@{time.earliest.year}"):
        return claim
    trace = tuple(step for step in claim.trace if step.part != "time")
    return claim._replace(qualifiers=claim.qualifiers._replace(time=None), trace=trace)


_YEAR = "year"
_Figures = tuple[bool, str, int, int, Told | None]
"""What is told of a candidate: whether it is of no year, its id, document and place there, any figures."""


def _perhaps(ties: Iterable[tuple[Pair, Reasons]], place: Callable[[int], tuple[int, str]]) -> dict[int, int]:
    """Return the things that may be one other thing, and only that one; ``place`` tells their order."""
    partners: dict[int, list[int]] = {}
    for (a, b), evidence in ties:
        if PROPOSE <= total(evidence) < JOIN:
            partners.setdefault(a, []).append(b)
            partners.setdefault(b, []).append(a)
    return {
        b: found[0]
        for b, found in partners.items()
        if len(found) == 1 and len(partners[found[0]]) == 1 and place(found[0]) < place(b)
    }


def _all_in(link: Link, known: Mapping[str, Entity]) -> bool:
    """Say whether a link is between entities that are known."""
    return link.entity_id in known and (link.other_id or link.entity_id) in known
