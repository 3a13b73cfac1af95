"""What can go wrong that is the user's to mend, and the exit status of the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CLEAN, FINDINGS, FAILED = 0, 1, 2


class UserError(Exception):
    """Something that the user can mend: one sentence that says what is wrong, and a hint that says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[UserError], tuple[str, str]]:
        return type(self), (self.message, self.hint)


def did_you_mean(word: str, known: Iterable[str], called: Mapping[str, str] | None = None) -> str:
    """Return `Did you mean …?` with the known word that is nearest, or "" if none is near.

    `called` has what is said instead of a word.
    """
    from difflib import get_close_matches  # late: only a mistake needs it

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Did you mean `{(called or {}).get(near[0], near[0])}`?" if near else ""
