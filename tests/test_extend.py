"""Settings taken from profiles, other files and packages, and settings of single files."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_article.config import Settings, settings_for
from lint_article.config.extend import profiles
from lint_article.engine.overrides import settings_of_file
from lint_article.engine.select import selection
from lint_article.errors import UserError
from lint_article.rulebook import rulebook
from test_config import no_user_settings, project

__all__ = ["no_user_settings"]


def test_a_file_extends_others_and_wins(tmp_path: Path) -> None:
    project(tmp_path, 'fail-on = "never"\nignore = ["GRM"]\njobs = 3\nrules = { CIT001 = "warning" }', "house.toml")
    project(tmp_path, 'extend = ["strict", "../house.toml"]\njobs = 1\nignore = ["TXT"]'.replace("../", ""))
    found = settings_for(tmp_path)
    assert (found.fail_on, found.jobs, [entry.rule for entry in found.ignore]) == ("never", 1, ["GRM", "TXT"])
    assert found.rules == {"CIT001": {"severity": "warning"}}


@pytest.mark.parametrize("name", profiles())
def test_every_profile_leaves_rules_to_run(name: str, tmp_path: Path) -> None:
    project(tmp_path, f'extend = "{name}"')
    found = settings_for(tmp_path)
    assert found.extend == (name,)
    assert selection(found, rulebook(), "draft.txt")
    assert found != Settings(root=found.root, origin=found.origin, extend=(name,)), "it says nothing"


def test_a_package_is_found_and_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path / "some_house_style", 'fail-on = "error"')
    (tmp_path / "some_house_style/__init__.py").write_text("raise SystemExit('it was run')", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    project(tmp_path / "work", 'extend = "some_house_style"')
    assert settings_for(tmp_path / "work").fail_on == "error"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            'extend = "strickt"',
            "There is no profile or package `strickt`, which `extend` names",
            "Did you mean `strict`?",
        ),
        ('extend = "json"', "There is a package `json` without lint-article.toml", "The profiles are case-report, "),
        (
            'extend = "no.toml"',
            "There is no file no.toml, which `extend` names (",
            "Check the path",
        ),
        ('extend = "lint-article.toml"', "lint-article.toml and lint-article.toml extend each other (", "Remove"),
        ('extend = "other.toml"', "other.toml and lint-article.toml extend each other (", "Remove one"),
        ("extend = 3", "`extend` must be a list, not 3 (", ""),
        ('extend = "bad.toml"', "`select` must be a list, not 'x' (", ""),
        ('extend = "net.toml"', "`languagetool.allow-remote` lets text leave this machine", ""),
        ('overrides = { "*.md" = { jobs = 2 } }', "`overrides.*.md.jobs` is not a setting (", "Known: rules, fail-on"),
        ('overrides = { "*.md" = { fail-on = "x" } }', "`overrides.*.md.fail-on` must be one of error, warning", ""),
    ],
)
def test_what_cannot_be_extended_is_refused(text: str, message: str, hint: str, tmp_path: Path) -> None:
    project(tmp_path, 'extend = "lint-article.toml"', "other.toml")
    project(tmp_path, 'select = "x"', "bad.toml")
    project(tmp_path, "[languagetool]\nallow-remote = true", "net.toml")
    project(tmp_path, text)
    with pytest.raises(UserError) as raised:
        settings_for(tmp_path)
    assert message in raised.value.message and hint in raised.value.hint


def test_overrides_are_for_matching_files(tmp_path: Path) -> None:
    project(
        tmp_path,
        """
        ignore = ["GRM"]
        [rules]
        repeated-word = "error"
        [overrides."letters/**"]
        fail-on = "error"
        rules = { repeated-word = "off", CIT001 = "suggestion" }
        ignore = ["LNK"]
        [overrides."*.md"]
        rules = { CIT001 = "warning" }
        """,
    )
    settings = settings_for(tmp_path)
    severities = {
        path: {rule.name: rule.severity for rule in selection(settings_of_file(settings, path), rulebook(), path)}
        for path in (str(tmp_path / name) for name in ("a.txt", "letters/b.txt", "letters/c.md"))
    }
    plain, letter, both = severities.values()
    assert (plain["repeated-word"], plain["citation-without-reference"], "malformed-url" in plain) == (
        "error",
        "error",
        True,
    )
    assert "repeated-word" not in letter and "malformed-url" not in letter and "wrong-article" not in letter
    assert (letter["citation-without-reference"], both["citation-without-reference"]) == ("suggestion", "warning")
    assert settings_of_file(settings, str(tmp_path / "letters/b.txt")).fail_on == "error"
