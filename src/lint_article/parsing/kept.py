"""Facts that few rules need: made when the first of them asks, and kept until another document is looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from lint_article.document import Document

Fact = TypeVar("Fact")


def kept(make: Callable[[Document], Fact]) -> Callable[[Document], Fact]:
    """Return the function, which keeps what it has made of the last document."""
    last: list[tuple[Document, Fact]] = []

    @wraps(make)
    def fact(document: Document) -> Fact:
        held = last[0] if last else None
        if held is None or held[0] is not document:
            held = document, make(document)
            last[:] = [held]
        return held[1]

    return fact
