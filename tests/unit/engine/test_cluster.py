"""A real cluster of dask, of two worker processes, gives the bytes of one process, whatever dies."""

from __future__ import annotations

import json
import logging
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import corpus
import deadly_reading
from deadly import EXIT, doubled
from verify import api
from verify.cli import main
from verify.engine import Here, Lost
from verify.engine.cluster import _patient, cluster
from verify.errors import UsageError

distributed = pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def scheduler() -> Iterator[Any]:
    with (
        _patient(),
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        ) as found,
    ):
        yield found


@pytest.fixture
def address(scheduler: Any) -> str:
    with distributed.Client(scheduler) as client:
        client.wait_for_workers(2, timeout=60)
    return str(scheduler.scheduler_address).removeprefix("tcp://")


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("verify.pipeline.partition._CHUNK", 300)
    monkeypatch.chdir(tmp_path)
    corpus.write(tmp_path / "in")
    return Path("in")


def run(sources: Path, out: str, *options: str) -> tuple[int, dict[str, bytes]]:
    status = main(["run", str(sources), "--out", out, "--no-cache", *options])
    return status, {path.name: path.read_bytes() for path in Path(out).iterdir()}


def test_the_same_bytes_from_a_cluster(sources: Path, address: str) -> None:
    assert run(sources, "there", "--engine", f"dask://{address}") == run(sources, "here", "--jobs", "1")


def test_a_cluster_of_its_own(sources: Path) -> None:
    assert run(sources, "there", "--engine", "dask", "--jobs", "2") == run(sources, "here", "--jobs", "1")


def test_the_same_results_where_a_worker_is_killed_in_the_middle(scheduler: Any, address: str) -> None:
    parts = [[number] for number in range(400)]
    expected = list(Here("base").run(doubled, "shared", parts))
    with cluster("base", 0, address) as working:
        found = []
        for number, part in enumerate(working.run(doubled, "shared", parts)):
            found.append(part)
            if number == 50:
                os.kill(next(iter(scheduler.workers.values())).pid, signal.SIGKILL)
    assert found == expected


def test_the_same_bytes_where_a_worker_is_killed_in_the_middle(
    sources: Path, scheduler: Any, address: str
) -> None:
    expected = run(sources, "here", "--jobs", "1")
    worker = next(iter(scheduler.workers.values())).pid

    def kill() -> None:
        time.sleep(0.3)
        os.kill(worker, signal.SIGKILL)

    killing = threading.Thread(target=kill)
    killing.start()
    found = run(sources, "there", "--engine", f"dask://{address}")
    killing.join()
    assert found == expected


def test_an_item_that_kills_its_worker_each_time_is_lost_alone(address: str) -> None:
    with cluster("base", 0, address) as working:
        found = list(working.run(doubled, "shared", [[1], [2, EXIT, 3], [4]]))
    assert found == [
        [("base", "shared", 2)],
        [("base", "shared", 4), Lost("it ended the process that read it"), ("base", "shared", 6)],
        [("base", "shared", 8)],
    ]


def test_a_document_that_kills_its_worker_each_time_is_reported(
    sources: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, without = run(sources, "without", "--jobs", "1")
    (sources / "99-dead.txt").write_text(f"{deadly_reading.DEADLY}：大桥全长3公里。\n", encoding="utf-8")
    monkeypatch.setattr("verify.pipeline.partition.map_partition", deadly_reading.map_partition)
    status, files = run(sources, "with", "--engine", f"dask://{address}")
    report, expected = (json.loads(one["report.json"]) for one in (files, without))
    assert status == 3
    assert [(one["code"], one["source_id"]) for one in report["issues"]] == [("lost", "in/99-dead.txt")]
    assert report["findings"] == expected["findings"]


def test_where_nobody_answers(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verify.engine.cluster._PATIENCE", 0.5)
    with pytest.raises(UsageError, match=r"no dask scheduler answers at 127\.0\.0\.1:9: .*dask scheduler"):
        api.check([sources], engine="dask://127.0.0.1:9")


@pytest.mark.parametrize("engine", ["spark", "dask://", "dask://host", "dask://a b:1", ""])
def test_an_engine_that_there_is_not(sources: Path, engine: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(sources), "--engine", engine]) == 2
    assert f"no engine {engine!r}: it is local, dask or dask://HOST:PORT" in capsys.readouterr().err
