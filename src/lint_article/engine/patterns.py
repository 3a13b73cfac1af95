"""File patterns, as a .gitignore has them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lint_article.config import Settings
from lint_article.errors import UserError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_BROKEN = (ValueError, re.error)


def is_match(pattern: str, path: str, root: str) -> bool:
    """Tell whether a path matches the pattern, seen from the root; an empty pattern matches every path."""
    return not pattern or spec((pattern,)).match_file(relative_path(root, path))


def relative_path(root: str, path: str) -> str:
    """Return the path as it is named from the root, its own name if it lies elsewhere."""
    here, start = Path(path).resolve(), Path(root).resolve()
    return here.relative_to(start).as_posix() if here.is_relative_to(start) else here.name


@cache
def spec(lines: tuple[str, ...]) -> GitIgnoreSpec:
    """Return the compiled lines of a .gitignore; like Git, without those that are not patterns."""
    from pathspec import GitIgnoreSpec  # late: most runs have no pattern

    try:
        return GitIgnoreSpec.from_lines(lines)
    except _BROKEN:
        return GitIgnoreSpec.from_lines([line for line in lines if is_pattern(line)])


def is_pattern(line: str) -> bool:
    """Tell whether a line is a pattern that can match something."""
    from pathspec import GitIgnoreSpec

    try:
        return all(pattern.regex is not None for pattern in GitIgnoreSpec.from_lines([line]).patterns)
    except _BROKEN:
        return False


def refuse_broken(settings: Settings) -> None:
    """Raise UserError for a pattern of the settings that matches nothing."""
    paths = tuple(entry.path for entry in settings.ignore if entry.path)
    said = {
        "exclude": settings.exclude,
        "per-file-ignores": tuple(settings.per_file_ignores),
        "overrides": tuple(settings.overrides),
        "ignore": paths,
    }
    for name, patterns in said.items():
        for pattern in patterns:
            if not is_pattern(pattern):
                raise UserError(f"`{pattern}` in `{name}` is not a valid pattern.", "Write it as in a .gitignore.")


def has_match(patterns: Iterable[str], path: str, root: str) -> bool:
    """Tell whether a path matches one of the patterns."""
    lines = tuple(patterns)
    return bool(lines) and spec(lines).match_file(relative_path(root, path))
