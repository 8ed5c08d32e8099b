"""Connections to the databases that decisions are kept in.

Comes in: a URL.  Goes out: an engine of SQLAlchemy.  SQLite runs with a write-ahead log and full
synchronisation (https://sqlite.org/wal.html, https://sqlite.org/pragma.html#pragma_synchronous), so that
what was acknowledged survives a loss of power.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from verify.errors import UsageError

__all__ = ["engine_of"]


def engine_of(url: str) -> Engine:
    """Return the engine of a URL.  Raises UsageError where it is none, or of another database."""
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
