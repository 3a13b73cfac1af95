"""Patterns that name terms, as `(?&accessed)`, in place of spelling out their forms in all languages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import regex

from lint_article.compiled import compile_regex
from lint_article.text.pattern import Match, small_letters
from lint_article.vocabulary.dates import DATE
from lint_article.vocabulary.table import ANY, fields

NAMED = re.compile(r"\(\?&([a-z|-]+)\)")
_WORD = re.compile(r"[^\W\d_]+")
_UNPARTED = "\u0e00"  # from here on are the scripts that part no words: each of their signs counts as one
_PIECE = re.compile(r"[.'’:-]|[^.'’:-]+")
# What is printed in more ways than one: a stop inside a word may have space behind it, a colon before it.
_LOOSE = {".": r"\.\s*", "'": "['’]", "’": "['’]", "-": "[-‐‑]", ":": r"\s*:"}
_BLANK = r"[\s\ufffd]+"  # a blank of its own kind may be lost: `et\ufffdal.`
_GRAMMAR = {"date": f"(?:{DATE})"}  # what patterns may name besides terms
_MANY = 4  # forms for which a look at the first character spares trying one after the other
_met: dict[str, frozenset[str]] = defaultdict(lambda: frozenset({ANY}))


class TermPattern:
    """A pattern of the library `regex` that may name terms, with that library's methods; offsets are code points."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern, self._flags = pattern, flags
        self._text = ""
        self._compiled: regex.Pattern[str] | None = None

    def on(self, text: str) -> regex.Pattern[str]:
        """Return the pattern with the forms that matter to a text."""
        if text is not self._text or self._compiled is None:
            self._text, self._compiled = text, _compiled(spell_out(self._pattern, text), self._flags)
        return self._compiled

    def search(self, text: str, start: int = 0, end: int | None = None) -> Match | None:
        """Return the first match."""
        return self.on(text).search(text, start, end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> Match | None:
        """Return the match at the start."""
        return self.on(text).match(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """Return the matches in order, none over another."""
        return self.on(text).finditer(text, start, end)


def spell_out(pattern: str, text: str, small: bool = False) -> str:
    """Return a pattern with the forms of the terms that it names, as `(?&accessed|retrieved)`, in place of the names.

    Compiling the forms of all languages would take longer than checking an article, so only those of the languages that
    the text may hold are there, and of those that earlier texts held: what is found is the same. `small`: the text that
    is searched is in small letters.
    """
    return _spell_terms(pattern, tuple(tuple(_held_languages(terms, text)) for terms in _terms_in(pattern)), small)


@cache
def _terms_in(pattern: str) -> tuple[str, ...]:
    return tuple(terms for terms in NAMED.findall(pattern) if terms not in _GRAMMAR)


@cache
def _spell_terms(pattern: str, held: tuple[tuple[tuple[str, frozenset[str]], ...], ...], small: bool) -> str:
    """Return a pattern with the forms of the terms that it names, in the languages of which each may be held."""
    forms = iter(held)
    return NAMED.sub(lambda named: _GRAMMAR.get(named[1]) or _alternation(next(forms), small), pattern)


@lru_cache(maxsize=4)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in small letters."""
    pieces = set(small_letters(text).split())
    plain = {piece for piece in pieces if piece.isascii() and piece.isalpha()}
    others = _WORD.findall(" ".join(pieces - plain))
    return frozenset(plain.union(others, *(word for word in others if max(word) >= _UNPARTED)))


def letters_of(phrase: str) -> frozenset[str]:
    """Return the words that a text which has a phrase must have, of those that `words_of` returns."""
    found = _WORD.findall(phrase.lower())
    return frozenset(word for word in found if max(word) < _UNPARTED).union(
        *(word for word in found if max(word) >= _UNPARTED)
    )


def _held_languages(terms: str, text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each of the terms with the languages of which a text so far may have held a form."""
    for term in terms.split("|"):
        signs = fields(f"signs of {term}")
        new = {language for word in words_of(text).intersection(signs) for language in signs[word].split()}
        if not new <= _met[term]:
            _met[term] = _met[term] | new
        yield term, _met[term]


_compiled = cache(compile_regex)


@cache
def _alternation(held: tuple[tuple[str, frozenset[str]], ...], small: bool) -> str:
    """Return a pattern of the forms of terms in some languages, the longest first.

    White space may be of any width, and where a form ends in a letter its word ends.
    """
    listed = (fields(f"{term} by language").get(language, "") for term, languages in held for language in languages)
    found = {form for forms in listed for form in forms.split("|") if form}
    if not found:
        return "(?!)"
    spelt = sorted({form.lower() if small else form for form in found}, key=lambda form: (-len(form), form))
    alike = _join_words([form.split() for form in spelt])
    if len(spelt) < _MANY:
        return alike
    return f"(?=[{''.join(sorted({re.escape(form[0]) for form in spelt}))}]){alike}"


def _join_words(forms: list[list[str]]) -> str:
    """Return a pattern of forms, in their order, that are parted into words: what begins alike is there once."""
    following: dict[str, list[list[str]]] = defaultdict(list)
    for first, *others in forms:
        following[first].append(others)
    ends: dict[str, list[str]] = defaultdict(list, {"": []})  # first those that read on: the longest form counts
    for word, rests in following.items():
        longer = [rest for rest in rests if rest]
        if longer:
            ends[""].append(_spell_word(word) + (r"\s*" if word[-1] == "." else _BLANK) + _join_words(longer))
        if [] in rests:
            ends[_end(word)].append(_spell_word(word.removesuffix(".?")))
    return _any(_any(bare) + end for end, bare in ends.items() if bare)


def _any(patterns: Iterable[str]) -> str:
    alternatives = list(patterns)
    return alternatives[0] if len(alternatives) == 1 else f"(?:{'|'.join(alternatives)})"


def _end(form: str) -> str:
    """Return what follows a form: where letters end it a word ends, and `.?` is a stop that may be missing."""
    last = form.removesuffix(".?")[-1]
    word = r"\b" if last.isalpha() and last < _UNPARTED else ""
    return word + (r"\.?" if form.endswith(".?") else "")


def _spell_word(word: str) -> str:
    pieces = [_LOOSE.get(piece) or re.escape(piece) for piece in _PIECE.findall(word)]
    return "".join(pieces[:-1]) + (r"\." if word[-1] == "." else pieces[-1])
