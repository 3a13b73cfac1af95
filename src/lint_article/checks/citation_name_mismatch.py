"""Citations whose author is spelt otherwise in the list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import name_citation, name_reference, resolutions_with
from lint_article.document import Document, Edit, Finding, Fix, Related


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per citation, with the entry that is probably meant; its spelling is offered as a fix."""
    for resolution in resolutions_with(document, "name-differs"):
        item, nearest = resolution.item, resolution.nearest
        if nearest is None or not item.authors:
            continue
        reference = document.references[nearest]
        name = item.authors[0]
        listed = reference.authors[0].family if reference.authors else ""
        given = any(e.name == "spelling" and e.note == "given name" for e in resolution.evidence)
        values = {
            "citation": name_citation(document, item),
            "entry": name_reference(document, nearest),
            "name": name.family,
            "listed": listed,
            "difference": "a given name" if given else f"spelt `{listed}`",
        }
        fix = Fix(f"Change the name to `{listed}`", (Edit(name.span, listed),), "unsafe") if listed else None
        yield Finding(item.span, values, fix, (Related(reference.span, "probably this reference"),))
