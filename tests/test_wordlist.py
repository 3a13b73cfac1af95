"""A word list is looked up as if it had been parsed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from lint_article.parsing.wordlist import WordList, read_word_list

WORDS = {"zürich's": 50, "a": 7, "a's": 3, "ab": 12, "a-b": 1, "naïve": 9}


@pytest.mark.parametrize(("separator", "end"), [(",\n", "\n"), (",\r\n", "\r\n")])
def test_any_order_and_line_ends(tmp_path: Path, separator: str, end: str) -> None:
    path = tmp_path / "words.json.gz"
    entries = separator.join(f'"{word}": {count}' for word, count in WORDS.items())
    path.write_bytes(gzip.compress(f"{{{end}{entries}{end}}}".encode()))
    words = read_word_list(path)
    assert isinstance(words, WordList)
    assert dict(words) == WORDS and sorted(words.values()) == sorted(WORDS.values()) and len(words) == len(WORDS)
    assert all(words.get(other) is None for other in ("", "b", "a'", "naive", "zzz", '"', "\ud800"))


@pytest.mark.parametrize("words", [{"a\\b": 1}, {"é": 2}])
def test_other_layouts_are_parsed(tmp_path: Path, words: dict[str, int]) -> None:
    path = tmp_path / "words.json.gz"
    path.write_bytes(gzip.compress(json.dumps(words).encode()))
    assert dict(read_word_list(path)) == words
