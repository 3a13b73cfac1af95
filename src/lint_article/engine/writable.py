"""Which fixes can be written: those in a file of this project, in a format and an encoding that take them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from lint_article.document import Document, Safety
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.job import Job
from lint_article.readers.decoding import encode_as, encoding_of
from lint_article.readers.project import project_root

_FORMATS = {
    "docx": "into a Word document",
    "odt": "into an OpenDocument text",
    "pdf": "into a PDF",
    "archive": "into an archive",
}
_ELSEWHERE = "into a file outside of the project"
_PIPED = "into a file that standard input includes"
_ENCODING = "in the encoding of the file"


class Lowered(NamedTuple):
    """The diagnostics, with fixes that cannot be written lowered to shown; a note for each file that has such."""

    found: list[Diagnostic]
    notes: tuple[str, ...]


def settle_safety(document: Document, found: Iterable[Diagnostic], job: Job) -> Lowered:
    """Return the diagnostics with those fixes lowered that the files do not take."""
    return lower_repair(found, _Parts(document, job).why_not, job.shown_as, job.fix)


def lower_repair(
    found: Iterable[Diagnostic], why_not: Callable[[Diagnostic], str], shown_as: str, wanted: Collection[Safety]
) -> Lowered:
    """Return the diagnostics with those fixes lowered for which there is a reason; of those wanted this is noted."""
    counts: Counter[tuple[str, str]] = Counter()
    made: list[Diagnostic] = []
    for diagnostic in found:
        fix, reason = diagnostic.fix, why_not(diagnostic)
        if fix and fix.safety != "shown" and reason:
            counts[diagnostic.place.path or shown_as, reason] += fix.safety in wanted
            diagnostic = replace(diagnostic, fix=replace(fix, safety="shown"))
        made.append(diagnostic)
    return Lowered(made, tuple(_note(*key, count) for key, count in counts.items() if count))


def _note(path: str, reason: str, count: int) -> str:
    one = count == 1
    subject = "1 fix" if one else f"{count} fixes"
    return f"{path}: {subject} cannot be written {reason}; {'it is' if one else 'they are'} shown only."


class _Parts:
    """The parts of a document as files to be written; each is looked at when the first fix of it is."""

    def __init__(self, document: Document, job: Job) -> None:
        self._document = document
        self._job = job
        self._known: dict[int, tuple[str, str]] = {}

    def why_not(self, diagnostic: Diagnostic) -> str:
        """Say why a diagnostic's fix cannot be written, if so: `into a PDF`."""
        for edit in diagnostic.fix.edits if diagnostic.fix else ():
            reason, encoding = self._known.get(edit.origin.part) or self._looked_at(edit.origin.part)
            if reason or encode_as(edit.text, encoding) is None:
                return reason or _ENCODING
        return ""

    def _looked_at(self, index: int) -> tuple[str, str]:
        source, part = self._document.source, self._document.parts[index]
        piped = self._job.path == "-"
        encoding = ""
        if not part.writable:
            reason = _FORMATS.get(source.format, "into this file")
        elif piped and part.path:
            reason = _PIPED
        elif not piped and not self._is_inside(part.path or source.path):
            reason = _ELSEWHERE
        else:
            encoding = encoding_of(part.text, part.data if part.path else source.data, source)
            reason = "" if encoding else _ENCODING
        self._known[index] = reason, encoding
        return reason, encoding

    def _is_inside(self, path: str) -> bool:
        return Path(os.path.realpath(path)).is_relative_to(project_root(Path(self._document.source.path).parent))
