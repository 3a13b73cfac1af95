"""Report abbreviations that are defined and never used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding
from lint_article.parsing.abbreviations.find import abbreviations_of


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per abbreviation that is nowhere but in one definition."""
    for abbreviation in abbreviations_of(document):
        if len(abbreviation.definitions) == 1 and not abbreviation.uses and not abbreviation.elsewhere:
            yield Finding(abbreviation.definitions[0].short, {"text": abbreviation.name})
