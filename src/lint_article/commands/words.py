"""The words of a plain `check`, read without loading typer: that alone takes as long as checking a short article.

Whatever is not plain (help, mistakes, joined short options, a word that may be a command) is left to typer.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

_COMPLETING = "_LINT_ARTICLE_COMPLETE"
_EXPANDED = frozenset("*?[~$%")  # on Windows typer expands these
_LARGEST = 9  # digits of a number


Options = Mapping[str, tuple[str, str]]
"""The parameter of each option, and the kind of its value."""


class _NotPlain(Exception):
    """What is to be left to typer."""


def read_words(words: Sequence[str], options: Options, commands: Collection[str]) -> dict[str, Any] | None:
    """Return what the command line says, by parameters of `check`; None if typer is to read it."""
    if _COMPLETING in os.environ or (os.name == "nt" and _EXPANDED & set("".join(words))):
        return None
    try:
        return _read_plain(_own_words(words, commands), options)
    except _NotPlain:
        return None


def _own_words(words: Sequence[str], commands: Collection[str]) -> Sequence[str]:
    """Return the words without the name of the command."""
    first = words[0] if words else ""
    if first == "check":
        return words[1:]
    is_file = Path(first).exists() or set(first) & set("./\\")
    if not first or first in (*commands, "help") or not (first.startswith("-") or is_file):
        raise _NotPlain
    return words


def _read_plain(words: Sequence[str], options: Options) -> dict[str, Any]:
    said: dict[str, Any] = {}
    left = iter(words)
    for word in left:
        if word == "-" or not word.startswith("-"):
            said.setdefault("paths", []).append(word)
            continue
        name, is_joined, value = word.partition("=")
        parameter, kind = options.get(name, ("", ""))
        if not kind or (is_joined and kind in ("flag", "pair")) or (is_joined and not name.startswith("--")):
            raise _NotPlain
        read = _value(kind, iter([value]) if is_joined else left)
        if kind.startswith("many "):
            said.setdefault(parameter, []).append(read)
        else:
            said[parameter] = read
    return said


def _value(kind: str, left: Iterator[str]) -> Any:
    """Return the value of an option, taken from the words that follow it."""
    if kind == "flag":
        return True
    if kind == "pair":
        return _take(left), _take(left)
    word, kind = _take(left), kind.removeprefix("many ")
    if kind in _KINDS:
        return _KINDS[kind](word)
    if word not in kind.split("|"):
        raise _NotPlain
    return word


def _take(left: Iterator[str]) -> str:
    word = next(left, "-")
    if word.startswith("-"):
        raise _NotPlain
    return word


def _number(word: str) -> int:
    if not (word.isascii() and word.isdecimal() and len(word) <= _LARGEST):
        raise _NotPlain
    return int(word)


_KINDS: Mapping[str, Callable[[str], Any]] = {"text": str, "path": Path, "number": _number}
