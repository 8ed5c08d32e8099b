"""Ctrl-C, and progress, with the program as a process of its own."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from verify.cli import progress

COMMAND = [sys.executable, "-m", "verify", "run", "in", "--out", "out", "--no-cache"]
PARAGRAPH = "镜湖大桥全长55公里，总投资约25亿元，桥面宽{}米。\n"


def _many(folder: Path, count: int) -> None:
    (folder / "in").mkdir()
    for number in range(count):
        text = "".join(PARAGRAPH.format(number + line) for line in range(12))
        (folder / "in" / f"{number}.txt").write_text(text, encoding="utf-8")


def test_an_interruption_leaves_nothing_and_says_so_in_one_line(tmp_path: Path) -> None:
    _many(tmp_path, 600)
    with subprocess.Popen(COMMAND, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"verify: interrupted\n")
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_progress_is_shown_on_a_terminal_alone(tmp_path: Path) -> None:
    _many(tmp_path, 30)
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color"}
    with subprocess.Popen(
        COMMAND, cwd=tmp_path, stdout=subprocess.PIPE, stderr=theirs, env=environment
    ) as process:
        os.close(theirs)
        shown = _all(ours)
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert b"ing" in shown
    assert b"\x1b" not in out
    quiet = subprocess.run(COMMAND, cwd=tmp_path, capture_output=True, check=False)
    assert quiet.stderr == b""
    assert quiet.stdout == out


def test_work_that_is_done_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", threading.TIMEOUT_MAX)
    with progress.progress() as watch:
        watch("extracting", 1, 2)
    assert not any(isinstance(thread, threading.Timer) for thread in threading.enumerate())


def _all(terminal: int) -> bytes:
    shown = b""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # the other side is closed
            return shown
        if not piece:
            return shown
        shown += piece
