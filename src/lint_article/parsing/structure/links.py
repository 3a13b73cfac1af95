"""Links as printed: URLs, DOIs, arXiv numbers, e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from lint_article.document import Link
from lint_article.document.section import LinkKind
from lint_article.text import Span, merge_spans
from lint_article.text.pattern import Pattern, small_letters

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
_CITED = Pattern(r"(?<=[\w/])\[\d{1,3}(?:[,–-]\d{1,3})*\][.,;:)]*$")  # a citation behind a link: `…?term=QX1[7]`
_NEEDED = re.compile(r"10\.\d|http|www\.|ftp:|@|rxiv:")  # every link has one of these
_BLANK, _LAST_BLANK = Pattern(r"\s"), Pattern(r"(?r)\s")
_BEFORE = 12  # code points before a word that a link is in: `doi : doi: `


def find_links(text: str, start: int = 0, end: int | None = None) -> Iterator[Link]:
    """Yield the links of a text in order; closing punctuation of the sentence is left out."""
    bounds = Span(start, len(text) if end is None else end)
    for span in merge_spans(_find_words(text, bounds)):
        for match in _LINK.finditer(text, span.start, span.end):
            kind = next(kind for kind in _KINDS if match.group(kind) is not None)
            stop = _sentence_end(text, match.start(), match.end())
            target = text[match.start("name") : stop] if kind == "doi" else text[match.start() : stop]
            yield Link(Span(match.start(), stop), kind, target)


def _find_words(text: str, bounds: Span) -> Iterator[Span]:
    """Yield the words that may be links, each with what may introduce it, and the word behind: `doi: 10.…`."""
    small, at = small_letters(text), bounds.start
    while needed := _NEEDED.search(small, at, bounds.end):
        before = _LAST_BLANK.search(text, at, needed.start())
        first = before.end() if before else at
        blank = _BLANK.search(text, needed.end(), bounds.end)
        at = blank.end() if blank else bounds.end
        behind = _BLANK.search(text, at, bounds.end)
        yield Span(max(first - _BEFORE, bounds.start), behind.start() if behind else bounds.end)


def _sentence_end(text: str, start: int, end: int) -> int:
    """Return where a link ends once stops, commas and brackets that it did not open are cut off."""
    cited = _CITED.search(text, start, end)
    end = cited.start() if cited else end
    end = _end_inside(text, ")", start, end)
    if text[start - 1 : start] == "[":
        end = _end_inside(text, "]", start, end)
    while end > start:
        last = text[end - 1]
        if last in ".,;:!?'’”" or (
            last in _CLOSERS and text.count(_CLOSERS[last], start, end) < text.count(last, start, end)
        ):
            end -= 1
        else:
            break
    return end


def _end_inside(text: str, closer: str, start: int, end: int) -> int:
    """Return where a link ends that is inside brackets: at the first closing one whose opening one it does not hold."""
    closing = text.find(closer, start, end)
    while closing >= 0:
        if text.count(_CLOSERS[closer], start, closing) <= text.count(closer, start, closing):
            return closing
        closing = text.find(closer, closing + 1, end)
    return end
