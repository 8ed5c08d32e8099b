"""Databases for tests: a file of SQLite, and a PostgreSQL of the test's own on loopback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from verify.store.store import Circumstances

HERE = Circumstances(program="1.0", rules="r" * 64, corpus="c" * 64)
"""What the editors of a test look at."""

_BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def missing_postgres() -> str:
    """Return why no PostgreSQL can be started; empty where one can."""
    return "" if _BINARIES else "PostgreSQL is not installed (Debian: postgresql)"


@contextmanager
def postgres() -> Iterator[str]:
    """Start a PostgreSQL with nothing in it and yield its URL; skip where there is none, but not in CI."""
    why = missing_postgres()
    if why:
        assert not os.environ.get("CI"), f"{why}, and in CI it must be"
        pytest.skip(why)
    folder = Path(tempfile.mkdtemp(prefix="claim-verify-postgres-"))
    # PostgreSQL refuses to run as root.
    start = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if start:
        shutil.chown(folder, "postgres")
        folder.chmod(0o700)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    run = [*start, f"{_BINARIES[0]}/pg_ctl", "-D", f"{folder}/data", "-w"]
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder}"
    try:
        _quietly([*run, "initdb", "-o", "-A trust -U postgres -E UTF8"])
        _quietly([*run, "-l", f"{folder}/log", "-o", options, "start"])
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
        finally:
            _quietly([*run, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _quietly(command: list[str]) -> None:
    done = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False, cwd="/"
    )
    assert done.returncode == 0, done.stderr
