"""A sentence as a string of letters, one per token, so that patterns over word forms are regular expressions.

`words.LETTERS` gives words their letters, the tags of Harper the rest:

- `N` `n` plural, singular noun; `p` name; `a` adjective; `r` adverb; `q` `#` number in words, in digits; `g` possessive
- `D` these, many; `S` some, most; `B` all; `d` every, each; `e` a, an; `t` the, its; `c` this; `M` much
- `1` one, neither; `5` number; `6` less
- `Z` `z` is/was, are/were; `Y` `y` has, have; `R` had; `J` `j` does, do; `u` did; `k` `K` be, been; `m` modal; `x` not
- `X` `V` other verb in -s, from our list or by its tag; `v` `b` base form, from our list or by its tag; `I` base form
  that may be a noun
- `E` participle or past in -ed; `G` -ing form; `P` irregular past; `L` participle of an intransitive; `w` other verb
- `s` `f` he/it, they/we; `h` there; `T` `W` `H` `%` that, which, who, what/how; `U` `O` but, so; `9` 1990s
- `A` `Q` `C` `F` although, because, while or whose, if; `o` `i` `2` `&` of, other preposition, to, and
- `,` `.` `(` comma, end of a clause, bracket; `?` anything else
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from lint_article.dataclass import dataclass
from lint_article.grammar.harper import words
from lint_article.grammar.harper.forms import plural_verb

Tags = Mapping[int, str]

_TOKEN = re.compile(r"[^\W_]+(?:[’'\-‐‑–][^\W_]+)*[’']?|[^\w\s]|_")
_DECADE = re.compile(r"(?:1[4-9]|20)\d0s")
_ENDINGS = ("", "s", "d", "ed")
_NUMBERLESS = ("ics", "a", "i", "ae", "ed", "ing", "men")  # endings that do not show the number of a noun
_BY_TAG = {"ADJ": "a", "ADV": "r", "ADP": "i", "PROPN": "p", "NUM": "#", "CCONJ": "&", "SCONJ": "C"}

_CAPITALS = "A-ZÀ-ÞΑ-Ω"
_PLURALS, _NO_VERBS = ("|".join(sorted(listed)) for listed in (words.PLURALS, words.NO_VERBS))
# The letter of a word in its place, by the letter before it, its own letter and its text: the first that fits. Capitals
# inside a clause are names.
_PLACES = (
    (rf".. [{_CAPITALS}][{_CAPITALS}\d’'-]+s$", "?"),  # TBAs
    (rf"[^.][NnI?q] (?!(?i:{_PLURALS})$)[{_CAPITALS}].", "p"),
    (rf"[^.][NnI?qtc] (?!(?i:{_PLURALS})$)[{_CAPITALS}]", "?"),
    (r"[^.,]m May$", "p"),
    (r"[DSdetcgao]I ", "n"),
    (r"a[XV] ", "w"),
    (rf"[TWH]N (?:{_NO_VERBS})$", "w"),
)
_IN_PLACE = re.compile("|".join(f"({pattern})" for pattern, _ in _PLACES))

_KEPT = 1 << 14  # words
_LISTED = {"P": words.PASTS, "L": words.INTRANSITIVE, "N": words.PLURALS}


@dataclass(frozen=True, slots=True)
class Letters:
    """A word or a mark, and where it stands."""

    start: int
    end: int
    text: str


def tokens(text: str) -> list[Letters]:
    """Return the words and marks of a text; a hyphenated word is one."""
    return [Letters(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(text)]


def spell_tokens(found: Sequence[Letters], tags: Tags) -> str:
    """Return the letters of a text's tokens; `tags` gives UPOS tags by the offset where a word ends."""
    letters: list[str] = []
    for number, token in enumerate(found):
        before = found[number - 1].text if number else ""
        if token.text == ".":
            is_end = len(before) > 1 and before.lower() not in words.ABBREVIATIONS and not _is_inside(found, number)
            letters.append("." if is_end else "?")
            continue
        if token.text == ":" and _is_inside(found, number):
            letters.append("?")
            continue
        if token.text == "that" and any(before.removesuffix(end) in words.DEMANDS for end in _ENDINGS):
            letters.append("?")
            continue
        one = _letter(token.text, tags.get(token.end, ""))
        letters.append(_in_place(one, token.text, letters[-1] if letters else "."))
    return "".join(letters)


def _is_inside(found: Sequence[Letters], number: int) -> bool:
    """Tell whether a mark has a word on either side and no space: `15.3`, `example.org`."""
    around = found[max(number - 1, 0) : number + 2]
    return len(around) == 3 and around[0].end == around[1].start and around[1].end == around[2].start


@lru_cache(_KEPT)
def _in_place(one: str, text: str, before: str) -> str:
    """Return the letter that a word has after another."""
    rule = _IN_PLACE.match(f"{before}{one} {text}")
    return _PLACES[rule.lastindex - 1][1] if rule and rule.lastindex else one


@lru_cache(_KEPT)
def _letter(text: str, tag: str) -> str:
    low = text.lower()
    if len(low) > 1 and text.isupper():  # TO, IT: abbreviations
        return "p"
    if low in words.LETTERS:
        return words.LETTERS[low]
    if low.endswith(("’s", "'s", "s’", "s'")):
        return "g"
    if _DECADE.fullmatch(low):
        return "9"
    return _find_listed(low, tag) or _compound(text, tag) or _find_tagged(text, tag)


def _find_listed(low: str, tag: str) -> str:
    """Return the letter of a word whose form says enough, or ""."""
    if low in words.BASES and tag != "PROPN":
        return "v"
    if low.endswith("s") and plural_verb(low) in words.BASES and low not in words.NO_VERBS:
        return "X"
    return next((letter for letter, listed in _LISTED.items() if low in listed), "")


def _compound(text: str, tag: str) -> str:
    """Return the letter of a word with a hyphen, or ""."""
    low = text.lower()
    if low.startswith("re-") and low.endswith("ing"):
        return "G"
    return "" if "-" not in text else "?" if tag in ("NOUN", "PROPN", "") else "a"


def _find_tagged(text: str, tag: str) -> str:
    """Return the letter of a word that its tag decides."""
    low = text.lower()
    if low in words.NOUNS_TOO and tag == "SCONJ":  # 'cause
        return "I"
    if tag == "NOUN" or (tag == "PROPN" and text.islower()):
        return _noun(text)
    return _verb(low) if tag == "VERB" else _BY_TAG.get(tag, "?")


def _noun(text: str) -> str:
    low = text.lower()
    if low in words.NOUNS_TOO:
        return "I"
    if not text.isascii() or not text.isalpha() or text[1:] != text[1:].lower():
        return "?"
    if low in words.PLURALS:
        return "N"
    if low in words.NO_NUMBER or low in words.ABBREVIATIONS or len(low) < 3 or low.endswith(_NUMBERLESS):
        return "?"
    return "N" if low.endswith("s") and not low.endswith(("ss", "us", "is")) else "n"


def _verb(low: str) -> str:
    if low in words.NOUNS_TOO:
        return "I"
    if low.endswith("ing"):
        return "G"
    if low.endswith("ed") and low not in words.NO_PASTS:
        return "E"
    if low.endswith("s") and not low.endswith(("ss", "us", "is", "as")) and low not in words.NO_VERBS:
        return "V"
    return "b" if low.isalpha() and not low.endswith("s") and low not in words.NO_BASES else "w"
