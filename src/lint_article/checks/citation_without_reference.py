"""Citations that no entry of the reference list answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import name_citation, resolutions_with
from lint_article.document import Document, Finding, Related, Resolution
from lint_article.parsing.names.folding import fold


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per missing work, at its first citation; the others are related."""
    works: dict[tuple[str, ...], list[Resolution]] = {}
    for resolution in resolutions_with(document, "absent"):
        item = resolution.item
        year = item.year.value if item.year else ""
        works.setdefault((*(fold(name.family) for name in item.authors), year, item.suffix), []).append(resolution)
    for first, *others in works.values():
        related = tuple(Related(other.item.span, "also cited here") for other in others)
        yield Finding(first.item.span, {"citation": name_citation(document, first.item)}, related=related)
