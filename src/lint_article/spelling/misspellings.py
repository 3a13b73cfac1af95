"""Known misspellings of English words, each with the one word that it is meant for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from lint_article.spelling.sums import select_listed


def misspellings(words: Iterable[str]) -> Mapping[str, str]:
    """Return those of the words in small letters that are listed, each with its correction.

    The list is read only if the text seems to hold one of its words.
    """
    found = {word: _correction(word) for word in sorted(select_listed("misspellings", words))}
    return {word: right for word, right in found.items() if right}


@lru_cache(maxsize=1024)
def _correction(word: str) -> str:
    text = _list()
    at = text.find(f"\n{word} ")
    return text[at + len(word) + 2 : text.index("\n", at + 1)] if at >= 0 else ""


@cache
def _list() -> str:
    return "\n" + Path(__file__).with_name("misspellings.txt").read_text("ascii")
