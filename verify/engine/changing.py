"""Records that change while they wait, and are too many for memory.

Comes in: records by their numbers.  Goes out: the same.  Those that were set last are held, and those that
were read last; the others wait in a database without a name (https://sqlite.org/inmemorydb.html#temp_db),
which nobody else opens, and which is gone with them.  For records that stay as they are ``shelf`` is quicker.
"""

from __future__ import annotations

import pickle
import weakref
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from verify.engine.packing import packed

if TYPE_CHECKING:
    import sqlite3

T = TypeVar("T")


class Changing(Generic[T]):
    """Records by number: up to so many that were set, and that were read, in memory."""

    def __init__(self, limit: int) -> None:
        """Begin with none."""
        self._many = limit
        self._set: dict[int, T] = {}
        self._read: dict[int, T] = {}
        """What the database has as it is."""
        self._on_disk = False

    def __setitem__(self, number: int, record: T) -> None:
        """Hold a record, which may be changed until another one is set."""
        if len(self._set) >= self._many and number not in self._set:
            self._put_down()
        self._read.pop(number, None)
        self._set[number] = record

    def get(self, number: int) -> T | None:
        """Return the record of a number, not to be changed; None where there is none."""
        found = self._set.get(number)
        if found is None and self._on_disk:
            found = self._read.get(number)
            return self._looked_up(number) if found is None else found
        return found

    def pop(self, number: int) -> None:
        """Drop the record of a number, if there is one."""
        self._set.pop(number, None)
        if self._on_disk:
            self._read.pop(number, None)
            self._database.execute("DELETE FROM records WHERE number = ?", (number,))

    def _looked_up(self, number: int) -> T | None:
        row = self._database.execute("SELECT record FROM records WHERE number = ?", (number,)).fetchone()
        if row is None:
            return None
        if len(self._read) >= self._many:
            self._read.clear()
        found: T = pickle.loads(row[0])
        self._read[number] = found
        return found

    def _put_down(self) -> None:
        """Write what is held."""
        rows = ((number, packed(record)) for number, record in self._set.items())
        self._database.executemany("REPLACE INTO records VALUES (?, ?)", rows)
        self._set.clear()
        self._on_disk = True

    @cached_property
    def _database(self) -> sqlite3.Connection:
        import sqlite3  # noqa: PLC0415 - for large corpora alone

        database = sqlite3.connect("")
        weakref.finalize(self, database.close)
        database.execute("PRAGMA journal_mode = OFF")  # nothing is ever taken back, or committed
        database.execute("CREATE TABLE records (number INTEGER PRIMARY KEY, record BLOB)")
        return database
