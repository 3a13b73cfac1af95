"""One finding for a glyph that a PDF's face lacks everywhere, and not one for each place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from lint_article.document import Document, Finding, Related


def gather(
    document: Document, findings: Iterable[Finding], kind: Callable[[Finding], str], most: int
) -> Iterator[Finding]:
    """Yield the findings; of more than `most` of a kind in a manuscript that no fix can write, one for all of them."""
    if all(part.writable for part in document.parts):
        yield from findings
        return
    kinds: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        kinds[kind(finding)].append(finding)
    for alike in kinds.values():
        if len(alike) > most:
            first, *others = alike
            yield replace(first, related=tuple(Related(one.span, "here too") for one in others))
        else:
            yield from alike
