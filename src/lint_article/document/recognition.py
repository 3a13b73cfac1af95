"""Which entries are cited, and whether the text's way of citing is understood well enough to say so."""

from __future__ import annotations

from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.text import Span

Extent = Literal["enough", "part", "none"]


@dataclass(frozen=True, slots=True)
class Recognition:
    """How much of the reference list the text cites in a form that is recognised.

    `extent`: enough to check the list by it, a part, or nothing. `cited`: indexes of the entries that a citation means,
    rightly or with a fault. `is_understood`: at least half of the list is cited. `to_cite`: how many entries should be
    cited in the text; `found`: how many of them are; `first`: where they begin.
    """

    extent: Extent = "enough"
    cited: frozenset[int] = frozenset()
    is_understood: bool = False
    to_cite: int = 0
    found: int = 0
    first: Span = Span(0, 0)
