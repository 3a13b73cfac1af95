"""Report abbreviations that the abstract defines and the main text uses without a definition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._definitions import is_explained
from lint_article.document import Document, Finding, Related
from lint_article.parsing.abbreviations.find import abbreviations_of
from lint_article.parsing.abstract import find_abstract


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per abbreviation, at its first use behind the abstract."""
    end = find_abstract(document).end
    for abbreviation in abbreviations_of(document):
        if all(definition.in_abstract for definition in abbreviation.definitions):
            last = abbreviation.definitions[-1].short
            later = [use for use in abbreviation.uses if use.start >= end]
            if later and not is_explained(document, later[0], abbreviation.definitions):
                yield Finding(later[0], {"text": abbreviation.name}, related=(Related(last, "defined here"),))
