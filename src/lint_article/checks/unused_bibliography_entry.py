"""Entries of a bibliography file that the text does not cite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import name_reference
from lint_article.document import Document, Finding
from lint_article.parsing.linking.coverage import is_in_bibliography
from lint_article.text.phrases import count_of


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding, at the first such entry, for all of them; with the option `each`, one per entry."""
    cited = document.recognition.cited
    unused = [i for i in range(len(document.references)) if i not in cited and is_in_bibliography(document, i)]
    if options.get("each"):
        for index in unused:
            what = f"`{name_reference(document, index)}` is in the bibliography but is"
            yield Finding(document.references[index].span, {"what": what})
    elif unused:
        first = document.references[unused[0]]
        total = count_of(len(document.references), "bibliography entry", "bibliography entries")
        what = f"{len(unused)} of {total} {'is' if len(unused) == 1 else 'are'}"
        yield Finding(first.span, {"what": what})
