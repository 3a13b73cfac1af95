"""Words with a foreign sign in them: a sign that extraction may have put where a ligature stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lint_article.compiled import compile_re
from lint_article.dataclass import dataclass
from lint_article.parsing.damage.ligature_signs import CATCH_ALL
from lint_article.text import Span
from lint_article.text.pattern import characters

# Never part of a word: the replacement character, control characters (but those that begin a colour sequence of a
# terminal), private use, pdfminer's names of glyphs.
ESCAPED = r"\x1b\[[\d;]{0,20}[A-Za-z]"
_ODD = "\ufffd\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
HARD = rf"\(cid:\d{{1,5}}\)|(?!{ESCAPED})\x1b|[{_ODD}]"
_LETTER = r"[^\W\d_]|[\u0300-\u036f]"
_BREAK = r"[-\u2010\u00ad](?:[ \t]*\r?\n[ \t]*|[ ])"
_BREAK_AT = re.compile(rf"{_BREAK}|[ \t]*\r?\n")
_BREAK_BEFORE = re.compile(rf"(?:{_LETTER}){_BREAK}\Z")
_LONGEST = 60  # code points to each side of a sign; no word is longer
_HARD = re.compile(HARD)
_FORM_FEED_IN_WORD = re.compile(r"(?<=[^\n\r])\f(?=[a-z])")
_MOSTLY = 0.8
_LINES, _LONGER = 20, 1.2  # lines that show how long lines are; how many times as long two lines in one are


@dataclass(frozen=True, slots=True)
class BrokenWord:
    """A run of letters with holes: `letters` has one more item than `signs`, which are what stands in the holes."""

    span: Span
    letters: tuple[str, ...]
    signs: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many letters are left."""
        return sum(map(len, self.letters))

    def fill(self, fillings: tuple[str, ...]) -> str:
        """Return the word with its holes filled."""
        pairs = zip(self.letters, (*fillings, ""), strict=True)
        return "".join(part for pair in pairs for part in pair)

    def trim(self) -> BrokenWord | None:
        """Return the word without what stands on the other side of a hyphen or line break, if all holes are on one."""
        first, last = _BREAK_AT.search(self.letters[0]), _BREAK_AT.search(self.letters[-1])
        if first:
            letters = self.letters[0][first.end() :]
            return BrokenWord(
                Span(self.span.start + first.end(), self.span.end), (letters, *self.letters[1:]), self.signs
            )
        if last:
            end = self.span.end - len(self.letters[-1]) + last.start()
            return BrokenWord(
                Span(self.span.start, end), (*self.letters[:-1], self.letters[-1][: last.start()]), self.signs
            )
        return None


def join_hyphenated(word: str) -> str:
    """Return a word without the hyphen and line break, or either, that stands inside it."""
    return _BREAK_AT.sub("", word)


def hard_words(text: str) -> list[BrokenWord]:
    """Return the words that hold a sign which no word has; a form feed is one unless it ends the pages."""
    if "(cid:" not in text and not any(map(_HARD.match, characters(text))):
        return []
    return list(words_with(text, re.compile(rf"(?!\f)(?:{HARD})") if _has_page_breaks(text) else _HARD))


def _has_page_breaks(text: str) -> bool:
    """Tell whether form feeds end pages: few of them stand before a small letter and within a line of usual length."""
    count = text.count("\f")
    return count > 0 and (len(_FORM_FEED_IN_WORD.findall(text)) < _MOSTLY * count or _are_line_ends(text))


def _are_line_ends(text: str) -> bool:
    """Tell whether form feeds stand in place of line ends: most lines that hold some are longer than others are."""
    lines = [line for line in text.split("\n") if line.strip()]
    usual = sorted(len(line) for line in lines if "\f" not in line)
    if len(usual) < _LINES:
        return False
    held = [len(line) for line in lines if "\f" in line]
    return 2 * sum(length > _LONGER * usual[len(usual) * 95 // 100] for length in held) > len(held)


def words_with(text: str, sign: re.Pattern[str]) -> Iterator[BrokenWord]:
    """Yield the words that hold a sign, in order and apart."""
    end = 0
    for match in sign.finditer(text):
        if match.start() < end:
            continue
        start = _start(text, match.start(), end)
        found = _tail(sign.pattern).match(text, match.start(), match.end() + _LONGEST)
        end = found.end() if found else match.end()
        word = _broken_word(text, start, end, sign)
        if word.size and not _is_beside_digit(text, word):
            yield word


@lru_cache(maxsize=32)
def _tail(sign: str) -> re.Pattern[str]:
    """Return the pattern of what a word may have from its first sign on."""
    piece = rf"{_LETTER}|(?:{sign})(?:[ \t]*\r?\n(?=[a-z]{{3}}))?"
    return compile_re(rf"(?:{piece}|{_BREAK}(?={_LETTER}|{sign}))+")


def _start(text: str, at: int, floor: int) -> int:
    """Walk back over letters, and over a hyphen with a line's end or a space."""
    floor = max(floor, at - _LONGEST)
    while at > floor:
        if text[at - 1].isalpha() or "\u0300" <= text[at - 1] <= "\u036f":
            at -= 1
        elif text[at - 1] in " \t\n" and (found := _BREAK_BEFORE.search(text, max(floor, at - 8), at)):
            at = found.start() + 1
        else:
            break
    return at


def is_in_link(text: str, span: Span) -> bool:
    """Tell whether the word is part of a URL or an e-mail address."""
    near = text[max(span.start - 200, 0) : span.start].split()
    before = near[-1] if near and text[span.start - 1 : span.start].strip() else ""
    return "://" in before or "www." in before or "@" in before or before.endswith(("=", "&"))


def _is_beside_digit(text: str, word: BrokenWord) -> bool:
    """Tell whether a sign at the word's edge touches a digit, as a lost unit or range mark does."""
    before = not word.letters[0] and text[word.span.start - 1 : word.span.start].isdigit()
    return before or (not word.letters[-1] and text[word.span.end : word.span.end + 1].isdigit())


def _broken_word(text: str, start: int, end: int, sign: re.Pattern[str]) -> BrokenWord:
    letters: list[str] = []
    signs: list[str] = []
    at = start
    for match in sign.finditer(text, start, end):
        if signs and match.start() == at and match.group() == signs[-1][-1:] and match.group() in CATCH_ALL:
            signs[-1] += match.group()  # one letter may have been several bytes
        else:
            letters.append(text[at : match.start()])
            signs.append(match.group())
        at = match.end()
    return BrokenWord(Span(start, end), (*letters, text[at:end]), tuple(signs))
