"""Suppressions that the command writes itself."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from command_line import Ran, run

DRAFT = "It saw the the sea. A boat lay there.\n\nIt saw the the sea again, and in in a bay.\n"


def check(folder: Path, *words: str) -> Ran:
    return run(folder, "--grammar", "none", "--fail-on", "suggestion", "--output-format", "concise", *words)


def ignored(path: Path) -> list[dict[str, str]]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    entries: list[dict[str, str]] = table.get("tool", {}).get("lint-article", table)["ignore"]
    return entries


def test_entries_are_written_and_silence_each_finding(tmp_path: Path) -> None:
    (tmp_path / "my [1] draft.txt").write_text(DRAFT, encoding="utf-8")
    assert check(tmp_path, ".", "--add-ignore", "a poem") == (
        0,
        "",
        "lint-article.toml: 3 entries of `ignore` added\n"
        "3 findings (3 suggestions) in 1 file; 3 fixable with --fix --unsafe-fixes. Grammar: not checked.\n",
    )
    assert ignored(tmp_path / "lint-article.toml") == [
        {"rule": "repeated-word", "quote": quote, "path": "/my \\[1\\] draft.txt", "reason": "a poem"}
        for quote in ("saw the the sea.", "It saw the the sea again,", "and in in a")
    ]
    after = check(tmp_path, ".")
    assert (after.status, after.out) == (0, "") and "3 suppressed" in after.err


def test_the_settings_of_the_project_get_them(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.lint-article]\nfail-on = 'error'", encoding="utf-8")
    (tmp_path / "text").mkdir()
    (tmp_path / "text/draft.txt").write_text("It saw the the sea.\n", encoding="utf-8")
    (tmp_path / "other.txt").write_text("It saw the the sea.\n", encoding="utf-8")
    assert check(tmp_path, "text", "--add-ignore", 'He "said" so').status == 0
    assert ignored(tmp_path / "pyproject.toml") == [
        {"rule": "repeated-word", "quote": "saw the the sea.", "path": "/text/draft.txt", "reason": 'He "said" so'}
    ]
    assert check(tmp_path, ".").out.startswith("other.txt:1:8")


def test_a_list_in_brackets_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    settings = 'ignore = ["GRM"]\n'
    (tmp_path / "lint-article.toml").write_text(settings, encoding="utf-8")
    ran = check(tmp_path, ".", "--add-ignore", "a poem")
    assert ran.status == 2 and "error: `ignore` in lint-article.toml is a list in brackets" in ran.err
    assert (tmp_path / "lint-article.toml").read_text(encoding="utf-8") == settings


@pytest.mark.parametrize("form", ["md", "tex", "docx", "html", "xml"])
def test_every_format_can_be_quoted(form: str, tmp_path: Path) -> None:
    fixture = Path(__file__).parents[1] / f"fixtures/manuscripts/salt-roads/salt-roads.{form}"
    (tmp_path / fixture.name).write_bytes(fixture.read_bytes())
    assert check(tmp_path, fixture.name).status == 1
    check(tmp_path, fixture.name, "--add-ignore", "known")
    assert check(tmp_path, fixture.name).out == ""
