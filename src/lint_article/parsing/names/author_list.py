"""The authors of one entry, as they were read."""

from __future__ import annotations

from lint_article.dataclass import dataclass
from lint_article.document import Name


@dataclass(frozen=True, slots=True)
class AuthorList:
    """What was read: the names, whether `et al.` closes them, and where they end (code points).

    `confidence`: how likely they are right (0 to 1).
    """

    names: tuple[Name, ...] = ()
    et_al: bool = False
    end: int = 0
    confidence: float = 1.0
