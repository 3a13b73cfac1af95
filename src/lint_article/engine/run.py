"""One file from its path to its report; what goes wrong with it never touches the others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lint_article.config import Ignore
from lint_article.document import Document, Source
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.fixes import repair
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.lint import OnFault, in_order, lint
from lint_article.engine.load import load, read
from lint_article.engine.patterns import matches
from lint_article.engine.report import Fault, FileReport, Rewrite, Trouble, fault
from lint_article.engine.stamp import stamp
from lint_article.engine.suppress import suppress
from lint_article.errors import UserError
from lint_article.parsing.parse import parse, unparsed
from lint_article.rulebook import Rule, rulebook


def check(job: Job, grammar: Grammar) -> FileReport:
    """Return the report of one file; never raises for what is wrong with the file, nor for a fault of ours."""
    try:
        return _Check(job, grammar).report()
    except UserError as error:
        return FileReport(job.shown_as, trouble=Trouble(error.message, error.hint))
    except Exception as error:  # whatever it is, the other files are still checked
        return FileReport(job.shown_as, faults=(fault("reading", error),))


def reported(
    document: Document, rules: Sequence[Rule], ignores: Sequence[Ignore] = (), on_fault: OnFault | None = None
) -> tuple[list[Diagnostic], int]:
    """Return what is found and not suppressed, with what is suppressed in vain; and how much is suppressed."""
    found = suppress(document, lint(document, rules, on_fault), ignores, rules, rulebook())
    reporting = [rule for rule in rules if rule.name == "unused-suppression"]
    vain = [stamp(document, rule, *claim) for rule in reporting for claim in found.unused]
    return in_order([*found.kept, *vain]), found.count


class _Check:
    """The checking of one file; it holds what is learnt on the way beside the diagnostics."""

    def __init__(self, job: Job, grammar: Grammar) -> None:
        self._job = job
        self._grammar = grammar
        self._engine = ""
        self._notes: tuple[str, ...] = ()
        self._faults: dict[str, Fault] = {}
        self._suppressed = 0

    def report(self) -> FileReport:
        job = self._job
        named = tuple(str(Path(job.settings.root, path)) for path in job.settings.bibliography)
        source = load(job.path, job.shown_as, job.format, named)
        done = repair(source, self.diagnostics, job.fix)
        if not done.document.text.strip() and not done.document.problems:
            self._notes += (f"{job.shown_as} is empty: there is nothing to check.",)
        return FileReport(
            path=job.shown_as,
            diagnostics=tuple(done.remaining),
            faults=tuple(self._faults.values()),
            notes=self._notes,
            suppressed=self._suppressed,
            grammar=self._engine,
            rewrite=Rewrite(job.path, source.data, done.source.data, done.count) if job.fix else None,
        )

    def diagnostics(self, source: Source) -> tuple[Document, list[Diagnostic]]:
        """Return the parsed source and what is to be reported of it."""
        rules, settings = self._job.rules, self._job.settings
        document, self._notes, self._engine = self._grammar.remark(self._parsed(source), self._job)
        ignores = [entry for entry in settings.ignore if matches(entry.path, source.path, settings.root)]
        found, self._suppressed = reported(document, rules, ignores, self._at_fault)
        return document, found

    def _parsed(self, source: Source) -> Document:
        """Return what could be read and parsed of a source; what raised on the way is a fault of ours."""
        reading = read(source)
        if reading.fault:
            self._faults["reader"] = fault("reading the rest", reading.fault)
        try:
            return parse(reading)
        except Exception as error:  # whatever it is, the words are still checked
            self._faults["parser"] = fault("parsing", error)
            return unparsed(reading)

    def _at_fault(self, rule: str, error: Exception) -> None:
        self._faults[rule] = fault(f"rule {rule}", error)
