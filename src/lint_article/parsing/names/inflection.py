"""Cases of one name in languages that decline names."""

from __future__ import annotations

import re

from lint_article.parsing.names.folding import fold

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ENDINGS = frozenset("аеиоуыэюяёйьвгмхн")
_STEM = 4


def is_cyrillic(name: str) -> bool:
    """Tell whether a name begins with a Cyrillic letter."""
    return bool(_CYRILLIC.match(name))


def is_inflection(cited: str, listed: str) -> bool:
    """Tell whether two Cyrillic names differ in their ending only, as cases of one name do."""
    a, b = fold(cited), fold(listed)
    if not (_CYRILLIC.match(a) and _CYRILLIC.match(b)) or min(len(a), len(b)) < _STEM:
        return False
    stem = max(len(b) - 2, _STEM - 1)
    return a[:stem] == b[:stem] and len(a) <= len(b) + 3 and all(letter in _ENDINGS for letter in a[stem:] + b[stem:])
