"""`lint-article languagetool` and `lint-article cache`."""

from __future__ import annotations

from pathlib import Path

import pytest
from language_tool_python import download_lt
from typer.testing import CliRunner

from lint_article.commands import cache, languagetool
from lint_article.grammar import cache as kept_remarks
from lint_article.grammar.places import cache_file, report_folder


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "LTP_PATH"):
        monkeypatch.setenv(name, str(tmp_path / name))


def said(app: object, *words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, words)  # type: ignore[arg-type]
    return result.exit_code, result.stdout, result.stderr


def test_the_cache_is_shown_and_cleared(tmp_path: Path) -> None:
    file = cache_file()
    reports = f"{report_folder()}: nothing kept yet\n"
    assert file.is_relative_to(tmp_path)
    assert said(cache.app, "show") == (0, f"{reports}{file}: nothing kept yet\n", "")
    kept_remarks.remember(file, {b"key": ()})
    size = file.stat().st_size
    assert said(cache.app, "show") == (0, f"{reports}{file}: {size / 1000:.0f} KB\n", "")
    assert said(cache.app, "clear")[0] == 0
    assert not file.exists()
    assert said(cache.app, "clear") == (0, "0 KB freed.\n", "")


def test_status_says_what_is_there() -> None:
    assert said(languagetool.app, "status") == (1, "Installed: no\nRunning: no\n", "")
    assert said(languagetool.app, "stop") == (0, "No LanguageTool was running.\n", "")


def test_installing_names_the_size_and_asks_first() -> None:
    status, out, err = said(languagetool.app, "install")
    assert (status, out) == (2, "")
    assert err.startswith("LanguageTool 6.8 is 259 MB to download and 395 MB on disk.\n")
    assert "install --yes" in err


def test_installing_is_left_to_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(download_lt.ReleaseLocalLanguageTool, "download", lambda self: asked.append(self.version_name))
    assert said(languagetool.app, "install", "--yes")[:2] == (0, "LanguageTool 6.8 is installed.\n")
    assert asked == ["6.8"]


def test_a_failed_installation_is_the_users_to_mend(monkeypatch: pytest.MonkeyPatch) -> None:

    def fail(_: object) -> None:
        raise SystemExit("could not parse Java version")

    monkeypatch.setattr(download_lt.ReleaseLocalLanguageTool, "download", fail)
    status, _, err = said(languagetool.app, "install", "--yes")
    assert status == 2
    assert "error: LanguageTool could not be installed: could not parse Java version" in err


def test_starting_without_an_installation_says_what_helps() -> None:
    status, _, err = said(languagetool.app, "start")
    assert status == 2
    assert "hint: Install it: lint-article languagetool install" in err
