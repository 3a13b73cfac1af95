r"""Figures and tables of LaTeX, which are numbered where they are typeset: by their `\caption` commands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.dataclass import dataclass
from lint_article.document import Document
from lint_article.document.callout import Callout, Caption, ItemKind, ItemNumber
from lint_article.parsing.callouts.cross_references import cross_references
from lint_article.text import Span

_BEGIN = re.compile(r"\\begin\{(\w+)\*?\}|\\captionof\{(\w+)\}\s*\{\s*$")
_LABEL = re.compile(r"\\label\{([^{}]+)\}")
_KINDS: Mapping[str, ItemKind] = {
    **dict.fromkeys(("figure", "wrapfigure", "sidewaysfigure", "SCfigure"), "figure"),
    **dict.fromkeys(("table", "longtable", "sidewaystable", "wraptable", "threeparttable"), "table"),
}
_RENUMBERED = re.compile(
    r"\\the(?:figure|table)\b|\\setcounter\{(?:figure|table)\}|\\numberwithin|\\(?:begin|input)\{?appendi"
)
_LONGEST = 6000  # code points between the beginning of a float and its caption


@dataclass(frozen=True, slots=True)
class Floats:
    """The captions of floats in their order, numbered, and the label of each with what it names."""

    captions: tuple[Caption, ...]
    labels: Mapping[str, tuple[ItemKind, ItemNumber]]


def find_floats(document: Document) -> Floats:
    """Return the floats of a LaTeX manuscript; none if it numbers them in a way of its own."""
    if document.source.format != "latex" or any(_RENUMBERED.search(part.text) for part in document.parts):
        return Floats((), {})
    captions: list[Caption] = []
    labelled: dict[str, tuple[ItemKind, ItemNumber]] = {}
    counts: dict[ItemKind, int] = {}
    for block in document.blocks:
        found = _float_of(document, block.span) if block.kind == "caption" else None
        if found:
            kind, names = found
            counts[kind] = counts.get(kind, 0) + 1
            number = ItemNumber("", counts[kind])
            captions.append(Caption(block.span, block.span, kind, number))
            labelled |= dict.fromkeys(names, (kind, number))
    return Floats(tuple(captions), labelled)


def find_references(document: Document, floats: Floats) -> Iterator[Callout]:
    r"""Yield what `\ref` and its kin refer to, of the floats."""
    for reference in cross_references(document):
        if reference.label in floats.labels:
            kind, number = floats.labels[reference.label]
            span = reference.span
            yield Callout(span, Span(span.start, span.start), kind, number)


def _float_of(document: Document, caption: Span) -> tuple[ItemKind, list[str]] | None:
    """Return the kind of the float that a caption is in, with its labels."""
    origin = document.map.origin(caption)
    text = document.parts[origin.part].text
    begin = next(iter([*_BEGIN.finditer(text, max(origin.start - _LONGEST, 0), origin.start)][-1:]), None)
    kind = _KINDS.get(begin[1] or begin[2]) if begin else None
    if begin is None or kind is None:
        return None
    end = text.find(f"\\end{{{begin[1]}", origin.start) if begin[1] else origin.end + 100
    return kind, _LABEL.findall(text, begin.start(), end if end >= 0 else origin.end)
