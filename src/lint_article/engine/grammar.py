"""Grammar engines for a run: each is opened when the first file wants it, and closed with the run."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from lint_article.document import Document
from lint_article.engine.job import Job

if TYPE_CHECKING:
    from lint_article.grammar.session import Session
    from lint_article.grammar.settings import GrammarSettings


class Remarked(NamedTuple):
    """A document with its remarks, notes on what was not checked, and the engine with its version."""

    document: Document
    notes: tuple[str, ...] = ()
    engine: str = ""


class Grammar:
    """The sessions of one process, by their settings."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._sessions: dict[str, Session] = {}

    def remark(self, document: Document, job: Job) -> Remarked:
        """Return the document with what the engine says of it, if a rule of the job wants that.

        Raises UserError if the engine that the settings name cannot be had.
        """
        settings = job.settings.grammar
        if settings.engine == "none" or not any(rule.kind == "grammar" for rule in job.rules):
            return Remarked(document)
        session = self._session(settings)
        checked = session.check(document)
        engine = f"{session.engine.name} {session.engine.version}"
        return Remarked(replace(document, remarks=checked.remarks), checked.notes, engine)

    def close(self) -> None:
        """End what was started."""
        self._sessions.clear()
        self._stack.close()

    def _session(self, settings: GrammarSettings) -> Session:
        key = repr(settings)
        if key not in self._sessions:
            from lint_article.grammar.session import opened

            self._sessions[key] = self._stack.enter_context(opened(settings))
        return self._sessions[key]
