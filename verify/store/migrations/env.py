"""How alembic runs here: on the connection that it is given, inside the caller's transaction."""

from __future__ import annotations

from alembic import context

from verify.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
