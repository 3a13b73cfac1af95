"""Words that extraction broke, and what they were."""

from __future__ import annotations

from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.text import Span

Certainty = Literal["sure", "learned", "guessed", "open", "none"]


@dataclass(frozen=True, slots=True)
class Repair:
    """A damaged word: where it stands, what it was, how sure that is, and which sign stands for which letters.

    sure: only one reading is a word. learned: it is a word, and the document's other repairs decide for it.
    guessed: no list has the word, and its sign stands for these letters elsewhere. open: several readings remain, and
    `word` is the likeliest. none: no reading is known, and `word` is "".
    `kind`: letters were lost from the word, or it was decoded by the wrong encoding; `sign` is that one, if it is no
    Unicode.
    """

    span: Span
    word: str
    certainty: Certainty
    sign: str = ""
    stands_for: str = ""
    others: tuple[str, ...] = ()
    kind: Literal["letters", "encoding"] = "letters"


@dataclass(frozen=True, slots=True)
class Damage:
    """All damage of a text, in order; `ligatures` are those words that have lost a ligature or a letter of one."""

    repairs: tuple[Repair, ...] = ()
    ligatures: tuple[Repair, ...] = ()
