"""References without the tags that a text may print in them: `<italic>Harbour Studies</italic>`."""

from __future__ import annotations

from dataclasses import replace

from lint_article.document import Field, Reference
from lint_article.text.pattern import Pattern

_TAG = Pattern(r"</?\p{L}{1,10}>")


def without_tags(reference: Reference) -> Reference:
    """Return the reference; its title, container and publisher have no tags."""
    title, container, publisher = map(_bare, (reference.title, reference.container, reference.publisher))
    return replace(reference, title=title, container=container, publisher=publisher)


def _bare(field: Field | None) -> Field | None:
    return replace(field, value=_TAG.sub("", field.value)) if field and "<" in field.value else field
