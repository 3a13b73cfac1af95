"""How an article cites itself, or the work that it reviews: neither has to be in its list."""

from __future__ import annotations

from lint_article.parsing.citations.candidate import Candidate
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import is_beginning_with, words

_LEAD = Pattern(r"(?:^|\n|\.\s)\W*(?P<words>\p{L}(?:[^\n.]|\.(?!\s)){2,60}?)[:\n]\s*$")
_LEAD_WITHOUT_COLON = Pattern(r"(?:^|\n|\.\s)\W*(?P<words>\p{L}[\p{Ll} ]{4,40})\s$")
_REACH = 60  # code points before the names
_VOLUME_AND_PAGE = Pattern(
    r"\)\s*\d{1,4}\s?(?:\(\d{1,3}\)\s?)?:\s?\p{L}?\d|\),\s\d{1,4}(?:\(\d{1,3}\))?,\s\p{L}?\d+\s?[–—-]\s?\p{L}?\d"
)
_TITLE = Pattern(r"[\s).:,“\"]*(?P<words>\p{Lu}\S*(?:\s+\S+){4})")
_GIVEN = Pattern(r"\p{Lu}[\p{Ll}.]+(?:\s\p{Lu}\.)*[.:,]?\s\p{Lu}")
_TITLE_LINE = 300  # code points of the first line that are looked at
_FRONT = 3_000  # code points from the start within which a title stands


def is_of_article_itself(prose: str, candidate: Candidate) -> bool:
    """Tell whether the names and year are the article's own.

    `How to cite` leads to them, its title follows, or they end a line of its journal, as `(2016) 16:223` or
    `(2013), 63, 4141–4148`; or the word "authors" stands for them, as below a table: `Source: Authors, 2022`.
    """
    return (
        _is_word_for_authors(candidate)
        or _is_led_in(prose, candidate.starts[0])
        or _VOLUME_AND_PAGE.match(prose, candidate.end) is not None
        or _is_before_title(prose, candidate)
    )


def is_under_review(prose: str, candidate: Candidate) -> bool:
    """Tell whether the article's title begins with the author of the work: `Hirsch, Ken. Wells and Pumps`.

    A review cites the pages of the work that it reviews, and its list has others.
    """
    title = prose[: min(_TITLE_LINE, candidate.starts[0])].lstrip().partition("\n")[0]
    family, given = candidate.names[0].family, title.partition(", ")[2]
    is_first = title.casefold().startswith(f"{family}, ".casefold()) and bool(_GIVEN.match(given))
    return len(candidate.names) == 1 and is_first


def _is_word_for_authors(candidate: Candidate) -> bool:
    return len(candidate.names) == 1 and candidate.names[0].family.lower() in words("author")


def _is_led_in(prose: str, start: int) -> bool:
    leads = (pattern.search(prose, max(0, start - _REACH), start) for pattern in (_LEAD, _LEAD_WITHOUT_COLON))
    return any(lead is not None and is_beginning_with(lead["words"], "cite-as") for lead in leads)


def _is_before_title(prose: str, candidate: Candidate) -> bool:
    """Tell whether the words behind the year are printed at the front of the text too."""
    title = _TITLE.match(prose, candidate.end)
    if not title or candidate.form == "paren":
        return False
    words = title["words"].split()
    front = f" {' '.join(prose[: min(_FRONT, candidate.starts[0])].split())} "
    return f" {' '.join(words[:-1])} " in front
