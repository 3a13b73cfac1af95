"""The Python interface: values in, values out, the same findings as the command's."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import lint_article
from lint_article import Diagnostic, GrammarSettings, Limits, Settings, UserError, fix, fix_text, lint, lint_text, parse
from lint_article.config import Ignore, Override
from lint_article.config.made import validate_settings

TEXT = """\
Dues rose (Blank 201) , as said (Brandt 2012).

References

Brandt, K. (2012). Harbour dues. Port Review, 18, 2–9.
"""
QUIET = Settings(grammar=GrammarSettings(engine="none"))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    (tmp_path / "lint-article.toml").write_text('grammar.engine = "none"\nignore = ["stray-space"]\n')
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def rules(found: tuple[Diagnostic, ...]) -> list[str]:
    return [diagnostic.rule for diagnostic in found]


def test_lint_finds_what_the_command_finds_with_the_settings_of_the_folder(draft: Path) -> None:
    command = [sys.executable, "-m", "lint_article", "check", "--output-format", "json", str(draft)]
    printed = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
    found = lint(draft).diagnostics
    assert [(one["rule"], one["location"]["column"], one["message"]) for one in printed] == [
        (diagnostic.rule, diagnostic.place.column, diagnostic.message) for diagnostic in found
    ]
    assert "stray-space" not in rules(found)
    assert "stray-space" in rules(lint(draft, QUIET).diagnostics)


def test_a_text_has_the_findings_of_its_file(draft: Path) -> None:
    assert rules(lint_text(TEXT, QUIET).diagnostics) == rules(lint(draft, QUIET).diagnostics)
    assert rules(lint_text(TEXT.encode(), QUIET).diagnostics) == rules(lint(draft, QUIET).diagnostics)
    assert lint_text("# A *title*\n", QUIET, "markdown").diagnostics == ()


def test_fix_writes_the_file_and_fix_text_returns_the_text(draft: Path) -> None:
    fixed = TEXT.replace(" , as", ", as")
    assert fix_text(TEXT, QUIET) == fixed
    report = fix(draft, QUIET)
    assert [(file.path, file.count) for file in report.rewritten] == [(str(draft), 1)]
    assert draft.read_text(encoding="utf-8") == fixed
    assert "stray-space" not in rules(report.diagnostics)


def test_parse_gives_the_facts(draft: Path) -> None:
    document = parse(draft)
    assert [reference.year and reference.year.value for reference in document.references] == ["2012"]
    assert [item.span.of(document.text) for citation in document.citations for item in citation.items] == [
        "Blank 201",
        "Brandt 2012",
    ]


def test_what_the_user_can_mend_is_one_error(tmp_path: Path) -> None:
    calls = (
        lambda: lint(tmp_path / "none.txt"),
        lambda: lint(tmp_path / "none.txt", QUIET),
        lambda: lint(tmp_path),
        lambda: lint(tmp_path, QUIET),
        lambda: fix(tmp_path / "none.txt", QUIET),
        lambda: parse(tmp_path / "none.txt"),
        lambda: lint_text("Words.", QUIET, "markdwon"),
        lambda: lint_text("Words.", Settings(select=("nothing",))),
    )
    for call in calls:
        with pytest.raises(UserError) as caught:
            call()
        assert caught.value.message and caught.value.hint


def wrong(**said: Any) -> Settings:
    return Settings(**said)


@pytest.mark.parametrize(
    ("settings", "message", "hint"),
    [
        (
            wrong(grammar="none"),
            "`grammar` must be a GrammarSettings, not 'none'.",
            "Write grammar=lint_article.GrammarSettings(engine='none').",
        ),
        (wrong(limits=None), "`limits` must be a Limits, not None.", "Write limits=lint_article.Limits(…)."),
        ({}, "`settings` must be a Settings, not {}.", "Write settings=lint_article.Settings(…)."),
        (
            wrong(select="citations"),
            "`select` must be a list, not 'citations' (Settings in Python).",
            'Write ["citations"].',
        ),
        (
            wrong(fail_on="warnings"),
            "`fail-on` must be one of error, warning, suggestion, never, not `warnings` (Settings in Python).",
            "Did you mean `warning`?",
        ),
        (
            Settings(grammar=GrammarSettings(engine="harpo")),
            "`grammar.engine` must be one of harper, languagetool, lingotweaker, none, not `harpo`"
            " (Settings in Python).",
            "Did you mean `harper`?",
        ),
        (Settings(limits=Limits(seconds=-1)), "`limits.seconds` must not be below 0 (Settings in Python).", ""),
    ],
)
def test_settings_of_other_types_are_refused(draft: Path, settings: Any, message: str, hint: str) -> None:
    calls: tuple[Callable[[], object], ...] = (lambda: lint(draft, settings), lambda: lint_text(TEXT, settings))
    for call in calls:
        with pytest.raises(UserError) as caught:
            call()
        assert (caught.value.message, caught.value.hint) == (message, hint)


def test_settings_of_every_kind_hold_as_they_are_made() -> None:
    made = Settings(
        select=("all",),
        ignore=(Ignore("repeated-word", quote="the the"),),
        rules={"stray-space": {"severity": "error"}},
        overrides={"*.md": Override(extend_select=("style",))},
        root="drafts",
        origin="drafts/lint-article.toml",
        limits=Limits(findings=3),
    )
    assert validate_settings(made) == made
    assert validate_settings(wrong(select=["citations"])) == Settings(select=("citations",))


def test_equal_errors_are_equal() -> None:
    assert UserError("A.", "B.") == UserError("A.", "B.") != UserError("A.", "C.")
    assert len({UserError("A."), UserError("A.")}) == 1


def test_the_command_starts_without_the_interface() -> None:
    lines = ("import sys", "import lint_article.cli", "print('lint_article.api' in sys.modules)")
    ran = subprocess.run([sys.executable, "-c", "; ".join(lines)], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_what_is_promised_is_there_and_nothing_else() -> None:
    assert {name for name in lint_article.__all__ if not hasattr(lint_article, name)} == set()
    with pytest.raises(AttributeError):
        lint_article.rulebooks  # noqa: B018 - the look-up is what is tested
