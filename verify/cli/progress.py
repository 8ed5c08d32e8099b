"""How far a long run has come, on stderr.

Comes in: the steps that ``api.check`` tells of.  Goes out: a line that is drawn over and over, and is
gone at the end.  Nothing is shown where stderr is no terminal, nor in the first second.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

Watch = Callable[[str, int, int], None]

PATIENCE = 1.0
"""Seconds of work before anything is shown."""


@contextmanager
def progress() -> Iterator[Watch]:
    """Yield what is to be told of each step: what is being done, how many are done, of how many."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    shown = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )

    def watch(stage: str, done: int, total: int) -> None:
        # A stage is a task of its own: rich cannot make the total of one unknown again.
        for task in shown.tasks:
            if task.description == stage:
                shown.update(task.id, completed=done)
                return
            shown.remove_task(task.id)
        shown.add_task(stage, completed=done, total=total or None)

    timer = Timer(PATIENCE, shown.start)
    timer.daemon = True
    timer.start()
    try:
        yield watch
    finally:
        timer.cancel()
        timer.join()
        shown.stop()
