"""Text as XML has it."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from lint_article.reporters.terminal import visible

_NO_CHARACTERS = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")


def content(words: str) -> str:
    """Return words as the content of an element; what XML cannot hold is shown by a sign."""
    return escape(visible(words).translate(_NO_CHARACTERS))


def attribute(words: str) -> str:
    """Return words as the value of an attribute, with its quotation marks; what XML cannot hold is shown by a sign."""
    return quoteattr(visible(words).translate(_NO_CHARACTERS))
