"""Reports kept between runs: a manuscript is not checked again while all that decided its report is as it was.

That is its bytes and its path, the files that its reader has looked for, the settings, this program, and what is
installed beside it. What cannot be told to be as it was is not kept: an answer of a server, a check that was
incomplete, findings that depend on a baseline or on other revisions.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from time import localtime
from typing import TYPE_CHECKING

from lint_article import __version__
from lint_article.config.dictionary import read_dictionary
from lint_article.document import MEGABYTE
from lint_article.errors import UserError
from lint_article.grammar.registry import engine_names, entry
from lint_article.readers import disk
from lint_article.regular_files import read_regular
from lint_article.rulebook import rules_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lint_article.engine.grammar import Grammar
    from lint_article.engine.job import Job
    from lint_article.engine.report import FileReport

_PACKAGE = Path(__file__).parents[1]
_KINDS = {
    "lint_article.engine.diagnostic": ("Diagnostic", "ExcerptLine", "PlacedEdit", "PlacedFix", "PlacedRelated"),
    "lint_article.engine.report": ("FileReport", "UncitedEntries"),
    "lint_article.text.span": ("Span",),
    "lint_article.text.map": ("Origin",),
    "lint_article.text.place": ("Place",),
}


def check_or_recall(job: Job, grammar: Grammar) -> FileReport:
    """Return the report of one file: that of an earlier run if it still holds, which is kept otherwise."""
    from lint_article.engine.run import check  # late: what is known need not be checked

    known = recall(job)
    if known:
        return known
    grammar.prepare(job)
    if not _may_keep(job):
        return check(job, grammar)
    before = _secret(job)
    with disk.noting() as noted:
        report = check(job, grammar)
    if before and before == _secret(job) and _is_complete(report) and disk.is_lasting(noted):
        from lint_article.engine import sealed_files

        sealed_files.keep(_folder(job), before, (noted, report))
    return report


def recall(job: Job) -> FileReport | None:
    """Return the report of an earlier run if it still holds."""
    if not _may_keep(job):
        return None
    from lint_article.engine import sealed_files  # late: it loads what nothing else needs

    secret = _secret(job)
    found = sealed_files.recall(_folder(job), secret, _KINDS) if secret else None
    if not found:
        return None
    noted, report = found
    return report if disk.is_unchanged(noted) else None


def _folder(job: Job) -> Path:
    from lint_article.grammar.places import report_folder

    return report_folder(job.settings.grammar.cache_dir)


def _may_keep(job: Job) -> bool:
    """Tell whether a job's report depends on nothing but what the secret and the notes cover."""
    settings = job.settings.grammar
    if not settings.cache or job.path == "-" or job.fix or job.keep_document or job.changes is not None:
        return False
    names = {*settings.engine.split("+")} - {"none"}
    return job.known is None and all(name in engine_names() and entry(name).is_settled for name in names)


def _is_complete(report: FileReport) -> bool:
    rules = {one.rule for one in report.diagnostics}
    is_read = rules != {"unreadable-source"}  # else it may be read another time
    return is_read and not (report.faults or report.trouble or report.incomplete or report.document)


def _secret(job: Job) -> bytes:
    """Return a hash of all that is known of a job before its file is read by a reader; b"" if there is no file.

    Only whoever has the manuscript can compute it.
    """
    from hashlib import sha256

    try:
        data = read_regular(job.path, job.settings.limits.file_size * MEGABYTE)
    except OSError:
        return b""
    place = str(Path(job.path).absolute())
    said = (job.path, job.shown_as, place, job.format, job.is_one_of_many, job.only)
    rules = [rule if rule.origin else f"{rule.code}{rule.severity}" for rule in job.rules]
    words = _words((*job.settings.dictionary, *job.settings.grammar.words))
    decisive = (_program(), localtime().tm_year, said, rules, job.settings, words)
    about = repr(decisive).encode("utf-8", "surrogatepass")
    return sha256(len(about).to_bytes(8, "big") + about + data).digest()


@cache
def _words(entries: tuple[str, ...]) -> list[str]:
    """Return the words of the user's own; a file of them that cannot be read is the checks' to report."""
    try:
        return sorted(read_dictionary(entries))
    except UserError:
        return []


@cache
def _program() -> str:
    """Return what tells this program, as it is installed, from any other."""
    from hashlib import sha256

    return sha256("\n".join((__version__, sys.version, *_own_files(), *_packages())).encode()).hexdigest()


def _own_files() -> Iterator[str]:
    """Yield what tells our files from others: an installer's list of them, or the time each was changed."""
    record = _PACKAGE.parent / f"lint_article-{__version__}.dist-info/RECORD"
    if record.is_file():
        yield record.read_text("utf-8")
        return
    for folder in (_PACKAGE, rules_folder()):
        for place, _, names in os.walk(folder):
            if not place.endswith("__pycache__"):
                for name in sorted(names):
                    known = os.stat(f"{place}/{name}")  # noqa: PTH116 - two thousand of them must take no time
                    yield f"{name} {known.st_size} {known.st_mtime_ns}"


def _packages() -> list[str]:
    """Return the names and versions of what is installed."""
    found: set[str] = set()
    for place in sys.path:
        try:
            found.update(name for name in os.listdir(place or ".") if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208 - thousands
        except OSError:
            continue
    return sorted(found)
