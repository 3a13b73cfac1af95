"""Grammar engines for a run: each is opened when the first file wants it, and closed with the run.

Whatever an engine does, it costs no other findings: what it failed at is a problem of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from lint_article.document import Document, Problem, Remark
from lint_article.engine.job import Job
from lint_article.engine.report import Fault, fault
from lint_article.errors import UserError
from lint_article.text import Span

if TYPE_CHECKING:
    from lint_article.grammar.session import Session
    from lint_article.grammar.settings import GrammarSettings


class Remarked(NamedTuple):
    """A document with its remarks; the engine with its version, what it failed at, notes, and a fault of ours."""

    document: Document
    engine: str = ""
    incomplete: UserError | None = None
    notes: tuple[str, ...] = ()
    fault: Fault | None = None


class Grammar:
    """The sessions of one process, by their settings; of an engine that cannot be had, why."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._sessions: dict[str, Session | UserError] = {}

    def prepare(self, job: Job) -> None:
        """Have the engines of a job load what they need while its file is being read; faults are for later."""
        if not _is_wanted(job):
            return
        with suppress(Exception):
            for name in job.settings.grammar.engine.split("+"):
                self._session(replace(job.settings.grammar, engine=name)).engine.prepare()

    def remark(self, document: Document, job: Job) -> Remarked:
        """Return the document with what the engine says of it, if a rule of the job wants that."""
        settings = job.settings.grammar
        if not _is_wanted(job):
            return Remarked(document)
        try:
            return self._add_remarks(document, settings)
        except UserError as error:
            return _incomplete(Remarked(document), "The grammar", error.message.rstrip("."), error.hint)
        except Exception as error:  # a fault of ours costs the remarks and nothing else
            return Remarked(document, fault=fault("the grammar check", error))

    def close(self) -> None:
        """End what was started."""
        self._sessions.clear()
        self._stack.close()

    def _add_remarks(self, document: Document, settings: GrammarSettings) -> Remarked:
        """Ask one engine after the other; what a later one says of the same words is left out."""
        remarked = Remarked(document)
        for name in settings.engine.split("+"):
            session = self._session(replace(settings, engine=name))
            checked = session.check(document)
            remarks = merge_remarks(remarked.document.remarks, checked.remarks)
            engine = ", ".join((*filter(None, [remarked.engine]), f"{session.engine.name} {session.engine.version}"))
            notes = (*remarked.notes, *checked.notes)
            document_now = replace(remarked.document, remarks=remarks)
            remarked = remarked._replace(document=document_now, engine=engine, notes=notes)
            if failed := checked.unchecked:
                remarked = _incomplete(remarked, failed.what, failed.reason, failed.hint, failed.at)
        return remarked

    def _session(self, settings: GrammarSettings) -> Session:
        key = repr(settings)
        if key not in self._sessions:
            self._sessions[key] = self._open_session(settings)
        session = self._sessions[key]
        if isinstance(session, UserError):
            raise session
        return session

    def _open_session(self, settings: GrammarSettings) -> Session | UserError:
        from lint_article.grammar.session import open_session  # late: without an engine nothing of it is needed

        try:
            return self._stack.enter_context(open_session(settings))
        except UserError as error:
            return error


def engines_of(jobs: Sequence[Job]) -> set[str]:
    """Return the engines that any of these jobs wants, as its settings have them."""
    kinds = {(job.settings.grammar.engine, id(job.rules)): job for job in jobs}  # many jobs have the same
    return {job.settings.grammar.engine for job in kinds.values() if _is_wanted(job)}


def _is_wanted(job: Job) -> bool:
    return job.settings.grammar.engine != "none" and any(rule.kind == "grammar" for rule in job.rules)


def merge_remarks(first: Sequence[Remark], second: Sequence[Remark]) -> tuple[Remark, ...]:
    """Return the remarks in order, and of those on the same words, or on words side by side, the first engine's."""
    spans = [remark.span for remark in first]
    others = [one for one in second if not any(_is_overlapping(one.span, span) for span in spans)]
    return tuple(sorted((*first, *others), key=lambda remark: remark.span))


def _is_overlapping(one: Span, other: Span) -> bool:
    return one.start <= other.end + 1 and other.start <= one.end + 1


def _incomplete(remarked: Remarked, what: str, reason: str, hint: str, at: Span | None = None) -> Remarked:
    problem = Problem("unchecked-text", at or Span(0, 0), (("what", what), ("reason", reason)))
    document = replace(remarked.document, problems=(*remarked.document.problems, problem))
    return remarked._replace(document=document, incomplete=UserError(f"{what} was not checked: {reason}.", hint))
