"""The noun that ends the words before a figure: what it measures, where no rule names it.

Comes in: words.  Goes out: their last noun, copulas aside (值最大16 MB, cache size default), and the
attribute that it names, with less confidence than one of the rules.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verify.catalog.catalog import Catalog
from verify.extract.figures.figure import Figure
from verify.extract.lexicon.nouns import modifier_before, noun_after, noun_before
from verify.extract.lexicon.words import is_latin
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.sentence import Sentence
from verify.lang.en_words import VERB_ENDINGS, lemma
from verify.model.claim import Confidence
from verify.model.span import Span
from verify.text.fold import folded
from verify.text.script import is_western

_MADE_NOUN = re.compile(r"[\u3400-\u9fff]{2}[率量额费值度龄期]$")
"""What the dictionary lacks, told by its last character: 完赛率, 充电量."""
_LATIN_WORD = re.compile(r"[a-z][a-z0-9'-]*")
_ENDS_LATIN = re.compile(r"[a-z]\d?$")
_VERB = re.compile(r"[a-z]s an?$")
"""A verb and not a noun stands before an article: drives a 35 MW turbine."""
_PHRASE = re.compile(r"\b(?:of|for|in|at|to|from|with|on|by|between|among|across)\b")
"""What stands behind it tells of what the noun before it is: the contract for the ship was worth."""
_STOPS = re.compile(r"[,;:()]")
_OF = re.compile(r"(?: worth)? of (?:the |its |their )?")
_AMOUNTS = frozenset({"quantity", "money"})
_NO_NOUN = (*VERB_ENDINGS, "ly")
"""Ends of what is mostly no noun."""
_LINKS_NOTHING = re.compile(rf"{_PHRASE.pattern}|an?|the|its|their|about|some|around|under|over|above|below")
"""Words that stand before a figure without a verb: a resolution of 300 ppi."""
_MOST_BEHIND = 3
_SYMBOL = 4
"""Characters of a symbol before a noun of one character, at most: pH值."""
"""Words of such a phrase, at most."""
_LONGEST = 4
"""Words of a noun of the rules, at most."""
_SET = frozenset({"maximum", "minimum", "default", "recommended", "mean"})
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
        self._numbered = tuple(folded(w).lower() for lang in catalog.languages for w in lang.numbered)
        self._sizes = frozenset(folded(w).lower() for lang in catalog.languages for w in lang.sizes)
        self._general = frozenset(folded(w).lower() for lang in catalog.languages for w in lang.general)
        told = (e for lang in catalog.languages for e in (*lang.statistics, *lang.modality))
        self._qualifying = frozenset(folded(word).lower() for entry in told for word in entry.words)
        self._doing = frozenset(folded(w).lower() for lang in catalog.languages for w in lang.doing)

    def measured(self, noun: str) -> bool:
        """Say whether a noun is what is measured itself (毛利率), and no case of something."""
        return noun.endswith(self._measuring)

    def numbered(self, noun: str) -> bool:
        """Say whether a noun is measured by a number without a unit: 系数, drag coefficient."""
        return noun.endswith(self._numbered)

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

    def head_noun(self, text: str, *, label: bool = False) -> tuple[str, int]:
        """Return the noun that ends a text in lower case, copulas aside, and its place.

        A ``label`` is no sentence: in the head of a table "snapshots kept" are snapshots.
        """
        whole = text
        text = self.without_copulas(text)
        if not text:
            return "", 0
        if _ENDS_LATIN.search(text):
            passed = _LATIN_WORD.findall(whole[len(text) :])
            linked = any(not _LINKS_NOTHING.fullmatch(word) for word in passed)
            return ("", 0) if _VERB.search(whole) else self._latin_head(text, label=label, linked=linked)
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
        place = len(text) - len(noun)
        symbol = _LATIN_WORD.findall(text[max(0, place - _SYMBOL) : place]) if len(noun) == 1 else ()
        if symbol and text.endswith(symbol[-1], 0, place):
            noun, place = symbol[-1] + noun, place - len(symbol[-1])  # pH值
        if noun in self._general:
            said = modifier_before(text, place, self._stop | self._passed)
            noun, place = said + noun, place - len(said)  # 审理时间 is no 睡眠时间
        return noun, place

    def named(self, noun: str, start: int) -> Chosen:
        """Return the attribute that a noun at a place names, where no entry does."""
        place = Span(start, start + len(noun))
        meant = self._units.noun(noun) or next(
            filter(None, (self._units.noun(noun.removeprefix(w)) for w in self._statistics)), noun
        )
        return Chosen(f"~{meant}", meant, Confidence.MEDIUM, place)

    def names(self, noun: str) -> bool:
        """Say whether a word before a figure names what is measured, and is no verb: recycled."""
        verb = is_western(noun) and noun.endswith(_NO_NOUN) and self._units.noun(noun) is None
        return bool(noun) and not verb

    def made_of(self, sentence: Sentence, figure: Figure) -> Chosen | None:
        """Return what an amount is of, by the noun behind it: 26,000 tonnes of glass, 2.6万吨废玻璃.

        What was done with it nobody knows then, so that such figures never conflict for certain.
        """
        if figure.reading is None or figure.reading.quantity.kind not in _AMOUNTS:
            return None
        latin = is_western(sentence.lower[figure.span.end - 1 : figure.span.end + 2])
        of = _OF.match(sentence.lower, figure.span.end) if latin else None
        if latin and of is None:
            return None
        begin = figure.span.end if of is None else of.end()
        noun = noun_after(sentence.lower, begin, self._stop, known=self._units.noun)
        start = sentence.lower.find(noun, begin)
        if not noun or noun in self._general or start < 0 or not self.names(noun):
            return None
        singular = lemma(noun) if is_western(noun) and noun.endswith("s") else noun
        return replace(self.named(singular, start), confidence=Confidence.LOW)

    def is_noun(self, chosen: Chosen) -> bool:
        """Say whether an attribute that no entry names is a noun of the rules."""
        return self._units.noun(chosen.name) is not None

    def noun_before(self, sentence: Sentence, figure: Figure) -> str:
        """Return the noun that ends the words before a figure, copulas aside."""
        left = sentence.left_of(figure)
        longer = sentence.hits_in(left, "attribute")  # 风电 of 风电机组 is no part
        behind = [
            hit.end
            for hit in sentence.hits_in(left, "part", "scope")
            if not any(other.start <= hit.start and hit.end < other.end for other in longer)
        ]
        return self.head_noun(sentence.lower[max([left.start, *behind]) : left.end].rstrip(" ,，、:："))[0]

    def _latin_head(self, text: str, *, label: bool, linked: bool) -> tuple[str, int]:
        """Return the last word that may name something (cache size default: size), in the singular.

        ``linked`` says that a verb stood behind the words.
        """
        words = list(_LATIN_WORD.finditer(text))
        for at in range(len(words) - 1, -1, -1):
            word = words[at].group()
            if word in self._doing and not label:
                return "", 0  # what somebody does to what is measured: players had spent €5
            if word in self._stop or word in self._copulas:
                continue
            usable = (word.isalpha() and len(word) > 2) or word in self._numbered
            several = self._of_several(text, words, at) is not None
            if usable and word in self._sizes and not several and self._modified(text, words[at].start()):
                continue  # the cache size is of the cache
            before = self._before_phrase(text, words, at) if linked else None
            if not usable and before is None:
                return "", 0
            return self._singular(text, words, at if before is None else before)
        return "", 0

    def _of_several(self, text: str, words: Sequence[re.Match[str]], at: int) -> tuple[str, int] | None:
        """Return the noun of the rules that a word ends with others: feed conversion ratio."""
        for first in range(max(0, at - _LONGEST + 1), at):
            phrase = text[words[first].start() : words[at].end()]
            if self._units.noun(phrase) is not None:
                return phrase, words[first].start()
        return None

    def _singular(self, text: str, words: Sequence[re.Match[str]], at: int) -> tuple[str, int]:
        """Return a noun in the singular, with the word before where it says little alone, and its place."""
        several = self._of_several(text, words, at)
        if several is not None:
            return several
        word, start = words[at].group(), words[at].start()
        singular = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
        if singular in self._general and at and self._tells(text, words[at - 1], start):
            return f"{words[at - 1].group()} {singular}", words[at - 1].start()  # a leak rate
        return singular, start

    def _before_phrase(self, text: str, words: Sequence[re.Match[str]], at: int) -> int | None:
        """Return the place of the noun that a phrase with a preposition before a word tells more of."""
        low = words[max(0, at - _MOST_BEHIND)].start()
        found = list(_PHRASE.finditer(text, low, words[at].start()))
        if not found or _STOPS.search(text, found[-1].end(), words[at].start()):
            return None
        before = next((i for i in range(at - 1, -1, -1) if words[i].end() <= found[-1].start()), None)
        if before is None or text[words[before].end() : found[-1].start()] != " ":
            return None
        word = words[before].group()
        if self._of_several(text, words, before) is not None or word in self._numbered:
            return before
        known = word.isalpha() and len(word) > 2 and not word.endswith(_NO_NOUN)
        return before if known and not self._says_nothing(word) else None

    def _tells(self, text: str, word: re.Match[str], end: int) -> bool:
        """Say whether a word right before a noun tells of what that is."""
        said = word.group()
        return text[word.end() : end] == " " and len(said) > 2 and not self._says_nothing(said)

    def _says_nothing(self, word: str) -> bool:
        return word in self._stop or word in self._passed or word in self._doing or word in self._qualifying

    def _modified(self, text: str, start: int) -> bool:
        """Say whether a word of a size has a noun right before it that tells of what."""
        before = _LATIN_WORD.findall(text[:start])
        return bool(before) and before[-1] not in self._stop and before[-1] not in self._copulas
