"""What a grammar engine failed at is never passed for clean: in no output, and not in the exit status."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from jsonschema import Draft4Validator

from lint_article.commands.check import Printing, check
from lint_article.config import Settings
from lint_article.engine.plan import CheckRequest
from lint_article.grammar import embedded, session
from lint_article.grammar.settings import GrammarSettings
from making import checked
from test_reporters import SCHEMA

TEXT = "The results of the work was obtained by them , and they were good.\n\nThat is the end of it, as they say.\n"
GONE = "harper is installed but cannot be started"
Engine = Literal["harper", "languagetool"]


def settings(name: Engine = "harper", **grammar: Any) -> Settings:
    return Settings(grammar=GrammarSettings(engine=name, cache=False, **grammar))


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a manuscript with a fault that needs no engine, while Harper cannot be started."""
    broken = (sys.executable, "-c", "raise SystemExit(1)")
    monkeypatch.setattr(embedded, "command", lambda *_: broken)
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(path: Path, printing: Printing | None = None, **said: Any) -> int:
    grammar = {"engine": "harper", "cache": False, **said.pop("grammar", {})}
    return check(CheckRequest((str(path),), {"grammar": grammar, **said}, isolated=True), printing or Printing())


def test_it_is_a_finding_and_the_others_stay(draft: Path) -> None:
    report = checked(str(draft), settings=settings())
    assert [(found.rule, found.place.line) for found in report.diagnostics] == [
        ("unchecked-text", 1),
        ("stray-space", 1),
    ]
    assert report.diagnostics[0].message == f"The grammar was not checked: {GONE}."
    assert report.incomplete and report.incomplete.hint == "Check without it: --grammar none"
    assert not report.trouble and not report.faults


@pytest.mark.parametrize(
    ("said", "quiet", "status"),
    [
        ({}, False, 2),
        ({}, True, 2),
        ({"ignore": ["SRC007"]}, True, 2),
        ({"fail-on": "never"}, True, 2),
        ({"grammar": {"incomplete": "warning"}}, True, 1),
        ({"grammar": {"incomplete": "warning"}, "fail-on": "error"}, True, 0),
        ({"select": ["TXT"]}, True, 0),
    ],
)
def test_the_exit_status_says_so(
    draft: Path, capsys: pytest.CaptureFixture[str], said: Any, quiet: bool, status: int
) -> None:
    assert run(draft, Printing(quiet=quiet), **said) == status
    out, err = capsys.readouterr()
    how = "warning" if "grammar" in said else "error"
    asked = "select" not in said
    assert (f"{how}: {draft}: The grammar was not checked: {GONE}.\n" in err) == asked
    assert ("SRC007" in out) == (asked and "ignore" not in said)


def test_it_is_said_once_of_many_files(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft.with_name("other.txt").write_text(TEXT, encoding="utf-8")
    assert run(draft.parent) == 2
    out, err = capsys.readouterr()
    assert err.count(GONE) == 1 and err.endswith("Grammar: harper 0.2.0, incomplete in 2 files.\n")
    assert out.count("SRC007") == 2


def test_programs_are_told(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(draft, Printing(quiet=True), **{"output-format": "json"}) == 2
    assert "unchecked-text" in [item["rule"] for item in json.loads(capsys.readouterr().out)]
    assert run(draft, Printing(quiet=True), **{"output-format": "sarif", "ignore": ["SRC007"]}) == 2
    log = json.loads(capsys.readouterr().out)
    Draft4Validator(SCHEMA).validate(log)
    [invocation] = log["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [note["message"]["text"] for note in invocation["toolExecutionNotifications"]] == [
        f"{draft}: The grammar was not checked: {GONE}. Check without it: --grammar none"
    ]


def test_an_engine_that_is_missing_costs_only_its_remarks(
    draft: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("LTP_PATH", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "none"))
    report = checked(str(draft), settings=settings("languagetool"))
    assert [found.rule for found in report.diagnostics] == ["unchecked-text", "stray-space"]
    assert report.incomplete and report.incomplete.hint.startswith("Install it: lint-article languagetool install")


def test_a_fault_of_ours_in_the_grammar_check_costs_only_its_remarks(
    draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Callable[[], None]:
        raise RuntimeError("an oversight")

    monkeypatch.setattr(session, "passages", fail)
    report = checked(str(draft), settings=settings())
    assert [found.rule for found in report.diagnostics] == ["stray-space"]
    assert [(fault.where, fault.error) for fault in report.faults] == [
        ("the grammar check", "RuntimeError: an oversight")
    ]


def test_a_system_without_room_for_a_thread_has_no_memory(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    report = checked(str(draft))
    assert not report.faults
    assert report.trouble and report.trouble.message == f"{draft} could not be checked: there is not enough memory."


def test_a_language_that_an_engine_does_not_know_is_a_note(draft: Path) -> None:
    german = (
        "Die Untersuchung zeigt deutlich, dass sich der Handel nach dem Krieg sehr schnell wieder erholte und wuchs."
    )
    draft.write_text(german, encoding="utf-8")
    report = checked(str(draft), settings=settings())
    assert not report.incomplete and not report.diagnostics
    assert report.notes == (f"{draft}: harper does not know the language: grammar was not checked.",)


def test_a_note_that_holds_for_all_files_is_said_once(
    draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.with_name("other.txt").write_text(TEXT, encoding="utf-8")
    foreign = draft.parent / "kept" / "remarks.sqlite"
    foreign.parent.mkdir()
    foreign.write_text("precious")
    monkeypatch.undo()
    run(draft.parent, grammar={"cache": True, "cache-dir": str(foreign.parent)})
    assert capsys.readouterr().err.count("could not be kept for the next run: ") == 1
    assert foreign.read_text() == "precious"
