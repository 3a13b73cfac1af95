"""Citations by the labels that a list prints, `[Abe04]`, `[BC+12, p. 3]`: each leads to an entry, or to none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from lint_article.document import Citation, CitationItem, Evidence, Reference, Resolution
from lint_article.parsing.linking.resolved import Cited
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_LABEL = r"\p{Lu}[\p{L}+]{0,11}\d{2,4}[a-z]?"
_CITED = Pattern(
    rf"\[(?:\p{{Ll}}[\p{{L}}.,\s]{{1,12}}\s)?(?P<item>{_LABEL})(?:[,;]\s?(?P<item>{_LABEL}))*(?:,\s[^\]\[]{{1,40}})?\]"
)
_WHOLE = Pattern(_LABEL)
_LABELLED = 0.8  # share of the entries that have a label
_CITED_SHARE = 0.5
_FEWEST = 3


def link_labels(prose: str, holes: Sequence[Span], references: Sequence[Reference]) -> Cited | None:
    """Judge each label in brackets; None if the list has none, or if the text cites less than half of them."""
    labels = {r.label.value: index for index, r in enumerate(references) if r.label and _is_label(r.label.value)}
    if len(labels) < max(_FEWEST, len(references) * _LABELLED):
        return None
    citations: list[Citation] = []
    resolutions: list[Resolution] = []
    for match in _find(prose, holes):
        items = tuple(
            CitationItem(Span(*span), key=printed)
            for span, printed in zip(match.spans("item"), match.captures("item"), strict=True)
        )
        citations.append(Citation(Span(*match.span()), "key", items))
        resolutions.extend(_resolve(item, labels.get(item.key)) for item in items)
    cited = {index for resolution in resolutions for index in resolution.references}
    return (tuple(citations), tuple(resolutions)) if len(cited) >= len(labels) * _CITED_SHARE else None


def _is_label(printed: str) -> bool:
    return bool(_WHOLE.fullmatch(printed))


def _find(prose: str, holes: Sequence[Span]) -> Iterator[regex.Match[str]]:
    at = 0
    for hole in [*holes, Span(len(prose), len(prose))]:
        yield from _CITED.finditer(prose, at, max(at, hole.start))
        at = max(at, hole.end)


def _resolve(item: CitationItem, index: int | None) -> Resolution:
    if index is None:
        return Resolution(item, "key-undefined", evidence=(Evidence("label", -1.0, f"`{item.key}`"),))
    return Resolution(item, "matched", (index,), evidence=(Evidence("label", 1.0),))
