"""Citations that several entries answer equally well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import name_citation, resolutions_with
from lint_article.document import Document, Finding, Related, Resolution


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per group of entries, at the first citation that may mean any of them."""
    groups: dict[tuple[int, ...], list[Resolution]] = {}
    for resolution in resolutions_with(document, "ambiguous"):
        groups.setdefault(tuple(sorted(resolution.references)), []).append(resolution)
    for entries, (first, *others) in groups.items():
        related = [Related(document.references[index].span, "possible match") for index in entries]
        related += [Related(other.item.span, "also cited here") for other in others]
        values = {"citation": name_citation(document, first.item), "count": str(len(entries))}
        yield Finding(first.item.span, values, related=tuple(related))
