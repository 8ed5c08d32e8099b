"""Whether characters write a foreign name by its sound: 德尔万 and Delvan, 伦敦 and London.

Comes in: a name, or a part of one, in each script, and how characters are read.  Goes out: whether the
consonants of both follow one another alike, and the keys under which such names meet.  Chinese writes each
consonant of such a name with a syllable of its own, l for r, and leaves out what is hardly heard (an r before
a consonant, an h).  What is spelled in pinyin is left to ``spelling``: there every letter counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

_LETTERS = re.compile(
    r"sch|ch|sh|th|ph|ck|gh|kh|ts|tz|zh|dj|qu|ng(?=[^aeiouy]|$)|([bdfgklmnprstvwz])\1|[a-z]"
)
_CLASSES: Mapping[str, str] = {
    **dict.fromkeys(("b", "p"), "b"),
    **dict.fromkeys(("d", "t"), "d"),
    "th": "sd",
    **dict.fromkeys(("k", "ck", "kh", "qu", "q", "gh"), "k"),
    **dict.fromkeys(("c", "g", "ch", "x", "dj"), "ks"),
    **dict.fromkeys(("s", "z", "sh", "sch", "ts", "tz", "zh", "j"), "s"),
    **dict.fromkeys(("f", "ph"), "f"),
    **dict.fromkeys(("v", "w"), "fw"),
    **dict.fromkeys(("l", "r"), "l"),
    "m": "m",
    **dict.fromkeys(("n", "ng"), "n"),
    "h": "h",
}
"""What the consonants of Latin script may sound like to Chinese ears, by letters."""
_INITIALS: Mapping[str, str] = {
    **dict.fromkeys(("b", "p"), "b"),
    **dict.fromkeys(("d", "t"), "d"),
    **dict.fromkeys(("g", "k"), "k"),
    **dict.fromkeys(("j", "q"), "ks"),
    "x": "sh",
    **dict.fromkeys(("z", "c", "s", "zh", "ch", "sh"), "s"),
    "f": "fw",
    "w": "w",
    "l": "l",
    "r": "ls",
    "m": "m",
    "n": "n",
    "h": "h",
}
"""The same of the initials of syllables."""
_SYLLABLE = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsw])?y?([aeiouv]+)(ng?)?")
_ER = "er"
_VOWELS = "aeiou"
_NEAR = {"a": "aeo", "e": "eaio", "i": "iey", "o": "oeau", "u": "uoa", "v": "uy"}
"""Vowels that the first vowel of a syllable may stand for."""
_NASALS = "mn"
_LEAST = 2
_ENOUGH = 3
"""So many consonants tell a name; two do where no character is left over for a third."""
_SOFT = frozenset("hw")
_MOST = 16
"""Readings of some characters that are looked at."""
_FIRM = str.maketrans({"s": "k", "m": "n", "f": None, "w": None, "l": None, "h": None})
"""Of sounds what a key keeps: which of the others are heard differs."""


_Reached = tuple[int, int]
"""A place among the sounds of a name, and how many of them met those of characters by then."""


class _Sound(NamedTuple):
    """One consonant."""

    classes: str
    """What it may be taken for."""
    optional: bool
    """It may be left out."""


def writes(letters: str, syllables: Sequence[Sequence[str]]) -> bool:
    """Say whether syllables, of each character all its readings, write a name by its sound."""
    sounds, vowel = _sounds(letters), _first_vowel(letters)
    if len(syllables) < _LEAST or not syllables[0]:
        return False
    reached = {(0, 0)}
    for number, readings in enumerate(syllables):
        told = (one for one in readings if number or _near(one, vowel))
        reached = {end for one in told for at in reached for end in _after(sounds, at, _heard(one))}
        if not reached:
            return False
    met = [count for at, count in reached if all(sound.optional for sound in sounds[at:])]
    firm = sum(not sound.optional for sound in sounds)
    return max(met, default=0) >= (_ENOUGH if firm > _LEAST or len(syllables) > _LEAST else _LEAST)


def latin_key(word: str) -> str:
    """Return the key under which a word meets characters: the sounds that are surely heard."""
    return _firm(_sounds(word))


def keys(syllables: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the keys of characters, of each all its readings."""
    for readings in islice(product(*syllables), _MOST):
        yield _firm([sound for one in readings for sound in _heard(one)])


def _firm(sounds: Sequence[_Sound]) -> str:
    told = "".join(sound.classes[0] for sound in sounds if not sound.optional).translate(_FIRM)
    return re.sub(r"(.)\1+", r"\1", told)


def _after(
    sounds: Sequence[_Sound], at: tuple[int, int], heard: Sequence[_Sound]
) -> Iterator[tuple[int, int]]:
    """Yield where in a name one comes past what is heard in a syllable, with how many sounds met."""
    if not heard:
        yield at
        return
    place, met = at
    first, rest = heard[0], heard[1:]
    if first.optional:
        yield from _after(sounds, at, rest)
    while place < len(sounds):
        if not set(first.classes).isdisjoint(sounds[place].classes):
            yield from _after(sounds, (place + 1, met + 1), rest)
        if not sounds[place].optional:
            return
        place += 1


@lru_cache(maxsize=1 << 12)
def _sounds(letters: str) -> tuple[_Sound, ...]:
    """Return the consonants of a name in Latin script."""
    bare = "".join(c for c in unicodedata.normalize("NFD", letters.lower()) if not unicodedata.combining(c))
    parts = [match.group() for match in _LETTERS.finditer(bare)]
    found = []
    for number, part in enumerate(parts):
        single = part[0] if len(part) > 1 and part[0] == part[1] else part
        before = parts[number - 1][-1] if number else ""
        behind = parts[number + 1][0] if number + 1 < len(parts) else "-"
        closes = number > 0 and before in _VOWELS and behind not in _VOWELS
        classes = _CLASSES.get(single, "")
        if single in {"c", "g"} and behind in "aou":
            classes = "k"
        if single in _NASALS and behind not in _VOWELS:
            classes = _NASALS
        if classes:
            mute = single in {"h", "gh"} or (single == "w" and behind not in _VOWELS)
            found.append(_Sound(classes, mute or (classes == "l" and closes)))
    return tuple(found)


@lru_cache(maxsize=1 << 10)
def _heard(syllable: str) -> tuple[_Sound, ...]:
    """Return the consonants of a syllable of Chinese."""
    if syllable == _ER:
        return (_Sound("l", optional=True),)
    match = _SYLLABLE.fullmatch(syllable)
    if match is None:
        return ()
    initial = _INITIALS.get(match[1] or "", "")
    found = [_Sound(initial, initial in _SOFT)] if initial else []
    return (*found, _Sound(_NASALS, optional=False)) if match[3] else tuple(found)


def _first_vowel(letters: str) -> str:
    """Return the vowel that the first syllable of a name holds; empty where consonants begin it (Dvorak)."""
    match = re.match(r"[^aeiouy]?([aeiouy])", letters.lower())
    return match[1] if match else ""


def _near(syllable: str, vowel: str) -> bool:
    """Say whether the first vowel of a syllable may stand for one of a name."""
    match = re.search(f"[{_VOWELS}v]", syllable)
    return not vowel or match is None or vowel in _NEAR[match.group()]
