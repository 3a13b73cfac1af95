"""What several manuscripts of a run share, such as a bibliography: a fault in it is said once, for all of them."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from lint_article.dataclass import dataclass
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.report import UNUSED_ENTRY, FileReport
from lint_article.rulebook import rulebook


@cache
def real_path(path: str) -> str:
    """Return a path without links."""
    return os.path.realpath(path)


@dataclass(slots=True)
class SharedFiles:
    """Takes the reports of a run as they come; `is_alone`: there is only one, and nothing is shared."""

    is_alone: bool
    _said: set[object]
    _kept: list[FileReport]

    @classmethod
    def of(cls, count: int) -> SharedFiles:
        """Return what is to take so many reports."""
        return cls(count < 2, set(), [])

    def take(self, report: FileReport) -> FileReport:
        """Return the report without what another has said, and without what only all of them together can say."""
        found = [one for one in report.diagnostics if not self._is_said(one)]
        if self.is_alone:
            return replace(report, diagnostics=tuple(found))
        own = tuple(one for one in found if one.rule == UNUSED_ENTRY)
        self._kept.append(FileReport(report.path, own, unused=report.unused))
        found = [one for one in found if one.rule != UNUSED_ENTRY]
        return replace(report, diagnostics=tuple(found), unused=None)

    def _is_said(self, found: Diagnostic) -> bool:
        path = found.place.path
        key = (real_path(path) if path else "", found.origin.start, found.origin.end, found.code, found.message)
        is_said = key in self._said
        if path:
            self._said.add(key)
        return is_said

    def rest(self) -> Iterator[tuple[int, tuple[Diagnostic, ...]]]:
        """Yield, at the end, what is still to be said of a report, by its number."""
        readers: dict[str, list[int]] = defaultdict(list)
        for number, report in enumerate(self._kept):
            for path in report.unused.totals if report.unused else ():
                readers[path].append(number)
        shared = {path for path, numbers in readers.items() if len(numbers) > 1}
        for number, report in enumerate(self._kept):
            own = report.diagnostics
            if not own or report.unused is None:
                continue
            if shared.isdisjoint(report.unused.totals):
                yield number, own
                continue
            for path in report.unused.totals:
                if readers[path][0] == number:
                    yield number, self._unused_by_all(path, readers[path])

    def _unused_by_all(self, path: str, numbers: Sequence[int]) -> tuple[Diagnostic, ...]:
        """Return the findings on the entries of a bibliography that none of the manuscripts cites."""
        lists = [unused for number in numbers if (unused := self._kept[number].unused)]
        starts = [{one.origin.start for one in unused.entries if _is_in(one, path)} for unused in lists]
        common = set[int].intersection(*starts)
        found = tuple(one for one in lists[0].entries if _is_in(one, path) and one.origin.start in common)
        if lists[0].each or not found:
            return found
        from lint_article.checks.unused_bibliography_entry import say_unused  # late: hardly any run has it to say

        what = say_unused(len(found), lists[0].totals[path])
        return (replace(found[0], message=rulebook().rule(UNUSED_ENTRY).message.format(what=what)),)


def _is_in(found: Diagnostic, path: str) -> bool:
    return real_path(found.place.path or "") == path
