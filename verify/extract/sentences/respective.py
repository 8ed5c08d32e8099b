"""Pair the figures of a list with what they are of: 营收、净利润分别为10亿元、2亿元.

Comes in: a folded sentence in lower case and its figures.  Goes out: for each figure of such a list
the stretch of words that it belongs to, in the order of both lists (X and Y were 10 and 2,
respectively), or the part that it is of where one word stands for all of them (三次产业增加值分别为…).
What words of the text say is left to the choosers of attribute, thing and part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.catalog.schema import LanguageEntry
from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.words import lowered
from verify.model.span import Span
from verify.text.fold import folded

_REACH = 8
"""Characters between the word and the nearest figure of its list."""
_BREAK = re.compile(r"[，,。；;：:]")
_STOP = re.compile(r"[。；;：:]")
_SPLIT = re.compile(r"、|以及|及|和|与")
_SPLIT_LATIN = re.compile(r", and |, | and |; ")


class Pairing:
    """Pairs lists by the words of the given languages."""

    def __init__(self, languages: Sequence[LanguageEntry]) -> None:
        words = [lowered(folded(word)) for entry in languages for word in entry.respectively]
        self._before = _either([word for word in words if not word.isascii()])
        self._behind = _either([word for word in words if word.isascii()])
        self._together = {
            lowered(folded(word)): parts for entry in languages for word, parts in entry.collectives.items()
        }
        joints = [lowered(folded(word)) for entry in languages for word in entry.list_words]
        ordered = sorted(joints, key=lambda word: (-len(word), word))
        body = "|".join(re.escape(word.strip()) for word in ordered)
        self._joint = re.compile(rf"\s?(?:，|{body})?\s?(?:to |at |by |and )?" if body else r"(?!)")

    def pairs(self, lower: str, span: Span, figures: Sequence[Figure]) -> dict[Span, Span]:
        """Return for each figure of a list the words that it is of."""
        counted = [figure for figure in figures if figure.kind is Kind.QUANTITY]
        found: dict[Span, Span] = {}
        if len(counted) < 2:
            return found
        for match in self._before.finditer(lower, span.start, span.end):
            run = self._run([f for f in counted if f.span.start >= match.start()], lower)
            if run and run[0].span.start - match.end() <= _REACH:
                start = _behind(_BREAK, lower, span.start, match.start())
                found.update(_paired(run, _items(lower, start, match.start(), _SPLIT)))
        for match in self._behind.finditer(lower, span.start, span.end):
            run = self._run([f for f in counted if f.span.end <= match.start()][::-1], lower)[::-1]
            if run and match.start() - run[-1].span.end <= _REACH:
                end = run[0].span.start
                start = _behind(_STOP, lower, span.start, end)
                found.update(_paired(run, _items(lower, start, end, _SPLIT_LATIN)[-len(run) :]))
        return found

    def parts(self, lower: str, span: Span, figures: Sequence[Figure]) -> dict[Span, str]:
        """Return for each figure of a list the part that it is of, where one word names them all."""
        sentence = lower[span.start : span.end]
        words = [word for word in self._together if word in sentence]
        found: dict[Span, str] = {}
        if not words:
            return found
        counted = [figure for figure in figures if figure.kind is Kind.QUANTITY]
        for match in self._before.finditer(lower, span.start, span.end):
            run = self._run([f for f in counted if f.span.start >= match.start()], lower)
            if run and run[0].span.start - match.end() <= _REACH:
                start = _behind(_BREAK, lower, span.start, match.start())
                parts = [self._together[word] for word in words if word in lower[start : match.start()]]
                fitting = [named for named in parts if len(named) == len(run)]
                for named in fitting[:1]:
                    found.update({figure.span: part for figure, part in zip(run, named, strict=True)})
        return found

    def _run(self, figures: Sequence[Figure], lower: str) -> list[Figure]:
        """Return the figures from the first on with nothing but joints between them."""
        run = list(figures[:1])
        for figure in figures[1:]:
            low, high = sorted((run[-1].span, figure.span))
            if not self._joint.fullmatch(lower, low.end, high.start):
                break
            run.append(figure)
        return run if len(run) > 1 else []


def _paired(run: Sequence[Figure], items: Sequence[Span]) -> dict[Span, Span]:
    """Return figures with their items; none unless there are as many of both."""
    if len(run) != len(items):
        return {}
    return {figure.span: item for figure, item in zip(run, items, strict=True)}


def _behind(mark: re.Pattern[str], lower: str, start: int, end: int) -> int:
    """Return where the last mark in a stretch ends, or the stretch begins."""
    return max((match.end() for match in mark.finditer(lower, start, end)), default=start)


def _items(lower: str, start: int, end: int, split: re.Pattern[str]) -> list[Span]:
    """Return the items of a list in words."""
    found: list[Span] = []
    for match in split.finditer(lower, start, end):
        if match.start() > start:
            found.append(Span(start, match.start()))
        start = match.end()
    return [*found, Span(start, end)] if start < end else found


def _either(words: Sequence[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, ordered)) if words else r"(?!)")
