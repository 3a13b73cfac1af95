"""Suppressions written for the user: an entry of `ignore` in the settings for each finding, with its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lint_article.commands.output import info
from lint_article.config import FILES, Ignore
from lint_article.config.lines import show_location
from lint_article.document import Document
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.ignore_entries import append_ignores
from lint_article.engine.job import Job
from lint_article.engine.patterns import relative_path
from lint_article.engine.report import FileReport
from lint_article.engine.suppress import count_quotes
from lint_article.readers.text_writer import PLACEHOLDER
from lint_article.text import Span

_FEWEST, _MOST = 3, 12  # words of a quote; more are taken until it occurs once
_SPECIAL = re.compile(r"([\\*?\[\]!#])")
_WORDS = re.compile(r"\S+")


def add_ignores(jobs: Sequence[Job], reports: Iterable[FileReport], reason: str) -> None:
    """Add an entry for each finding to the settings of its file, or to a new file of settings here.

    Raises UserError if the settings hold `ignore` in a form that nothing can be added to.
    """
    by_path = {job.shown_as: job for job in jobs}
    entries: dict[Path, list[Ignore]] = {}
    for report in reports:
        if report.document:
            file = _settings_file(by_path[report.path])
            entries.setdefault(file, []).extend(_entries(report, report.document, file, reason))
    for file, ignores in entries.items():
        made = list(dict.fromkeys(ignores))
        append_ignores(file, made)
        info(f"{show_location(file)}: {len(made)} {'entry' if len(made) == 1 else 'entries'} of `ignore` added")


def _settings_file(job: Job) -> Path:
    """Return the project's own settings; the user's own, which are for all manuscripts, get no entries."""
    origin = Path(job.settings.origin)
    is_project = bool(job.settings.origin) and origin.name in FILES and str(origin.parent) == job.settings.root
    return origin if is_project else Path(FILES[0]).absolute()


def _entries(report: FileReport, document: Document, file: Path, reason: str) -> Iterator[Ignore]:
    path = "/" + _SPECIAL.sub(r"\\\1", relative_path(str(file.parent), report.path))
    return (Ignore(found.rule, _quote(document, found), path, reason) for found in report.diagnostics)


def _quote(document: Document, found: Diagnostic) -> str:
    """Return the flagged words, with as many around them as it takes to tell them from others; "" if there are none."""
    words = [Span(*match.span()) for match in _WORDS.finditer(document.text, *_around(document, found.span))]
    inside = [index for index, word in enumerate(words) if word.overlaps(found.span)]
    if not inside:
        return ""
    first, last = inside[0], min(inside[-1], inside[0] + _MOST - 1)
    while True:
        quote = " ".join(word.of(document.text) for word in words[first : last + 1])
        number = last - first + 1
        if number >= _MOST or (number >= _FEWEST and count_quotes(document.text, quote) == 1):
            return quote
        if first == 0 and last == len(words) - 1:
            return quote
        first, last = max(first - 1, 0), min(last + 1, len(words) - 1)


def _around(document: Document, span: Span) -> tuple[int, int]:
    """Return the bounds of what can be quoted: the paragraph or less, since no quote has a placeholder in it."""
    text = document.text
    stops = [text.rfind(stop, 0, span.start) + 1 for stop in ("\n\n", PLACEHOLDER)]
    ends = [text.find(stop, span.end) for stop in ("\n\n", PLACEHOLDER)]
    inner = text.find(PLACEHOLDER, span.start, span.end)
    end = min([end for end in (*ends, inner) if end >= 0], default=len(text))
    return max(stops), end
