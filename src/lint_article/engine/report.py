"""What came of one file: its diagnostics, or why there are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from lint_article.dataclass import dataclass
from lint_article.document import Document, Safety, Source
from lint_article.engine.diagnostic import Diagnostic, PlacedFix
from lint_article.errors import UserError
from lint_article.rulebook import Severity
from lint_article.text import Origin, Place, Span

if TYPE_CHECKING:
    from lint_article.engine.baseline import Comparison

READING = "reading"
"""Where a fault happened that kept the file from being checked at all."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of ours: where it happened (`reading`, `rule uncited-reference`), what was raised, and the traceback."""

    where: str
    error: str
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file's bytes before and after its fixes, and how many these are; `path` is `-` for standard input."""

    path: str
    before: bytes
    after: bytes
    count: int


UNUSED_ENTRY = "unused-bibliography-entry"
"""The rule whose findings need all manuscripts of a run."""


@dataclass(frozen=True, slots=True)
class UncitedEntries:
    """What a manuscript does not cite of its bibliographies: a finding per entry, for the run to put together.

    `totals` counts the entries of each file by its real path; `each`: the findings are wanted one by one.
    """

    totals: Mapping[str, int]
    entries: tuple[Diagnostic, ...]
    each: bool


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file's results; `trouble` and `faults` mean that something was not checked, `notes` are for information.

    `incomplete` says what a grammar engine failed at; the rest of the file was checked. `rewritten` are the files that
    fixes are made in, the manuscript first; the diagnostics are then those that remain, but all if `unwritten` says why
    a file could not be written. `suppressed` counts what is not reported; `grammar` is the engine that checked the
    grammar, with its version; `absent` are the quotes of `ignore` that the file does not contain. `baseline` says which
    findings the baseline knew, if there is one; `diagnostics` are then the others. `elsewhere` counts the findings on
    unchanged lines, where only changed ones are wanted. `docs_url` is where the rules' pages are published. `unused` is
    there if other files are checked too. `document` is the parsed manuscript, if the job asks for it. `is_rule`: the
    file is no manuscript but one with a rule of the user's own, which cannot be used.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    faults: tuple[Fault, ...] = ()
    trouble: UserError | None = None
    incomplete: UserError | None = None
    notes: tuple[str, ...] = ()
    suppressed: int = 0
    grammar: str = ""
    rewritten: tuple[Rewritten, ...] = ()
    unwritten: tuple[UserError, ...] = ()
    absent: tuple[str, ...] = ()
    baseline: Comparison | None = None
    elsewhere: int = 0
    docs_url: str = ""
    unused: UncitedEntries | None = None
    document: Document | None = None
    is_rule: bool = False

    def rule_url(self, rule: str) -> str:
        """Return the address of a rule's page, or ""."""
        return f"{self.docs_url.rstrip('/')}/rules/{rule}.html" if self.docs_url else ""

    @property
    def is_checked(self) -> bool:
        """Tell whether the file was checked, or at least a part of it."""
        return not self.trouble and all(fault.where != READING for fault in self.faults)


@dataclass(frozen=True, slots=True)
class State:
    """A manuscript as it is at a time, and what is said of it."""

    source: Source
    document: Document
    report: FileReport


def condense(report: FileReport) -> FileReport:
    """Return what a summary counts of a report: of thousands of files nothing else is kept."""
    found = (
        _condense_finding(one.rule, one.code, one.severity, one.fix and one.fix.safety) for one in report.diagnostics
    )
    rewritten = tuple(replace(file, before=b"", after=b"") for file in report.rewritten)
    return replace(report, diagnostics=tuple(found), rewritten=rewritten, notes=(), document=None)


@cache
def _condense_finding(rule: str, code: str, severity: Severity, safety: Safety | None) -> Diagnostic:
    nowhere = Place(0, 0)
    fix = PlacedFix("", safety, ()) if safety else None
    return Diagnostic(rule, code, "", severity, "", Span(0, 0), Origin(0, 0, 0), nowhere, nowhere, (), fix)


def fault(where: str, error: Exception) -> Fault:
    """Return the fault that an exception is."""
    import traceback  # late: only a fault needs it

    return Fault(where, f"{type(error).__name__}: {error}", "".join(traceback.format_exception(error)))
