"""Tell which version, market or things the date of an event is of: Harbour 2.4.1 came out, 两家医院今年开张.

Comes in: a sentence and the word of an event.  Goes out: the scope of that event, or None.
"""

from __future__ import annotations

import re

from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.nouns import cut
from verify.extract.parting import OPENS
from verify.extract.sentences.sentence import Sentence

_VERSIONED = re.compile(r" ?[vV]?([0-9]{1,4}(?:\.[0-9]{1,4}){1,3})(?= [a-z]{2,8} (?!dollars|yuan)| ?版)")
"""Behind a name: Harbour 2.4 was released, Harbour 2.4 版."""
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_COUNTED = re.compile(r"[\u3400-\u9fff]{1,8}|(?: [a-z-]+){1,4} ")
"""What several things are, between their number and the word of an event or its date."""
_NOUN = "n"
_AT = "在于"
_IN = (["in"],)


def market(sentence: Sentence, event: Figure) -> str | None:
    """Return the region right beside the word of a release: 在北美公映, released in North America."""
    for hit in sentence.by_kind.get("region", ()):
        behind = sentence.lower[event.span.end : hit.start].split()
        before = sentence.lower[hit.end : event.span.start]
        if hit.end <= event.span.start and not before.strip() and sentence.lower[hit.start - 1] in _AT:
            return hit.value
        if event.span.end <= hit.start and behind[-1:] in _IN and len(behind) <= OPENS + 1:
            return hit.value
    return None


def counted(sentence: Sentence, event: Figure, date: Figure) -> str | None:
    """Return the noun of the things of which several have an event: two new hospitals opened in 2023.

    It is not that of what has them.
    """
    start, until = sentence.clause_of(event.span.start).start, event.span.start
    figures = [f for f in sentence.figures if f.kind is Kind.QUANTITY and start <= f.span.start < until]
    last = figures[-1] if figures else None
    if last is None or last.reading is None or not last.reading.quantity.unit.counts:
        return None
    until = date.span.start if last.span.end <= date.span.start < until else until
    named = any(last.span.end <= begin < until for begin, _, _ in sentence.names)
    if named or "-" in sentence.lower[last.span.start : last.span.end + 1]:
        return None  # the 12-storey museum opened
    words = _COUNTED.fullmatch(sentence.lower, last.span.end, until)
    told = cut(words.group().strip()) if words else ()
    nouns = [word for word, tag in told if tag.startswith(_NOUN) or word.isascii()]
    return nouns[-1] if nouns and told[-1][0] == nouns[-1] else None


def version(sentence: Sentence, figure: Figure) -> str | None:
    """Return the version that an event is about: Harbour 2.4.1 came out; 2.4.1 (2024-05-02) as a heading."""
    if figure.span in (date.span for date in sentence.figures):
        found = _NUMBER.search(sentence.text, sentence.span.start, figure.span.start)
        return _scope(found.group()) if found else None
    for other in reversed(sentence.figures):
        behind = 0 <= other.span.start - figure.span.end <= OPENS  # 发布3.2版
        if "id.version" in other.rules and (behind or other.span.end <= figure.span.start):
            found = _NUMBER.search(sentence.text, other.span.start, other.span.end)
            return _scope(found.group()) if found else None
    ends = [end for _, end, _ in sentence.names if end <= figure.span.start]
    told = _VERSIONED.match(sentence.text, ends[-1]) if ends else None
    return _scope(told[1]) if told and told.end() <= figure.span.start else None


def _scope(number: str) -> str:
    """Return the scope of a version; 2.4.0 is 2.4."""
    parts = number.split(".")
    return f"version {'.'.join(parts[:-1] if len(parts) > OPENS and parts[-1] == '0' else parts)}"
