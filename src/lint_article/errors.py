"""The one error that a user can do something about, and the exit status of the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

CLEAN, FINDINGS, FAILED = 0, 1, 2
_MOST_NAMES = 1000  # of a folder that are compared


class UserError(Exception):
    """What the user can do something about: one sentence that names the fault, and a hint that says what to do.

    It is raised, or kept in a report where the other files are still to be checked; two that say the same are equal.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UserError) and self.__reduce__() == other.__reduce__()

    def __hash__(self) -> int:
        return hash((self.message, self.hint))

    def __reduce__(self) -> tuple[type[UserError], tuple[str, str]]:
        return type(self), (self.message, self.hint)


def join_errors(errors: Sequence[UserError]) -> UserError | None:
    """Return several errors as one, or None for none."""
    if len(errors) < 2:
        return errors[0] if errors else None
    return UserError(
        " ".join(error.message for error in errors), " ".join(error.hint for error in errors if error.hint)
    )


def did_you_mean(word: str, known: Iterable[str], called: Mapping[str, str] | None = None) -> str:
    """Return `Did you mean …?` with the known word that is nearest, or "" if none is near.

    `called` has what is said instead of a word.
    """
    from difflib import get_close_matches  # late: only a mistake needs it

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Did you mean `{(called or {}).get(near[0], near[0])}`?" if near else ""


def nearest_file(path: str) -> str:
    """Return `Did you mean …?` with the file or folder beside the path whose name is nearest, or ""."""
    import os  # late: only a mistake needs these
    from itertools import islice
    from pathlib import Path, PurePath

    folder, name = os.path.split(path)
    try:
        beside = list(islice(Path(folder or ".").iterdir(), _MOST_NAMES))
    except OSError:
        return ""
    by_stem = {other.stem: str(other) for other in beside}
    return did_you_mean(PurePath(name).stem, by_stem, by_stem) if name else ""


def what_is_refused(error: OSError | MemoryError) -> str:
    """Return what the system refuses, and of which file if it says so; without a full stop."""
    if isinstance(error, MemoryError):
        return "there is not enough memory"
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}"
