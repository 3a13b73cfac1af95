"""Remarks kept between runs."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lint_article.grammar import cache
from lint_article.grammar.passage import Match

KEY = cache.key("harper", "1", "p", "GB", "Some text.")
MATCHES = (Match(0, 4, "ID", "Grammar", "said “so” 😀", ("a", "")), Match(5, 9, "ID2", "Usage", "m", ()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "grammar.sqlite"


def test_what_is_kept_is_recalled_as_it_was(path: Path) -> None:
    assert cache.recall(path, [KEY]) == {}
    assert cache.remember(path, {KEY: MATCHES, b"none": ()}) == ""
    assert cache.recall(path, [KEY, b"none", b"unknown"]) == {KEY: MATCHES, b"none": ()}


def test_the_file_holds_no_text(path: Path) -> None:
    cache.remember(path, {KEY: MATCHES})
    stored = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"Some text." not in stored
    assert path.parent.stat().st_mode & 0o077 == 0


def test_many_runs_may_use_it_at_once(path: Path) -> None:
    keys = [cache.key("harper", "1", "p", "GB", str(number)) for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda key: cache.remember(path, {key: MATCHES}), keys)) == {""}
    assert cache.recall(path, keys) == dict.fromkeys(keys, MATCHES)


def test_a_damaged_file_is_made_anew(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database, and long enough to look like one " * 50)
    assert cache.recall(path, [KEY]) == {}
    assert cache.remember(path, {KEY: MATCHES}) == ""
    assert cache.remember(path, {KEY: MATCHES}) == ""
    assert cache.recall(path, [KEY]) == {KEY: MATCHES}


def test_what_was_not_used_for_longest_goes_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [bytes([number]) for number in range(8)]
    cache.remember(path, dict.fromkeys(keys, MATCHES))
    with sqlite3.connect(path) as connection:
        connection.executemany("UPDATE remarks SET used = ? WHERE key = ?", [(n, key) for n, key in enumerate(keys)])
    monkeypatch.setattr(cache, "LARGEST", 1)
    cache.remember(path, {b"new": MATCHES})
    assert list(cache.recall(path, [*keys, b"new"])) == [*keys[2:], b"new"]


def test_a_use_is_noted_so_that_it_counts_as_recent(path: Path) -> None:
    cache.remember(path, {KEY: MATCHES})
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE remarks SET used = 0")
    cache.recall(path, [KEY])
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT used FROM remarks").fetchone()[0] > 0


def test_forgetting_frees_what_it_says(path: Path) -> None:
    cache.remember(path, {KEY: MATCHES})
    size = sum(file.stat().st_size for file in path.parent.iterdir())
    assert cache.forget(path) == size > 0
    assert list(path.parent.iterdir()) == []
    assert cache.forget(path) == 0
