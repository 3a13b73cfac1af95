"""Figures, tables, boxes, equations: their captions, and the places where the text mentions them by number."""

from __future__ import annotations

from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.text import Span

ItemKind = Literal["figure", "table", "scheme", "box", "equation"]


@dataclass(frozen=True, slots=True)
class ItemNumber:
    """A number as `3`, `S3`, `A.3` or `2.3` print it: `series` is what is before the 3, and is "S" for supplements."""

    series: str
    value: int

    def __str__(self) -> str:
        return f"{self.series}{self.value}"


@dataclass(frozen=True, slots=True)
class Callout:
    """A mention of a numbered item.

    `span` holds the word and the number, or the number alone where the word is not repeated; `word` is empty then.
    `panels` are the letters behind the number. `is_sure`: it is a number of this item and of this text: not the second
    one behind a word in the singular (`Fig. 2, 3`), and not of a work that is cited beside it.
    """

    span: Span
    word: Span
    kind: ItemKind
    number: ItemNumber
    panels: str = ""
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption: `span` is its paragraph, `label` its word and number; `letters` are the panels that it names.

    Of an equation, `span` is its line, and `label` the number in brackets.

    `part` is the letter behind its number, where each panel has a caption of its own.
    """

    span: Span
    label: Span
    kind: ItemKind
    number: ItemNumber
    letters: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Callouts:
    """All callouts outside of captions' labels and references, and all captions, in the order of the text.

    `others` are numbers that begin a line without being known as captions: one of them may be one.
    """

    callouts: tuple[Callout, ...] = ()
    captions: tuple[Caption, ...] = ()
    others: frozenset[tuple[ItemKind, ItemNumber]] = frozenset()
