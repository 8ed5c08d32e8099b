"""Files of a run: all of them, or none.

Comes in: a report, or texts with the files they are for.  Goes out: files.  Each is rendered and
written beside its place, one after the other, and all are then moved there, so that a reader never
meets half a file; a failure or an interruption, at whatever moment, leaves what was there before.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from verify.errors import OutputError
from verify.model.report import MARKED, MARKER
from verify.report import data, schema
from verify.report.formats import formats, json_, mentions
from verify.report.reading import mention_record
from verify.text.visible import visible

_DEVICES = Path("/dev")

Output = tuple[Path, Iterable[bytes]]
"""A file, and what is to be in it."""


def encoded(text: str | bytes) -> bytes:
    """Return UTF-8; a lone surrogate, which it cannot hold, is written as its escape."""
    return text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")


def write_run(report: schema.Report, folder: Path, *, split: str = "none") -> tuple[Path, ...]:
    """Write the files of ``verify run`` into the folder, and return their paths.

    With ``split="pages"`` the page is an index, and the others stand in a folder beside it; of those only the
    folder is returned.  Files of such folders of an earlier run that this one does not write are deleted.
    Raises OutputError when the folder or a file cannot be written; nothing is changed then.
    """
    from verify.report.pages.several import INDEX, pages  # noqa: PLC0415 - only a run waits for it

    def told() -> Iterator[Output]:
        for item in formats().values():
            name = f"{item.STEM}{item.SUFFIX}"
            if name == json_.STEM + json_.SUFFIX:
                yield folder / name, map(encoded, json_.parts(report))
            elif item.STEM and not (split == "pages" and name == INDEX):
                yield folder / name, [encoded(item.render(report))]
        if split == "pages":
            yield from ((folder / name, [encoded(visible(text))]) for name, text in pages(report))

    return _written(told(), folder)


def write_data(streamed: data.Streamed, folder: Path) -> tuple[Path, ...]:
    """Write the files of ``verify run --split data`` and return their paths, of those in ``data`` the folder.

    Claims, groups and figures are read as they are written, so that they need not be in memory.  Raises
    OutputError as ``write_run`` does.
    """
    report, places, paths = streamed.report, streamed.places, streamed.paths

    def told() -> Iterator[Output]:
        for name, lines in data.files(streamed):
            yield folder / data.FOLDER / name, map(encoded, lines)
        figures = (mention_record(item, places, paths) for item in report.mentions)
        yield folder / f"{mentions.STEM}{mentions.SUFFIX}", map(encoded, mentions.lines(figures))

    return _written(told(), folder)


def _written(outputs: Iterable[Output], folder: Path) -> tuple[Path, ...]:
    """Write files and delete what an earlier run left beside; return those of the folder, and its folders."""
    from verify.report.pages.several import FOLDER  # noqa: PLC0415 - only a run waits for it

    made = write_files(outputs)
    for stale in {*(folder / FOLDER).glob("*.html"), *(folder / data.FOLDER).glob("*.jsonl")} - {*made}:
        with stale.open(encoding="utf-8", errors="replace") as file:
            ours = MARKER in file.read(MARKED)
        if ours:
            stale.unlink()
    return tuple(sorted({path if path.parent == folder else path.parent for path in made}))


def write_files(outputs: Iterable[Output]) -> tuple[Path, ...]:
    """Write every file, or raise OutputError and leave every file as it was; return their paths.

    Each is made when its turn comes, so that one is in memory at a time.  A pipe or device (/dev/stdout) is
    written to: moving a file there would put it in the device's place.
    """
    exchange = _Exchange()
    files: dict[Path, Path] = {}
    streams: dict[Path, bytes] = {}
    path = Path()
    try:
        for path, content in outputs:
            if _is_stream(path):
                streams[path] = b"".join(content)
            else:
                files[path] = path.resolve() if path.is_symlink() else path
                exchange.prepare(files[path], content)
        for path, told in streams.items():
            path.write_bytes(told)
        for path in files.values():
            exchange.commit(path)
    except OSError as error:
        exchange.undo()
        told_of = f"cannot write {path}: {error.strerror or error}; choose another place with --out"
        raise OutputError(told_of) from error
    except BaseException:
        # An interruption too: no mixture of two runs.
        exchange.undo()
        raise
    exchange.done()
    return (*files, *streams)


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

    def prepare(self, path: Path, content: Iterable[bytes]) -> None:
        """Write a new file beside its place."""
        self._make_folder(path.parent)
        if path.is_dir():
            raise IsADirectoryError(21, "is a folder", str(path))
        part = self._parts[path] = _beside(path, "part")
        with part.open("wb") as file:
            file.writelines(content)

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
