"""Report abbreviations that are used once only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding, Related
from lint_article.parsing.abbreviations.find import abbreviations_of


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per abbreviation that is defined once and used once, at its use."""
    for abbreviation in abbreviations_of(document):
        if len(abbreviation.definitions) == 1 and len(abbreviation.uses) == 1 and not abbreviation.elsewhere:
            note = Related(abbreviation.definitions[0].short, "defined here")
            yield Finding(abbreviation.uses[0], {"text": abbreviation.name}, related=(note,))
