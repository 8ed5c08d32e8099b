"""Names of models: letters with a number, alone or behind the brand (远岸 + S7 Pro, Orrin S7).

Comes in: folded text.  Goes out: the places of models right behind a brand in Chinese, and the model alone in
a name that begins with its brand, so that both are one thing.  Of what kind it is, is left to ``spotting``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from verify.extract.lexicon.nouns import cut
from verify.extract.names.hanzi import SHORTEST

_MODEL = r"[A-Z][A-Za-z]{0,3}-?\d{1,4}[A-Za-z]{0,2}(?:\s(?:[A-Z][a-z]{1,5}|[A-Z]{2}))*(?![A-Za-z0-9.%])"
_BEHIND_HAN = re.compile(rf"(?<=[\u3400-\u9fff])\s?{_MODEL}")
_GLOSSED = re.compile(
    r"([\u3400-\u9fff]{2,6})(\d{1,4})(?=\s?[(（][A-Z][A-Za-z]+(?:[ -][A-Z][A-Za-z]+){0,2}[ -]?\2[)）])"
)
"""A name in Chinese whose number the name in brackets behind it has as well."""
_ALONE = re.compile(_MODEL)
_LONGEST_BRAND = 4
_BRAND_TAGS = ("n", "x", "j", "z", "a", "g", "i", "s", "v")
_MEASURES = frozenset("款型号第和与及或、在是为的")
"""Before a model they are no end of a brand: 两款S7, 型号S7."""


def branded(text: str, apart: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the places of models with the brand in Chinese before them: 远岸S7 Pro, not 手机S7.

    No brand ends with words that stand ``apart``: nouns of classes, and what tells the sort (国产S7).
    """
    for match in _BEHIND_HAN.finditer(text):
        start = _brand(text, match.start(), apart)
        if match.start() - start >= SHORTEST:
            yield start, match.end()


def _brand(text: str, end: int, apart: tuple[str, ...]) -> int:
    """Return where the brand that ends at ``end`` begins; ``end`` for none."""
    before = text[max(0, end - _LONGEST_BRAND - 2) : end]
    if before[-1:] in _MEASURES or before.endswith(apart):
        return end
    start = end
    for word, tag in reversed(cut(before)):
        single = len(word) == 1
        named = tag.startswith(_BRAND_TAGS) and (single or not tag.startswith("v"))
        if not ("\u3400" <= word[0] <= "\u9fff" and named) or end - start + len(word) > _LONGEST_BRAND:
            break
        start -= len(word)
        if not single or end - start >= SHORTEST:
            break
    return start


def glossed(text: str, apart: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the places of names in Chinese whose number the bracket has too: 云隼500（Falcon 500）."""
    for match in _GLOSSED.finditer(text) if "(" in text or "（" in text else ():
        start = match.start() if match.start() == 0 else _brand(text, match.end(1), apart)
        if match.end(1) - start >= SHORTEST:
            yield start, match.end(2)


def model(name: str) -> str:
    """Return the model alone in a name that its brand begins: S7 Pro of 远岸S7 Pro; empty for none."""
    found = next((match for match in _ALONE.finditer(name) if match.end() == len(name)), None)
    return found.group() if found is not None and found.start() >= SHORTEST else ""


def same_row(names: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether two things are models, or the name of one goes on that of the other: 远山14, 远山14 Pro."""
    told, rest = tuple(names), tuple(others)
    if any(_is_model(one) for one in told) and any(_is_model(one) for one in rest):
        return True
    return any(_goes_on(a, b) or _goes_on(b, a) for a in told for b in rest)


def _is_model(name: str) -> bool:
    return any(match.end() == len(name) for match in _ALONE.finditer(name))


def _goes_on(name: str, longer: str) -> bool:
    """Say whether what a longer name adds to one that ends in a number is of Latin letters: 14 Pro."""
    more = longer[len(name) :].strip()
    return name[-1:].isdigit() and longer.startswith(name) and more.isascii() and more.isalpha()
