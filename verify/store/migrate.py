"""Bring a database to the tables of this version, by alembic.

Each change of the tables is a revision in ``migrations/versions``; a database of a later version is refused.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from verify.errors import UsageError

__all__ = ["migrate"]

_SCRIPTS = Path(__file__).parent / "migrations"
_LOCK = 0x636C61696D  # "claim"
"""Of PostgreSQL's advisory locks: two processes that start at once migrate one after the other."""


def migrate(engine: Engine) -> None:
    """Make or change the tables.  Raises UsageError where the database is newer than the program."""
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        config = Config()
        config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
        config.attributes["connection"] = connection
        if not _known(connection, config):
            where = engine.url.render_as_string(hide_password=True)
            raise UsageError(f"the database {where} was written by a newer version of claim-verify; upgrade")
        command.upgrade(config, "head")


def _known(connection: Connection, config: Config) -> bool:
    current = MigrationContext.configure(connection).get_current_revision()
    revisions = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    return current is None or current in revisions
