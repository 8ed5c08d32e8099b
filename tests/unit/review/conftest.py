from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from addresses import HOST
from databases import HERE
from served import Server
from verify import api
from verify.model.report import Report
from verify.report import schema
from verify.report.build import build
from verify.review.app import application
from verify.review.desk import Desk
from verify.review.guard import Guard
from verify.review.reader import Reader
from verify.store.store import Store

ORIGIN = {"origin": f"http://{HOST}"}


@dataclass
class Page:
    """A running page, as one editor's browser sees it."""

    desk: Desk
    guard: Guard
    app: Starlette
    client: TestClient


@pytest.fixture
def report(sample_report: Report) -> schema.Report:
    return build(sample_report)


@pytest.fixture(scope="session")
def reader() -> Reader:
    """What the shipped rules know."""
    return Reader(api.load_rules())


@pytest.fixture
def file(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'desk.db'}"


@pytest.fixture
def serve(file: str, reader: Reader) -> Iterator[Callable[..., Server]]:
    """Start a page for an editor; all of a test share one store."""
    running: list[Server] = []

    def start(report: schema.Report, editor: str, language: str = "en") -> Server:
        running.append(Server(report, file, editor, reader, language))
        return running[-1]

    yield start
    for server in running:
        server.stop()


@pytest.fixture
def page(report: schema.Report, file: str, reader: Reader) -> Iterator[Page]:
    store = Store(file, HERE)
    desk = Desk(report, store, "Ann", reader)
    guard = Guard(frozenset({HOST}), once="for-one-use")
    app = application(desk, guard)
    with TestClient(app, base_url=f"http://{HOST}", headers=ORIGIN) as client:
        client.get("/enter?token=for-one-use")
        yield Page(desk, guard, app, client)
    store.close()
