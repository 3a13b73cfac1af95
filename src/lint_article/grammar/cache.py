"""Remarks kept between runs, one row per passage: no text, only what an engine said of it.

A key is a hash of all that the answer depends on. Any number of runs may use the file at once; one of ours that is
damaged is made anew, and one that cannot be used costs time and nothing else.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import time

from lint_article.grammar.cache_file import delete, make, open_cache
from lint_article.grammar.engine import Matches
from lint_article.grammar.passage import Match

SCHEMA = 1
LARGEST = 64 * 1024 * 1024
_DAY = 86_400


def key(engine: str, version: str, profile: str, language: str, text: str) -> bytes:
    """Return the key of a passage's answer."""
    parts = json.dumps([SCHEMA, engine, version, profile, language, text])
    return sha256(parts.encode("utf-8", "surrogatepass")).digest()


def recall(path: Path, keys: Sequence[bytes]) -> dict[bytes, Matches]:
    """Return the answers that are known; none if the file cannot be read."""
    try:
        with open_cache(path) as connection:
            rows = [row for part in _parts(keys) for row in _rows(connection, part)]
            stale = [(int(time()), row[0]) for row in rows if row[2] < time() - _DAY]
            connection.executemany("UPDATE remarks SET used = ? WHERE key = ?", stale)
            return {row[0]: tuple(_match(*match) for match in json.loads(row[1])) for row in rows}
    except (sqlite3.Error, OSError, ValueError, TypeError):
        return {}


def remember(path: Path, answers: Mapping[bytes, Matches]) -> str:
    """Keep answers; return "" or why it was not possible. Where another run is at it for long, nothing is kept."""
    now = int(time())
    rows = [(k, json.dumps([_row(match) for match in matches]), now) for k, matches in answers.items()]
    try:
        make(path)
        with open_cache(path) as connection:
            connection.executemany("INSERT OR REPLACE INTO remarks VALUES (?, ?, ?)", rows)
            _trim(connection)
    except sqlite3.DatabaseError as error:
        return _trouble(path, error)
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _trouble(path: Path, error: sqlite3.DatabaseError) -> str:
    """Return what is to be said of an error; a damaged file is deleted, and the next run makes another."""
    if isinstance(error, sqlite3.OperationalError) and "no such table" not in str(error):
        return "" if "locked" in str(error) else str(error)
    with suppress(OSError):
        delete(path)
    return ""


def _parts(keys: Sequence[bytes], size: int = 500) -> Iterator[Sequence[bytes]]:
    return (keys[at : at + size] for at in range(0, len(keys), size))


def _rows(connection: sqlite3.Connection, keys: Sequence[bytes]) -> list[tuple[bytes, str, int]]:
    marks = ", ".join("?" * len(keys))
    return connection.execute(f"SELECT key, found, used FROM remarks WHERE key IN ({marks})", keys).fetchall()  # noqa: S608 - `?` only


def _row(match: Match) -> list[object]:
    return [match.start, match.end, match.id, match.category, match.message, list(match.replacements)]


def _match(start: int, end: int, name: str, category: str, message: str, replacements: Sequence[str]) -> Match:
    return Match(start, end, name, category, message, tuple(replacements))


def _trim(connection: sqlite3.Connection) -> None:
    """Drop the quarter that was not used for longest once the file is too large."""
    names = ("page_count", "freelist_count", "page_size")
    pages, free, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names)
    if (pages - free) * size > LARGEST:
        connection.execute(
            "DELETE FROM remarks WHERE key IN"
            " (SELECT key FROM remarks ORDER BY used LIMIT (SELECT COUNT(*) / 4 FROM remarks))"
        )
