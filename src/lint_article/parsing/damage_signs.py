"""Words with a foreign sign in them: a sign that extraction may have put where a ligature stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, normalize

from lint_article.dataclass import dataclass
from lint_article.text import Span

# Never part of a word: the replacement character, control characters, private use, pdfminer's names of glyphs.
HARD = r"\(cid:\d{1,5}\)|[\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\uf8ff]"
_LETTER = r"[^\W\d_]|[\u0300-\u036f]"
_BREAK = r"[-\u2010\u00ad](?:[ \t]*\r?\n[ \t]*|[ ])"
_BREAK_AT = re.compile(rf"{_BREAK}|[ \t]*\r?\n")
_BREAK_BEFORE = re.compile(rf"(?:{_LETTER}){_BREAK}\Z")
_LONGEST = 60  # code points to each side of a sign; no word is longer
_HARD = re.compile(HARD)
_FORM_FEED_IN_WORD = re.compile(r"(?<=[^\n\r])\f(?=[a-z])")
_MOSTLY = 0.8
# Between small letters, or at a word's start before two of them.
_ASCII = r"""(?<=[a-z])[?!#$%"](?=[a-z])|(?<![^\s(\["'“‘-])[?!#$%](?=[a-z]{2})"""
_CAPITAL = r"(?<=[a-z])[VWXYZ](?=[a-z])"
_PLAIN = frozenset("’‘ʼ“”„«»‹›·•–—‐‑‒…′″×°§¶†‡≈~æøœłđıæƒ¹²³⁰⁴⁵⁶⁷⁸⁹ªº\u200b\u200c\u200d\u2060\ufeff\u00ad")


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

    def filled(self, fillings: tuple[str, ...]) -> str:
        """Return the word with its holes filled."""
        pairs = zip(self.letters, (*fillings, ""), strict=True)
        return "".join(part for pair in pairs for part in pair)

    def trimmed(self) -> BrokenWord | None:
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


def unbroken(word: str) -> str:
    """Return a word without the hyphen and line break, or either, that stands inside it."""
    return _BREAK_AT.sub("", word)


def hard_words(text: str) -> list[BrokenWord]:
    """Return the words that hold a sign which no word has; a form feed is one unless it ends the pages."""
    return list(_words(text, re.compile(rf"(?!\f)(?:{HARD})") if _parts_pages(text) else _HARD))


def _parts_pages(text: str) -> bool:
    """Tell whether form feeds end pages: few of them stand before a small letter and within a line."""
    count = text.count("\f")
    return count > 0 and len(_FORM_FEED_IN_WORD.findall(text)) < _MOSTLY * count


def soft_words(text: str) -> list[BrokenWord]:
    """Return the words that hold a sign which is foreign to words, or to words of this kind, but may be right."""
    foreign = "".join(sorted(filter(_foreign, set(text))))
    pattern = f"{_ASCII}|{_CAPITAL}"
    if foreign:
        middle = rf"(?<=[A-Za-z])[{re.escape(foreign)}](?=[a-z])"
        start = "".join(char for char in foreign if not _accented(char))
        pattern += f"|{middle}" + (rf"|(?<![^\s(\[“‘/–—-])[{re.escape(start)}](?=[A-Za-z]{{2}})" if start else "")
    return [word for word in _words(text, re.compile(pattern)) if not _in_link(text, word.span)]


def edge_words(text: str, sign: str) -> list[BrokenWord]:
    """Return the words that begin or end with a sign, which the document uses for a ligature elsewhere."""
    sign = re.escape(sign)
    pattern = re.compile(rf"(?<=[a-z]){sign}(?![\w{sign}])|(?<![\w{sign}]){sign}(?=[a-z])")
    return [word for word in _words(text, pattern) if not _in_link(text, word.span)]


def _accented(char: str) -> bool:
    return len(normalize("NFD", char)) > 1


def _foreign(char: str) -> bool:
    """Tell whether a character may stand for a ligature: no ASCII, no small letter with an accent, no usual mark."""
    if char < "\x80" or char in _PLAIN or _HARD.match(char):
        return False
    kind = category(char)
    return (
        not "\ufb00" <= char <= "\ufb4f"
        and (kind[0] in "LSP" or kind == "No")
        and not (kind == "Ll" and _accented(char))
        and kind != "Lo"
    )


def _words(text: str, sign: re.Pattern[str]) -> Iterator[BrokenWord]:
    piece = rf"{_LETTER}|(?:{sign.pattern})(?:[ \t]*\r?\n(?=[a-z]{{3}}))?"
    tail = re.compile(rf"(?:{piece}|{_BREAK}(?={_LETTER}|{sign.pattern}))+")
    end = 0
    for match in sign.finditer(text):
        if match.start() < end:
            continue
        start = _start(text, match.start(), end)
        found = tail.match(text, match.start(), match.end() + _LONGEST)
        end = found.end() if found else match.end()
        word = _broken_word(text, start, end, sign)
        if word.size and not _beside_digit(text, word):
            yield word


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


def _in_link(text: str, span: Span) -> bool:
    """Tell whether the word is part of a URL or an e-mail address."""
    near = text[max(span.start - 200, 0) : span.start].split()
    before = near[-1] if near and text[span.start - 1 : span.start].strip() else ""
    return "://" in before or "www." in before or "@" in before or before.endswith(("=", "&"))


def _beside_digit(text: str, word: BrokenWord) -> bool:
    """Tell whether a sign at the word's edge touches a digit, as a lost unit or range mark does."""
    before = not word.letters[0] and text[word.span.start - 1 : word.span.start].isdigit()
    return before or (not word.letters[-1] and text[word.span.end : word.span.end + 1].isdigit())


def _broken_word(text: str, start: int, end: int, sign: re.Pattern[str]) -> BrokenWord:
    letters: list[str] = []
    signs: list[str] = []
    at = start
    for match in sign.finditer(text, start, end):
        if signs and match.start() == at and match.group() == signs[-1][-1:]:
            signs[-1] += match.group()  # one hole with several signs in it
        else:
            letters.append(text[at : match.start()])
            signs.append(match.group())
        at = match.end()
    return BrokenWord(Span(start, end), (*letters, text[at:end]), tuple(signs))
