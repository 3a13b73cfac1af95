"""Report paragraphs whose first letter is detached from its word, as a drop cap is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.document import Document, Edit, Finding, Fix
from lint_article.parsing.language.lexicon import EVERYDAY, FRAGMENT
from lint_article.parsing.language.passages import Passages, passages_of
from lint_article.text import Span
from lint_article.vocabulary import words

_GAP = r"[ \t]{1,3}|[ \t]*\n[ \t]*(?:\n[ \t]*)?"
# At the start of a paragraph, with more words behind it.
_INITIAL = re.compile(
    rf"(?:\A|\n[ \t]*\n)[ \t]*(?P<letter>[^\W\d_])(?P<gap>{_GAP})(?P<rest>[^\W\d_]{{2,30}})(?=[ ,’'-]+[^\W\d_]{{2}})"
)
_WORDS = frozenset("aioueyàáèéêòóôœù")  # letters that are words in one of the languages


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per letter that makes a word with what follows, which is none, or not with this letter."""
    matches = [match for match in _INITIAL.finditer(document.prose) if match["letter"].isupper()]
    if not matches:
        return
    passages = passages_of(document)
    for match in matches:
        if _is_part(match["letter"], match["rest"], passages, match.start("rest")):
            word, span = match["letter"] + match["rest"], Span(match.start("letter"), match.end("rest"))
            fix = Fix(f"Replace with `{word}`", (Edit(Span(*match.span("gap")), ""),), "unsafe")
            yield Finding(span, {"text": " ".join(span.of(document.text).split()), "word": word}, fix)


def _is_part(letter: str, rest: str, passages: Passages, place: int) -> bool:
    """Tell whether a letter is the first of a word: the rest is no word, or the whole is far commoner."""
    if not (rest.islower() or rest.isupper()):
        return False
    lexicon = passages.lexicon_at(place)
    whole, alone = lexicon.weight(letter + rest), lexicon.weight(rest)
    is_word = letter.lower() in _WORDS
    if alone < FRAGMENT:
        return whole > 0 and not (is_word and rest.lower() in words("particle"))
    return whole >= EVERYDAY and not is_word
