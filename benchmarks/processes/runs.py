"""A run of the command as a process whose descendants can be found again, and manuscripts for it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from uuid import uuid4

import psutil

_MARK = "LINT_ARTICLE_RUN"
_SENTENCES = (
    "The results of the survey was obtained in {n} wells. They could able to use it, and it did not had an end."
)


@dataclass(frozen=True)
class Ended:
    """How a run ended: before the signal or after it, its status and output, the seconds it took, what it left."""

    early: bool
    status: int
    out: str
    err: str
    seconds: float
    left: list[str]


def write_manuscripts(folder: Path, files: int, paragraphs: int = 30) -> None:
    """Write texts with faults of grammar, each unlike the others."""
    for number in range(files):
        text = "\n\n".join(_SENTENCES.format(n=number * paragraphs + line) for line in range(paragraphs))
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")


def run(words: Sequence[str], number: int = 0, after: float = 0.0, grace: float = 1.0) -> Ended:
    """Run the command; send it a signal so many seconds after its start, and look for what is left after the grace."""
    mark, started = uuid4().hex, time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        command = [sys.executable, "-m", "lint_article", *words]
        process = subprocess.Popen(command, stdout=out, stderr=err, env={**os.environ, _MARK: mark})
        if number:
            time.sleep(after)
            started = time.monotonic()
            process.send_signal(number)
        early = bool(number) and process.returncode is not None  # sending looks whether it still runs
        status = process.wait()
        seconds = time.monotonic() - started
        ended = time.monotonic()
        while True:
            late = time.monotonic() - ended > grace  # before looking, which takes its time
            left = _marked(mark) if number else []
            if late or not left:
                break
            time.sleep(0.05)
        return Ended(early, status, _read(out), _read(err), seconds, left)


def _marked(mark: str) -> list[str]:
    """Return the processes that live and have the mark in their environment, which children inherit."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get(_MARK) == mark and process.status() != psutil.STATUS_ZOMBIE:
                found.append(f"{process.pid} {' '.join(process.cmdline()[-3:])}")
        except psutil.Error:
            continue
    return found


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")
