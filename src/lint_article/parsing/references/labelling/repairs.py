"""Labels set right where a mark decides, or where an article would have no journal."""

from __future__ import annotations

from itertools import takewhile

from lint_article.parsing.references.labelling.labels import LABELS
from lint_article.parsing.references.labelling.words import EntryWords
from lint_article.text.pattern import Pattern

_AUTHOR, _TITLE, _CONTAINER, _PUBLISHER, _PLACE, _VOLUME, _PAGES, _DOI = map(
    LABELS.index, ("author", "title", "container", "publisher", "place", "volume", "pages", "doi")
)
_BEFORE_SLASHES = frozenset({_AUTHOR, _TITLE})
_ABBREVIATED = Pattern(r"(?![IVXLC]{2})\p{Lu}\p{L}{0,4}")
_MOST = 3  # words of a journal's name before the one that begins the container
_LONG = 5  # letters of a word that is not abbreviated
_DOIS = frozenset({"doi", "resolver"})


def repair(line: EntryWords, labels: list[int]) -> None:
    """Set labels right: behind two slashes, of DOIs, at the end of a title, of a journal labelled as a publisher."""
    _part_at_slashes(line, labels)
    _part_dois(line, labels)
    _move_abbreviations(line, labels)
    _rename_publisher(labels)


def _part_at_slashes(line: EntryWords, labels: list[int]) -> None:
    """Make a container of what goes on behind two slashes as authors or title: `Title // Journal`."""
    for at, gap in enumerate(line.gaps[1:-1], 1):
        if "//" in gap and labels[at - 1] == labels[at] and labels[at] in _BEFORE_SLASHES:
            _make_container(labels, at)


def _part_dois(line: EntryWords, labels: list[int]) -> None:
    for at, shape in enumerate(line.shapes):
        if shape in _DOIS and labels[at] in {_TITLE, _CONTAINER}:
            labels[at] = _DOI


def _move_abbreviations(line: EntryWords, labels: list[int]) -> None:
    """Let a journal begin where its abbreviations do, behind the sentence that the title is: `Reefs. Q. J. Tides`."""
    if _CONTAINER not in labels or _TITLE not in labels:
        return
    stop = labels.index(_CONTAINER)
    for at in range(stop - 1, max(stop - 1 - _MOST, labels.index(_TITLE)), -1):
        if labels[at] != _TITLE or not line.gaps[at + 1].startswith(". ") or not _ABBREVIATED.fullmatch(line.words[at]):
            return
        if _is_sentence_end(line.words[at - 1], line.gaps[at]):
            labels[at:stop] = [_CONTAINER] * (stop - at)
            return


def _is_sentence_end(word: str, gap: str) -> bool:
    """Tell whether a sentence ends between a word and the next, for the word is no abbreviation."""
    return gap[:1] in {"?", "!"} or (gap.startswith(". ") and (len(word) > _LONG or word.islower()))


def _rename_publisher(labels: list[int]) -> None:
    """Make a container of a publisher without place, in an entry that has a DOI, or both a volume and pages."""
    present = frozenset(labels)
    is_article = _DOI in present or {_VOLUME, _PAGES} <= present
    if is_article and {_TITLE, _PUBLISHER} <= present and present.isdisjoint({_CONTAINER, _PLACE}):
        _make_container(labels, labels.index(_PUBLISHER))


def _make_container(labels: list[int], at: int) -> None:
    """Make a container of the words from a place on that have the same label."""
    stop = at + len(list(takewhile(labels[at].__eq__, labels[at:])))
    labels[at:stop] = [_CONTAINER] * (stop - at)
