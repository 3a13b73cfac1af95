"""Tokens of a name list: words, initials, conjunctions and the marks between them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from lint_article.dataclass import dataclass
from lint_article.parsing.names.folding import is_unspaced
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import YEAR, TermPattern, forms, parts, words

# U+FFFD counts as a letter: it stands for lost ones.
LETTER = r"[\p{L}\p{M}\ufffd]"
APOSTROPHE = r"['’‘`´ʼʹ]"
HYPHEN = r"[-\u00ad‐‑–]"
# Accents that extraction put beside their letters: `M¨uller`.
_ACCENTS = "´¨¸¯˘˙˚˛˜˝"
_ACCENT = f"[{_ACCENTS}]"
# The letters after an accent may stand apart, too, and none may follow: `Schu¨ tze`, `Hajicˇ`.
_ACCENT_BEHIND = rf"[{_ACCENTS[1:]}](?:[ ]?(?=\p{{Ll}}))?"
WORD = (
    rf"{_ACCENT}?{LETTER}(?:{LETTER}|{_ACCENT_BEHIND}|(?:{APOSTROPHE}|{_ACCENT})(?={LETTER})"
    rf"|{HYPHEN}(?:[ \t]*\r?\n[ \t]*)?(?={LETTER}))*"
)

_SHORT_AND = "|".join(regex.escape(form) for form in sorted(forms("and")) if form.endswith("."))  # `Marlin u. Tarn`
_SHORT = "|".join(sorted(form for form in forms("name-suffix") if form[0].isupper() and len(form) == 2))
_SHORT_SUFFIX = rf"(?:(?<={HYPHEN}(?:{_SHORT}))\.)?"  # `Marlin-Jr. & Tarn`

_SHORT_GIVEN = "Chas|Chr|Friedr|Geo|Herm|Joh|Jos|Thos|Wilh|Wm"  # given names cut short, beside their first letters
_TOKEN = TermPattern(
    rf"""
    (?P<etal>(?:&\s*)?(?:(?&et-al)|…|\.\s?\.\s?\.))
  | (?P<and>(?<![\p{{L}}.])(?:{_SHORT_AND})(?=\s\p{{Lu}}))
  | (?P<acronym>\p{{Lu}}{{1,6}}(?:[/&]\p{{Lu}}{{1,6}})+(?!\p{{L}}))
  | (?P<initials>
        (?:(?:{_SHORT_GIVEN}|\p{{Lu}}\p{{Ll}}?\p{{M}}*)\.(?:\s?{HYPHEN}\s?|\s)?)(?:\p{{L}}\p{{Ll}}?\p{{M}}*\.(?:\s?{HYPHEN}\s?|\s)?)*(?<=\.)
      | (?:\p{{Lu}}Y[ua]|Y[ua]\p{{Lu}})(?!\p{{L}})
      | \p{{Lu}}{{1,3}}d[aeo]?s?\p{{Lu}}{{1,2}}(?!\p{{L}})
      | \p{{Lu}}{{1,4}}(?:{HYPHEN}\p{{Lu}}{{1,2}})*(?![\p{{L}}\p{{M}}'’{_ACCENTS}\ufffd]|{HYPHEN}\p{{L}})
    )
  | (?P<editors>\(?\s?\b(?&editor|translator)\s?\)?\.?)
  | (?P<word>(?:[dlDL]['’]|['‘’](?<=(?:\b[Ii]bn|\b[Bb]int?|\b[Aa]b[iuū]|\b[Aa]l)[\s-].))?{WORD}{_SHORT_SUFFIX})
  | (?P<year>\(?\s?{YEAR}(?!\d))
  | (?P<mark>&amp;|[,;:.&＆/()\[\]«»“”"„|]|[–—―_-]{{2,}}|\S)
    """,
    regex.VERBOSE,
)
_HYPHENATED = Pattern(rf"(?<=\p{{Ll}}){HYPHEN}[ \t]*\r?\n[ \t]*(?=\p{{Ll}})")
_ORDINARY = Pattern(r"(?r)(?<=\w[ ])\p{Ll}{3,}(?=[ \n])")  # from the right
_SHORT_WORD = 3  # letters that may be initials
_IN_CAPITALS = Pattern(r"\s+\p{Lu}{2,}(?![\p{Ll}.])")  # what follows a particle of a name in capitals: `DE LA TOUR`
_FIRST_EASTERN = "\u2e80"
_EASTERN = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}ー々]"
_SCRIPTS = Pattern(rf"{_EASTERN}+|(?:(?!{_EASTERN}).)+")
_WIDE = {"、": ";", "・": ",", "·": ",", "，": ",", "；": ";", "：": ":", "。": "."}
_WIDE |= {"（": "(", "）": ")", "［": "[", "］": "]", "\u060c": ",", "\u061b": ";"}  # the last two are Arabic
# Of scripts that part no words: `等`, `ほか`.
_ET_AL = tuple(form for form in words("et-al") if is_unspaced(form))
_CAPTURED = {"acronym": "capital", "and": "conjunction"}
_CONJUNCTIONS = words("and")
_AMPERSANDS = frozenset({"&", "＆", "&amp;"})  # the last is one that was escaped twice
_ARABIC_AND = "\u0648\u0627\u0644"  # `and`, written as one with an article
# Endings that join a name to the next: `박영희와 이민호`, but not `국어국문학과 (2015)`.
_KOREAN_AND = frozenset(form for form in words("and") if "가" <= form <= "힣" and len(form) == 1)
_KOREAN_NEXT = Pattern(r"\s(?:\p{Hangul}|\p{Lu}\p{Ll})")
_PARTICLES = words("particle")
# Particles that stand before names without a stop, as initials do.
_CAPITAL_PARTICLES = frozenset(particle for particle in forms("particle") if particle[0].isupper())
_FULL_SUFFIX = 4  # letters of a suffix that is not abbreviated
_SUFFIXES = words("name-suffix")
_CAPITAL_SUFFIXES = forms("name-suffix")
# Words that are, or may be part of, another token than an ordinary word.
_NO_ORDINARY = _CONJUNCTIONS | _PARTICLES | _SUFFIXES | parts("et-al", "editor", "translator")


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its kind, its text and where it stands (code points).

    Kinds: initials, capital, lower, particle, conjunction, suffix, etal, editors, year, or the mark itself.
    """

    kind: str
    text: str
    start: int
    end: int


def is_family_like(token: Token) -> bool:
    """Tell whether a kinship suffix may be the family name by itself: `Filho, D. M.`, `NETO, Saul`, `Neto et al.`."""
    is_written_out = token.text.istitle() or token.text.isupper()
    return token.kind == "suffix" and is_written_out and len(token.text) >= _FULL_SUFFIX


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
    before = Token("", "", start, start)
    for match in _TOKEN.finditer(text, start, end):
        kind, value, start = match.lastgroup, match.group(), match.start()
        if kind == "word" and max(value) > _FIRST_EASTERN and len(pieces := _SCRIPTS.findall(value)) > 1:
            yield from _part_scripts(pieces, start)
            continue
        if kind == "word":
            value = value.removesuffix(".")
            kind = _kind_of_word(value)
        elif kind in _CAPTURED:
            kind = _CAPTURED[kind]
        elif kind == "initials":
            value = value.rstrip()
            in_capitals = _IN_CAPITALS.match(text, match.end(), end) is not None
            is_joined = in_capitals and len(before.text) > _SHORT_WORD and before.text.isupper()
            kind = _kind_of_initials(value, in_capitals=in_capitals, is_joined=is_joined)
            kind = "capital" if kind == "initials" and _is_family_in_capitals(before, value) else kind
        elif kind == "mark":
            kind = "conjunction" if value in _AMPERSANDS else _WIDE.get(value, value)
        if kind == "capital" and len(value) > 2 and (behind := _et_al_behind(value)):  # `赵敏等`
            start = match.end() - len(behind)
            yield Token("capital", value[: -len(behind)], match.start(), start)
            kind, value = "etal", behind
        elif kind == "capital" and value.startswith(_ARABIC_AND):  # `الحسن والزهراني`
            yield Token("conjunction", value[0], start, start + 1)
            value, start = value[1:], start + 1
        elif kind == "capital" and value[-1] in _KOREAN_AND and _KOREAN_NEXT.match(text, match.end(), end):
            start = match.end() - 1
            yield Token("capital", value[:-1], match.start(), start)
            kind, value = "conjunction", value[-1]
        before = Token(kind or "other", value, start, start + len(value))
        yield before


def _part_scripts(pieces: list[str], start: int) -> Iterator[Token]:
    """Yield the pieces of what is written without spaces; beside a Latin name, words are no names: `按照Abel和Cyr`."""
    for piece in pieces:
        kind = _kind_of_word(piece)
        eastern = "etal" if piece in _ET_AL else kind if kind == "conjunction" else "lower"
        yield Token(eastern if is_unspaced(piece) else kind, piece, start, start + len(piece))
        start += len(piece)


def _et_al_behind(name: str) -> str:
    """Return the `et al.` that a name in a script without spaces ends with, or ""."""
    return next((form for form in _ET_AL if name.endswith(form)), "")


def _is_family_in_capitals(before: Token, value: str) -> bool:
    """Tell whether what looks like initials is too long for them: `GOFF` behind `LE`, but not `EYY` behind `Lo`."""
    longest = 3 if before.text.istitle() else 2
    return before.kind == "particle" and value.isalpha() and len(value) > longest


def _kind_of_initials(value: str, *, in_capitals: bool, is_joined: bool) -> str:
    bare = value.rstrip(".")
    if is_joined and len(value) == 1 and bare.lower() in _CONJUNCTIONS:
        return "conjunction"  # `INSTITUTO DE GEOGRAFIA E ESTATÍSTICA`
    if in_capitals and len(bare) > 1 and bare.lower() in _PARTICLES:
        return "particle"
    if bare in _CAPITAL_SUFFIXES or (len(bare) >= _FULL_SUFFIX and bare.lower() in _SUFFIXES):
        return "suffix"
    return "particle" if bare in _CAPITAL_PARTICLES else "initials"


def _kind_of_word(word: str) -> str:
    lower = word.lower()
    if lower in _SUFFIXES and lower != "ii":
        return "suffix"
    if lower in _CONJUNCTIONS and not word[0].isupper():
        return "conjunction"
    if lower in _PARTICLES:
        return "particle"
    # `dePamphilis`, `al-Farabi`, and scripts without capitals
    return "capital" if any(char.isupper() for char in word) or not word[0].islower() else "lower"
