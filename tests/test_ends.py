"""A run that a signal ends: with what is known, its own exit status, within a moment, and with no process left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, cast

import psutil
import pytest

from lint_article import ends
from lint_article.workers.queues import wait_for

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="signals are watched in /proc")
BAD = b"A caf\xe9 in Paris.\n"
ENDS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_bytes(BAD)
    return tmp_path


def started(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    """Start the command and wait until it heeds signals, which it does before it loads anything."""
    pipe, environment = subprocess.PIPE, {**os.environ, "XDG_CONFIG_HOME": str(folder / "none")}
    command = [sys.executable, "-m", "lint_article", *words]
    process = subprocess.Popen(
        command, cwd=folder, stdin=pipe, stdout=pipe, stderr=pipe, env=environment, preexec_fn=heed_all
    )
    wait(lambda: heeds(process.pid, signal.SIGTERM))
    return process


def heed_all() -> None:
    """Undo what the tests' own start may have asked for: `nohup` and a shell's `&` have signals ignored."""
    for number in ENDS:
        signal.signal(number, signal.SIG_DFL)


def heeds(pid: int, number: int) -> bool:
    caught = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("SigCgt"))
    return bool(int(caught.split()[1], 16) >> (number - 1) & 1)


def wait(true: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def fill_input(process: subprocess.Popen[bytes]) -> None:
    """Return when the command reads its input: a pipe takes so many bytes, and one more only when some are read."""
    asked = cast("IO[bytes]", process.stdin)
    asked.write(b"x" * 65536 + b"y")
    asked.flush()


def ended(process: subprocess.Popen[bytes], number: int) -> tuple[int, str, str]:
    process.send_signal(number)
    sent = time.monotonic()
    process.wait(timeout=30)  # what it waits for on its input does not come
    out, err = process.communicate()
    assert time.monotonic() - sent < 10, "a second on a machine that has nothing else to do"
    return process.returncode, out.decode(), err.decode()


def children(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    return cast("list[psutil.Process]", psutil.Process(process.pid).children(recursive=True))


@pytest.mark.parametrize("number", ENDS)
def test_while_modules_load_it_ends_at_once(folder: Path, number: signal.Signals) -> None:
    assert ended(started(folder, "."), number) == (ENDS[number], "", "interrupted\n")


def test_a_signal_that_is_ignored_stays_so(folder: Path) -> None:
    command = [sys.executable, "-m", "lint_article", "--grammar", "none", "-"]
    process = subprocess.Popen(
        ["nohup", *command], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    wait(lambda: heeds(process.pid, signal.SIGTERM))
    fill_input(process)
    process.send_signal(signal.SIGHUP)
    out, _ = process.communicate(b"\n" + BAD, timeout=60)
    assert process.returncode == 1
    assert b"undecodable-bytes" in out


FOUND = [("00.txt", "SRC002"), (".", "not-checked")]
ONE_BY_ONE = ("--grammar", "none", "--jobs", "1")  # when the second file is read, the first is checked


@pytest.mark.parametrize("number", ENDS)
@pytest.mark.parametrize("output_format", ["concise", "json", "sarif"])
def test_what_is_known_is_printed(folder: Path, output_format: str, number: signal.Signals) -> None:
    process = started(folder, *ONE_BY_ONE, "--output-format", output_format, "00.txt", "-", "01.txt")
    fill_input(process)
    status, out, err = ended(process, number)
    assert status == ENDS[number]
    assert err == "1 finding (1 error) in 1 file. Grammar: not checked.\ninterrupted\n"
    if output_format == "concise":
        assert (
            out == "00.txt:1:6: error SRC002 undecodable-bytes: The byte sequence E9 at offset 5 cannot be decoded.\n"
        )
    elif output_format == "json":
        assert [(item["filename"], item["code"]) for item in json.loads(out)] == FOUND
        assert json.loads(out)[-1]["message"] == "The run was interrupted after 1 of 3 files."
    else:
        [run] = json.loads(out)["runs"]
        assert len(run["results"]) == 1
        [invocation] = run["invocations"]
        assert invocation["executionSuccessful"] is False
        [notice] = invocation["toolExecutionNotifications"]
        assert notice["message"]["text"] == "The run was interrupted after 1 of 3 files."


def test_what_comes_with_the_signal_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    class Late(SimpleQueue[str]):
        def get(self, block: bool = True, timeout: float | None = None) -> str:
            try:
                return super().get(block, timeout and 0)
            except Empty:
                asked.append(130)
                self.put("a report")
                raise

    asked: list[int] = []
    monkeypatch.setattr(ends, "exit_status_asked", lambda: asked[-1] if asked else 0)
    queue = Late()
    assert wait_for(queue) == "a report"
    assert queue.empty()


def test_a_file_is_written_with_what_is_known(folder: Path) -> None:
    process = started(folder, *ONE_BY_ONE, "--output-format", "json", "--output", "o.json", "00.txt", "-")
    fill_input(process)
    assert ended(process, signal.SIGINT)[:2] == (130, "")
    assert [(item["filename"], item["code"]) for item in json.loads((folder / "o.json").read_text())] == FOUND


POOL = ("--jobs", "2", "--no-cache")  # each of its two processes has one for grammar


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "processes", "number"),
    [
        *((POOL, 4, number) for number in (*ENDS, signal.SIGKILL)),
        (("--jobs", "3", "--grammar", "none"), 3, signal.SIGKILL),
        (("--jobs", "1", "--no-cache"), 1, signal.SIGKILL),
    ],
)
def test_no_process_is_left(folder: Path, words: Sequence[str], processes: int, number: signal.Signals) -> None:
    for file in folder.iterdir():
        file.write_text("The results was obtained by them in the course of the work, as they said it was.\n\n" * 100)
    process = started(folder, *words, ".")
    wait(lambda: len(children(process)) >= processes)
    left = children(process)
    status, _, err = ended(process, number)
    assert status == ENDS.get(number, -9)
    assert "Traceback" not in err
    wait(lambda: not any(one.is_running() and one.status() != psutil.STATUS_ZOMBIE for one in left), 10)


def test_a_second_signal_ends_what_does_not_end(folder: Path) -> None:
    process = started(folder, "--grammar", "none", "--output-format", "json", "00.txt", "-")
    fill_input(process)
    process.send_signal(signal.SIGSTOP)
    process.send_signal(signal.SIGINT)
    process.send_signal(signal.SIGTERM)
    process.send_signal(signal.SIGCONT)
    _, err = process.communicate(timeout=30)
    assert process.returncode in (130, 143)
    assert err.endswith(b"interrupted\n")
