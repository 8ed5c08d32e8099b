"""What all parts of a report are made of: how numbers and days are written, and the places of words.

Comes in and goes out: nothing but names.  A number that is a value is a string: a decimal when that is exact
and finite, else a reduced fraction.
"""

from __future__ import annotations

from functools import partial
from operator import is_
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Number = Annotated[str, Field(pattern=r"^-?[0-9]+([.][0-9]+|/[0-9]+)?$")]


Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


UNSAID = partial(is_, None)
"""Leaves a field out where it says nothing, without a step through Python for each."""


LEVELS = ("error", "warning", "note")
"""Severities, the worst first."""


class Part(BaseModel):
    """What every part of the report shares."""

    model_config = ConfigDict(frozen=True)


class Span(Part):
    """A place: code points of the file's decoded text, half-open; line and column from 1."""

    start: int
    end: int
    line: int
    column: int
    end_line: int | None = Field(default=None, exclude_if=UNSAID)
    """Left out where the place ends on the line it begins on."""
    end_column: int | None = Field(default=None, exclude_if=UNSAID)
    """One past its last character, on ``end_line``; left out with it."""
    row: int | None = Field(default=None, exclude_if=UNSAID)
    """In tables and JSON Lines only; left out elsewhere."""
    field: str | None = Field(default=None, exclude_if=UNSAID)


class Stretch(Part):
    """A half-open stretch of a text."""

    start: int
    end: int
