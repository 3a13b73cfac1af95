"""Fixes of a manuscript and of the files that it includes: made round by round, and only where they do no harm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from lint_article.dataclass import dataclass
from lint_article.document import Safety, Source
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.gains import gaining
from lint_article.engine.report import Rewritten, State
from lint_article.engine.reread import misread
from lint_article.engine.rounds import Round, RoundFix, files_of, next_round, repair_of
from lint_article.engine.writable import lower_repair
from lint_article.readers.decoding import encode_as, encoding_of

ROUNDS = 50

Check = Callable[[Source], State]


@dataclass(frozen=True, slots=True)
class Repaired:
    """A manuscript before and after its fixes, which were made in these rounds; those `refused` would do harm."""

    before: State
    after: State
    rounds: tuple[Round, ...] = ()
    refused: tuple[RoundFix, ...] = ()

    def files(self, path: str) -> tuple[Rewritten, ...]:
        """Return the manuscript, which is at this path, and the other files that have changed."""
        first = self.before
        files = files_of(first.document)
        counts = Counter(one.file for made in self.rounds for one in made.repairs)
        before, after = _data(first, files), _data(self.after, files)
        paths = {file: part.path or path for file, part in zip(files, first.document.parts, strict=True)}
        changed = [file for file in paths if counts[file] or file == ""]
        return tuple(Rewritten(paths[file], before[file], after[file], counts[file]) for file in changed)


def apply_until_stable(source: Source, check: Check, safeties: Collection[Safety]) -> Repaired:
    """Return what fixes of these safeties make of a manuscript, which is checked again after each round of them.

    A round in which some do harm is made again without the first of them, for it may have spoilt what the next ones
    answer for; then without the first two, four, eight. In the end those left out are tried once more, so that another
    run would find nothing to do. If a text comes up twice, two rules undo each other: the rounds end there. If they do
    not come to an end, nothing is changed.
    """
    first = state = check(source)
    rounds: list[Round] = []
    refused: list[RoundFix] = []
    seen = [_texts(state)]
    most, has_changed = 1, False
    for _ in range(ROUNDS):
        made = next_round(state.document, state.report.diagnostics, safeties, refused)
        if has_changed and refused and not made.repairs:
            refused, has_changed = [], False
            continue
        rewritten = _rewritten(state, made) if made.repairs else None
        after = check(rewritten) if rewritten else state
        if _texts(after) in seen:
            return Repaired(first, _without(state, refused, safeties), tuple(rounds), tuple(refused))
        if harmful := _harmful(state, after, made, safeties, most):
            refused += [made.repairs[number] for number in harmful]
            most *= 2
            continue
        rounds.append(made)
        refused = [made.move_repair(one) for one in refused]
        seen.append(_texts(after))
        state, most, has_changed = after, 1, True
    return Repaired(first, first)


def _texts(state: State) -> list[str]:
    return [part.text for part in state.document.parts]


def _harmful(before: State, after: State, made: Round, safeties: Collection[Safety], most: int) -> set[int]:
    """Return the numbers of the repairs that change more than their words (so many in a row), or make a rule speak."""
    wrong = misread(before.document, after.document, made)
    first = {(file, n) for file, n in wrong if not all((file, n - k) in wrong for k in range(1, most + 1))}
    speaking = gaining(before.report.diagnostics, after.report.diagnostics, made, safeties) if not wrong else set()
    return {made.owners[number] for number in first} | speaking


def _without(state: State, refused: Sequence[RoundFix], safeties: Collection[Safety]) -> State:
    """Return the state with the fixes that would do harm lowered to shown."""
    if not refused:
        return state
    harmful = {(one.file, one.changes) for one in refused}
    files = files_of(state.document)

    def why_not(diagnostic: Diagnostic) -> str:
        one = repair_of(diagnostic, files)
        return "without changing other words" if one and (one.file, one.changes) in harmful else ""

    report = state.report
    found, notes = lower_repair(report.diagnostics, why_not, report.path, safeties)
    return replace(state, report=replace(report, diagnostics=tuple(found), notes=report.notes + notes))


def _rewritten(state: State, made: Round) -> Source | None:
    """Return the source with the repairs made; None if a file is in no encoding in which they can be written."""
    data = _data(state, made.files)
    texts = {file: part.text for file, part in zip(made.files, state.document.parts, strict=True)}
    for file, rewriting in made.rewritings.items():
        encoding = encoding_of(texts[file], data[file], state.source)
        written = encode_as(rewriting.apply_changes(texts[file]), encoding) if encoding else None
        if written is None:
            return None
        data[file] = written
    return replace(state.source, data=data.pop(""), files=data)


def _data(state: State, files: Sequence[str]) -> dict[str, bytes]:
    included = {file: part.data for file, part in zip(files, state.document.parts, strict=True)}
    return included | {"": state.source.data}
