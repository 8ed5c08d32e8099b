"""The chain of the audit log: every record holds the hash of the one before it.

Comes in: records as plain data.  Goes out: their canonical bytes and hashes, and what does not fit.  Whoever
changes, drops or inserts a record breaks the chain from there on, unless every later hash is made anew; the
last hash, noted elsewhere, shows that too.  The method is that of a hash chain as in RFC 9162 (Certificate
Transparency) without its tree.  Where records are kept is left to ``store``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["GENESIS", "Break", "Record", "breaks", "canonical", "hash_of"]

GENESIS = "0" * 64
"""Stands before the first record."""


@dataclass(frozen=True, slots=True)
class Record:
    """One act of an editor."""

    seq: int
    """From 1, without a gap."""
    at: str
    """UTC, ISO 8601."""
    editor: str
    """As the editor calls herself; nothing proves it."""
    action: str
    """``decide``, ``undo`` or ``redo``."""
    of: int | None
    """The record that is undone or redone."""
    subject: str
    before: Mapping[str, Any] | None
    """The decision in force before; None where there was none."""
    after: Mapping[str, Any] | None
    program: str
    rules: str
    corpus: str
    """Version of the program, digests of the rules and of the corpus that the editor looked at."""
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Break:
    """A record that does not fit the ones before it."""

    seq: int
    why: str


def canonical(value: object) -> str:
    """Return JSON with sorted keys, no spaces and no needless escapes: RFC 8785 for the types we have."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def hash_of(record: Record) -> str:
    """Return the SHA-256 of all of a record but its own hash, in hexadecimal digits."""
    fields = [getattr(record, name) for name in Record.__slots__ if name != "hash"]
    return hashlib.sha256(canonical(fields).encode("utf-8", "surrogatepass")).hexdigest()


def breaks(records: Iterable[Record], head: tuple[int, str] | None = None) -> list[Break]:
    """Return what is wrong with a log, in its order; none where it is whole.

    Args:
        records: All records, by number.
        head: Number and hash of the last one, as noted apart from them; None where nothing was noted.
    """
    found: list[Break] = []
    seq, previous = 0, GENESIS
    for record in records:
        if record.seq != seq + 1:
            found.append(Break(record.seq, f"record {seq + 1} is missing"))
        if record.previous != previous:
            found.append(Break(record.seq, "it does not follow the record before it"))
        if record.hash != hash_of(record):
            found.append(Break(record.seq, "it was changed after it was written"))
        seq, previous = record.seq, record.hash
    if head is not None and head != (seq, previous):
        found.append(Break(seq, f"the log should end with record {head[0]}, {head[1]}"))
    return found
