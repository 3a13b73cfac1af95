"""What printed entries lack that nearly all others of their kind in the list have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lint_article.checks._options import number_of
from lint_article.dataclass import dataclass
from lint_article.document import Document, Field, Reference
from lint_article.parsing.linking.coverage import is_in_bibliography
from lint_article.text.pattern import Pattern

_SURE = 0.85
_NUMBER = Pattern(r"\p{N}+")
_WORD = Pattern(r"\p{L}{4}")


def find_missing_by_style(document: Document, options: Mapping[str, object]) -> Iterator[tuple[int, str]]:
    """Yield entries, each with what it lacks; `options` say how many others must have it."""
    for number in sorted({reference.list for reference in document.references}):
        listed = [i for i, r in enumerate(document.references) if r.list == number]
        printed = [i for i in listed if not is_in_bibliography(document, i)]
        for kind in _KINDS:
            alike = [i for i in printed if kind.is_one(document.references[i])]
            lacking = [i for i in alike if not getattr(document.references[i], kind.field)]
            having = len(alike) - len(lacking)
            if having >= number_of(options, "fewest") and having >= number_of(options, "times") * len(lacking):
                yield from ((i, kind.named) for i in lacking if kind.lacks(document.text, document.references[i]))


@dataclass(frozen=True, slots=True)
class _Kind:
    """Entries of a kind that print a field; `lacks` tells whether one without it prints nothing in its place."""

    named: str
    field: str
    is_one: Callable[[Reference], bool]
    lacks: Callable[[str, Reference], bool]


def _is_sure(*fields: Field | None) -> bool:
    return all(field and field.confidence >= _SURE for field in fields)


def _is_of_book(reference: Reference) -> bool:
    return bool(reference.publisher or reference.place or reference.editors or reference.edition or reference.genre)


def _is_article(reference: Reference) -> bool:
    return _is_sure(reference.title, reference.container) and bool(reference.volume) and not _is_of_book(reference)


def _is_paged(reference: Reference) -> bool:
    return _is_sure(reference.title) and bool(reference.volume and reference.pages) and not _is_of_book(reference)


def _is_book(reference: Reference) -> bool:
    is_part = reference.container or reference.volume or reference.pages or reference.genre or reference.editors
    return _is_sure(reference.title, reference.place) and not is_part


def _has_no_number_behind(text: str, reference: Reference) -> bool:
    """Tell whether no number behind the volume, but the issue and the year, may be a page or the article's number."""
    known = [field.span for field in (reference.volume, reference.issue, reference.year) if field]
    start, end = known[0].end, reference.span.end
    found = (match.span() for match in _NUMBER.finditer(text, start, end))
    return all(any(span.start <= first and last <= span.end for span in known) for first, last in found)


def _has_no_words_between(text: str, reference: Reference) -> bool:
    """Tell whether nothing that may be a journal stands between the title and the volume."""
    if not (reference.title and reference.volume):
        return False
    start, end = reference.title.span.end, reference.volume.span.start
    return start < end and not _WORD.search(text, start, end)


def _has_no_words_behind(text: str, reference: Reference) -> bool:
    return reference.place is not None and not _WORD.search(text, reference.place.span.end, reference.span.end)


_KINDS = (
    _Kind("pages", "pages", _is_article, _has_no_number_behind),
    _Kind("journal", "container", _is_paged, _has_no_words_between),
    _Kind("publisher", "publisher", _is_book, _has_no_words_behind),
)
