"""Words that are right whatever a rule says of them: the exceptions of the rule, and the user's dictionary."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import cast

from lint_article.config.dictionary import fold_word
from lint_article.document import Document, Finding
from lint_article.kinds.option_values import compile_pattern
from lint_article.rulebook import Rule


def is_excepted(document: Document, rule: Rule, finding: Finding) -> bool:
    """Tell whether a finding is about words that are right.

    `except-pattern` is searched for in the words that it flags. Else it is about these words, or about the values that
    the sheet names in `about`: all of them must be right.
    """
    pattern = rule.options.get("except-pattern")
    if pattern and compile_pattern(str(pattern)).search(finding.span.of(document.text)):
        return True
    known = cast("Collection[str]", rule.options.get("dictionary", ()))
    excepted = cast("Collection[str]", rule.options.get("except", ()))
    if not known and not excepted:
        return False
    own = _fold_all(tuple(excepted))
    return all(word in own or word in known for word in _judged_words(document, rule, finding))


@lru_cache(maxsize=256)
def _fold_all(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold_word, words))


def _judged_words(document: Document, rule: Rule, finding: Finding) -> Iterator[str]:
    about = cast("Collection[str]", rule.options.get("about", ()))
    words = [finding.values[name] for name in about] if about else [finding.span.of(document.text)]
    return map(fold_word, words)
