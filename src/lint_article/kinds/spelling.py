"""Report words that no list has: those of the document's languages, and `word-lists` (files with a word a line).

The words of the files are in `listed` when the rule has been read.

`filters`: patterns of words that are left alone; without `custom`, words with capitals inside, of capitals only or with
other signs than letters are, too. Values: `text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lint_article.document import Document, Finding
from lint_article.kinds.option_values import words
from lint_article.kinds.search import is_blanked, is_in_link, scope_of
from lint_article.parsing.language.lexicon import lexicon
from lint_article.regular_files import read_settings
from lint_article.text import Span
from lint_article.text.span import is_inside

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_USUAL = (r"[A-Z][a-z]+[A-Z]+\w+", r"[A-Z]+$", r"[^a-zA-Z_'’]")


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per use of a word that is not listed."""
    left_alone = [re.compile(one) for one in (*words(options, "filters"), *(() if options.get("custom") else _USUAL))]
    listed = frozenset(words(options, "listed"))
    known = lexicon((document.language.partition("-")[0] or "en",))
    spans = scope_of(document, options)
    for match in _WORD.finditer(document.prose):
        word, span = match[0], Span(*match.span())
        if word.lower().replace("’", "'") in listed or known.has(word) or any(one.search(word) for one in left_alone):
            continue
        if is_inside(spans, span) and not is_in_link(document, span) and not is_blanked(document, span):
            yield Finding(span, {"text": word})


def read_word_lists(paths: Iterable[Path]) -> list[str]:
    """Return the words of files, in small letters; what follows a slash is a flag of Hunspell's. Raises OSError."""
    lines = (line for path in paths for line in read_settings(path).splitlines())
    return sorted({word.lower() for line in lines if (word := line.partition("/")[0].strip())})
