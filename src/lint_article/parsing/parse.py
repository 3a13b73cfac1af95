"""The order in which a manuscript's facts are made."""

from __future__ import annotations

from lint_article.document import Document, Reading


def parse(reading: Reading) -> Document:
    """Return all facts of a reading."""
    return Document(
        source=reading.source,
        text=reading.text,
        prose=reading.text,
        map=reading.map,
        parts=reading.parts,
        blocks=reading.blocks,
        marks=reading.marks,
        comments=reading.comments,
        problems=reading.problems,
        language=reading.language,
    )
