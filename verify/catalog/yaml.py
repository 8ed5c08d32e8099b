"""The one reader of YAML: strict, small, and exact about places.

Comes in: the text of a rule file.  Goes out: plain Python objects (mappings, lists, strings,
whole numbers, true and false) with the line and column of every value and key, and all mistakes that were
found.  What the objects mean is left to ``catalog.validate``.

YAML turns an unquoted ``12:30`` into 750, ``010`` into 8 and ``no`` into False, and a file of
1 KB with aliases into gigabytes.  So a value stands in quotes unless it is an identifier, a
plain whole number (which no text may be: ``catalog.validate`` asks for quotes) or the prose of a
reason, and anchors, aliases, tags and repeated keys are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from verify.catalog.excerpt import excerpt
from verify.errors import Problem

Path = tuple[str | int, ...]
"""Keys and list positions from the top of the file to a value."""
Place = tuple[int, int]
"""Line and column, both from 1."""

MAX_SIZE = 4_000_000
"""Characters of a rule file; the shipped ones together hold a tenth of it."""
_MAX_DEPTH = 12
_LONGEST = 40
"""Characters of a text that a message repeats."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*\Z")
_PROSE = frozenset({"why", "reason"})
"""Keys whose value may be a sentence without quotes."""
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,5})\Z")
_BOOLEANS = {"true": True, "false": False}
_MERGE = "<<"
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A rule file, read."""

    path: str
    """As the user knows it."""
    lines: tuple[str, ...]
    value: object = None
    """None for an empty file, and where reading stopped."""
    places: dict[Path, Place] = field(default_factory=dict)
    """Where each value begins."""
    keys: dict[Path, Place] = field(default_factory=dict)
    """Where the key of each value of a mapping begins."""
    unquoted: set[Place] = field(default_factory=set)
    """Where a text lacks its quotes, if a text may stand there."""

    def problem(self, where: Path, message: str, *, key: bool = False) -> Problem:
        """Return the problem of the value at ``where``, or of its key; of what holds it, where absent."""
        places = self.keys if key and where in self.keys else self.places
        while where and where not in places:
            where = where[:-1]
        return self.at(places.get(where, (1, 1)), message)

    def at(self, place: Place, message: str) -> Problem:
        """Return a problem at a line and column."""
        return Problem(self.path, *place, message, excerpt(self.lines, *place))


@dataclass(frozen=True, slots=True)
class _Node:
    """A value as the parser met it: a text, a list, or a mapping as a list of pairs."""

    place: Place
    text: str = ""
    plain: bool = False
    """True for a text without quotes."""
    items: list[_Node] | None = None
    """None for a text; of a mapping keys and values in turn."""
    mapping: bool = False


class _TooDeepError(Exception):
    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


def read(path: str, text: str) -> tuple[Parsed, tuple[Problem, ...]]:
    """Return the file's objects with their places, and its mistakes.

    A mistake of syntax ends the reading; all other mistakes of the file are told at once.
    """
    parsed = Parsed(path, tuple(text.splitlines()))
    if len(text) > MAX_SIZE:
        message = f"the file holds {len(text)} characters and {MAX_SIZE} are allowed: split it"
        return parsed, (Problem(path, 1, 1, message),)
    problems: list[Problem] = []
    try:
        top = _compose(parsed, yaml.parse(text, Loader=_LOADER), problems)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return parsed, (*problems, parsed.at(place, f"not YAML: {error.problem}"))
    except yaml.YAMLError:
        message = "a character that YAML does not allow: delete it"
        return parsed, (*problems, parsed.at(_control(text), message))
    except _TooDeepError as error:
        message = f"more than {_MAX_DEPTH} lists and mappings inside each other"
        return parsed, (*problems, parsed.at(error.place, message))
    if top is None:
        return parsed, tuple(problems)
    value = _convert(parsed, top, (), problems)
    return replace(parsed, value=value), tuple(problems)


def _control(text: str) -> Place:
    found = _FORBIDDEN.search(text)
    offset = found.start() if found else 0
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _compose(parsed: Parsed, events: Iterator[Any], problems: list[Problem]) -> _Node | None:
    """Return the tree of the file's only document, without recursion and without aliases."""
    root: list[_Node] = []
    holders = [root]
    documents = 0
    for event in events:
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                problems.append(parsed.at(place, "a second document in one file: give it a file of its own"))
                break
        elif isinstance(event, yaml.CollectionEndEvent):
            holders.pop()
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event, place, parsed, problems)
            holders[-1].append(node)
            if node.items is not None:
                holders.append(node.items)
            if len(holders) > _MAX_DEPTH:
                raise _TooDeepError(place)
    return root[0] if root else None


def _node(event: Any, place: Place, parsed: Parsed, problems: list[Problem]) -> _Node:
    if isinstance(event, yaml.AliasEvent):
        problems.append(parsed.at(place, f"an alias (*{event.anchor}): write the value out"))
        return _Node(place)
    if event.anchor is not None:
        problems.append(parsed.at(place, f"an anchor (&{event.anchor}): delete it"))
    if event.tag is not None:
        problems.append(parsed.at(place, f"a tag ({event.tag}): delete it"))
    if isinstance(event, yaml.ScalarEvent):
        # libyaml marks a plain scalar with "", the parser in Python with None
        return _Node(place, event.value, plain=not event.style)
    return _Node(place, items=[], mapping=isinstance(event, yaml.MappingStartEvent))


def _convert(parsed: Parsed, node: _Node, path: Path, problems: list[Problem]) -> object:
    """Return the plain object of a node; note its place and its mistakes."""
    parsed.places[path] = node.place
    if node.items is None:
        return _text(parsed, node, path, problems)
    if not node.mapping:
        return [_convert(parsed, item, (*path, index), problems) for index, item in enumerate(node.items)]
    result: dict[str, object] = {}
    for key, value in zip(node.items[::2], node.items[1::2], strict=True):
        message = _wrong_key(key, result)
        if message:
            problems.append(parsed.at(key.place, message))
            continue
        inner = (*path, key.text)
        parsed.keys[inner] = key.place
        result[key.text] = _convert(parsed, value, inner, problems)
    return result


def _wrong_key(key: _Node, earlier: dict[str, object]) -> str:
    if key.items is not None:
        return "a list or mapping as a key: a key is a word"
    if key.text == _MERGE and key.plain:
        return "a merge key (<<): write the entries out"
    if key.text in earlier:
        return f"the key '{key.text}' stands here a second time: keep one"
    if key.plain and _other_than_text(key.text):
        return f"the key {key.text} needs quotes, or YAML takes it for something else"
    return ""


def _text(parsed: Parsed, node: _Node, path: Path, problems: list[Problem]) -> object:
    text = node.text
    if not node.plain:
        return text
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _INTEGER.match(text):
        return int(text)
    if not text:
        problems.append(parsed.at(node.place, "a value is missing here: write one, or delete the key"))
    elif _other_than_text(text):
        parsed.unquoted.add(node.place)
        problems.append(parsed.at(node.place, unquoted(text)))
    elif not _IDENTIFIER.match(text) and not _PROSE.intersection(path):
        parsed.unquoted.add(node.place)
        message = f'only identifiers stand without quotes: quote it ("{_shortened(text)}")'
        problems.append(parsed.at(node.place, message))
    return text


def unquoted(text: str) -> str:
    """Return the message for a text that YAML takes for something else."""
    shown = _shortened(text)
    return f'{shown} without quotes is no text to YAML: quote it ("{shown}")'


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _other_than_text(plain: str) -> bool:
    """Say whether YAML 1.1 takes an unquoted text for a number, time, date, yes, no or null."""
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(plain[:1], ())
    return any(pattern.match(plain) for _, pattern in resolvers)
