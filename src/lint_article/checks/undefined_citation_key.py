"""Citation keys that no bibliography defines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import resolutions_with
from lint_article.document import Document, Finding


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per key and place."""
    for resolution in resolutions_with(document, "key-undefined"):
        yield Finding(resolution.item.span, {"key": resolution.item.key})
