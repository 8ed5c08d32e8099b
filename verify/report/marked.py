"""A text cut at its figures.

Comes in: a paragraph of ``schema.Report`` with its marks, and what stands for each figure.  Goes out: its
stretches in order, plain or a figure.  What is said of a figure is left to ``drafts`` and ``pages.texts``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from verify.report import schema

__all__ = ["Block", "Stretch", "apart", "block"]

Figure = TypeVar("Figure")


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Figure]):
    """A stretch of a text, plain or a figure."""

    text: str
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Block(Generic[Figure]):
    """A paragraph, heading or cell."""

    section: str
    row: int | None
    """In a table."""
    stretches: tuple[Stretch[Figure], ...]


def block(paragraph: schema.Paragraph, figure: Callable[[int], Figure]) -> Block[Figure]:
    """Return a paragraph cut at its figures; ``figure`` tells what stands for one by its number."""
    return Block(paragraph.section, paragraph.row, tuple(_stretches(paragraph, figure)))


def _stretches(paragraph: schema.Paragraph, figure: Callable[[int], Figure]) -> Iterator[Stretch[Figure]]:
    done, text = 0, paragraph.text
    for mark in apart(paragraph.marks):
        if mark.start > done:
            yield Stretch(text[done : mark.start])
        yield Stretch(text[mark.start : mark.end], figure(mark.figure))
        done = mark.end
    if done < len(text):
        yield Stretch(text[done:])


def apart(marks: Sequence[schema.Mark]) -> Iterator[schema.Mark]:
    """Yield the marks; of figures that overlap only the first is underlined, lists tell all."""
    done = 0
    for mark in marks:
        if mark.start >= done:
            yield mark
            done = mark.end
