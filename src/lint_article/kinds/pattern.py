"""Report what a pattern matches.

`pattern`: a `regex` pattern. Its group `flag` is what is flagged (default: the whole match); all named groups are
values for the message, beside `text`, the flagged words. `replace`: a template over the same values; it gives a fix of
the group `swap` (default: `flag`), with `title` and `safety` ("safe", "unsafe" by default, or "shown"). `shortest`: the
code points that a finding must have at least.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from lint_article.document import Document, Edit, Finding, Fix, Safety
from lint_article.kinds.search import flagged_span, matches


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per match."""
    for match in matches(document, options, str(options["pattern"])):
        span = flagged_span(match)
        values = {name: value or "" for name, value in match.groupdict().items()} | {"text": span.of(match.string)}
        if len(span) < int(str(options.get("shortest", 0))):
            continue
        if "replace" not in options:
            yield Finding(span, values)
            continue
        replacement = str(options["replace"]).format_map(values)
        swapped = flagged_span(match, "swap") if "swap" in match.re.groupindex else span
        fix = repair(options, Edit(swapped, replacement))
        yield Finding(span, values | {"replacement": replacement}, fix)


def repair(options: Mapping[str, object], *edits: Edit) -> Fix:
    """Return the fix that the sheet's `title` and `safety` describe."""
    title = str(options.get("title", "Replace with `{replacement}`")).format(replacement=edits[-1].text)
    return Fix(title, edits, cast("Safety", options.get("safety", "unsafe")))
