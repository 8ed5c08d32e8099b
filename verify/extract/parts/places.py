"""In which region a figure of a body or a product lies: sold 640,000 in Europe, 来自中国市场的收入.

Comes in: a sentence and a figure.  Goes out: the name of the region of the catalogue that the figure is told
of, which may be no part, as another text may leave out where all of it lies.  What stands in one place anyway
(a bridge, a festival) is left to the caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.catalog.catalog import Catalog
from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.words import lowered
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.vocabulary import Hit
from verify.model.span import Span
from verify.text.alternatives import either
from verify.text.fold import folded

_WORLD = "world"
_THE = "the "
_FAR = 16
"""So many characters of Chinese may stand between a region and its figure."""
_LEAD = 16
"""So many characters before a region are looked at for its preposition."""
_CLAUSE_STARTS = "，,；;、（(：: "
_NO_REGION = ("'s", "-", "’s")
"""Behind a region that only tells whose something is: China's largest."""


class Places:
    """Finds such regions with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        languages = catalog.languages
        self._names = {region.id: lowered(folded(region.name.en)) for region in catalog.regions}
        self._regions = frozenset(name.removeprefix(_THE) for name in self._names.values())
        self._ids = {
            lowered(folded(name)): region.id
            for region in catalog.regions
            for name in (region.name.zh, region.name.en, *region.aliases)
        }
        self._kinds = frozenset(kind.id for kind in catalog.kinds if kind.omissible)
        markets = either(lowered(folded(word)) for lang in languages for word in lang.markets)
        within = [lowered(folded(word)) for lang in languages for word in lang.market_in]
        self._han = tuple(word for word in within if not word.isascii())
        self._within = re.compile(f"^(?:{either(self._han)})")
        self._market = re.compile(rf"(?:{markets})$")
        latin = either(word for word in within if word.isascii())
        noun = rf"(?!(?:{either(w for lang in languages for w in lang.market_stops)})\b)[a-z'-]+"
        self._behind = re.compile(rf"(?: {noun}){{0,4}}? (?:{latin}) (?:the )?")
        """Between a figure and its region: 640,000 cars in the."""
        self._at_word = re.compile(rf" (?:{latin}) (?:the )?")
        """Between an attribute's word and its region: revenue from."""
        self._opener = re.compile(rf" ?(?:(?:and|but|while) )?(?:{latin}) (?:the )?")
        self._lead = re.compile(rf"\b(?:{latin}) (?:the )?$")
        joints = either(word for lang in languages for word in lang.list_words)
        self._joint = re.compile(rf" ?(?:{joints})+ ?(?:the )?")
        ranks = either(folded(w) for lang in languages for entry in lang.ranks for w in entry.words)
        self._open = tuple(word for lang in languages for word in lang.open_lists if not word.isascii())
        of = either(word for lang in languages for word in lang.attributive)
        self._ranked = re.compile(rf"(?:{markets})?(?:{of})?(?:{ranks})")

    def named(self, words: str | None) -> str | None:
        """Return a part in the one name of the region that it is: 来自北美市场, North American."""
        if words is None:
            return None
        region = self._within.sub("", self._market.sub("", words))
        known = self._known(region) or self._known(words)
        return words if known is None or known == _WORLD else self._called(known)

    def is_region(self, name: str) -> bool:
        """Say whether a name is that of a region."""
        return self._known(name) is not None

    def is_market(self, name: str) -> bool:
        """Say whether a name is that of a region and no more than a word of its market: 北美市场."""
        region = self._market.sub("", name)
        return region != name and self._known(region) is not None

    def _known(self, name: str) -> str | None:
        return self._ids.get(name) or self._ids.get(f"{_THE}{name}")

    def are(self, words: str) -> bool:
        """Say whether words are regions, as they are called here."""
        return all(one in self._regions for one in words.split(", "))

    def of(self, sentence: Sentence, figure: Figure) -> str | None:
        """Return the region that a figure is told of, or None; several as one list."""
        hits = [hit for hit in sentence.by_kind.get("region", ()) if not _in_name(sentence, hit)]
        hits = [hit for hit in hits if not any(_holds(other, hit) for other in hits)]
        if not hits or self._counts_places(sentence, figure):
            return None
        latin = [hit for hit in hits if sentence.lower[hit.start].isascii()]
        han = [hit for hit in hits if not sentence.lower[hit.start].isascii()]
        first = self._latin_hit(sentence, figure, latin) or self._han_hit(sentence, figure, han)
        if first is None or first.value == _WORLD:
            return None
        told = [first]
        for hit in hits:
            if hit.start > told[-1].start and self._joint.fullmatch(sentence.lower, told[-1].end, hit.start):
                told.append(hit)
        return ", ".join(sorted({self._called(hit.value) for hit in told}))

    def _counts_places(self, sentence: Sentence, figure: Figure) -> bool:
        """Say whether a figure counts the places that lie in a region: 29 provinces across China."""
        nouns = (hit for hit in sentence.by_kind.get("noun", ()) if hit.value in self._kinds)
        start, end = figure.span
        return any(start <= hit.start < end or 0 <= hit.start - end <= 1 for hit in nouns)

    def _called(self, region: str) -> str:
        return self._names[region].removeprefix(_THE)

    def _latin_hit(self, sentence: Sentence, figure: Figure, hits: Iterable[Hit]) -> Hit | None:
        lower, clause = sentence.lower, sentence.clause_of(figure.span.start)
        opening = self._opening(sentence, figure, clause)
        for hit in hits:
            if lower.startswith(_NO_REGION, hit.end):
                continue
            if hit.start >= figure.span.end:
                if hit.end > clause.end or _before_figure(sentence, hit):
                    continue
                if lower[figure.span.end] == " " and self._behind.fullmatch(
                    lower, figure.span.end, hit.start
                ):
                    return hit
                continue
            if self._beside_word(sentence, clause, hit) or any(
                self._opener.fullmatch(lower, start, hit.start) for start in opening
            ):
                return hit
            beside = not lower[hit.end : figure.span.start].strip(" ,")
            if beside and self._lead.search(lower, max(hit.start - _LEAD, 0), hit.start):
                return hit
        return None

    def _beside_word(self, sentence: Sentence, clause: Span, hit: Hit) -> bool:
        """Say whether a region stands at the word of what is measured: revenue from Japan, Asian revenue."""
        words = sentence.hits_in(clause, "attribute")
        return any(
            hit.end + 1 == word.start or self._at_word.fullmatch(sentence.lower, word.end, hit.start)
            for word in words
        )

    @staticmethod
    def _opening(sentence: Sentence, figure: Figure, clause: Span) -> list[int]:
        """Return where the clause of a figure begins, and the one before where it tells no figure."""
        before = [one for one in sentence.clauses if one.end <= clause.start]
        starts = [clause.start]
        if before and not any(before[-1].start <= f.span.start < before[-1].end for f in sentence.figures):
            starts.append(before[-1].start)
        return starts

    def _han_hit(self, sentence: Sentence, figure: Figure, hits: Iterable[Hit]) -> Hit | None:
        lower, start = sentence.lower, figure.span.start
        clause = sentence.clause_of(start)
        measured = (f.span.end for f in sentence.figures if f.kind is Kind.QUANTITY and f.span.end <= start)
        begin = max([clause.start, *measured])
        near = [hit for hit in hits if begin <= hit.start and hit.end <= start and start - hit.end <= _FAR]
        if not near:
            return None
        last = near[-1]
        while len(near) > 1 and self._joint.fullmatch(lower, near[-2].end, last.start):
            last = near[-2]
            near.pop()
        between = Span(last.end, start)
        if any(between.start <= a < between.end for a, _, _ in sentence.names):
            return None
        if self._ranked.match(lower, near[-1].end) or lower.startswith(self._open, near[-1].end):
            return None  # 亚洲最大的, 日本、韩国等12个国家
        before = lower[begin : last.start]
        parts = sentence.by_kind.get("part", ())
        opens = not before.strip(_CLAUSE_STARTS) or any(h.end == last.start for h in parts)
        return last if opens or before.endswith(self._han) else None


def _holds(longer: Hit, hit: Hit) -> bool:
    return (
        longer.start <= hit.start
        and hit.end <= longer.end
        and longer.end - longer.start > hit.end - hit.start
    )


def _in_name(sentence: Sentence, hit: Hit) -> bool:
    """Say whether a region only begins or ends the name of something else: China of the Bank of China."""
    return any(
        start <= hit.start and hit.end <= end and end - start > hit.end - hit.start + len(_THE)
        for start, end, _ in sentence.names
    )


def _before_figure(sentence: Sentence, hit: Hit) -> bool:
    """Say whether a region stands right before a figure, of which it is: …, and in Africa 90,000."""
    return any(0 <= f.span.start - hit.end <= len(", ") for f in sentence.figures if f.kind is Kind.QUANTITY)
