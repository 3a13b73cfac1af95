"""Where a command writes: results to standard output or a file, everything else to standard error."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NoReturn, TextIO

from lint_article import ends
from lint_article.commands import streams
from lint_article.errors import FAILED, UserError, what_is_refused
from lint_article.reporters.terminal import visible


def info(*lines: str) -> None:
    """Write lines to standard error; what would steer a terminal or start another line is shown by a sign."""
    sys.stderr.writelines(f"{visible(line)}\n" for line in lines)


def user_error(message: str, hint: str = "", how: str = "error") -> None:
    """Say what the user can cure, and how."""
    info(f"{how}: {message}", *([f"  hint: {hint}"] if hint else ()))


def internal_error(where: str, path: str, error: str, trace: str = "") -> None:
    """Report a fault of ours; the traceback is shown if there is one."""
    info(f"internal error in {where} on {path}: {error}", "  hint: This is a fault of lint-article; please report it.")
    info(*(trace.splitlines() or ["  Run it again with `--debug` for the traceback."]))


def run_and_exit(command: Callable[[], int], debug: bool = False) -> NoReturn:
    """Run a command and exit with its status."""
    sys.exit(status(command, debug))


def exit_now(status: int) -> NoReturn:
    """End the process at once, with nothing left unwritten."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(UserError, streams.HungUpError):
            stream.flush()
    ends.leave(status)


def status(command: Callable[[], int], debug: bool = False) -> int:
    """Return a command's exit status; what goes wrong is said, and a traceback is shown only if `debug` is set."""
    try:
        ended = command()
        sys.stdout.flush()
    except UserError as error:
        user_error(error.message, error.hint)
    except streams.HungUpError:
        pass  # it is not for us to say that nobody listens
    except (OSError, MemoryError) as error:  # what the system refuses
        user_error(f"{what_is_refused(error)}.")
    except Exception as error:
        import traceback  # late: only a fault of ours needs it

        trace = traceback.format_exc() if debug else ""
        internal_error("the command", " ".join(sys.argv[1:]), f"{type(error).__name__}: {error}", trace)
    else:
        return FAILED if streams.is_deaf() else ended
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
        self.stream.flush()  # whoever reads a pipe has it now, and not with the last file

    def __enter__(self) -> Output:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._path:
            self.stream.flush()
        elif isinstance(self.stream, io.StringIO) and kind is None:
            from lint_article.engine.files import write_whole

            write_whole(str(self._path), self.stream.getvalue().encode("utf-8", streams.ERRORS))
