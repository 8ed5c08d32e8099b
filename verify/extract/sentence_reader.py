"""From a block of text to its sentences, each with what was found in it.

Comes in: the text of a block with its figures, and the names of the document.  Goes out: ``Sentence``s with
their clauses, figures, names, words of the vocabulary and pairs.  What they state is left to ``claims``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from verify.catalog.catalog import Catalog
from verify.extract.figures.figure import Figure
from verify.extract.lexicon.block import View
from verify.extract.names.mentions import Names
from verify.extract.sentences.ranks import RankFinder
from verify.extract.sentences.respective import Pairing
from verify.extract.sentences.sentence import Mention, Sentence
from verify.extract.sentences.vocabulary import Hit, Vocabulary
from verify.extract.times.changing import Changes
from verify.model.span import Span
from verify.text.sentences import clauses, sentences

OPENED = re.compile(r"[”」』》\"]?\s?[(（][^()（）]{0,8}")
"""A bracket right behind a name, up to what begins in it."""
_QUESTION = ("?", "？")
_OF_NAMES = frozenset({"scope", "statistic", "modality"})
"""Kinds of words that tell nothing of a figure where they are part of a name."""


class SentenceReader:
    """Reads sentences with the knowledge of a catalogue."""

    def __init__(self, catalog: Catalog, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._ranks = RankFinder(catalog)
        self._pairing = Pairing(catalog.languages)
        self._changes = Changes(catalog.languages)

    def telling(self, one: View, figures: Sequence[Figure]) -> list[tuple[Span, tuple[Figure, ...]]]:
        """Return the sentences of a block with their figures, up to the last that holds a figure or a rank.

        Those before it are read for what they say it is about; for those after it nothing asks, but for a
        question that the next block may answer.
        """
        found = list(by_sentence(one.text, figures))
        while found and not found[-1][1] and not self._ranks.stands_in(one.lower, found[-1][0]):
            if asks(one, found[-1][0]):
                break
            found.pop()
        return found

    def is_plain(self, one: View, span: Span) -> bool:
        """Say whether a sentence without a figure tells nothing but names: no rank, no part, no question."""
        return not (
            asks(one, span)
            or self._ranks.may_stand_in(one.lower, span)
            or self._vocabulary.may_tell_part(one.lower[span.start : span.end])
        )

    def read(
        self,
        one: View,
        span: Span,
        figures: tuple[Figure, ...],
        names: Names,
        published: dt.date | None,
        place: int = 0,
        *,
        plain: bool = False,
    ) -> Sentence:
        """Return a sentence with what was found in it; of a ``plain`` one nothing but names is asked."""
        lower, begin = one.lower[span.start : span.end], span.start
        hits = () if plain else tuple(self._vocabulary.find(lower, begin))
        text = one.text[span.start : span.end]
        mentions = names.mentions(lower, text)
        within = [(start + begin, end + begin, number) for start, end, number in mentions]
        hits = tuple(hit for hit in hits if not _is_of_name(hit, within))
        told = _without_brackets(mentions, lower)
        named = tuple((start + begin, end + begin, number) for start, end, number in told)
        parts = tuple(clauses(one.text, span))
        paired = self._pairing.pairs(one.lower, span, figures)
        told_of = self._pairing.parts(one.lower, span, figures)
        turns = () if plain else self._changes.turns(one.lower, figures, parts, hits, published)
        return Sentence(
            one.text,
            one.lower,
            span,
            parts,
            figures,
            hits,
            named,
            one.section,
            paired,
            told_of,
            turns,
            place + span.end,
        )


def asks(one: View, span: Span) -> bool:
    """Say whether a sentence is a question."""
    return one.text[span.start : span.end].rstrip().endswith(_QUESTION)


def by_sentence(text: str, figures: Sequence[Figure]) -> Iterator[tuple[Span, tuple[Figure, ...]]]:
    """Yield the sentences of a block with the figures that begin in each."""
    at = 0
    for span in sentences(text):
        first = at
        while at < len(figures) and figures[at].span.start < span.end:
            at += 1
        yield span, tuple(figures[first:at])


def _is_of_name(hit: Hit, named: Sequence[Mention]) -> bool:
    """Say whether a word tells nothing of a figure, for a name goes on behind it: 水电 of 云岭水电站.

    A word of planning is none at the name's end either (阳光午餐计划于2019年启动), but where it begins one,
    the name was cut too long: 预计云岭大桥全长3公里.
    """
    if hit.kind not in _OF_NAMES:
        return False
    plans = hit.kind == "modality"
    return any(start + plans <= hit.start and hit.end - plans < end for start, end, _ in named)


def _without_brackets(mentions: Sequence[Mention], lower: str) -> list[Mention]:
    """Return mentions without those in brackets that name the thing before them again."""
    kept: list[Mention] = []
    for mention in mentions:
        between = lower[kept[-1][1] : mention[0]] if kept else ""
        if kept and mention[2] == kept[-1][2] and OPENED.fullmatch(between):
            continue
        kept.append(mention)
    return kept
