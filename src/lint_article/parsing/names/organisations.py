"""The words by which a group is known: an institute, a committee, a ministry."""

from __future__ import annotations

from functools import cache

from lint_article.parsing.names.folding import fold
from lint_article.vocabulary import words

ARTICLE = "the"  # `The Economist`: no family's name begins so
STATES = frozenset({"U.S.", "U.S.A.", "U.K.", "U.N.", "E.U."})


@cache
def group_words() -> frozenset[str]:
    """Return the words that make a name an organisation's, folded."""
    return frozenset(fold(word) for word in words("group"))
