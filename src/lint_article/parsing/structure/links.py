"""Links as printed: URLs, DOIs, arXiv numbers, e-mail addresses."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from lint_article.document import Link
from lint_article.document.section import LinkKind
from lint_article.text import Span
from lint_article.text.pattern import Pattern

# Crossref's own pattern (Crossref blog, 2015), widened by the characters of SICI names: `<>;()[]`.
DOI = r"10\.\d{4,9}(?:/|%2[Ff])[^\s\"“”«»{}|\\^]+"
_LINK = Pattern(
    rf"""
    (?P<doi>
        (?: (?:https?://)?(?:dx\.)?doi\.org/
          | \b[Dd][Oo][Ii]\s?[:>]?\s?(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?
        )?
        (?<![\w.]) (?P<name>{DOI})
    )
  | (?P<arxiv> \barxiv:\s?(?P<number>\d{{4}}\.\d{{4,5}}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{{2}})?/\d{{7}}) )
  | (?P<url> (?:https?://|ftp://|(?<![\w@.])www\.) [^\s<>"“”«»{{}}|\\^]+ )
  | (?P<email> (?<![\w.+-]) [\w.+-]+ @ [\w-]+ (?:\.[\w-]+)+ )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_KINDS: tuple[LinkKind, ...] = ("doi", "arxiv", "url", "email")
_CLOSERS = {")": "(", "]": "[", ">": "<"}
_NEEDS = ("10.", "http", "www.", "ftp:", "@", "rxiv")


def find_links(text: str, start: int = 0, end: int | None = None) -> Iterator[Link]:
    """Yield the links of a text in order; closing punctuation of the sentence is left out."""
    if not any(need in text for need in _NEEDS) and "HTTP" not in text:
        return
    for match in _LINK.finditer(text, start, len(text) if end is None else end):
        kind = next(kind for kind in _KINDS if match.group(kind) is not None)
        stop = _sentence_end(text, match.start(), match.end())
        target = text[match.start("name") : stop] if kind == "doi" else text[match.start() : stop]
        yield Link(Span(match.start(), stop), kind, target)


def _sentence_end(text: str, start: int, end: int) -> int:
    """Return where a link ends once stops, commas and brackets that it did not open are cut off."""
    closing = text.find(")", start, end)
    while closing >= 0:
        if text.count("(", start, closing) <= text.count(")", start, closing):
            end = closing
            break
        closing = text.find(")", closing + 1, end)
    while end > start:
        last = text[end - 1]
        if last in ".,;:!?'’”" or (
            last in _CLOSERS and text.count(_CLOSERS[last], start, end) < text.count(last, start, end)
        ):
            end -= 1
        else:
            break
    return end
