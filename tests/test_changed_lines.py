"""Findings on changed lines only, in real repositories."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_line import run
from lint_article.engine.changed_lines import Hunk, _follow

FAULTS = {number: f"Line {number} saw the the sea." for number in range(1, 8)}


def git(folder: Path, *words: str) -> None:
    identity = {
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@b",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@b",
    }
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, env={**os.environ, **identity})


def write(path: Path, lines: dict[int, str]) -> None:
    path.write_text("\n\n".join(lines.values()) + "\n", encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "config", "core.autocrlf", "false")
    write(tmp_path / "draft.txt", FAULTS)
    write(tmp_path / "quiet ä.txt", FAULTS)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    return tmp_path


def lines_found(folder: Path, *words: str) -> list[str]:
    ran = run(folder, "--grammar", "none", "--output-format", "concise", *words)
    assert ran.status == 0, ran.err
    return [":".join(line.split(":")[:2]) for line in ran.out.splitlines()]


def test_nothing_changed(repository: Path) -> None:
    assert lines_found(repository, ".", "--changed") == []


def test_changed_added_and_untracked_lines(repository: Path) -> None:
    write(repository / "draft.txt", FAULTS | {2: "Line 2 met on on a hill.", 6: "Line 6.\n\nIt lay in in a bay."})
    (repository / "new.txt").write_text("It saw the the sea.\n", encoding="utf-8")
    assert lines_found(repository, ".", "--changed") == ["draft.txt:3", "draft.txt:13", "new.txt:1"]
    ran = run(repository, "--grammar", "none", ".", "--changed")
    assert "3 findings (3 suggestions) in 2 of 3 files; 12 on unchanged lines" in ran.err


def test_since_a_revision(repository: Path) -> None:
    write(repository / "draft.txt", FAULTS | {2: "Line 2 met on on a hill."})
    git(repository, "commit", "-q", "-a", "-m", "second")
    assert lines_found(repository, ".", "--changed") == []
    assert lines_found(repository, ".", "--changed-since", "HEAD~1") == ["draft.txt:3"]
    (repository / "quiet ä.txt").rename(repository / "moved.txt")
    assert lines_found(repository, ".", "--changed-since", "main~1")[:1] == ["draft.txt:3"]


def test_staged_lines_are_found_where_they_are_now(repository: Path) -> None:
    write(repository / "draft.txt", FAULTS | {4: "Line 4 met on on a hill."})
    git(repository, "add", ".")
    write(repository / "draft.txt", {0: "One more.", **FAULTS, 4: "Line 4 met on on a hill.", 6: "It lay in in a bay."})
    assert lines_found(repository, ".", "--staged") == ["draft.txt:9"]
    assert lines_found(repository, ".", "--changed") == ["draft.txt:9", "draft.txt:13"]


def test_a_repository_without_commits(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path / "draft.txt", {1: FAULTS[1]})
    assert lines_found(tmp_path, ".", "--changed") == ["draft.txt:1"]
    git(tmp_path, "add", ".")
    assert lines_found(tmp_path, ".", "--changed") == lines_found(tmp_path, ".", "--staged") == ["draft.txt:1"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--changed-since", "no-such"], "error: Git knows no revision `no-such`.\n  hint: Name a branch"),
        (["--changed", "--staged"], "error: `--changed` and `--staged` cannot be combined.\n"),
        (["--changed", "--fix"], "error: `--changed` and `--fix` cannot be combined.\n"),
    ],
)
def test_what_cannot_be_done(repository: Path, words: list[str], said: str) -> None:
    ran = run(repository, "draft.txt", *words)
    assert (ran.status, ran.out) == (2, "") and said in ran.err


def test_no_repository(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.\n", encoding="utf-8")
    ran = run(tmp_path, "a.txt", "--changed", env={"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)})
    assert ran.status == 2 and "error: Git cannot say what has changed: fatal: not a git repository" in ran.err


@given(st.integers(1, 30), st.integers(0, 5), st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=4))
def test_lines_that_nobody_touched_keep_their_words(start: int, count: int, sizes: list[tuple[int, int]]) -> None:
    old, later, at = list(range(1, 60)), [], 1
    new: list[int] = []
    for removed, added in sizes:
        new += old[at - 1 : at + 2]
        at += 3
        later.append(Hunk(range(at, at + removed), range(len(new) + 1, len(new) + 1 + added)))
        new += [-1] * added
        at += removed
    new += old[at - 1 :]
    moved = _follow(range(start, start + count), later)
    left = [line for line in range(start, start + count) if line in new]
    assert [line for line in new[moved.start - 1 : moved.stop - 1] if line > 0] == left
