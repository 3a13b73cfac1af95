"""Works that the reference list gives twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import name_reference
from lint_article.checks._options import number_of
from lint_article.document import Document, Finding, Reference, Related
from lint_article.parsing.names.folding import fold


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per entry that repeats an earlier one: the same DOI, or title, first author and year."""
    seen: dict[tuple[str, ...], Reference] = {}
    for index, reference in enumerate(document.references):
        for key, sameness in _keys(reference, number_of(options, "shortest-title")):
            first = seen.setdefault((str(reference.list), *key), reference)
            if first is not reference:
                values = {"entry": name_reference(document, index), "sameness": sameness}
                yield Finding(reference.span, values, related=(Related(first.span, "the earlier reference"),))
                break


def _keys(reference: Reference, shortest: int) -> Iterator[tuple[tuple[str, ...], str]]:
    title = fold(reference.title.value) if reference.title else ""
    if reference.doi and title:
        # Chapters and supplements can share a DOI: the titles must begin alike.
        yield ("doi", reference.doi.value.casefold(), title[:12]), "same DOI"
    # A shorter title (`Introduction`, `Editorial`) names many works.
    if len(title) >= shortest and reference.authors and reference.year:
        author = fold(reference.authors[0].family)
        container = fold(reference.container.value)[:12] if reference.container else ""
        yield (
            ("title", title, author, reference.year.value, container),
            "same title, author and year",
        )
