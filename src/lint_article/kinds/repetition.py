"""Report a word that stands twice in a row, also over a line's end; the fix takes the second one away.

`word`: the pattern of a word (default: letters). `not-after`, `not-before`: patterns that must not end where the word
starts, and not start where its repetition ends. `small`: words that may begin with a capital the first time;
`not-small-after`: what `not-after` is for all other words. Values: `text`, `word`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Edit, Finding
from lint_article.kinds.option_values import words
from lint_article.kinds.pattern import repair
from lint_article.kinds.search import matches
from lint_article.text import Span

# What is part of a word: letters, and signs that stand for lost ones.
_PART = r"\p{L}\p{N}'’\-\ufffd\p{Co}\x00-\x08\x0e-\x1f"

_GAP = r"(?<gap>[^\S\t\n]+|[^\S\t\n]*\n[^\S\t\n]*)"


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per repeated word."""
    word, small = options.get("word", r"\p{L}+(?:['’]\p{L}+)?"), "|".join(words(options, "small")) or "(?!)"
    not_after, not_small_after = (options.get(name, "(?!)") for name in ("not-after", "not-small-after"))
    before = rf"(?<![{_PART}])(?<!{not_after})(?:(?<!{not_small_after})|(?=(?i:{small})\b))"
    after = rf"(?![{_PART}])(?!{options.get('not-before', '(?!)')})"
    capital = rf"(?=\p{{Lu}})(?<first>(?i:{small})){_GAP}(?=\p{{Ll}})(?<word>(?i:(?P=first)))"
    pattern = rf"{before}(?:(?<word>{word}){_GAP}(?P=word)|{capital}){after}"
    for match in matches(document, options, pattern):
        fix = repair({"title": "Delete the repetition", **options}, Edit(Span(match.start("gap"), match.end()), ""))
        yield Finding(Span(*match.span()), {"text": " ".join(match[0].split()), "word": match["word"]}, fix)
