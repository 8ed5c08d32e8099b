"""What brackets behind names tell: other names (全称(简称), River Bridge (长河大桥)), and where one begins.

Comes in: folded text and the place where a name ends.  Goes out: the other name in the bracket, and names in
Chinese that no category noun ends, told by the bracket that shortens them (远岸半导体（下称远岸）) or gives
their original (劳工阵线（Labour Front）).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.words import lowered
from verify.extract.names.hanzi import EDGE, SHORTEST, is_phrase, is_proper
from verify.text.fold import folded
from verify.text.script import is_western

_LONGEST_LATIN, _LONGEST_HAN = 40, 20
_REACH = 24
_CLOSED = re.compile(r"[”」』\"》.]?")
"""What may stand between a name and its bracket."""
_LETTERS = r"[，,、;；]\s?([A-Z][A-Za-z0-9&-]{1,9})"
"""A short name behind the original in one bracket: （Lamia Federal Railways，LFR）."""
_ORIGINAL = re.compile(
    r"(?<=[\u3400-\u9fff])[(（](?=[^()（）]{0,40}[a-z])"
    r"((?:[A-Z][A-Za-z0-9'’&.-]*|of|the|and|de|du|des|da|do|del|la|le|van|von|der)"
    r"(?: (?:[A-Z][A-Za-z0-9'’&.-]*|of|the|and|for|de|du|des|da|do|del|la|le|van|von|der)){0,6})"
    rf"(?:{_LETTERS})?[)）]"
)
"""A name as its own language writes it, behind the Chinese for it: 劳工阵线（Labour Front）."""
_IDENTIFIER = re.compile(r"[0-9][./][0-9]")
"""In the number by which a thing is found, such as a shelf mark: no other name."""

_CURRENCY = re.compile("[$£€¥]|['’]000")
"""In the unit of a table: Results (HK$ million)."""


class Brackets:
    """Reads brackets with the words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._places = frozenset(
            lowered(folded(name))
            for region in catalog.regions
            for name in (region.name.zh, region.name.en, *region.aliases)
        )
        words = {re.escape(word) for language in catalog.languages for word in language.alias_words}
        opening = "|".join(sorted(words, key=lambda word: (-len(word), word)))
        self._introduced = re.compile(rf"\s?[(（]\s?(?:[“\"「『《]|(?:{opening}))")
        self._bracket = re.compile(
            rf"\s?[(（](?:{opening})?(?:为|作)?\s?[:：]?"
            r"[“\"「『《]?([^()（）“”\"「」『』《》，。,;；]{2,40})[”\"」』》]?"
            rf"(?:{_LETTERS})?"
            rf"(?:[或、和及/，]\s?(?:{opening})?(?:为|作)?[“\"「『][^()（）]{{1,20}}[”\"」』])*[)）]"
        )
        self._shortened = re.compile(
            rf"[(（](?:{opening})(?:为|作)?\s?[:：]?[“「『\"]?([\u3400-\u9fff]{{2,8}})[”」』\"]?[)）]"
        )

    def alias(self, text: str, end: int) -> str:
        """Return the other name that a bracket at ``end`` gives, or an empty string."""
        closed = _CLOSED.match(text, end)
        match = self._bracket.match(text, closed.end() if closed else end)
        if match is None:
            return ""
        alias = match.group(1).strip()
        latin = is_western(text[max(0, end - 1) : end])
        told = self._introduced.match(match.group()) or latin
        if lowered(alias) in self._places or not any(char.isalpha() for char in alias):
            return ""  # 国家蛋白质科学中心（上海）: a place, no other name
        if _IDENTIFIER.search(alias) or _CURRENCY.search(alias):
            return ""
        if is_western(alias):
            return alias if alias[0].isupper() and len(alias) <= _LONGEST_LATIN else ""
        named = told or is_proper(alias)
        phrase = is_phrase(alias, called=latin and len(alias) > SHORTEST)
        return alias if named and len(alias) <= _LONGEST_HAN and not phrase else ""

    def letters(self, text: str, end: int) -> str:
        """Return the letters for a name, behind its original in a bracket at ``end``, or nothing."""
        closed = _CLOSED.match(text, end)
        match = self._bracket.match(text, closed.end() if closed else end)
        return match.group(2) or "" if match is not None else ""

    @staticmethod
    def originals(text: str) -> Iterator[tuple[int, str]]:
        """Yield where names in Chinese end that a bracket gives in Latin script, and these originals."""
        for match in _ORIGINAL.finditer(text):
            if match[1][0].isupper():
                yield match.start(), match[1]

    def shortened(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the places of names that a bracket shortens to some of their characters."""
        for match in self._shortened.finditer(text):
            start = _start(text[max(0, match.start() - _REACH) : match.start()], match.group(1))
            if start:
                yield match.start() - start, match.start()


def _start(before: str, alias: str) -> int:
    """Return how many characters before a bracket the name begins that ``alias`` shortens; 0 for none."""
    window = EDGE.split(before)[-1]
    start = window.find(alias[:SHORTEST])
    place = start
    for char in alias:
        place = window.find(char, place) + 1
        if place == 0:
            return 0
    return len(window) - start if start >= 0 and len(window) - start > len(alias) else 0
