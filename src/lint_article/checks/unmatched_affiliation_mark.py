"""Report marks behind the names of a byline that no affiliation and no note has, and those of nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding, Related
from lint_article.parsing.affiliations import AuthorMarks, find_author_marks, predecessor
from lint_article.text import Span

_ADDRESSED = ("*", "✉")  # marks of who answers letters, whose address is printed anywhere
_FEWEST = 2  # marks on both sides that show that both were read rightly


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per mark; both sides must agree on most of them, and on one of its kind."""
    marks = find_author_marks(document)
    shared = marks.authors.keys() & marks.notes.keys()
    kinds = {_kind(mark) for mark in shared}
    odd = [one for one in _find_odd(marks) if _kind(one[0]) in kinds or not one[0].isalnum()]
    if len(shared) >= max(_FEWEST, 2 * len(odd)):
        for mark, span, fault in odd:
            others = marks.notes if mark in marks.authors else marks.authors
            related = (Related(min(others.values()), "the others"),)
            yield Finding(span, {"text": mark, "fault": fault}, related=related)


def _kind(mark: str) -> str:
    return "number" if mark.isdigit() else "letter" if mark.isalpha() else mark


def _find_odd(marks: AuthorMarks) -> Iterator[tuple[str, Span, str]]:
    for mark, span in marks.authors.items():
        if mark not in marks.notes and (mark.isalnum() or not (marks.may_lack_signs or mark in _ADDRESSED)):
            yield mark, span, "no affiliation has it" if mark.isalnum() else "no note has it"
    for mark, span in marks.notes.items():
        if mark not in marks.others and (not mark.isalnum() or mark in "1a" or predecessor(mark) in marks.notes):
            yield mark, span, "no author has it"
