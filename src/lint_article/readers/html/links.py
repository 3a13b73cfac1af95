"""Links of HTML: where they lead among the pages of a document, and what they cite."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable
from urllib.parse import unquote

from lint_article.document import Citation, CitationItem, Mark, Reading
from lint_article.readers.markup.linked_ranges import with_ranges
from lint_article.readers.writer import Writer
from lint_article.text import Span

_FEWEST_LINKS = 3  # of a saved page to its entries
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def resolve_link(page: str, address: str) -> str:
    """Return where a link on a page of this name leads, by the names of the pages; a page without a name is alone."""
    if not page or not address or _OUTSIDE.match(address):
        return address
    path, _, anchor = unquote(address).partition("#")
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return f"{name}#{anchor}"


def linked_reading(writer: Writer, language: str) -> Reading:
    """Return what has been read; links to entries are citations of them."""
    keys = {entry.key for entry in writer.entries if entry.key} | writer.other_keys.keys()
    entries = sorted(entry.span for entry in writer.entries if entry.span)
    address = _own_address(writer.marks, keys)
    cited = ((mark.span, mark.target.removeprefix(address).removeprefix("#")) for mark in writer.marks)
    writer.citations += [_citation(span, key) for span, key in cited if key in keys and not _is_inside(span, entries)]
    return with_ranges(writer.reading(language=language))


def _own_address(marks: Iterable[Mark], keys: Container[str]) -> str:
    """Return the address of a page that stands in its links before the key of an entry, or ""."""
    links = (mark.target.partition("#") for mark in marks)
    pages = Counter(page for page, _, anchor in links if page and anchor in keys)
    page, count = next(iter(pages.most_common(1)), ("", 0))
    return page if count >= _FEWEST_LINKS else ""


def _is_inside(span: Span, entries: list[Span]) -> bool:
    """Tell whether one of the entries, which are in order and apart, holds the span."""
    before = bisect_right(entries, span.start, key=lambda entry: entry.start) - 1
    return before >= 0 and entries[before].contains(span)


def _citation(span: Span, key: str) -> Citation:
    return Citation(span, "key", (CitationItem(span, key=key),))
