"""The noun that ends the words before a figure: what it measures, where no rule names it.

Comes in: words.  Goes out: their last noun, copulas aside (值最大16 MB, cache size default), and the
attribute that it names, with less confidence than one of the rules.
"""

from __future__ import annotations

import re

from verify.catalog.catalog import Catalog
from verify.extract.chosen import Chosen
from verify.extract.figures import Figure
from verify.extract.nouns import noun_before
from verify.extract.sentence import Sentence
from verify.extract.words import is_latin
from verify.model.claim import Confidence
from verify.model.span import Span
from verify.text.fold import folded

_MADE_NOUN = re.compile(r"[\u3400-\u9fff]{2}[率量额费值度龄期]$")
"""What the dictionary lacks, told by its last character: 完赛率, 充电量."""
_LATIN_WORD = re.compile(r"[a-z][a-z'-]*")
_VERB = re.compile(r"[a-z]s an?$")
"""A verb and not a noun stands before an article: drives a 35 MW turbine."""
_SET = frozenset({"maximum", "minimum", "default", "recommended"})
"""Statistics whose words may stand between a noun and its figure: 消息最大8 KB."""


class HeadNouns:
    """Finds them with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._units = catalog.units
        self._copulas = frozenset(folded(w).lower() for lang in catalog.languages for w in lang.copulas)
        self._stop = frozenset(folded(w).lower() for lang in catalog.languages for w in lang.stop)
        statistics = (entry for lang in catalog.languages for entry in lang.statistics if entry.value in _SET)
        self._statistics = frozenset(folded(w).lower() for entry in statistics for w in entry.words)
        turned = frozenset(
            folded(w) for lang in catalog.languages for w in lang.transitions if not w.isascii()
        )
        self._passed = self._copulas | self._statistics | turned
        self._longest_passed = max(map(len, self._passed), default=0)
        self._measuring = tuple(w for lang in catalog.languages for w in lang.measuring)
        self._sizes = frozenset(folded(w).lower() for lang in catalog.languages for w in lang.sizes)

    def measured(self, noun: str) -> bool:
        """Say whether a noun is what is measured itself (毛利率), and no case of something."""
        return noun.endswith(self._measuring)

    def without_copulas(self, text: str) -> str:
        """Return a text in lower case without the copulas that end it."""
        while text:
            for length in range(min(self._longest_passed, len(text)), 0, -1):
                piece = text[-length:]
                if piece in self._passed and not (
                    is_latin(piece[0]) and is_latin(text[-length - 1 : -length] or " ")
                ):
                    text = text[:-length].rstrip(" ,，、:：的")
                    break
            else:
                break
        return text

    def head_noun(self, text: str) -> tuple[str, int]:
        """Return the noun that ends a text in lower case, copulas aside, and its place."""
        whole = text
        text = self.without_copulas(text)
        if not text:
            return "", 0
        if is_latin(text[-1]):
            return ("", 0) if _VERB.search(whole) else self._latin_head(text)
        made = _MADE_NOUN.search(text)
        skipped = next((w for w in self._sizes if text.endswith(w) and len(text) - len(w) > 1), "")
        within = text[: len(text) - len(skipped)] if skipped else text
        known = self._units.noun
        noun = noun_before(within, len(within), known=known)
        if skipped and noun and noun not in self._stop and within.endswith(noun):
            return noun, len(within) - len(noun)
        noun = noun_before(text, len(text), known=known) or (made.group() if made else "")
        if not noun or noun in self._stop or not text.endswith(noun):
            return "", 0
        return noun, len(text) - len(noun)

    def named(self, noun: str, start: int) -> Chosen:
        """Return the attribute that a noun at a place names, where no entry does."""
        place = Span(start, start + len(noun))
        meant = self._units.noun(noun) or next(
            filter(None, (self._units.noun(noun.removeprefix(w)) for w in self._statistics)), noun
        )
        return Chosen(f"~{meant}", meant, Confidence.MEDIUM, place)

    def is_noun(self, chosen: Chosen) -> bool:
        """Say whether an attribute that no entry names is a noun of the rules."""
        return self._units.noun(chosen.name) is not None

    def noun_before(self, sentence: Sentence, figure: Figure) -> str:
        """Return the noun that ends the words before a figure, copulas aside."""
        left = sentence.left_of(figure)
        behind = [hit.end for hit in sentence.hits_in(left, "part", "scope")]
        return self.head_noun(sentence.lower[max([left.start, *behind]) : left.end].rstrip(" ,，、:："))[0]

    def _latin_head(self, text: str) -> tuple[str, int]:
        """Return the last word that may name something (cache size default: size), in the singular."""
        for match in reversed(list(_LATIN_WORD.finditer(text))):
            word = match.group()
            if word in self._stop or word in self._copulas:
                continue
            usable = word.isalpha() and len(word) > 2
            if usable and word in self._sizes and self._modified(text, match.start()):
                continue  # the cache size is of the cache
            singular = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
            return (singular, match.start()) if usable else ("", 0)
        return "", 0

    def _modified(self, text: str, start: int) -> bool:
        """Say whether a word of a size has a noun right before it that tells of what."""
        before = _LATIN_WORD.findall(text[:start])
        return bool(before) and before[-1] not in self._stop and before[-1] not in self._copulas
