"""Our own checks of word forms: number of subject and verb, of determiner and noun, and forms of verbs.

`sheets/cases` holds them. What the forms cannot prove is left alone: subjects joined by `and`, nouns that do not show
their number, clauses that do not begin with their subject.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache
from typing import Any

from lint_article.dataclass import dataclass
from lint_article.grammar.harper import forms
from lint_article.grammar.harper.letters import Letters, spell_tokens, tokens
from lint_article.grammar.harper.sheets import compile_pattern, read_sheets
from lint_article.grammar.harper.words import NO_PASSIVE

Row = tuple[int, int, str, str, str, list[str]]

_FORMS: Mapping[str, Callable[[str], str]] = {
    "plural": forms.plural_verb,
    "singular": forms.singular_verb,
    "base": forms.base_form,
    "participle": forms.participle,
    "plural-noun": forms.plural_noun,
    "singular-noun": forms.singular_noun,
    "same": str,
    "fewer": lambda word: "Fewer" if word.istitle() else "fewer",
}
_LAST = re.compile(r"\w+$")


@dataclass(frozen=True, slots=True)
class Case:
    """A fault of form: its id, its kind (our category), the pattern of its letters, its message."""

    id: str
    kind: str
    letters: re.Pattern[str]
    message: str
    text: str = ""
    mend: str = ""
    swap: Mapping[str, str] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


def in_form(mend: str, word: str) -> str:
    """Return a word in the form that a case or a phrase asks for."""
    return _FORMS[mend](word)


@cache
def cases() -> tuple[Case, ...]:
    """Return all cases."""
    return tuple(_case(**raw) for raw in read_sheets("cases"))


def _case(letters: str, wrong: list[str], right: list[str], **rest: Any) -> Case:
    return Case(letters=compile_pattern("cases", letters), wrong=tuple(wrong), right=tuple(right), **rest)


def faults(text: str, tags: Mapping[tuple[int, int], str]) -> Iterator[Row]:
    """Yield a match for each fault of form; `tags` gives UPOS tags by (start, end) in code points."""
    found = tokens(text)
    letters = spell_tokens(found, {end: tag for (_, end), tag in tags.items()})
    for case in cases():
        for match in case.letters.finditer(letters):
            row = _row(text, found, case, match)
            if not case.text or re.match(case.text, _said(text, found, match)):
                yield row


def _row(text: str, found: Sequence[Letters], case: Case, match: re.Match[str]) -> Row:
    places = {}
    for name in match.re.groupindex:
        first, last = match.span(name)
        places[name] = (found[first].start, found[last - 1].end)
    said = {name: text[start:end] for name, (start, end) in places.items()}
    start, end = places.get("verb") or places["noun"]
    flagged = text[start:end]
    return start, end, case.id, case.kind, case.message.format(**said), _fixes(case, flagged)


def _said(text: str, found: Sequence[Letters], match: re.Match[str]) -> str:
    return text[found[match.start()].start : found[match.end() - 1].end]


def _fixes(case: Case, flagged: str) -> list[str]:
    """Return the flagged words with the last of them in the form that the case asks for, the first as it says."""
    if not case.mend:
        return []
    last = _LAST.search(flagged)
    if not last or (case.mend == "participle" and last[0] in NO_PASSIVE):
        return []
    first = flagged[: last.start()]
    for old, new in case.swap.items():
        first = first.replace(old, new)
    return [first + _FORMS[case.mend](last[0].lower() if not first and case.mend != "fewer" else last[0])]
