"""What a finding is known by: its rule, its words and the words around them, whatever the format or the message."""

from __future__ import annotations

import re
import unicodedata

from lint_article.dataclass import dataclass
from lint_article.document import Document
from lint_article.engine.diagnostic import Diagnostic

_AROUND = 8  # words on either side
_LONGEST = 40  # words of a finding
_REACH = 200  # code points in which the words around are sought
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Known:
    """A finding as a baseline keeps it; words are small letters and digits, so that a change of format leaves them.

    `words` are the flagged ones, or the flagged signs where there are no words.
    """

    rule: str
    words: str
    before: str = ""
    after: str = ""


def identify(document: Document, found: Diagnostic) -> Known:
    """Return what a finding of the document is known by."""
    text, span = document.text, found.span
    flagged = text[span.start : span.end]
    before = _words(text[max(span.start - _REACH, 0) : span.start])[-_AROUND:]
    after = _words(text[span.end : span.end + _REACH])[:_AROUND]
    words = " ".join(_words(flagged)[:_LONGEST]) or flagged.strip()[:_LONGEST]
    return Known(found.rule, words, " ".join(before), " ".join(after))


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
