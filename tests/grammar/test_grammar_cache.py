"""Remarks kept between runs."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from lint_article.grammar import cache, cache_file
from lint_article.grammar.passage import Match

KEY = cache.key("harper", "1", "p", "GB", "Some text.")
MATCHES = (Match(0, 4, "ID", "Grammar", "said “so” 😀", ("a", "")), Match(5, 9, "ID2", "Usage", "m", ()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "remarks.sqlite"


def test_what_is_kept_is_recalled_as_it_was(path: Path) -> None:
    assert cache.recall(path, [KEY]) == {}
    assert cache.remember(path, {KEY: MATCHES, b"none": ()}) == ""
    assert cache.recall(path, [KEY, b"none", b"unknown"]) == {KEY: MATCHES, b"none": ()}


def test_the_file_holds_no_text(path: Path) -> None:
    cache.remember(path, {KEY: MATCHES})
    stored = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"Some text." not in stored


def test_many_runs_may_use_it_at_once(path: Path) -> None:
    keys = [cache.key("harper", "1", "p", "GB", str(number)) for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda key: cache.remember(path, {key: MATCHES}), keys)) == {""}
    assert cache.recall(path, keys) == dict.fromkeys(keys, MATCHES)


def test_a_damaged_file_of_ours_is_made_anew(path: Path) -> None:
    cache.remember(path, {KEY: MATCHES})
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"no database " * 500)
    assert cache.recall(path, [KEY]) == {}
    assert cache.remember(path, {KEY: MATCHES}) == ""
    assert cache.remember(path, {KEY: MATCHES}) == ""
    assert cache.recall(path, [KEY]) == {KEY: MATCHES}


def database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE notes (text TEXT)")
        connection.execute("INSERT INTO notes VALUES ('precious')")


FOREIGN: dict[str, Callable[[Path], object]] = {
    "text": lambda path: path.write_text("precious " * 100),
    "short": lambda path: path.write_text("x"),
    "empty": lambda path: path.touch(),
    "database": database,
    "folder": lambda path: path.mkdir(),
    "pipe": os.mkfifo,
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_file_that_we_have_not_made_is_left_alone(path: Path, kind: str) -> None:
    path.parent.mkdir()
    FOREIGN[kind](path)
    before = state(path.parent)
    assert cache.remember(path, {KEY: MATCHES}) == f"{path} is not a cache of lint-article"
    assert cache.recall(path, [KEY]) == {}
    with pytest.raises(OSError, match="is not a cache of lint-article"):
        cache_file.delete(path)
    assert state(path.parent) == before


@pytest.mark.parametrize("of", ["file", "folder", "nothing"])
def test_a_link_is_not_followed(path: Path, tmp_path: Path, of: str) -> None:
    elsewhere = tmp_path / "elsewhere" / path.name
    cache.remember(elsewhere, {b"other": ()})
    if of == "folder":
        path.parent.symlink_to(elsewhere.parent)
    else:
        path.parent.mkdir()
        path.symlink_to(elsewhere if of == "file" else tmp_path / "none")
    before = state(elsewhere.parent)
    assert cache.remember(path, {KEY: MATCHES}).endswith("is a symbolic link")
    assert cache.recall(path, [b"other"]) == {}
    with pytest.raises(OSError, match="is a symbolic link"):
        cache_file.delete(path)
    assert state(elsewhere.parent) == before
    assert not (tmp_path / "none").exists()


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    files = sorted(folder.iterdir())
    return {file.name: (file.lstat().st_mtime_ns, file.read_bytes() if file.is_file() else b"") for file in files}


def test_the_file_is_for_its_user_alone(path: Path) -> None:
    cache.remember(path, {KEY: MATCHES})
    assert [stat.S_IMODE(file.stat().st_mode) for file in (path.parent, path)] == [0o700, 0o600]
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_that_another_run_is_at_costs_nothing_but_time(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.remember(path, {KEY: MATCHES})
    monkeypatch.setattr(cache_file, "WAIT", 0)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert cache.remember(path, {b"more": MATCHES}) == ""
        assert cache.recall(path, [KEY]) == {}


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
    assert cache_file.delete(path) == size > 0
    assert list(path.parent.iterdir()) == []
    assert cache_file.delete(path) == 0
