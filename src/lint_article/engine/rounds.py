"""Which repairs are made together: those that do not touch each other, in all files that a manuscript is read from."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence

from lint_article.dataclass import dataclass
from lint_article.document import Document, Safety
from lint_article.engine.changes import Change, Rewriting
from lint_article.engine.diagnostic import Diagnostic, PlacedFix

Number = tuple[str, int]
"""A file and the number of one of its changes."""


@dataclass(frozen=True, slots=True)
class RoundFix:
    """A finding to be repaired, and the changes of a file that its fix consists of."""

    finding: Diagnostic
    file: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """Repairs that are made together: the changes of each file, and which repair each of these belongs to.

    `files` names the file of each part of the document.
    """

    repairs: Sequence[RoundFix]
    files: Sequence[str]
    rewritings: Mapping[str, Rewriting]
    owners: Mapping[Number, int]

    def move_repair(self, repair: RoundFix) -> RoundFix:
        """Return a repair that is not made, where its changes are afterwards."""
        to = self.rewritings.get(repair.file, Rewriting()).move_offset
        return RoundFix(
            repair.finding, repair.file, tuple(Change(to(c.start), to(c.end), c.text) for c in repair.changes)
        )


def files_of(document: Document) -> list[str]:
    """Return the file of each part: its real path, or "" for the manuscript itself."""
    own = os.path.realpath(document.source.path)
    paths = [os.path.realpath(part.path) if part.path else own for part in document.parts]
    return ["" if path == own else path for path in paths]


def next_round(
    document: Document, found: Iterable[Diagnostic], safeties: Collection[Safety], refused: Iterable[RoundFix] = ()
) -> Round:
    """Return the repairs to make next: of those that touch each other the first, but a safe one before others."""
    files = files_of(document)
    known = {(repair.file, repair.changes) for repair in refused}
    asked = (repair_of(one, files) for one in found if one.fix and one.fix.safety in safeties)
    wanted = (one for one in asked if one and (one.file, one.changes) not in known)
    repairs = list(_apart(sorted(wanted, key=_is_unsafe)))
    changes: dict[str, list[tuple[Change, int]]] = {}
    for number, one in enumerate(repairs):
        changes.setdefault(one.file, []).extend((change, number) for change in one.changes)
    return Round(
        repairs,
        files,
        {file: Rewriting(change for change, _ in pairs) for file, pairs in changes.items()},
        {(file, n): owner for file, pairs in changes.items() for n, (_, owner) in enumerate(sorted(pairs))},
    )


def repair_of(diagnostic: Diagnostic, files: Sequence[str]) -> RoundFix | None:
    """Return the repair that a diagnostic's fix asks for; None if it has none, or one in several files at once."""
    fix = diagnostic.fix
    touched = {files[edit.origin.part] for edit in fix.edits} if fix else set()
    return RoundFix(diagnostic, touched.pop(), _changes(fix)) if fix and len(touched) == 1 else None


def _changes(fix: PlacedFix) -> tuple[Change, ...]:
    return tuple(Change(edit.origin.start, edit.origin.end, edit.text) for edit in fix.edits)


def _is_unsafe(repair: RoundFix) -> bool:
    return repair.finding.fix is not None and repair.finding.fix.safety != "safe"


def _apart(repairs: Iterable[RoundFix]) -> Iterable[RoundFix]:
    """Yield the repairs that do not touch one before them."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for repair in repairs:
        ranges = taken.setdefault(repair.file, [])
        if not any(_is_touching(ranges, change) for change in repair.changes):
            yield repair
            for change in repair.changes:
                ranges.insert(bisect_left(ranges, (change.start, change.end)), (change.start, change.end))


def _is_touching(taken: Sequence[tuple[int, int]], change: Change) -> bool:
    """Tell whether a change touches one of the ranges, which are sorted and apart."""
    after = bisect_left(taken, (change.start, change.end))
    behind = after < len(taken) and taken[after][0] <= change.end
    return behind or (after > 0 and change.start <= taken[after - 1][1])
