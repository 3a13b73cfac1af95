"""Years, what is printed in their place, and dates, as all languages print them: only the words differ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from lint_article.vocabulary.table import forms, words

YEAR = r"(?:1[4-9]\d\d|20\d\d)"
# Days with or without an ordinal's letters (`4th`, `1er`, `4.`); `de`, `of`; months whole or cut short (`jun.`).
_DAY = r"\d{1,2}(?:\p{L}{1,2}|[.ºª])?"
_LINK = r"(?:\p{L}{1,3}\s+)?"
_MONTH = r"(?P<month>\p{L}{3,})\.?"
DATE = "|".join(
    (
        rf"(?:{_DAY}\s+{_LINK})?{_MONTH},?\s+{_LINK}{YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{YEAR}",
        rf"{YEAR},?\s+{_MONTH}(?:\s+{_DAY})?",
        rf"\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?{YEAR}|{YEAR}[./-]\d{{1,2}}[./-]\d{{1,2}}",
        rf"{YEAR}\s?年\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?",
    )
)
# What is printed where a year would be, by its term, and the form that references and citations share.
_STATUSES = {
    "in-press": "in press",
    "forthcoming": "forthcoming",
    "in-preparation": "in preparation",
    "submitted": "submitted",
    "no-date": "n.d.",
    "unpublished": "unpublished",
}
STATUS = "(?&in-press|forthcoming|in-preparation|submitted|no-date|unpublished)"
_STOPS = re.compile(r"[\s.\ufffd]+")  # a blank may be lost


def is_month(word: str) -> bool:
    """Tell whether a word is a month's or season's name, whole or cut short, in any language."""
    bare = word.lower().rstrip(".")
    return bare in words("month", "season") or f"{bare}." in words("month")


def status_of(printed: str) -> str:
    """Return the form of a status that all languages share: `n.d.` for `o. J.`"""
    return _statuses()[_key(printed)]


@cache
def _statuses() -> Mapping[str, str]:
    return {_key(form): value for term, value in _STATUSES.items() for form in forms(term)}


def _key(form: str) -> str:
    """Return a form without white space and stops, with one i for all that are equal where case does not matter."""
    return _STOPS.sub("", form.casefold()).replace("ı", "i").replace("i\u0307", "i")
