"""Report words with letters of another script that look like their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lint_article.checks._options import number_of
from lint_article.document import Document, Edit, Finding, Fix
from lint_article.text import Span
from lint_article.text.pattern import characters
from lint_article.text.phrases import character_name, series

# Letters that look alike (Unicode's confusables, those of one shape): Cyrillic, Greek, and the Latin twin of each.
_CYRILLIC = dict(zip("аеіјорсухѕһԁԛԝёїӧАВЕІЈКМНОРСТУХЅԚԜЁЇӦ", "aeijopcyxshdqwëïöABEIJKMHOPCTYXSQWËÏÖ", strict=True))
_GREEK = dict(zip("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX", strict=True))
_TO_CYRILLIC, _TO_GREEK = ({latin: twin for twin, latin in table.items()} for table in (_CYRILLIC, _GREEK))
_TO_LATIN = {**_CYRILLIC, **_GREEK}
_FIRST_CYRILLIC = "\u0400"
_LATIN = r"A-Za-zÀ-ÖØ-öø-ɏ"
_OTHER = r"\u0370-\u03ff\u0400-\u052f"
_WORD = re.compile(f"[{_LATIN}{_OTHER}]+")
_LATIN_LETTER, _OTHER_LETTER = re.compile(f"[{_LATIN}]"), re.compile(f"[{_OTHER}]")


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word in which every letter of the rarer script has a twin in the other."""
    if not any(map(_OTHER_LETTER.match, characters(document.text))):
        return
    shortest = number_of(options, "shortest")  # letters; shorter words are symbols and formulas
    for match in _words_with_other(document.prose):
        word = match.group()
        latin = _LATIN_LETTER.findall(word)
        other = _OTHER_LETTER.findall(word)
        strange, twins = (other, _TO_LATIN) if len(latin) >= len(other) else (latin, _script_of(other))
        if len(word) < shortest or len(latin) == len(other) or not strange or not twins.keys() >= set(strange):
            continue
        whole = word.translate({ord(char): twins[char] for char in set(strange)})
        if strange is latin and not (whole[1:].islower() or whole.isupper()):
            continue  # symbols of a formula: `ΔMΔθ`
        span = Span(*match.span())
        values = {"text": word, "word": whole, "letters": _name_scripts(list(dict.fromkeys(strange)))}
        yield Finding(span, values, Fix(f"Replace with `{whole}`", (Edit(span, whole),)))


def _script_of(letters: Sequence[str]) -> Mapping[str, str]:
    """Return the twins, in the script of these letters, of Latin letters; none if they are of two scripts."""
    are_cyrillic = {letter >= _FIRST_CYRILLIC for letter in letters}
    return {} if len(are_cyrillic) > 1 else _TO_CYRILLIC if True in are_cyrillic else _TO_GREEK


def _words_with_other(text: str) -> Iterator[re.Match[str]]:
    """Yield the words that have a letter of the other scripts, in order."""
    end = 0
    for letter in _OTHER_LETTER.finditer(text):
        start = letter.start()
        if start < end:
            continue
        while start > end and _WORD.match(text, start - 1, start):
            start -= 1
        if word := _WORD.match(text, start):
            end = word.end()
            yield word


def _name_scripts(letters: Sequence[str]) -> str:
    names = series([character_name(letter) for letter in letters])
    return f"{'a look-alike letter' if len(letters) == 1 else 'look-alike letters'} ({names})"
