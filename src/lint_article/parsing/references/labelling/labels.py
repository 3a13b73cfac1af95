"""The labels that the words of a reference can have."""

from __future__ import annotations

from lint_article.dataclass import dataclass
from lint_article.text import Span

# `in` is the word that announces a container or its editors.
LABELS = tuple(
    """
    label author translator editor date title in container publisher place volume pages edition genre note doi url
    """.split()
)


@dataclass(frozen=True, slots=True)
class EntryPart:
    """A stretch of a reference and what it is, one of `LABELS`."""

    label: str
    span: Span
