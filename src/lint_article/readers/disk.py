"""What readers ask the disk besides the manuscript: noted, so that it can be told whether an answer still holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import local

from lint_article.regular_files import read_regular

Question = tuple[str, ...]
"""What is asked, of which path, and further words."""

_noting = local()
_PROGRAM = ("program",)


@contextmanager
def noting() -> Iterator[dict[Question, str]]:
    """Give a table that is filled with what this thread asks meanwhile, and with the answers."""
    table: dict[Question, str] = {}
    _noting.table = table
    try:
        yield table
    finally:
        del _noting.table


def is_unchanged(noted: Mapping[Question, str]) -> bool:
    """Tell whether the disk gives the same answers as it has given before."""
    return all(_answer(*question) == answer for question, answer in noted.items())


def note_program() -> None:
    """Note that another program has its say: what that answers does not hold for long."""
    table = getattr(_noting, "table", None)
    if table is not None:
        table[_PROGRAM] = ""


def is_lasting(noted: Mapping[Question, str]) -> bool:
    """Tell whether the answers hold for as long as the disk gives the same ones."""
    return _PROGRAM not in noted


def is_there(path: Path) -> bool:
    """Tell whether something has this path; where nobody may look, there is nothing."""
    _note("is_there", path)
    with suppress(OSError):
        return path.exists()
    return False


def is_file(path: Path) -> bool:
    """Tell whether a file has this path; a name that no file can have is none."""
    _note("is_file", path)
    with suppress(OSError, ValueError):
        return path.is_file()
    return False


def resolve(path: Path) -> Path:
    """Return the path without links and dots."""
    _note("resolve", path)
    return path.resolve()


def read_bytes(path: Path, most: int) -> bytes:
    """Return what is in a file; raise OSError if it cannot be read or has more bytes than `most`."""
    _note("read", path, str(most))
    return read_regular(path, most)


def files_in(folder: Path, endings: Iterable[str]) -> list[Path]:
    """Return the files of a folder with one of these endings, sorted; raise OSError if it cannot be read."""
    known = tuple(endings)
    _note("list", folder, *known)
    return [Path(folder, name) for name in _names(str(folder), *known) if Path(folder, name).is_file()]


def _note(verb: str, path: Path, *more: str) -> None:
    table = getattr(_noting, "table", None)
    if table is not None:
        question = (verb, os.path.abspath(path), *more)  # noqa: PTH100 - links are not followed
        if question not in table:
            table[question] = _answer(*question)


def _answer(verb: str, *about: str) -> str:
    try:
        return _ANSWERS[verb](*about)
    except (OSError, ValueError) as error:
        return type(error).__name__


def _names(folder: str, *endings: str) -> list[str]:
    return sorted(name for name in os.listdir(folder) if os.path.splitext(name)[1].lower() in endings)  # noqa: PTH122, PTH208


def _digest(data: bytes) -> str:
    from hashlib import sha256  # late: few manuscripts consist of several files

    return sha256(data).hexdigest()


_ANSWERS: Mapping[str, Callable[..., str]] = {
    "is_there": lambda path: str(Path(path).exists()),
    "is_file": lambda path: str(Path(path).is_file()),
    "resolve": os.path.realpath,
    "read": lambda path, most: _digest(read_regular(path, int(most))),
    "list": lambda path, *endings: "/".join(_names(path, *endings)),
}
