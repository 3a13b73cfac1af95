"""What kind of work a reference is, in CSL's words."""

from __future__ import annotations

from lint_article.document import Reference


def kind_of(reference: Reference) -> str:
    """Return the kind that the fields of a reference show; `document` where they show none."""
    published = reference.publisher or reference.place
    if reference.container and (reference.editors or (published and not reference.volume)):
        return "chapter"
    if reference.container and (reference.volume or reference.pages or reference.doi):
        return "article-journal"
    if published and not reference.container:
        return "book"
    return "webpage" if reference.urls and not reference.container else "document"
