"""Records to bytes and back.

Comes in: a record and its class, of which every field says what it holds: data classes, named tuples and
pydantic models.  Goes out: JSON, and from it an equal record.  How values of a type go there and back is read
once from the classes themselves, so that a new field needs nothing here; a type that is not known is our own
mistake and raises ``TypeError``.  Bytes can make nothing but these records.
"""

from __future__ import annotations

import datetime as dt
import json
import types
from collections import abc
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def dumps(kind: type[T], record: T) -> bytes:
    """Return the bytes of a record."""
    whole: Any = kind
    data = _ways(whole).there(record)
    # a text may hold half of a pair of surrogates
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def loads(kind: type[T], content: bytes) -> T | None:
    """Return the record of some bytes, or None where they are those of no such record."""
    whole: Any = kind
    try:
        record: T = _ways(whole).back(json.loads(content.decode("utf-8", "surrogatepass")))
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None
    return record


def _same(one: Any) -> Any:
    return one


class _Ways(NamedTuple):
    """How values of one type go to what JSON can hold, and back."""

    there: Callable[[Any], Any] = _same
    back: Callable[[Any], Any] = _same


_STAYS = _Ways()


@cache
def _ways(kind: Any) -> _Ways:
    if kind in {str, int, bool}:
        return _STAYS
    if kind is Fraction:
        return _Ways(lambda one: (one.numerator, one.denominator), lambda pair: Fraction(*pair))
    if kind is dt.date:
        return _Ways(dt.date.isoformat, dt.date.fromisoformat)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if get_origin(kind) is frozenset:
        return _Ways(sorted, frozenset)
    if get_origin(kind) in {dict, abc.Mapping}:
        return _mapping(*get_args(kind))
    if get_origin(kind) in {Union, types.UnionType}:
        return _either([one for one in get_args(kind) if one is not types.NoneType])
    if not isinstance(kind, type):
        raise TypeError(f"no way to keep {kind!r}")
    if issubclass(kind, Enum):
        return _Ways(lambda one: one.value, {one.value: one for one in kind}.__getitem__)
    if hasattr(kind, "model_validate"):
        return _Ways(lambda one: one.model_dump(by_alias=True, exclude_unset=True), kind.model_validate)
    return _record(kind)


def _tuple(kinds: Sequence[Any]) -> _Ways:
    if kinds[1:] != (Ellipsis,):
        return _fixed([_ways(kind) for kind in kinds], list, tuple)
    there, back = way = _ways(kinds[0])
    if way == _STAYS:
        return _Ways(back=tuple)
    return _Ways(lambda items: [there(item) for item in items], lambda items: tuple(map(back, items)))


def _mapping(name: Any, value: Any) -> _Ways:
    names, values = _ways(name), _ways(value)
    if name is str and values == _STAYS:
        return _STAYS
    return _Ways(
        lambda items: [(names.there(key), values.there(one)) for key, one in items.items()],
        lambda items: {names.back(key): values.back(one) for key, one in items},
    )


def _either(kinds: Sequence[Any]) -> _Ways:
    """Return the ways of a union with None; of several classes the number goes with the value."""
    ways = [_ways(kind) for kind in kinds]
    if len(kinds) == 1:
        there, back = ways[0]
        if ways[0] == _STAYS:
            return _STAYS
        return _Ways(
            lambda one: None if one is None else there(one), lambda one: None if one is None else back(one)
        )
    numbers = {kind: number for number, kind in enumerate(kinds)}

    def told(one: Any) -> Any:
        if one is None:
            return None
        number = numbers[type(one)]
        return number, ways[number].there(one)

    def made(pair: Any) -> Any:
        if pair is None:
            return None
        number, value = pair
        return ways[number].back(value)

    return _Ways(told, made)


def _record(kind: Any) -> _Ways:
    """Return the ways of a data class or named tuple: its fields in their order."""
    names = [one.name for one in fields(kind)] if is_dataclass(kind) else list(kind._fields)
    hints = get_type_hints(kind)
    ways = [_later(hints[name]) if _holds(hints[name], kind) else _ways(hints[name]) for name in names]
    every: Callable[[Any], Any] = attrgetter(*names)
    take = (lambda one: list(every(one))) if names[1:] else (lambda one: [every(one)])
    return _fixed(ways, take, lambda items: kind(*items))


def _fixed(
    ways: Sequence[_Ways], take: Callable[[Any], list[Any]], make: Callable[[list[Any]], Any]
) -> _Ways:
    """Return the ways of what holds so many values: ``take`` lists them, ``make`` puts them together."""
    there = [(place, way.there) for place, way in enumerate(ways) if way.there is not _same]
    back = [(place, way.back) for place, way in enumerate(ways) if way.back is not _same]

    def told(one: Any) -> list[Any]:
        items = take(one)
        for place, way in there:
            items[place] = way(items[place])
        return items

    def made(items: list[Any]) -> Any:
        if len(items) != len(ways):
            raise ValueError(f"{len(items)} values for {len(ways)}")
        for place, way in back:
            items[place] = way(items[place])
        return make(items)

    return _Ways(told, made)


def _holds(hint: Any, kind: Any) -> bool:
    return hint is kind or any(_holds(inner, kind) for inner in get_args(hint))


def _later(hint: Any) -> _Ways:
    """Return the ways of a field that holds records of its own class: they are known when one is met."""

    def there(one: Any) -> Any:
        return _ways(hint).there(one)

    def back(one: Any) -> Any:
        return _ways(hint).back(one)

    return _Ways(there, back)
