"""Which languages each passage of a text is in: those that the file states, and those that its own words show."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import field

from lint_article.dataclass import dataclass
from lint_article.document import Document, Mark
from lint_article.parsing.kept import kept
from lint_article.parsing.language.identify import guess_languages, languages_shown
from lint_article.parsing.language.lexicon import Lexicon, lexicon

_LONG_LINE = 400  # code points; such a line is a paragraph, and not a piece of one
_WHOLE = (0, -1, "")  # of the key under which the languages of the whole text are kept
_LONGEST = 3000  # code points of a passage; a text without empty lines is cut into stretches of so many

Languages = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passages:
    """The languages of a text and of each of its passages, as primary BCP 47 subtags in alphabetical order.

    `stated` is the language of the whole text, or ""; `turns` are the places where the file states another one.
    """

    text: str
    stated: str = ""
    turns: tuple[tuple[int, str], ...] = ()
    _read: dict[tuple[int, int, str], Languages] = field(default_factory=dict, repr=False, compare=False)

    def languages(self) -> Languages:
        """Return every language that the file states, and those that the whole text shows; empty if none is known."""
        if _WHOLE not in self._read:
            stated = (self.stated, *(language for _, language in self.turns))
            self._read[_WHOLE] = _primary((*stated, *guess_languages(self.text)))
        return self._read[_WHOLE]

    def languages_at(self, place: int) -> Languages:
        """Return the languages of a passage: what is stated of it and what it shows; if it shows none, the text's."""
        at = bisect_right(self.turns, place, key=lambda turn: turn[0])
        stated = self.turns[at - 1][1] if at else self.stated
        start, end = _passage(self.text, place)
        key = start, end, stated
        if key not in self._read:
            shown = languages_shown(self.text[start:end])
            self._read[key] = _primary((stated, *shown)) if shown else _primary((stated, *self.languages()))
        return self._read[key]

    def lexicon(self) -> Lexicon:
        """Return the words of all languages of the text."""
        return lexicon(self.languages())

    def lexicon_at(self, place: int) -> Lexicon:
        """Return the words of the languages of a passage."""
        return lexicon(self.languages_at(place))


def passages(text: str, stated: str = "", marks: Iterable[Mark] = ()) -> Passages:
    """Return the passages of a text whose languages the file states by `stated` and by marks."""
    stretches = [mark for mark in marks if mark.kind == "language"]
    return Passages(text, stated, tuple(_turns(stretches, stated)))


@kept
def passages_of(document: Document) -> Passages:
    """Return the passages of a document."""
    return passages(document.text, document.language, document.marks)


def _turns(marks: list[Mark], stated: str) -> Iterator[tuple[int, str]]:
    """Yield where another language begins; marks come outer ones first, and what they do not cover is as `stated`."""
    opened: list[tuple[int, str]] = []  # where each open mark ends, and what holds inside it
    for mark in marks:
        while opened and opened[-1][0] <= mark.span.start:
            end, _ = opened.pop()
            yield end, opened[-1][1] if opened else stated
        opened.append((mark.span.end, mark.target))
        yield mark.span.start, mark.target
    while opened:
        end, _ = opened.pop()
        yield end, opened[-1][1] if opened else stated


def _passage(text: str, place: int) -> tuple[int, int]:
    """Return the bounds of the paragraph around a place: a long line, or what stands between empty lines."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    end = len(text) if end < 0 else end
    if end - start < _LONG_LINE:
        floor = place - place % _LONGEST
        start = max(text.rfind("\n\n", floor, place) + 1, floor)
        found = text.find("\n\n", place, floor + _LONGEST)
        end = found if found >= 0 else min(floor + _LONGEST, len(text))
    elif end - start > _LONGEST:
        start += (place - start) // _LONGEST * _LONGEST
        end = min(start + _LONGEST, end)
    return start, end


def _primary(languages: Iterable[str]) -> Languages:
    """Return the primary subtags, each once, in order, so that one set of languages is one lexicon."""
    return tuple(sorted({language.replace("_", "-").partition("-")[0].lower() for language in languages} - {"", "und"}))
