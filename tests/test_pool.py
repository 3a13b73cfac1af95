"""Several processes: the order of reports, and what a process that dies costs."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lint_article import ends
from lint_article.engine import processes
from lint_article.engine.job import Job
from lint_article.engine.pool import reports
from lint_article.engine.report import FileReport
from lint_article.rulebook import rulebook
from lint_article.workers import parent
from making import QUIET

# As the worker of the pool, but that it dies at some files: always, or when nobody has died at it before.
FRAIL = """
import os, pickle
from pathlib import Path
from lint_article.engine.worker import _load_answers
from lint_article.workers.child import serve

def load():
    answers = _load_answers()
    def frail(message):
        path = Path(pickle.loads(message)[2].path)
        fallen = path.with_suffix(".fallen")
        if path.stem == "die" or (path.stem == "stumble" and not fallen.exists()):
            fallen.touch()
            os._exit(7)
        print("what a library says")
        yield from answers(message)
    return frail

serve(load)
"""


# A worker that takes its time to write, as `fixes` do on a slow disk.
SLOW = """
import pickle, time
from pathlib import Path
from lint_article import ends
from lint_article.workers.child import serve

def answers(message):
    path = Path(pickle.loads(message)[2].path)
    with ends.unbroken:
        path.with_suffix(".begun").touch()
        time.sleep(0.4)
        path.with_suffix(".ended").touch()
    yield b""

serve(lambda: answers)
"""


@pytest.fixture
def jobs(tmp_path: Path) -> Callable[..., list[Job]]:
    def made(*names: str) -> list[Job]:
        for number, name in enumerate(names):
            (tmp_path / f"{name}.txt").write_bytes(b"A caf\xe9 in Paris.\n" * (len(names) - number) * 40)
        return [Job(str(tmp_path / f"{n}.txt"), f"{n}.txt", QUIET, tuple(rulebook())) for n in names]

    return made


@pytest.fixture
def frail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "frail.py"
    script.write_text(FRAIL)
    monkeypatch.setattr(processes, "_COMMAND", (sys.executable, str(script)))


@pytest.fixture(autouse=True)
def others() -> Iterator[set[object]]:
    """Give the processes that tests elsewhere keep for later; a pool leaves no other."""
    kept: set[object] = set(ends.children)
    yield kept
    assert ends.children <= kept


def faults(found: list[FileReport]) -> dict[str, list[str]]:
    return {report.path: [fault.error for fault in report.faults] for report in found if report.faults}


@pytest.mark.parametrize("count", [1, 2, 9])
def test_reports_come_in_the_order_of_the_jobs(jobs: Callable[..., list[Job]], count: int) -> None:
    names = "abcdefgh"
    found = list(reports(jobs(*names), count))
    assert [report.path for report in found] == [f"{name}.txt" for name in names]
    assert found == list(reports(jobs(*names), 1))
    assert all(report.diagnostics for report in found)


@pytest.mark.usefixtures("frail")
def test_a_file_that_a_process_dies_at_twice_costs_no_other(jobs: Callable[..., list[Job]]) -> None:
    found = list(reports(jobs("a", "die", "b", "c"), 2))
    assert faults(found) == {"die.txt": ["the process that checked it died (exit status 7)"]}
    assert [bool(report.diagnostics) for report in found] == [True, False, True, True]


@pytest.mark.usefixtures("frail")
def test_a_file_that_a_process_dies_at_once_is_checked(jobs: Callable[..., list[Job]]) -> None:
    found = list(reports(jobs("a", "stumble", "b"), 2))
    assert faults(found) == {}
    assert all(report.diagnostics for report in found)


@pytest.mark.parametrize("command", [("/nowhere/python",), (sys.executable, "-c", "raise SystemExit(1)")])
def test_without_a_process_the_files_are_checked_here(
    jobs: Callable[..., list[Job]], monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setattr(processes, "_COMMAND", command)
    found = list(reports(jobs("a", "b", "c"), 2))
    assert found == list(reports(jobs("a", "b", "c"), 1))


def test_who_has_seen_enough_leaves_no_process(jobs: Callable[..., list[Job]], others: set[object]) -> None:
    some = reports(jobs(*"abcd"), 2)
    assert next(some).path == "a.txt"
    assert len(ends.children - others) == 2
    some.close()


def test_a_process_that_nobody_can_listen_to_is_ended(monkeypatch: pytest.MonkeyPatch, others: set[object]) -> None:
    def refuse(_: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr("lint_article.workers.parent.Thread.start", refuse)
    with pytest.raises(RuntimeError):
        parent.Worker((sys.executable, "-c", "input()"))
    assert ends.children == others


def test_what_is_being_written_is_written_to_its_end(
    jobs: Callable[..., list[Job]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "slow.py"
    script.write_text(SLOW)
    monkeypatch.setattr(processes, "_COMMAND", (sys.executable, str(script)))
    pool = processes.Pool(jobs("a", "b"), 2)
    crew = pool._crew
    while len(list(tmp_path.glob("*.begun"))) < 2:
        list(crew._hear(*crew._heard.get(timeout=60))) if None in crew._at_work.values() else time.sleep(0.01)
    pool.close()
    assert len(list(tmp_path.glob("*.ended"))) == 2


LEAVING = """
import sys, time
from pathlib import Path
from threading import Event, Thread
from lint_article import ends

begun = Event()

def write():
    with ends.unbroken:
        begun.set()
        time.sleep(0.4)
        Path(sys.argv[1]).touch()

Thread(target=write, daemon=True).start()
begun.wait()
ends.leave(5)
"""


def test_a_process_ends_when_it_has_written(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LEAVING, str(tmp_path / "ended")])
    assert done.returncode == 5
    assert (tmp_path / "ended").exists()
