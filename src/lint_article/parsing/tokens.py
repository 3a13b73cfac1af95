"""Tokens of a name list: words, initials, conjunctions and the marks between them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from lint_article.dataclass import dataclass
from lint_article.parsing.words import CONJUNCTIONS, PARTICLES
from lint_article.text.pattern import Pattern

# U+FFFD counts as a letter: it stands for lost ones.
LETTER = r"[\p{L}\p{M}\ufffd]"
APOSTROPHE = r"['’‘`´ʼʹ]"
HYPHEN = r"[-\u00ad‐‑–]"
# Accents that extraction put beside their letters: `M¨uller`.
_ACCENTS = "´¨¸¯˘˙˚˛˜˝"
_ACCENT = f"[{_ACCENTS}]"
WORD = (
    rf"{_ACCENT}?{LETTER}(?:{LETTER}|(?:{APOSTROPHE}|{_ACCENT})(?={LETTER})|{HYPHEN}(?:[ \t]*\n[ \t]*)?(?={LETTER}))*"
)

_OTHERS = "|".join(
    (
        r"et[\s.]{0,2}\s*als?\b\.?|al\.,\s*e\.(?=\s|$)",
        r"et\s+coll\b\.?",
        r"u\.\s?a\b\.?(?!\w)",
        r"и\s+др\b\.?|и\s+соавт\b\.?",
        r"and\s+others\b|and\s+(?:colleagues|co-?workers|coauthors|associates)\b",
        r"e\s+outros\b|y\s+(?:otros|cols?\b\.?)",
        r"ve\s+ark\.",
        r"…|\.\s?\.\s?\.",
    )
)
_ET_AL = rf"(?:&\s*|and\s+)?(?:{_OTHERS})|&\s*(?:al|co)\b\.?"
_EDITORS = r"eds?|editors?|hrsg|hg|coord|coords|dirs?|compilers?|comps?|orgs?|éds?|ред|trans|edited\ by"
_TOKEN = Pattern(
    rf"""
    (?P<etal>{_ET_AL})
  | (?P<acronym>\p{{Lu}}{{1,6}}(?:[/&]\p{{Lu}}{{1,6}})+(?!\p{{L}}))
  | (?P<initials>
        (?:\p{{Lu}}\p{{Ll}}?\p{{M}}*\.(?:\s?{HYPHEN}\s?|\s)?)(?:\p{{L}}\p{{Ll}}?\p{{M}}*\.(?:\s?{HYPHEN}\s?|\s)?)*(?<=\.)
      | (?:\p{{Lu}}Y[ua]|Y[ua]\p{{Lu}})(?!\p{{L}})
      | \p{{Lu}}{{1,4}}(?:{HYPHEN}\p{{Lu}}{{1,2}})*(?![\p{{L}}\p{{M}}'’{_ACCENTS}\ufffd]|{HYPHEN}\p{{L}})
    )
  | (?P<editors>\(?\s?\b(?:{_EDITORS})\b\.?\s?\)?\.?)
  | (?P<word>(?:[dlDL]['’])?{WORD})
  | (?P<year>\(?\s?(?:1[4-9]\d\d|20\d\d)(?!\d))
  | (?P<mark>[,;:.&＆/()\[\]«»“”"„|]|[–—―_-]{{2,}}|\S)
    """,
    regex.VERBOSE,
)
_HYPHENATED = Pattern(rf"(?<=\p{{Ll}}){HYPHEN}[ \t]*\r?\n[ \t]*(?=\p{{Ll}})")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "filho", "neto", "júnior"})
_ORDINARY = Pattern(r"(?r)(?<=\w[ ])\p{Ll}{3,}(?=[ \n])")  # from the right
# Small words of three letters or more that are, or may be part of, another token than an ordinary word.
_NO_ORDINARY = CONJUNCTIONS | PARTICLES | _SUFFIXES
_NO_ORDINARY |= frozenset(
    "and others colleagues workers coworkers coauthors associates outros otros cols edited".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its kind, its text and where it stands (code points).

    Kinds: initials, capital, lower, particle, conjunction, suffix, etal, editors, year, or the mark itself.
    """

    kind: str
    text: str
    start: int
    end: int


def one_line(text: str) -> str:
    """Return a name on one line, without the hyphen that a line's end put in: none stands before a capital letter."""
    return " ".join(_HYPHENATED.sub("", text).split())


def after_sentence(text: str, start: int, end: int) -> int:
    """Return where the last ordinary word between two offsets ends, or `start`: the token there is `lower`."""
    for match in _ORDINARY.finditer(text, start, end):
        if match.group() not in _NO_ORDINARY:
            return match.end()
    return start


def tokens_of(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens between two offsets, in order."""
    for match in _TOKEN.finditer(text, start, end):
        kind, value = match.lastgroup, match.group()
        if kind == "word":
            kind = _kind_of_word(value)
        elif kind == "acronym":
            kind = "capital"
        elif kind == "initials":
            value = value.rstrip()
            kind = _kind_of_initials(value)
        elif kind == "mark":
            kind = "conjunction" if value in "&＆" else value
        yield Token(kind or "other", value, match.start(), match.start() + len(value))


def _kind_of_initials(value: str) -> str:
    bare = value.rstrip(".")
    if bare in {"II", "III", "IV", "Jr", "Sr"}:
        return "suffix"
    return "particle" if bare in {"Ó", "Ní"} else "initials"


def _kind_of_word(word: str) -> str:
    lower = word.lower()
    if lower in _SUFFIXES and lower != "ii":
        return "suffix"
    if lower in CONJUNCTIONS and not word[0].isupper():
        return "conjunction"
    if lower in PARTICLES:
        return "particle"
    # `dePamphilis`, `al-Farabi`, and scripts without capitals
    return "capital" if any(char.isupper() for char in word) or not word[0].islower() else "lower"
