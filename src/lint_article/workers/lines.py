"""Open files that this process has inherited, by which it can ask for copies of what is loaded once for a whole run."""

from __future__ import annotations

from collections.abc import Sequence

_lines: dict[str, int] = {}


def name_line(module: str, line: int) -> str:
    """Return the line to the process that runs a module as a word of a command, which `know_lines` reads."""
    return f"{module}={line}"


def know_lines(words: Sequence[str]) -> None:
    """Let this process have copies of the processes named."""
    for module, _, line in (word.partition("=") for word in words):
        _lines[module] = int(line)


def line_to(module: str) -> int | None:
    """Return the line to the process that runs a module; None if there is none."""
    return _lines.get(module)
