"""Facts that are kept: those of a document that few rules need, and those of a stretch that comes again.

A text that is being written is read again and again, and few of its stretches change.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from lint_article.document import Document
from lint_article.text import Span

Fact = TypeVar("Fact")
More = ParamSpec("More")
_BESIDE = 16  # code points on each side of a stretch: more than patterns look at there
_MOST = 1024  # stretches of late, and as many of those before them


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


def kept_by_stretch(
    make: Callable[Concatenate[str, Span, More], Fact],
) -> Callable[Concatenate[str, Span, More], Fact]:
    """Return the function, which keeps what it has made of a stretch of a text for another text that has the stretch.

    What it makes must follow from the characters of the stretch and those beside it, wherever these are in the text.
    """
    late: dict[object, Fact] = {}
    early: dict[object, Fact] = {}

    @wraps(make)
    def fact(text: str, span: Span, /, *args: More.args, **named: More.kwargs) -> Fact:
        nonlocal late, early
        around = text[max(span.start - _BESIDE, 0) : span.end + _BESIDE]
        key = around, min(span.start, _BESIDE), len(span), args, tuple(named.items())
        if key not in late:
            if len(late) >= _MOST:
                late, early = {}, late
            late[key] = early[key] if key in early else make(text, span, *args, **named)
        return late[key]

    return fact
