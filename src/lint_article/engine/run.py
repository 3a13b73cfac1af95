"""One file from its path to its report; what goes wrong with it never touches the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from lint_article.config import Ignore
from lint_article.document import Document, Reading, Source
from lint_article.engine.budget import OverBudgetError, Watch
from lint_article.engine.chapters import keep_chapters
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.lint import OnFault, lint
from lint_article.engine.listing import in_order, list_findings
from lint_article.engine.load import load, read, unread
from lint_article.engine.own_rules import book_of, explain_stop
from lint_article.engine.patterns import is_match
from lint_article.engine.report import READING, Fault, FileReport, State, UncitedEntries, fault
from lint_article.engine.stamp import stamp
from lint_article.engine.suppress import is_quoted, suppress
from lint_article.errors import UserError, join_errors, what_is_refused
from lint_article.parsing.parse import parse, without_facts
from lint_article.readers.formats import is_ending_known
from lint_article.readers.unreadable import Unreadable
from lint_article.rulebook import Rule, Rulebook, rulebook

if TYPE_CHECKING:
    from lint_article.engine.baseline import Comparison

_ATTEMPTS = 20


def check(job: Job, grammar: Grammar, find_source: Callable[[Job], Source] | None = None) -> FileReport:
    """Return the report of one file, fixed if the job wants that; never raises for what is wrong with it or with us.

    `find_source` gives the bytes of a file that is not on this disk.
    """
    watch = Watch(job.settings.limits)
    try:
        return _fix_file(job, grammar, watch) if job.fix else _check_file(job, grammar, watch, find_source or _source)
    except OverBudgetError:
        return _unread_report(job, watch.reason)
    except Unreadable as error:
        return _unread_report(job, error.reason)
    except UserError as error:
        return FileReport(job.shown_as, trouble=error.with_traceback(None))
    except (OSError, MemoryError) as error:  # what the system refuses
        refused = what_is_refused(error)
        return FileReport(job.shown_as, trouble=UserError(f"{job.shown_as} could not be checked: {refused}."))
    except Exception as error:  # whatever it is, the other files are still checked
        return FileReport(job.shown_as, faults=(fault(READING, error),))


def lint_and_suppress(
    document: Document,
    rules: Sequence[Rule],
    ignores: Sequence[Ignore] = (),
    on_fault: OnFault | None = None,
    book: Rulebook | None = None,
    most: int = 0,
) -> tuple[list[Diagnostic], int]:
    """Return what is found and not suppressed, with the unused suppressions; and how much is suppressed.

    `book` has the rules that a suppression may name; without it, those are ours. Of each rule at most so many findings
    are listed, unless any might be suppressed; 0 is without limit.
    """
    listed = lint(document, rules, on_fault, 0 if ignores or document.comments else most)
    found = suppress(document, listed, ignores, rules, book or rulebook())
    reporting = [rule for rule in rules if rule.kind == "suppression"]
    unused = [stamp(document, rule, *claim) for rule in reporting for claim in found.unused]
    return in_order([*found.kept, *unused]), found.count


def _source(job: Job) -> Source:
    named = tuple(str(Path(job.settings.root, path)) for path in job.settings.bibliography)
    return load(job.path, job.shown_as, job.format, named, job.settings.limits)


def _unread_report(job: Job, reason: str) -> FileReport:
    """Return the report of a file that is not read at all."""
    return check_reading(unread(Source(job.shown_as, "plain", b""), reason), job, Grammar()).report


def _check_file(job: Job, grammar: Grammar, watch: Watch, find_source: Callable[[Job], Source]) -> FileReport:
    with watch:
        return check_source(find_source(job), job, grammar).report


def _fix_file(job: Job, grammar: Grammar, watch: Watch) -> FileReport:
    """Return the report of a file with its fixes; it is checked anew if another process of this run was quicker."""
    from lint_article.engine.fixes import apply_until_stable  # late: most runs fix nothing
    from lint_article.engine.writing import Overtaken, write

    for _ in range(_ATTEMPTS):
        with watch:
            done = apply_until_stable(_source(job), lambda source: check_source(source, job, grammar), job.fix)
        try:
            files, unwritten = write(done.files(job.path), job)
        except Overtaken:
            continue
        report = done.before.report if unwritten else done.after.report
        found = list_findings(report.diagnostics, job.settings.limits.findings)
        return replace(report, diagnostics=tuple(found), rewritten=files, unwritten=unwritten)
    raise UserError(f"{job.shown_as} keeps changing.", "Use `--jobs 1`.")


def check_source(source: Source, job: Job, grammar: Grammar) -> State:
    """Return the parsed source and what is to be reported of it."""
    return check_reading(read(source), job, grammar)


def check_reading(reading: Reading, job: Job, grammar: Grammar) -> State:
    """Return a parsed reading and what is to be reported of it."""
    faults: dict[str, Fault] = {}
    source = reading.source
    remarked = grammar.remark(_parse(reading, faults), job)
    document = remarked.document
    if remarked.fault:
        faults["grammar"] = remarked.fault

    stopped: list[UserError] = []

    def on_fault(rule: str, error: Exception) -> None:
        if isinstance(error, TimeoutError):
            stopped.append(explain_stop(next(one for one in job.rules if one.name == rule)))
        else:
            faults[rule] = fault(f"rule {rule}", error)

    ignores = [entry for entry in job.settings.ignore if is_match(entry.path, source.path, job.settings.root)]
    most = 0 if job.fix else job.settings.limits.findings  # a fix is made of each
    at_once = 0 if _is_selective(job) else most
    found, suppressed = lint_and_suppress(document, job.rules, ignores, on_fault, book_of(job.settings), at_once)
    found = keep_chapters(document, found, job)
    found, baseline = _drop_known(document, found, job)
    wanted = [one for one in found if job.changes is None or job.changes.has_touched(one, job.path)]
    found, elsewhere = wanted, len(found) - len(wanted)
    found = list_findings(found, most)
    notes = (*remarked.notes, *_notes(job, document))
    if any(one.fix for one in found):
        from lint_article.engine.writable import settle_safety  # late: many a text has nothing to fix

        found, not_written = settle_safety(document, found, job)
        notes += not_written
    report = FileReport(
        path=job.shown_as,
        diagnostics=tuple(found),
        faults=tuple(faults.values()),
        incomplete=join_errors([*filter(None, [remarked.incomplete]), *stopped]),
        notes=notes,
        suppressed=suppressed,
        grammar=remarked.engine,
        absent=tuple(quote for quote in job.quotes if not is_quoted(document.text, quote)),
        baseline=baseline,
        elsewhere=elsewhere,
        docs_url=job.settings.docs_url,
        unused=_find_unused(document, job),
        document=document if job.keep_document else None,
    )
    return State(source, document, report)


def _find_unused(document: Document, job: Job) -> UncitedEntries | None:
    if not job.is_one_of_many or not any(part.path for part in document.parts):
        return None
    from lint_article.engine.unused_entries import find_unused_entries  # late: most runs are of one file

    return find_unused_entries(document, job.rules)


def _is_selective(job: Job) -> bool:
    """Tell whether some of what is found may not be reported."""
    return job.known is not None or job.changes is not None or bool(job.only)


def _drop_known(document: Document, found: list[Diagnostic], job: Job) -> tuple[list[Diagnostic], Comparison | None]:
    """Return the findings that the job's baseline does not know, and how they compare with it."""
    if job.known is None:
        return found, None
    from lint_article.engine.baseline import compare, identify  # late: few runs have a baseline

    compared = compare([identify(document, one) for one in found], job.known)
    return [one for one, is_known in zip(found, compared.is_known, strict=True) if not is_known], compared


def _parse(reading: Reading, faults: dict[str, Fault]) -> Document:
    """Return what could be parsed of a reading; what raised on the way is a fault of ours."""
    if reading.fault:
        faults["reader"] = fault("reading the rest", reading.fault)
    try:
        return parse(reading)
    except Exception as error:  # whatever it is, the words are still checked
        faults["parser"] = fault("parsing", error)
        return without_facts(reading)


def _notes(job: Job, document: Document) -> Iterator[str]:
    """Yield what there is to know of how the file was read."""
    if not document.text.strip() and not document.problems:
        what = "has no text" if document.source.data.strip() else "is empty"
        yield f"{job.shown_as} {what}: there is nothing to check."
    is_converted = document.source.format == "libreoffice"
    if is_converted and document.text:
        yield f"{job.shown_as} was converted by LibreOffice; places are paragraphs of what it has made of the file."
    elif not is_converted and not job.format and job.shown_as != "-" and not is_ending_known(job.shown_as):
        form = document.source.format.replace("plain", "plain text")
        ending = PurePath(job.shown_as).suffix
        why = f"{ending} is not a known extension" if ending else "its name has no extension"
        yield f"{job.shown_as} was read as {form}, because {why}; `--format` reads it as another format."
