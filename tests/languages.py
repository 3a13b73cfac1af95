"""One table of all languages, made of their TOML files and kept beside them as `vocabulary/compiled.txt`."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, product
from pathlib import Path

import lint_article
from lint_article.rulebook import rules_folder
from lint_article.vocabulary.pattern import NAMED, words_of
from lint_article.vocabulary.table import ANY

PACKAGE = Path(lint_article.__file__).parent
FOLDER = PACKAGE / "vocabulary"
MASTER = "en"  # the language whose file names all terms
_BY_LANGUAGE = ("article", "function-word", "law", "name-ending", "place-preposition")
_OWN = ("none", "example")
_SHORT = 2  # letters
_WORD = re.compile(r"(?:\[[^\]]*\]|[^\s\[])+")
_ALTERNATIVE = re.compile(r"(?:\[[^\]]*\]|[^/\[])+")
_OPTIONAL = re.compile(r"\[([^\]]*)\]")


class LanguageError(ValueError):
    """A language's file that lacks a term, or has one that is unknown: a fault of its author."""


def files() -> Mapping[str, Path]:
    """Return the file of each language by its tag."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.toml"))}


@cache
def read(path: Path) -> Mapping[str, object]:
    """Return a language's file as it is written."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def terms() -> tuple[str, ...]:
    """Return all terms in the order of the master."""
    master = read(files()[MASTER])
    return (*(key for key in master if key not in _OWN), *_listed(master["none"]))


def compiled() -> str:
    """Return the table of all languages as `compiled.txt` holds it.

    Each term has a line of all its forms; one that patterns name has them by language too, and a line of its signs.
    """
    table: dict[str, dict[str, list[str]]] = {term: {} for term in terms()}
    for language, path in files().items():
        for term, forms in stated(path.name, read(path)).items():
            table[term][language] = forms
    lines = []
    for term, by_language in table.items():
        every = list(dict.fromkeys(chain(*by_language.values())))
        lines.append(f"{term}\t{'|'.join(every)}")
        if term in _named():
            short = [form for form in every if _is_short(form)]
            lines.append(_line(f"{term} by language", "|", {**by_language, **({ANY: short} if short else {})}))
            lines.append(_line(f"signs of {term}", " ", _signs(by_language)))
    return "\n".join(lines) + "\n"


@cache
def _named() -> frozenset[str]:
    """Return the terms that a pattern of the package or of a rule's sheet names, and those told apart by language."""
    sources = chain(PACKAGE.rglob("*.py"), rules_folder().rglob("*.toml"))
    named = (found for path in sources for found in NAMED.findall(path.read_text(encoding="utf-8")))
    return frozenset((*_BY_LANGUAGE, *(term for found in named for term in found.split("|")))) & {*terms()}


def _line(name: str, separator: str, values: Mapping[str, list[str]]) -> str:
    return f"{name}\t" + "\t".join(f"{key}={separator.join(listed)}" for key, listed in values.items())


def stated(name: str, raw: Mapping[str, object]) -> dict[str, list[str]]:
    """Return the forms of each term of one file; raise LanguageError if a term is missing, unknown or said twice."""
    none = _listed(raw.get("none", []))
    own = {key: value for key, value in raw.items() if key not in _OWN}
    for term in terms():
        if (term in own) == (term in none):
            raise LanguageError(f"{name}: state `{term}`, or list it in `none`")
    for term in (*own, *none):
        if term not in terms():
            raise LanguageError(f"{name}: no term is called `{term}`")
    return {term: list(dict.fromkeys(f for form in _listed(v) for f in expanded(form))) for term, v in own.items()}


def _listed(value: object) -> list[str]:
    """Return the forms that a list gives, or a string of single words."""
    if isinstance(value, str):
        return _WORD.findall(value)
    if isinstance(value, list) and all(isinstance(form, str) for form in value):
        return value
    raise LanguageError(f"{value!r} is neither a list of forms nor a string of words")


def expanded(form: str) -> Iterator[str]:
    """Yield what a form stands for: `[x]` may be missing, and of `x/y` one is printed; `[.]` is kept as `.?`."""
    for choice in product(*(_choices(word) for word in _WORD.findall(form.replace("[.]", ".?")))):
        yield " ".join(" ".join(choice).split())


def _choices(word: str) -> list[str]:
    return [plain for alternative in _ALTERNATIVE.findall(word) for plain in _without_brackets(alternative)]


def _without_brackets(word: str) -> Iterator[str]:
    pieces = _OPTIONAL.split(word)
    optional = [["", *piece.split("/")] if at % 2 else [piece] for at, piece in enumerate(pieces)]
    return ("".join(choice) for choice in product(*optional))


def _signs(by_language: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return the longest word of each form, without which no text holds it, and languages that have all such forms."""
    signs: dict[str, list[str]] = defaultdict(list)
    covered: set[str] = set()
    for language in sorted(by_language, key=lambda language: (language != MASTER, language)):
        for form in set(by_language[language]) - covered:
            sign = _longest(form)
            if not _is_short(form) and language not in signs[sign]:
                signs[sign].append(language)
        covered.update(by_language[language])
    return {sign: languages for sign, languages in sorted(signs.items()) if languages}


def _is_short(form: str) -> bool:
    """Tell whether a form is so short that its words stand in most texts, be it as initials: it is always sought."""
    return len(_longest(form)) <= _SHORT and (form.isascii() or not _longest(form))


def _longest(form: str) -> str:
    return max(words_of(form), key=lambda word: (len(word), word), default="")
