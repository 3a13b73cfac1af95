"""The forms of each term, as `compiled.txt` holds them: tests/languages.py makes it of the TOML files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

ANY = "*"  # in place of a language: the short forms of all
_LONGEST = 5  # words of a form


def by_language(term: str) -> Mapping[str, tuple[str, ...]]:
    """Return the printed forms of a term by the tag of the language, for terms of which these are told apart."""
    listed = fields(f"{term} by language").items()
    return {language: tuple(forms.split("|")) for language, forms in listed if language != ANY}


@cache
def forms(*terms: str) -> frozenset[str]:
    """Return the forms of some terms as they are printed, in all languages; those whose stop may be missing, twice."""
    listed = "".join(f"{_read_table()[term]}|" for term in terms)
    return frozenset(f"{listed.replace('?|', '|')}{listed.replace('.?|', '|')}".split("|")) - {""}


@cache
def words(*terms: str) -> frozenset[str]:
    """Return the forms of some terms in small letters, in all languages."""
    return frozenset("|".join(forms(*terms)).lower().split("|")) - {""}


@cache
def parts(*terms: str) -> frozenset[str]:
    """Return the words of which the forms of some terms are made, in small letters and without stops at their ends."""
    return frozenset(word.strip(".:") for form in words(*terms) for word in form.replace("-", " ").split())


@cache
def abbreviations(*terms: str) -> frozenset[str]:
    """Return those forms of some terms that are printed with a stop, without it and in small letters."""
    listed = (form for term in terms for form in _read_table()[term].split("|"))
    return frozenset(form.rstrip(".?").lower() for form in listed if form.endswith((".", ".?")))


def is_beginning_with(text: str, *terms: str) -> bool:
    """Tell whether a text begins with a form of one of the terms, whatever its case, its white space and its stops."""
    printed = [word.rstrip(".:,;") for word in text.lower().split(None, _LONGEST)[:_LONGEST]]
    return any(" ".join(printed[:count]) in _without_stops(*terms) for count in range(1, len(printed) + 1))


@cache
def _without_stops(*terms: str) -> frozenset[str]:
    return frozenset(" ".join(word.rstrip(".:?") for word in form.split()) for form in words(*terms))


def is_term(name: str) -> bool:
    """Tell whether patterns can name a term so."""
    return name == "date" or f"signs of {name}" in _read_table()


@cache
def fields(line: str) -> Mapping[str, str]:
    """Return the fields of a line of the compiled table by their names, as they are there."""
    return {name: value for name, _, value in (field.partition("=") for field in _read_table()[line].split("\t"))}


@cache
def _read_table() -> Mapping[str, str]:
    """Return the lines of the compiled table by the words before their first tab."""
    text = Path(__file__).with_name("compiled.txt").read_text(encoding="utf-8")
    return dict(line.split("\t", 1) for line in text.rstrip("\n").split("\n"))
