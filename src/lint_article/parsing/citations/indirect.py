"""Citations of works through another work, which the list need not have."""

from __future__ import annotations

from lint_article.parsing.citations.candidate import Candidate
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import is_beginning_with, words

_PAGES = r"[\s,;:]*(?:\p{L}+\.?\s?\d+[\s,;:]*)?"
_CITED_BY = Pattern(rf"{_PAGES}[\s,;:)\]]*(?P<words>\p{{L}}+\.?(?:\s+\p{{L}}+){{0,4}})")
_IN_WORK = Pattern(rf"{_PAGES}\)?\s*(?P<in>\p{{L}}+)(?::|\s+(?=\p{{Lu}}\p{{Ll}}+,?\s(?:(?P<and>\p{{L}}+|&)\s|\(?\d)))")


def is_cited_indirectly(prose: str, candidate: Candidate) -> bool:
    """Tell whether `as cited in` follows, or the work that it stands in."""
    cited = _CITED_BY.match(prose, candidate.end)
    if cited and any(
        is_beginning_with(printed, "cited-in") for printed in (cited["words"], cited["words"].partition(" ")[2])
    ):
        return True
    work = _IN_WORK.match(prose, candidate.end)
    return bool(work and work["in"].lower() in words("in") and (work["and"] or "&").lower() in words("and") | {"&"})
