"""A word list is looked up as if it had been parsed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from lint_article.parsing.language.word_list import WordList, read_word_list

WORDS = {"'s": 4, "'s morgens": 2, "a": 7, "a's": 3, "a-b": 1, "ab": 12, "naïve": 9, "zürich's": 50}
MANY = {f"word{number:06}": number for number in range(1000)}  # more than one block


def packed(path: Path, words: dict[str, int], end: str) -> Path:
    entries = f",{end}".join(f'"{word}": {count}' for word, count in words.items())
    path.write_bytes(gzip.compress(f"{{{end}{entries}{end}}}".encode()))
    return path


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("listed", [WORDS, MANY])
def test_words_where_they_lie(tmp_path: Path, end: str, listed: dict[str, int]) -> None:
    words = read_word_list(packed(tmp_path / "words.json.gz", listed, end))
    assert isinstance(words, WordList)
    assert dict(words) == listed and list(words.values()) == list(listed.values()) and len(words) == len(listed)
    assert all(
        words.get(other) is None for other in ("", "b", "a'", "naive", "zzz", '"', "\ud800", "word", "word00001")
    )
    with pytest.raises(KeyError):
        words["b"]


def test_words_in_any_order_are_parsed(tmp_path: Path) -> None:
    backwards = dict(reversed(MANY.items()))
    words = read_word_list(packed(tmp_path / "words.json.gz", backwards, "\n"))
    assert words == backwards


@pytest.mark.parametrize("words", [{"a\\b": 1}, {"é": 2}])
def test_other_layouts_are_parsed(tmp_path: Path, words: dict[str, int]) -> None:
    path = tmp_path / "words.json.gz"
    path.write_bytes(gzip.compress(json.dumps(words).encode()))
    assert dict(read_word_list(path)) == words
