"""The words of languages: one TOML file for each, named by its BCP 47 tag, with the terms of CSL's locales.

All languages are consulted at once, for an English article cites French books. `docs/languages.md` says how to add one.
"""

from lint_article.vocabulary.dates import DATE, STATUS, YEAR, is_month, status_of
from lint_article.vocabulary.pattern import NAMED, TermPattern, letters_of, spell_out, words_of
from lint_article.vocabulary.table import abbreviations, by_language, forms, is_beginning_with, is_term, parts, words

__all__ = [
    "DATE",
    "NAMED",
    "STATUS",
    "YEAR",
    "TermPattern",
    "abbreviations",
    "by_language",
    "forms",
    "is_beginning_with",
    "is_month",
    "is_term",
    "letters_of",
    "parts",
    "spell_out",
    "status_of",
    "words",
    "words_of",
]
