"""In which order findings are listed, and how many of a rule of one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from lint_article.engine.diagnostic import Diagnostic
from lint_article.text import Origin

T = TypeVar("T")


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics sorted by place, then code."""
    return sorted(found, key=_order)


def _order(diagnostic: Diagnostic) -> tuple[Origin, str, str]:
    return diagnostic.origin, diagnostic.code, diagnostic.message


def list_findings(found: Sequence[Diagnostic], most: int) -> list[Diagnostic]:
    """Return the findings, at most so many of each rule (0 is without limit); the last one says how many more."""
    if not most or len(found) <= most:
        return list(found)
    by_rule: dict[str, list[Diagnostic]] = {}
    for one in found:
        by_rule.setdefault(one.rule, []).append(one)
    return in_order(one for group in by_rule.values() for one in list_first(group, most, lambda one: one))


def list_first(found: Iterable[T], most: int, stamp: Callable[[T], Diagnostic]) -> Iterator[Diagnostic]:
    """Yield at most so many of a rule's findings as diagnostics (0 is without limit); the rest is only counted."""
    left = iter(found)
    yield from map(stamp, islice(left, most - 1 if most else None))
    for last in left:
        more = sum(1 for _ in left)
        yield _add_count(stamp(last), more, most) if more else stamp(last)


def _add_count(one: Diagnostic, more: int, most: int) -> Diagnostic:
    """Return the last finding of a rule that is listed, with the number of those that are not."""
    said = f"and {more:,} more of {one.rule}; `limits.findings` is {most:,}"
    return replace(one, message=f"{one.message.removesuffix('.')} ({said}).")
