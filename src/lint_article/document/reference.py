"""An entry of the reference list, taken apart."""

from __future__ import annotations

from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.text import Span


@dataclass(frozen=True, slots=True)
class Field:
    """A parsed value that still knows its characters; `confidence` is how likely it was read rightly (0 to 1)."""

    value: str
    span: Span
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Name:
    """An author or editor. `family` holds the name of a group (`literal`), `acronym` what brackets print behind it."""

    family: str
    given: str = ""
    literal: bool = False
    span: Span = Span(0, 0)
    acronym: str = ""

    @property
    def whole(self) -> str:
        """Return a group's name as it is printed: `Environmental Protection Agency (EPA)`."""
        return f"{self.family} ({self.acronym})" if self.acronym else self.family


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of a reference list; an absent field is None or an empty tuple, never an empty string.

    `year` is four digits or a status (`in press`, `n.d.`); `suffix` the letter after it; `years` holds every year that
    the entry can be cited by (original, reprint, both ends of a span). `kind` is the type that a bibliography file
    gives the entry, in its own words, and `broken` if it breaks off; `missing` are the fields that this type requires
    and the file does not have (journal, publisher …). `parents` are the keys of the entries that a bibliography
    completes this one from. `authors_confidence` is how likely the authors were read rightly (0 to 1). `list` numbers
    the lists of the document from 0.
    """

    span: Span
    label: Field | None = None
    authors: tuple[Name, ...] = ()
    authors_confidence: float = 1.0
    et_al: bool = False
    editors: tuple[Name, ...] = ()
    year: Field | None = None
    suffix: str = ""
    years: tuple[str, ...] = ()
    title: Field | None = None
    container: Field | None = None
    volume: Field | None = None
    issue: Field | None = None
    pages: Field | None = None
    publisher: Field | None = None
    place: Field | None = None
    edition: Field | None = None
    genre: Field | None = None
    doi: Field | None = None
    urls: tuple[Field, ...] = ()
    accessed: Field | None = None
    key: str = ""
    kind: str = ""
    missing: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    list: int = 0


Sameness = Literal[
    "same DOI", "same text", "same title, author and year", "same author, year, volume and page", "DOI of two"
]


@dataclass(frozen=True, slots=True)
class SameWork:
    """Two entries of one list (indexes), the earlier one first, and in what they are the same."""

    first: int
    second: int
    sameness: Sameness
