"""Entries taken apart once: one that comes again, elsewhere in a text that is being written, is moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
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
    inside = tuple(_move(link, -span.start) for link in links)
    return _move_parts(_read(text, span, inside, list_number, order, is_one_of_thousand), span.start)


@kept_by_stretch
def _read(
    text: str, span: Span, inside: tuple[Link, ...], list_number: int, order: Order, is_one_of_thousand: bool
) -> Reference:
    """Return an entry whose parts, as the links inside it, are counted from its start."""
    links = [_move(link, span.start) for link in inside]
    read = read_reference(text, span, links, list_number, order=order, is_one_of_thousand=is_one_of_thousand)
    return _move_parts(read, -span.start)


def _move_parts(reference: Reference, by: int) -> Reference:
    return Reference(*(_move(getattr(reference, field.name), by) for field in fields(Reference)))


def _move(value: Any, by: int) -> Any:
    """Return a value with its places moved; an empty span is no place."""
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by) if len(value) else value
    if isinstance(value, tuple):
        return tuple(_move(one, by) for one in value)
    return replace(value, span=_move(value.span, by)) if isinstance(value, Field | Link | Name) else value
