"""Noun-verb agreement, which Harper does not check, over its part-of-speech tags.

Every token becomes one letter (`_CODES` says which), and the patterns run over the letters: a token's place in the
string is its place in the passage. Only what the form of the words proves is reported: a subject whose head noun and
whose verb both show their number, right after the beginning of a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lint_article.grammar.harper.words import (
    BASE_VERBS,
    CLAUSE_OPENERS,
    DETERMINERS,
    NOT_PLURAL,
    NOT_VERBS,
    PLURALS,
    PREPOSITIONS,
    WORDS,
    base_form,
    third_person,
)

Tags = Mapping[tuple[int, int], str]
Row = tuple[int, int, str, str, str, list[str]]

_TOKEN = re.compile(r"[^\W_]+(?:[’'\-‐-–][^\W_]+)*[’']?|[^\w\s]|_")
_BY_TAG = {"ADJ": "a", "ADV": "r", "DET": "x", "ADP": "i", "PROPN": "p", "NUM": "q", "CCONJ": "&", "VERB": "w"}
_SINGULAR_NP = "[de]a*n"
_PLURAL_NP = "[Dt]?(?:[aq]*[nN]?)N"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A disagreement: its id, the pattern over the letters (group `verb`), what is said of it."""

    id: str
    letters: re.Pattern[str]
    message: str


_CASES = (
    Pattern(
        "PluralSubject",
        re.compile(rf"(?:^|(?<=[.C]))(?P<noun>{_PLURAL_NP})(?:[oi][Ddet]?[aq]*[nNp]*[Np])*r?(?P<verb>V)"),
        "`{noun}` is plural, the verb `{verb}` is singular.",
    ),
    Pattern(
        "SingularSubject",
        re.compile(rf"(?:^|(?<=[.C]))(?P<noun>{_SINGULAR_NP})r?(?P<verb>v)"),
        "`{noun}` is singular, the verb `{verb}` is plural.",
    ),
    Pattern(
        "PluralRelative",
        re.compile(rf"(?<![oi&1n])(?P<noun>{_PLURAL_NP}),?(?:W)r?(?P<verb>V)"),
        "`{noun}` is plural, the verb `{verb}` is singular.",
    ),
    Pattern(
        "SingularRelative",
        re.compile(r"(?<![&p])(?P<noun>p{1,2}),?H(?P<verb>v)"),
        "`{noun}` is one person, the verb `{verb}` is plural.",
    ),
    Pattern(
        "EachOf",
        re.compile(r"(?:^|(?<=[.,C]))(?P<noun>1)o[Dt]a*N(?P<verb>v)"),
        "`{noun}` is singular, the verb `{verb}` is plural.",
    ),
)


def disagreements(text: str, tags: Tags) -> Iterator[Row]:
    """Yield a match for each verb that disagrees with its subject; `tags` gives UPOS tags by (start, end)."""
    tokens = [(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(text)]
    letters = "".join(_letter(word, tags.get((start, end), "")) for start, end, word in tokens)
    for case in _CASES:
        for match in case.letters.finditer(letters):
            noun = [word for _, _, word in tokens[match.start("noun") : match.end("noun")]]
            start, end, verb = tokens[match.start("verb")]
            message = case.message.format(noun=" ".join(noun), verb=verb)
            swap = base_form(verb) if match["verb"] == "V" else third_person(verb)
            yield start, end, case.id, "Agreement", message, [swap]


def _letter(word: str, tag: str) -> str:
    """Return the token's letter: what the word itself says comes before its tag."""
    low = word.lower()
    fixed = WORDS.get(low) or DETERMINERS.get(low)
    if fixed:
        return fixed
    if low in CLAUSE_OPENERS:
        return "C"
    if low in PREPOSITIONS:
        return "i"
    if low.endswith(("’s", "'s", "s’", "s'")):
        return "t"
    if tag == "NOUN":
        return _noun(word)
    if tag == "VERB":
        return _verb(low)
    return _BY_TAG.get(tag, word if word in ",.&" else "?")


def _noun(word: str) -> str:
    if not word.isascii() or not word.isalpha() or word[1:] != word[1:].lower():
        return "?"
    if word in PLURALS:
        return "N"
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")) and word not in NOT_PLURAL
    return "N" if plural else "n" if not word.endswith("s") and word not in NOT_PLURAL else "?"


def _verb(word: str) -> str:
    if word in BASE_VERBS:
        return "v"
    return "V" if word.endswith("s") and not word.endswith("ss") and word not in NOT_VERBS else "w"
