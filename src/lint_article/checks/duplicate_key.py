"""Keys that two entries of one file have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding, Related


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per entry whose key an earlier one of its file has."""
    first: dict[tuple[int, str], int] = {}
    for index, reference in enumerate(document.references):
        if not reference.key:
            continue
        part = document.map.origin(reference.span).part
        earlier = first.setdefault((part, reference.key), index)
        if earlier != index:
            span = document.references[earlier].span
            yield Finding(reference.span, {"key": reference.key}, related=(Related(span, "the earlier entry"),))
