"""What a grammar engine says of a stretch."""

from __future__ import annotations

from lint_article.dataclass import dataclass
from lint_article.text import Span


@dataclass(frozen=True, slots=True)
class Remark:
    """One match of a grammar engine: `id` is the engine's own rule, `category` is ours (agreement, verb-form …)."""

    span: Span
    engine: str
    id: str
    category: str
    message: str
    replacements: tuple[str, ...] = ()
