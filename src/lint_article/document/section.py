"""Sections and links."""

from __future__ import annotations

from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.text import Span

Role = Literal["front", "body", "references", "notes", "appendix", "back"]
LinkKind = Literal["url", "doi", "email", "arxiv"]


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch between two headings; `heading` is None where none is printed."""

    span: Span
    role: Role
    heading: Span | None = None
    level: int = 1


@dataclass(frozen=True, slots=True)
class Link:
    """A link as printed; `target` is what it leads to, without the line breaks and spaces that the print put in."""

    span: Span
    kind: LinkKind
    target: str
