"""HTML: an article page as a journal shows it, without what stands around the article."""

from __future__ import annotations

from lint_article.document import Reading, Source
from lint_article.readers.decoding import decode_declared
from lint_article.readers.html.links import linked_reading
from lint_article.readers.html.page import write_page
from lint_article.readers.writer import Writer


def read_html(source: Source) -> Reading:
    """Return the text of the article: of `main`, else of the `article` elements, else of the whole page.

    Links are marks with their address; a link to an entry of the reference list is a given citation of it.
    """
    writer = Writer(source, decode_declared(source.data))
    language = ""
    with writer.to_the_end():
        language = write_page(writer)
    return linked_reading(writer, language)
