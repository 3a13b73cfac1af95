"""Pages that a text prints right behind the year, as in `Abel 2005, 162–170`: they may look like years cut short."""

from __future__ import annotations

from functools import lru_cache

from lint_article.text.pattern import Pattern
from lint_article.vocabulary import YEAR

_PAGE = Pattern(rf"(?<!\d){YEAR}[a-z]?,\s(?P<page>\d{{1,3}})(?=[–—‑-]\d|ff?\b|[.,;:)\]])")
_YEAR_BEFORE = Pattern(rf"(?r)(?<!\d){YEAR}[a-z]?,\s")  # from the right
_FEWEST = 3
_LIKE_YEARS = range(150, 210)


def is_page_behind_year(prose: str, at: int) -> bool:
    """Tell whether a number stands behind a year, in a text where other numbers there can only be pages."""
    return _YEAR_BEFORE.match(prose, max(at - 8, 0), at) is not None and _has_pages(prose)


@lru_cache(maxsize=2)
def _has_pages(prose: str) -> bool:
    found = 0
    for match in _PAGE.finditer(prose):
        found += int(match["page"]) not in _LIKE_YEARS
        if found >= _FEWEST:
            return True
    return False
