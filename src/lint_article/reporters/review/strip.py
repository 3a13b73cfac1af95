"""The whole manuscript in one strip: citations above, findings below, headings between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_article.document import Document
from lint_article.engine.diagnostic import Diagnostic
from lint_article.reporters.review.citations import Citing
from lint_article.reporters.review.markup import identifier
from lint_article.reporters.review.rows import TextRow

_WIDTH = 1000


def strip(document: Document, rows: Sequence[TextRow], found: Sequence[Diagnostic], citing: Citing, page: str) -> str:
    """Return a drawing as wide as its room; a script lets its marks be clicked."""
    drawn = (*_sections(document, rows), *_citations(document, citing, page), *_findings(document, found, page))
    marks = "".join({mark.partition(" data-to")[0]: mark for mark in drawn}.values())  # one in each place
    label = f"{len(citing.cited)} cited works and {len(found)} findings from the beginning to the end of the manuscript"
    return (
        f'<svg class="strip" viewBox="0 0 {_WIDTH} 34" preserveAspectRatio="none" role="img" aria-label="{label}">'
        f'<rect class="track" x="0" y="1" width="{_WIDTH}" height="14"/>'
        f'<rect class="track" x="0" y="19" width="{_WIDTH}" height="14"/>{marks}</svg>'
    )


def _sections(document: Document, rows: Sequence[TextRow]) -> Iterator[str]:
    for row in rows:
        if row.kind == "heading":
            yield f'<rect class="section" x="{_at(document, row.span.start)}" y="0" width="2" height="34"/>'
    for reference in document.references:
        wide = max(len(reference.span) / max(len(document.text), 1) * _WIDTH, 0.6)
        yield _rect("entry", _at(document, reference.span.start), 1, wide, "")


def _citations(document: Document, citing: Citing, page: str) -> Iterator[str]:
    for one in citing.cited:
        yield _rect(one.look, _at(document, one.span.start), 1, 1.6, f"{page}c{one.number}")
    for number, reference in enumerate(document.references):
        if number not in citing.by_reference:
            yield _rect("uncited", _at(document, reference.span.start), 1, 1.6, f"{page}r{number}")


def _findings(document: Document, found: Sequence[Diagnostic], page: str) -> Iterator[str]:
    for number, one in enumerate(found):
        yield _rect(
            f"s-{one.severity} r-{identifier(one.rule)}", _at(document, one.span.start), 19, 1.6, f"{page}f{number}"
        )


def _at(document: Document, offset: int) -> float:
    return round(offset / max(len(document.text), 1) * _WIDTH, 1)


def _rect(classes: str, x: float, y: int, width: float, target: str) -> str:
    to = f' data-to="{target}"' if target else ""
    return f'<rect class="{classes}" x="{x}" y="{y}" width="{width:.1f}" height="14"{to}/>'
