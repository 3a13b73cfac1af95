"""What came of one path: its diagnostics, or why there are none."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

from lint_article.engine.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of ours: where it happened (`rule uncited-reference`), what was raised, and the traceback."""

    where: str
    error: str
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What the user can mend: one sentence, and what to do."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file's results; `trouble` and `faults` mean that something was not checked, `notes` are for information."""

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    faults: tuple[Fault, ...] = ()
    trouble: Trouble | None = None
    notes: tuple[str, ...] = ()


def fault(where: str, error: Exception) -> Fault:
    """Return a fault of ours for an exception; it holds no words of the manuscript beyond the exception's own."""
    return Fault(where, f"{type(error).__name__}: {error}", "".join(traceback.format_exception(error)))
