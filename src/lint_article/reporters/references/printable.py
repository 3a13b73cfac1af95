"""References without the tags that a text may print in them: `<italic>Harbour Studies</italic>`."""

from __future__ import annotations

from dataclasses import replace

from lint_article.document import Field, Reference
from lint_article.text.pattern import Pattern

_TAG = Pattern(r"</?\p{L}{1,10}>")
_TAGGED = ("title", "container", "publisher")


def without_tags(reference: Reference) -> Reference:
    """Return the reference; its title, container and publisher have no tags."""
    fields = {name: getattr(reference, name) for name in _TAGGED}
    if not any(field and "<" in field.value for field in fields.values()):
        return reference
    return replace(reference, **{name: _bare(field) for name, field in fields.items()})


def _bare(field: Field | None) -> Field | None:
    return replace(field, value=_TAG.sub("", field.value)) if field else None
