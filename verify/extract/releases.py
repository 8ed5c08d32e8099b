"""Tell which version or market the date of a release is of: Harbour 2.4.1 came out, 在北美公映.

Comes in: a sentence and the word of an event.  Goes out: the scope of that event, or None.
"""

from __future__ import annotations

import re

from verify.extract.figures.figure import Figure
from verify.extract.parting import OPENS
from verify.extract.sentences.sentence import Sentence

_VERSIONED = re.compile(r" ?[vV]?([0-9]{1,4}(?:\.[0-9]{1,4}){1,3})(?= [a-z]{2,8} (?!dollars|yuan)| ?版)")
"""Behind a name: Harbour 2.4 was released, Harbour 2.4 版."""
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
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
