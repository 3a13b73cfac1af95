"""Addresses that open only on the author's computer or in the author's library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_NEEDS = ("file:", "://", ":\\")
_END = r"[^\s<>\"“”()\[\]]*[^\s<>\"“”()\[\].,;:]"
_LOCAL = Pattern(
    rf"(?<!\w)(?:file:/{{1,3}}{_END}|[A-Za-z]:\\(?:Users|Documents)\\{_END}"
    r"|https?://(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+)"
    rf"(?![\w.-])(?:[:/]{_END})?)"
)
_PROXY = Pattern(
    rf"(?<!\w)https?://[\w.-]*(?:(?<![\w])(?:ez|lib)?proxy(?:\.[\w-]+){{2,}}|(?:ez|lib)proxy[\w.-]*)(?:[:/?]{_END})?"
)


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per address: of a proxy anywhere, of a computer or a private network in references."""
    if not any(need in document.prose for need in _NEEDS):
        return
    for match in _PROXY.finditer(document.prose):
        yield Finding(Span(*match.span()), {"text": match.group(), "where": "through a library’s proxy"})
    for reference in document.references:
        for match in _LOCAL.finditer(document.prose, reference.span.start, reference.span.end):
            yield Finding(Span(*match.span()), {"text": match.group(), "where": "on the author’s computer or network"})
