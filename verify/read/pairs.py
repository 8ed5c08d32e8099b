"""Lines of a fact sheet, ``Capacity: 62,500``, to cells under their labels.

Comes in: the drafts of a document, before their sections are settled.  Goes out: the same, where two
or more lines in a row are a label and a short value: a value that opens with a figure becomes a cell
that its label heads, and the short line above the first of them their heading.  Lists of definitions
and tables come through ``tables`` and ``grid``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verify.model.document import Cell, Section
from verify.read.drafts import Draft
from verify.read.grid import caption_above
from verify.read.words import Words, ends_sentence

_NUMERAL = r"0-9\uff10-\uff19〇零一二两兩三四五六七八九十百千半"
_PAIR = re.compile(
    r"(?P<label>[^\W_][^:：\n。！？!?，；;|<>=]{0,39}?)"
    r"[ \u3000]*(?:[:：][ \u3000]*+|(?<=[ \u3000])[\u2013\u2014-]{1,2}[ \u3000]++)"
    r"(?P<value>[^/\s][^\n]{0,79})"
)
_FIGURE = re.compile(rf"[^{_NUMERAL}:：，。；;]{{0,14}}[{_NUMERAL}]")
_CLOCK = re.compile(r"[0-9][:：][0-9]")
_FEW = 2
_HEADING = 40
_LOWEST = 6
"""Level of a heading that stands below every marked one."""


def with_pairs(drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """Return drafts with the values of fact sheets as cells; no character but white space is lost."""
    found: list[Draft] = []
    drafts = [line for draft in drafts for line in _lines(draft, words)]
    at = 0
    while at < len(drafts):
        run = list(_run(drafts, at, words))
        if len(run) < _FEW or not any(_FIGURE.match(match["value"]) for match in run):
            found.append(drafts[at])
            at += 1
            continue
        caption = caption_above(found)
        if found and not caption and _heads(found[-1]):
            found[-1].level = _LOWEST
        for row, (draft, match) in enumerate(zip(drafts[at:], run, strict=False), start=1):
            found.extend(_cells(draft, match, row, caption))
        at += len(run)
    return found


def _lines(draft: Draft, words: Words) -> Iterator[Draft]:
    """Yield the lines of a paragraph as drafts of their own where all but a first are pairs."""
    lines = draft.run.lines() if "\n" in draft.run.text and _open(draft) else []
    cut = [line for start, end in lines if (line := draft.run.cut(start, end).strip()).text]
    if len(cut) < _FEW or not all(_pair(line.text, words) for line in cut[1:]):
        yield draft
        return
    for line in cut:
        yield Draft(line, draft.section, quoted=draft.quoted)


def _run(drafts: Sequence[Draft], at: int, words: Words) -> Iterator[re.Match[str]]:
    """Yield the matches of the lines from a place on that are a label and a value."""
    for draft in drafts[at:]:
        match = _pair(draft.run.text, words) if _open(draft) else None
        if match is None:
            return
        yield match


def _open(draft: Draft) -> bool:
    """Say whether a draft may turn out to be anything."""
    return draft.section in (None, Section.BODY) and not draft.level and draft.cell is None


def _pair(text: str, words: Words) -> re.Match[str] | None:
    """Return the match of a line that is a label and a value."""
    other = ends_sentence(text) or words.is_byline(text) or _CLOCK.search(text[:_HEADING])
    return None if other else _PAIR.fullmatch(text)


def _cells(draft: Draft, match: re.Match[str], row: int, caption: str) -> Iterator[Draft]:
    if not _FIGURE.match(match["value"]):
        yield draft
        return
    label = match["label"].strip()
    yield Draft(
        draft.run.cut(0, match.start("value")).strip(), Section.TABLE, cell=Cell(row, "1", (), caption)
    )
    value = draft.run.cut(match.start("value"), len(draft.run.text)).strip()
    yield Draft(value, Section.TABLE, cell=Cell(row, label, (label,), caption))


def _heads(draft: Draft) -> bool:
    """Say whether a line names what the lines below it are about."""
    text = draft.run.text
    return _open(draft) and len(text) < _HEADING and not ends_sentence(text) and not re.search(r"\d", text)
