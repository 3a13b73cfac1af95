"""Report words that hold a ligature as one character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.document import Document, Edit, Finding, Fix, Safety
from lint_article.text import Span

# Unicode's Latin ligatures (Alphabetic Presentation Forms); the long s is written as it is meant.
LETTERS = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_WORD = re.compile(r"[^\W_]*[ﬀ-ﬆ][^\W_]*")
_LIGATURE = re.compile(r"[ﬀ-ﬆ]")


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word; where other words show another encoding, the ligature may be a letter of that."""
    encoded = [repair.span for repair in document.damage.repairs if repair.kind == "encoding" and repair.sign]
    safety: Safety = "unsafe" if encoded else "safe"
    for match in _WORD.finditer(document.prose) if _LIGATURE.search(document.prose) else ():
        if any(span.overlaps(Span(*match.span())) for span in encoded):
            continue
        found = list(_LIGATURE.finditer(match.string, *match.span()))
        edits = tuple(Edit(Span(*one.span()), LETTERS[one.group()]) for one in found)
        word = _LIGATURE.sub(lambda one: LETTERS[one.group()], match.group())
        values = {"text": match.group(), "word": word, "count": str(len(found))}
        yield Finding(Span(*match.span()), values, Fix(f"Replace with `{word}`", edits, safety))
