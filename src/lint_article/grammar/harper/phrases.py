"""Our own checks of words in a row; `sheets/phrases` holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache
from typing import Any

from lint_article.dataclass import dataclass
from lint_article.grammar.harper.cases import Row, in_form
from lint_article.grammar.harper.sheets import compile_pattern, read_sheets


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fault that words in a row prove: its id, its kind (our category), its pattern, its message, its fix.

    One of `needs` is in every text that the pattern matches; see `may_match`.
    """

    id: str
    kind: str
    pattern: re.Pattern[str]
    message: str
    needs: tuple[str, ...] = ("",)
    fix: str = ""
    mend: str = ""
    fixes: Mapping[str, str] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()

    def may_match(self, low: str) -> bool:
        """Tell whether a text, given in lower case after a space, has what the pattern needs."""
        return any(need in low for need in self.needs)


@cache
def phrases() -> tuple[Phrase, ...]:
    """Return all phrases."""
    return tuple(_phrase(**raw) for raw in read_sheets("phrases"))


def _phrase(pattern: str = "", needs: str | list[str] = "", **rest: Any) -> Phrase:
    written = pattern or rf"(?i)\b(?:{'|'.join(rest['fixes'])})\b"
    needed = (needs,) if isinstance(needs, str) else tuple(needs)
    return Phrase(pattern=compile_pattern("phrases", written), needs=needed, **rest)


def phrase_faults(text: str) -> Iterator[Row]:
    """Yield a match for each phrase in a text."""
    low = f" {text.lower()}"
    for phrase in phrases():
        for match in phrase.pattern.finditer(text) if phrase.may_match(low) else ():
            start, end = match.span("said" if "said" in match.re.groupindex else 0)
            fix = _fix(phrase, match, text[start:end])
            message = phrase.message.format(**{**match.groupdict(), "said": text[start:end], "fix": fix})
            yield start, end, phrase.id, phrase.kind, message, [fix] if fix else []


def _fix(phrase: Phrase, match: re.Match[str], said: str) -> str:
    if phrase.mend:
        return in_form(phrase.mend, said)
    if phrase.fixes:
        fix = phrase.fixes.get(said.lower(), "")
        return fix[:1].upper() + fix[1:] if said[0].isupper() else fix
    return phrase.fix.format(**{**match.groupdict(), "said": said, "capital": said.capitalize()})
