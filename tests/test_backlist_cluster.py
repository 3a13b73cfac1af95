"""A backlist on a Dask cluster: one row for each manuscript, also when a worker is killed midway."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import distributed
import pytest

from backlists import BAD, checked, findings, manuscripts
from lint_article.errors import UserError

pytestmark = pytest.mark.slow
COUNT = 60


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as opened:
        yield opened


@pytest.fixture(autouse=True)
def collect_clients() -> Iterator[None]:
    """Free clients that never connected here: in the thread of the next one, their end would wait for its lock."""
    yield
    gc.collect()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", "http://127.0.0.1:9"])
def test_a_scheduler_that_does_not_answer_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("lint_article.backlist.cluster._PATIENCE", 0.3)
    Path("a.txt").write_bytes(BAD)
    with pytest.raises(UserError, match=f"^No Dask scheduler answers at {address}: "):
        checked("a.txt", scheduler=address)
    assert not Path("parts").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_worker_that_is_killed_costs_no_manuscript(
    cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("many").mkdir()
    names = [f"many/{number:02}.txt" for number in range(COUNT)]
    for number, name in enumerate(names):
        Path(name).write_bytes(BAD * (number % 4 + 1) * 20)
    done: list[int] = []

    def kill_one(standing: Any) -> None:
        done.append(standing.done)
        if len(done) == COUNT // 3:
            os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

    files = checked("many", scheduler=cluster.scheduler_address, tell=kill_one)
    expected = checked("many", out="here.parquet")
    assert done == list(range(1, COUNT + 1))
    assert [(path, status) for path, status in manuscripts(files, "path", "status")] == [(n, "checked") for n in names]
    for columns in (("path", "findings"), ("path", "status", "errors", "warnings", "suggestions")):
        assert manuscripts(files, *columns) == manuscripts(expected, *columns)
    assert findings(files, "path", "rule", "line", "column") == findings(expected, "path", "rule", "line", "column")
