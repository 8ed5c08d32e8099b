"""What a browser sends, as the desk takes it.

Comes in: the fields of a form or the query of an address, as texts.  Goes out: a filter, a form.  Nothing
here trusts what came: a page of ours sends nothing else, but anything may be sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from verify.errors import FieldError
from verify.model.judgement import Choice, Naming
from verify.review.queue import Filter
from verify.review.rereading import Fields

__all__ = ["Form", "filter_of", "form_of", "place_of", "query_of", "whole_of"]

_LONGEST = 10_000
"""Characters of a field; a reason is a sentence or two."""
_SIDES = ("left", "right")
_PARTS = ("figure", "meant", "entity", "attribute")


@dataclass(frozen=True, slots=True)
class Form:
    """What an editor sent about an item."""

    seen: int
    """The revision that her page showed."""
    choice: Choice
    reason: str
    left: int | None
    right: int | None
    """Indices into the claims of the item."""
    fields: Mapping[int, Fields] = field(default_factory=dict)
    """How claims should have been read, by their place in the item; of those that the page showed."""
    naming: Naming | None = None


def filter_of(values: Mapping[str, str]) -> Filter:
    """Return the filter of a form or query."""
    return Filter(
        verdict=values.get("verdict", "")[:40],
        state=values.get("state", "")[:40],
        words=values.get("q", "")[:200],
    )


def query_of(wanted: Filter, **more: object) -> str:
    """Return a filter and more as the query of an address, with its mark; empty where all is as usual."""
    parts = {"verdict": wanted.verdict, "state": wanted.state, "q": wanted.words, **more}
    query = urlencode({name: value for name, value in parts.items() if value not in ("", None)})
    return f"?{query}" if query else ""


def form_of(fields: Mapping[str, str], *, partly: bool = False) -> Form:
    """Return what was sent.

    Args:
        fields: By name.
        partly: True where no verdict is asked for as yet.

    Raises:
        FieldError: No form of ours sends that.
    """
    try:
        choice = Choice(fields.get("choice", Choice.EXTRACTION_WRONG.value if partly else ""))
    except ValueError:
        raise FieldError("choose one of the verdicts") from None
    for name, value in fields.items():
        if len(value) > _LONGEST:
            raise FieldError("{name} is longer than {most} characters", name=name, most=f"{_LONGEST:,}")
    return Form(
        seen=whole_of(fields.get("seen"), 0),
        choice=choice,
        reason=fields.get("reason", ""),
        left=place_of(fields.get("left")),
        right=place_of(fields.get("right")),
        fields=_fields(fields),
        naming=_naming(fields),
    )


def whole_of(text: str | None, usual: int) -> int:
    """Return a whole number from 0 on; ``usual`` for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else usual


def place_of(text: str | None) -> int | None:
    """Return a whole number from 0 on; None for anything else."""
    found = whole_of(text, -1)
    return found if found >= 0 else None


def _fields(fields: Mapping[str, str]) -> dict[int, Fields]:
    found = {}
    for side in _SIDES:
        place = place_of(fields.get(side))
        if place is not None and f"{side}-meant" in fields:
            figure, meant, entity, attribute = (fields.get(f"{side}-{part}", "").strip() for part in _PARTS)
            found[place] = Fields(figure, meant, entity, attribute, f"{side}-dropped" in fields)
    return found


def _naming(fields: Mapping[str, str]) -> Naming | None:
    kind = fields.get("naming", "")
    first, second = fields.get("first-name", "").strip(), fields.get("second-name", "").strip()
    if kind not in ("same", "never"):
        return None
    if not first or not second or first == second:
        raise FieldError("name two things, to say whether they are one")
    return Naming(first, second, kind == "same", fields.get("kind", "").strip())
