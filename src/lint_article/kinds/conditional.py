"""Report terms that are used before they are defined, or never defined.

`first`: a pattern of the terms that need a definition; `second`: a pattern of definitions, whose groups are the terms
defined. Without a group, any definition before a term will do. With `same-paragraph`, a definition may also come later
in the paragraph. The first use of a term is reported, with `every` all. Values: `text`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding
from lint_article.kinds.scope import stretches
from lint_article.kinds.search import flagged_span, matches

_ANY = ""  # in place of a term, where definitions name none


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per term that is not defined before it is used."""
    defined = _definitions(document, options)
    reported: set[str] = set()
    for match in matches(document, options, str(options["first"])):
        span = flagged_span(match)
        text = span.of(match.string)
        places = [defined[term] for term in (text, _ANY) if term in defined]
        if places and min(places) <= span.start:
            continue
        if options.get("every") or text not in reported:
            yield Finding(span, {"text": text})
        reported.add(text)


def _definitions(document: Document, options: Mapping[str, object]) -> dict[str, int]:
    """Return where each term is first defined; a definition may be anywhere, whatever the rule's scope is."""
    defined: dict[str, int] = {}
    starts = [part.start for part in stretches(document, ["block"])] if options.get("same-paragraph") else []

    def beginning(at: int) -> int:
        return starts[bisect_right(starts, at) - 1] if starts and starts[0] <= at else at

    everywhere = {key: value for key, value in options.items() if key != "scope"}
    for match in matches(document, everywhere, str(options["second"])):
        terms = [term for term in match.groups() if term] if match.re.groups else [_ANY]
        for term in terms:
            defined.setdefault(term, beginning(match.start()))
    return defined
