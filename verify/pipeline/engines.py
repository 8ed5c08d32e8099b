"""Which engine a run works with.

Comes in: a catalogue, what was asked for, and how much there is to read.  Goes out: an engine, gone with its
workers at the end.  What is done on it is left to the stages.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from verify.catalog.catalog import Catalog
from verify.engine import Engine, Here
from verify.errors import UsageError

_WORTH = 300_000
"""Characters from which several processes are quicker: starting them takes as long as reading a third."""


LOCAL, DASK = "local", "dask"
_ADDRESS = re.compile(r"dask://([^/\s]+:[0-9]{1,5})")


@dataclass(frozen=True, slots=True)
class Workers:
    """What may be used for a run; the report is the same with any."""

    jobs: int = 1
    """Processes on this machine; 0 for one on each core."""
    engine: str = LOCAL
    """``local``, ``dask`` for a cluster of so many processes here, or ``dask://HOST:PORT``."""

    def __post_init__(self) -> None:
        """Raise UsageError for an engine that there is not."""
        if self.engine not in (LOCAL, DASK) and not _ADDRESS.fullmatch(self.engine):
            raise UsageError(f"no engine {self.engine!r}: it is local, dask or dask://HOST:PORT")

    @property
    def elsewhere(self) -> bool:
        """True where workers may not see the files of this machine."""
        return self.engine not in (LOCAL, DASK)


@contextmanager
def engine(catalog: Catalog, workers: Workers, characters: int) -> Iterator[Engine]:
    """Yield the engine for so many characters to read: one process for what is small."""
    jobs = workers.jobs or _cores()
    if workers.engine != LOCAL:
        from verify.engine.cluster import cluster  # noqa: PLC0415 - an extra

        with cluster(catalog, jobs, workers.engine.removeprefix(DASK).removeprefix("://")) as many:
            yield many
        return
    if jobs == 1 or characters < _WORTH:
        yield Here(catalog)
        return
    from verify.engine.processes import processes  # noqa: PLC0415 - 0.02 s, for large runs alone

    with processes(catalog, jobs) as several:
        yield several


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
