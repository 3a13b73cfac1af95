"""The command in a process of its own, as users meet it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple, NoReturn

BAD = b"A caf\xe9 in Paris.\n"


class Ran(NamedTuple):
    status: int
    out: str
    err: str


def run(folder: Path, *words: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> Ran:
    """Run the command in a new process."""
    done = subprocess.run(
        [sys.executable, "-m", "lint_article", *words],
        cwd=folder,
        input=stdin,
        capture_output=True,
        env={**_environment(folder), **(env or {})},
    )
    return _ran(done.returncode, done.stdout, done.stderr)


def check(folder: Path, *words: str, stdin: bytes = b"") -> Ran:
    """Check without grammar, where possible in a fork of this process, which has loaded already what it needs."""
    words = ("--grammar", "none", *words)
    if not hasattr(os, "fork"):
        return run(folder, *words, stdin=stdin)
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
        given.write(stdin)
        streams = (given, out, err)
        for stream in streams:
            stream.seek(0)
        child = os.fork()
        if child == 0:
            _be_the_command(folder, words, streams)
        _, ended = os.waitpid(child, 0)
        for stream in (out, err):
            stream.seek(0)
        return _ran(os.waitstatus_to_exitcode(ended), out.read(), err.read())


def _be_the_command(folder: Path, words: tuple[str, ...], streams: tuple[IO[bytes], ...]) -> NoReturn:
    """Take the place of the command in this process, which ends with it."""
    try:
        environment = _environment(folder)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        for number, stream in enumerate(streams):
            os.dup2(stream.fileno(), number)
        own = [os.fdopen(number, mode, encoding="utf-8") for number, mode in enumerate("rww")]
        sys.stdin, sys.stdout, sys.stderr = own
        sys.argv = ["lint-article", *words]
        from lint_article.__main__ import main
        from lint_article.config.load import forget_settings

        forget_settings()
        main()
    finally:
        os._exit(70)


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "XDG_CONFIG_HOME": str(folder / "none"), "PYTHONIOENCODING": "utf-8"}


def _ran(status: int, out: bytes, err: bytes) -> Ran:
    return Ran(status, out.decode("utf-8", "surrogateescape"), err.decode())
