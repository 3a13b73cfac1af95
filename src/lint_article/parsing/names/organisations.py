"""The words by which a group is known: an institute, a committee, a ministry."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from lint_article.parsing.names.folding import fold
from lint_article.vocabulary import words

ARTICLE = "the"  # `The Economist`: no family's name begins so
STATES = frozenset({"U.S.", "U.S.A.", "U.K.", "U.N.", "E.U."})


@cache
def group_words() -> frozenset[str]:
    """Return the words that make a name an organisation's, folded."""
    return frozenset(fold(word) for word in words("group"))


def is_groups_name(printed: Sequence[str]) -> bool:
    """Tell whether words are a group's name: all but small ones have capitals, and one of them is a group's."""
    capitals = [word for word in printed if word[0].isupper()]
    is_name = printed[0] in capitals and words("and", "small-word").issuperset({*printed} - {*capitals})
    return is_name and len(capitals) > 1 and any(fold(word) in group_words() for word in capitals)
