"""Entries of one list that give the same work, or the same DOI: what a list gives twice, and what cannot be right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from lint_article.document import Field, Reference, Sameness, SameWork
from lint_article.parsing.names.folding import fold
from lint_article.vocabulary import words

_BEGINNING = 12  # letters of a title: parts of a work share its DOI, and begin alike
_ALIKE = 0.5  # share of the words of a title that another form of it has
_MOST = 20  # entries of an author and a year that are compared
_SHORTEST_TEXT = 40
_LAST_NUMBER = re.compile(r"[-–—]\D{0,2}(\d+)\Z")
_NUMBER = re.compile(r"\w*\d+|^[IVXLC]+$")


def find_same_works(text: str, references: Sequence[Reference]) -> Iterator[SameWork]:
    """Yield each entry that repeats an earlier one of its list, once, in order."""
    by_doi: dict[tuple[int, str], int] = {}
    by_text: dict[tuple[int, str], int] = {}
    by_author: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for index, reference in enumerate(references):
        doi = by_doi.setdefault((reference.list, reference.doi.value.casefold()), index) if reference.doi else index
        printed = _words_of(text, reference)
        same = by_text.setdefault((reference.list, printed), index) if len(printed) > _SHORTEST_TEXT else index
        author = fold(reference.authors[0].family) if reference.authors else ""
        others = by_author[reference.list, author, reference.year.value] if author and reference.year else []
        if same != index:
            yield SameWork(same, index, "same text")
        elif doi != index and (sameness := _sameness_of_doi(references[doi], reference)):
            yield SameWork(doi, index, sameness)
        else:
            yield from _find_like(references, others, index)
        others.append(index)


def _words_of(text: str, reference: Reference) -> str:
    """Return what an entry prints behind its label, folded, without the letter of its year."""
    start = reference.label.span.end if reference.label else reference.span.start
    printed = text[start : reference.span.end]
    if reference.year and reference.suffix:
        at = reference.year.span.end - start
        printed = printed[:at] + printed[at + len(reference.suffix) :]
    return fold(printed)


def _sameness_of_doi(first: Reference, second: Reference) -> Sameness | None:
    """Tell whether a DOI that two entries give is that of one work, of two, or of a work and its parts (None)."""
    if not first.title or not second.title:
        return None
    if _are_two(first, second) and _share(first.title, second.title) <= _ALIKE:
        return "DOI of two"
    return "same DOI" if fold(first.title.value)[:_BEGINNING] == fold(second.title.value)[:_BEGINNING] else None


def _are_two(first: Reference, second: Reference) -> bool:
    """Tell whether both the first author and the year are others."""
    if not (first.authors and second.authors and first.year and second.year):
        return False
    return fold(first.authors[0].family) != fold(second.authors[0].family) and first.year.value != second.year.value


def _find_like(references: Sequence[Reference], others: Sequence[int], index: int) -> Iterator[SameWork]:
    for other in others[-_MOST:]:
        sameness = _sameness_of_title(references[other], references[index])
        if sameness:
            yield SameWork(other, index, sameness)
            return


def _sameness_of_title(first: Reference, second: Reference) -> Sameness | None:
    if not first.title or not second.title:
        return None
    if first.doi and second.doi and first.doi.value.casefold() != second.doi.value.casefold():
        return None
    placed = _are_equal(first.volume, second.volume) and _are_on_same_pages(first.pages, second.pages)
    if fold(first.title.value) == fold(second.title.value):
        contradicted = (
            _are_different(first.volume, second.volume)
            or _are_different(first.issue, second.issue)
            or _are_different(first.pages, second.pages)
        )
        if not contradicted and _may_be_same(first.container, second.container):
            return "same title, author and year"
        return None
    if placed and _share(first.title, second.title) > _ALIKE:
        return "same author, year, volume and page"
    return None


def _first_number(field: Field | None) -> str:
    match = _NUMBER.search(field.value) if field else None
    return match.group() if match else ""


def _are_equal(first: Field | None, second: Field | None) -> bool:
    return bool(_first_number(first)) and _first_number(first) == _first_number(second)


def _are_on_same_pages(first: Field | None, second: Field | None) -> bool:
    """Tell whether two works begin on one page, and end on one if both say where: `1–124` and `1–187` are two."""
    if not (first and second and _are_equal(first, second)):
        return False
    ends = [_LAST_NUMBER.findall(field.value) for field in (first, second)]
    return not all(ends) or ends[0][0].endswith(ends[1][0]) or ends[1][0].endswith(ends[0][0])


def _are_different(first: Field | None, second: Field | None) -> bool:
    return bool(_first_number(first) and _first_number(second)) and not _are_equal(first, second)


def _share(first: Field, second: Field) -> float:
    """Return the share of the words of two titles that both have."""
    one, other = frozenset(fold(first.value).split()), frozenset(fold(second.value).split())
    return len(one & other) / max(len(one | other), 1)


def _may_be_same(first: Field | None, second: Field | None) -> bool:
    """Tell whether two containers may be one: equal, one of them abbreviated, or one not given."""
    if not first or not second:
        return True
    short, long = sorted((_name_words(first), _name_words(second)), key=len)
    return len(short) == len(long) and all(a.startswith(b) or b.startswith(a) for a, b in zip(short, long, strict=True))


def _name_words(container: Field) -> list[str]:
    small = words("and", "in", "particle", "small-word")
    return [word for word in fold(container.value).split() if word not in small] or [""]
