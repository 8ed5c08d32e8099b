"""The engine of a dask cluster: one that the user has, or one made on this machine for a run.

Comes in: the base of all work, and an address or how many workers to start.  Goes out: an engine; what it
needs of scheduling, moving data and starting workers anew is dask's.  What the calls of a step share is made
by a task, so that dask makes it again for a worker that takes the place of one that died.
"""

from __future__ import annotations

import logging
import pickle
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from importlib import import_module
from typing import Any

from verify.engine.packing import packed
from verify.engine.pooled import SECONDS, Pooled
from verify.engine.work import each
from verify.errors import UsageError
from verify.version import __version__

_PATIENCE = 20
"""Seconds in which a scheduler must answer."""
_ONE = threading.Lock()
"""Held by who works: a worker of several threads works with one."""
_MISSING = "dask is not installed: pip install 'claim-verify[dask]', or use --engine local"


@contextmanager
def cluster(base: Any, workers: int, address: str = "", seconds: float = SECONDS) -> Iterator[Pooled]:
    """Yield an engine of the cluster at ``HOST:PORT``; without one, of so many processes on this machine.

    Raises UsageError where dask is not installed, nobody answers, or workers have another version.
    """
    try:
        dask: Any = import_module("distributed")
    except ImportError:
        raise UsageError(_MISSING) from None
    with ExitStack() as opened:
        if address:
            client = opened.enter_context(_reached(dask.Client, address))
        else:
            opened.enter_context(_patient())
            local = dask.LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                dashboard_address="127.0.0.1:0",
                silence_logs=logging.CRITICAL,
            )
            client = opened.enter_context(dask.Client(opened.enter_context(local)))
        there = client.run(_version)
        if not there:
            raise UsageError(f"no worker at {address}: start one with 'dask worker {address}'")
        for worker, found in sorted(there.items()):
            if found != __version__:
                raise UsageError(
                    f"worker {worker} has claim-verify {found}, this is {__version__}: install one version"
                )
        engine = _Cluster(dask.KilledWorker, client, base, len(there), seconds)
        try:
            yield engine
        finally:
            engine.close()


def _patient() -> Any:
    """Keep a cluster of our own from giving up a worker that is slow to start anew on a busy machine."""
    return import_module("dask").config.set({"distributed.deploy.lost-worker-timeout": "1 hour"})


def _reached(kind: Any, address: str) -> Any:
    try:
        return kind(f"tcp://{address}", timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"no dask scheduler answers at {address}: {error}; start one with 'dask scheduler', and name its"
            " place as dask://HOST:PORT"
        ) from None


class _Cluster(Pooled):
    surely = True

    def __init__(self, died: type[Exception], client: Any, base: Any, workers: int, seconds: float) -> None:
        super().__init__(workers, seconds)
        self.died = (died,)
        self._client = client
        self._executor = client.get_executor(pure=False)
        self._base = self._share(base)

    def _share(self, shared: Any) -> Any:
        content = pickle.dumps(shared, pickle.HIGHEST_PROTOCOL)
        return self._client.submit(pickle.loads, content, pure=False)

    def _submit(self, work: Any, shared: Any, items: bytes) -> Future[bytes]:
        begun: Future[bytes] = self._executor.submit(
            _done, work, self._base, shared, items, seconds=self._seconds
        )
        return begun

    def _renew(self) -> None:
        """Do nothing: dask starts another worker."""

    def close(self) -> None:
        """Drop what nobody waits for any more."""
        self._executor.shutdown(wait=False)


def _version() -> str:
    return __version__


def _done(work: Any, base: Any, shared: Any, items: bytes, *, seconds: float) -> bytes:
    """Return the results of pickled items, pickled; runs on a worker."""
    with _ONE:
        found = each(work, base, shared, pickle.loads(items), seconds)
    return packed(found)
