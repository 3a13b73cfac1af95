"""Report control characters that stand for no ligature."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from lint_article.checks._gather import gather
from lint_article.checks._options import number_of
from lint_article.document import Document, Edit, Finding, Fix
from lint_article.parsing.damage.broken_words import ESCAPED
from lint_article.text import Span
from lint_article.text.pattern import characters
from lint_article.text.phrases import series

# Tab, line ends and form feed are layout; C1 is mojibake. A colour sequence of a terminal goes as a whole.
_SIGNS = "\x00-\x08\x0b\x0e-\x1f\x7f"
_CONTROL, _SIGN = re.compile(rf"(?:{ESCAPED}|[{_SIGNS}])+"), re.compile(f"[{_SIGNS}]")


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per character or run of them; in a PDF, one for all of a kind above ten."""
    return gather(document, _find(document), lambda one: one.values["what"], number_of(options, "most"))


def _find(document: Document) -> Iterator[Finding]:
    if not any(map(_SIGN.match, characters(document.text))):
        return
    repairs = document.damage.ligatures
    for match in _CONTROL.finditer(document.text):
        span = Span(*match.span())
        index = bisect_right(repairs, span.start, key=lambda repair: repair.span.start) - 1
        if index < 0 or not repairs[index].span.contains(span):
            names = list(dict.fromkeys(f"U+{ord(char):04X}" for char in match.group() if not char.isprintable()))
            what = f"{series(names)} {'is a control character' if len(names) == 1 else 'are control characters'}"
            fix = Fix(f"Delete {series(names)}", (Edit(span, ""),), "unsafe")
            yield Finding(span, {"text": match.group(), "what": what}, fix)
