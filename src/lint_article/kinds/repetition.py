"""Report a word that stands twice in a row, also over a line's end; the fix takes the second one away.

`word`: the pattern of a word (default: letters); `not-after`, `not-before`: patterns that must not end where the
word starts, and not start where its repetition ends. Values: `text`, `word`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Edit, Finding
from lint_article.kinds.pattern import repair
from lint_article.kinds.search import matches
from lint_article.text import Span

# What is part of a word: letters, and signs that stand for lost ones.
_PART = r"\p{L}\p{N}'’\-\ufffd\p{Co}\x00-\x08\x0e-\x1f"


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per repeated word."""
    word = options.get("word", r"\p{L}+(?:['’]\p{L}+)?")
    before = rf"(?<![{_PART}])(?<!{options.get('not-after', '(?!)')})"
    after = rf"(?![{_PART}])(?!{options.get('not-before', '(?!)')})"
    pattern = rf"{before}(?<word>{word})(?<gap>[^\S\t\n]+|[^\S\t\n]*\n[^\S\t\n]*)(?P=word){after}"
    for match in matches(document, options, pattern):
        fix = repair({"title": "Delete the repetition", **options}, Edit(Span(match.start("gap"), match.end()), ""))
        yield Finding(Span(*match.span()), {"text": match[0], "word": match["word"]}, fix)
