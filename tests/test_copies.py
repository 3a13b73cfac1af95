"""Copies of a process that is loaded once: what they answer, how they give up, and that none stays behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from lint_article import ends
from lint_article.config import Settings
from lint_article.engine.job import Job
from lint_article.engine.pool import reports
from lint_article.rulebook import rulebook
from lint_article.workers.lines import know_lines, name_line
from lint_article.workers.originals import Copy, Original, copy_of, start_originals
from lint_article.workers.parent import Worker

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process be copied safely")

# An original that notes each time it is loaded; its copies say who they are, and do as they are told.
SCRIPT = """
import os, sys
from lint_article.workers.copies import serve_copies

def load():
    with open(sys.argv[1], "a") as file:
        file.write("loaded ")
    def answers(message):
        if message == b"work":
            while True: pass
        if message == b"die":
            os.kill(os.getpid(), 11)
        yield f"{os.getpid()} {os.getppid()}".encode()
    return answers

serve_copies(load, int(sys.argv[2]), 0.5)
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes"


@pytest.fixture
def original(notes: Path) -> Iterator[Original]:
    started = start_originals({"module": (sys.executable, "-c", SCRIPT, str(notes))})["module"]
    yield started
    started.close()


def heard(copy: Copy) -> bytes | None:
    return copy.heard.get(timeout=20)[1]


def ask(copy: Copy, message: bytes = b"who") -> tuple[int, int]:
    copy.ask(message)
    answer = heard(copy)
    assert answer is not None
    own, parent = answer.split()
    return int(own), int(parent)


def loaded(original: Original) -> Copy:
    copy = Copy(original.line)
    assert heard(copy) == b""
    return copy


def is_gone(process: int) -> bool:
    deadline = time.monotonic() + 5
    while psutil.pid_exists(process) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not psutil.pid_exists(process)


def test_each_copy_is_a_process_of_what_is_loaded_once(original: Original, notes: Path) -> None:
    copies = [loaded(original) for _ in range(3)]
    found = [ask(copy) for copy in copies]
    assert len({own for own, _ in found}) == 3
    assert len({parent for _, parent in found}) == 1
    assert [ask(copy) for copy in copies] == found
    assert notes.read_text() == "loaded "


@pytest.mark.parametrize(("message", "status"), [(b"work", 75), (b"die", 1)])
def test_a_copy_that_gives_up_says_why_and_costs_no_other(original: Original, message: bytes, status: int) -> None:
    copy, other = loaded(original), loaded(original)
    copy.ask(message)
    assert heard(copy) is None
    assert copy.status() == status
    assert ask(other) and ask(loaded(original))


def test_a_copy_that_is_not_wanted_any_more_ends(original: Original) -> None:
    copy = loaded(original)
    own, _ = ask(copy)
    copy.kill()
    assert copy.status() == 1
    assert is_gone(own)


def test_no_copy_outlives_the_original(original: Original) -> None:
    own, parent = ask(copy := loaded(original))
    os.kill(parent, 9)
    assert heard(copy) is None
    assert is_gone(own)


ASKING = """
import sys, time
from lint_article.workers.originals import Copy, Original
original = Original((sys.executable, "-c", *sys.argv[1:]))
copy = Copy(original.line)
copy.heard.get()
copy.ask(b"who")
print(copy.heard.get()[1].decode(), flush=True)
time.sleep(60)
"""


def test_nothing_outlives_who_has_started_it(notes: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ASKING, SCRIPT, str(notes)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        started = [int(one) for one in process.stdout.readline().split()]
        process.kill()
    assert len(started) == 2
    assert all(is_gone(one) for one in started)


def test_without_an_original_there_is_no_copy(original: Original, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint_article.workers.lines._lines", {})
    assert copy_of("module") is None
    line = os.dup(original.line)
    know_lines([name_line("module", original.line).replace(f"={original.line}", f"={line}")])
    copy = copy_of("module")
    assert copy and heard(copy) == b""
    original.close()
    assert heard(copy) is None
    assert copy_of("module") is None
    os.close(line)


def test_the_processes_of_a_run_share_one_harper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings()
    settings = replace(settings, grammar=replace(settings.grammar, engine="harper", cache=False))
    jobs = []
    for number in range(6):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"They could able to use it in {number} wells, and it did not had an end.\n" * 9)
        jobs.append(Job(str(path), path.name, settings, tuple(rulebook())))
    alone = list(reports(jobs, 1))
    assert all(report.grammar.startswith("harper") and report.diagnostics for report in alone)
    before, begun = set(ends.children), []
    start: Callable[..., None] = Worker.__init__

    def note(worker: Worker, *said: object, **more: object) -> None:
        begun.append(said[0])
        start(worker, *said, **more)

    monkeypatch.setattr(Worker, "__init__", note)
    assert list(reports(jobs, 2)) == alone
    assert len(begun) == 3
    assert ends.children == before
