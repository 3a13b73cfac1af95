"""From a rule's finding to a diagnostic: the one place where code, severity, wording, place and excerpt are set."""

from __future__ import annotations

from itertools import pairwise

from lint_article.document import Document, Finding, Fix, Safety
from lint_article.engine.diagnostic import Diagnostic, ExcerptLine, PlacedEdit, PlacedFix, PlacedRelated
from lint_article.engine.edits import place_edit
from lint_article.readers.text_writer import PLACEHOLDER
from lint_article.rulebook import Rule
from lint_article.text import Origin, Part, Place, Span, places_of

_LINES = 3
_WIDTH = 100


def stamp(document: Document, rule: Rule, finding: Finding, origin: Origin | None = None) -> Diagnostic:
    """Return the finding with all that a reporter needs; raise ValueError if the finding is not lawful.

    `origin` is its place in the source if the text leaves out what it is about.
    """
    if finding.span.end > len(document.text):
        raise ValueError(f"{finding.span} lies outside the text")
    origin = origin or document.map.origin(finding.span)
    place, end = _places(document, origin)
    return Diagnostic(
        rule=rule.name,
        code=rule.code,
        kind=rule.kind,
        severity=rule.severity,
        message=rule.message.format_map(finding.values).replace(PLACEHOLDER, "…"),
        span=finding.span,
        origin=origin,
        place=place,
        end=end,
        excerpt=excerpt(document.parts[origin.part], origin),
        fix=_fix(document, finding.span, finding.fix) if finding.fix else None,
        related=tuple(_place_related(document, r.span, r.note) for r in finding.related),
    )


def excerpt(part: Part, origin: Origin) -> tuple[ExcerptLine, ...]:
    """Return the lines that the origin touches, three at most, each cut to about 100 code points around it."""
    first = part.line_index(origin.start)
    last = max(part.line_index(origin.end - 1), first) + 1
    starts = [line.start for line in part.lines[first : last + 1]] + [len(part.text)]
    return tuple(
        _cut(
            line.cell[1] if line.cell else line.number,
            part.text[start:end].rstrip("\r\n\f"),
            origin.start - start,
            origin.end - start,
        )
        for line, start, end in zip(part.lines[first : min(last, first + _LINES)], starts, starts[1:], strict=False)
        if part.text
    )


def _cut(number: int, line: str, start: int, end: int) -> ExcerptLine:
    start, end = min(max(start, 0), len(line)), min(end, len(line))
    if len(line) <= _WIDTH:
        return ExcerptLine(number, line, start, max(start, end))
    room = max((_WIDTH - (end - start)) // 2, 20)
    low = max(min(start - room, len(line) - _WIDTH), 0)
    high = min(low + _WIDTH, len(line))
    before, after = "…" if low else "", "…" if high < len(line) else ""
    shift = len(before) - low
    return ExcerptLine(number, before + line[low:high] + after, start + shift, min(end, high) + shift)


def _places(document: Document, origin: Origin) -> tuple[Place, Place]:
    return places_of(document.parts[origin.part], origin.start, origin.end)


def _place_related(document: Document, span: Span, note: str) -> PlacedRelated:
    return PlacedRelated(note, *_places(document, document.map.origin(span)))


def _fix(document: Document, span: Span, fix: Fix) -> PlacedFix:
    if any(a.span.end > b.span.start for a, b in pairwise(fix.edits)):
        raise ValueError(f"the edits of `{fix.title}` are not sorted and apart")
    origins = [place_edit(document, edit) for edit in fix.edits]
    edits = tuple(
        PlacedEdit(origin, *_places(document, origin), edit.text)
        for (origin, _), edit in zip(origins, fix.edits, strict=True)
    )
    writable = all(
        is_writable and _is_within(document, span, edit.span)
        for (_, is_writable), edit in zip(origins, fix.edits, strict=True)
    )
    safety: Safety = fix.safety if writable else "shown"
    return PlacedFix(fix.title, safety, edits, safety)


def _is_within(document: Document, span: Span, edited: Span) -> bool:
    """Tell whether an edit changes the words of its finding and nothing else but the blanks around them."""
    return not (document.text[edited.start : span.start] + document.text[span.end : edited.end]).strip()
