"""Citations and links in the text of JATS."""

from __future__ import annotations

from lint_article.document import Citation, CitationItem
from lint_article.readers.markup.events import Event
from lint_article.readers.writer import Frame, Writer
from lint_article.text import Span

HREF = "xlink:href"


def end_citation(writer: Writer, frame: Frame, keys: list[str]) -> None:
    """End a stretch that cites the entries with these keys."""
    at = len(writer)
    span = writer.end(frame) or Span(at, at)
    items = tuple(CitationItem(span, key=key) for key in keys)
    if items:
        writer.citations.append(Citation(span, "key", items))


def address_of(link: Event) -> str:
    """Return where a link leads; a bare DOI is an address too."""
    href = link.attributes.get(HREF, "")
    is_doi = link.attributes.get("ext-link-type") == "doi" and href.startswith("10.")
    return f"https://doi.org/{href}" if is_doi else href
