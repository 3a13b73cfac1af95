"""Report parts that are not capitalised as a house does it.

`style`: "title", "sentence", "lower", "upper", or a pattern that a part must match as a whole. `scope`: the parts
(default: titles and headings). In a title, short words of grammar (`of`, `the`) may be either, but those of
`small-words` must be small, and then all others capital; in a sentence, a
capital is wrong only if the document's prose has the word in small letters, for it may be a name. Words with capitals
inside, of capitals only, or with digits are always right, as are those of `except`. `threshold`: the share of words
that must be right (default: all). `strict`: all letters but the first must be small in a sentence, and after the marks
of `indicators`. Values: `text`, `replacement`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import cast

from lint_article.document import Document, Edit, Finding
from lint_article.kinds.option_values import compile_pattern, words
from lint_article.kinds.pattern import repair
from lint_article.kinds.scope import parts_of
from lint_article.kinds.search import is_blanked, start_clock
from lint_article.text import Span
from lint_article.vocabulary import parts as parts_of_forms

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TOKEN = re.compile(r"[\w*]\S*")
_OPENING = re.compile(r"(?:^|[:.?!—–]\s)[^\w]*(?:\d[\d.]*\s+)?$")
_SHORT = 3  # letters of words that are small or not in titles
_BEFORE = 12  # code points before a word that tell whether it opens a part


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per part in another style."""
    style = str(options["style"])
    for part in parts_of(document, words(options, "scope") or ("title", "heading")):
        text = part.of(document.text)
        if not _has_letters(text):
            continue
        if style not in STYLES:
            pattern = compile_pattern(style, bool(options.get("ignore-case")))
            if not pattern.fullmatch(document.text, part.start, part.end, timeout=start_clock(options)()):
                yield Finding(part, {"text": text, "replacement": ""})
        elif edits := list(_edits(document, part, options)):
            new = _apply(text, part, edits)
            yield Finding(
                part, {"text": text, "replacement": new}, repair({"title": f"Write `{new}`", **options}, *edits)
            )


def _edits(document: Document, part: Span, options: Mapping[str, object]) -> Iterator[Edit]:
    """Yield the words that are wrong with what they should be; none if enough of the part's words are right."""
    excepted = frozenset(words(options, "except"))
    pattern = _TOKEN if options.get("strict") else _WORD
    found = [Span(*match.span()) for match in pattern.finditer(document.text, part.start, part.end)]
    right = STYLES[str(options["style"])]
    wrong = []
    for span in found:
        word = span.of(document.text)
        new = right(document, part, span, options)
        is_left_alone = word in excepted or not excepted.isdisjoint(_WORD.findall(word)) or is_blanked(document, span)
        if new != word and not is_left_alone:
            wrong.append(Edit(span, new))
    share = cast("float", options.get("threshold", 1))
    is_first_wrong = bool(options.get("strict") and wrong and wrong[0].span == found[0])
    if is_first_wrong or (found and 1 - len(wrong) / len(found) < share):
        yield from wrong


def _title(document: Document, part: Span, span: Span, options: Mapping[str, object]) -> str:
    word = span.of(document.text)
    if "small-words" in options and word.lower() in words(options, "small-words"):
        is_bounding = _is_opening(document, part, span) or not _has_letters(document.text[span.end : part.end])
        return _capital(word) if is_bounding else word.lower()
    if not word.islower() or _is_hyphenated(document, span):
        return word
    is_opening = _is_opening(document, part, span)
    return word if not is_opening and "small-words" not in options and _may_be_small(word) else _capital(word)


def _may_be_small(word: str) -> bool:
    return len(word) <= _SHORT or word in parts_of_forms("function-word", "small-word", "and", "or")


def _sentence(document: Document, part: Span, span: Span, options: Mapping[str, object]) -> str:
    word = span.of(document.text)
    is_first = not _has_letters(document.text[part.start : span.start])
    if options.get("strict"):
        before = document.text[part.start : span.start].rstrip()
        is_opening = is_first or before.endswith(tuple(words(options, "indicators")))
        return _capital(word.lower()) if is_opening else word.lower()
    if _is_opening(document, part, span):
        return _capital(word) if word.islower() and is_first else word
    is_capital = word[1:].islower() and word[0].isupper()
    return word.lower() if is_capital and word.lower() in _small_words(document.prose) else word


STYLES: Mapping[str, Callable[[Document, Span, Span, Mapping[str, object]], str]] = {
    "title": _title,
    "sentence": _sentence,
    "lower": lambda document, _part, span, _options: span.of(document.text).lower(),
    "upper": lambda document, _part, span, _options: span.of(document.text).upper(),
}


def _is_opening(document: Document, part: Span, span: Span) -> bool:
    """Tell whether a word opens a part or follows a colon in it; a number before it does not count."""
    return _OPENING.search(document.text[max(part.start, span.start - _BEFORE) : span.start]) is not None


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _is_hyphenated(document: Document, span: Span) -> bool:
    return document.text[span.start - 1 : span.start] in ("-", "‑", "‐")


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]


@lru_cache(maxsize=2)
def _small_words(prose: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(prose) if word.islower())


def _apply(text: str, part: Span, edits: Sequence[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.span.start - part.start] + edit.text + text[edit.span.end - part.start :]
    return text
