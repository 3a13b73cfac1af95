"""Citations as printed, the works that they cite, and the one judgement on each."""

from __future__ import annotations

from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.document.reference import Field, Name
from lint_article.text import Span

Style = Literal["author-year", "author-page", "note", "bracket", "paren", "superscript", "key"]
STYLES: tuple[Style, ...] = ("author-year", "author-page", "note", "bracket", "paren", "superscript", "key")

Outcome = Literal[
    "matched",
    "year-differs",
    "year-malformed",
    "name-differs",
    "coauthor-differs",
    "suffix-differs",
    "ambiguous",
    "number-out-of-range",
    "key-undefined",
    "target-differs",
    "absent",
    "unlisted",
    "exempt",
    "not-a-citation",
]


@dataclass(frozen=True, slots=True)
class CitationItem:
    """One cited work: author-year (`authors`, `year`, `suffix`), numeric (`number`) or by key (`key`)."""

    span: Span
    authors: tuple[Name, ...] = ()
    et_al: bool = False
    year: Field | None = None
    suffix: str = ""
    number: int | None = None
    key: str = ""
    locator: Field | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as printed in the text, which cites one work or several.

    `narrative`: the authors stand in the sentence and only the year is set apart.
    """

    span: Span
    style: Style
    items: tuple[CitationItem, ...]
    narrative: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A named reason for a judgement; `score` adds up over the reasons, `note` says what was seen."""

    name: str
    score: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The one judgement on a citation item.

    `references` are indexes into `Document.references`: one if the item is matched, several if it is ambiguous.
    `nearest` is the entry that was probably meant where the outcome is a difference, else None.
    """

    item: CitationItem
    outcome: Outcome
    references: tuple[int, ...] = ()
    nearest: int | None = None
    evidence: tuple[Evidence, ...] = ()
