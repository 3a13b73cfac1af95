"""The reading of a Word or LibreOffice document, made of its paragraphs and comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lint_article.document import Given, Reading, Source
from lint_article.readers.office.cited_works import CitedWork
from lint_article.readers.office.paragraph import Sign, WordParagraph
from lint_article.readers.office.review import Note, anchors_of, directives, problems_of
from lint_article.readers.office.text import OfficeText, citations_of, part_of
from lint_article.readers.writer import Writer


def reading_of(
    source: Source,
    contents: Sequence[WordParagraph | Sign],
    notes: Mapping[str, Note],
    sources: Mapping[str, CitedWork],
) -> Reading:
    """Return the text of the paragraphs and what is still open in it.

    `notes` are the comments by their ids, `sources` the works that Word keeps for its own citations by their tags.
    """
    part = part_of(contents)
    writer = Writer(source, part.text)
    text = OfficeText(writer)
    with writer.to_the_end():
        for one in contents:
            text.write(one)
    reading = writer.reading()
    return replace(
        reading,
        parts=(part,),
        problems=(*reading.problems, *problems_of(contents, reading.marks, notes, reading.text)),
        comments=tuple(directives(notes, anchors_of(contents))),
        given=Given(tuple(citations_of(reading.text, text.printed, sources))),
    )
