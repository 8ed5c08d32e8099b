"""The engine of several processes on this machine.

Comes in: the base of all work, and how many processes there are to be.  Goes out: an engine whose workers
start when there is work, and are gone when it is left, whatever happened.  Workers are started afresh
(``spawn``): a copy of a process with threads may hang.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any, ClassVar

from verify.engine.packing import packed
from verify.engine.pooled import SECONDS, Pooled
from verify.engine.work import each
from verify.errors import UsageError


@contextmanager
def processes(base: Any, workers: int, seconds: float = SECONDS) -> Iterator[Pooled]:
    """Yield an engine of so many workers; an item that takes one of them longer is lost."""
    with tempfile.TemporaryDirectory(prefix="verify-") as folder:
        pool = _Processes(base, workers, seconds, Path(folder))
        try:
            yield pool
        except BaseException:
            pool.kill()  # Ctrl-C too: nobody waits for what nobody asks for any more
            raise
        pool.close()


class _Processes(Pooled):
    died = (BrokenProcessPool,)

    def __init__(self, base: Any, workers: int, seconds: float, folder: Path) -> None:
        super().__init__(workers, seconds)
        self._folder = folder
        self._base = pickle.dumps(base, pickle.HIGHEST_PROTOCOL)
        self._steps = 0
        self._pool: ProcessPoolExecutor | None = None
        self._others = set(multiprocessing.active_children())

    def _share(self, shared: Any) -> Path:
        self._steps += 1
        place = self._folder / f"{self._steps}"
        place.write_bytes(pickle.dumps(shared, pickle.HIGHEST_PROTOCOL))
        return place

    def _submit(self, work: Any, shared: Any, items: bytes) -> Future[bytes]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._workers,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_Worker.begin,
                initargs=(self._base, self._seconds),
            )
        with _uninterrupted():
            return self._pool.submit(_Worker.done, work, shared, items)

    def _renew(self) -> None:
        self.close()
        try:
            self._submit(_nothing, self._share(None), pickle.dumps([])).result()
        except self.died:
            raise UsageError(
                "no worker process can be started; use --jobs 1 (a script that asks for several jobs does so"
                " under: if __name__ == '__main__')"
            ) from None

    def close(self) -> None:
        """Let the workers go."""
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None

    def kill(self) -> None:
        """End the workers, whatever they are at."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            for child in set(multiprocessing.active_children()) - self._others:
                child.kill()
            self._pool = None


class _Worker:
    """What a worker keeps between chunks."""

    base: ClassVar[Any] = None
    seconds: ClassVar[float] = 0
    shared: ClassVar[tuple[Path, Any] | None] = None
    """Of the last step."""

    @classmethod
    def begin(cls, base: bytes, seconds: float) -> None:
        """Take what all work has in common; Ctrl-C is for who started us, who ends us then."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        cls.base, cls.seconds = pickle.loads(base), seconds

    @classmethod
    def done(cls, work: Any, place: Path, items: bytes) -> bytes:
        """Return the results of pickled items, pickled: they are unpacked when their turn comes."""
        if cls.shared is None or cls.shared[0] != place:
            cls.shared = place, pickle.loads(place.read_bytes())
        found = each(work, cls.base, cls.shared[1], pickle.loads(items), cls.seconds)
        return packed(found)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put Ctrl-C off while a worker may begin: it inherits that, until it keeps silent by itself."""
    resource_tracker.ensure_running()  # which lifts the mask where it begins itself
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _nothing(base: Any, shared: Any, items: Iterator[Any]) -> Iterator[Any]:
    """Do no work: a worker that comes so far can work."""
    yield from items
