"""What a configuration may hold: one class, from which the checks, the JSON Schema and the page come.

Comes in: a table, as TOML has it.  Goes out: the keys with their values, or pydantic's mistakes.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal, Self

from pathspec import GitIgnoreSpec
from pathspec.patterns.gitignore import GitIgnorePatternError
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    model_validator,
)

Level = Literal["error", "warning", "note"]
Threshold = Literal["error", "warning", "note", "never"]
Grade = Literal["error", "warning", "note", "off"]
Language = Literal["en", "zh"]


def _day(value: object) -> object:
    """Let through a TOML date and a text; pydantic reads the text, and numbers are no days."""
    if isinstance(value, str) or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
        return value
    raise ValueError("no day")


def _pattern(value: str) -> str:
    try:
        GitIgnoreSpec.from_lines([value])
    except GitIgnorePatternError as error:
        raise ValueError(str(error)) from None
    return value


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Pattern = Annotated[Text, AfterValidator(_pattern)]
Day = Annotated[dt.date, BeforeValidator(_day)]


class Table(BaseModel):
    """A table of the configuration: names with hyphens, no others."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        alias_generator=lambda name: name.replace("_", "-"),
    )


class Suppress(Table):
    """A suppression: of one finding by its id, or of a code where path and words tell."""

    finding: Text | None = Field(None, title='the id of a finding, such as "V101-0123456789ab"')
    code: Text | None = Field(None, title='a code, such as "V202"')
    path: Pattern | None = Field(None, title='a pattern as in .gitignore, such as "tables/*.csv"')
    quote: Text | None = Field(None, title="words of the paragraph or cell that is meant")
    until: Day = Field(title="the last day on which it counts, such as 2027-03-31")
    reason: Text = Field(title="why the finding is no mistake, in words")

    @model_validator(mode="after")
    def _one_meaning(self) -> Self:
        if self.finding is not None:
            if self.code or self.path or self.quote:
                raise ValueError("'finding' says it all: leave out 'code', 'path' and 'quote'")
        elif self.code is None:
            raise ValueError("it names no finding: set 'finding', or 'code' with 'path' or 'quote'")
        elif self.path is None and self.quote is None:
            raise ValueError("it says not where: set 'path' or 'quote'; [severity] switches a code off")
        return self


class Keys(Table):
    """What a configuration file may hold: the title says what belongs there, the description what it does."""

    paths: tuple[Text, ...] = Field(
        (),
        description="what 'verify check' and 'verify run' read when they are called without a PATH",
        title='a list of files and folders, such as ["sources"]',
    )
    exclude: tuple[Pattern, ...] = Field(
        (),
        description="files of a folder that are left out; a file that is named itself is always read",
        title='a list of patterns as in .gitignore, such as ["old/"]',
    )
    own: tuple[Pattern, ...] = Field(
        (),
        description="documents of your own: each is one origin, and its comments can suppress findings",
        title='a list of patterns as in .gitignore, such as ["docs/**"]',
    )
    sources: tuple[Pattern, ...] = Field(
        (),
        description="documents that are not your own, whatever 'own' says; without 'own', all others are",
        title='a list of patterns as in .gitignore, such as ["sources/**"]',
    )
    rules: tuple[Text, ...] = Field(
        (),
        description="rules that are laid over those that ship with the program, the last on top",
        title='a list of folders, such as ["myrules"]',
    )
    rules_only: Text | None = Field(
        None,
        description="rules in place of those that ship with the program",
        title='one folder, such as "myrules"',
    )
    cache: Annotated[bool, Strict()] = Field(
        True, description="whether what was read of a file is kept for the next run", title="true or false"
    )
    cache_dir: Text | None = Field(
        None, description="where that is kept", title='one folder, such as ".verify-cache"'
    )
    fail_on: Threshold = Field(
        "error",
        description="'verify check' exits 1 on new findings of this level or worse",
        title='a level, "error", "warning" or "note", or "never"',
    )
    show: Level = Field(
        "warning",
        description="'verify check' shows findings of this level or worse, and counts the others",
        title='a level, "error", "warning" or "note"',
    )
    lang: Language | None = Field(
        None,
        description="language of the words around the quotations, in place of English",
        title='"en" or "zh"',
    )
    baseline: Text | None = Field(
        None,
        description="findings that are known, and neither show nor fail; 'verify baseline create' writes it",
        title='one file, such as "verify.baseline"',
    )
    severity: dict[str, Grade] = Field(
        {},
        description='how grave the findings of a code are; "off" suppresses them all',
        title='a table of codes, each "error", "warning", "note" or "off", such as {V107 = "warning"}',
    )
    suppress: tuple[Suppress, ...] = Field(
        (),
        description="findings that are excused, each with a reason and the last day on which that holds",
        title="tables [[suppress]] with 'until', 'reason' and what is meant",
    )


NAMES = tuple(field.alias or name for name, field in Keys.model_fields.items())
"""As the file writes them, in the order of the page."""


def value(keys: Keys, name: str) -> Any:
    """Return the value of a key by its name as the file writes it."""
    return getattr(keys, name.replace("-", "_"))


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of ``verify.toml``, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Keys.model_json_schema()}
