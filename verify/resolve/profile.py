"""What is known of a thing from all documents that name it, and what two such things have in common.

Comes in: candidates.  Goes out: ``Profile``s that grow as candidates join, the keys by which candidates
meet, and ``Evidence``: the features of two profiles with their points (``weights``).
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import TypeVar

from verify.catalog.catalog import Catalog
from verify.catalog.regions import containment
from verify.model.ascending import common, put
from verify.model.entity import Evidence
from verify.resolve.candidates import Candidates
from verify.resolve.figures import Told
from verify.resolve.spelling import Speller
from verify.resolve.weights import MANY, POINTS, SOME, VERY_MANY
from verify.text.fold import folded
from verify.text.script import is_western

T = TypeVar("T")

_NOISE = re.compile(r"[\s·・“”\"'‘’《》<>「」\-.]")
_NUMBER = re.compile(r"第?([一二三四五六七八九十]{1,3}|[0-9]{1,4})")
_DIGITS = {char: str(number) for number, char in enumerate("零一二三四五六七八九")}
_ADMINISTRATIVE = re.compile(r"(?<=[\u3400-\u9fff]{2})[市省县](?=[\u3400-\u9fff0-9]{3})")
_DIRECTION = re.compile(
    r"[东南西北中新老旧大小上下前后]|new|old|north|south|east|west|upper|lower|great|little"
)
_SCHOOL = re.compile(r"(?<=[\u3400-\u9fff][0-9])([中小])学$")
"""A numbered school is called by the first character of its noun: 长河一中, 长河市第一中学."""
_CALLED = re.compile(r"(?<=[\u3400-\u9fff]{2})(?<![0-9一二三四五六七八九十])号$")
"""A ship or a train has its name with it or without."""
_OF_ROW = re.compile(r"[0-9]{1,3}号.{0,3}|[a-z]{1,24}[0-9]{1,4}[a-z]{0,12}")
"""What one of a row, or a model, adds to the name of what it is of: 4号线 to 西岭地铁, X5 to a maker's."""
_LEAST = 2
_NONE: frozenset[str] = frozenset()
"""The empty set, once: most things have several, and another one is as large as a set of five."""
_LATIN_WORD = re.compile(r"[a-z]+")


def plain(name: str) -> str:
    """Return a name without spaces, marks and case, for comparing."""
    found = _NOISE.sub("", folded(name)).lower().removeprefix("the")
    return name if found == name else found  # of equal texts one is enough


def _numbered(match: re.Match[str]) -> str:
    """Return a number in Arabic digits: 三号线 and 3号线 are one."""
    text = match.group(1)
    if is_western(text):
        return text
    tens, mark, ones = text.partition("十")
    if not mark:
        return "".join(_DIGITS[char] for char in text)
    return f"{_DIGITS.get(tens, '1')}{_DIGITS.get(ones, '0')}"


@dataclass(slots=True)
class Profile:
    """What all joined candidates tell of one thing."""

    names: dict[str, str] = field(default_factory=dict)
    """Plain form to a name as written."""
    variants: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    entries: frozenset[str] = frozenset()
    editions: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    wholes: frozenset[str] = frozenset()
    common: bool = False
    documents: array[int] = field(default_factory=lambda: array("i"))
    """The numbers of those that name it, in order."""
    told: Told = field(default_factory=Told)
    translations: frozenset[tuple[int, int]] = frozenset()
    """Pairs of things, of which it is one, whose names mean each other."""

    def add(self, other: Profile) -> None:
        """Take in what another profile tells."""
        self.names.update({key: name for key, name in other.names.items() if key not in self.names})
        self.variants = _both(self.variants, other.variants)
        self.kinds = _both(self.kinds, other.kinds)
        self.entries = _both(self.entries, other.entries)
        self.editions = _both(self.editions, other.editions)
        self.places = _both(self.places, other.places)
        self.wholes = _both(self.wholes, other.wholes)
        self.common = self.common and other.common
        put(self.documents, other.documents)
        self.told.add(other.told)
        self.translations = _both(self.translations, other.translations)


class Profiler:
    """Makes and compares profiles with the words of a catalogue."""

    def __init__(self, catalog: Catalog, speller: Speller, candidates: Candidates) -> None:
        self._candidates = candidates
        self._above = containment(catalog.regions)
        self._speller = speller
        self._under = {kind.id: kind.under for kind in catalog.kinds if kind.under}
        regions = {
            plain(name): region.id
            for region in reversed(catalog.regions)
            for name in (region.name.zh, region.name.en, *region.aliases)
        }
        self._region = regions
        self._longest = max(map(len, regions), default=0)
        self._models = frozenset(plain(word) for lang in catalog.languages for word in lang.models)
        words = {re.escape(plain(word)) for lang in catalog.languages for word in lang.levels}
        levels = "|".join(sorted(words, key=lambda word: (-len(word), word)))
        self._levels = re.compile(
            rf"(?<=[\u3400-\u9fff]{{2}})(?:{levels})(?=[\u3400-\u9fff]{{2}})"
            rf"|(?<=[a-z]{{4}})(?:{levels})(?=[a-z]{{4}})"
        )
        """Words between the name and its noun that tell only of what rank it is: 青岩国家级自然保护区."""
        legal = {plain(word) for language in catalog.languages for word in language.legal_forms}
        self._legal = tuple(sorted(legal, key=lambda word: (-len(word), word)))

    def profile(self, number: int, told: Told) -> Profile:
        """Return what one document tells of a thing, in words and in figures."""
        candidate = self._candidates.face(number)
        names = {plain(name): name for name in candidate.names}
        return Profile(
            names,
            frozenset(self.variant(name) for name in names) if names else _NONE,
            candidate.kinds or _one(candidate.kind),
            _one(candidate.catalogue_id),
            _one(candidate.edition),
            _one(candidate.place) if candidate.placed else _NONE,
            frozenset(plain(name) for name in candidate.whole) if candidate.whole else _NONE,
            candidate.common,
            array("i", [self._candidates.document(number)]),
            told,
        )

    def variant(self, name: str) -> str:
        """Return the plain form of a name without what may be left out or written otherwise."""
        for form in self._legal:
            if name.endswith(form) and len(name) - len(form) > 1:
                name = name.removesuffix(form)
                break
        bare = self._levels.sub("", _ADMINISTRATIVE.sub("", _CALLED.sub("", name)))
        found = _SCHOOL.sub(r"\1", _NUMBER.sub(_numbered, bare))
        return name if found == name else found

    def near(self, profile: Profile) -> Iterator[str]:
        """Yield the keys by which names that are only alike meet: a beginning, all but region and number."""
        for kind, name in product(profile.kinds or {""}, profile.variants):
            words = _LATIN_WORD.match(name)
            yield f"{kind}|{words.group() if words else name[:2]}"
            rest = _NUMBER.sub("#", name[len(self._leading(name)) :])
            if rest != name and len(rest) > 1:
                yield f"{kind}||{rest}"
            if not words:
                yield f"{kind}|||{name[-4:]}"

    def _leading(self, name: str) -> str:
        """Return the region that a name begins with; empty for none."""
        lengths = range(min(self._longest, len(name) - 1), 1, -1)
        return next((name[:length] for length in lengths if name[:length] in self._region), "")

    def evidence(self, a: Profile, b: Profile) -> tuple[Evidence, ...]:
        """Return the features of two things, each with its points."""
        return tuple(Evidence(feature, POINTS[feature], told) for feature, told in self._features(a, b))

    def _features(self, a: Profile, b: Profile) -> Iterator[tuple[str, str]]:
        if a.entries and b.entries:
            same = a.entries == b.entries
            feature = "same entry of rules/entities" if same else "different entries of rules/entities"
            yield feature, _told(a.entries, b.entries)
        yield from self._of_names(a, b)
        shared = a.told.shared(b.told)
        if shared >= SOME:
            yield f"{_amount(shared)} figures in common", ""
        if a.kinds and b.kinds:
            alike = bool(a.kinds & self._broad(b.kinds) or self._broad(a.kinds) & b.kinds)
            yield ("same kind" if alike else "different kinds"), _told(a.kinds, b.kinds)
        if a.editions and b.editions:
            same = bool(a.editions & b.editions)
            feature = "same year of the event" if same else "different years of the event"
            yield feature, _told(a.editions, b.editions)
        if a.wholes and b.wholes:
            same = bool({self.variant(n) for n in a.wholes} & {self.variant(n) for n in b.wholes})
            yield (
                ("parts of the same whole" if same else "parts of different wholes"),
                _told(a.wholes, b.wholes),
            )
        if a.places and b.places:
            near = any(self._nested(one, other) for one in a.places for other in b.places)
            yield ("places agree" if near else "places apart"), _told(a.places, b.places)

    def _broad(self, kinds: Iterable[str]) -> set[str]:
        return {kind for one in kinds for kind in (one, self._under.get(one, one))}

    def _nested(self, one: str, other: str) -> bool:
        return one == other or one in self._above.get(other, ()) or other in self._above.get(one, ())

    def _of_names(self, a: Profile, b: Profile) -> Iterator[tuple[str, str]]:
        shared = a.names.keys() & b.names.keys()
        if shared:
            best = max(shared, key=lambda name: (len(name), name))
            yield "same name", a.names[best]
            if all(_single(a.names[name]) for name in shared):
                yield "a name of one word", a.names[best]
            if a.common and b.common:
                yield "a name of common words only", a.names[best]
            return
        alike = a.variants & b.variants
        if alike:
            yield "same name but for its legal form, 市 or the writing of its number", max(alike)
            return
        yield from self._of_unlike(a, b)

    def _of_unlike(self, a: Profile, b: Profile) -> Iterator[tuple[str, str]]:
        pairs = sorted(
            _by_length(x, y) for x in a.variants for y in b.variants if is_western(x) == is_western(y)
        )
        if not pairs and a.variants and b.variants:
            yield "names in two scripts", f"{min(a.variants)}, {min(b.variants)}"
            if a.translations & b.translations:
                yield "one name translates the other", ""
                if a.common or b.common:
                    yield "a name of common words only", ""
            if self._speller.differ([*a.names.values(), *b.names.values()]):
                yield "the names are spelled otherwise", ""
        if not pairs:
            return
        inside = [pair for pair in pairs if pair[1].startswith(pair[0]) or pair[1].endswith(pair[0])]
        short, long = inside[0] if inside else max(pairs, key=_begins_alike)
        told = f"{short}, {long}"
        left_out = not inside and _leaves_out(short, long)
        alike = "one name leaves out words of the other" if left_out else "names alike"
        if not inside and not left_out and _is_short_for(short, long):
            alike = "one name may be short for the other"
        yield ("one name begins or ends with the other" if inside else alike), told
        model = short[-1:].isdigit() and short[:1].isalpha() and long.removeprefix(short) in self._models
        if inside and (model or _OF_ROW.fullmatch(long.removeprefix(short))):
            yield "one of a row and what holds it", told
        if left_out and (both := [*common(a.documents, b.documents)]):
            yield "told apart by one document", min(map(self._candidates.source, both))
        if inside and _DIRECTION.fullmatch(long.removeprefix(short).removesuffix(short)):
            yield "names differ by a word of direction or age", told
        if not inside and not _shared(short, long):
            yield "names that begin with other words", told
        regions = {self._region.get(self._leading(name), "") for name in (short, long)}
        if len(regions - {""}) > 1 and not inside:
            yield "different regions in the names", told
        numbers = [_NUMBER.findall(name) for name in (short, long)]
        if numbers[0] != numbers[1] and (all(numbers) or not inside):
            yield "different numbers in the names", told


def _both(mine: frozenset[T], other: frozenset[T]) -> frozenset[T]:
    """Return two sets as one; where it is one of them, as it nearly always is, no other is made."""
    return mine if other <= mine else other if mine <= other else mine | other


def _one(word: str) -> frozenset[str]:
    """Return a set of one, or the empty one."""
    return frozenset([word]) if word else _NONE


def _amount(shared: int) -> str:
    """Return what the weight of figures in common is called."""
    return "very many" if shared >= VERY_MANY else "many" if shared >= MANY else "some"


def total(evidence: Iterable[Evidence]) -> int:
    """Return the sum of the points."""
    return sum(item.points for item in evidence)


def _by_length(one: str, other: str) -> tuple[str, str]:
    return (one, other) if (len(one), one) <= (len(other), other) else (other, one)


def _begins_alike(pair: tuple[str, str]) -> tuple[int, tuple[str, str]]:
    """Return a sort key: how many characters at the beginning and end of two names are the same."""
    one, other = pair
    return _shared(one, other) + _shared(one[::-1], other[::-1]), pair


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _leaves_out(short: str, long: str) -> bool:
    """Say whether a name in Chinese is another one but for words in its middle: 长河站 of 长河高铁站."""
    same = _shared(short, long)
    return not is_western(short) and same >= _LEAST and short[same:] != "" and long.endswith(short[same:])


def _is_short_for(short: str, long: str) -> bool:
    """Say whether a Chinese name has only characters of another, in order: 长河二院 of 长河市第二人民医院."""
    if is_western(short) or short[-1:] != long[-1:] or _shared(short, long) < _LEAST:
        return False
    rest = iter(long)
    return all(char in rest for char in short)


def _single(name: str) -> bool:
    return is_western(name) and " " not in name.strip()


def _told(a: Iterable[str], b: Iterable[str]) -> str:
    mine, theirs = "/".join(sorted(a)), "/".join(sorted(b))
    return mine if mine == theirs else f"{mine}, {theirs}"
