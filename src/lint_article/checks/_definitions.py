"""What the checks of definitions share: those of the main text, whether two have the same words, and what explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lint_article.checks._describe import one_line, shorten
from lint_article.document import Document, Finding, Related
from lint_article.parsing.abbreviations.find import Abbreviation, Definition, abbreviations_of
from lint_article.parsing.callouts.find import callouts_of
from lint_article.text import Span

_NUMBER = re.compile(r"s?\s\d+\.\d+\.")
_SENTENCE_END = re.compile(r"[.!?][)\]”\"]?\s")
_NEAR = 200  # code points on each side of a use


def find_second(document: Document, *, differing: bool) -> Iterator[Finding]:
    """Yield one finding per abbreviation, at the first later definition with other words, or with the same ones."""
    for abbreviation in abbreviations_of(document):
        definitions = _in_text(document, abbreviation)
        for other in definitions[1:]:
            first = definitions[0]
            if _is_other(document, abbreviation.name, first, other) is differing:
                values = {"text": abbreviation.name, "words": _words(document, other)}
                values |= {"earlier": _words(document, first)}
                yield Finding(other.short, values, related=(Related(first.short, "first defined here"),))
                break


def is_explained(document: Document, use: Span, definitions: Iterable[Definition]) -> bool:
    """Tell whether the words of an abbreviation may be beside a use: in a form that is no definition, as in a legend.

    So it is for `(rice strain, RS)`, `RS (rice)` and `RS, rice strain;`, and for numbers of a catalogue (`EC 1.5.5.2`).
    """
    text = document.prose
    before, behind = text[use.start - 1 : use.start], text[use.end : use.end + 2]
    if (
        before in tuple("([=+×·")
        or behind[:1] in tuple(")]:=+×·")
        or behind in (" (", " [")
        or _NUMBER.match(text, use.end)
    ):
        return True
    return any(_has_words_beside(document, use, definition) for definition in definitions)


def _has_words_beside(document: Document, use: Span, definition: Definition) -> bool:
    """Tell whether the words of a definition are in the paragraph of a use, near it and outside of the definition."""
    text, words = document.prose, _stems(one_line(document, definition.long))
    start = max(text.rfind("\n", 0, use.start) + 1, use.start - _NEAR)
    end = min(text.find("\n", use.end) % (len(text) + 1), use.end + _NEAR)
    if start <= definition.long.start < end:
        if use < definition.long and not _SENTENCE_END.search(text, use.end, definition.long.start):
            return True
        start, end = (start, definition.long.start) if use < definition.long else (definition.short.end, end)
    around = text[start:end].casefold()
    return bool(words) and all(word in around for word in words)


def _in_text(document: Document, abbreviation: Abbreviation) -> list[Definition]:
    held = [block.span for block in document.blocks if block.kind in ("caption", "table", "footnote")]
    held += [caption.span for caption in callouts_of(document).captions]
    return [
        one
        for one in abbreviation.definitions
        if len(one.long) and not one.in_abstract and not any(span.contains(one.short) for span in held)
    ]


def _words(document: Document, definition: Definition) -> str:
    return shorten(one_line(document, definition.long))


def _is_other(document: Document, name: str, first: Definition, second: Definition) -> bool | None:
    """Tell whether two definitions have different words; None if either is not spelled out letter by letter."""
    one, two = (one_line(document, definition.long) for definition in (first, second))
    if _stems(one) == _stems(two):
        return False
    alike = len(_stems(one) & _stems(two)) * 2 >= min(len(_stems(one)), len(_stems(two)))
    return None if alike or not (_is_spelt_out(name, one) and _is_spelt_out(name, two)) else True


def _is_spelt_out(name: str, printed: str) -> bool:
    """Tell whether every letter of the abbreviation begins a word, and every word but small ones has its letter."""
    parts = [word for word in printed.replace("-", " ").split() if len(word) > 3 or word.isupper()]
    firsts = "".join(word if word.isupper() else word[0] for word in parts).casefold()
    return firsts == "".join(sign for sign in name.casefold() if sign.isalpha())


def _stems(printed: str) -> frozenset[str]:
    return frozenset(word[:4] for word in printed.casefold().replace("-", " ").split() if len(word) > 3)
