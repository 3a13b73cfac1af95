"""What the text prints that may be an author-year citation, before it is judged."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.document import Field, Name
from lint_article.text import Span

Form = Literal["paren", "narrative", "bare"]
_HYPHENS = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Names before a year. The leftmost names may belong to the sentence: linking decides where the authors begin.

    `starts[i]` is where `names[i]` begins, its given names included; `joined[i]` tells that a conjunction stands before
    it. `row`: the item before is parted from it by a comma or semicolon only. `cluster` numbers the bracket, so that
    items in one bracket are one citation. `inherits`: the names stand before an earlier year (`Smith 2010, 2012`), and
    `letter_at` is where the letter of a second work of the year stands (`2010a, b`), else -1. `lead` is the text
    between the bracket (or the item before) and the names. `cell`: it is all that a cell of a table holds.
    """

    names: tuple[Name, ...]
    starts: tuple[int, ...]
    joined: tuple[bool, ...]
    et_al: bool
    year: Field
    suffix: str
    others: tuple[str, ...]
    form: Form
    cluster: int
    end: int
    malformed: bool = False
    status: bool = False
    comma: bool = False
    row: bool = False
    inherits: bool = False
    letter_at: int = -1
    possessive: bool = False
    lead: str = ""
    locator: Field | None = None
    cell: bool = False

    @property
    def span(self) -> Span:
        """The item as printed, from the first name that may belong to it."""
        return self.from_name(0)

    def from_name(self, name: int) -> Span:
        """The item as printed, if its authors begin with this name."""
        if self.letter_at >= 0:
            return Span(self.letter_at, self.end)
        return Span(self.year.span.start if self.inherits else self.starts[name], self.end)


def split_hyphenated_name(candidate: Candidate) -> Candidate | None:
    """Return a candidate of one name with a hyphen as one of two names, or None."""
    if len(candidate.names) != 1 or candidate.et_al:
        return None
    name = candidate.names[0]
    hyphens = [at for at, char in enumerate(name.family) if char in _HYPHENS]
    if len(hyphens) != 1 or len(name.family) != len(name.span):
        return None
    at = hyphens[0]
    cut = name.span.start + at
    first = Name(name.family[:at], name.given, span=Span(name.span.start, cut))
    second = Name(name.family[at + 1 :], span=Span(cut + 1, name.span.end))
    return replace(candidate, names=(first, second), starts=(candidate.starts[0], cut + 1), joined=(False, True))
