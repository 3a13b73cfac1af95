"""Which elements of a page are read, and which of the others print something in the place where they stand."""

from __future__ import annotations

import re

from lint_article.readers.markup.events import Event
from lint_article.readers.markup.html_elements import (
    BACK,
    EMPTY,
    IMAGES,
    INVISIBLE,
    NAMES,
    ROLES,
    SKIPPED,
    SKIPPED_ROLES,
    SKIPPED_WORDS,
    UNSEEN_WORDS,
    is_in_line,
)

_WORD = re.compile(r"(?:has|no|with|without)[-_][a-z]+|[a-z]+(?:-only|-hidden)?")  # `with-sidebar` is no sidebar
_NEVER_SKIPPED = frozenset({"html", "body", "main", "article"})


def is_skipped(event: Event, can_unfold: bool = False) -> bool:
    """Tell whether an element is no part of the article.

    `can_unfold`: one that is hidden may be shown by who reads the page, as the entries of a long list are.
    """
    name, attributes = event.name, event.attributes
    if name in _NEVER_SKIPPED or not attributes:
        return name in SKIPPED
    role = role_of(event)
    is_back = name == "footer" and BACK in attributes.get("class", "").split()
    if name in SKIPPED and role not in ROLES and not is_back:
        return True
    is_hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return (is_hidden and not can_unfold) or role in SKIPPED_ROLES or bool(words_of(event, "class") & SKIPPED_WORDS)


def role_of(event: Event) -> str:
    """Return the role that an element states, in the words of ARIA; those of EPUB's types are the same."""
    role = event.attributes.get("role", "").lower()
    kind = event.attributes.get("epub:type", "").lower().partition(" ")[0]
    return role or (f"doc-{kind}" if kind else "")


def is_unseen(event: Event) -> bool:
    """Tell whether an element that is skipped prints nothing."""
    return event.name in INVISIBLE or "hidden" in event.attributes or bool(words_of(event, "class") & UNSEEN_WORDS)


def has_printed_image(event: Event, has_blank: bool = False) -> bool:
    """Tell whether an element prints something though it has no text: an image, or what a script or a style puts in.

    `has_blank`: it has whitespace, which is all that it prints unless it is a link.
    """
    if event.name in IMAGES:
        return event.attributes.get("type", "").lower() != "hidden"
    in_line = event.name == "math" or (is_in_line(event.name) and event.name not in EMPTY)
    return in_line and bool(event.attributes.keys() & {"href"} if has_blank else event.attributes.keys() - NAMES)


def words_of(event: Event, *attributes: str) -> set[str]:
    """Return the words of an element's attributes."""
    named = " ".join(event.attributes.get(name, "") for name in attributes)
    return set(_WORD.findall(named.lower()))
