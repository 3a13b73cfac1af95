"""Our own checks of word forms: number of subject and verb, of determiner and noun, and forms of verbs.

`cases.toml` holds them. What the forms cannot prove is left alone: subjects joined by `and`, nouns that do not show
their number, clauses that do not begin with their subject.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from lint_article.dataclass import dataclass
from lint_article.grammar.harper.letters import Token, spell_tokens, tokens
from lint_article.grammar.harper.words import plural_verb, singular_verb

Row = tuple[int, int, str, str, str, list[str]]

_MENDS: Mapping[str, Callable[[str], str]] = {"plural": plural_verb, "singular": singular_verb}
_PART = re.compile(r"<([A-Z]+)>")


@dataclass(frozen=True, slots=True)
class Case:
    """A fault of form: its id, its kind as Harper names kinds, the pattern of its letters, its message."""

    id: str
    kind: str
    letters: re.Pattern[str]
    message: str
    mend: str = ""
    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


@cache
def cases() -> tuple[Case, ...]:
    """Return all cases."""
    table = tomllib.loads(files(__package__).joinpath("cases.toml").read_text("utf-8"))
    return tuple(_case(table["parts"], **raw) for raw in table["case"])


def _case(parts: Mapping[str, str], letters: str, wrong: list[str], right: list[str], **rest: str) -> Case:
    pattern = re.compile(_PART.sub(lambda match: parts[match[1]], letters))
    return Case(letters=pattern, wrong=tuple(wrong), right=tuple(right), **rest)


def faults(text: str, tags: Mapping[tuple[int, int], str]) -> Iterator[Row]:
    """Yield a match for each fault of form; `tags` gives UPOS tags by (start, end) in code points."""
    found = tokens(text)
    letters = spell_tokens(found, {end: tag for (_, end), tag in tags.items()})
    for case in cases():
        for match in case.letters.finditer(letters):
            yield _row(text, found, case, match)


def _row(text: str, found: Sequence[Token], case: Case, match: re.Match[str]) -> Row:
    places = {}
    for name in match.re.groupindex:
        first, last = match.span(name)
        places[name] = (found[first].start, found[last - 1].end)
    said = {name: text[start:end] for name, (start, end) in places.items()}
    start, end = places.get("verb") or places["noun"]
    swaps = [_MENDS[case.mend](said["verb"].lower())] if case.mend else []
    return start, end, case.id, case.kind, case.message.format(**said), swaps
