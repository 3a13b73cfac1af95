"""Report words with invisible characters inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.document import Document, Edit, Finding, Fix
from lint_article.text import Span
from lint_article.text.phrases import count_of

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")
# Scripts that are written with joiners (Arabic, Indic) are left out; so are sequences of capitals.
_SMALL = "a-zà-öø-ÿāăąćčďđēęěğģīįıķļłńņňōőœŕřśşšţťūůűźżžα-ωа-яёіїєґ"
_LONGEST = 60  # letters before the first such character, so that a row of letters costs no more than others
_WORD = re.compile(
    rf"[{_SMALL}A-ZÀ-ÞА-Я]{{0,{_LONGEST}}}[{_SMALL}]{_INVISIBLE.pattern}[{_SMALL}](?:[{_SMALL}]|{_INVISIBLE.pattern}(?=[{_SMALL}]))*"
)


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word."""
    if document.prose.isascii() or not _INVISIBLE.search(document.prose):
        return
    for match in _WORD.finditer(document.prose):
        edits = tuple(Edit(Span(*one.span()), "") for one in _INVISIBLE.finditer(match.string, *match.span()))
        word = _INVISIBLE.sub("", match.group())
        count = count_of(len(match.group()) - len(word), "invisible character")
        values = {"text": match.group(), "word": word, "characters": count}
        yield Finding(Span(*match.span()), values, Fix(f"Replace with `{word}`", edits))
