"""How two printed lines join: a word that was divided at the line end is made whole only where that is certain."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from enum import Enum
from urllib.parse import unquote

from lint_article.readers.broken_addresses import is_address_continued, is_in_address
from lint_article.readers.pdf.model import Row

_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_STEM = re.compile(r"([^\W_]+(?:[-\u2010\u2011][^\W_]+)*)[-\u2010\u2011\u00ad]$")
_HEAD = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_HYPHENS = ("-", "\u2010", "\u2011", "\u00ad")
_LOOK = 8  # characters on either side of the line end, looked up in the link's address


class Join(Enum):
    """What stands between two lines of a paragraph: a space, nothing, nothing and the hyphen gone, or unknown."""

    SPACE = " "
    NOTHING = ""
    HYPHEN = "-"
    UNKNOWN = "\n"


def words_of(rows: Iterable[Row]) -> set[str]:
    """Return the words that stand whole on a line, in lower case, with hyphens as they are printed."""
    words: set[str] = set()
    for row in rows:
        text = _STEM.sub("", row.text) if row.text.endswith(_HYPHENS) else row.text
        words.update(_WORD.findall(text.lower().replace("\u2010", "-").replace("\u2011", "-")))
    return words.union(*(word.split("-") for word in words if "-" in word))


def join_of(a: Row, b: Row, words: Collection[str]) -> Join:
    """Return how line b follows on line a, by the links that both bear and by the document's own words."""
    if _is_same_link(a, b) or is_address_continued(a.text, b.text):
        return Join.NOTHING
    if is_in_address(a.text):
        return Join.UNKNOWN
    stem = _STEM.search(a.text) if a.text.endswith(_HYPHENS) else None
    if not stem:
        return Join.SPACE
    head = _HEAD.match(b.text)
    if a.text.endswith("\u00ad"):
        return Join.HYPHEN
    if not head:
        return Join.UNKNOWN
    if stem[1][-1].isdigit() and head.group()[0].isdigit():
        return Join.NOTHING
    return _join_divided(stem[1].lower(), head.group(), words)


def _join_divided(stem: str, head: str, words: Collection[str]) -> Join:
    whole, hyphened = stem + head.lower() in words, f"{stem}-{head.lower()}" in words
    if whole != hyphened:
        return Join.HYPHEN if whole else Join.NOTHING
    if not whole and not head[0].islower():
        return Join.NOTHING
    return Join.UNKNOWN


def _is_same_link(a: Row, b: Row) -> bool:
    """Tell whether one link runs over the line end, and its address has the two pieces side by side."""
    if not (a.links and b.links) or a.links[-1][1] != len(a.text) or b.links[0][0] != 0:
        return False
    (begin, _, target), (_, end, same) = a.links[-1], b.links[0]
    pieces = a.text[begin:][-_LOOK:] + b.text[:end][:_LOOK]
    return same == target and (pieces in target or pieces in unquote(target))
