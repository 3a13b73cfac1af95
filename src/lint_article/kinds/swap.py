"""Report what patterns match, each with its own replacement.

`swap`: a table from patterns to what replaces them: texts joined by `|` are alternatives, and `$1` is a group of the
pattern. `whole-words`: whether a pattern matches whole words only (the default). `capitalise`: whether a replacement
takes over a capital at the beginning. `between`: what alternatives are joined with (` or `). Of two patterns that match
at one place, the first is reported. Values: `text`, `replacement`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import cast

import regex

from lint_article.document import Document, Edit, Finding, Fix
from lint_article.kinds.search import matches
from lint_article.text import Span

_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_REFERENCE = re.compile(r"\$(\d)")
_PHRASE = re.compile(r"[\w -]*")


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per match that is not its replacement already."""
    swap = list(cast("Mapping[str, str]", options["swap"]).items())
    pattern = joined_pattern(tuple(old for old, _ in swap), options.get("whole-words") is not False)
    for match in matches(document, options, pattern):
        old, new = swap[(match.lastindex or 1) - 1]
        text = match[0]
        new = _fill(old, new, text, bool(options.get("ignore-case")))
        if not _is_same(text, new):
            choices = [_capital(one, text) if options.get("capitalise") else one for one in new.split("|")]
            fix = Fix(f"Replace with `{choices[0]}`", (Edit(Span(*match.span()), choices[0]),), "unsafe")
            values = {"text": text, "replacement": str(options.get("between", " or ")).join(choices)}
            yield Finding(Span(*match.span()), values, fix if len(choices) == 1 else None)


@lru_cache(maxsize=256)
def joined_pattern(patterns: tuple[str, ...], is_whole: bool) -> str:
    """Return one pattern of several, in which each has one group, and in their order."""
    either = "|".join(f"({_GROUP.sub('(?:', pattern)})" for pattern in patterns)
    return rf"\b(?:{either})\b" if is_whole else f"(?:{either})"


def _fill(old: str, new: str, text: str, ignore_case: bool) -> str:
    """Return a replacement with the groups of its pattern filled in."""
    if not _REFERENCE.search(new):
        return new
    match = regex.search(old, text, regex.IGNORECASE if ignore_case else 0)
    return _REFERENCE.sub(lambda named: _group(match, int(named[1])), new)


def _group(match: regex.Match[str] | None, number: int) -> str:
    return (match[number] or "") if match and number <= match.re.groups else ""


def _is_same(text: str, new: str) -> bool:
    """Tell whether a text is its own replacement, which may be a pattern."""
    if text == new or _PHRASE.fullmatch(new):
        return text == new
    try:
        return regex.fullmatch(new, text) is not None
    except regex.error:
        return False


def _capital(new: str, text: str) -> str:
    return new[:1].upper() + new[1:] if text[:1].isupper() else new
