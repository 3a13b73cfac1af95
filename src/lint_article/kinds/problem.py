"""Report the problems that a reader met: those that bear the rule's name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per problem."""
    for problem in document.problems:
        if problem.rule == options["rule"]:
            yield Finding(problem.span, dict(problem.values))
