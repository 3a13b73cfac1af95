"""Faults that have a fix, planted at random places of a file: in words, and right beside mark-up."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from pathlib import Path

Plant = Callable[[str], str]

_PLANTS: tuple[tuple[str, Plant], ...] = (
    (r"\b[a-z]{3,9}\b", lambda word: f"{word} {word}"),
    (r"(?<=\w),(?= )", lambda _: " ,"),
    (r"(?<=\w)\.(?= [A-Z])", lambda _: " ."),
    (r"\((?=[A-Za-z])", lambda _: "( "),
    (r"(?<=[A-Za-z])\)", lambda _: " )"),
    (r"ffi|ffl|fi|fl|ff", lambda two: {"ffi": "ﬃ", "ffl": "ﬄ", "fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ"}[two]),
    (r"ffi|fi|fl|ff", lambda _: "\ufffd"),
    (r"fi(?=[a-z])", lambda _: "Þ"),
    (r"[éèüöäñç]", lambda char: char.encode().decode("cp1252", "replace")),
    (r"é", lambda _: "e´"),
    (r"(?<=[a-z]{3})(?=[a-z]{3})", lambda _: "\u200b"),
    (r"(?<=[a-z]{3})(?=[a-z]{3})", lambda _: "\u00ad"),
    (r"(?<=[a-z])a(?=[a-z])", lambda _: "а"),
    (r"\b[a-z]{6,9}\b", lambda word: " ".join(word)),
    (r"(?<=[a-z]{4})(?=[a-z]{4})", lambda _: "-"),
    (r"(?<=[a-z]-)(?=[a-z])", lambda _: " "),
    (r"(?<=[a-z]\.) (?=[A-Z])", lambda _: ""),
    (r"(?<=[a-z],) (?=[a-z])", lambda _: ""),
    (r"\bdoi:(?=10\.)", lambda _: "doi:doi:"),
    (r"(?m)^[A-Za-z][^<>\\{}\n]{20,200}\n", lambda line: line + line),
)
_CONTROL: tuple[tuple[str, Plant], ...] = (
    (r"(?<=[a-z]{3})(?=[a-z]{3})", lambda _: "\x02"),
    (r"fi(?=[a-z])", lambda _: "\x0c"),
)
# Where an author's words stand, as far as an expression can tell: between tags; between signs of TeX, some words long.
_TAGGED, _TEX = r"(?<=>)[^<>&]+(?=<)", r"(?<![\\A-Za-z@*])[^\\%{}&$~]*\s[^\\%{}&$~]{3,}\s[^\\%{}&$~]*"
_WORDS: Mapping[str, str] = {
    **dict.fromkeys((".xml", ".nxml", ".html", ".htm", ".xhtml"), _TAGGED),
    **dict.fromkeys((".tex", ".bbl", ".bib", ".rnw"), _TEX),
}
_MARKUP = re.compile(r"[<>{}\\\[\]*_`~$&@]")


def planted(path: Path, text: str, count: int, rng: random.Random) -> tuple[str, int]:
    """Return the text with about so many faults, half of them within four characters of mark-up; and how many."""
    places = _places(path, text)
    near = [place for place in places if _MARKUP.search(text, max(place[0] - 4, 0), place[1] + 4)]
    wanted = rng.sample(near, min(count // 2, len(near)))
    wanted += rng.sample(places, min(count - len(wanted), len(places)))
    pieces: list[str] = []
    at = number = 0
    for start, end, plant in sorted(wanted, key=lambda place: place[:2]):
        if start >= at + 2:
            pieces += text[at:start], plant(text[start:end])
            at, number = end, number + 1
    return "".join((*pieces, text[at:])), number


def _places(path: Path, text: str) -> list[tuple[int, int, Plant]]:
    words = _WORDS.get(path.suffix.lower(), r"(?s).+")
    kinds = _PLANTS if path.suffix.lower() in (".xml", ".nxml", ".html", ".htm", ".xhtml") else _PLANTS + _CONTROL
    _, begin, _ = text.partition("\\begin{document}")
    body = text.find(begin) + len(begin) if begin else 0
    stretches = [match.span() for match in re.compile(words).finditer(text, body)]
    found: list[tuple[int, int, Plant]] = []
    for pattern, plant in kinds:
        compiled = re.compile(pattern)
        for start, end in stretches:
            found += [(*match.span(), plant) for match in compiled.finditer(text, start, end)]
    return found
