from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from databases import HERE, postgres
from verify.store.store import Store


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with postgres() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of either kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'desk.db'}"
        return
    server: str = request.getfixturevalue("server")
    engine = create_engine(server.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS desk WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE desk"))
    yield f"{server.rpartition('/')[0]}/desk"
    engine.dispose()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    ticks = iter(range(10**6))
    opened = Store(url, HERE, clock=lambda: f"2026-05-01T00:00:{next(ticks):06}+00:00")
    yield opened
    opened.close()
