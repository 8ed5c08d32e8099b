"""Files of a run: all of them, or none.

Comes in: a report, or texts with the files they are for.  Goes out: files.  Everything is rendered
and written beside its place first and then moved there, so that a reader never meets half a file
and a failure leaves what was there before.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from verify.errors import OutputError
from verify.report import schema
from verify.report.formats import formats


def encoded(text: str | bytes) -> bytes:
    """Return UTF-8; a lone surrogate, which it cannot hold, is written as its escape."""
    return text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")


def write_run(report: schema.Report, folder: Path) -> tuple[Path, ...]:
    """Write the files of ``verify run`` into the folder, and return their paths.

    Raises OutputError when the folder or a file cannot be written; nothing is changed then.
    """
    outputs = {
        folder / f"{item.STEM}{item.SUFFIX}": encoded(item.render(report))
        for item in formats().values()
        if item.STEM
    }
    write_files(outputs)
    return tuple(sorted(outputs))


def write_files(outputs: Mapping[Path, bytes]) -> None:
    """Write every file, or raise OutputError and write none.

    A pipe or device (/dev/stdout) is written to: moving a file there would put it in the device's place.
    """
    streams = {path for path in outputs if path.exists() and not path.is_file() and not path.is_dir()}
    files = [path for path in outputs if path not in streams]
    parts = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in files}
    path = Path()
    try:
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                raise IsADirectoryError(21, "is a folder", str(path))
            parts[path].write_bytes(outputs[path])
        for path in streams:
            path.write_bytes(outputs[path])
        for path, part in parts.items():
            part.replace(path)
    except OSError as error:
        raise OutputError(
            f"cannot write {path}: {error.strerror or error}; choose another place with --out"
        ) from error
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)
