"""English words as dictionaries list them: ``theatres`` is ``theater``, ``filling`` may be ``fill``.

Comes in: a word or a phrase in any case.  Goes out: small letters, the singular, one of the two spellings
of English.  A form that is none (``exercize``) does no harm where both sides are compared in it.  What words
mean is left to ``cedict`` and ``meaning``.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_SMALL = frozenset({"a", "an", "the", "to", "be", "of", "for", "in", "on", "at", "by", "with", "and", "or"})
"""Words that a phrase may have more or less of."""
_BEHIND = re.compile(r" (?:of|for) ")
"""What stands behind it tells of what kind the noun before it is."""
_IRREGULAR = {
    "children": "child", "people": "person", "men": "man", "feet": "foot", "teeth": "tooth", "geese": "goose",
    "mice": "mouse", "oxen": "ox", "calves": "calf", "halves": "half", "leaves": "leaf", "loaves": "loaf",
    "shelves": "shelf", "thieves": "thief", "wolves": "wolf", "knives": "knife", "wives": "wife",
    "buses": "bus", "gases": "gas", "lenses": "lens", "species": "species", "series": "series",
    "houses": "house", "licence": "license", "defence": "defense", "offence": "offense", "tyre": "tire",
}  # fmt: skip
_PLURAL = (
    (re.compile(r"(?<=[a-z]{2})men$"), "man"),
    (re.compile(r"(?<=[a-z]{2})ies$"), "y"),
    (re.compile(r"(?<=sh|ch|ss|.x|zz)es$"), ""),
    (re.compile(r"(?<=[a-z]{2}[^aeiouh]o)es$"), ""),
    (re.compile(r"(?<=[a-z]{2})(?<![sui])s$"), ""),
)
"""Endings of plurals, the first that fits: firemen, ferries, boxes, grottoes, trams (not bus, oasis)."""
_BRITISH = (
    (re.compile(r"(?<=[a-z]{2})(?<=[bt])re$"), "er"),
    (re.compile(r"(?<=[a-z]{3})our$"), "or"),
    (re.compile(r"(?<=[a-z])mme$"), "m"),
    (re.compile(r"(?<=[a-z]{2})ogue$"), "og"),
    (re.compile(r"(?<=[a-z]{3})is(?=e$|ation$)"), "iz"),
)
"""The other spelling: centre, harbour, programme, catalogue, organise."""
VERB_ENDINGS = ("ing", "ed")
"""Ends of the forms of an English verb, which many adjectives and nouns have too."""
_DOUBLED = frozenset("bdgmnprt")
"""Consonants that a verb of one ends with twice before these: running, planned (not filling, pressing)."""


@lru_cache(maxsize=1 << 12)
def lemma(word: str) -> str:
    """Return an English word in small letters, in the singular and in one spelling."""
    word = word.lower().removesuffix("'s")
    word = _IRREGULAR.get(word, word)
    plural = next(((ending, to) for ending, to in _PLURAL if ending.search(word)), None)
    if plural is not None and len(word) > 3 and word not in _IRREGULAR.values():
        word = plural[0].sub(plural[1], word)
    for ending, to in _BRITISH:
        word = ending.sub(to, word)
    return _IRREGULAR.get(word, word)


@lru_cache(maxsize=1 << 12)
def content(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase that say something, what tells the kind before the noun.

    A museum of natural history is a natural history museum.
    """
    noun, *kind = _BEHIND.split(phrase.lower().replace("\u2019", "'"), maxsplit=1)
    words = _WORD.findall(f"{' '.join(kind)} {noun}")
    return tuple(lemma(word) for word in words if word not in _SMALL)


@lru_cache(maxsize=1 << 12)
def stem(word: str) -> str:
    """Return what the forms of a verb have in common: ``fill`` of filling, ``produc`` of produced."""
    ending = next((one for one in VERB_ENDINGS if word.endswith(one) and len(word) > len(one) + 2), "")
    bare = word.removesuffix(ending)
    if ending and bare[-1] in _DOUBLED and bare[-2] == bare[-1]:
        bare = bare[:-1]
    return bare.removesuffix("e")
