"""Report a lead that nothing required follows.

`lead`: a pattern, flagged (its group `flag`, or all of it) unless `then` is found after it in the same paragraph, at
most `reach` code points on (default 200; 0: at once). `elsewhere`: a pattern that a lead outside of the entries of
reference lists must match too, as a whole. Named groups of `lead` are values, beside `text`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import regex

from lint_article.document import Document, Finding
from lint_article.kinds.option_values import compile_pattern, pattern_of
from lint_article.kinds.search import flagged_span, matches
from lint_article.text import Span

_PARAGRAPH_END = r"(?:\r\n|\n|\r)[^\S\r\n]*(?=\r|\n)"


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per lead that is not answered."""
    for match in matches(document, options, str(options["lead"])):
        span = flagged_span(match)
        groups = {name: " ".join((value or "").split()) for name, value in match.groupdict().items()}
        values = groups | {"text": span.of(match.string)}
        if not _is_answered(match, options) and _is_lead(document, match, options):
            yield Finding(span, values)


def _is_lead(document: Document, match: regex.Match[str], options: Mapping[str, object]) -> bool:
    """Tell whether a lead stands in an entry of a list, or looks as it must elsewhere."""
    if "elsewhere" not in options:
        return True
    span = Span(*match.span())
    pattern = pattern_of(options, "elsewhere", match.string)
    return pattern.fullmatch(match.string, span.start, span.end) is not None or any(
        reference.span.contains(span) for reference in document.references
    )


def _is_answered(match: regex.Match[str], options: Mapping[str, object]) -> bool:
    then = pattern_of(options, "then", match.string)
    reach = options.get("reach", 200)
    if not reach:
        return then.match(match.string, match.end()) is not None
    last = min(match.end() + int(str(reach)), len(match.string))
    paragraph = compile_pattern(_PARAGRAPH_END).search(match.string, match.end(), last)
    return then.search(match.string, match.end(), paragraph.start() if paragraph else last) is not None
