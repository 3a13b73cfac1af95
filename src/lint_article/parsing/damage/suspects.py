"""Words with a sign that may be right, and may stand where a ligature stood."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from unicodedata import category, normalize

from lint_article.compiled import compile_re
from lint_article.parsing.damage.accents import COMBINING
from lint_article.parsing.damage.broken_words import HARD, BrokenWord, is_in_link, words_with
from lint_article.text.pattern import characters

_HARD = re.compile(HARD)
# Patterns begin with what is rare, so that a text is passed over quickly; lookbehinds then look before it.
_MARK = r"""[?!#$%"](?:(?<=[A-Za-z].)(?=[a-z])|(?<![^\s(\["'“‘-].)(?=[a-z]{2}))"""
_BETWEEN = r"(?<=[A-Za-zß-öø-ÿ].)(?=[a-zß-öø-ÿ])"
_AT_START = r"(?<![^\s(\[“‘/–—-].)(?=[A-Za-z]{2})"
_BETWEEN_SMALL = r"(?<=[a-zß-öø-ÿ].)(?=[a-zß-öø-ÿ])"
_AT_END = r"(?<=[a-zß-öø-ÿ]{2}.)(?![^\W_])"
_PLAIN = frozenset("’‘ʼ“”„«»‹›·•–—‐‑‒…′″×§¶†‡≈~æøœđæƒ¹²³⁰⁴⁵⁶⁷⁸⁹\u200b\u200c\u200d\u2060\ufeff\u00ad")
_RAISED = frozenset("°ºª")  # foreign inside a word, usual before one
_ACCENTS = frozenset(COMBINING) - {"´"}  # an acute behind a word is mostly an apostrophe
# Signs that are parts of words anyway. In most texts no more than a few words hold one of them like this: a capital
# letter or a digit among small letters; a small letter beside one that it never stands beside in English, German,
# French, Spanish, Italian, Portuguese or Dutch; a letter that none of these have.
_OTHER = "".join(char for char in map(chr, range(0x100, 0x180)) if char.islower() and char not in "œĳ")
_FEWEST = 3  # different words with such a sign; fewer are names and abbreviations
_RARE_CAPITAL = re.compile(rf"[QVWXYZ]{_BETWEEN_SMALL}")  # in few names and abbreviations: one word is enough
_DOUBTFUL = (
    _RARE_CAPITAL,
    re.compile(rf"[A-PR-U]{_BETWEEN_SMALL}"),
    re.compile(r"\d(?<=[a-z]{2}.)(?=[a-z]{2})"),
    re.compile(
        r"q(?=[b-tv-z])|j(?<!ij)(?=[b-df-hj-np-tv-z])|v(?=[b-df-hjkmp-tw-xz])|w(?=[fgjqvxz])|x(?=[bdgjkmnrvwz])"
        r"|z(?=[bcdfgjkmp-tvx])|y(?:(?<=iy)(?=[a-z])|(?<=[ao]y)(?=[cgjqtvxz])|(?<=uy)(?=[dfghmrtw]))"
    ),
    re.compile(rf"[{_OTHER}]{_BETWEEN_SMALL}"),
)


def soft_words(text: str) -> list[BrokenWord]:
    """Return the words that hold a sign which is foreign to words, but may be right."""
    foreign = sorted(filter(_is_foreign, characters(text)))
    pattern = _MARK
    if foreign:
        inside = re.escape("".join(foreign))
        start = re.escape("".join(char for char in foreign if not _is_accented(char) and char not in _RAISED))
        end = re.escape("".join(char for char in foreign if char.isalpha() or char in _ACCENTS))
        pattern += f"|[{inside}]{_BETWEEN}" + (f"|[{start}]{_AT_START}" if start else "")
        pattern += f"|[{end}]{_AT_END}" if end else ""
    compiled = re.compile(pattern) if foreign else compile_re(pattern)
    return [word for word in words_with(text, compiled) if not is_in_link(text, word.span)]


def doubtful_words(text: str) -> list[BrokenWord]:
    """Return the words with a letter or digit that stands where it is rare in enough of them to be suspicious."""
    found: list[BrokenWord] = []
    for sign in _doubtful_signs(text):
        middle = re.compile(rf"{sign}{_BETWEEN_SMALL}")
        found += (word for word in words_with(text, middle) if not is_in_link(text, word.span))
    return found


def words_holding(text: str, signs: Collection[str]) -> list[BrokenWord]:
    """Return the words that hold any of the signs beside a small letter, at an edge too."""
    any_sign = "|".join(map(re.escape, sorted(signs, key=len, reverse=True)))
    pattern = re.compile(rf"(?<![A-Z][A-Z])(?:{any_sign})(?=[a-z])|(?<=[a-z])(?:{any_sign})(?![A-Z\d])")
    return [word for word in words_with(text, pattern) if not is_in_link(text, word.span)]


def _doubtful_signs(text: str) -> Iterator[str]:
    """Yield the letters and digits that are suspicious, each once."""
    for pattern in _DOUBTFUL:
        around: dict[str, set[tuple[str, ...]]] = {}
        for word in words_with(text, pattern):
            if len(word.signs) == 1 and _is_plain(text, word):
                around.setdefault(word.signs[0], set()).add(word.letters)
        fewest = 1 if pattern is _RARE_CAPITAL else _FEWEST
        yield from (sign for sign, words in around.items() if len(words) >= fewest and not all(map(_is_name, words)))


def _is_plain(text: str, word: BrokenWord) -> bool:
    """Tell whether a word is written in small letters, but for its first one and its sign, and is no part of a link."""
    before = text[max(word.span.start - 1, 0) : word.span.start]
    return "".join(word.letters)[1:].islower() and before not in tuple("./_-@") and not is_in_link(text, word.span)


def _is_name(letters: tuple[str, ...]) -> bool:
    return letters[0][:1].isupper()


def _is_accented(char: str) -> bool:
    return len(normalize("NFD", char)) > 1


def _is_foreign(char: str) -> bool:
    """Tell whether a character may stand for a ligature: no ASCII, no small letter with an accent, no usual mark."""
    if char < "\x80" or char in _OTHER or char in _PLAIN or _HARD.match(char):
        return False
    kind = category(char)
    return (
        not "\ufb00" <= char <= "\ufb4f"
        and (kind[0] in "LSP" or kind == "No")
        and not (kind == "Ll" and _is_accented(char))
        and kind != "Lo"
    )
