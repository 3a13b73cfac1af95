"""Citations whose further authors are not those of the entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import name_citation, name_reference, resolutions_with
from lint_article.checks._options import number_of
from lint_article.document import Document, Finding, Related, Resolution
from lint_article.parsing.linking.match_weights import ABOUT_AUTHORS

_PAIR = 2


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per citation; the evidence says what differs."""
    for resolution in resolutions_with(document, "coauthor-differs"):
        if resolution.nearest is not None:
            yield _finding(document, resolution, resolution.nearest)
    yield from _find_shortened_pairs(document, number_of(options, "pairs"))


def _find_shortened_pairs(document: Document, fewest: int) -> Iterator[Finding]:
    """Yield a finding per `et al.` for a work of two authors, if the text names both authors of other works."""
    matched = list(resolutions_with(document, "matched"))
    of_two = [one for one in matched if _is_of_two(document, one)]
    pairs = {one.references[0] for one in of_two if any(e.name == "all authors" for e in one.evidence)}
    for one in of_two:
        shortened = any(e.name == "et al. for two authors" for e in one.evidence)
        if shortened and len(pairs - {one.references[0]}) >= fewest:
            yield _finding(document, one, one.references[0])


def _is_of_two(document: Document, resolution: Resolution) -> bool:
    reference = document.references[resolution.references[0]]
    return len(reference.authors) == _PAIR and not reference.et_al


def _finding(document: Document, resolution: Resolution, entry: int) -> Finding:
    notes = [e.note for e in resolution.evidence if e.name in ABOUT_AUTHORS and e.note]
    values = {
        "citation": name_citation(document, resolution.item),
        "entry": name_reference(document, entry),
        "difference": notes[0] if notes else "the authors differ",
    }
    related = (Related(document.references[entry].span, "the reference"),)
    return Finding(resolution.item.span, values, related=related)
