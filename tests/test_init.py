"""`lint-article init`: settings that are written once, and read."""

from __future__ import annotations

import shutil
from pathlib import Path

from command_line import run
from lint_article.config import settings_for

FIXTURES = Path(__file__).parents[1] / "fixtures/manuscripts"


def test_settings_are_written_and_read(tmp_path: Path) -> None:
    for name in ("salt-roads/salt-roads.txt", "salt-roads/salt-roads.docx", "harbour-news/harbour-news.md"):
        shutil.copy(FIXTURES / name, tmp_path)
    ran = run(tmp_path, "init")
    assert (ran.status, ran.out) == (0, "")
    first, second, *_ = ran.err.splitlines()
    assert first == "lint-article.toml written for 3 manuscripts."
    assert second.startswith("Without grammar, 3 manuscripts had ")
    text = (tmp_path / "lint-article.toml").read_text(encoding="utf-8")
    assert text.startswith("# Settings of lint-article for 3 manuscripts: 1 docx, 1 markdown, 1 plain.\n")
    assert settings_for(tmp_path).extend == ("journal",)
    assert run(tmp_path, "--grammar", "none", "salt-roads.txt").status == 1


def test_settings_that_are_there_are_kept(tmp_path: Path) -> None:
    shutil.copy(FIXTURES / "salt-roads/salt-roads.txt", tmp_path)
    (tmp_path / "lint-article.toml").write_text("jobs = 1\n", encoding="utf-8")
    ran = run(tmp_path, "init", ".", "--profile", "strict")
    assert ran.status == 2 and ran.err.startswith("error: There are settings already: lint-article.toml.")
    assert (tmp_path / "lint-article.toml").read_text(encoding="utf-8") == "jobs = 1\n"


def test_a_folder_without_manuscripts(tmp_path: Path) -> None:
    ran = run(tmp_path, "init")
    assert ran.status == 2 and "There is no manuscript in" in ran.err
    assert list(tmp_path.iterdir()) == []
