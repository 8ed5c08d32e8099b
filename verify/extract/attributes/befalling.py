"""What is counted of people and of products, whatever noun tells them: 12名工人死亡 are deaths, and no staff.

Comes in: a sentence, the figure of a count of people, and the word that was found for it.  Goes out: the word
that governs it, which is a verb of what happened to them, behind the noun (12 workers were killed) or before
it (救起船员26人), or the one that tells for how many there is room (可搭载科研人员48名).  Which words fit a
figure, ``choice`` says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from verify.catalog.schema import AttributeEntry
from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.nouns import cut
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.vocabulary import Hit

_LARGEST = "maximum"
"""The statistic of a capacity."""
_BY_OTHERS = "by-others"
_REACH = 40
"""Characters between the noun and the verb behind it."""
_ADVERBS = 4
"""Chinese characters between them: 12名工人不幸死亡."""
_PEOPLE = frozenset({"itself", "by-others"})
PRODUCTS = "products"
_OPENS = 2
"""A word of a part stands so near the place where its clause begins."""
_OBJECT_REACH = 30
"""Characters between a verb and what is done with it to products."""
_OF = re.compile(r" of (?:[a-z-]+ ){0,2}")
_HAN = re.compile(r"了?[\u3400-\u9fff]{0,6}")
_MODIFIES = frozenset({"n", "nz", "s", "b", "vn", "f", "j", "a", "an", "ns", "ul", "d"})
"""jieba's tags of words that modify a noun, and of 了 and 新 behind its verb."""
_BREAK = re.compile(r"[,，、;；:：。()（）]")
_LAST = re.compile(r"([a-z]+) $")
_NEXT = re.compile(r" ?([a-z]+)")
_OBJECT = re.compile(r"[\u3400-\u9fff](?<![的后时在于])")

Fits = Callable[[Hit], bool]


class Befalling:
    """Finds the verbs that govern counts of people."""

    def __init__(
        self, entries: Mapping[str, AttributeEntry], passives: frozenset[str], links: frozenset[str]
    ) -> None:
        self._entries = entries
        self._passives = passives
        """Words before a verb that is done to its subject: were killed."""
        self._links = links
        """Words that begin no object: 12 people died in, but 300 guards rescued the …."""

    def governing(self, sentence: Sentence, figure: Figure, hit: Hit | None, fits: Fits) -> Hit | None:
        """Return the word that tells what is counted of people, where another than ``hit`` does."""
        verbs = [
            other
            for other in sentence.by_kind.get("attribute", ())
            if (hit is None or other.value != hit.value) and self._governs(other) and fits(other)
        ]
        if hit is not None and hit.end <= figure.span.start:
            before = [verb for verb in verbs if verb.end == hit.start]
            if before:
                return min(before, key=lambda verb: (verb.start, verb.value))
        place = figure.span.end if hit is None else max(figure.span.end, hit.end)
        behind = self._behind(sentence, place, verbs)
        return min(behind, key=lambda verb: (verb.start, -verb.end, verb.value), default=hit)

    def _governs(self, hit: Hit) -> bool:
        entry = self._entries[hit.value]
        return entry.befalls in _PEOPLE or entry.statistic == _LARGEST

    def handling(self, sentence: Sentence, hit: Hit, fits: Fits) -> Hit:
        """Return what was done with the products that a word counts, at its place, or the word itself.

        交付陆上风机86台 and deliveries of wind turbines are no turbines that stand somewhere, nor are those
        of them that the next clause tells of (其中海上风机12台).
        """
        clause = sentence.clause_of(hit.start)
        part = any(one.start - clause.start <= _OPENS for one in sentence.hits_in(clause, "part"))
        verbs = [
            other
            for other in sentence.by_kind.get("attribute", ())
            if other.end <= hit.start
            and self._entries[other.value].befalls == PRODUCTS
            and (part or self._has_object(sentence.lower[other.end : hit.start], sentence.lower[hit.start]))
            and fits(other)
        ]
        verb = max(verbs, key=lambda verb: (verb.end, -verb.start, verb.value), default=hit)
        return hit._replace(value=verb.value)

    @staticmethod
    def _has_object(gap: str, first: str) -> bool:
        """Say whether nothing but words that modify its object stands behind a verb."""
        if len(gap) > _OBJECT_REACH:
            return False
        if first.isascii():
            return _OF.fullmatch(gap) is not None
        return not gap or (_HAN.fullmatch(gap) is not None and all(tag in _MODIFIES for _, tag in cut(gap)))

    def _behind(self, sentence: Sentence, place: int, verbs: Sequence[Hit]) -> Iterator[Hit]:
        """Yield the verbs of what happened to the people whose noun ends at a place."""
        text = sentence.lower
        next_ones = (f.span.start for f in sentence.figures if f.kind is Kind.QUANTITY)
        limit = min([place + _REACH, sentence.span.end, *(start for start in next_ones if start >= place)])
        for verb in verbs:
            if not place <= verb.start < verb.end <= limit:
                continue
            gap, rest = text[place : verb.start], text[verb.end : sentence.span.end]
            if _BREAK.search(gap) is None and self._happens(
                verb, gap, rest, chinese=not text[verb.start].isascii()
            ):
                yield verb

    def _happens(self, verb: Hit, gap: str, rest: str, *, chinese: bool) -> bool:
        """Say whether a verb tells what happened to those before it, and not what they did to others."""
        how = self._entries[verb.value].befalls
        if how is None:
            return False
        if chinese:
            return len(gap) <= _ADVERBS and not (how == _BY_OTHERS and _OBJECT.match(rest))
        last = _LAST.search(gap)
        if last is not None:
            return last[1] in self._passives
        following = _NEXT.match(rest)
        return not gap.strip() and (following is None or following[1] in self._links)
