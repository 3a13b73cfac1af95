"""Report references to labels that no file of the manuscript sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding
from lint_article.errors import did_you_mean
from lint_article.parsing.callouts.cross_references import cross_references, has_all_labels, labels


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per reference to a label that is not set."""
    references = cross_references(document)
    if not references or not has_all_labels(document):
        return
    known = labels(document)
    for reference in references:
        if reference.label not in known and "#" not in reference.label and "\\" not in reference.label:
            hint = did_you_mean(reference.label, known)
            yield Finding(
                reference.span, {"label": reference.label, "hint": f" ({hint[0].lower()}{hint[1:]})" if hint else ""}
            )
