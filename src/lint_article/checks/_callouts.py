"""What the checks of callouts share: the series that are compared, and how callouts are named in messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint_article.checks._describe import one_line
from lint_article.document import Document
from lint_article.document.callout import Callout, Caption
from lint_article.parsing.callouts.series import Series, equation_series_of, series_of
from lint_article.text import Span

_LONGEST_LABEL = 30


def compared_series(document: Document, options: Mapping[str, object]) -> Sequence[Series]:
    """Return the series of a document, with those of its equations if the option `equations` says so."""
    return (*series_of(document), *(equation_series_of(document) if options["equations"] else ()))


def name_callout(document: Document, callout: Callout) -> str:
    """Return a callout as it is printed; a number without its word gets one."""
    if len(callout.word) and callout.word.start == callout.span.start:
        return one_line(document, callout.span)
    return f"{callout.kind} {callout.number}"


def name_caption(document: Document, caption: Caption) -> str:
    """Return the label of a caption as it is printed, or as it will be printed where the format numbers captions."""
    if caption.label != caption.span:
        return one_line(document, caption.label)
    return f"{caption.kind} {caption.number}"


def place_of(document: Document, caption: Caption) -> Span:
    """Return what is flagged of a caption: its label, or its first words where the format numbers captions."""
    if caption.label != caption.span or len(caption.span) <= _LONGEST_LABEL:
        return caption.label
    cut = document.text.rfind(" ", caption.span.start + 1, caption.span.start + _LONGEST_LABEL)
    return Span(caption.span.start, cut if cut > 0 else caption.span.start + _LONGEST_LABEL)
