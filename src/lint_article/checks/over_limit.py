"""Report what is longer or more than the settings allow: words, references, figures, tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from lint_article.checks._options import number_of
from lint_article.document import Document, Finding
from lint_article.parsing.abstract import find_abstract
from lint_article.parsing.callouts.find import callouts_of
from lint_article.text import Span

_WORD = re.compile(r"\w[\w’'-]*")
_LONGEST = 60  # code points of what is flagged


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per limit that is exceeded; a limit of 0 is none."""
    for name, (unit, count_in) in _COUNTED.items():
        most = number_of(options, name)
        span, count = count_in(document) if most > 0 else (Span(0, 0), 0)
        if 0 < most < count:
            cut = Span(span.start, min(span.end, span.start + _LONGEST))
            yield Finding(cut, {"what": name.replace("-", " "), "count": str(count), "most": str(most), "unit": unit})


def _count_abstract(document: Document) -> tuple[Span, int]:
    abstract = find_abstract(document)
    return abstract, _count_words(document.prose, abstract)


def _count_title(document: Document) -> tuple[Span, int]:
    first = Span(0, max(document.prose.find("\n"), 0))
    title = next((block.span for block in document.blocks if block.kind == "title"), first)
    return title, len(title.of(document.text).strip())


def _count_own_words(document: Document) -> tuple[Span, int]:
    whole, cited = _whole(document), (reference.span for reference in document.references)
    return whole, _count_words(document.prose, whole) - sum(_count_words(document.prose, span) for span in cited)


def _count_references(document: Document) -> tuple[Span, int]:
    return _whole(document), len(document.references)


def _count_captions(kind: str, document: Document) -> tuple[Span, int]:
    captions = callouts_of(document).captions
    return _whole(document), len({one.number for one in captions if one.kind == kind})


def _whole(document: Document) -> Span:
    return Span(0, len(document.text))


def _count_words(text: str, span: Span) -> int:
    return sum(1 for _ in _WORD.finditer(text, span.start, span.end))


_COUNTED: Mapping[str, tuple[str, Callable[[Document], tuple[Span, int]]]] = {
    "abstract-words": ("words", _count_abstract),
    "title-characters": ("characters", _count_title),
    "words": ("words", _count_own_words),
    "references": ("references", _count_references),
    "figures": ("figures", partial(_count_captions, "figure")),
    "tables": ("tables", partial(_count_captions, "table")),
}
