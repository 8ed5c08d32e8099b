"""How much speaks for it that two claims with one number tell one fact.

Comes in: two ``Heard`` with the same number.  Goes out: points, the sum of ``weights.RETOLD_POINTS`` over
what their digits, their sentences, the parts of their keys and the words around them have in common, and in
what they differ.  What follows from it is left to ``retold``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from verify.catalog.catalog import Catalog
from verify.lang.cedict import glosses
from verify.lang.en_words import content, stem
from verify.model.claim import AFTER, BEFORE
from verify.model.period import Period
from verify.resolve.vocabulary import HAN, Told, Vocabulary, counted, own_word, wordless
from verify.resolve.ways import COUNTS, DATED, Heard, Way
from verify.resolve.weights import RETOLD_POINTS

NEVER = -1000
_PART = "a part on one side"
_SAME = 100
"""What speaks for two ways that differ in their modality alone."""
_DIGITS = ("", "1 digit", "2 digits", "3 digits", "4 digits", "5 digits")
_MOST_DIGITS = len(_DIGITS) - 1
_SHORT = 2
"""A number of so many digits tells more where few are told of its dimension."""
_MOST = 2
"""So many figures beside it count, and so many words."""
_LONGEST_WORD = 4
"""Characters of a Chinese word that is looked up."""
_PEOPLE = frozenset(["人", "人次", "户", "户次"])
_SHARE = "dimensionless"
"""What is told of a thing in percent may be a share of anything."""
_FORMER = (BEFORE, AFTER)
"""They end the scope of what is no longer or not yet: of the thing, or of a part of it."""
_DATE = "date:"
"""Before the word that tells what happened on a day."""
_LATIN = re.compile(r"[a-z][a-z'-]*")
_HAN = re.compile(rf"{HAN.pattern}+")
_SAYS_NOTHING = frozenset(
    stem(word)
    for word in re.findall(
        "[a-z]+",
        """million billion thousand hundred trillion percent per cent year day month total more than about
        over average mean some it its has have had was were is are which that from this now there at least
        most one two""",
    )
)
"""English words that any two sentences may share."""
_KNOWN = ("a word of its own", "two attributes, one of them likely", "two attributes of the rules")
"""What is said of two attributes of the rules, by how surely the less sure one is meant."""


class Likeness:
    """Holds claims with one number against each other."""

    def __init__(self, catalog: Catalog) -> None:
        self._vocabulary = Vocabulary(catalog)

    def points(self, one: Heard, other: Heard) -> int:
        """Return how much speaks for it that two claims tell one fact."""
        if one.way._replace(modality=other.way.modality) == other.way:
            return _SAME
        return self.apart(one, other)

    def apart(self, one: Heard, other: Heard) -> int:
        """Return how much speaks for it where they may be told of two things, though in one way."""
        if apart(one.time, other.time) and not (one.carried or other.carried):
            return NEVER
        return sum(RETOLD_POINTS[feature] for feature in self.features(one, other))

    def told(self, one: Heard, other: Heard) -> str:
        """Return what speaks for it and against it, with the points."""
        found = Counter(self.features(one, other))
        points = {feature: many * RETOLD_POINTS[feature] for feature, many in found.items()}
        return ", ".join(f"{feature} {worth:+}" for feature, worth in points.items() if worth)

    def by_words(self, one: Heard, other: Heard) -> bool:
        """Say whether anything but the number itself speaks for it."""
        return any(RETOLD_POINTS[f] > 0 and f not in _DIGITS for f in self.features(one, other))

    def features(self, one: Heard, other: Heard) -> Iterator[str]:
        """Yield what speaks for it and against it."""
        a, b = one.way, other.way
        yield _DIGITS[min(one.digits, other.digits, _MOST_DIGITS)]
        yield from ["another figure beside it"] * min(_MOST, len(one.near & other.near))
        yield self._attributes(one, other)
        if any(way.told.attribute.startswith(DATED) for way in (a, b)):
            yield "a date told by the words around it"
        parted = [*_scopes(a, b)]
        yield from parted
        short = min(one.digits, other.digits) == _SHORT
        if short and one.seldom and other.seldom and _PART not in parted:
            yield "few figures of its dimension"
        if apart(one.time, other.time):
            yield "two times, one of another sentence"
        yield from _stated("statistic", a.statistic, b.statistic)
        yield from _stated("base", a.base, b.base)
        if (
            a.told != b.told or _PART not in parted
        ):  # one attribute is told of whole and part in the same words
            yield from ["words in common"] * min(_MOST, _in_common(_words(one), _words(other)))

    def _attributes(self, one: Heard, other: Heard) -> str:
        a, b = one.way.told, other.way.told
        if a == b:
            return "the same attribute"
        akin = self._vocabulary.akin(a, b)
        own = [own_word(told) for told in (a, b)]
        nouns = a.attribute == b.attribute or any(own) or not all(map(self._vocabulary.rules, (a, b)))
        if nouns and one.number[0] == COUNTS and a.dimension != b.dimension:
            return self._nouns(a, b)
        if not akin and wordless(a) != wordless(b) and one.number[0] != _SHARE:
            return "told by its unit alone"
        if any(own):
            return "two words of their own" if all(own) else "a word of its own"
        return "an attribute and a sort of it" if akin else _KNOWN[min(one.sure, other.sure)]

    def _nouns(self, a: Told, b: Told) -> str:
        people = [told.dimension in _PEOPLE for told in (a, b)]
        if any(self._vocabulary.loose(told) for told in (a, b)):
            return "people and things" if any(people) else "a count by its measure word"
        known = all(self._vocabulary.knows(counted(told)) for told in (a, b))
        if people[0] != people[1]:
            return "people and things" if known else "people, and what no rule knows"
        return "two nouns of the rules" if known else "two nouns"


def apart(a: Period | None, b: Period | None) -> bool:
    """Say whether two times are told, and not the same days."""
    return a is not None and b is not None and not (a.resolved and b.resolved and a.same_days(b))


def _scopes(a: Way, b: Way) -> Iterator[str]:
    if a.scope == b.scope:
        yield from ["the same part"] * (a.scope is not None)
        return
    known = [way.scope for way in (a, b) if way.scope is not None and not way.loose]
    if len(known) == 2 or any(part.endswith(_FORMER) for part in known):
        yield "two parts"
    else:
        yield _PART if known else "words that may be a part"


def _stated(part: str, a: str | None, b: str | None) -> Iterator[str]:
    if a != b:
        yield f"{part} on one side" if None in (a, b) else f"two of {part}"


def _words(one: Heard) -> str:
    way = one.way
    return f"{one.words}|{own_word(way.told).removeprefix(_DATE)}|{way.scope or ''}".lower()


def _in_common(one: str, other: str) -> int:
    """Return how many words of two texts mean the same."""
    (pairs, words), (other_pairs, other_words) = _spoken(one), _spoken(other)
    return len(pairs & other_pairs) if pairs and other_pairs else len(words & other_words)


@lru_cache(maxsize=1 << 10)
def _spoken(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the pairs of Chinese characters in a text, and the English words that it has or may mean."""
    runs = _HAN.findall(text)
    pairs = frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1))
    told = {*content(" ".join(_LATIN.findall(text)))}
    for run in runs:
        for at in range(len(run)):
            for size in range(2, _LONGEST_WORD + 1):
                told.update(word for gloss in glosses(run[at : at + size]) for word in gloss)
    return pairs, frozenset(map(stem, told)) - _SAYS_NOTHING
