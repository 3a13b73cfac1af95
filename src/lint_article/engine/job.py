"""One file's job: everything that a process needs to check it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint_article.config import Settings
from lint_article.dataclass import dataclass
from lint_article.document import Safety
from lint_article.rulebook import Rule

if TYPE_CHECKING:
    from lint_article.engine.baseline import Known
    from lint_article.engine.changed_lines import Changes


@dataclass(frozen=True, slots=True)
class Job:
    """Check `path` (`-` is standard input) with these rules; `shown_as` is how the file is named in reports.

    `format` is "" where the file is to tell; `fix` holds the safeties of the fixes to make, and `write` tells whether
    their files are to be written. In `ledger` the processes of a run note what they have written. `known` are the
    findings that the baseline has of the file, or None without a baseline. `changes` has the lines to report on, or is
    None for all. `keep_document`: the report is to hold the parsed manuscript too. `is_one_of_many`: other files may
    share a bibliography with it. `only` are chapters, as the user has named them, which are checked through `path`, the
    manuscript that includes them; nothing is reported of its other files.
    """

    path: str
    shown_as: str
    settings: Settings
    rules: tuple[Rule, ...]
    format: str = ""
    fix: tuple[Safety, ...] = ()
    write: bool = False
    ledger: str = ""
    known: tuple[Known, ...] | None = None
    changes: Changes | None = None
    keep_document: bool = False
    is_one_of_many: bool = False
    only: tuple[str, ...] = ()

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words that the settings ignore in any file."""
        return tuple(entry.quote for entry in self.settings.ignore if entry.quote and not entry.path)
