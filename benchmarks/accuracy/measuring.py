"""What is counted for one article: faults found by the right rule, false findings, citations linked rightly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.accuracy.cases import Case, Range, neutral, overlap, sure_citations
from benchmarks.accuracy.faults import RULES, Edit, edits_of
from benchmarks.accuracy.layouts import laid_out
from benchmarks.accuracy.wrapping import wrapped
from lint_article.document import Document, Source
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.lint import lint
from lint_article.parsing.parse import parse
from lint_article.readers.plain.reader import read_plain
from lint_article.rulebook import rulebook
from lint_article.text import Place

# Faults that published articles have; read by eye, nearly all are true (docs/grammar.md), so they are counted apart.
IN_PRINT = {"misspelt-word": "misspelt words", "duplicate-reference": "duplicates", "doi-of-two-works": "duplicates"}
FAMILIES = {"CIT": "citations", "REF": "references", "LNK": "links", "TXT": "text"}


_KINDS = frozenset({"author-year", "year-only", "numeric", "suffix"})


@dataclass(slots=True)
class Tally:
    """Counts by what was measured, and what was missed or false, in words."""

    counts: Counter[str] = field(default_factory=Counter)
    report: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Add the counts and the report of another."""
        self.counts.update(other.counts)
        self.report.extend(other.report)


def measure(case: Case, seed: int, width: int = 0, layout: str = "lines") -> Tally:
    """Measure one article: as it is, and with known faults; in a layout, and hard-wrapped if a `width` is given."""
    tally = Tally()
    sound = _parsed(wrapped(laid_out(case.text, layout), width))
    _count_false(case, sound, tally)
    _count_links(case, sound, tally)
    edits = edits_of(case, seed)
    faulty, spans = _applied(case.text, edits)
    _count_faults(case, edits, spans, _parsed(wrapped(laid_out(faulty, layout), width)), tally)
    return tally


def _parsed(text: str) -> Document:
    return parse(read_plain(Source("article.txt", "plain", text.encode())))


def _findings(document: Document) -> list[Diagnostic]:
    return lint(document, [rule for rule in rulebook() if rule.code[:3] in FAMILIES])


def _applied(text: str, edits: Sequence[Edit]) -> tuple[str, list[list[Range]]]:
    """Return the text with the edits made, and where the spans of each then stand (of an insertion: what is new)."""
    pieces, at, moves = [], 0, [(0, 0)]
    for edit in edits:
        pieces += [text[at : edit.start], edit.new]
        at = edit.end
        moves.append((edit.end, moves[-1][1] + len(edit.new) - (edit.end - edit.start)))
    places = []
    for edit in edits:
        new = len(edit.new) if edit.start == edit.end else 0
        places.append([(_moved(a, moves) - new, _moved(b, moves)) for a, b in edit.spans])
    return "".join((*pieces, text[at:])), places


def _moved(offset: int, moves: Sequence[tuple[int, int]]) -> int:
    return offset + next(shift for start, shift in reversed(moves) if start <= offset)


def _count_faults(
    case: Case, edits: Sequence[Edit], spans: Sequence[list[Range]], document: Document, tally: Tally
) -> None:
    found = _findings(document)
    for edit, places in zip(edits, spans, strict=True):
        tally.counts[f"{edit.kind}: put in"] += 1
        # A missing work is one finding, at its first citation; the other citations of it are related.
        related = edit.kind == "reference dropped"
        right = [d for d in found if d.rule == RULES[edit.kind] and _at(document, d, places, related=related)]
        tally.counts[f"{edit.kind}: found"] += bool(right)
        if edit.kind == "ligature broken" and right:
            tally.counts["ligature broken: repaired"] += f"`{edit.was}`" in right[0].message
        if not right:
            tally.report.append(f"missed {edit.kind} in {case.name}: {document.text[places[0][0] : places[0][1]]!r}")


def _at(document: Document, found: Diagnostic, places: Iterable[Range], *, related: bool) -> bool:
    others = [(_offset(document, r.place), _offset(document, r.end)) for r in found.related] if related else []
    spans = [(found.span.start, found.span.end), *others]
    return any(overlap(span, place) for span in spans for place in places)


def _offset(document: Document, place: Place) -> int:
    return document.parts[0].lines[place.line - 1].start + place.column - 1


def _count_false(case: Case, document: Document, tally: Tally) -> None:
    silent = list(neutral(case.truth))
    tally.counts["articles"] += 1
    for found in _findings(document):
        span = (found.span.start, found.span.end)
        if found.severity != "suggestion" and not any(overlap(span, hole) for hole in silent):
            kind = IN_PRINT.get(found.rule) or f"false: {FAMILIES[found.code[:3]]}"
            tally.counts[kind] += 1
            tally.report.append(
                f"{kind.partition(':')[0]} {found.rule} in {case.name}: {found.span.of(document.text)!r}"
            )


def _count_links(case: Case, document: Document, tally: Tally) -> None:
    ids = [listed_id(case, (r.span.start, r.span.end)) for r in document.references]
    for reference in case.truth["references"]:
        tally.counts["references"] += 1
        tally.counts["references split exactly"] += any(
            abs(r.span.start - reference["start"]) <= 6 and abs(r.span.end - reference["end"]) <= 2
            for r in document.references
        )
    for citation in sure_citations(case.truth):
        if citation["kind"] not in _KINDS or citation["end"] > case.truth["body_end"]:
            continue
        place = (citation["start"], citation["end"])
        near = [r for r in document.resolutions if overlap((r.item.span.start, r.item.span.end), place)]
        linked = {ids[index] for r in near for index in r.references}
        tally.counts[f"{case.form}: citations"] += 1
        tally.counts[f"{case.form}: found"] += bool(near)
        tally.counts[f"{case.form}: linked rightly"] += set(citation["rids"]) <= linked
        tally.counts[f"{case.form}: linked wrongly"] += bool(linked) and not linked & set(citation["rids"])


def listed_id(case: Case, span: Range) -> str:
    """Return the identifier of the listed reference that shares most characters with a stretch; empty if none does."""
    best = max(case.truth["references"], key=lambda r: min(span[1], r["end"]) - max(span[0], r["start"]), default=None)
    return str(best["id"]) if best and overlap(span, (best["start"], best["end"])) else ""
