"""The steps in which candidates become things.

Comes in: candidates, and what each is told of in figures.  Goes out: ``Things``.  Candidates meet through
blocking keys only (an entry of the catalogue, a name, a beginning), never all with all, and are joined by the
points of ``weights``.  Keys of things are sorted, on disk where they are many, and gone through in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, groupby, product
from operator import itemgetter
from typing import TypeVar

from verify.catalog.catalog import Catalog
from verify.engine.shelf import ordered
from verify.model.entity import Evidence
from verify.resolve.candidates import Candidates
from verify.resolve.describe import Describer
from verify.resolve.figures import Holders
from verify.resolve.figures import Told as Figures
from verify.resolve.nameless import BLOCK, folder
from verify.resolve.owning import Owning
from verify.resolve.profile import Profiler, plain
from verify.resolve.spelling import Speller
from verify.resolve.things import Pair, Things
from verify.resolve.translating import Told, Translator, lone
from verify.resolve.weights import POINTS, SOME
from verify.text.script import is_western

K = TypeVar("K")
T = TypeVar("T")

_Name = tuple[str, str]
"""A folder, and the plain form of a name there."""
_FEW = 2
"""Weight of figures in common that lets two names in two scripts be looked at: one of three digits."""
_SPELLED = "one name spells the other"
_SPELLED_IN_PART = "one name spells and translates the other"
_HOW = {
    Told.NAMED: _SPELLED_IN_PART,
    Told.SPELLED: _SPELLED_IN_PART,
    Told.TRANSCRIBED: "one name writes the sound of the other",
}
"""The ways of telling a name that say which thing it is, the surest first."""
_ALONE = "the only two of their kind, in two scripts"
_NOUN = "one name adds a noun to the other"
_NUMBERED = "one noun and number, in two scripts"
_OWNED = "the only thing of its kind with such figures"
_ONLY = "the only thing of its kind, place and operator that is named"


def joined(candidates: Candidates, told: Iterable[tuple[int, Figures]], catalog: Catalog) -> Things:
    """Return the things that candidates are.

    ``told`` are all candidates in the order in which they are joined: those of a year first.
    """
    speller = Speller(catalog)
    joiner = _Joiner(candidates, catalog, speller)
    joiner.by_keys(told)
    joiner.by_spelling()
    joiner.by_translation()
    joiner.by_figures()
    joiner.by_kind()
    joiner.by_noun()
    joiner.by_number()
    joiner.by_description()
    joiner.by_owner()
    joiner.by_likeness()
    return joiner.things


class _Joiner:
    """Joins candidates, step by step."""

    def __init__(self, candidates: Candidates, catalog: Catalog, speller: Speller) -> None:
        self._candidates = candidates
        self._catalog = catalog
        self._speller = speller
        self._profiler = Profiler(catalog, speller, candidates)
        self.things = Things(candidates, self._profiler)

    def by_keys(self, told: Iterable[tuple[int, Figures]]) -> None:
        """Join candidates that share an entry or a name, where nothing speaks against it."""
        things, blocks = self.things, dict[str, list[int]]()
        for one, values in told:
            profile = self._profiler.profile(one, values)
            things.add(one, profile)
            keys = {*profile.names, *profile.variants, *(f"entry {entry}" for entry in profile.entries)}
            for key in sorted(keys):
                holders = blocks.setdefault(key, [])
                years = {year for holder in holders for year in things.known(holder).editions}
                if len(years) > 1 and not profile.editions:
                    continue  # of which year it is nothing tells
                for holder in holders:
                    things.attempt(one, holder)
                if things.root(one) not in {things.root(holder) for holder in holders}:
                    holders.append(one)

    def by_spelling(self) -> None:
        """Join the one thing that a name in Latin script spells with the one of that name in Chinese."""
        for _, met in _by_key(self._spelled()):
            han, latin_ones = ({root for latin, root in met if latin is side} for side in (False, True))
            if len(han) == len(latin_ones) == 1:
                (a,), (b,) = han, latin_ones
                self.things.attempt(a, b, _SPELLED)

    def _spelled(self) -> Iterator[tuple[str, tuple[bool, int]]]:
        """Yield the spellings of each thing with whether its name is in Latin script."""
        for root in self.things.roots():
            names = list(self.things.known(root).names.values())
            told = [
                set(self._speller.keys(n for n in names if is_western(n) is latin)) for latin in (False, True)
            ]
            if len({is_western(name) for name in names}) > 1:
                told = [told[0] & told[1], set()]  # a bracket gave its other name: spelled by a third as well
            for latin, keys in zip((False, True), told, strict=True):
                yield from ((key, (latin, root)) for key in keys)

    def by_translation(self) -> None:
        """Join the one thing that a name in Latin script translates with the one of that name in Chinese.

        A name that is translated and in no part spelled (千灯石窟), or written by its sound (德尔万省), tells
        of it in its folder only, and is one feature among others: many things may be called so.  A noun that
        is translated too goes before one of the same kind: Lanshuo Logistics is 澜朔物流, not 澜朔集团.
        """
        translator = Translator(self._speller)
        found = translator.told_of(self._in_chinese(), self._in_script(latin=True))
        near = {
            pair: how
            for pair, how in found.items()
            if how >= Told.SPELLED or not self._folders(pair[0]).isdisjoint(self._folders(pair[1]))
        }
        met: set[int] = set()
        for how, feature in _HOW.items():
            pairs = [pair for pair, told in near.items() if told is how and met.isdisjoint(pair)]
            for a, b in lone(pairs):
                self.things.attempt(a, b, feature)
            met.update(root for pair in pairs for root in pair)
        for pair in lone(pair for pair, how in near.items() if how is Told.TRANSLATED):
            for root in pair:
                self.things.held(root).translations |= {pair}
            self.things.attempt(*pair)

    def _in_script(self, *, latin: bool) -> Iterator[tuple[int, set[str]]]:
        """Yield the things with names in one script, and none in the other, which a bracket gave, with these.

        Not those with a number, as many things are called so: Terminal 2.
        """
        for root in self.things.roots():
            names = {*self.things.known(root).names.values()}
            if {is_western(name) for name in names} == {latin} and not any(self._speller.numbered(names)):
                yield root, names

    def _in_chinese(self) -> Iterator[tuple[int, set[str]]]:
        """Yield the things of Chinese names with these, and with what may stand for them."""
        for root, names in self._in_script(latin=False):
            yield root, names | self.things.known(root).variants

    def _folders(self, root: int) -> set[str]:
        """Return the folders of the documents that name a thing."""
        return {folder(self._candidates.source_id(one)) for one in self.things.members(root)}

    def by_figures(self) -> None:
        """Join things that many of the same figures are told of, and whose names allow it."""
        first: Callable[[tuple[Pair, int]], Pair] = itemgetter(0)
        weights = (
            (pair, sum(weight for _, weight in same))
            for pair, same in groupby(ordered(self._in_common(), first), first)
        )
        heavy = [one for one in weights if one[1] >= SOME]
        for (a, b), _ in sorted(heavy, key=lambda one: (-one[1], one[0])):
            self.things.attempt(b, a)

    def _in_common(self) -> Iterator[tuple[Pair, int]]:
        """Yield the pairs of things that a value is told of, with what it weighs."""
        for holders in self._holders().several():
            if len(holders) <= BLOCK:
                yield from (((a, b), weight) for (a, weight), (b, _) in combinations(holders, 2))

    def _holders(self) -> Holders:
        return Holders((root, self.things.known(root).told) for root in self.things.roots())

    def by_kind(self) -> None:
        """Join the one thing of a kind that a folder names in Chinese with the one in Latin script.

        Some figures in common must speak for it: the Thousand Lamps Grottoes, whose name is translated.
        """
        for _, met in _by_key(self._of_kinds()):
            han, latin_ones = (
                {self.things.root(root) for script, root in met if script == n} for n in (0, 1)
            )
            if len(han) == len(latin_ones) == 1:
                (a,), (b,) = han, latin_ones
                if a != b and self._shared(a, b) >= _FEW:
                    self.things.attempt(b, a, _ALONE)

    def by_noun(self) -> None:
        """Join a name without a noun with the one thing of its folder that adds one: Orvik, Orvik Glacier.

        Not where a document names both.  Some figures in common, or the head of a column that says what its
        rows are, must speak for it.
        """
        for _, met in _by_key(self._with_nouns()):
            if len(met) == 1:
                self.things.attempt(*met[0], _NOUN)

    def _with_nouns(self) -> Iterator[tuple[_Name, tuple[int, int]]]:
        """Yield folder and name of each thing without a noun with what adds a noun to it."""
        for name, met in _by_key(self._bare()):
            bare, adding = ([root for side, root in met if side is adds] for adds in (False, True))
            for root, other in product(adding, bare):
                if root == other:
                    continue
                kinds, profile = self.things.known(other).kinds, self.things.known(root)
                told = bool(kinds & profile.kinds) or (not kinds and self._shared(root, other) >= _FEW)
                if told and not self.things.together(root, other):
                    yield name, (root, other)

    def _bare(self) -> Iterator[tuple[_Name, tuple[bool, int]]]:
        """Yield folder and name of each thing, and whether it adds a noun to that name."""
        for root in self.things.roots():
            known = self.things.known(root).names
            stems = {plain(self._speller.without_noun(name)) for name in known.values()}
            stems |= {plain(short) for name in known.values() for short in self._speller.beginnings(name)}
            for place in self._folders(root):
                yield from (((place, name), (False, root)) for name in known)
                yield from (((place, stem), (True, root)) for stem in sorted(stems - {""}))

    def _of_kinds(self) -> Iterator[tuple[tuple[str, str], tuple[int, int]]]:
        """Yield folder and kind of each thing with the script of its names: 2 for both."""
        for root in self.things.roots():
            profile = self.things.known(root)
            latin = {is_western(name) for name in profile.names.values()}
            script = 2 if len(latin) != 1 else int(latin.pop())
            for place in self._folders(root) if profile.names and profile.kinds else ():
                yield from (((place, kind), (script, root)) for kind in profile.kinds)

    def _shared(self, one: int, other: int) -> int:
        """Return the weight of the figures that two things have in common."""
        return self.things.known(one).told.shared(self.things.known(other).told)

    def by_number(self) -> None:
        """Join what a noun and a number tell in two scripts, in texts on one thing or by figures."""
        blocks: dict[tuple[str, str, str], tuple[set[int], set[int]]] = {}
        for one in self._candidates.like(lambda face: any(self._speller.numbered(face.names))):
            names, place = self._candidates.face(one).names, folder(self._candidates.source_id(one))
            latin = all(is_western(name) for name in names)
            for kind, number in self._speller.numbered(names):
                blocks.setdefault((place, kind, number), (set(), set()))[latin].add(self.things.root(one))
        beside = self._beside({root for sides in blocks.values() for side in sides for root in side})
        for key in sorted(blocks):
            han, latin_ones = ({self.things.root(root) for root in roots} for roots in blocks[key])
            if len(han) == len(latin_ones) == 1 and han != latin_ones:
                (a,), (b,) = han, latin_ones
                about = [
                    set[int]().union(*(beside[one] for one in self.things.known(root).documents))
                    for root in (a, b)
                ]
                if self._shared(a, b) >= _FEW or about[0] & about[1] - {a, b}:
                    self.things.attempt(b, a, _NUMBERED)

    def _beside(self, roots: Iterable[int]) -> dict[int, set[int]]:
        """Return what is named by each document that names one of some things."""
        documents = {one for root in roots for one in self.things.known(root).documents}
        of, face, root = self._candidates.of, self._candidates.face, self.things.root
        return {document: {root(one) for one in of(document) if face(one).names} for document in documents}

    def by_description(self) -> None:
        """Let a description join the one named thing of its kind, place and operator."""
        for one, root in Describer(self._catalog).fits(self.things):
            self.things.join(one, root, (Evidence(_ONLY, POINTS[_ONLY], ""),))

    def by_owner(self) -> None:
        """Join what a text tells as something's own with one of its kind that has some figures in common."""
        for one, other in Owning(self.things).pairs():
            if not self.things.together(one, other):
                self.things.attempt(one, other, _OWNED)

    def by_likeness(self) -> None:
        """Look at pairs of things whose names are alike: none is joined, some may be one."""
        keys = ((key, root) for root in self.things.roots() for key in self._near(root))
        for _, met in _by_key(keys):
            roots = [*met]
            if len(roots) <= BLOCK:
                for a, b in combinations(roots, 2):
                    self.things.tie(a, b)

    def _near(self, root: int) -> set[str]:
        return {*self._profiler.near(self.things.known(root))}


def _by_key(pairs: Iterable[tuple[K, T]]) -> Iterator[tuple[K, list[T]]]:
    """Yield each key, in order, with what stands under it, once each."""
    first: Callable[[tuple[K, T]], K] = itemgetter(0)
    for key, same in groupby(ordered(pairs, first), first):
        yield key, [*dict.fromkeys(one for _, one in same)]
