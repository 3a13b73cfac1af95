"""Entries taken apart once: one that comes again, elsewhere in a text that is being written, is moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from typing import Any

from lint_article.document import Field, Link, Name, Reference
from lint_article.parsing.kept import kept_by_stretch
from lint_article.parsing.names.name_order import Order
from lint_article.parsing.references.reference import read_reference
from lint_article.text import Span


def read_entry(
    text: str, span: Span, links: Sequence[Link], list_number: int, order: Order = "", is_one_of_thousand: bool = False
) -> Reference:
    """Return what `read_reference` does; an entry that was read before is not read again."""
    inside = tuple(Link(_move_span(link.span, -span.start), link.kind, link.target) for link in links)
    start, read = _read(text, span, inside, list_number, order, is_one_of_thousand)
    return _move_parts(read, span.start - start) if span.start != start else read


@kept_by_stretch
def _read(
    text: str, span: Span, inside: tuple[Link, ...], list_number: int, order: Order, is_one_of_thousand: bool
) -> tuple[int, Reference]:
    """Return an entry, and where it was read; the links are counted from its start, so that they are the same again."""
    links = [Link(_move_span(link.span, span.start), link.kind, link.target) for link in inside]
    read = read_reference(text, span, links, list_number, order=order, is_one_of_thousand=is_one_of_thousand)
    return span.start, read


def _move_parts(reference: Reference, by: int) -> Reference:
    values = (getattr(reference, name) for name in _names())
    return Reference(*(_MOVES[type(value)](value, by) if type(value) in _MOVES else value for value in values))


def _move_span(span: Span, by: int) -> Span:
    """Return a place moved; an empty span is none."""
    return Span(span.start + by, span.end + by) if span.start != span.end else span


_MOVES: Mapping[type, Callable[[Any, int], Any]] = {
    Span: _move_span,
    Field: lambda one, by: Field(one.value, _move_span(one.span, by), one.confidence),
    Name: lambda one, by: replace(one, span=_move_span(one.span, by)),
    str: lambda one, _: one,
    tuple: lambda several, by: tuple(_MOVES[type(one)](one, by) for one in several),
}


@cache
def _names() -> tuple[str, ...]:
    return tuple(field.name for field in fields(Reference))
