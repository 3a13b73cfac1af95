"""A run that was killed leaves a scratch file; the next one that writes there removes it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import check
from lint_article.engine.files import write_whole
from lint_article.engine.leftovers import remove_leftovers, scratch_prefix


@pytest.mark.skipif(sys.platform == "win32", reason="processes cannot be asked after")
def test_scratch_files_of_dead_processes_are_removed(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = tmp_path / f".a.txt.{gone.pid}-k3_x.lint-article"
    others = [
        tmp_path / f"{scratch_prefix(Path('a.txt'))}x.lint-article",
        tmp_path / ".a.txt.lint-article",
        tmp_path / f".a.txt.{gone.pid}-x.txt",
        tmp_path / "lint-article.toml",
    ]
    for path in (left, *others):
        path.write_text("", encoding="utf-8")
    (tmp_path / f".b.{gone.pid}-x.lint-article").mkdir()
    (tmp_path / "a.txt").write_text("It was the ofﬁce.\n", encoding="utf-8")
    assert check(tmp_path, "--fix", "-q", "a.txt").status == 0
    assert not left.exists()
    assert all(path.exists() for path in others)
    assert [path.name for path in tmp_path.glob("[!.]*.txt")] == ["a.txt"]


def test_a_scratch_file_is_named_after_its_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def replace(scratch: Path, _target: Path) -> None:
        seen.append(scratch.name)

    monkeypatch.setattr(Path, "replace", replace)
    write_whole(str(tmp_path / "a.txt"), b"x")
    assert seen[0].startswith(f".a.txt.{os.getpid()}-") and seen[0].endswith(".lint-article")
    remove_leftovers.cache_clear()
    remove_leftovers(tmp_path / "none")
