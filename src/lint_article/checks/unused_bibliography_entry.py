"""Entries of a bibliography file that the text does not cite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import name_reference
from lint_article.document import Document, Finding
from lint_article.parsing.linking.coverage import is_in_bibliography
from lint_article.text.phrases import count_of


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding, at the first such entry, for all of them; with the option `each`, one per entry."""
    if options.get("each"):
        yield from find_each(document)
    elif unused := list(_find_unused(document)):
        what = say_unused(len(unused), len(document.references))
        yield Finding(document.references[unused[0]].span, {"what": what})


def find_each(document: Document) -> Iterator[Finding]:
    """Yield one finding per entry."""
    for index in _find_unused(document):
        what = f"`{name_reference(document, index)}` is in the bibliography but is"
        yield Finding(document.references[index].span, {"what": what})


def say_unused(unused: int, total: int) -> str:
    """Return the beginning of a sentence about so many entries of a bibliography."""
    return (
        f"{unused} of {count_of(total, 'bibliography entry', 'bibliography entries')} {'is' if unused == 1 else 'are'}"
    )


def _find_unused(document: Document) -> Iterator[int]:
    cited = document.recognition.cited
    yield from (i for i in range(len(document.references)) if i not in cited and is_in_bibliography(document, i))
