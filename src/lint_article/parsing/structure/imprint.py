"""What an article says of itself below its list: how to cite it, when it was received, whose copyright it is."""

from __future__ import annotations

from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import is_beginning_with, words

_LABELLED = Pattern(r"\W*(?P<words>\p{L}[\p{L} ]{2,40}):\s")
_COPYRIGHT = Pattern(r"(?:©|\([cC]\)|c)\s(?:(?:19|20)\d\d\s(?!\d)|(?:The )?Authors?\b)")


def is_imprint(prose: str, span: Span) -> bool:
    """Tell whether a paragraph begins as those below a list do: `How to cite: …`, `Published: …`, `© 2016 …`."""
    if _COPYRIGHT.match(prose, span.start, span.end):
        return True
    labelled = _LABELLED.match(prose, span.start, span.end)
    if labelled is None:
        return False
    return labelled["words"].lower().strip() in words("imprint") or is_beginning_with(labelled["words"], "cite-as")
