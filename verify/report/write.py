"""Files of a run: all of them, or none.

Comes in: a report, or texts with the files they are for.  Goes out: files.  Everything is rendered
and written beside its place first and then moved there, so that a reader never meets half a file;
a failure or an interruption, at whatever moment, leaves what was there before.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from verify.errors import OutputError
from verify.model.report import MARKED, MARKER
from verify.report import data, schema
from verify.report.formats import formats
from verify.text.visible import visible

_WHOLE = "report.json"
_DEVICES = Path("/dev")


def encoded(text: str | bytes) -> bytes:
    """Return UTF-8; a lone surrogate, which it cannot hold, is written as its escape."""
    return text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")


def write_run(report: schema.Report, folder: Path, *, split: str = "none") -> tuple[Path, ...]:
    """Write the files of ``verify run`` into the folder, and return their paths.

    With ``split="pages"`` the page is an index, and the others stand in a folder beside it; of those only the
    folder is returned.  With ``split="data"`` a folder of JSON Lines takes the place of page and
    ``report.json``.  Files of such folders of an earlier run that this one does not write are deleted.
    Raises OutputError when the folder or a file cannot be written; nothing is changed then.
    """
    from verify.report.pages.several import FOLDER, INDEX, pages  # noqa: PLC0415 - only a run waits for it

    left_out = {"pages": {INDEX}, "data": {INDEX, _WHOLE}}.get(split, set())
    outputs = {
        folder / name: encoded(item.render(report))
        for item in formats().values()
        if item.STEM and (name := f"{item.STEM}{item.SUFFIX}") not in left_out
    }
    if split == "data":
        outputs |= {
            folder / data.FOLDER / name: encoded("".join(lines)) for name, lines in data.files(report)
        }
    if split == "pages":
        outputs |= {folder / name: encoded(visible(text)) for name, text in pages(report)}
    write_files(outputs)
    for stale in {*(folder / FOLDER).glob("*.html"), *(folder / data.FOLDER).glob("*.jsonl")} - {*outputs}:
        if MARKER in stale.read_text("utf-8", "replace")[:MARKED]:
            stale.unlink()
    return tuple(sorted({path if path.parent == folder else path.parent for path in outputs}))


def write_files(outputs: Mapping[Path, bytes]) -> None:
    """Write every file, or raise OutputError and leave every file as it was.

    A pipe or device (/dev/stdout) is written to: moving a file there would put it in the device's place.
    """
    streams = [path for path in outputs if _is_stream(path)]
    files = {path: path.resolve() if path.is_symlink() else path for path in outputs if path not in streams}
    exchange = _Exchange()
    path = Path()
    try:
        for path, place in files.items():
            exchange.prepare(place, outputs[path])
        for path in streams:
            path.write_bytes(outputs[path])
        for path in files.values():
            exchange.commit(path)
    except OSError as error:
        exchange.undo()
        told = f"cannot write {path}: {error.strerror or error}; choose another place with --out"
        raise OutputError(told) from error
    except BaseException:
        # An interruption too: no mixture of two runs.
        exchange.undo()
        raise
    exchange.done()


def _is_stream(path: Path) -> bool:
    if path.is_dir() or not path.exists():
        return False
    return not path.is_file() or _DEVICES in path.absolute().parents


class _Exchange:
    """New files beside the old ones, and the old ones aside, until all are in place."""

    def __init__(self) -> None:
        self._folders: list[Path] = []
        self._parts: dict[Path, Path] = {}
        self._aside: dict[Path, Path] = {}
        self._placed: list[Path] = []

    def prepare(self, path: Path, content: bytes) -> None:
        """Write a new file beside its place."""
        self._make_folder(path.parent)
        if path.is_dir():
            raise IsADirectoryError(21, "is a folder", str(path))
        part = self._parts[path] = _beside(path, "part")
        part.write_bytes(content)

    def commit(self, path: Path) -> None:
        """Put a new file into its place, and the old one aside."""
        aside = _beside(path, "old")
        if path.exists():
            self._aside[path] = aside
            path.replace(aside)
        self._placed.append(path)
        self._parts[path].replace(path)

    def undo(self) -> None:
        """Leave everything as it was."""
        for path in self._placed:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        for path, aside in self._aside.items():
            with suppress(OSError):
                aside.replace(path)
        self._clean(self._parts)
        for folder in reversed(self._folders):
            with suppress(OSError):
                folder.rmdir()

    def done(self) -> None:
        """Drop the old files."""
        self._clean(self._aside)

    def _make_folder(self, folder: Path) -> None:
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir(exist_ok=True)
            self._folders.append(each)

    @staticmethod
    def _clean(files: Mapping[Path, Path]) -> None:
        for file in files.values():
            with suppress(OSError):
                file.unlink(missing_ok=True)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.{suffix}")
