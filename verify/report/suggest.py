"""Pairs that were nearly joined, as entries that a person may accept.

Comes in: a ``Report``.  Goes out: the text of a file for ``entities/`` of a folder of rules: for each pair
one entry that makes the two names one thing, with both places and the evidence in comments, and behind
it in comments the two entries that keep them apart.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from verify.model.entity import Entity, Link, Tie
from verify.model.report import Report
from verify.text.visible import inert_json

_HEAD = """\
# Names that may mean one thing. Keep an entry to join them; where they are two things, delete it and
# take the hash marks from the two entries below it. Save it as entities/NAME.yaml in a folder of your own.
"""
_NONE = "[]  # no two names were nearly joined\n"


def suggestions(report: Report) -> str:
    """Return the entries as YAML, the same for any order of the sources; an empty list where none is."""
    entities = {entity.id: entity for entity in report.entities}
    found = sorted(
        "".join(_entry(report, link, entities[link.entity_id], entities[link.other_id]))
        for link in report.links
        if link.tie is Tie.PERHAPS and {link.entity_id, link.other_id} <= entities.keys()
    )
    return f"{_HEAD}\n{chr(10).join(found)}" if found else _NONE


def _entry(report: Report, link: Link, one: Entity, other: Entity) -> Iterator[str]:
    for entity in (one, other):
        yield f"# {_quoted(entity.name)}: {_place(report, entity)}\n"
    evidence = ", ".join(f"{item.feature} {item.points:+d}" for item in link.evidence)
    yield f"# {evidence}: {link.points} points\n"
    kind = one.kind or other.kind
    ident = _ident(one, other)
    mark = "" if kind else "# "
    if not kind:
        yield "# Name its kind, and take the hash marks away, to join them.\n"
    names = sorted({*one.aliases, other.name, *other.aliases} - {one.name})
    yield f"{mark}- id: {ident}\n{mark}  name: {_quoted(one.name)}\n{mark}  kind: {kind or 'KIND'}\n"
    yield f"{mark}  aliases: [{', '.join(map(_quoted, names))}]\n{_examples(one.name, mark)}"
    for number, (entity, never) in enumerate(((one, 2), (other, 1)), start=1):
        yield f"# - id: {ident}-{number}\n#   name: {_quoted(entity.name)}\n#   kind: {kind or 'KIND'}\n"
        yield f"#   never_same: [{ident}-{never}]\n{_examples(entity.name, '# ')}"


def _examples(name: str, mark: str) -> str:
    return f'{mark}  examples: {{pass: [{_quoted(name)}], fail: ["-"]}}\n'


def _place(report: Report, entity: Entity) -> str:
    """Return where a figure about an entity stands first."""
    for claim in report.claims:
        if (claim.perhaps or claim.entity_id) == entity.id:
            return f"{claim.source_id}:{claim.line}:{claim.column}"
    return "named without a figure"


def _ident(one: Entity, other: Entity) -> str:
    return f"suggested.{hashlib.sha256(f'{one.id} {other.id}'.encode()).hexdigest()[:10]}"


def _quoted(text: str) -> str:
    return inert_json(json.dumps(text, ensure_ascii=False))
