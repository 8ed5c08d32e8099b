"""Where decisions are kept: SQLite by default, PostgreSQL by URL.

Comes in: an editor's decision about a subject, with the revision that she saw.  Goes out: the record that
was written, or ``Overtaken`` with what stands there now.  A call that returns has its record on disk.
What a decision says is plain data here; its meaning is left to ``review``.

All writers lock the one row of ``head``, so the log has one order on both databases.  SQLite runs with a
write-ahead log and full synchronisation (https://sqlite.org/wal.html,
https://sqlite.org/pragma.html#pragma_synchronous).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from verify.store import tables
from verify.store.chain import Break, Record, breaks
from verify.store.engines import engine_of
from verify.store.kinds import Body, Circumstances, Decision, Overtaken, Unavailable
from verify.store.migrate import migrate
from verify.store.rows import (
    DECISIONS,
    decision,
    last_act,
    others_since,
    read,
    row_of,
    sealed,
    told_decision,
    told_record,
    written,
)

__all__ = ["Body", "Circumstances", "Decision", "Overtaken", "Store", "Unavailable"]

_BATCH = 1000
"""So many records are read at a time."""


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")


class Store:
    """Decisions and the log of how they came about; safe for several threads and processes.

    Args:
        url: As SQLAlchemy takes it, ``sqlite:///FILE`` or ``postgresql+psycopg://…``.
        circumstances: Of this process; each record carries them.
        clock: Gives the time of a record, UTC in ISO 8601.

    Raises:
        UsageError: The URL is none, or of another database.
        Unavailable: The database cannot be opened.
    """

    def __init__(self, url: str, circumstances: Circumstances, clock: Callable[[], str] = _now) -> None:
        self.circumstances = circumstances
        self._clock = clock
        self._engine = engine_of(url)
        with self._told():
            migrate(self._engine)

    def close(self) -> None:
        """Give back the connections."""
        self._engine.dispose()

    def join_desk(self) -> Circumstances:
        """Return what the desk of this database looks at; the first to come sets it."""
        with self._writing() as connection:
            row = connection.execute(select(tables.desk)).one_or_none()
            if row is not None:
                return Circumstances(row.program, row.rules, row.corpus)
            mine = self.circumstances
            connection.execute(
                insert(tables.desk).values(id=1, corpus=mine.corpus, rules=mine.rules, program=mine.program)
            )
            return mine

    def move_desk(self) -> None:
        """Set what the desk looks at to what this process does; decisions stay, and go stale by values."""
        mine = self.circumstances
        with self._writing() as connection:
            connection.execute(
                update(tables.desk).values(corpus=mine.corpus, rules=mine.rules, program=mine.program)
            )

    def decision(self, subject: str) -> Decision:
        """Return what is in force about a subject."""
        with self._reading() as connection:
            return decision(connection, subject)

    def decisions(self) -> dict[str, Decision]:
        """Return what is in force, by subject; subjects with nothing in force are left out."""
        with self._reading() as connection:
            rows = connection.execute(DECISIONS.where(tables.decision.c.body.is_not(None)))
            return {row.subject: told_decision(row) for row in rows}

    def decide(self, subject: str, seen: int, body: Body, editor: str) -> Record:
        """Write a decision.

        Args:
            subject: What it is about.
            seen: The revision that the editor looked at.
            body: What she decided, plain data.
            editor: Her name.

        Raises:
            Overtaken: Somebody decided meanwhile; nothing is written.
        """
        with self._writing() as connection:
            return self._write(connection, subject, seen, body, editor, "decide", None)

    def undo(self, editor: str) -> Record | None:
        """Take back the editor's newest act that stands; None where there is none.

        Raises:
            Overtaken: Somebody else has decided the same subject since.
        """
        return self._turn(editor, ("decide", "redo"), "undo")

    def redo(self, editor: str) -> Record | None:
        """Do again what the editor took back last, if she decided nothing since; else None.

        Raises:
            Overtaken: Somebody else has decided the same subject since.
        """
        return self._turn(editor, ("undo",), "redo")

    def records(self, after: int = 0) -> Iterator[Record]:
        """Return the log, by number, from behind a number on."""
        while True:
            query = select(tables.record).where(tables.record.c.seq > after).order_by(tables.record.c.seq)
            with self._reading() as connection:
                rows = connection.execute(query.limit(_BATCH)).all()
            if not rows:
                return
            for row in rows:
                yield told_record(row)
            after = rows[-1].seq

    def newest(self, until: int, count: int) -> list[Record]:
        """Return up to ``count`` records, the newest first, from a number on down."""
        query = select(tables.record).where(tables.record.c.seq <= until).order_by(tables.record.c.seq.desc())
        with self._reading() as connection:
            return [told_record(row) for row in connection.execute(query.limit(count))]

    def head(self) -> tuple[int, str]:
        """Return number and hash of the last record."""
        with self._reading() as connection:
            row = connection.execute(select(tables.head)).one()
            return row.seq, row.hash

    def verify(self) -> list[Break]:
        """Return what does not fit: in the log, and between the log and what is in force."""
        found = breaks(self.records(), self.head())
        in_force: dict[str, tuple[int, Body | None]] = {}
        for record in self.records():
            in_force[record.subject] = (record.seq, record.after)
        with self._reading() as connection:
            rows = {row.subject: row for row in connection.execute(DECISIONS)}
        for subject in sorted(in_force.keys() | rows.keys()):
            row = rows.get(subject)
            stands = (row.seq, read(row.body)) if row is not None else None
            if stands != in_force.get(subject):
                found.append(
                    Break(row.seq if row is not None else 0, f"{subject} stands otherwise than the log says")
                )
        return found

    def _turn(self, editor: str, actions: tuple[str, ...], action: str) -> Record | None:
        with self._writing() as connection:
            last = last_act(connection, editor, actions)
            if last is None:
                return None
            current = decision(connection, last.subject)
            if others_since(connection, last):
                raise Overtaken(current)
            back = read(last.before)
            return self._write(connection, last.subject, current.revision, back, editor, action, last.seq)

    def _write(
        self,
        connection: Connection,
        subject: str,
        seen: int,
        body: Body | None,
        editor: str,
        action: str,
        of: int | None,
    ) -> Record:
        current = decision(connection, subject)
        if current.revision != seen:
            raise Overtaken(current)
        head = connection.execute(select(tables.head)).one()
        mine = self.circumstances
        record = Record(
            seq=head.seq + 1,
            at=self._clock(),
            editor=editor,
            action=action,
            of=of,
            subject=subject,
            before=current.body,
            after=body,
            program=mine.program,
            rules=mine.rules,
            corpus=mine.corpus,
            previous=head.hash,
            hash="",
        )
        record = sealed(record)
        connection.execute(insert(tables.record).values(row_of(record)))
        values = {"revision": seen + 1, "seq": record.seq, "body": written(body)}
        if seen:
            connection.execute(
                update(tables.decision).where(tables.decision.c.subject == subject).values(values)
            )
        else:
            connection.execute(insert(tables.decision).values(subject=subject, **values))
        connection.execute(update(tables.head).values(seq=record.seq, hash=record.hash))
        return record

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._told(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._told(), self._engine.begin() as connection:
            # SQLite has taken its lock at BEGIN IMMEDIATE already and knows no FOR UPDATE.
            connection.execute(select(tables.head.c.seq).with_for_update()).one()
            yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            where = self._engine.url.render_as_string(hide_password=True)
            why = str(getattr(error, "orig", None) or error).splitlines()[0]
            raise Unavailable(f"the database {where} does not answer: {why}") from error
