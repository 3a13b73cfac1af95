"""Report the article before a name in the possessive that the text uses without one: `the Moscow’s position`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.checks._options import number_of
from lint_article.document import Document, Edit, Finding, Fix
from lint_article.parsing.language.own_words import own_words_of
from lint_article.text import Span
from lint_article.text.whole_words import find_whole, has_whole

_POSSESSIVE = re.compile(
    r"\b(?P<article>[Tt]he\s)(?P<name>[A-Z][a-z]{2,})[’']s"
    r"(?=\s[\"“‘]?[a-z])(?!\s(?:t[-\s]?test|test|disease|syndrome|palsy|sarcoma|lymphoma|chorea|tumou?r)\b)"
)
_BEFORE = re.compile(r"\b([\w’'.-]+)\s+$")
_NO_USE = re.compile(r"[’'-]|\s+(?:of\b|[A-Z])")
_LONGEST = 60  # code points of the word before
_TIMES = 5  # as often without an article as with one


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per article before a name that has none elsewhere."""
    least = number_of(options, "least")
    found = [match for match in _POSSESSIVE.finditer(document.prose) if own_words_of(document).is_own(match.start())]
    bare = {name for name in {match["name"] for match in found} if _is_bare(document.prose, name, least)}
    for match in found:
        if match["name"] in bare:
            article = Span(match.start(), match.start("name"))
            fix = Fix("Delete the article", (Edit(article, ""),), "unsafe")
            values = {"text": match["article"].strip(), "name": f"{match['name']}’s", "word": match["name"]}
            yield Finding(Span(match.start(), match.end()), values, fix)


def _is_bare(text: str, name: str, least: int) -> bool:
    """Tell whether a name is no common noun of the text and nearly always without an article (`the Wenning plan`)."""
    if text.count(name) < least:
        return False
    uses = (at for at in find_whole(text, name) if not _NO_USE.match(text, at + len(name)))
    before = [_word_before(text, at) for at in uses]
    alone = sum(not word[:1].isupper() for word in before)
    after_article = sum(word.lower() == "the" for word in before)
    is_noun = any(has_whole(text, noun) for noun in (name.lower(), f"{name.lower()}s"))
    return alone >= max(least, _TIMES * after_article) and not is_noun


def _word_before(text: str, at: int) -> str:
    found = _BEFORE.search(text[max(at - _LONGEST, 0) : at])
    return found[1] if found else ""
