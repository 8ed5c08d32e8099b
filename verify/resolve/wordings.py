"""Which attributes that no rule names are one, told in Chinese by some documents and in English by others.

Comes in: the claims of aligned things, in any order.  Goes out: the same claims, where what is counted or
measured of one thing is called 洞窟 here and caves there, with one attribute and one dimension.  A dictionary
says that two words mean the same (``lang.meaning``); they are one attribute where each is the only such
word that documents of its language tell of the thing, and none of the other language tells it so already.
One of the two may be an attribute of the catalogue, by words that its sentences hold.  What would be a
conflict is at most a possible one where the phrases mean each other only part by part, where one of the two
is the catalogue's, and where another word of the thing means nearly the same; so it is where some documents
count by a measure word alone what others name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from verify.catalog.catalog import Catalog
from verify.engine.shelf import Sorter
from verify.lang import meaning
from verify.lang.meaning import Grade
from verify.model.claim import Claim, Confidence, Step
from verify.model.quantity import Quantity, Unit
from verify.resolve.vocabulary import HAN, Told, Vocabulary, Wording, counts, may_be_one, nouns, own_word
from verify.text.fold import folded

RULE = "CC-CEDICT"
"""What tells that two words mean the same, as a claim's trace names it."""
_WORDS = re.compile(r"[A-Za-z][A-Za-z'\u2019-]*")
_PHRASE = re.compile(r"[^A-Za-z]{0,40}((?:[A-Za-z][A-Za-z'\u2019-]{0,30} ?){1,6})")
"""The words that stand behind a numeral."""
_UNNAMED = "?"
_SENTENCE = 3
"""Words in Latin script that are more than a unit or a name in a cell."""
_HEARD = 3
"""So many sentences tell what words an attribute has."""
_GRADES = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)


@dataclass(frozen=True, slots=True)
class Meant:
    """What a wording is told as from now on."""

    told: Told
    why: Step
    sure: Confidence
    """How sure a claim is at most that is told so; a word that is a catalogue's may well be another thing."""


Meanings = Mapping[str, Mapping[Told, Meant]]
"""What is told of each thing as something else."""


class _Heard(NamedTuple):
    """What is remembered of a claim."""

    thing: str
    told: Told
    source_id: str
    chinese: bool | None
    sentence: str | None
    """Where an attribute of the catalogue is told; None for a word of its own."""
    phrase: str
    """The English words behind the numeral, where an English word of its own tells it; else empty."""


class Wordings:
    """Hears claims, and then tells which of their attributes are one."""

    def __init__(self, catalog: Catalog) -> None:
        self._vocabulary = Vocabulary(catalog)
        self._heard: Sorter[_Heard] = Sorter(lambda one: one.thing)

    def hear(self, claim: Claim) -> Claim:
        """Take note of how a claim tells what it is of, and return it."""
        if not isinstance(claim.value, Quantity) or claim.entity_id.startswith(_UNNAMED):
            return claim
        told = Told(claim.attribute_id, claim.dimension)
        own = own_word(told)
        chinese = self._in_chinese(claim.sentence, own)
        phrase = _behind(claim) if own and chinese is False else ""
        sentence = None if own else claim.sentence
        self._heard.extend([_Heard(claim.entity_id, told, claim.source_id, chinese, sentence, phrase)])
        return claim

    def _in_chinese(self, sentence: str, own: str) -> bool | None:
        """Say whether a sentence is in Chinese; None for a cell whose word is of both languages."""
        if own and not HAN.search(own):
            return False
        han, latin = _letters(sentence)
        if han or latin >= _SENTENCE:
            return han > latin
        return None if not own or self._vocabulary.knows(own) else True

    def meant(self) -> Meanings:
        """Return what is told as something else, by the thing that it is told of."""
        things = groupby(self._heard.once(), key=lambda one: one.thing)
        found = ((thing, self._pairs(_wordings(heard))) for thing, heard in things)
        return {thing: pairs for thing, pairs in found if pairs}

    def _pairs(self, heard: Mapping[Told, Wording]) -> dict[Told, Meant]:
        """Return what of one thing is told as something else."""
        languages = [any(one.chinese for one in heard.values()), any(one.english for one in heard.values())]
        found = self._translated(heard) if all(languages) and any(map(own_word, heard)) else {}
        used = {*found, *(meant.told for meant in found.values())}
        return found | {
            one: Meant(
                other,
                Step("value", f"{one.dimension} counts {other.dimension}", "other documents"),
                Confidence.LOW,
            )
            for one, other in self._measured(heard)
            if used.isdisjoint((one, other))
        }

    def _measured(self, heard: Mapping[Told, Wording]) -> Iterator[tuple[Told, Told]]:
        """Yield what a measure word counts in some documents, and one noun in others: 120辆, 120 buses."""
        counted: dict[str, list[Told]] = {}
        for told in heard:
            if counts(told.dimension) and not own_word(told):
                counted.setdefault(told.attribute, []).append(told)
        for several in counted.values():
            loose = [told for told in several if self._vocabulary.loose(told)]
            if len(several) == 2 and len(loose) == 1:
                (one,), (other,) = loose, [told for told in several if told not in loose]
                if heard[one].sources.isdisjoint(heard[other].sources):  # who has both tells them apart
                    yield one, other

    def _translated(self, heard: Mapping[Told, Wording]) -> dict[Told, Meant]:
        """Return what is told by a word that a dictionary says to mean one of the other language."""
        words = {told: self._vocabulary.words(told, wording) for told, wording in heard.items()}
        edges = self._edges(words, heard)
        degree = Counter(end for a, b in edges for end in ((True, a), (False, b)))
        near: dict[str, set[Told]] = {}
        for told in heard if edges else ():
            for noun in nouns(words[told]):
                near.setdefault(noun, set()).add(told)
        found: dict[Told, Meant] = {}
        for (a, b), (why, grade) in edges.items():
            if degree[True, a] > 1 or degree[False, b] > 1 or heard[a].english or heard[b].chinese:
                continue
            kept, other = (b, a) if own_word(a) and not own_word(b) else (a, b)
            beside = {told for noun in nouns((*words[a], *words[b])) for told in near[noun]} - {a, b}
            alone = not any(may_be_one(a, told) for told in beside)
            sure = grade is Grade.WHOLE and alone and own_word(kept)
            step = Step("attribute", why, "dictionary", RULE)
            found[other] = Meant(kept, step, Confidence.MEDIUM if sure else Confidence.LOW)
        return found

    def _edges(
        self, words: Mapping[Told, tuple[str, ...]], heard: Mapping[Told, Wording]
    ) -> dict[tuple[Told, Told], tuple[str, Grade]]:
        """Return what means the same in the two languages, with the words and how far they do."""
        by_noun: dict[str, dict[Told, None]] = {}
        for b in heard:
            for phrase in words[b] if heard[b].english else ():
                if not HAN.search(phrase):
                    by_noun.setdefault(meaning.noun(phrase), {})[b] = None
        edges: dict[tuple[Told, Told], tuple[str, Grade]] = {}
        for a in heard:
            for word in words[a] if heard[a].chinese and by_noun else ():
                ends = sorted(meaning.nouns(word)) if HAN.search(word) else ()
                for b in {b: None for noun in ends for b in by_noun.get(noun, ())}:
                    if not may_be_one(a, b) or self._vocabulary.apart(a, b):
                        continue
                    for phrase in words[b]:
                        grade = meaning.meant(word, phrase)
                        if grade > edges.get((a, b), ("", Grade.NONE))[1]:
                            edges[a, b] = (f"{word} means {phrase}", grade)
        return edges


def worded(claim: Claim, meanings: Meanings) -> Claim:
    """Return a claim with the attribute that its word means; any other as it is."""
    found = meanings.get(claim.entity_id, {}).get(Told(claim.attribute_id, claim.dimension))
    if found is None:
        return claim
    value = claim.value
    if isinstance(value, Quantity) and found.told.dimension != claim.dimension:
        value = counting(value, found.told.dimension)
    return claim._replace(
        attribute_id=found.told.attribute,
        value=value,
        confidence=min(claim.confidence, found.sure, key=_GRADES.index),
        trace=(*claim.trace, found.why),
    )


def counting(value: Quantity, dimension: str) -> Quantity:
    """Return a count as one of something else."""
    unit = Unit(dimension, dimension, value.unit.factor)
    ends = tuple(counting(end, dimension) for end in value.ends)
    return value._replace(unit=unit, ends=ends)


def _wordings(heard: Iterable[_Heard]) -> dict[Told, Wording]:
    """Return how each attribute of a thing is told."""
    found: dict[Told, Wording] = {}
    for one in heard:
        wording = found.setdefault(one.told, Wording())
        wording.chinese |= one.chinese is True
        wording.english |= one.chinese is False
        if one.sentence is not None:
            if counts(one.told.dimension):
                wording.sources.add(one.source_id)
            if len(wording.sentences) < _HEARD:
                wording.sentences |= {one.sentence}
        elif one.chinese is False and len(wording.phrases) < _HEARD:
            wording.phrases |= {one.phrase}
    return found


@lru_cache(maxsize=64)
def _letters(sentence: str) -> tuple[int, int]:
    """Return how many Chinese characters and how many words in Latin script a sentence has."""
    return len(HAN.findall(sentence)), len(_WORDS.findall(sentence))


def _behind(claim: Claim) -> str:
    """Return the English words that stand behind the numeral of a claim."""
    found = _PHRASE.match(folded(claim.context), claim.context_span.start)
    return found[1].strip() if found else ""
