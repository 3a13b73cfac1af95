"""Links of HTML: where they lead among the pages of a document, and what they cite."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from urllib.parse import unquote

from lint_article.document import Citation, CitationItem, Mark, Reading
from lint_article.readers.markup.linked_ranges import with_ranges
from lint_article.readers.writer import Writer
from lint_article.text import Span

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
    marks = [mark for mark in writer.marks if mark.target.removeprefix("#") in keys]
    writer.citations += [_citation(mark) for mark in marks if not _is_inside(mark.span, entries)]
    return with_ranges(writer.reading(language=language))


def _is_inside(span: Span, entries: list[Span]) -> bool:
    """Tell whether one of the entries, which are in order and apart, holds the span."""
    before = bisect_right(entries, span.start, key=lambda entry: entry.start) - 1
    return before >= 0 and entries[before].contains(span)


def _citation(mark: Mark) -> Citation:
    return Citation(mark.span, "key", (CitationItem(mark.span, key=mark.target.removeprefix("#")),))
