"""Settings are found upwards from the file, typed, and refused where they are not lawful."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from lint_article.config import Ignore, Settings, load, settings_for
from lint_article.errors import UserError


@pytest.fixture(autouse=True)
def no_user_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Give an empty folder for the user's own settings, and forget what was read before."""
    home = tmp_path / "home"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    load.find_settings.cache_clear()
    load._toml.cache_clear()
    yield home / "lint-article" / "lint-article.toml"


def project(folder: Path, text: str, name: str = "lint-article.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_files_there_are_the_defaults(tmp_path: Path) -> None:
    assert settings_for(tmp_path) == Settings(root=str(tmp_path))


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    project(tmp_path, 'select = ["TXT"]')
    inner = project(tmp_path / "a" / "b", 'select = ["CIT"]')
    (tmp_path / "a" / "b" / "c").mkdir()
    found = settings_for(tmp_path / "a" / "b" / "c")
    assert (found.select, found.origin, found.root) == (("CIT",), str(inner), str(inner.parent))
    assert settings_for(tmp_path / "a").select == ("TXT",)


def test_a_pyproject_counts_if_it_has_our_table(tmp_path: Path) -> None:
    project(tmp_path, '[tool.lint-article]\nfail-on = "error"', "pyproject.toml")
    project(tmp_path / "inner", "[tool.other]\nx = 1", "pyproject.toml")
    assert settings_for(tmp_path / "inner").fail_on == "error"
    project(tmp_path, 'fail-on = "never"')
    load.find_settings.cache_clear()
    assert settings_for(tmp_path).fail_on == "never", "lint-article.toml comes before pyproject.toml"


def test_all_kinds_of_settings(tmp_path: Path) -> None:
    project(
        tmp_path,
        """
        grammar = "none"
        ignore = ["TXT", {rule = "CIT001", quote = "some words", reason = "as agreed"}]
        jobs = 3
        [per-file-ignores]
        "old/*" = ["citations"]
        [rules.uncited-reference]
        severity = "error"
        [languagetool]
        url = "http://localhost:8081"
        timeout = 5
        """,
    )
    found = settings_for(tmp_path)
    assert found.ignore == (Ignore("TXT"), Ignore("CIT001", "some words", "", "as agreed"))
    assert found.per_file_ignores == {"old/*": ("citations",)}
    assert found.rules == {"uncited-reference": {"severity": "error"}}
    assert (found.jobs, found.grammar.engine, found.grammar.languagetool.timeout) == (3, "none", 5.0)
    assert found.grammar.languagetool.url == "http://localhost:8081"


def test_tables_of_ignores(tmp_path: Path) -> None:
    project(tmp_path, '[[ignore]]\nrule = "TXT001"\nquote = "x"\nreason = "y"')
    assert settings_for(tmp_path).ignore == (Ignore("TXT001", "x", "", "y"),)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ('selct = ["TXT"]', "`selct` is not a setting", "Did you mean `select`?"),
        ('select = "TXT"', "`select` must be a list, not 'TXT'", ""),
        ("select = [1]", "`select` must be a text, not 1", ""),
        ('jobs = "two"', "`jobs` must be a whole number, not 'two'", ""),
        ("jobs = -1", "`jobs` must not be below 0", ""),
        ("jobs = true", "`jobs` must be a whole number, not True", ""),
        (
            'fail-on = "eror"',
            "`fail-on` must be one of error, warning, suggestion, never, not `eror`",
            "Did you mean `error`?",
        ),
        (
            'grammar = "harpr"',
            "`grammar.engine` must be one of harper, languagetool, lingotweaker, none, not `harpr`",
            "Did you mean `harper`?",
        ),
        ("grammar = 3", "`grammar` must be a table, not 3", ""),
        ("[languagetool]\nurk = 1", "`grammar.languagetool.urk` is not a setting", "Did you mean `url`?"),
        ("root = '.'", "`root` is not a setting", ""),
        ("[[ignore]]\nquote = 'x'", "`ignore` needs `rule`", ""),
        ("ignore = [3]", "`ignore` must be a table, not 3", ""),
        ("grammar = {language = 'english'}", "`grammar.language` must be a tag such as `en` or `pt-BR`", ""),
        ("select = [", "are not valid TOML", ""),
        ("[languagetool]\nallow-remote = true", "a project's file cannot set it", "use `--allow-remote`"),
        ("[grammar.languagetool]\nallow-public = true", "a project's file cannot set it", ""),
        ("[grammar]\ncache-dir = 'c'", "`grammar.cache-dir` names a folder that is written to", "use `--cache-dir`"),
        ("bibliography = ['../secret.bib']", "../secret.bib lies outside the project", "--bibliography FILE"),
        ("bibliography = ['/secret.bib']", "/secret.bib lies outside the project", "--bibliography FILE"),
        ("bibliography = ['fine.bib', 'link.bib']", "link.bib lies outside the project", "--bibliography FILE"),
    ],
)
def test_what_is_not_lawful_is_refused(tmp_path: Path, text: str, message: str, hint: str) -> None:
    path = project(tmp_path / "project", text)
    (path.parent / "link.bib").symlink_to(tmp_path / "secret.bib")
    with pytest.raises(UserError) as caught:
        settings_for(path.parent)
    assert message in caught.value.message and str(path) in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("jobs = 2\n\nselct = []", ":3"),
        ('[grammar]\nengine = "harpr"', ":2"),
        ('jobs = 2\ngrammar = "harpr"', ":2"),
        ("[languagetool]\nurl = 'x'\nurk = 1", ":3"),
        ("[grammar.languagetool]\nurk = 1", ":2"),
        ("jobs = 2\nignore = [3]", ":2"),
        ("jobs = 2\n[[ignore]]\nquote = 'x'", ":2"),
        ("[[ignore]]\nrule = 'x'\n[[ignore]]\nquote = 'x'", ""),
        ("[rules]\nCIT001 = 3", ":2"),
        ("[rules.CIT001]\nx = 3\n[rules]\nCIT002 = 3", ":4"),
        ("[languagetool]\nallow-remote = true", ":2"),
        ("fail-on = [\n  'error']", ":1"),
    ],
)
def test_a_mistake_has_its_line(tmp_path: Path, text: str, line: str) -> None:
    path = project(tmp_path, text)
    with pytest.raises(UserError) as caught:
        settings_for(tmp_path)
    assert f"({path}{line})" in caught.value.message


def test_a_table_of_another_name_is_refused(tmp_path: Path) -> None:
    path = project(tmp_path, "[project]\nname = 'x'\n[tool.lint_article]\njobs = 2", "pyproject.toml")
    with pytest.raises(UserError) as caught:
        settings_for(tmp_path)
    assert caught.value.message == f"`tool.lint_article` is not read ({path}:3)."
    assert caught.value.hint == "Did you mean `tool.lint-article`?"


def test_the_next_settings_that_a_file_keeps_from_being_read(tmp_path: Path) -> None:
    outer = project(tmp_path, "jobs = 2")
    project(tmp_path / "a", "[tool.lint-article]\njobs = 3", "pyproject.toml")
    inner = project(tmp_path / "a" / "b", "jobs = 4")
    assert load.passed_over(inner) == tmp_path / "a" / "pyproject.toml"
    assert load.passed_over(tmp_path / "a" / "pyproject.toml") == outer
    assert load.passed_over(outer) is None
    beside = project(tmp_path, "[tool.lint-article]\njobs = 5", "pyproject.toml")
    assert load.passed_over(outer) == beside


def test_a_severity_is_a_short_form(tmp_path: Path) -> None:
    project(tmp_path, "[rules]\nCIT001 = 'off'\nuncited-reference = {severity = 'error'}")
    assert settings_for(tmp_path).rules == {"CIT001": {"severity": "off"}, "uncited-reference": {"severity": "error"}}


def test_a_hidden_file_of_settings_is_read(tmp_path: Path) -> None:
    project(tmp_path, "jobs = 2", ".lint-article.toml")
    assert settings_for(tmp_path).jobs == 2


def said(tmp_path: Path, **overrides: Any) -> Settings:
    keys: Mapping[str, Any] = {key.replace("_", "-"): value for key, value in overrides.items()}
    return settings_for(tmp_path, keys)


def test_the_command_line_comes_last(tmp_path: Path) -> None:
    project(tmp_path, 'select = ["TXT"]\nignore = ["TXT001", "TXT002"]\njobs = 2')
    found = said(tmp_path, select=["TXT001"], ignore=["LNK"])
    assert found.select == ("TXT001",)
    assert found.ignore == (Ignore("TXT002"), Ignore("LNK")), "what is asked for is not ignored"
    assert found.jobs == 2
    assert said(tmp_path, grammar={"cache": False}).grammar.cache is False
    assert said(tmp_path, select=["LNK"], ignore=["LNK"]).ignore[-1] == Ignore("LNK"), "it says both by itself"


def test_a_named_file_and_no_file(tmp_path: Path) -> None:
    project(tmp_path, "jobs = 2")
    said = "jobs = 5\nbibliography = ['../refs.bib']\n[grammar]\ncache-dir = 'c'\n[languagetool]\nallow-remote = true"
    named = project(tmp_path / "elsewhere", said, "mine.toml")
    assert settings_for(tmp_path, config=named).jobs == 5
    assert settings_for(tmp_path, isolated=True).jobs == 0
    with pytest.raises(UserError, match="cannot be read"):
        settings_for(tmp_path, config=tmp_path / "none.toml")


def test_the_users_own_settings(tmp_path: Path, no_user_settings: Path) -> None:
    own = 'jobs = 7\n[languagetool]\nurl = "https://lt.example.org"\nallow-remote = true'
    project(no_user_settings.parent, own)
    assert settings_for(tmp_path).jobs == 7, "they stand in for a project's"
    project(tmp_path / "a", 'select = ["TXT"]')
    found = settings_for(tmp_path / "a")
    assert found.jobs == 0
    assert (found.grammar.languagetool.url, found.grammar.languagetool.allow_remote) == ("https://lt.example.org", True)


def test_the_users_own_cache_holds_everywhere(tmp_path: Path, no_user_settings: Path) -> None:
    project(no_user_settings.parent, '[grammar]\ncache-dir = "mine"\nengine = "none"')
    project(tmp_path / "a", 'select = ["TXT"]')
    found = settings_for(tmp_path / "a").grammar
    assert (found.cache_dir, found.engine) == ("mine", "harper")


def test_a_bibliography_of_the_repository_is_named_from_a_folder_of_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    project(tmp_path / "paper", 'bibliography = ["../refs.bib"]')
    assert settings_for(tmp_path / "paper").bibliography == ("../refs.bib",)


def test_a_projects_server_does_not_inherit_a_permission(tmp_path: Path, no_user_settings: Path) -> None:
    project(no_user_settings.parent, '[languagetool]\nurl = "https://lt.example.org"\nallow-remote = true')
    project(tmp_path / "b", '[languagetool]\nurl = "https://other.example.net"')
    found = settings_for(tmp_path / "b").grammar.languagetool
    assert (found.url, found.allow_remote) == ("https://other.example.net", False)
