"""Labelled text: ``标题: …``, ``链接: …``, ``总结: …``, a label at the head of a line.

Comes in: a text whose first line opens with a known label.  Goes out: one document.  A value goes
on over the following lines until the next label; inside a body only known labels count, so that
``杨帆：`` in an interview is no label.  What names the source (a date, a publisher) ends with its
paragraph: text after it is the body, though no label says so.
"""

from __future__ import annotations

import re
from collections import Counter

from verify.model.document import Document
from verify.model.stage import Stage
from verify.read.fields import Field, Labels, field_of
from verify.read.raw import Raw
from verify.read.record import Value, document, value
from verify.read.runs import Run, line_spans

SUFFIXES = frozenset({".txt", ".text", ".md"})
ORDER = 3

_LABEL = re.compile(
    r"[ \t\u3000]*[【\[]?([^\W\d_][^:：\n<>#|，。、；？！“”\"（）()]{0,19}?)[】\]]?[ \t]*([:：])[ \t\u3000]*"
)
_UNKNOWN_LENGTH = 8
_BLANK_LINE = re.compile(r"\r?\n[ \t\u3000]*+\r?\n")
_SHORT = frozenset({Field.TITLE, Field.URL, Field.PUBLISHED, Field.PUBLISHER, Field.AUTHOR, Field.KEYWORDS})
"""Fields whose value is no longer than a paragraph."""
_FEW = 2


def recognise(text: str, suffix: str, labels: Labels) -> bool:
    """Say whether the first line opens with a known label and another line does so too."""
    first = text.lstrip()
    match = _LABEL.match(first)
    if suffix not in ("", *SUFFIXES) or match is None or field_of(match[1], labels) is None:
        return False
    found = 0
    for start, end in line_spans(first):
        line = _LABEL.match(first, start, end)
        found += line is not None and field_of(line[1], labels) is not None
        if found == _FEW:
            return True
    return False


def read(raw: Raw) -> Stage[Document]:
    """Return the document of a labelled text."""
    run = Run.whole(raw.text)
    heads = _heads(raw)
    values: list[Value] = []
    for number, (key, start) in enumerate(heads):
        following = heads[number + 1] if number + 1 < len(heads) else None
        end = _line_start(raw.text, following[1]) if following else len(raw.text)
        item = value(key, run.cut(start, end), raw)
        blank = _BLANK_LINE.search(raw.text, start, end) if item.field in _SHORT else None
        if blank is None or not item.run.text:
            values.append(item)
            continue
        values.append(value(key, run.cut(start, blank.start()), raw))
        rest = run.cut(blank.end(), end).strip()
        if rest.text:
            values.append(Value("", Field.BODY, rest))
    return document(raw, values)


def _heads(raw: Raw) -> list[tuple[str, int]]:
    """Return each label with the place where its value begins.

    A label that no language knows counts right after another label's line, where it is short, with
    the same colon and there only once; an interview repeats its names.
    """
    lines = [(start, end) for start, end in line_spans(raw.text) if raw.text[start:end].strip()]
    matches = [_LABEL.match(raw.text, *line) for line in lines]
    counts = Counter(match[1] for match in matches if match)
    heads: list[tuple[str, int]] = []
    field: Field | None = None
    colon = ""
    after_label = False
    for match in matches:
        known = field_of(match[1], raw.labels) if match else None
        if match is None:
            after_label = False
            continue
        fits = match[2] == colon and counts[match[1]] == 1 and len(match[1]) <= _UNKNOWN_LENGTH
        after_label = (known is not None and not (field is Field.BODY and counts[match[1]] > 1)) or (
            fits and after_label and field is not Field.BODY
        )
        if after_label:
            field, colon = known, colon or match[2]
            heads.append((match[1], match.end()))
    return heads


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1
