"""Report a lead that nothing required follows.

`lead`: a pattern, flagged (its group `flag`, or all of it) unless `then` is found after it in the same paragraph, at
most `reach` code points on (default 200; 0: at once). Named groups of `lead` are values, beside `text`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import regex

from lint_article.document import Document, Finding
from lint_article.kinds.search import compiled, excepted, flagged, matches

_PARAGRAPH_END = r"(?:\r\n|\n|\r)[^\S\r\n]*(?=\r|\n)"


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per lead that is not answered."""
    for match in matches(document, options, str(options["lead"])):
        span = flagged(match)
        values = {name: value or "" for name, value in match.groupdict().items()} | {"text": span.of(match.string)}
        if not _answered(match, options) and not excepted(values["text"], options):
            yield Finding(span, values)


def _answered(match: regex.Match[str], options: Mapping[str, object]) -> bool:
    then = compiled(str(options["then"]), bool(options.get("ignore-case")))
    reach = options.get("reach", 200)
    if not reach:
        return then.match(match.string, match.end()) is not None
    last = min(match.end() + int(str(reach)), len(match.string))
    paragraph = compiled(_PARAGRAPH_END).search(match.string, match.end(), last)
    return then.search(match.string, match.end(), paragraph.start() if paragraph else last) is not None
