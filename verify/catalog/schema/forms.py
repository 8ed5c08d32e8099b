"""What all entries of rule files are made of: ids, surfaces, numbers, flags, names and examples."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints

ID = r"^[a-z0-9][a-z0-9.-]*$"
NUMBER = r"^-?[0-9]{1,60}([.][0-9]{1,60}|/0{0,9}[1-9][0-9]{0,60})?$"
END = rf"{NUMBER}|^open$"
DAY = r"^\d{4}-\d{2}-\d{2}$"
Id = Annotated[str, StringConstraints(pattern=ID)]
Surface = Annotated[str, StringConstraints(min_length=1)]
Number = Annotated[str, StringConstraints(pattern=NUMBER)]
End = Annotated[str, StringConstraints(pattern=END)]
"""The upper end of what a word may mean, or ``open`` where it has none: one pattern, so one message."""
Flag = Annotated[bool, Strict()]
"""true or false: pydantic takes "yes" and 1 for true as well."""


def _no_number(value: object) -> object:
    """Return a whole number as a text, which is then told as wrong: pydantic takes 1 for true."""
    return str(value) if type(value) is int else value


Varies = Annotated[Literal[True, False, "slowly"], BeforeValidator(_no_number)]
"""Whether an attribute varies in time: ``slowly`` where texts of one month may be laid side by side."""
Part = Literal["scope", "statistic", "time", "as_of", "base", "modality"]


class Entry(BaseModel):
    """What every entry shares: nothing unknown, nothing changed after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Names(Entry):
    """A name in each language of the messages."""

    en: Surface
    zh: Surface


class Examples(Entry):
    """Texts that show an entry at work; each runs as a test."""

    passes: tuple[Surface, ...] = Field(alias="pass", min_length=1)
    fail: tuple[Surface, ...] = Field(min_length=1)
