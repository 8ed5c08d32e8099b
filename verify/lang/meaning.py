"""Whether a Chinese phrase means an English one: 洞窟 and caves, 红外相机 and infrared cameras.

Comes in: two short phrases, names of what is counted or measured or of parts.  Goes out: a ``Grade``.  A
phrase that the dictionary (``cedict``) lacks is cut into words that it has: each word of the English phrase
must be told by one part of it, each part must tell one, and the last part its noun.  So 三号线 is no Line 4,
and 肉牛 no dairy cows.  Whether two things are one is left to whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from verify.lang.cedict import Gloss, glosses
from verify.lang.en_words import content, stem
from verify.text.fold import folded

_MOST_CHARS = 8
"""Characters of a phrase that is cut: a longer one is a sentence."""
_MOST_WORDS = 5
_PASSED = frozenset("的之")
"""Characters between two parts that say nothing."""


class Grade(IntEnum):
    """How far a dictionary says that two phrases mean the same."""

    NONE = 0
    COMPOSED = 1
    """Part by part."""
    WHOLE = 2
    """As they stand."""


def meant(chinese: str, english: str) -> Grade:
    """Say whether a Chinese phrase, in either sort of characters, means an English one."""
    return _meant(folded(chinese), content(english))


def nouns(chinese: str) -> frozenset[str]:
    """Return the nouns that end the English phrases which a Chinese one may mean: those of its last parts."""
    text = folded(chinese)[-_MOST_CHARS:]
    return frozenset(gloss[-1] for at in range(len(text)) for gloss in glosses(text[at:]))


def noun(english: str) -> str:
    """Return the noun that ends an English phrase, as ``nouns`` has it; empty for none."""
    return (content(english) or ("",))[-1]


@lru_cache(maxsize=1 << 14)
def _meant(chinese: str, english: Gloss) -> Grade:
    if not chinese or not english:
        return Grade.NONE
    if english in glosses(chinese):
        return Grade.WHOLE
    if not 1 < len(chinese) <= _MOST_CHARS or not 1 < len(english) <= _MOST_WORDS:
        return Grade.NONE
    for at in range(1, len(chinese)):
        for rest in _ended(chinese[at:], english):
            if rest and _answered(chinese[:at], rest):
                return Grade.COMPOSED
    return Grade.NONE


def _ended(part: str, english: Gloss) -> Iterator[Gloss]:
    """Yield what is left of a phrase where a word tells its noun."""
    for gloss in glosses(part):
        if english[-len(gloss) :] == gloss:
            yield english[: -len(gloss)]


@lru_cache(maxsize=1 << 14)
def _answered(chinese: str, english: Gloss) -> bool:
    """Say whether the words of two phrases without their nouns tell each other, in any order."""
    chinese = chinese.lstrip("".join(_PASSED))
    if not chinese or not english:
        return not chinese and not english
    return any(
        _answered(chinese[end:], rest)
        for end in range(1, len(chinese) + 1)
        for rest in left(chinese[:end], english)
    )


def left(part: str, english: Gloss) -> Iterator[Gloss]:
    """Yield the words of a phrase that a Chinese word leaves untold; a verb counts in any form."""
    for gloss in glosses(part):
        wanted = [stem(word) for word in gloss]
        for at in range(len(english) - len(gloss) + 1):
            if [stem(word) for word in english[at : at + len(gloss)]] == wanted:
                yield english[:at] + english[at + len(gloss) :]
