"""``verify review`` as it is called: processes, databases, the log, what is refused."""

from __future__ import annotations

import http.client
import json
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

import bridge
from databases import postgres


class Process:
    """A running page."""

    def __init__(self, *args: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "verify", "review", *args, "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        self.address = urlsplit(line.strip())
        self._headers: dict[str, str] = {}
        if line:
            self.ask("GET", f"{self.address.path}?{self.address.query}")

    def ask(self, method: str, path: str, **fields: str) -> str:
        with closing(http.client.HTTPConnection(self.address.netloc)) as connection:
            return self._asked(connection, method, path, fields)

    def _asked(
        self, connection: http.client.HTTPConnection, method: str, path: str, fields: dict[str, str]
    ) -> str:
        headers = {**self._headers, "origin": f"http://{self.address.netloc}"}
        if fields:
            headers["content-type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, urlencode(fields) if fields else None, headers)
        answer = connection.getresponse()
        cookie = answer.getheader("set-cookie")
        if cookie:
            self._headers["cookie"] = cookie.partition(";")[0]
        assert answer.status < 400, answer.read().decode()
        return answer.read().decode()

    def decide(self, reason: str) -> None:
        """Decide about the first of the queue."""
        item = re.search(r'href="(/item/[^"?]+)', self.ask("GET", "/"))
        assert item is not None
        page = self.ask("GET", item[1])
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))
        self.ask("POST", f"{item[1]}/decide", **{**hidden, "choice": "both-stand", "reason": reason})

    def end(self) -> tuple[int, str]:
        """End it as Ctrl-C does; return its status and what it said on stderr."""
        if self._process.poll() is None and self.address.netloc:
            self._process.send_signal(signal.SIGINT)
        _, told = self._process.communicate(timeout=60)
        return self._process.returncode, told


def verify(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "verify", *args], capture_output=True, text=True, check=False
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    bridge.write(tmp_path / "sources")
    yield tmp_path


def test_a_day_at_a_desk_of_ones_own(folder: Path) -> None:
    desk = Process("sources", "--editor", "Ann", "--lang", "zh")
    desk.decide("两处说的是同一座桥")
    assert "待定事项" in desk.ask("GET", "/")
    status, told = desk.end()
    assert "Ctrl-C ends" in told
    assert (status, "Traceback" in told) == (0, False), told
    done = verify("review", "--verify-log")
    assert (done.returncode, done.stdout.startswith("1 records, each follows")) == (0, True)
    run = verify("run", "sources", "--decisions", "reports/review.db")
    assert "1 of 1 decisions stand" in run.stderr
    report = json.loads((folder / "reports/report.json").read_text(encoding="utf-8"))
    assert [one["reason"] for one in report["decisions"]] == ["两处说的是同一座桥"]
    with closing(sqlite3.connect("reports/review.db")) as database:
        database.execute("UPDATE record SET editor = 'Eve'")
        database.commit()
    tampered = verify("review", "--verify-log")
    assert (tampered.returncode, "tampered with" in tampered.stdout) == (1, True)


def test_who_sits_down_with_other_sources_is_told(folder: Path) -> None:
    Process("sources").end()
    (folder / "sources" / "bay-daily.txt").write_text("青松大桥全长50公里。", encoding="utf-8")
    status, told = Process("sources").end()
    assert (status, "this desk works with other sources" in told) == (2, True)
    moved = Process("sources", "--move-desk")
    assert moved.end()[0] == 0
    status, told = Process("sources", "--rules-only", "nowhere").end()
    assert status == 2


def test_two_desks_over_one_postgresql(folder: Path) -> None:
    with postgres() as url:
        ann = Process("sources", "--db", url, "--editor", "Ann")
        ben = Process("sources", "--db", url, "--editor", "Ben")
        ann.decide("Ann's reason")
        ben.decide("Ben's reason")
        for page in (ann, ben):
            log = page.ask("GET", "/log?check=1")
            assert "Ann&#39;s reason" in log
            assert "Ben&#39;s reason" in log
            assert "2 records: each follows" in log
            page.end()
        run = verify("run", "sources", "--decisions", url)
        assert "decisions stand" in run.stderr
        assert verify("review", "--verify-log", "--db", url).returncode == 0
        decisions = json.loads((folder / "reports/report.json").read_text(encoding="utf-8"))["decisions"]
        assert {one["editor"] for one in decisions} <= {"Ann", "Ben"}


def test_an_empty_name_is_refused(folder: Path) -> None:
    status, told = Process("sources", "--editor", " ").end()
    assert (status, "--editor is empty" in told) == (2, True)
