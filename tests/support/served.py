"""The review page served on loopback, and a browser's window on it."""

from __future__ import annotations

import threading
import time
from typing import Any

import uvicorn

from databases import HERE
from verify.report import schema
from verify.review.app import application, listening
from verify.review.desk import Desk
from verify.review.guard import Guard
from verify.review.reader import Reader
from verify.store.store import Store


class Server:
    """One editor's page; stopped and started again, it has another token and knows no session."""

    def __init__(
        self, report: schema.Report, url: str, editor: str, reader: Reader, language: str = "en"
    ) -> None:
        self._made = report, url, editor, reader, language
        self._port = 0
        self.start()

    def start(self) -> None:
        report, url, editor, reader, language = self._made
        place = listening("127.0.0.1", self._port)
        self._port = place.getsockname()[1]
        self.own = f"http://127.0.0.1:{self._port}"
        guard = Guard(frozenset({self.own.removeprefix("http://")}))
        self.store = Store(url, HERE)
        self.desk = Desk(report, self.store, editor, reader, language)
        self.address = f"{self.own}{guard.entrance}"
        self._server = uvicorn.Server(
            uvicorn.Config(application(self.desk, guard), log_level="critical", lifespan="off")
        )
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [place]}, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        self.store.close()


def opened(browser: Any, server: Server, **options: Any) -> Any:
    """Return a window that came in; what it complains of and whom it asks elsewhere is noted."""
    page = browser.new_page(**{"viewport": {"width": 1280, "height": 800}, **options})
    page.complaints = []
    page.foreign = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on(
        "request", lambda sent: sent.url.startswith((server.own, "data:")) or page.foreign.append(sent.url)
    )
    page.goto(server.address)
    return page


def follow(page: Any, target: str) -> None:
    """Press something that leads to another page, and wait for that."""
    with page.expect_navigation():
        page.click(target)
