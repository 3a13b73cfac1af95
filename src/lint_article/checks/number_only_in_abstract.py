"""Report numbers of the abstract that the text does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._abstract_numbers import find_missing
from lint_article.document import Document, Finding


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per number, in the abstract."""
    for number, _ in find_missing(document):
        yield Finding(number.span, {"text": number.with_unit})
