"""`lint-article archive`."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from importlib.util import find_spec
from time import monotonic
from typing import TYPE_CHECKING, Any

from lint_article import ends
from lint_article.commands.output import info, user_error
from lint_article.commands.progress import StatusLine, is_terminal, spell_time
from lint_article.engine.plan import CheckRequest, plan
from lint_article.errors import CLEAN, FINDINGS, UserError
from lint_article.readers.formats import format_called
from lint_article.text.phrases import count_of

if TYPE_CHECKING:
    from lint_article.backlist.run import Standing

_EVERY = 60.0  # seconds between lines where there is no terminal


def check_archive(
    sources: Sequence[str], out: str, asked: CheckRequest, scheduler: str, overwrite: bool, quiet: bool
) -> int:
    """Check the manuscripts of the sources, write the tables and the page, and return the exit status.

    It is 0 if all were checked, 1 if some were not. Raises UserError if the extra is not installed, for a source or a
    file that cannot be had, and for a scheduler that does not answer.
    """
    gc.enable()  # the command turns it off for its short runs
    _refuse_missing("pyarrow", "fsspec", *(("distributed",) if scheduler else ()))
    from lint_article.backlist.item import Instructions
    from lint_article.backlist.outputs import outputs_for
    from lint_article.backlist.run import BacklistRequest, run

    planned = plan(asked)
    for _, fault in planned.faults:
        user_error(fault.message, fault.hint)
    info(*(f"note: {note}" for note in planned.notes if not quiet))
    instructions = Instructions(planned.settings, format_called(asked.format) if asked.format else "")
    files = outputs_for(out)
    request = BacklistRequest(tuple(sources), instructions, files, planned.settings.jobs, scheduler, overwrite)
    with ends.Deferred(), _Pace(quiet) as pace:
        ended = run(request, pace.hear)
    if ends.exit_status_asked():
        info(f"interrupted: {_said(ended)}; the same command goes on from here")
        return ends.exit_status_asked()
    from lint_article.backlist.summary.page import write_page
    from lint_article.backlist.summary.totals import count_totals

    totals = count_totals(files)
    write_page(files, totals)
    if not quiet:
        info(*_summary(ended, totals), *(f"{file} written" for file in (files.findings, files.manuscripts, files.page)))
    return FINDINGS if totals.statuses["failed"] else CLEAN


def _refuse_missing(*packages: str) -> None:
    for package in packages:
        if find_spec(package) is None:
            raise UserError(f"`archive` needs the package {package}.", "pip install 'lint-article[archive]'")


class _Pace(StatusLine):
    """Says how far a run is, how quickly it goes, and how long the rest takes."""

    def __init__(self, quiet: bool) -> None:
        self._standing: Standing | None = None
        self._writes_lines = not quiet and not is_terminal()
        self._said = monotonic()
        super().__init__(self._line, quiet)

    def hear(self, standing: Standing) -> None:
        """Take note of how far the run is."""
        self._standing = standing
        if self._writes_lines and monotonic() - self._said > _EVERY:
            self._said = monotonic()
            info(self._line(self._said - self._began))

    def _line(self, seconds: float) -> str:
        at = self._standing
        if at is None:
            return "0 files"
        rate = at.done / seconds
        left = f"{spell_time((at.total - at.done) / rate)} left" if at.is_listed else "still listing"
        failed = f" · {at.failed:,} failed" if at.failed else ""
        return f"{at.done:,} of {at.total:,}{'' if at.is_listed else '+'} files · {rate:.1f} a second · {left}{failed}"


def _said(at: Standing) -> str:
    """Return what is known when a run ends before its time."""
    total = at.known + at.total
    return f"{at.known + at.done:,} of {total:,}{'' if at.is_listed else ' or more'} files are done"


def _summary(at: Standing, totals: Any) -> list[str]:
    statuses = totals.statuses
    said = [f"{statuses['checked']:,} checked"]
    said += [f"{statuses['incomplete']:,} checked in part"] if statuses["incomplete"] else []
    said += [f"{statuses['failed']:,} not checked"] if statuses["failed"] else []
    said += [count_of(statuses["part"], "part of another", "parts of others")] if statuses["part"] else []
    known = f" ({at.known:,} files were known)" if at.known else ""
    count = count_of(statuses.total(), "manuscript").replace(str(statuses.total()), f"{statuses.total():,}", 1)
    return [f"{count}: {', '.join(said)}; {totals.findings:,} findings{known}."]
