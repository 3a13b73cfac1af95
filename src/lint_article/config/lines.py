"""Where a setting stands in its file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from lint_article.regular_files import read_settings

Where = Callable[[str], str]
"""From a setting's dotted name to the words for its place."""

_HEADER = re.compile(r"\s*\[{1,2}(?P<name>[^\[\]=]+)\]{1,2}\s*(?:#.*)?")
_KEY = re.compile(r"\s*(?P<name>(?:[\w.-]+|\"[^\"]*\"|'[^']*')+)\s*=")
_OUR_TABLE = "tool.lint-article"


def place_of(path: Path, name: str) -> str:
    """Return the file with the line of a setting, or of the nearest table around it: `lint-article.toml:12`."""
    lines = list(_settings(path))
    name = _bare(name)
    while name:
        ends = {name, name.removeprefix("grammar.")}  # `languagetool` may be a table of its own
        numbers = [number for number, setting in lines if setting in ends]
        numbers = numbers or [number for number, setting in lines if setting.endswith(f".{name}")]
        if numbers:
            return f"{show_location(path)}:{numbers[0]}" if len(numbers) == 1 else show_location(path)
        name = name.rpartition(".")[0]
    return show_location(path)


def place_of_word(path: Path, word: str) -> str:
    """Return the file with the first line that has a word, if one has it."""
    whole = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    number = next((number for number, line in enumerate(_lines(path), 1) if whole.search(line)), 0)
    return f"{show_location(path)}:{number}" if number else show_location(path)


def show_location(path: Path) -> str:
    """Return the path as seen from here, if it lies here or below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _settings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the number of each line that begins a setting or a table, and its dotted name."""
    table = ""
    for number, line in enumerate(_lines(path), 1):
        if header := _HEADER.fullmatch(line):
            table = _bare(header["name"]).removeprefix(_OUR_TABLE).strip(".")
            yield number, table
        elif key := _KEY.match(line):
            yield number, f"{table}.{_bare(key['name'])}".strip(".")


def _bare(name: str) -> str:
    return re.sub(r"[\"'\s]", "", name)


def _lines(path: Path) -> list[str]:
    try:
        return read_settings(path).splitlines()
    except (OSError, UnicodeDecodeError):
        return []
