"""Groups of the list whose names end in small letters: `Organisation mondiale de la santé (2020)`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from lint_article.document import Name, Reference
from lint_article.parsing.language.identify import guess_languages
from lint_article.parsing.names.folding import fold
from lint_article.parsing.names.inflection import has_cases, is_case_of
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_WORD = Pattern(r"[\p{L}\p{M}]+")
_BEGINNING = 2  # letters that all cases of a word share
_REACH = 160  # code points in which the longest names fit


class ListedGroups:
    """The groups that a list names, to be found before a year."""

    def __init__(self, text: str, references: Iterable[Reference]) -> None:
        names = dict.fromkeys(reference.authors[0].family for reference in references if _is_group(reference))
        self._by_last: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
        for name in names:
            words = _WORD.findall(name)
            self._by_last[fold(words[-1])[:_BEGINNING]].append((name, words))
        language = next(iter(guess_languages(text)), "") if names else ""
        self._language = language if has_cases(language) else ""

    def find(self, text: str, low: int, edge: int) -> Name | None:
        """Return the group that ends at `edge` (code points), as the list spells it, or None."""
        if not self._by_last:
            return None
        printed = list(_WORD.finditer(text, max(low, edge - _REACH), edge))
        if not printed or text[printed[-1].end() : edge].strip():
            return None
        for name, words in self._by_last.get(fold(printed[-1].group())[:_BEGINNING], ()):
            tail = printed[-len(words) :]
            if len(tail) == len(words) and all(map(self._is_word, (word.group() for word in tail), words)):
                return Name(name, literal=True, span=Span(tail[0].start(), edge))
        return None

    def _is_word(self, printed: str, listed: str) -> bool:
        same = fold(printed) == fold(listed)
        return same or (bool(self._language) and is_case_of(printed, listed, self._language))


def _is_group(reference: Reference) -> bool:
    if not reference.authors or not reference.authors[0].literal:
        return False
    words = reference.authors[0].family.split()
    return len(words) > 1 and words[-1][0].islower()
