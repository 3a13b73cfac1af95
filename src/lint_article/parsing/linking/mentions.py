"""Entries that the text names in a form that is no citation."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from lint_article.document import Document, Reference
from lint_article.parsing.linking.group_names import head_of
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import STATUS, TermPattern

_NAMING = frozenset({"author-page", "note"})  # systems in which a work is cited where its author is named
_NEAR = 40  # code points
_STATUS_NEAR = TermPattern(rf"[^\n]{{0,{_NEAR}}}?\b{STATUS}", regex.IGNORECASE)
_ANY_YEAR_NEAR = r",?\s\p{Ll}{1,3}\s(?:1[5-9]|20)\d\d(?!\d)"  # `Frege, em 1918`

_FEWEST_OF_HEAD = 3  # words that an entry begins with
_TELLING = 4  # words of a title that is printed for nothing else
_LAW = Pattern(r"\p{Lu}[\p{L}\s-]{2,60}(?:\p{L}{1,3}\.?[º°]?|№)\s?(?P<number>\d[\d./-]+\d)(?!\d)")


def is_mentioned(document: Document, index: int) -> bool:
    """Tell whether the text names the entry in a form that is no citation: its number, or its author and year."""
    reference = document.references[index]
    if document.numbering == "superscript":
        number = reference.label.value if reference.label else str(index + 1)
        before = r"[\p{L}\p{P}\d]\s" if _are_detached(document) else r"[\p{L}\p{P}\d]"
        return _is_printed(document, rf"{before}{number}(?!\d)")
    if _is_titled_or_numbered(document, reference) or _is_printed_head(document, reference):
        return True
    if not reference.authors:
        return False
    family = regex.escape(reference.authors[0].family)
    if document.numbering in _NAMING:
        return _is_printed(document, rf"(?<!\p{{L}}){family}(?!\p{{L}})")
    if _is_by_group(reference) and _is_printed(document, family):
        return True
    if reference.authors[0].family.isupper():
        family = rf"(?i:{family})"
    return _is_named_with_date(document, index, family)


def _are_detached(document: Document) -> bool:
    """Tell whether a blank stands before most numbers of a system of superscripts."""
    starts = [citation.span.start for citation in document.citations]
    return 2 * sum(document.prose[:start][-1:].isspace() for start in starts) > len(starts)


def _is_titled_or_numbered(document: Document, reference: Reference) -> bool:
    """Tell whether the title is printed, its beginning with the year, or of a law the number: `Lei nº 12.711`."""
    title = reference.title.value if reference.title else ""
    known = [title] if title and (not reference.authors or len(title.split()) >= _TELLING) else []
    number = None if reference.authors else _LAW.match(document.prose, reference.span.start, reference.span.end)
    known += [number["number"]] if number else []
    return _is_title_dated(document, title, reference) or any(_is_printed(document, _words(words)) for words in known)


def _is_title_dated(document: Document, title: str, reference: Reference) -> bool:
    """Tell whether the year follows the words before the title's colon in brackets: `In Wells (1950), Abel`."""
    main = title.partition(":")[0].strip()
    year = reference.year.value if reference.year else ""
    return bool(main and year) and _is_printed(document, rf"(?<!\p{{L}}){_words(main)}[^\w\n]{{0,3}}\s?[(\[]{year}")


def _words(printed: str) -> str:
    """Return the pattern of words in any letters, at whatever place their line is broken."""
    escaped = regex.escape(" ".join(printed.split()), literal_spaces=True)
    return rf"(?i:{escaped})".replace(" ", r"\s+")


def _is_printed_head(document: Document, reference: Reference) -> bool:
    """Tell whether the words that an entry begins with are printed, and its date if it has one.

    `Rice Museum Website, https://…`; `3,000 rice genome project (2014)`; `Resolução nº 4, de 2 de outubro de 2009`.
    """
    year, accessed = reference.year, reference.accessed
    is_dated = year is not None and not (accessed and accessed.span.contains(year.span))
    head = head_of(document.prose, reference).strip().rstrip("([").partition(", ")[0]
    date = rf"[^\n]{{0,{_NEAR}}}?(?<!\d){year.value}" if year and is_dated else ""
    return len(head.split()) >= _FEWEST_OF_HEAD and _is_printed(document, _words(head) + date)


def _is_named_with_date(document: Document, index: int, family: str) -> bool:
    """Tell whether the year, or the status, stands behind the name; any year tells it of an author's only work."""
    year = document.references[index].year
    if _is_only_work(document, index) and _is_printed(document, rf"(?<!\p{{L}}){family}{_ANY_YEAR_NEAR}"):
        return True
    if year and year.value.isdigit():
        return _is_printed(document, rf"{family}[^\n]{{0,80}}?{year.value}|(?<!\d){year.value}\t{family}")
    end = _end_of_body(document)
    return any(_STATUS_NEAR.match(document.prose, named.end(), end) for named in _find(document, family))


def _is_by_group(reference: Reference) -> bool:
    """Tell whether a group or an acronym is the author, which a text may name without a year."""
    first = reference.authors[0]
    return first.literal or (first.family.isupper() and not first.given)


def _is_only_work(document: Document, index: int) -> bool:
    family = document.references[index].authors[0].family
    return sum(bool(other.authors) and other.authors[0].family == family for other in document.references) == 1


def _is_printed(document: Document, pattern: str) -> bool:
    return next(_find(document, pattern), None) is not None


def _find(document: Document, pattern: str) -> Iterator[regex.Match[str]]:
    """Yield the places of a pattern before the first reference list."""
    return regex.finditer(pattern, document.prose, endpos=_end_of_body(document))


def _end_of_body(document: Document) -> int:
    return min((reference.span.start for reference in document.references), default=len(document.prose))
