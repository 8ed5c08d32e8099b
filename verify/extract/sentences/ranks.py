"""Find superlative claims: first, largest, only — of which category, in which region.

Comes in: a sentence.  Goes out: ``Rank``s with their place.  Judging them against each other is
left to ``checks``; 领先 and leading are praise and no rank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.words import after_first, alternation, lowered
from verify.extract.sentences.sentence import Sentence
from verify.model.rank import Rank
from verify.model.span import Span
from verify.text.fold import folded
from verify.text.script import is_western

_PHRASE = re.compile(r"[^，。；：、,;:“”\"（）()]{1,30}")
_LATIN_CATEGORY = re.compile(r"\s+((?:[a-z][a-z-]*\s?){1,5})")
_ONE_OF = 28
_TOP, _BEHIND = "top", "behind"
_REGION_REACH = 4


class RankFinder:
    """Finds ranks with the words and regions of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._words: dict[str, tuple[str, str]] = {}
        for language in catalog.languages:
            for entry in language.ranks:
                for word in entry.words:
                    self._words[lowered(folded(word))] = (entry.superlative, entry.place)
            for word in language.tops:
                self._words.setdefault(lowered(folded(word)), (_TOP, _BEHIND))
        surfaces = sorted(self._words, key=lambda w: (-len(w), w))
        rests: dict[tuple[str, bool], list[str]] = {}
        for word in surfaces:
            latin = word.isascii()
            rests.setdefault((word[0], latin), []).append(re.escape(word[1:]) + r"(?![a-z-])" * latin)
        self._pattern = after_first(
            (r"(?<![a-z-])" * latin + re.escape(first), first, rest) for (first, latin), rest in rests.items()
        )
        ends = [lowered(folded(w)) for lang in catalog.languages for w in lang.category_ends]
        self._latin_ends = frozenset(filter(str.isascii, ends))
        self._ends = re.compile("|".join(re.escape(w) for w in ends if not w.isascii()) or r"(?!)")
        links = (lowered(folded(w)) for lang in catalog.languages for w in lang.rank_links)
        longest = sorted(links, key=lambda w: (-len(w), w))
        self._attributive = alternation(w for lang in catalog.languages for w in lang.attributive)
        self._link = re.compile(f"(?: |{'|'.join(map(re.escape, longest))})*+" if longest else " *+")
        self._standing = tuple(lowered(folded(w)) for lang in catalog.languages for w in lang.standing)
        self._not_strict = tuple(lowered(folded(w)) for lang in catalog.languages for w in lang.not_strict)
        self._regions = {entry.id: entry.name for entry in catalog.regions}

    def stands_in(self, lower: str, span: Span) -> bool:
        """Say whether a superlative stands in a stretch of a lower-case text, whatever it is of."""
        found = self._pattern.finditer(lower, span.start, span.end)
        return any(self._words[match.group()][1] != _BEHIND for match in found)  # 第一 of 第一医院 is none

    def may_stand_in(self, lower: str, span: Span) -> bool:
        """Say whether ``find`` may find anything in a sentence."""
        return self._pattern.search(lower, span.start, span.end) is not None

    def find(self, sentence: Sentence) -> Iterator[tuple[Span, Rank]]:
        """Yield place and rank of every superlative that has a category or a region."""
        told = ""
        for match in self._pattern.finditer(sentence.lower, sentence.span.start, sentence.span.end):
            superlative, place = self._words[match.group()]
            clause = sentence.clause_of(match.start())
            region, region_start = self._region(sentence, clause, match)
            if place == _BEHIND:
                if region_start is None or not sentence.lower.endswith(self._standing, 0, region_start):
                    continue
                place = "after"
            latin = is_western(match.group())
            category, end = (
                ("", match.end())
                if place == "after"
                else self._category(sentence, clause, match, latin=latin)
            )
            if not category:  # 算力…，全国居首; 全国最大的中心之一，也是亚洲最大的之一
                category = _measured(sentence, match.start()) if place == "after" else told
            told = category or told
            if not region and (place == "after" or latin or not category or superlative != "first"):
                continue
            if latin and not category:
                continue
            strict = not self._is_one_of(sentence, clause, match, end)
            start = (
                region_start if region_start is not None and region_start < match.start() else match.start()
            )
            stop = end if place != "after" else match.end()
            if not strict:
                stop += next((len(w) for w in self._not_strict if sentence.lower.startswith(w, stop)), 0)
            span = Span(start, max(stop, match.end()))
            stated = sentence.text[span.start : span.end]
            yield span, Rank(stated, superlative, strict, category, region)

    def _region(self, sentence: Sentence, clause: Span, match: re.Match[str]) -> tuple[str, int | None]:
        """Return the region that stands at the word: before it, or in English also after it."""
        best: tuple[int, str, int] | None = None
        for hit in sentence.hits_in(clause, "region"):
            if hit.end <= match.start():
                gap = match.start() - hit.end
                if gap <= _REGION_REACH or self._link.fullmatch(sentence.lower, hit.end, match.start()):
                    best = (
                        min(best or (gap, "", 0), (gap, hit.value, hit.start))
                        if best and best[0] <= gap
                        else (gap, hit.value, hit.start)
                    )
            elif is_western(sentence.lower[match.start()]) and hit.start - match.end() <= 60 and best is None:
                best = (hit.start - match.end(), hit.value, match.start())
        return (best[1], best[2]) if best else ("", None)

    def _category(
        self, sentence: Sentence, clause: Span, match: re.Match[str], *, latin: bool
    ) -> tuple[str, int]:
        text = sentence.lower
        if latin:
            found = _LATIN_CATEGORY.match(text, match.end(), clause.end)
            words: list[str] = []
            for word in found.group(1).split() if found else []:
                if word in self._latin_ends:
                    break
                words.append(word)
            category = " ".join(words)
            return category, match.end() + (len(category) + 1 if category else 0)
        phrase = _PHRASE.match(text, match.end(), clause.end)
        if phrase is None:
            return "", match.end()
        told = phrase.group()
        one_of = min((i for i in (told.find(w) for w in self._not_strict) if i >= 0), default=len(told))
        told = told[:one_of]
        cut = max((m.end() for m in self._attributive.finditer(told)), default=0)
        verb = self._ends.search(told, cut)
        start, end = (
            match.end() + cut,
            match.end() + (verb.start() if verb and verb.start() > cut else len(told)),
        )
        return sentence.text[start:end].strip(), end

    def _is_one_of(self, sentence: Sentence, clause: Span, match: re.Match[str], end: int) -> bool:
        for word in self._not_strict:
            if word.isascii():
                if word in sentence.lower[max(clause.start, match.start() - _ONE_OF) : match.start()]:
                    return True
            elif word in sentence.lower[match.end() : min(clause.end, end + _ONE_OF)]:
                return True
        return False


def _measured(sentence: Sentence, before: int) -> str:
    """Return the word of the attribute that was measured last: what a figure is first in."""
    words = [hit for hit in sentence.hits if hit.kind == "attribute" and hit.end <= before]
    words = [hit for hit in words if not hit.value.startswith("date.")]
    return sentence.text[words[-1].start : words[-1].end] if words else ""
