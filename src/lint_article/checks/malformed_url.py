"""URLs that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Field, Finding
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_NEEDS = ("http", "htt", "htp:", "ttp", "www")
_BROKEN = Pattern(
    r"(?<![\p{L}])(?:https?:/(?!/)\S+|https?;//\S+|https?//(?=[\w.]+)\S+|h?ttps?:///+\S+"
    r"|(?:htp|htttps?|hhttps?|ttps?)://\S+|https?://\s*https?://\S*|https?://[ \t]+(?=www\.|\w+\.\w)\S+"
    r"|www[.,][ \t]+[\w-]+\.\w+\S*|www,\w+\S*|https?://[\w-]+(?:\.[\w-]+)*\.\.[\w-]\S*"
    r"|https?://[\w.-]+/[^\s…]*…/\S*|https?://(?:[\w-]+\.)*[\w-]+[ \t]\.[a-z]{2,}\S*|(?:https?://)?www\.www\.\S+)"
)


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per URL in the prose that is broken, and per URL of a bibliography file that is none."""
    found = list(_check_prose(document.prose))
    yield from found
    for reference in document.references:
        if reference.kind and not any(reference.span.contains(one.span) for one in found):
            yield from (_finding(url) for url in reference.urls if not _has_host(url))


def _check_prose(text: str) -> Iterator[Finding]:
    if any(need in text for need in _NEEDS):
        for match in _BROKEN.finditer(text):
            yield Finding(Span(*match.span()), {"text": match.group()})


def _has_host(url: Field) -> bool:
    """Tell whether an address of a bibliography file may lead somewhere; a scheme is not required."""
    value = url.value.strip()
    return len(value.split()) == 1 and not {".", ":", "/"}.isdisjoint(value)


def _finding(url: Field) -> Finding:
    return Finding(url.span, {"text": " ".join(url.value.split())})
