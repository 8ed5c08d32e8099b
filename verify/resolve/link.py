"""Which candidates of several documents are one thing.

Comes in: the extractions of all documents.  Goes out: the same claims with the ids of aligned entities,
the entities, and why they were joined, or kept apart, feature by feature.  Candidates meet through blocking
keys only (an entry of the catalogue, a name, a beginning), never all with all, and are joined by the
points of ``weights``.  A mere description (首个超大型…中心) joins a named thing when kind, place and
operator agree and exactly one such thing exists.  What a table without a name tells is about the one thing
that all other documents of its folder are about.

What grows with the documents are the candidates, equal parts of which are held once.  What is told of them
in figures waits on disk until their turn comes, and what is known of a thing is held once for the thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations
from typing import TypeVar

from verify.catalog.catalog import Catalog
from verify.engine.shelf import Sorter, kept
from verify.model.claim import Claim, Confidence, Step
from verify.model.entity import UNNAMED, Candidate, Entity, Evidence, Link, Tie
from verify.model.extraction import Extraction
from verify.model.unions import Unions
from verify.resolve import figures
from verify.resolve.describe import Describer
from verify.resolve.figures import Value, told
from verify.resolve.nameless import BLOCK, Nameless, firmer, folder
from verify.resolve.naming import distinct, entity
from verify.resolve.owning import Owning
from verify.resolve.profile import Profile, Profiler, total
from verify.resolve.retold import Retold, retold
from verify.resolve.spelling import Speller
from verify.resolve.translating import Told, Translator, lone
from verify.resolve.weights import JOIN, MANY, POINTS, PROPOSE
from verify.resolve.wordings import Wordings, worded

T = TypeVar("T")
Finish = Callable[[Claim, str], Claim]
"""What is made of a claim whose thing is known, given the kind of the thing."""
_Pair = tuple[str, str]

_FEW = 2
"""Weight of figures in common that lets two names in two scripts be looked at: one of three digits."""
GENERAL = "?"
"""What figures are of that belong to no thing with a name: 人工智能的核心产业规模."""
_SPELLED = "one name spells the other"
_SPELLED_IN_PART = "one name spells and translates the other"
_ALONE = "the only two of their kind, in two scripts"
_NUMBERED = "one noun and number, in two scripts"
_OWNED = "the only thing of its kind with such figures"
_ONLY = "the only thing of its kind, place and operator that is named"


@dataclass(frozen=True, slots=True)
class Linked:
    """Claims with aligned entities."""

    claims: Sequence[Claim]
    """By document and place."""
    entities: tuple[Entity, ...]
    joined: Sequence[Link]
    """Why candidates stand for the entities of these claims, and why others do not, sorted."""


def link(
    extractions: Sequence[Extraction], catalog: Catalog, finish: Finish = lambda claim, _: claim
) -> Linked:
    """Return all claims with the ids of aligned entities, each as ``finish`` leaves it."""
    return _Linker(extractions, catalog).linked(finish)


class _Linker:
    """Joins the candidates of some extractions."""

    def __init__(self, extractions: Sequence[Extraction], catalog: Catalog) -> None:
        self._extractions = extractions
        self._catalog = catalog
        self._speller = Speller(catalog)
        self._translator = Translator(self._speller)
        self._profiler = Profiler(catalog, self._speller)
        self._same: dict[object, object] = {}
        self._candidates: dict[str, Candidate] = {}
        self._told: Sorter[tuple[str, figures.Told]] = Sorter(self._turn)
        """What each candidate is told of in figures."""
        self._unnamed: Sorter[tuple[str, figures.Told]] = Sorter(lambda pair: pair[0])
        """… and what each document tells of nothing with a name."""
        sources: list[str] = []
        for extraction in extractions:  # once: they may be many
            sources.append(extraction.source_id)
            values = told(extraction.claims)
            self._candidates |= {one.id: self._held(one) for one in extraction.candidates}
            self._told.extend((one.id, values.pop(one.id, figures.Told())) for one in extraction.candidates)
            self._unnamed.extend(values.items())
        self._order = sorted(range(len(sources)), key=sources.__getitem__)
        self._unknown: dict[str, Entity] = {}
        """What claims are of that name nothing, by their document."""
        self._unions = Unions(self._candidates)
        self._profiles: dict[str, Profile] = {}
        """What is known of each thing."""
        self._nameless = Nameless(self._candidates, self._profiles, self._unions.root)
        self._ties: set[_Pair] = set()
        """Candidates that met and were not joined."""
        self._reasons: dict[str, tuple[Evidence, ...]] = {}

    def _turn(self, pair: tuple[str, figures.Told]) -> tuple[bool, str]:
        """Return the order in which candidates are joined: those of a year first."""
        return not self._candidates[pair[0]].edition, pair[0]

    def _held(self, one: Candidate) -> Candidate:
        """Return a candidate whose parts are held once for all that have the same."""
        return replace(
            one,
            names=self._once(one.names),
            described=self._once(one.described),
            operators=self._once(one.operators),
            whole=self._once(one.whole),
            kinds=self._once(one.kinds),
        )

    def _once(self, part: T) -> T:
        same: T = self._same.setdefault(part, part)  # type: ignore[assignment]  # equal, so of one type
        return same

    def linked(self, finish: Finish) -> Linked:
        """Join the candidates, and return the claims with the things that they are about."""
        self._by_keys()
        order = sorted(self._candidates)
        self._by_spelling(order)
        self._by_translation(order)
        self._by_figures(order)
        self._by_kind(order)
        self._by_number(order)
        self._by_description(order)
        self._by_owner(order)
        self._by_likeness(order)
        return self._result(finish)

    # --- joining

    def _by_keys(self) -> None:
        """Join candidates that share an entry or a name, where nothing speaks against it."""
        blocks: dict[str, list[str]] = {}
        for one, values in self._told.once():
            profile = self._profiles[one] = self._profiler.profile(self._candidates[one], values)
            keys = {*profile.names, *profile.variants, *(f"entry {entry}" for entry in profile.entries)}
            for key in sorted(keys):
                holders = blocks.setdefault(key, [])
                years = {
                    year for holder in holders for year in self._profiles[self._unions.root(holder)].editions
                }
                if len(years) > 1 and not profile.editions:
                    continue  # of which year it is nothing tells
                for holder in holders:
                    self._try(one, holder)
                if self._unions.root(one) not in {self._unions.root(holder) for holder in holders}:
                    holders.append(one)

    def _by_spelling(self, order: Sequence[str]) -> None:
        """Join the one thing that a name in Latin script spells with the one of that name in Chinese."""
        scripts: tuple[dict[str, set[str]], dict[str, set[str]]] = ({}, {})
        for root in {self._unions.root(one) for one in order}:
            names = list(self._profiles[root].names.values())
            told = [
                set(self._speller.keys(n for n in names if n.isascii() is latin)) for latin in (False, True)
            ]
            if len({name.isascii() for name in names}) > 1:
                told = [told[0] & told[1], set()]  # a bracket gave its other name: spelled by a third as well
            for keys, blocks in zip(told, scripts, strict=True):
                for key in keys:
                    blocks.setdefault(key, set()).add(root)
        han, latin_ones = scripts
        for key in sorted(han.keys() & latin_ones.keys()):
            if len(han[key]) == len(latin_ones[key]) == 1:
                (a,), (b,) = han[key], latin_ones[key]
                self._try(a, b, _SPELLED)

    def _by_translation(self, order: Sequence[str]) -> None:
        """Join the one thing that a name in Latin script translates with the one of that name in Chinese.

        A name that is translated and in no part spelled (千灯石窟) tells of it in its folder only, and is one
        feature among others: many things may be called so.
        """
        folders: dict[str, set[str]] = {}
        for one in order:
            folders.setdefault(self._unions.root(one), set()).add(folder(self._candidates[one].source_id))
        scripts: tuple[dict[str, set[str]], dict[str, set[str]]] = ({}, {})
        for root in folders:
            profile = self._profiles[root]
            names = {*profile.names.values()}
            if any(self._speller.numbered(names)):
                continue  # Terminal 2: many things are called so
            if len(latin := {name.isascii() for name in names}) == 1:  # else a bracket gave its other name
                scripts[latin.pop()][root] = names
        han, latin_ones = scripts
        with_variants = {root: names | self._profiles[root].variants for root, names in han.items()}
        told = self._translator.told_of(with_variants, latin_ones)
        near = {
            pair: how
            for pair, how in told.items()
            if how is Told.SPELLED or not folders[pair[0]].isdisjoint(folders[pair[1]])
        }
        for a, b in lone(pair for pair, how in near.items() if how is Told.SPELLED):
            self._try(a, b, _SPELLED_IN_PART)
        for pair in lone(pair for pair, how in near.items() if how is Told.TRANSLATED):
            for root in pair:
                self._profiles[self._unions.root(root)].translations |= {pair}
            self._try(*pair)

    def _try(self, one: str, other: str, told: str = "") -> None:
        """Join two things by the evidence; ``told`` is a feature of it that the profiles do not show."""
        a, b = self._unions.root(one), self._unions.root(other)
        if a == b:
            return
        evidence = self._profiler.evidence(self._profiles[b], self._profiles[a])
        if told:
            evidence = (*evidence, Evidence(told, POINTS[told], ""))
        if total(evidence) < JOIN:
            self._ties.add((min(a, b), max(a, b)))
            return
        self._reasons.setdefault(one, self._once(evidence))
        self._join(a, b)

    def _join(self, a: str, b: str) -> None:
        a, b = self._unions.root(a), self._unions.root(b)
        if self._unions.join(a, b):
            root, other = (a, b) if self._unions.root(a) == a else (b, a)
            self._profiles[root].add(self._profiles.pop(other))

    def _by_description(self, order: Sequence[str]) -> None:
        """Let a description join the one named thing of its kind, place and operator."""
        groups: dict[str, list[Candidate]] = {}
        for one in order:
            groups.setdefault(self._unions.root(one), []).append(self._candidates[one])
        for one, root in Describer(self._catalog).fits(groups):
            self._reasons[one] = self._once((Evidence(_ONLY, POINTS[_ONLY], ""),))
            self._join(one, root)

    def _by_figures(self, order: Sequence[str]) -> None:
        """Join things that many of the same figures are told of, and whose names allow it."""
        blocks: dict[Value, set[str]] = {}
        for root in {self._unions.root(one) for one in order}:
            for value in self._profiles[root].told.values:
                blocks.setdefault(value, set()).add(root)
        weights: Counter[tuple[str, str]] = Counter()
        for value, roots in blocks.items():
            if len(roots) <= BLOCK:
                for a, b in combinations(sorted(roots), 2):
                    weights[a, b] += self._profiles[a].told.values[value]
        for (a, b), weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
            if weight >= MANY:
                self._try(b, a)

    def _by_kind(self, order: Sequence[str]) -> None:
        """Join the one thing of a kind that a folder names in Chinese with the one in Latin script.

        Some figures in common must speak for it: the Thousand Lamps Grottoes, whose name is translated.
        """
        blocks: dict[tuple[str, str], tuple[set[str], set[str], set[str]]] = {}
        for one in order:
            root = self._unions.root(one)
            profile = self._profiles[root]
            latin = {name.isascii() for name in profile.names.values()}
            script = 2 if len(latin) != 1 else int(latin.pop())
            for kind in profile.kinds if profile.names else ():
                key = (folder(self._candidates[one].source_id), kind)
                blocks.setdefault(key, (set(), set(), set()))[script].add(root)
        for key in sorted(blocks):
            han, latin_ones, _ = ({self._unions.root(root) for root in roots} for roots in blocks[key])
            if len(han) == len(latin_ones) == 1:
                (a,), (b,) = han, latin_ones
                told = self._profiles[a].told.shared(self._profiles[b].told)
                if a != b and told >= _FEW:
                    self._try(b, a, _ALONE)

    def _by_number(self, order: Sequence[str]) -> None:
        """Join what a noun and a number tell in two scripts, in texts on one thing or by figures."""
        blocks: dict[tuple[str, str, str], tuple[set[str], set[str]]] = {}
        for one in order:
            candidate = self._candidates[one]
            for kind, number in self._speller.numbered(candidate.names):
                key = (folder(candidate.source_id), kind, number)
                latin = all(name.isascii() for name in candidate.names)
                blocks.setdefault(key, (set(), set()))[latin].add(self._unions.root(one))
        holders: dict[str, set[str]] = {}
        for one in order if blocks else ():
            if self._candidates[one].names:
                holders.setdefault(self._candidates[one].source_id, set()).add(self._unions.root(one))
        for key in sorted(blocks):
            han, latin_ones = ({self._unions.root(root) for root in roots} for roots in blocks[key])
            if len(han) == len(latin_ones) == 1 and han != latin_ones:
                (a,), (b,) = han, latin_ones
                about = [
                    set().union(*(holders.get(one, ()) for one in self._profiles[root].sources))
                    for root in (a, b)
                ]
                alike = self._profiles[a].told.shared(self._profiles[b].told) >= _FEW
                if alike or about[0] & about[1] - {a, b}:
                    self._try(b, a, _NUMBERED)

    def _by_owner(self, order: Sequence[str]) -> None:
        """Join what a text tells as something's own with one of its kind that has some figures in common."""
        for one, other in Owning(self._candidates, self._profiles, self._unions.root).pairs(order):
            a, b = self._unions.root(one), self._unions.root(other)
            if not self._profiles[a].sources & self._profiles[b].sources:
                self._try(one, b, _OWNED)

    def _by_likeness(self, order: Sequence[str]) -> None:
        """Look at pairs of things whose names are alike: none is joined, some may be one."""
        blocks: dict[str, set[str]] = {}
        for root in {self._unions.root(one) for one in order}:
            for key in self._profiler.near(self._profiles[root]):
                blocks.setdefault(key, set()).add(root)
        for key in sorted(blocks):
            roots = sorted(blocks[key])
            if len(roots) > BLOCK:
                continue
            self._ties.update(combinations(roots, 2))

    # --- what comes of it

    def _result(self, finish: Finish) -> Linked:
        entries = {entry.id: entry for entry in self._catalog.entities}
        members: dict[str, list[Candidate]] = {}
        for one in sorted(self._candidates):
            members.setdefault(self._unions.root(one), []).append(self._candidates[one])
        entities = distinct({root: entity(group, entries) for root, group in members.items()}, members)
        ties = kept(self._settled(entities))
        perhaps = self._perhaps(ties)
        alike = self._nameless.by_table(self._unnamed)
        used = {entities[root].id for root in perhaps}
        wordings = Wordings(self._catalog)
        retelling = Retold(self._catalog)
        for claim in retelling.hear(self._claims(entities, perhaps, alike)):
            used.add(wordings.hear(claim).entity_id)
        meant = wordings.meant()
        again = retelling.retellings(meant)
        kinds = {one.id: one.kind for one in entities.values()}
        claims = kept(
            finish(retold(worded(claim, meant), again), kinds.get(claim.entity_id, ""))
            for claim in self._claims(entities, perhaps, alike)
        )
        known = {e.id: e for e in (*entities.values(), *self._unknown.values()) if e.id in used}
        joined = (
            Link(c.source_id, c.names or c.described, entities[self._unions.root(one)].id, self._reasons[one])
            for one, c in sorted(self._candidates.items())
            if one in self._reasons and entities[self._unions.root(one)].id in known
        )
        apart = (
            self._link(a, b, evidence, entities, Tie.PERHAPS if a in perhaps or b in perhaps else Tie.APART)
            for (a, b), evidence in ties
            if entities[a].id in known and entities[b].id in known
        )
        return Linked(claims, tuple(known[one] for one in sorted(known)), kept(chain(joined, apart)))

    def _link(
        self, a: str, b: str, evidence: tuple[Evidence, ...], entities: dict[str, Entity], tie: Tie
    ) -> Link:
        candidate = self._candidates[b]
        tie = tie if total(evidence) >= PROPOSE else Tie.APART
        names = candidate.names or candidate.described
        return Link(candidate.source_id, names, entities[a].id, evidence, tie, entities[b].id)

    def _settled(self, entities: dict[str, Entity]) -> Iterator[tuple[_Pair, tuple[Evidence, ...]]]:
        """Yield the pairs of things that stayed apart to the end, with the evidence as it stands then."""
        root = self._unions.root
        for one, other in sorted({(min(root(a), root(b)), max(root(a), root(b))) for a, b in self._ties}):
            if one != other and entities[one].id != entities[other].id:
                yield (one, other), self._profiler.evidence(self._profiles[one], self._profiles[other])

    def _perhaps(self, ties: Iterable[tuple[_Pair, tuple[Evidence, ...]]]) -> dict[str, str]:
        """Return the things that may be one other thing, and only that one."""
        partners: dict[str, list[str]] = {}
        for (a, b), evidence in ties:
            if PROPOSE <= total(evidence) < JOIN:
                partners.setdefault(a, []).append(b)
                partners.setdefault(b, []).append(a)
        return {
            b: found[0]
            for b, found in partners.items()
            if len(found) == 1 and len(partners[found[0]]) == 1 and found[0] < b
        }

    def _claims(
        self, entities: dict[str, Entity], perhaps: dict[str, str], alike: Mapping[str, str]
    ) -> Iterator[Claim]:
        """Yield the claims with what they are about, by document and place."""
        folders = self._nameless.about()
        general = {attribute.id for attribute in self._catalog.attributes if attribute.kinds}

        def linked(claim: Claim) -> Claim:
            named = claim.entity_id in self._candidates
            likely = None if named else alike.get(claim.entity_id)
            about = likely or folders.get(folder(claim.source_id))
            if not named and claim.attribute_id in general:
                entity = self._unknown.setdefault("", Entity(GENERAL, UNNAMED))
                return claim._replace(entity_id=entity.id)
            if not named and about is not None:
                step = Step("entity", entities[about].name, "figures" if likely else "folder")
                grade = firmer(claim) if likely else claim.confidence
                known = claim._replace(entity_id=entities[about].id, confidence=grade)
                return known._replace(trace=(*claim.trace, step))
            if not named:
                unnamed = Entity(f"?{claim.source_id}", UNNAMED)
                entity = self._unknown.setdefault(claim.source_id, unnamed)
                return claim._replace(entity_id=entity.id)
            root = self._unions.root(claim.entity_id)
            if root not in perhaps:
                return claim._replace(entity_id=entities[root].id)
            step = Step("entity", entities[perhaps[root]].name, "perhaps")
            return claim._replace(
                entity_id=entities[perhaps[root]].id,
                confidence=Confidence.LOW,
                perhaps=entities[root].id,
                trace=(*claim.trace, step),
            )

        for place in self._order:
            yield from sorted(map(linked, self._extractions[place].claims), key=lambda c: (c.span, c.id))
