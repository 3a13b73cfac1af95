"""Citations of what the list need not have: works cited through another work, and what nobody published."""

from __future__ import annotations

from lint_article.parsing.citations.candidate import Candidate
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import TermPattern, is_beginning_with, words

_PAGES = r"[\s,;:]*(?:\p{L}+\.?\s?\d+[\s,;:]*)?"
_CITED_BY = Pattern(rf"{_PAGES}[\s,;:)\]]*(?P<words>\p{{L}}+\.?(?:\s+\p{{L}}+){{0,4}})")
_IN_WORK = Pattern(rf"{_PAGES}\)?\s*(?P<in>\p{{L}}+)(?::|\s+(?=\p{{Lu}}\p{{Ll}}+,?\s(?:(?P<and>\p{{L}}+|&)\s|\(?\d)))")
_STATED = Pattern(r"[,:]?\s*(?P<words>\p{L}[\p{L}-]*\.?(?:\s?\p{L}[\p{L}-]*\.?){0,4})(?=\s*[,;)\]])")
_NUMBER_BEHIND = Pattern(r"\s?\)?\s?(?:\[\d{1,3}\s?[\],;–-]|\(\d{1,3}\s?[),;–-])")
_OWN_DATA = TermPattern(r"\b(?i:(?&own-data))[\s,:]*[(\[]?\s*$")
_BEFORE = 60  # code points in which such words fit
_UNPUBLISHED = ("personal-communication", "unpublished", "in-preparation", "submitted")


def is_unpublished(prose: str, candidate: Candidate) -> bool:
    """Tell whether the bracket says that there is no publication: `(Abel, 2012, personal communication)`."""
    stated = _STATED.match(prose, candidate.end)
    return stated is not None and is_beginning_with(stated["words"], *_UNPUBLISHED)


def is_own_data(prose: str, candidate: Candidate) -> bool:
    """Tell whether place and year of the author's own data are stated: `Source: field survey (Accra, 2018)`."""
    start = candidate.starts[0]
    return candidate.form == "paren" and bool(_OWN_DATA.search(prose, max(0, start - _BEFORE), start))


def is_cited_by_number(prose: str, candidate: Candidate) -> bool:
    """Tell whether a number of the list follows, which is the citation: `Abel (2016) [1]`."""
    return _NUMBER_BEHIND.match(prose, candidate.end) is not None


def is_cited_indirectly(prose: str, candidate: Candidate) -> bool:
    """Tell whether `as cited in` follows, or the work that it stands in."""
    cited = _CITED_BY.match(prose, candidate.end)
    if cited and any(
        is_beginning_with(printed, "cited-in") for printed in (cited["words"], cited["words"].partition(" ")[2])
    ):
        return True
    work = _IN_WORK.match(prose, candidate.end)
    if not work or (")" in work.group() and work["in"].lower() in words("and")):  # `De Vries (2016) en Jansen (2017)`
        return False
    return work["in"].lower() in words("in") and (work["and"] or "&").lower() in words("and") | {"&"}
