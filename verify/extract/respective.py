"""Pair the figures of a list with what they are of: 营收、净利润分别为10亿元、2亿元.

Comes in: a folded sentence in lower case and its figures.  Goes out: for each figure of such a list
the stretch of words that it belongs to, in the order of both lists (X and Y were 10 and 2,
respectively).  What those words say is left to the choosers of attribute, thing and part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verify.catalog.schema import LanguageEntry
from verify.extract.figures import Figure, Kind
from verify.extract.words import lowered
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
        joints = [lowered(folded(word)) for entry in languages for word in entry.list_words]
        body = "|".join(
            re.escape(word.strip()) for word in sorted(joints, key=lambda word: (-len(word), word))
        )
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
                start = max(
                    (m.end() for m in _BREAK.finditer(lower, span.start, match.start())), default=span.start
                )
                found.update(
                    zip((f.span for f in run), _items(lower, start, match.start(), len(run), _SPLIT))
                )
        for match in self._behind.finditer(lower, span.start, span.end):
            run = self._run([f for f in counted if f.span.end <= match.start()][::-1], lower)[::-1]
            if run and match.start() - run[-1].span.end <= _REACH:
                end = run[0].span.start
                start = max((m.end() for m in _STOP.finditer(lower, span.start, end)), default=span.start)
                items = _items(lower, start, end, len(run), _SPLIT_LATIN, at_least=True)
                found.update(zip((f.span for f in run), items))
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


def _items(
    lower: str, start: int, end: int, number: int, split: re.Pattern[str], *, at_least: bool = False
) -> list[Span]:
    """Return the items of a list in words; none unless there are as many as figures."""
    spans = list(_pieces(lower, start, end, split))
    if at_least:
        spans = spans[-number:]
    return spans if len(spans) == number else []


def _pieces(lower: str, start: int, end: int, split: re.Pattern[str]) -> Iterator[Span]:
    for match in split.finditer(lower, start, end):
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if start < end:
        yield Span(start, end)


def _either(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(
        "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) if words else r"(?!)"
    )
