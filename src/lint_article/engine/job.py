"""One file's job: everything that a process needs to check it."""

from __future__ import annotations

from lint_article.config import Settings
from lint_article.dataclass import dataclass
from lint_article.document import Safety
from lint_article.rulebook import Rule


@dataclass(frozen=True, slots=True)
class Job:
    """Check `path` (`-` is standard input) with these rules; `shown_as` is how the file is named in reports.

    `format` is "" where the file is to tell; `fix` holds the safeties of the fixes to make, and `write` tells whether
    their files are to be written. In `ledger` the processes of a run note what they have written.
    `keep_document`: the report is to hold the parsed manuscript too.
    """

    path: str
    shown_as: str
    settings: Settings
    rules: tuple[Rule, ...]
    format: str = ""
    fix: tuple[Safety, ...] = ()
    write: bool = False
    ledger: str = ""
    keep_document: bool = False

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words that the settings ignore in any file."""
        return tuple(entry.quote for entry in self.settings.ignore if entry.quote and not entry.path)
