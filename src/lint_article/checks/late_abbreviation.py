"""Report abbreviations that are used before they are defined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._definitions import is_explained
from lint_article.document import Document, Finding, Related
from lint_article.parsing.abbreviations.find import abbreviations_of
from lint_article.parsing.abstract import find_abstract


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per abbreviation, at the first of its uses in front of all definitions."""
    abstract = find_abstract(document)
    for abbreviation in abbreviations_of(document):
        first = abbreviation.definitions[0]
        early = [use for use in abbreviation.uses if use.start < first.short.start]
        if not first.in_abstract:  # what an abstract takes for granted is another matter
            early = [use for use in early if use.start >= abstract.end]
        early = [use for use in early if use.start >= abstract.start]
        if early and not any(is_explained(document, use, abbreviation.definitions) for use in early):
            note = Related(first.short, "defined here")
            yield Finding(early[0], {"text": abbreviation.name}, related=(note,))
