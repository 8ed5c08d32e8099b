"""Check what a rule file says against the grammar of its folder.

Comes in: a parsed file and the pydantic class of its entries.  Goes out: the valid entries,
each with its place, and a problem for every mistake: ``file:line:column``, what is wrong, and
the nearest valid word.  References between entries are left to ``catalog.references``.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from verify.catalog.remainder import remainder
from verify.catalog.schema import DAY, END, ID, NUMBER, Entry
from verify.catalog.suggest import did_you_mean
from verify.catalog.yaml import Parsed, Path, unquoted
from verify.errors import Problem

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Located(Generic[E]):
    """An entry, and where it was read."""

    entry: E
    id: str
    file: Parsed
    path: Path
    """Of the entry inside the file."""
    wrong: frozenset[str] = frozenset()
    """Keys that are wrong or missing; the entry holds something empty in their place."""

    def problem(self, message: str, *inner: str | int, key: bool = False) -> Problem:
        """Return the problem of a value inside the entry, or of its key."""
        return self.file.problem((*self.path, *inner), message, key=key)


def entries(file: Parsed, model: type[E]) -> tuple[list[Located[E]], list[Problem]]:
    """Return the entries of a file, and the problems of those that are not valid.

    Of an entry that is not valid the keys are kept that are, so that what they refer to can be checked too.
    """
    if file.value is None:
        return [], []
    if not isinstance(file.value, list):
        return [], [file.problem((), "a list of entries belongs here: begin each with '- id: …'")]
    found: list[Located[E]] = []
    problems: list[Problem] = []
    for index, value in enumerate(file.value):
        path: Path = (index,)
        try:
            found.append(Located(model.model_validate(value), str(value["id"]), file, path))
        except ValidationError as error:
            problems += [_problem(file, path, model, detail) for detail in error.errors(include_url=False)]
            if isinstance(value, dict):
                rest, wrong = remainder(value, model)
                found.append(Located(rest, str(value.get("id", "")), file, path, wrong))
    return found, problems


def ids(file: Parsed) -> set[str]:
    """Return the ids that a file gives, those of invalid entries too."""
    values = file.value if isinstance(file.value, list) else []
    return {str(value.get("id")) for value in values if isinstance(value, dict)}


def _problem(file: Parsed, entry: Path, model: type[BaseModel], detail: Any) -> Problem:
    loc: Path = tuple(part for part in detail["loc"] if part != "[key]")
    where = (*entry, *loc)
    kind = str(detail["type"])
    if kind == "extra_forbidden":
        known = _keys(_model_at(model, loc[:-1]))
        key = str(loc[-1])
        message = f"unknown key '{key}'{did_you_mean(key, known) or '; known are ' + ', '.join(known)}"
        return file.problem(where, message, key=True)
    if kind == "missing" and isinstance(loc[-1], int):
        return file.problem(where[:-1], f"item {loc[-1] + 1} of the list is missing")
    if kind == "missing":
        return file.problem(where[:-1], f"the key '{loc[-1]}' is missing{_named(file, where[:-1])}")
    return file.problem(where, _wording(kind, detail))


def _named(file: Parsed, where: Path) -> str:
    """Name the entry in which a key is missing, where it has an id."""
    value: Any = file.value
    for part in where:
        value = value[part]
    name = value.get("id") if isinstance(value, dict) else None
    return f" in '{name}'" if isinstance(name, str) else ""


_PATTERNS = {
    ID: "no id: use lower-case Latin letters, digits, '.' and '-'",
    NUMBER: 'no number: write it as "0.05", "12" or "1/3"',
    END: 'no upper end: write it as "20" or "1/3", or "open" where there is none',
    DAY: 'no day: write it as "2024-03-05"',
}
_KINDS = {
    "string_type": 'a text in quotes belongs here ("…")',
    "string_too_short": "the text is empty: write one, or delete the line",
    "int_type": "a whole number in quotes belongs here",
    "int_parsing": "a whole number in quotes belongs here",
    "tuple_type": 'a list belongs here (["…", "…"])',
    "dict_type": "a mapping belongs here (key: value)",
    "model_type": "a mapping belongs here (key: value)",
    "model_attributes_type": "a mapping belongs here (key: value)",
}

_FLAGS = {"True": "true", "False": "false"}
"""As pydantic calls them, and as a rule file does."""


def _wording(kind: str, detail: Any) -> str:
    value = detail["input"]
    if kind == "string_type" and isinstance(value, int):
        return unquoted(str(value).lower())
    context = detail.get("ctx", {})
    if kind == "literal_error":
        known = [word.strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(", ")]
        words = [word for word in known if word not in _FLAGS]
        shown = ", ".join(_FLAGS.get(word, word) for word in known)
        remedy = did_you_mean(str(value), words)
        if len(words) < len(known) and not remedy:
            remedy = ": write true and false without quotes"
        return f"'{value}' is none of {shown}{remedy}"
    if kind == "string_pattern_mismatch":
        return f"'{value}' is {_PATTERNS.get(context['pattern'], 'not of the form ' + context['pattern'])}"
    if kind == "bool_type":
        found = f"'{value}' is neither: " if isinstance(value, str) and value else ""
        return f"{found}write true or false, without quotes"
    if kind == "too_short":
        return "the list is too short: at least one item belongs here"
    return _KINDS.get(kind) or f"{detail['msg'][:1].lower()}{detail['msg'][1:]}"


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_at(model: type[BaseModel], loc: Path) -> type[BaseModel]:
    """Return the class that checks the mapping at ``loc`` inside an entry."""
    for part in loc:
        names = {field.alias or name: field for name, field in model.model_fields.items()}
        if part in names:
            model = _inner(names[str(part)].annotation) or model
    return model


def _inner(annotation: Any) -> type[BaseModel] | None:
    """Return the class inside an annotation such as ``tuple[HedgeWords, ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (tuple, dict, Union, types.UnionType):
        return next((found for part in get_args(annotation) if (found := _inner(part))), None)
    return None
