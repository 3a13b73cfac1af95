"""The author list that a reference begins with."""

from __future__ import annotations

from dataclasses import field

from lint_article.dataclass import dataclass
from lint_article.document import Name
from lint_article.parsing.folding import fold
from lint_article.parsing.tokens import Token, tokens_of
from lint_article.parsing.words import GROUP_WORDS, LEAD_INS, MONTHS
from lint_article.text import Span

# No printed author list is longer; a bound keeps the cost linear.
_REACH = 6_000
_LONGEST_FAMILY = 5


@dataclass(slots=True)
class AuthorList:
    """What was read: the names, whether `et al.` closes them, and where they end (code points)."""

    names: list[Name] = field(default_factory=list)
    et_al: bool = False
    end: int = 0


def read_authors(text: str, start: int, end: int) -> AuthorList:
    """Read the names from `start` on, as far as they go; an empty list if a title stands first."""
    tokens = list(tokens_of(text, start, min(end, start + _REACH)))
    reader = _Reader(text, tokens)
    reader.read()
    if not reader.found.names:
        late = _first_inverted(reader)
        if late:
            reader = _Reader(text, tokens[late:])
            reader.read()
            if len(reader.found.names) < 2:
                reader = _Reader(text, [])
    reader.found.end = reader.tokens[reader.at - 1].end if reader.at else start
    return reader.found


def _first_inverted(reader: _Reader) -> int:
    """Return the token where a list of inverted names begins after a title, else 0."""
    for at in range(1, min(len(reader.tokens), 60)):
        reader.at = at
        if (
            reader.kind() == "capital"
            and reader.kind(1) == ","
            and reader.kind(2) == "initials"
            and reader.kind(3) == ","
        ):
            return at
    return 0


class _Reader:
    """Walks the tokens once, name by name."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text, self.tokens, self.at = text, tokens, 0
        self.found = AuthorList()
        self.inverted: bool | None = None
        self.initialled = False

    def kind(self, offset: int = 0) -> str:
        index = self.at + offset
        return self.tokens[index].kind if index < len(self.tokens) else "end"

    def read(self) -> None:
        if self._group():
            return
        while self._name():
            if not self._separator():
                return

    def _separator(self) -> bool:
        """Step over what stands between two names; tell whether another may follow."""
        start = self.at
        seen = ""
        while (
            self.kind() in {",", ";", "conjunction", "editors", "suffix", "/", "–", "(", ")", "."}
            and self.at - start < 5
        ):
            kind = self.kind()
            if kind == "." and not (self.kind(1) in {",", ";", "conjunction"} or self.kind(1) == "etal"):
                break
            if kind in "()" and self.kind(1) != "editors":
                break
            seen += kind[0]
            self.at += 1
        if self.kind() == "etal":
            self.found.et_al = True
            self.at += 1
            # an ellipsis stands before the last author
            if self.tokens[self.at - 1].text[0] in "….":
                return True
            while self.kind() == "," and self.kind(1) in {"capital", "particle"} and self._inverted_at(1):
                self.at += 1
                return True
            return False
        if not seen:
            return False
        if set(seen) <= {"e"}:
            return False
        if not self._starts_name():
            self.at = start + (1 if self.kind(start - self.at) in {",", "."} else 0)
            return False
        return True

    def _starts_name(self) -> bool:
        if self.kind() in {"capital", "particle", "initials"}:
            word = self.tokens[self.at].text
            return fold(word) not in MONTHS or self.kind(1) in {"initials", ","}
        return False

    def _inverted_at(self, offset: int) -> bool:
        """Tell whether `Family, I.` or `Family I.` stands at the offset."""
        while self.kind(offset) == "particle":
            offset += 1
        words = 0
        while self.kind(offset) in {"capital", "particle"} and words < _LONGEST_FAMILY:
            offset += 1
            words += 1
        return bool(words) and (
            self.kind(offset) == "initials" or (self.kind(offset), self.kind(offset + 1)) == (",", "initials")
        )

    def _name(self) -> bool:
        if self.kind() == "initials" and self._initials_are_given():
            return self._given_first()
        begin, known = self.at, len(self.found.names)
        if not self._family_first():
            return False
        if known and not self.inverted and self.initialled and not self.found.names[-1].given:
            self.found.names.pop()  # the title: every author before it has initials
            self.at = begin
            return False
        return True

    def _initials_are_given(self) -> bool:
        offset = 1
        while self.kind(offset) in {"initials", "particle"}:
            offset += 1
        return self.kind(offset) == "capital"

    def _given_first(self) -> bool:
        """`A. B. van Family`"""
        start = self.at
        while self.kind() == "initials":
            self.at += 1
        given = self._words(start, self.at)
        begin = self.at
        while self.kind() == "particle":
            self.at += 1
        self._take_capitals(2)
        self.initialled = True
        return self._add(begin, self.at, given)

    def _take_capitals(self, most: int) -> int:
        taken = 0
        while taken < most and (
            self.kind() == "capital"
            or (taken and self.kind() == "particle" and self.kind(1) in {"capital", "particle"})
        ):
            taken += self.kind() == "capital"
            self.at += 1
        return taken

    def _family_first(self) -> bool:
        begin = self.at
        while self.kind() == "particle" and not self._family_is_particle():
            self.at += 1
        if self.kind() == "initials" and len(self.tokens[self.at].text) > 1 and self.at - begin < 2:
            self.at += 1  # a family name in capitals
        count = self._take_capitals(_LONGEST_FAMILY)
        if not count and self.kind() == "particle":
            self.at += 1
        if self.at == begin:
            return False
        end = self.at
        if self.kind() == "suffix":
            self.at += 1
        if self.kind() == "initials":
            return self._family_initials(begin, end)
        if self.kind() == "," and self.kind(1) == "suffix" and self.kind(2) == ",":
            self.at += 2
        if self.kind() == ",":
            if self.kind(1) == "initials" and not self._given_name_ahead():
                self.at += 1
                return self._family_initials(begin, end)
            given_end = self._given_words_after_comma(count)
            if given_end:
                given = self._words(self.at + 1, given_end)
                self.at = given_end
                self.inverted = True
                return self._add(begin, end, given)
        return self._full_name(begin, end, count)

    def _family_is_particle(self) -> bool:
        """Tell whether a family name is spelt like a particle: `Das S.`, `Do, L. P.`"""
        if not self.tokens[self.at].text[0].isupper():
            return False
        return self.kind(1) == "initials" or (self.kind(1), self.kind(2)) == (",", "initials")

    def _given_name_ahead(self) -> bool:
        """Tell whether `Family, A. Other,` means two names: only if the list is not inverted."""
        if self.inverted is not False:
            return False
        return self.kind(2) in {"capital", "particle"}

    def _family_initials(self, begin: int, end: int) -> bool:
        start = self.at
        while self.kind() in {"initials", "suffix"}:
            self.at += 1
        stop = self.at
        # `Roever W.-P. de`
        while self.kind() == "particle" and self.kind(1) in {",", ";", ".", "conjunction", "etal", "(", "year"}:
            self.at += 1
        self.inverted = True
        return self._add(begin, end, self._words(start, stop))

    def _given_words_after_comma(self, count: int) -> int:
        """Return the token after `, Given Names` if they close a name, else 0."""
        offset = 1
        words = 0
        while self.kind(offset) in {"capital", "initials", "particle"} and words < 4:
            words += self.kind(offset) != "particle"
            offset += 1
        if not words or (count > 2 and self.inverted is not True):
            return 0
        closing = self.kind(offset)
        first = self.tokens[self.at + 1]
        if fold(first.text) in LEAD_INS and len(first.text) > 1:
            return 0
        follows = closing in {
            ",",
            ";",
            ".",
            "(",
            ":",
            "conjunction",
            "year",
            "end",
            "etal",
            "editors",
            "«",
            "“",
            '"',
            "[",
            "/",
        }
        if not follows or (closing == "," and self.kind(offset + 1) == "initials" and words == 1 and count == 1):
            return 0  # the second: `Noguera, Monaghan, P.` are two authors
        if self.inverted is False or (count > 1 and self.inverted is None and closing in {",", "."} and words != 1):
            return 0
        return self.at + offset

    def _full_name(self, begin: int, end: int, count: int) -> bool:
        """`Given Family`, or a family name alone."""
        if count == 0:
            self.at = end
            return self._add(begin, end, "")
        if count == 1 or self.tokens[begin].kind == "particle":
            if self.kind() in {"lower", "conjunction"} and self.kind() != "conjunction":
                self.at = begin
                return False
            return self._add(begin, end, "")
        if self.kind() == "lower":
            self.at = begin
            return False
        last = end - 1
        while last - 1 > begin and self.tokens[last - 1].kind == "particle":
            last -= 1
        if self.inverted and last - begin == 1 and len(self.tokens[last].text) == 2:
            return self._add(begin, last, self._words(last, end))  # initials in small letters: `Rosselló Ja`
        if self.inverted is None:
            self.inverted = False
        return self._add(last, end, self._words(begin, last))

    def _words(self, first: int, last: int) -> str:
        if last <= first:
            return ""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def _add(self, begin: int, end: int, given: str, *, literal: bool = False) -> bool:
        if end <= begin:
            return False
        span = Span(self.tokens[begin].start, self.tokens[end - 1].end)
        self.found.names.append(Name(" ".join(span.of(self.text).split()), " ".join(given.split()), literal, span))
        return True

    def _group(self) -> bool:
        """Read a group's name that fills the author's place, up to the year, a stop, a colon or a bracket."""
        stop = 0
        words: list[str] = []
        while (
            self.kind(stop) in {"capital", "lower", "particle", "conjunction", "initials", "/", "'", "’"} and stop < 25
        ):
            if (
                self.kind(stop) == "initials"
                and self.tokens[stop].text.endswith(".")
                and self.kind(stop - 1) != "capital"
            ):
                return False
            words.extend(fold(self.tokens[stop].text).split())
            stop += 1
        if self.kind(stop) not in {".", "(", ":", ",", "year", "[", "end"} or stop == 0:
            return False
        if self.kind(stop) == "," and self.kind(stop + 1) == "initials":
            return False
        if not GROUP_WORDS.intersection(words) or self.tokens[0].kind not in {"capital", "particle", "initials"}:
            return False
        if any(self.tokens[i].kind == "initials" and "." in self.tokens[i].text for i in range(stop)):
            return False
        self.at = stop
        return self._add(0, stop, "", literal=True)
