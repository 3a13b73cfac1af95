"""Cited names in another case than the list prints them, where the language of the text declines names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lint_article.document import Name
from lint_article.parsing.citations.candidate import Candidate
from lint_article.parsing.language.identify import guess_languages
from lint_article.parsing.linking.work import Work
from lint_article.parsing.names.folding import fold
from lint_article.parsing.names.inflection import has_cases, is_case_of

_BEGINNING = 2  # letters that all cases of a name share


def put_in_nominative(text: str, candidates: Sequence[Candidate], works: Iterable[Work]) -> Sequence[Candidate]:
    """Return the candidates with the names as the list prints them: `Nováka a Dvořákové` as `Novák a Dvořáková`.

    A word that an author's name has is never changed, and nothing in a text whose main language declines no names.
    """
    language = next(iter(guess_languages(text)), "")
    if not has_cases(language):
        return candidates
    names = _ListedNames(works, language)
    return [replace(one, names=tuple(map(names.put_in_nominative, one.names))) for one in candidates]


class _ListedNames:
    """The words of the authors' names, found by cases of them."""

    def __init__(self, works: Iterable[Work], language: str) -> None:
        self._language = language
        self._known: set[str] = set()
        self._found: dict[str, str] = {}
        self._by_beginning: dict[str, set[str]] = defaultdict(set)
        for word in (word for work in works for word in _words_of(work)):
            folded = fold(word)
            self._known.add(folded)
            self._by_beginning[folded[:_BEGINNING]].add(word)

    def put_in_nominative(self, name: Name) -> Name:
        """Return a cited name with each word as the list has it."""
        family = " ".join(map(self._find_nominative, name.family.split()))
        return name if family == name.family else replace(name, family=family)

    def _find_nominative(self, word: str) -> str:
        if word not in self._found:
            self._found[word] = self._search(word)
        return self._found[word]

    def _search(self, word: str) -> str:
        folded = fold(word)
        listed = () if folded in self._known else sorted(self._by_beginning.get(folded[:_BEGINNING], ()))
        return next((one for one in listed if is_case_of(word, one, self._language)), word)


def _words_of(work: Work) -> list[str]:
    """Return the words of the authors' names; of an entry without authors, the word that it begins with."""
    if work.authors:
        return [word for author in work.authors for word in author.family.split()]
    return [word.rstrip(".,:;") for word in work.reference.span.of(work.text).split()[:1]]
