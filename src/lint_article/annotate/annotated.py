"""What came of writing findings into a manuscript."""

from __future__ import annotations

from lint_article.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Annotated:
    """The bytes of the annotated manuscript; how many findings and fixes it holds, and what is to be said."""

    data: bytes
    comments: int
    changes: int = 0
    notes: tuple[str, ...] = ()
