"""A folder of entries, found by what they were made from.

Comes in: a key, which tells everything that an entry depends on, and bytes.  Goes out: the same bytes for the
same key, or None.  An entry is written beside its place and moved there, so that several runs at once never
meet half of one; one that is broken, cut short, moved there from another key, or written by another user is
none.  A folder that cannot be written to is as good as no folder.  What the bytes mean is left to those who
ask; they are data and are never executed (no pickle, no marshal), so that a folder that a stranger could
write to costs a wrong result at most.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_HEAD = b"claim-verify cache 1\n"
_DIGEST = 32
_DAY = 24 * 3600
_KEPT = 30 * _DAY
"""So long an entry stays that nobody asks for."""
_OWN = "verify-1"
"""Entries stand in a folder of their own, so that nothing of anybody else is ever touched."""
_IGNORE = ".gitignore"
"""In that folder: what is kept belongs into no repository."""
_PLACE = re.compile(r"[0-9a-f]{62}|\.[^.]*")
"""Names of entries, and of such that an interrupted run left beside their places."""
_LIMIT = 1 << 28
"""Bytes of an entry that are read at most."""


def key(*parts: str | bytes) -> str:
    """Return one key for several parts, which another cut of the same text would not give."""
    found = hashlib.sha256()
    for part in parts:
        content = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        found.update(b"%d\0" % len(content))
        found.update(content)
    return found.hexdigest()


class Store:
    """The entries of one folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made when the first entry is kept."""
        self._folder = folder / _OWN
        self._made = False

    def get(self, key: str) -> bytes | None:
        """Return what was kept under a key, or None."""
        try:
            content = _read(self._place(key))
        except OSError:
            return None
        body = content[len(_HEAD) + _DIGEST :]
        return body if content.startswith(_HEAD + _digest(key, body)) else None

    def put(self, key: str, body: bytes) -> None:
        """Keep bytes under a key; where that fails, nothing is kept."""
        place = self._place(key)
        with suppress(OSError):
            self._make()
            place.parent.mkdir(mode=0o700, exist_ok=True)
            _write(place, _HEAD + _digest(key, body) + body)

    def _place(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]

    def _make(self) -> None:
        """Make the folder and, once a day, drop what nobody asked for any more."""
        if self._made:
            return
        self._made = True
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        mark = self._folder / _IGNORE
        now = time.time()
        with suppress(FileNotFoundError):
            if mark.stat().st_mtime > now - _DAY:
                return
        _write(mark, b"*\n")
        for path in self._entries():
            with suppress(OSError):
                if path.stat().st_mtime < now - _KEPT:
                    path.unlink()

    def _entries(self) -> Iterator[Path]:
        found = self._folder.glob("[0-9a-f][0-9a-f]/*")
        return (path for path in found if _PLACE.fullmatch(path.name))


def _digest(key: str, body: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\0" + body).digest()


def _read(path: Path) -> bytes:
    """Return the bytes of a plain file of this user; mark it as used today.  Raises ``OSError``."""
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with open(opened, "rb") as file:  # noqa: PTH123 - of a descriptor
        found = os.fstat(opened)
        foreign = hasattr(os, "geteuid") and found.st_uid != os.geteuid()
        if foreign or not stat.S_ISREG(found.st_mode) or found.st_size > _LIMIT:
            raise OSError(f"no entry: {path}")
        content = file.read()
    if found.st_mtime < time.time() - _DAY:
        with suppress(OSError):
            os.utime(path)
    return content


def _write(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there.  Raises ``OSError``."""
    opened, beside = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with open(opened, "wb") as file:  # noqa: PTH123 - of a descriptor
            file.write(content)
        Path(beside).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise
