"""Numbers that are typed where most are linked: `[24,25]` in a text whose other brackets link to the list."""

from __future__ import annotations

from collections.abc import Sequence

from lint_article.document import Mark, Reference
from lint_article.parsing.linking.link_numbers import link_numbers
from lint_article.parsing.linking.numbering import find_numbering
from lint_article.parsing.linking.resolved import Cited, join_systems
from lint_article.text import Span


def join_typed_numbers(
    prose: str, stated: Cited, holes: Sequence[Span], marks: Sequence[Mark], references: Sequence[Reference]
) -> Cited:
    """Return what the links of a text cite, and what only numbers in brackets cite that are no links.

    Most of the links must print numbers: elsewhere a number in brackets is none of the list.
    """
    items = [item for citation in stated[0] for item in citation.items]
    printed = sum(item.span.of(prose).strip("[]() ").isdigit() for item in items)
    numbering = find_numbering(prose, holes, marks, references) if 2 * printed > len(items) else None
    if numbering is None or numbering.style != "bracket":
        return stated
    return join_systems(stated, link_numbers(prose, numbering, references))
