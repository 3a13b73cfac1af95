"""Report what is longer or more than the settings allow: words, references, figures, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.checks._options import number_of
from lint_article.document import Document, Finding
from lint_article.parsing.abstract import find_abstract
from lint_article.parsing.callouts.find import callouts_of
from lint_article.text import Span
from lint_article.text.pattern import small_letters
from lint_article.vocabulary import words

_WORD = re.compile(r"\w[\w’'-]*")
_LIMITS = ("abstract-words", "title-characters", "running-title-characters", "words", "references", "figures", "tables")
_NEXT = re.compile(r"\s*([^\n]*[^\s])")
_FRONT = 10_000  # code points in which the running title is
_LONGEST = 60  # code points of what is flagged


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per limit that is exceeded; a limit of 0 is none."""
    if not any(number_of(options, name) for name in _LIMITS):
        return
    for name, (unit, span, count) in _count(document).items():
        most = number_of(options, name)
        if 0 < most < count:
            cut = Span(span.start, min(span.end, span.start + _LONGEST))
            yield Finding(cut, {"what": name.replace("-", " "), "count": str(count), "most": str(most), "unit": unit})


def _count(document: Document) -> Mapping[str, tuple[str, Span, int]]:
    text, abstract, whole = document.prose, find_abstract(document), Span(0, len(document.text))
    title = next((block.span for block in document.blocks if block.kind == "title"), Span(0, max(text.find("\n"), 0)))
    running = _find_running_title(text)
    captions = callouts_of(document).captions
    items = {kind: len({one.number for one in captions if one.kind == kind}) for kind in ("figure", "table")}
    return {
        "abstract-words": ("words", abstract, _count_words(text, abstract)),
        "title-characters": ("characters", title, len(title.of(document.text).strip())),
        "running-title-characters": ("characters", running, len(running)),
        "words": (
            "words",
            whole,
            _count_words(text, whole) - sum(_count_words(text, r.span) for r in document.references),
        ),
        "references": ("references", whole, len(document.references)),
        "figures": ("figures", whole, items["figure"]),
        "tables": ("tables", whole, items["table"]),
    }


def _count_words(text: str, span: Span) -> int:
    return sum(1 for _ in _WORD.finditer(text, span.start, span.end))


def _find_running_title(text: str) -> Span:
    """Return what is behind `Running title:` near the beginning, or on the line below it; empty if there is none."""
    front = small_letters(text[:_FRONT])
    for form in words("part-running-title"):
        at = front.find(f"{form}:")
        if at >= 0:
            line = _NEXT.match(text, at + len(form) + 1)
            return Span(*line.span(1)) if line else Span(0, 0)
    return Span(0, 0)
