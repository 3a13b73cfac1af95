"""Report words that no list has: those of the document's languages, and `word-lists` (paths of files, a word a line).

`filters`: patterns of words that are left alone; without `custom`, words with capitals inside, of capitals only or with
other signs than letters are, too. Values: `text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from lint_article.document import Document, Finding
from lint_article.kinds.search import is_blanked, is_in_link, is_inside, scope_of, words
from lint_article.parsing.language.lexicon import lexicon
from lint_article.text import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_USUAL = (r"[A-Z][a-z]+[A-Z]+\w+", r"[A-Z]+$", r"[^a-zA-Z_'’]")


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per use of a word that is not listed."""
    left_alone = [re.compile(one) for one in (*words(options, "filters"), *(() if options.get("custom") else _USUAL))]
    listed = _read_lists(tuple(words(options, "word-lists")))
    known = lexicon((document.language.partition("-")[0] or "en",))
    spans = scope_of(document, options)
    for match in _WORD.finditer(document.prose):
        word, span = match[0], Span(*match.span())
        if word.lower().replace("’", "'") in listed or known.has(word) or any(one.search(word) for one in left_alone):
            continue
        if is_inside(spans, span) and not is_in_link(document, span) and not is_blanked(document, span):
            yield Finding(span, {"text": word})


@lru_cache(maxsize=8)
def _read_lists(paths: tuple[str, ...]) -> frozenset[str]:
    """Return the words of some files, in small letters; what follows a slash is a Hunspell flag."""
    texts = (Path(path).read_text(encoding="utf-8", errors="replace") for path in paths if Path(path).is_file())
    return frozenset(line.partition("/")[0].strip().lower() for text in texts for line in text.splitlines())
