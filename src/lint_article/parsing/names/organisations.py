"""A group in the author's place: an institute, a committee, a ministry."""

from __future__ import annotations

from functools import cache

from lint_article.parsing.names.folding import fold
from lint_article.parsing.names.token_cursor import Walk
from lint_article.vocabulary import words

_PARTS = frozenset({"capital", "lower", "particle", "conjunction", "initials", "/", "'", "’"})
_CLOSING = frozenset({".", "(", ":", ",", "year", "[", "end"})
_LONGEST = 25  # tokens
ARTICLE = "the"  # `The Economist`: no family's name begins so
STATES = frozenset({"U.S.", "U.S.A.", "U.K.", "U.N.", "E.U."})


@cache
def group_words() -> frozenset[str]:
    """Return the words that make a name an organisation's, folded."""
    return frozenset(fold(word) for word in words("group"))


def read_group(walk: Walk) -> bool:
    """Read a group's name that fills the author's place, up to the year, a stop, a colon or a bracket."""
    stop = 0
    words: list[str] = []
    while walk.kind(stop) in _PARTS and stop < _LONGEST:
        token = walk.tokens[stop]
        if token.text in STATES:
            stop += 1
            continue
        if token.kind == "initials" and token.text.endswith(".") and walk.kind(stop - 1) != "capital":
            return False
        words.extend(fold(token.text).split())
        stop += 1
    if walk.kind(stop) not in _CLOSING or stop == 0 or (walk.kind(stop), walk.kind(stop + 1)) == (",", "initials"):
        return False
    is_group = (words[0] == ARTICLE and len(words) > 1) or group_words().intersection(words)
    if not is_group or walk.kind() not in {"capital", "particle", "initials"}:
        return False
    abbreviated = [token.text for token in walk.tokens[:stop] if token.kind == "initials" and "." in token.text]
    if not STATES.issuperset(abbreviated):
        return False
    walk.at = stop
    return walk.add(0, stop, "", literal=True)
