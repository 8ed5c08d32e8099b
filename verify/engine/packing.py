"""Records to bytes and back.

Comes in: records of this program: data classes with slots, named tuples, fractions, and what holds them.
Goes out: bytes that ``pickle`` reads.  By itself it asks the fields of a data class one by one and spells a
fraction as text; here a record is a tuple of its fields, and a fraction two whole numbers.  Only bytes that
this program wrote are read.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from fractions import Fraction
from operator import attrgetter
from typing import Any

_Reduced = tuple[Any, ...]
_Reduce = Callable[[Any], _Reduced]


class _Reducers(dict[type, _Reduce]):
    """How records of each type are taken apart."""

    def __missing__(self, kind: type) -> _Reduce:
        """Work it out when one is met first.  Raises KeyError for a class itself, which pickle names."""
        if issubclass(kind, type):
            raise KeyError(kind)
        self[kind] = found = _reducer(kind)
        return found


class _Packer(pickle.Pickler):
    dispatch_table = _Reducers()


def packed(records: Any) -> bytes:
    """Return what ``pickle.loads`` makes the same records of."""
    content = io.BytesIO()
    _Packer(content, pickle.HIGHEST_PROTOCOL).dump(records)
    return content.getvalue()


def _reducer(kind: type) -> _Reduce:
    if kind is Fraction:
        return lambda number: (Fraction, (number.numerator, number.denominator))
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return lambda record: (kind, tuple(record))
    if not is_dataclass(kind) or "__slots__" not in vars(kind):
        return lambda record: record.__reduce_ex__(pickle.HIGHEST_PROTOCOL)
    names = [one.name for one in fields(kind)]
    if len(names) == 1:
        (name,) = names
        return lambda record: (_made, (kind, (getattr(record, name),)))
    values: Callable[[Any], _Reduced] = attrgetter(*names) if names else _nothing
    return lambda record: (_made, (kind, values(record)))


def _nothing(_record: Any) -> _Reduced:
    return ()


_SETTERS: dict[type, tuple[Callable[[Any, Any], None], ...]] = {}


def _made(kind: type, values: tuple[Any, ...]) -> Any:
    """Return a record as it was: nothing is worked out anew, also where it is frozen."""
    setters = _SETTERS.get(kind)
    if setters is None:
        setters = _SETTERS[kind] = tuple(getattr(kind, one.name).__set__ for one in fields(kind))
    record: Any = object.__new__(kind)
    for put, value in zip(setters, values, strict=True):
        put(record, value)
    return record
