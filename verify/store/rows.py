"""Rows of the tables, read and written.

Comes in: connections, subjects, records.  Goes out: decisions and records, and rows to insert.
Transactions and locks are left to ``store``.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Row, select

from verify.store import tables
from verify.store.chain import Record, canonical, hash_of
from verify.store.kinds import Body, Decision

__all__ = [
    "DECISIONS",
    "decision",
    "last_act",
    "others_since",
    "read",
    "row_of",
    "sealed",
    "told_decision",
    "told_record",
    "written",
]

DECISIONS = select(tables.decision, tables.record.c.editor, tables.record.c.at).join(
    tables.record, tables.record.c.seq == tables.decision.c.seq
)
"""All that is or was decided, with who did, when."""


def decision(connection: Connection, subject: str) -> Decision:
    """Return what is in force about a subject."""
    row = connection.execute(DECISIONS.where(tables.decision.c.subject == subject)).one_or_none()
    return Decision(subject, 0, None, "", "") if row is None else told_decision(row)


def others_since(connection: Connection, last: Row[Any]) -> bool:
    """Say whether somebody else touched the subject after a record."""
    table = tables.record
    query = select(table.c.seq).where(
        table.c.subject == last.subject, table.c.seq > last.seq, table.c.editor != last.editor
    )
    return connection.execute(query.limit(1)).one_or_none() is not None


def last_act(connection: Connection, editor: str, actions: tuple[str, ...]) -> Row[Any] | None:
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


def told_decision(row: Row[Any]) -> Decision:
    """Return a row of ``DECISIONS``."""
    return Decision(row.subject, row.revision, read(row.body), row.editor, row.at, row.seq)


def told_record(row: Row[Any]) -> Record:
    """Return a row of the log."""
    fields = dict(row._mapping)
    return Record(**{**fields, "before": read(fields["before"]), "after": read(fields["after"])})


def row_of(record: Record) -> dict[str, Any]:
    """Return a record as it is inserted."""
    fields = {name: getattr(record, name) for name in Record.__slots__}
    return {**fields, "before": written(record.before), "after": written(record.after)}


def sealed(record: Record) -> Record:
    """Return a record with its hash."""
    fields = {name: getattr(record, name) for name in Record.__slots__}
    return Record(**{**fields, "hash": hash_of(record)})


def written(body: Body | None) -> str | None:
    """Return a body as its column holds it."""
    return None if body is None else canonical(body)


def read(text: str | None) -> Body | None:
    """Return a body from its column."""
    if text is None:
        return None
    body: Body = json.loads(text)
    return body
