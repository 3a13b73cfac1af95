"""What a manuscript still carries from its making: open comments, tracked changes, hidden text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lint_article.dataclass import dataclass
from lint_article.document import Comment, Mark, Problem
from lint_article.readers.office.paragraph import Sign, WordParagraph
from lint_article.text import Span
from lint_article.text.phrases import count_of

_WORD = re.compile(r"\S+")
_OURS = re.compile(r"lint-article\s?:", re.IGNORECASE)
_SHOWN = 80
OURS = "lint-article"
"""The author of the comments that `annotate` writes, which are not open questions of anybody else."""


@dataclass(frozen=True, slots=True)
class Note:
    """A comment in the margin: who wrote it, and what; it is closed if it is resolved or answers another."""

    author: str
    text: str
    is_closed: bool = False

    @property
    def is_directive(self) -> bool:
        """Whether it tells the linter something; Word may have set a capital or a blank into its first word."""
        return bool(_OURS.match(self.text))


def anchors_of(contents: Iterable[WordParagraph | Sign]) -> dict[str, Span]:
    """Return where each comment is anchored in the document's text, by id."""
    anchors: dict[str, Span] = {}
    for one in contents:
        if isinstance(one, WordParagraph):
            for comment, offset in one.comments:
                here = Span(one.place(offset), one.place(offset))
                anchors[comment] = anchors.get(comment, here).union(here)
    return anchors


def directives(notes: Mapping[str, Note], anchors: Mapping[str, Span]) -> Iterator[Comment]:
    """Give the comments that tell the linter something."""
    for comment, note in notes.items():
        if note.is_directive and comment in anchors:
            yield Comment(anchors[comment], note.text)


def problems_of(
    contents: Sequence[WordParagraph | Sign], marks: Iterable[Mark], notes: Mapping[str, Note], text: str
) -> Iterator[Problem]:
    """Give one problem for each open comment, one for all tracked changes and one for all hidden text."""
    anchors = anchors_of(contents)
    for comment, note in notes.items():
        if comment in anchors and not note.is_closed and not note.is_directive:
            shown = note.text if len(note.text) <= _SHOWN else note.text[:_SHOWN].rstrip() + " …"
            author = note.author or "an unnamed author"
            yield Problem("open-comment", anchors[comment], (("author", author), ("comment", shown)))
    changes = [one.place(at) for one in contents if isinstance(one, WordParagraph) for at in one.changes]
    if changes:
        pending = count_of(len(changes), "tracked change is", "tracked changes are")
        yield Problem("tracked-change", _word_at(text, min(changes)), (("changes", pending),))
    hidden = [mark.span for mark in marks if mark.kind == "hidden"]
    if hidden:
        yield Problem("hidden-text", hidden[0], (("passages", count_of(len(hidden), "passage")),))


def _word_at(text: str, at: int) -> Span:
    match = _WORD.match(text, at)
    return Span(*match.span()) if match else Span(at, at)
