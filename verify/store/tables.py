"""The tables of the store, the same for SQLite and PostgreSQL.

``head`` has one row, which every writer locks: the log is written by one at a time, and its numbers have
no gap.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

__all__ = ["decision", "desk", "head", "metadata", "record"]

metadata = MetaData()

desk = Table(
    "desk",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    Column("corpus", String(64), nullable=False),
    Column("rules", String(64), nullable=False),
    Column("program", Text, nullable=False),
)

head = Table(
    "head",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
)

record = Table(
    "record",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("editor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("of", Integer, ForeignKey("record.seq"), nullable=True),
    Column("subject", Text, nullable=False),
    Column("before", Text, nullable=True),
    Column("after", Text, nullable=True),
    Column("program", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("corpus", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Index("record_editor", "editor", "seq"),
    Index("record_of", "of"),
    Index("record_subject", "subject", "seq"),
)

decision = Table(
    "decision",
    metadata,
    Column("subject", Text, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("seq", Integer, ForeignKey("record.seq"), nullable=False),
    Column("body", Text, nullable=True),  # None where what was decided is undone
)
