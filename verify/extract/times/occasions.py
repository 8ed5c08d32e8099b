"""Which occasion a figure is told of: the takings of a holiday are not those of its year.

Comes in: a sentence with its hits, and a figure in it.  Goes out: the scope that the occasion is, if any.  As
a time does and a part does not, an occasion that a clause tells holds for the clauses behind it, whatever
names they begin with (春节假期，全市接待游客3万人次), until another time is told.
"""

from __future__ import annotations

from verify.catalog.catalog import Catalog
from verify.extract.figures.figure import Figure
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.vocabulary import Hit
from verify.model.span import Span


class Occasions:
    """Finds occasions with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._values = {e.value for lang in catalog.languages for e in lang.scopes if e.occasion}

    def is_one(self, hit: Hit) -> bool:
        """Say whether a hit tells an occasion."""
        return hit.value in self._values

    def of(self, sentence: Sentence, figure: Figure) -> Hit | None:
        """Return the occasion that holds for a figure: the last before it, or one behind it in its clause."""
        hits = [hit for hit in sentence.by_kind.get("scope", ()) if hit.value in self._values]
        if not hits:
            return None
        clause = sentence.clause_of(figure.span.start)
        before = [hit for hit in hits if hit.start < figure.span.start]
        if not before:
            behind = (hit for hit in hits if hit.start < clause.end)
            return next(behind, None)
        last = before[-1]
        own = sentence.clause_of(last.start)
        times = [f.span.start for f in sentence.figures if f.period is not None]
        times += [
            hit.start for hit in sentence.by_kind.get("present", ())
        ]  # 最多时有1420户停电，目前仍有610户
        dated = _dates_alone(sentence, own, figure)  # at the peak of the storm, at 23:00 on Monday, …
        return None if any(max(own.end, dated) <= start < figure.span.start for start in times) else last


def _dates_alone(sentence: Sentence, own: Span, figure: Figure) -> int:
    """Return where the clause right behind an occasion ends that tells nothing but its days; else 0."""
    behind = next((clause for clause in sentence.clauses if clause.start >= own.end), None)
    if behind is None or behind.end > figure.span.start:
        return 0
    inside = [f for f in sentence.figures if behind.start <= f.span.start < behind.end]
    return behind.end if inside and all(f.reading is None for f in inside) else 0
