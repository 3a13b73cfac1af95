"""What of a page is the article, its reference list and an entry of that, by the names that publishers give them."""

from __future__ import annotations

import re

from lint_article.readers.markup.events import Event
from lint_article.readers.markup.html_elements import REFERENCE_WORDS
from lint_article.readers.markup.visibility import words_of

_ROOMS = ("main", "article")
_ROOM = re.compile(r"<(main|article)\b|role\s*=\s*[\"']?(main)\b", re.IGNORECASE)
_MAIN_INSIDE = re.compile(r"<article\b[^<]*+(?:<(?!/?article\b|main\b)[^<]*+)*+<main\b", re.IGNORECASE)
_LISTS = frozenset({"ol", "ul", "dl", "div", "section"})
_PARTS_OF_NAME = frozenset({"ref", "list"})  # `ref-list`, as in JATS
_MOST_CLASSES = 50
_ENTRY = re.compile(r"(?:ref|reference|cit|citation|bib|biblio|bibr)(?:item|entry|container|content|body|text)?")


def find_room(raw: str) -> str:
    """Return what holds the article: "main", "article", or "" for the whole page.

    A `main` inside an `article` is a part of it: its reference list may stand behind that.
    """
    if _MAIN_INSIDE.search(raw):
        return "article"
    found = {(match[1] or match[2]).lower() for match in _ROOM.finditer(raw)}
    return next((room for room in _ROOMS if room in found), "")


def is_reference_list(event: Event) -> bool:
    """Tell whether an element is a reference list."""
    if event.name not in _LISTS or not event.attributes:
        return False
    words = words_of(event, "class", "id", "role", "epub:type")
    return bool(words & REFERENCE_WORDS) or words >= _PARTS_OF_NAME


class NamedEntries:
    """Tells the entries of a page by their class, which more than one of its elements have."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._counts: dict[str, int] = {}

    def is_entry(self, event: Event) -> bool:
        """Tell whether a `div` is an entry."""
        words = words_of(event, "class") if event.name == "div" else set()
        named = "list" not in words and any(_ENTRY.fullmatch(word) for word in words)
        return named and self._count(event.attributes["class"]) > 1

    def _count(self, classes: str) -> int:
        if classes not in self._counts and len(self._counts) < _MOST_CLASSES:
            self._counts[classes] = sum(self._raw.count(f"{quote}{classes}{quote}") for quote in "\"'")
        return self._counts.get(classes, 0)
