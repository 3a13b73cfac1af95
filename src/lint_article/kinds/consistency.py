"""Report the rarer of several forms of one word when a text uses more than one.

`forms`: a list of groups of equal forms. Of forms that are equally frequent the one that comes first is kept.
Values: `text`, `other` (the form kept), `count`, `others` (how often each stands).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from lint_article.document import Document, Finding, Related
from lint_article.kinds.search import flagged, matches
from lint_article.kinds.substitution import alternation
from lint_article.text import Span


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per use of a rarer form."""
    for forms in cast("Sequence[list[str]]", options["forms"]):
        folded = {form.lower(): form for form in forms}
        uses: dict[str, list[Span]] = defaultdict(list)
        for match in matches(document, options, alternation(forms)):
            uses[folded.get(match[0].lower(), match[0])].append(flagged(match))
        yield from _rarer(document, uses)


def _rarer(document: Document, uses: Mapping[str, Sequence[Span]]) -> Iterator[Finding]:
    if len(uses) < 2:
        return
    kept = max(uses, key=lambda form: (len(uses[form]), -uses[form][0].start))
    for form, spans in uses.items():
        for span in spans if form != kept else ():
            values = {"text": span.of(document.text), "other": kept, "count": str(len(spans))}
            first = Related(uses[kept][0], f"`{kept}` here")
            yield Finding(span, values | {"others": str(len(uses[kept]))}, related=(first,))
