"""Citations whose authors are in the list with another year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import name_citation, name_reference, resolutions_with
from lint_article.document import Document, Edit, Finding, Fix, Related


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per citation, with the nearest entry; its year is offered as a fix."""
    for resolution in resolutions_with(document, "year-differs"):
        item, nearest = resolution.item, resolution.nearest
        if nearest is None or item.year is None:
            continue
        reference = document.references[nearest]
        year = reference.year.value if reference.year else ""
        fix = Fix(f"Change the year to {year}", (Edit(item.year.span, year),), "unsafe") if year.isdigit() else None
        values = {"citation": name_citation(document, item), "entry": name_reference(document, nearest), "year": year}
        yield Finding(item.span, values, fix, (Related(reference.span, f"this reference has {year}"),))
