"""The log, what is in force, and what the desk looks at."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and the row that the first record follows."""
    op.create_table(
        "desk",
        sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1"), primary_key=True),
        sa.Column("corpus", sa.String(64), nullable=False),
        sa.Column("rules", sa.String(64), nullable=False),
        sa.Column("program", sa.Text, nullable=False),
    )
    head = op.create_table(
        "head",
        sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1"), primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_table(
        "record",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("editor", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("of", sa.Integer, sa.ForeignKey("record.seq"), nullable=True),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("before", sa.Text, nullable=True),
        sa.Column("after", sa.Text, nullable=True),
        sa.Column("program", sa.Text, nullable=False),
        sa.Column("rules", sa.Text, nullable=False),
        sa.Column("corpus", sa.Text, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
    )
    op.create_index("record_editor", "record", ["editor", "seq"])
    op.create_index("record_of", "record", ["of"])
    op.create_index("record_subject", "record", ["subject", "seq"])
    op.create_table(
        "decision",
        sa.Column("subject", sa.Text, primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, sa.ForeignKey("record.seq"), nullable=False),
        sa.Column("body", sa.Text, nullable=True),
    )
    op.bulk_insert(head, [{"id": 1, "seq": 0, "hash": "0" * 64}])
