"""Where decisions are kept: SQLite by default, PostgreSQL by URL.

Comes in: an editor's decision about a subject, with the revision that she saw.  Goes out: the record that was
written, or ``Overtaken`` with what stands there now.  A call that returns has its record on disk.  What a
decision says is plain data here; its meaning is left to ``review``.

All writers lock the one row of ``head``, so the log has one order on both databases.  SQLite runs with a
write-ahead log and full synchronisation (https://sqlite.org/wal.html, https://sqlite.org/pragma.html#pragma_synchronous).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, create_engine, event, insert, select, update
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from verify.errors import UsageError, VerifyError
from verify.store import tables
from verify.store.chain import GENESIS, Break, Record, breaks, canonical, hash_of
from verify.store.migrate import migrate

__all__ = ["Circumstances", "Decision", "Overtaken", "Store", "Unavailable"]

Body = Mapping[str, Any]

_BATCH = 1000
"""So many records are read at a time."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What an editor looks at; a desk shares one."""

    program: str
    rules: str
    corpus: str
    """Version of the program, digests of the rules and of the sources."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is in force about a subject."""

    subject: str
    revision: int
    """Counts the changes, undone ones too; 0 where nothing was ever decided."""
    body: Body | None
    """None where nothing is decided."""
    editor: str
    at: str
    seq: int = 0
    """Number of the record that says so."""


class Overtaken(Exception):  # noqa: N818 - no error: somebody was faster, and is shown
    """The subject has changed since the editor looked; ``current`` is what stands there now."""

    def __init__(self, current: Decision) -> None:
        self.current = current
        super().__init__(f"{current.subject} is at revision {current.revision}, by {current.editor}")


class Unavailable(VerifyError):  # noqa: N818 - named as what it says
    """The database cannot be opened, or does not answer."""

    exit_status = 74


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
        self._engine = _engine(url)
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
            return _decision(connection, subject)

    def decisions(self) -> dict[str, Decision]:
        """Return what is in force, by subject; subjects with nothing in force are left out."""
        with self._reading() as connection:
            rows = connection.execute(_DECISIONS.where(tables.decision.c.body.is_not(None)))
            return {row.subject: _told_decision(row) for row in rows}

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
                yield _told_record(row)
            after = rows[-1].seq

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
            rows = {row.subject: row for row in connection.execute(_DECISIONS)}
        for subject in sorted(in_force.keys() | rows.keys()):
            row = rows.get(subject)
            stands = (row.seq, _read(row.body)) if row is not None else None
            if stands != in_force.get(subject):
                found.append(
                    Break(row.seq if row is not None else 0, f"{subject} stands otherwise than the log says")
                )
        return found

    def _turn(self, editor: str, actions: tuple[str, ...], action: str) -> Record | None:
        with self._writing() as connection:
            last = _last(connection, editor, actions)
            if last is None:
                return None
            current = _decision(connection, last.subject)
            if _others_since(connection, last):
                raise Overtaken(current)
            back = _read(last.before)
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
        current = _decision(connection, subject)
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
        record = _sealed(record)
        connection.execute(insert(tables.record).values(_row(record)))
        values = {"revision": seen + 1, "seq": record.seq, "body": _written(body)}
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


_DECISIONS = select(tables.decision, tables.record.c.editor, tables.record.c.at).join(
    tables.record, tables.record.c.seq == tables.decision.c.seq
)


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
    except SQLAlchemyError as error:
        raise UsageError(f"{url!r} is no URL of a database; take sqlite:///FILE or postgresql://…") from error
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    if parsed.get_backend_name() == "postgresql":
        try:
            return create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
        except ModuleNotFoundError as error:
            raise UsageError("PostgreSQL needs psycopg: pip install 'claim-verify[postgres]'") from error
    raise UsageError(f"decisions are kept in SQLite or PostgreSQL, not in {parsed.get_backend_name()}")


def _sqlite(url: URL) -> Engine:
    # A connection a use: SQLite opens one in microseconds, and none is shared by threads.
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": 60})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # BEGIN is ours, below
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A transaction that reads first and writes later would fail where another wrote between.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _decision(connection: Connection, subject: str) -> Decision:
    row = connection.execute(_DECISIONS.where(tables.decision.c.subject == subject)).one_or_none()
    return Decision(subject, 0, None, "", "") if row is None else _told_decision(row)


def _others_since(connection: Connection, last: Row[Any]) -> bool:
    """Say whether somebody else touched the subject after a record."""
    table = tables.record
    query = select(table.c.seq).where(
        table.c.subject == last.subject, table.c.seq > last.seq, table.c.editor != last.editor
    )
    return connection.execute(query.limit(1)).one_or_none() is not None


def _last(connection: Connection, editor: str, actions: tuple[str, ...]) -> Row[Any] | None:
    """Return the editor's newest record of these actions that was not turned.

    A later decision ends redoing.
    """
    table, later = tables.record, tables.record.alias()
    turned = select(later.c.seq).where(later.c.of == table.c.seq).exists()
    query = select(table).where(table.c.editor == editor, table.c.action.in_(actions), ~turned)
    if actions == ("undo",):
        since = select(later.c.seq).where(
            later.c.editor == editor, later.c.action == "decide", later.c.seq > table.c.seq
        )
        query = query.where(~since.exists())
    return connection.execute(query.order_by(table.c.seq.desc()).limit(1)).one_or_none()


def _told_decision(row: Row[Any]) -> Decision:
    return Decision(row.subject, row.revision, _read(row.body), row.editor, row.at, row.seq)


def _told_record(row: Row[Any]) -> Record:
    fields = dict(row._mapping)
    return Record(**{**fields, "before": _read(fields["before"]), "after": _read(fields["after"])})


def _row(record: Record) -> dict[str, Any]:
    fields = {name: getattr(record, name) for name in Record.__slots__}
    return {**fields, "before": _written(record.before), "after": _written(record.after)}


def _sealed(record: Record) -> Record:
    fields = {name: getattr(record, name) for name in Record.__slots__}
    return Record(**{**fields, "hash": hash_of(record)})


def _written(body: Body | None) -> str | None:
    return None if body is None else canonical(body)


def _read(text: str | None) -> Body | None:
    if text is None:
        return None
    body: Body = json.loads(text)
    return body


assert GENESIS  # the migration writes it into ``head``
