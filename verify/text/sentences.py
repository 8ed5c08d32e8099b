"""Cut folded text into sentences and clauses.

Comes in: the folded text of one block.  Goes out: half-open spans in it, in order, that
together cover every character but the white space between them.
"""

from __future__ import annotations

import re

from verify.model.span import Span

_SENTENCE_END = re.compile(
    r"[。！？!?.\n](?:(?<=[。！？!?])[。！？!?]*[”’\"'」』）)]*"
    r"|(?<=\.)(?<![0-9A-Z]\.)(?=[\s”\"')]|$)[”\"')]*"
    r"|(?<=[0-9A-Z]\.)(?=\s+[A-Z“\"(]|\s*$)"
    r"|(?<=\n)\n*)"
)
"""A full stop ends a sentence unless it stands in a number (3.74) or an initial (U.S. plants)."""
_ABBREVIATIONS = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|Nos|vs|Rs|Tk|etc|approx|ca|est|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|e\.g|i\.e)$"
)
_CLAUSE_END = re.compile(
    r"[，：；,;:—\s](?:(?<=[，：；])|(?<=[,;])(?=\s)|(?<=\D[,:])(?=\D)|(?<=—)—?|(?<=\s)-\s)"
)
_TIME_OF_DAY = re.compile(r"\b[ap]\.m\.\s+(?=[a-z0-9(])")
"""5:40 a.m. on Monday goes on; before a capital it may end its sentence."""
LONGEST = 800
"""Characters of the longest sentence: longer ones are data, or text whose full stops are lost."""


def sentences(text: str) -> list[Span]:
    """Return the sentences of a block; none is longer than ``LONGEST``."""
    found: list[Span] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if end.group().startswith(".") and _ABBREVIATIONS.search(
            text, max(start, end.start() - 8), end.start()
        ):
            continue
        if end.group().startswith(".") and _TIME_OF_DAY.match(text, max(start, end.start() - len("a.m"))):
            continue
        _cut(found, text, start, end.end())
        start = end.end()
    _cut(found, text, start, len(text))
    return found


def _cut(found: list[Span], text: str, start: int, end: int) -> None:
    """Append a sentence, a text without full stops in pieces: what is read is read sentence by sentence."""
    while end - start > LONGEST:
        spaces = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        commas = text.rfind("，", start + LONGEST // 2, start + LONGEST)
        stop = max(spaces, commas) + 1 or start + LONGEST
        _append(found, text, start, stop)
        start = stop
    _append(found, text, start, end)


def clauses(text: str, sentence: Span) -> list[Span]:
    """Return the clauses of a sentence: what stands between commas, semicolons, colons and dashes."""
    found: list[Span] = []
    start = sentence.start
    for end in _CLAUSE_END.finditer(text, sentence.start, sentence.end):
        _append(found, text, start, end.end())
        start = end.end()
    _append(found, text, start, sentence.end)
    return found


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        found.append(Span(start, end))
