"""Labels set right where a mark decides, or where an article would have no journal."""

from __future__ import annotations

from itertools import takewhile

from lint_article.parsing.names.organisations import is_groups_name
from lint_article.parsing.references.labelling.labels import LABELS
from lint_article.parsing.references.labelling.words import EntryWords
from lint_article.text.pattern import Pattern

_AUTHOR, _TITLE, _CONTAINER, _PUBLISHER, _PLACE, _VOLUME, _PAGES, _DOI, _IN, _EDITOR = map(
    LABELS.index, ("author", "title", "container", "publisher", "place", "volume", "pages", "doi", "in", "editor")
)
_BEFORE_VOLUME = frozenset({_IN, _EDITOR})
_BEFORE_SLASHES = frozenset({_AUTHOR, _TITLE})
_ABBREVIATED = Pattern(r"(?![IVXLC]{2})\p{Lu}\p{L}{0,4}")
_MOST = 3  # words of a journal's name before the one that begins the container
_LONG = 5  # letters of a word that is not abbreviated
_LONGEST_GROUP = 10  # words of a group's name
_DOIS = frozenset({"doi", "resolver"})


def repair(line: EntryWords, labels: list[int]) -> None:
    """Set labels right: behind two slashes, of DOIs, of what a volume or a journal is called."""
    _part_at_slashes(line, labels)
    _name_groups(line, labels)
    _name_volume(labels)
    _extend_container(labels)
    _part_dois(line, labels)
    _move_abbreviations(line, labels)
    _rename_publisher(labels)


def _part_at_slashes(line: EntryWords, labels: list[int]) -> None:
    """Make a container of what goes on behind two slashes as authors or title: `Title // Journal`."""
    for at, gap in enumerate(line.gaps[1:-1], 1):
        if "//" in gap and labels[at - 1] == labels[at] and labels[at] in _BEFORE_SLASHES:
            _make_container(labels, at)


def _name_groups(line: EntryWords, labels: list[int]) -> None:
    """Make authors of the groups that an entry begins with: `Institute of Salt. Board of Reefs. Wages of sailors.`"""
    if labels[0] != _TITLE:
        return
    stop, end = 0, _end_of_sentence(line, 0)
    while end and is_groups_name(line.words[stop:end]) and (stop == 0 or _TITLE not in labels[stop:end]):
        stop, end = end, _end_of_sentence(line, end)
    if stop and _TITLE in labels[stop:]:
        labels[:stop] = [_AUTHOR] * stop


def _end_of_sentence(line: EntryWords, start: int) -> int:
    """Return the word behind the sentence that begins at a word; 0 if it goes on for long, or to the end."""
    places = range(start + 1, min(start + _LONGEST_GROUP, len(line.words) - 1) + 1)
    return next((at for at in places if line.gaps[at].startswith(". ")), 0)


def _name_volume(labels: list[int]) -> None:
    """Make a container of a second title behind `In` and editors: `Reefs. In P. Tolliver (Ed.), Ropes of the north`."""
    if _IN not in labels or _CONTAINER in labels:
        return
    at = labels.index(_IN)
    if _TITLE in labels[:at]:
        at += len(list(takewhile(_BEFORE_VOLUME.__contains__, labels[at:])))
        if labels[at : at + 1] == [_TITLE]:
            _make_container(labels, at)


def _extend_container(labels: list[int]) -> None:
    """Make a part of the container of a second title right behind it: `Reefs // Ropes of the north. Proceedings`."""
    if _TITLE not in labels or _CONTAINER not in labels:
        return
    at = labels.index(_CONTAINER)
    at += _run(labels, at)
    if labels[at : at + 1] == [_TITLE] and labels.index(_TITLE) < at:
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
    stop = at + _run(labels, at)
    labels[at:stop] = [_CONTAINER] * (stop - at)


def _run(labels: list[int], at: int) -> int:
    """Return how many words from a place on have the same label."""
    return len(list(takewhile(labels[at].__eq__, labels[at:])))
