"""Run the commands of a document as they are printed, and compare what they print.

A block ``console`` holds lines ``$ command`` with the output below each; a block with ``file=PATH`` behind
its language is written to that file; one with ``excerpt=PATH`` stands in that file; what a bare block
installs is installed, and the rest of its line is run.  ``…`` alone on a line stands for any lines,
inside a line for any text.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```(?P<info>[^`\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"\b(file|excerpt)=(\S+)")
_INSTALLED = "pip install . && "
_MARK = "\x1e"
_END = "END-OF-THE-FILE"
_ANY = "…"


@dataclass(frozen=True)
class Step:
    """A command, or a file to write."""

    line: int
    """Of the document."""
    command: str
    shown: tuple[str, ...] = ()
    """Lines that the document shows."""


def steps(document: str) -> Iterator[Step]:
    """Yield what a reader does, in the order of the page."""
    for fence in _FENCE.finditer(document):
        line = document.count("\n", 0, fence.start()) + 1
        text = fence["text"]
        named = _FILE.search(fence["info"])
        if named and named[1] == "excerpt":
            yield Step(line, f"cat '{named[2]}'", (_ANY, *text.splitlines(), _ANY))
        elif named:
            folder = f"mkdir -p \"$(dirname '{named[2]}')\""
            yield Step(line, f"{folder} && cat > '{named[2]}' <<'{_END}'\n{text}{_END}")
        elif fence["info"].strip() == "console":
            yield from _commands(text, line)
        elif text.startswith(_INSTALLED):
            yield Step(line, text.removeprefix(_INSTALLED).rstrip(), (_ANY,))


def _commands(text: str, line: int) -> Iterator[Step]:
    for number, part in enumerate(re.split(r"^\$ ", text, flags=re.MULTILINE)):
        command, *shown = part.rstrip("\n").split("\n")
        if number:
            yield Step(line, command, tuple(shown))


def run(doing: Sequence[Step], folder: Path) -> list[str]:
    """Return what each step printed, on stdout and stderr, in one shell."""
    script = "exec 2>&1\nstatus=0\n" + "".join(
        f"printf '{_MARK}\\n'\n(exit $status)\n{step.command}\nstatus=$?\n" for step in doing
    )
    scripts = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
        "GIT_CEILING_DIRECTORIES": str(folder.parent),
    }
    # Or every start of the program would compile the libraries anew.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, check=False, timeout=300
    )
    return done.stdout.decode("utf-8").split(f"{_MARK}\n")[1:]


def fits(shown: Sequence[str], printed: str) -> bool:
    """Say whether the printed lines are those shown, ``…`` standing for what the page leaves out."""
    pattern = "".join(
        r"(?:[^\n]*\n)*?" if line.strip() == _ANY else _ANY_TEXT.join(map(re.escape, line.split(_ANY))) + "\n"
        for line in shown
    )
    return re.fullmatch(pattern, "".join(f"{line.rstrip()}\n" for line in printed.splitlines())) is not None


_ANY_TEXT = r"[^\n]*"
