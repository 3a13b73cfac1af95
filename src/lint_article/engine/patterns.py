"""File patterns, as a .gitignore has them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def matches(pattern: str, path: str, root: str) -> bool:
    """Tell whether a path matches the pattern, seen from the root; an empty pattern matches every path."""
    return not pattern or spec((pattern,)).match_file(seen_from(root, path))


def seen_from(root: str, path: str) -> str:
    """Return the path as it is named from the root, its own name if it lies elsewhere."""
    here, start = Path(path).resolve(), Path(root).resolve()
    return here.relative_to(start).as_posix() if here.is_relative_to(start) else here.name


@cache
def spec(lines: tuple[str, ...]) -> GitIgnoreSpec:
    """Return the compiled lines of a .gitignore."""
    from pathspec import GitIgnoreSpec  # late: most runs have no pattern

    return GitIgnoreSpec.from_lines(lines)


def any_matches(patterns: Iterable[str], path: str, root: str) -> bool:
    """Tell whether a path matches one of the patterns."""
    lines = tuple(patterns)
    return bool(lines) and spec(lines).match_file(seen_from(root, path))
