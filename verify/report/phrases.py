"""What the program says in English, said in another language.

Comes in: a text of the program: a derivation, a bound, a value in canonical units, a word of the rules.  Goes
out: the same in the language, by the words and phrases of its file and the words of the rules.  What
stands in quotation marks stays as it is, and so does what nobody translated: a word of a source, a name of a
rule.  A slot whose name begins with ``q`` holds words of a source.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from verify.report.language import Language, language

_LONGEST = 2_000
"""Longer texts are not tried: a phrase has a few hundred characters."""
_IN_SLOT = 400
_SLOT = re.compile(r"\\\{(\w+)\\\}")
_QUOTED = re.compile(r"(“[^”]*”)")
_UNIT = re.compile(r"(?<![\w“])[A-Za-z][A-Za-z0-9_]*(?:\*\*[0-9]|[²³])?(?:/[a-z][a-z_]*(?:\*\*[0-9]|[²³])?)*")
_RAISED = str.maketrans({"²": "**2", "³": "**3"})
_COUNTED = re.compile(r"\[count of ([^\]]*)\]")
_JOINT = " · "

_Phrases = tuple[tuple[str, re.Pattern[str], str], ...]
"""Literal beginning, pattern, and the text in the language."""


def translated(text: str, say: Language) -> str:
    """Return the text in the language; unchanged where no phrase is known."""
    return text if not text or say.code == "en" else _told(text, say)


@lru_cache(maxsize=1 << 14)
def _told(text: str, say: Language) -> str:
    words, phrases = _book(say.code)
    if text in words:
        return words[text]
    if len(text) <= _LONGEST:
        for begin, pattern, told in phrases:
            if text.startswith(begin) and (found := pattern.fullmatch(text)):
                slots = found.groupdict()
                return told.format(
                    **{name: part if name[0] == "q" else _told(part, say) for name, part in slots.items()}
                )
    if text in say.words:
        return say.words[text]
    if _JOINT in text:
        return _JOINT.join(_told(part, say) for part in text.split(_JOINT))
    return _in_units(text, say.words)


def _in_units(text: str, words: Mapping[str, str]) -> str:
    """Return the text with the units in it by their names in the language, outside of quotations."""
    text = _COUNTED.sub(lambda found: _counted(found[1], words), text)
    pieces = _QUOTED.split(text)
    pieces[::2] = [_UNIT.sub(lambda found: _unit(found[0], words), piece) for piece in pieces[::2]]
    return "".join(pieces)


def _counted(noun: str, words: Mapping[str, str]) -> str:
    """Return what is counted: of the property 机柜数量 the racks."""
    told = words.get(noun, noun)
    return told if told == noun else told.removesuffix("量").removesuffix("数")


def _unit(name: str, words: Mapping[str, str]) -> str:
    canonical = name.translate(_RAISED)
    if canonical in words:
        return words[canonical]
    parts = canonical.split("/")
    if len(parts) > 1 and all(part in words for part in parts):
        return "每".join(words[part] for part in parts)
    return name


@cache
def _book(code: str) -> tuple[Mapping[str, str], _Phrases]:
    texts = language(code).texts
    words = {key[len("word.") :]: text for key, text in texts.items() if key.startswith("word.")}
    phrases = {key[len("phrase.") :]: text for key, text in texts.items() if key.startswith("phrase.")}
    return words, tuple((key.partition("{")[0], _pattern(key), text) for key, text in phrases.items())


def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(_SLOT.sub(rf"(?P<\1>.{{0,{_IN_SLOT}}}?)", re.escape(phrase)), re.DOTALL)
