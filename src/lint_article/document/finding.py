"""What a rule claims, before the engine stamps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.text import Span

Safety = Literal["safe", "unsafe", "shown"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the span's characters by `text` (an empty span inserts, an empty text deletes)."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair: edits sorted and apart. safe: keeps the meaning; unsafe: likely right; shown: never written."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = "safe"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place worth showing, and why."""

    span: Span
    note: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's claim: where, and the values for its sheet's message; code, severity and wording are the engine's."""

    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
