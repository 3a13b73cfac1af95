"""One manuscript of the page: its strip, its rows with their cards, its table of references."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lint_article.document import Document
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.report import FileReport
from lint_article.reporters.review.cards import card, where
from lint_article.reporters.review.citations import Citing, citing
from lint_article.reporters.review.inline import MarkedText
from lint_article.reporters.review.markup import file_name, text
from lint_article.reporters.review.reference_table import back_links, reference_table
from lint_article.reporters.review.row_html import row_html
from lint_article.reporters.review.rows import TextRow, rows
from lint_article.reporters.review.strip import strip
from lint_article.text import place_at
from lint_article.text.phrases import count_of

MOST = 2_000  # findings of one manuscript; with more, no browser is quick
_CHUNK = 60  # rows; a browser lays out only the chunks that are seen


def manuscript(report: FileReport, page: str, *, is_alone: bool) -> Iterator[str]:
    """Yield the lines of one manuscript; `page` begins the identifiers of its elements."""
    yield f'<section id="{page}" class="manuscript">'
    if not is_alone:
        yield f"<h2>{file_name(report.path)}</h2>"
    yield _notice(report)
    if report.document:
        shown = report.diagnostics[:MOST]
        yield from _body(report.document, shown, page, top=2 if is_alone else 3)
    yield "</section>"


def _body(document: Document, found: Sequence[Diagnostic], page: str, top: int) -> Iterator[str]:
    cut, cites = rows(document), citing(document)
    yield f'<p class="sum">{_sum(document, found, cites)}</p>'
    yield f'<div class="map">{strip(document, cut, found, cites, page)}{_key(document, cites)}</div>'
    inline = MarkedText(document, cut, found, cites, page)
    cards = _by_row(cut, found)
    level = top - 1
    yield '<div class="sheet">'
    for first in range(0, len(cut), _CHUNK):
        yield '<div class="chunk">' if len(cut) > _CHUNK else "<div>"
        for number, row in enumerate(cut[first : first + _CHUNK], first):
            if row.kind in ("heading", "title"):
                level = top if row.kind == "title" else min(max(row.level, 1) + top - 1, level + 1, 6)
            noted = "".join(card(document, index, found[index], page) for index in cards.get(number, ()))
            back = "" if row.reference is None else back_links(document, row.reference, cites, page)
            yield row_html(row, inline, document, page, level, noted, back, _gutter(document, row))
        yield "</div>"
    if not cut:
        yield '<p class="none">The manuscript has no text.</p>'
        yield from (card(document, number, one, page) for number, one in enumerate(found))
    yield f"</div>{reference_table(document, cites, page, top)}"


def _by_row(cut: Sequence[TextRow], found: Sequence[Diagnostic]) -> dict[int, list[int]]:
    """Return the numbers of the findings by the row that they begin in."""
    starts = [row.span.start for row in cut]
    placed: dict[int, list[int]] = {}
    for number, one in enumerate(found):
        placed.setdefault(max(bisect_right(starts, one.span.start) - 1, 0), []).append(number)
    return placed


def _gutter(document: Document, row: TextRow) -> str:
    """Return what stands beside a row: where it is in the file."""
    origin = document.map.origin(row.span)
    shown = where(place_at(document.parts[origin.part], origin.start))
    return shown.replace("paragraph ", "¶ ").replace("line ", "").replace("page ", "p. ").replace(", ", ":")


def _sum(document: Document, found: Sequence[Diagnostic], cites: Citing) -> str:
    uncited = len(document.references) - len(cites.by_reference)
    said = [count_of(len(found), "finding"), count_of(len(cites.cited), "cited work")]
    said += [f"{count_of(len(document.references), 'reference')} ({uncited} never cited)"]
    return " · ".join(said)


def _key(document: Document, cites: Citing) -> str:
    uncited = len(document.references) - len(cites.by_reference)
    entries = (
        ("matched", f"{cites.count('matched')} matched"),
        ("differs", f"{cites.count('differs')} differing from the list"),
        ("missing", f"{cites.count('missing')} not in the list"),
        ("uncited", f"{uncited} never cited"),
    )
    return f'<ul class="key">{"".join(f"<li class={look}>{said}</li>" for look, said in entries)}</ul>'


def _notice(report: FileReport) -> str:
    """Return what was not read or not checked."""
    said = [fault.error for fault in report.faults]
    said += [error.message for error in (report.trouble, report.incomplete, *report.unwritten) if error]
    more = len(report.diagnostics) - MOST
    said += [f"Only the first {MOST} of {len(report.diagnostics)} findings are shown."] if more > 0 else []
    items = "".join(f"<li>{text(one)}</li>" for one in (*said, *report.notes))
    return f'<ul class="notice" aria-label="Notes">{items}</ul>' if items else ""
