"""The words of languages: one TOML file for each, named by its BCP 47 tag, with the terms of CSL's locales.

All languages are consulted at once, for an English article cites French books. `docs/languages.md` says how to add one.
"""

from lint_article.vocabulary.dates import DATE, STATUS, YEAR, is_month, status_of
from lint_article.vocabulary.pattern import TermPattern, spelled
from lint_article.vocabulary.table import abbreviations, begins, by_language, forms, parts, words

__all__ = [
    "DATE",
    "STATUS",
    "YEAR",
    "TermPattern",
    "abbreviations",
    "begins",
    "by_language",
    "forms",
    "is_month",
    "parts",
    "spelled",
    "status_of",
    "words",
]
