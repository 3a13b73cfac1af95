"""How many findings of a rule are listed of one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from lint_article.engine.diagnostic import Diagnostic


def list_findings(found: Sequence[Diagnostic], most: int) -> list[Diagnostic]:
    """Return the findings, at most so many of each rule (0 is without limit); the last one says how many more."""
    if not most or len(found) <= most:
        return list(found)
    counts, listed = Counter(one.rule for one in found), Counter[str]()
    kept: list[Diagnostic] = []
    for one in found:
        listed[one.rule] += 1
        if listed[one.rule] < most or counts[one.rule] == most:
            kept.append(one)
        elif listed[one.rule] == most:
            kept.append(add_count(one, counts[one.rule] - most, most))
    return kept


def add_count(one: Diagnostic, more: int, most: int) -> Diagnostic:
    """Return the last finding of a rule that is listed, with the number of those that are not."""
    said = f"and {more:,} more of {one.rule}; `limits.findings` is {most:,}"
    return replace(one, message=f"{one.message.removesuffix('.')} ({said}).")
