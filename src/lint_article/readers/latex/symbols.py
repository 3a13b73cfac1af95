"""Accents and symbols of LaTeX as characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from unicodedata import normalize

from lint_article.readers.latex.command_tables import NAMES

ACCENTS: Mapping[str, str] = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
_BASE = re.compile(r"\s*\{?\s*(?:\\(?P<dotless>[ij])(?![A-Za-z])\s*(?:\{\})?|(?P<letter>[^\W\d_]))\s*\}?")
_BARE = re.compile(r"\s*(?:\\(?P<dotless>[ij])(?![A-Za-z])\s*|(?P<letter>[^\W\d_]))")
_OPEN = re.compile(r"\s*\{")
_EMPTY = re.compile(r"\s*\{\s*\}")


def compose(sign: str, text: str, at: int, end: int) -> tuple[str, int] | None:
    r"""Return the letter that `\sign` (which ends at `at`) makes and where it ends, or None if no letter follows.

    An accent over nothing (`\~{}`) is the sign itself.
    """
    empty = _EMPTY.match(text, at, end)
    if empty:
        return sign, empty.end()
    pattern = _BASE if _OPEN.match(text, at, end) else _BARE
    match = pattern.match(text, at, end)
    if not match or (pattern is _BASE and not match.group().rstrip().endswith("}")):
        return None
    return normalize("NFC", (match["dotless"] or match["letter"]) + ACCENTS[sign]), match.end()


@cache
def symbols() -> Mapping[str, str]:
    """Return the characters that commands without arguments stand for, by pylatexenc's tables."""
    from pylatexenc.latex2text import get_default_latex_context_db  # 14 ms, only where LaTeX is read

    tables = get_default_latex_context_db()
    known = {
        spec.macroname: spec.simplify_repl
        for category in tables.category_list
        for spec in tables.d[category]["macros"].values()
        if isinstance(spec.simplify_repl, str) and "%" not in spec.simplify_repl and spec.macroname != "today"
    }
    return {**known, **NAMES}
