"""What the words beside a place say for and against an entry's beginning there; weights are in `weights.tsv`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import regex

from lint_article.parsing.references.boundaries.places import Seam, is_in_volume, tail
from lint_article.parsing.references.entry_features import DATED, ENDED, has_early_year
from lint_article.parsing.references.reference import LABEL
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import TermPattern, words

_NUMBER_LAST = Pattern(r"\d[\d)]*(?:\s?(?P<counted>\p{L}{1,7}))?[.)]?\s*$")
_ADDRESS_LAST = Pattern(r"(?:https?:|\bwww\.|\bdoi|\b10\.)\S*$", regex.IGNORECASE)
_INITIAL_LAST = Pattern(r"(?<!\p{L}|\d\s)\p{L}{1,2}\.\s*$")
_WORD_LAST = Pattern(r"\p{Ll}{3}[.?!]?[\"”’»)]?\.?\s*$")
_LETTER_LAST = Pattern(r"\p{L}\s*$")
_EDITORS_LAST = TermPattern(r"\b(?&editor)\s*$", regex.IGNORECASE)
_NAME_COMMA = Pattern(r"\p{L}[\p{L}\p{M}'’-]+,")
_CAPITALS = Pattern(r"\p{Lu}{3,}(?!\p{L})")
_QUOTED = Pattern(r"[\"“«‘']")
_BRACKET = Pattern(r"\s*[(\[]")
_ADDRESS = Pattern(r"\s*[<(\[]?(?:https?:|www\.|doi\b|10\.\d{4})", regex.IGNORECASE)
_DIGIT = Pattern(r"\s*\d")
_UNNUMBERED = Pattern(r"[^\d\n]*")
# A journal and its volume, abbreviated or not: `J. Virol. Methods 176, 32–37`.
_JOURNAL = Pattern(
    r"(?:(?:\p{Lu}[\p{L}\p{M}]*+\.?|&|and|de|et|for|für|in|la|of|the|und)\s){1,8}+\(?\d{1,4}"
    r"(?:\s?\([\d\s–-]+\))?[,:;]\s?(?:pp?\.\s?)?[A-Z]?\d"
)
# `[CrossRef] [PubMed]`, `ISSN 1674-733X. doi: 10.1000/1.`
_LINKS = Pattern(r"(?:\s*\[\p{L}[\p{L}\s]*\])+\s*$|(?:(?:ISSN|ISBN|PMID|PMCID|doi)\b:?\s?\S+\s?)++$", regex.IGNORECASE)
# `[accessed August 28, 2018]`, `Available at: https://…`
_SEEN = TermPattern(r"[\s.,;>]*[\[(]?(?:(?&accessed|retrieved|cited)\b|(?&available-at))", regex.IGNORECASE)
_PUBLISHER = TermPattern(r"\b(?&publisher)\b", regex.IGNORECASE)
_CLOSED = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))


def signs_at(prose: str, place: Seam) -> Iterator[str]:
    """Yield the names of the signs that a place shows."""
    return (name for name, holds in SIGNS.items() if holds(prose, place))


SIGNS: Mapping[str, Callable[[str, Seam], bool]] = {
    "goes on": lambda _, place: place.goes_on,
    "in a volume": lambda prose, place: is_in_volume(prose, place.after),
    "in a journal": lambda prose, place: _JOURNAL.match(prose, *_all(place.after)) is not None,
    "links alone": lambda prose, place: _LINKS.match(prose, *_all(place.after)) is not None,
    "seen on a day": lambda prose, place: _SEEN.match(prose, *_all(place.after)) is not None,
    "after a stop": lambda prose, place: prose.endswith(".", *_all(place.before)),
    "after a comma": lambda prose, place: prose.endswith((",", ";"), *_all(place.before)),
    "after a number": lambda prose, place: _is_after_number(prose, place),
    "after an address": lambda prose, place: _ADDRESS_LAST.search(prose, *tail(place.before)) is not None,
    "after an abbreviation": lambda prose, place: _INITIAL_LAST.search(prose, *tail(place.before)) is not None,
    "after a word": lambda prose, place: _WORD_LAST.search(prose, *tail(place.before)) is not None,
    "after a letter": lambda prose, place: _LETTER_LAST.search(prose, *tail(place.before)) is not None,
    "after `eds.`": lambda prose, place: _EDITORS_LAST.search(prose, *tail(place.before)) is not None,
    "author": lambda _, place: bool(place.author),
    "author after an end": lambda prose, place: (
        bool(place.author) and ENDED.search(prose, *tail(place.before)) is not None
    ),
    "author and year": lambda prose, place: bool(place.author) and _is_dated(prose, place.after),
    "named": lambda prose, place: bool(place.author) or has_early_year(prose, *_bare(place)),
    "name and comma": lambda prose, place: _NAME_COMMA.match(prose, *_bare(place)) is not None,
    "capitals": lambda prose, place: _CAPITALS.match(prose, *_bare(place)) is not None,
    "quotation mark": lambda prose, place: _QUOTED.match(prose, *_bare(place)) is not None,
    "label": lambda prose, place: _is_labelled(prose, place.after),
    "bracket": lambda prose, place: _BRACKET.match(prose, *_bare(place)) is not None,
    "address": lambda prose, place: _ADDRESS.match(prose, *_all(place.after)) is not None,
    "number": lambda prose, place: _DIGIT.match(prose, *_bare(place)) is not None,
    "publisher": lambda prose, place: _is_publisher(prose, place.after),
    "closes a bracket": lambda prose, place: any(_is_closing(prose, place.after, *pair) for pair in _CLOSED),
}


def _all(line: Span) -> tuple[int, int]:
    return line.start, line.end


def _bare(place: Seam) -> tuple[int, int]:
    return place.start, place.after.end


def _is_dated(prose: str, line: Span) -> bool:
    return DATED.search(prose, line.start, line.end) is not None


def _is_after_number(prose: str, place: Seam) -> bool:
    """Tell whether the line before ends with a number, or with a count of pages: `652 pp.`"""
    number = _NUMBER_LAST.search(prose, *tail(place.before))
    return number is not None and (number["counted"] is None or _is_page_word(number["counted"]))


def _is_page_word(word: str) -> bool:
    return not words("page").isdisjoint((word.lower(), f"{word.lower()}."))


def _is_labelled(prose: str, line: Span) -> bool:
    label = LABEL.match(prose, line.start, line.end)
    return label is not None and any(label[form] for form in ("bracket", "dot"))


def _is_publisher(prose: str, line: Span) -> bool:
    """Tell whether a publisher's name stands before a line's first number."""
    head = _UNNUMBERED.match(prose, line.start, line.end)
    return head is not None and _PUBLISHER.search(prose, *head.span()) is not None


def _is_closing(prose: str, line: Span, opening: str, closing: str) -> bool:
    """Tell whether a line closes what a line before it opened."""
    closed = prose.find(closing, line.start, line.end)
    return closed >= 0 and prose.find(opening, line.start, closed) < 0
