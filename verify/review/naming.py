"""What editors said of names, as entries for ``rules/entities``.

Comes in: names that are one thing, names that never are, and a catalogue.  Goes out: the text of a file
that ``verify rules check`` takes: one entry a thing, with all its names; an entry of the catalogue is
repeated with the names that it lacks, and so replaces itself.  What contradicts itself, or lacks a kind,
is left to a person, in comments.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from verify.catalog.catalog import Catalog
from verify.catalog.schema import EntityEntry
from verify.model.judgement import Decided, Naming
from verify.resolve.profile import plain
from verify.text.visible import inert_json, inline

__all__ = ["naming_rules"]

_HEAD = """\
# Said by editors on the review page. Save it as entities/NAME.yaml in a folder of rules of your own, and run
# verify rules check --rules FOLDER.
"""
_NONE = "[]  # no editor said anything of names\n"


@dataclass
class _Thing:
    """Names that are one thing."""

    names: list[str]
    kind: str
    entry: EntityEntry | None = None
    never: list[_Thing] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """Who said so, and why."""

    @property
    def id(self) -> str:
        """Of its entry: that of the catalogue, else one that depends on its first name alone."""
        if self.entry is not None:
            return self.entry.id
        return f"desk.{hashlib.sha256(plain(self.names[0]).encode()).hexdigest()[:10]}"

    def join(self, other: _Thing) -> None:
        """Take in all that is known of another."""
        self.names += [name for name in other.names if name not in self.names]
        self.kind = self.kind or other.kind
        self.never += other.never
        self.said += other.said
        for one in other.never:
            one.never = [self if each is other else each for each in one.never]


def naming_rules(decided: Sequence[Decided], catalog: Catalog) -> str:
    """Return the entries as YAML, in the order in which the names were first spoken of."""
    things = _Things(catalog)
    against = []
    for same in (True, False):  # what joins first, so that what parts meets whole things
        for one in decided:
            naming = one.judgement.naming
            if naming is None or naming.same != same:
                continue
            if not things.take(naming, _told(one, naming)):
                against.append(
                    f"# left out, since rules or other editors say otherwise: {_told(one, naming)}\n"
                )
    every = things.every()
    if not every:
        return "".join((_HEAD, *against, _NONE)) if against else _NONE
    lacking = _lacking(every)
    entries = "\n".join("".join(_entry(thing, thing.id in lacking)) for thing in every)
    empty = "[]\n" if len(lacking) == len(every) else ""
    return f"{_HEAD}\n{entries}{''.join(against)}{empty}"


def _lacking(things: Sequence[_Thing]) -> set[str]:
    """Return the ids of what has no kind, and of what names such a thing."""
    found = {thing.id for thing in things if not thing.kind}
    while True:
        more = {thing.id for thing in things if any(one.id in found for one in thing.never)} - found
        if not more:
            return found
        found |= more


class _Things:
    """Names gathered into things, one naming at a time; first those that join, then those that part."""

    def __init__(self, catalog: Catalog) -> None:
        self._entries = {plain(name): one for one in catalog.entities for name in (one.name, *one.aliases)}
        self._kinds = {one.id for one in catalog.kinds}
        self._by_name: dict[str, _Thing] = {}

    def take(self, naming: Naming, told: str) -> bool:
        """Join or part two names; False where that contradicts what is known, which is then as it was."""
        first, second = self._found(naming.first), self._found(naming.second)
        joined = first is not None and first is second
        listed = first is not None and second is not None and None not in (first.entry, second.entry)
        if joined != naming.same and (joined or listed):
            return False
        first = first or self._thing(naming.first)
        second = second or self._thing(naming.second)
        if naming.same and second.entry is not None:
            first, second = second, first
        for one in (first, second):
            one.kind = one.kind or (naming.kind if naming.kind in self._kinds else "")
        first.said.append(told)
        if not naming.same:
            first.never.append(second)
            second.never.append(first)
        elif first is not second:
            first.join(second)
            for name in second.names:
                self._by_name[plain(name)] = first
        return True

    def every(self) -> list[_Thing]:
        """Return each thing of which something holds, once."""
        found = {id(thing): thing for thing in self._by_name.values()}.values()
        return [thing for thing in found if thing.said or thing.never]

    def _found(self, name: str) -> _Thing | None:
        """Return the thing of a name, of an entry as well; None where nobody spoke of it."""
        found = self._by_name.get(plain(name))
        if found is None and plain(name) in self._entries:
            entry = self._entries[plain(name)]
            found = self._by_name.get(plain(entry.name)) or _Thing(
                [entry.name, *entry.aliases], entry.kind, entry
            )
            for each in found.names:
                self._by_name[plain(each)] = found
        return found

    def _thing(self, name: str) -> _Thing:
        made = self._by_name[plain(name)] = _Thing([name], "")
        return made


def _entry(thing: _Thing, lacking: bool) -> Iterator[str]:
    never = [one.id for one in thing.never]
    if thing.entry is not None:
        fields = thing.entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        never = [*thing.entry.never_same, *never]
    else:
        fields = {"id": thing.id, "name": thing.names[0], "kind": thing.kind or "KIND"}
        fields["examples"] = {"pass": thing.names, "fail": ["-"]}
    fields["aliases"] = [name for name in thing.names if name != fields["name"]]
    fields["never_same"] = list(dict.fromkeys(never))
    yield from (f"# {told}\n" for told in thing.said)
    mark = "# " if lacking else ""
    if lacking:
        yield "# Name the kinds, and take the hash marks away.\n"
    for name, value in fields.items():
        if value:
            yield f"{mark}{'- ' if name == 'id' else '  '}{name}: {_written(value)}\n"


def _written(value: object) -> str:
    """Return a value in YAML's flow style, which is JSON."""
    return inert_json(json.dumps(value, ensure_ascii=False))


def _told(one: Decided, naming: Naming) -> str:
    way = "is the same as" if naming.same else "is never the same as"
    by = f"{one.editor}, {one.at}" if one.editor else one.at
    text = f"“{naming.first}” {way} “{naming.second}” ({by}): {one.judgement.reason}"
    return inline(" ".join(text.split()))
