"""Links as printed: URLs, DOIs, arXiv numbers, e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from lint_article.document import Link
from lint_article.document.section import LinkKind
from lint_article.text import Span
from lint_article.text.pattern import Match, Pattern

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
# What each link has one of, in the order of the text; only around these is it worth a look.
_SIGN = re.compile(r"10\.\d{4}|://|www\.|@|xiv:", re.IGNORECASE)
_LONGEST, _BEFORE, _AFTER = (
    300,
    60,
    200,
)  # a name before `@`; what else a link has before its sign; what it needs behind


def find_links(text: str, start: int = 0, end: int | None = None) -> Iterator[Link]:
    """Yield the links of a text in order; closing punctuation of the sentence is left out."""
    for match in _find_matches(text, start, len(text) if end is None else end):
        kind = next(kind for kind in _KINDS if match.group(kind) is not None)
        stop = _sentence_end(text, match.start(), match.end())
        target = text[match.start("name") : stop] if kind == "doi" else text[match.start() : stop]
        yield Link(Span(match.start(), stop), kind, target)


def _find_matches(text: str, start: int, end: int) -> Iterator[Match]:
    """Yield the matches in order: each begins near its sign, wherever it ends."""
    at = start
    for sign in _SIGN.finditer(text, start, end):
        if sign.end() <= at:
            continue
        far = max(at, sign.start() - _LONGEST)
        first = max(far, min(text.rfind(" ", far, sign.start()) + 1 or far, sign.start() - _BEFORE))
        found = _LINK.search(text, first, min(sign.end() + _AFTER, end))
        match = found and _LINK.match(text, found.start(), end)
        if match:
            yield match
            at = match.end()


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
