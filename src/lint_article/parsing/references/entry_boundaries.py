"""Where the entries of a list begin whose lines show it: by labels, blank lines or indents."""

from __future__ import annotations

from collections.abc import Sequence

from lint_article.parsing.references.entry_features import author_at, entry_score
from lint_article.parsing.references.reference import LONG_LABEL
from lint_article.text import Span
from lint_article.text.pattern import Match

_NEARLY_THOUSAND = 996


def labelled_starts(prose: str, lines: Sequence[Span]) -> list[int] | None:
    """Return the lines that bear labels in sequence, if the list is a numbered one."""
    starts: list[int] = []
    number = 0
    for index, line in enumerate(lines):
        match = LONG_LABEL.match(prose, line.start, line.end)
        printed = match and next((match.group(n) for n in ("bracket", "paren", "dot", "bare") if match.group(n)), None)
        if not printed or not printed.isdigit() or (match and is_year_like(match, number)):
            continue
        if int(printed) in range(number, number + 4) or (not starts and index == 0):
            starts.append(index)
            number = int(printed)
    enough = len(starts) >= 2 and starts[0] == 0 and len(starts) >= len(lines) / 12
    return starts if enough else None


def is_year_like(label: Match, before: int) -> bool:
    """Tell whether a label is a year rather than a number: it has four digits, and the one before counts not so far."""
    return any(len(label[form] or "") > 3 for form in ("dot", "bare")) and before < _NEARLY_THOUSAND


def blank_line_starts(prose: str, lines: Sequence[Span]) -> list[int] | None:
    """Return the lines after blank ones, if blank lines part entries and not pages."""
    after_blank = [i for i in range(1, len(lines)) if prose.count("\n", lines[i - 1].end, lines[i].start) >= 2]
    if len(lines) < 2 or not after_blank:
        return None
    starts = [0, *after_blank]
    complete = sum(entry_score(prose, lines[i]) >= 2 for i in starts)
    every = sum(entry_score(prose, line) >= 3 and bool(author_at(prose, line.start)) for line in lines)
    # One blank line among many single-line entries is a page break, not a separator.
    return starts if complete >= len(starts) * 0.4 and every <= len(starts) * 1.4 else None


def indent_starts(prose: str, lines: Sequence[Span]) -> list[int] | None:
    """Hanging indents: every entry starts further left (or further right) than its other lines."""
    indents = [len(prose[line.start : line.end]) - len(prose[line.start : line.end].lstrip()) for line in lines]
    if len(set(indents)) < 2:
        return None
    outer = [i for i, indent in enumerate(indents) if indent == min(indents)]
    inner = [i for i, indent in enumerate(indents) if indent > min(indents)]
    for starts in (outer, inner):
        if starts and starts[0] == 0 and len(starts) >= 2:
            like = sum(bool(author_at(prose, lines[i].start + indents[i], lines[i].end)) for i in starts)
            rest = [i for i in range(len(lines)) if i not in set(starts)]
            unlike = sum(bool(author_at(prose, lines[i].start + indents[i], lines[i].end)) for i in rest)
            if like >= len(starts) * 0.6 and unlike <= len(rest) * 0.4:
                return starts
    return None
