"""Reference lists in the order of the alphabet that go on behind what interrupts them: back matter, other columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_article.parsing.names.folding import fold
from lint_article.parsing.references.entry_features import author_at, entry_score
from lint_article.parsing.references.ordered_runs import longest_ordered
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_FEWEST = 4  # entries that show the order of a list
_ORDERED = 0.85
_FEWEST_BEHIND = 3
_SURE = 4  # the score of an entry that has a name, a year and a place
_KEY = Pattern(r"[\p{L}\p{M}'’-]+")


def find_rest(prose: str, entries: Sequence[Span], behind: Sequence[Span]) -> list[Span]:
    """Return what of the stretches behind a list belongs to it: runs of entries, by all signs, in the same order.

    A run may begin anywhere in the alphabet: columns are at times printed in another order than they are read.
    """
    keys = [_key(prose, entry) for entry in entries]
    if len(keys) < _FEWEST or len(longest_ordered(keys)) < _ORDERED * len(keys):
        return []
    sure = [one for one in behind if author_at(prose, one.start, one.end) and entry_score(prose, one) >= _SURE]
    return [one for run in _runs(prose, sure) if len(run) >= _FEWEST_BEHIND for one in run]


def _runs(prose: str, entries: Sequence[Span]) -> Iterator[list[Span]]:
    """Give the entries in stretches, each of which is in the order of the alphabet."""
    run: list[Span] = []
    for entry in entries:
        if run and _key(prose, entry) < _key(prose, run[-1]):
            yield run
            run = []
        run.append(entry)
    yield run


def _key(prose: str, span: Span) -> str:
    word = _KEY.search(prose, span.start, span.end)
    return fold(word[0]) if word else ""
