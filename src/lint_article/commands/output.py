"""Where a command writes: results to standard output or a file, everything else to standard error."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NoReturn, TextIO

from lint_article.errors import FAILED, UserError

INTERRUPTED = 130


def say(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(text + "\n")


def complain(message: str, hint: str = "") -> None:
    """Say what the user can mend, and how."""
    say(f"error: {message}" + (f"\n  hint: {hint}" if hint else ""))


def confess(where: str, path: str, error: str, trace: str = "") -> None:
    """Report a fault of ours; the traceback is shown if there is one."""
    say(f"internal error in {where} on {path}: {error}\n  hint: This is a fault of lint-article; please report it.")
    say(trace or "  Run it again with `--debug` for the traceback.")


def finish(command: Callable[[], int], debug: bool = False) -> NoReturn:
    """Run a command and leave with its exit status; a traceback is shown only if `debug` is set."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # in JSON that is an escape, and people can read it
    sys.exit(_status(command, debug))


def leave(status: str | int | None) -> NoReturn:
    """End the process at once, with nothing left unwritten; all that was started has been ended before."""
    if isinstance(status, str):
        say(status)
    for stream in (sys.stdout, sys.stderr):
        with suppress(BrokenPipeError):
            stream.flush()
    os._exit(status if isinstance(status, int) else int(status is not None))


def _status(command: Callable[[], int], debug: bool) -> int:
    try:
        status = command()
        sys.stdout.flush()
    except UserError as error:
        complain(error.message, error.hint)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python would fail once more at its end
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except Exception as error:
        if debug:
            raise
        confess("the command", " ".join(sys.argv[1:]), f"{type(error).__name__}: {error}")
    else:
        return status
    return FAILED


class Output:
    """A stream, or a file that is written whole when all went well."""

    def __init__(self, path: Path | None, stream: TextIO) -> None:
        self._path = path
        self.stream: TextIO = io.StringIO() if path else stream

    def write(self, lines: Iterable[str]) -> None:
        """Write lines."""
        for line in lines:
            self.stream.write(line + "\n")

    def __enter__(self) -> Output:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._path and isinstance(self.stream, io.StringIO) and kind is None:
            from lint_article.engine.files import write_whole

            write_whole(str(self._path), self.stream.getvalue().encode("utf-8", "backslashreplace"))
