"""The command in a process of its own, as users meet it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

BAD = b"A caf\xe9 in Paris.\n"


class Ran(NamedTuple):
    status: int
    out: str
    err: str


def run(folder: Path, *words: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> Ran:
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder / "none"), "PYTHONIOENCODING": "utf-8", **(env or {})}
    done = subprocess.run(
        [sys.executable, "-m", "lint_article", *words], cwd=folder, input=stdin, capture_output=True, env=environment
    )
    return Ran(done.returncode, done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode())


def check(folder: Path, *words: str, stdin: bytes = b"") -> Ran:
    return run(folder, "--grammar", "none", *words, stdin=stdin)
