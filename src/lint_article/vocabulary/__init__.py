"""The words of languages: one TOML file for each, named by its BCP 47 tag, with the terms of CSL's locales.

All languages are consulted at once, for an English article cites French books. `docs/languages.md` says how to add one.
"""

from lint_article.vocabulary.dates import DATE, STATUS, YEAR, is_month, status_of
from lint_article.vocabulary.pattern import TermPattern, spell_out
from lint_article.vocabulary.table import abbreviations, by_language, forms, is_beginning_with, parts, words

__all__ = [
    "DATE",
    "STATUS",
    "YEAR",
    "TermPattern",
    "abbreviations",
    "by_language",
    "forms",
    "is_beginning_with",
    "is_month",
    "parts",
    "spell_out",
    "status_of",
    "words",
]
