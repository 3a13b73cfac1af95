"""Runs as users meet them: what fails, what is printed where, and what is said of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import BAD, check, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.txt").write_bytes(BAD)
    (tmp_path / "good.txt").write_text("A tea in Paris.\n", encoding="utf-8")
    return tmp_path


def test_an_internal_error_never_ends_in_no_findings(folder: Path) -> None:
    code = (
        "from lint_article.engine import run\n"
        "from lint_article.__main__ import main\n"
        "read = run.read\n"
        "def failing(source):\n"
        "    if 'good' in source.path: raise KeyError(15)\n"
        "    return read(source)\n"
        "run.read = failing\n"
        "main()\n"
    )
    words = [sys.executable, "-c", code, "--isolated", "--grammar", "none"]
    both = subprocess.run([*words, "good.txt", "bad.txt"], cwd=folder, capture_output=True, text=True)
    assert both.returncode == 2
    assert both.stderr.startswith("internal error in reading on good.txt: KeyError: 15\n")
    assert both.stderr.endswith(
        "1 finding (1 error) in 1 file; 1 of 2 files could not be checked. Grammar: not checked.\n"
    )
    alone = subprocess.run([*words, "good.txt"], cwd=folder, capture_output=True, text=True)
    assert alone.returncode == 2 and alone.stderr.endswith("Nothing was checked.\n")


def test_a_rule_that_fails_never_ends_in_no_findings(folder: Path) -> None:
    code = (
        "from lint_article.engine import lint\n"
        "from lint_article.__main__ import main\n"
        "runner = lint.runner\n"
        "def failing(kind, name):\n"
        "    if name == 'stray-space': raise KeyError(15)\n"
        "    return runner(kind, name)\n"
        "lint.runner = failing\n"
        "main()\n"
    )
    words = [sys.executable, "-c", code, "--isolated", "--grammar", "none", "--jobs", "1", "good.txt"]
    (folder / "good.txt").write_text("A tea , in Paris.\n", encoding="utf-8")
    ran = subprocess.run([*words, "none.txt"], cwd=folder, capture_output=True, text=True)
    assert ran.returncode == 2
    assert "internal error in rule stray-space on good.txt: KeyError: 15\n" in ran.stderr
    said = "1 of 2 files could not be checked; 1 of 2 files could not be checked completely; no findings in the rest. "
    assert ran.stderr.splitlines()[-1] == f"{said}Grammar: not checked."


def test_standard_input(folder: Path) -> None:
    ran = check(folder, "--output-format", "concise", "-", stdin=BAD)
    assert ran.out.startswith("-:1:6: error")
    named = check(folder, "--output-format", "concise", "--stdin-filename", "sub/draft.txt", "-", stdin=BAD)
    assert named.out.startswith("sub/draft.txt:1:6: error")
    assert "no such format" not in named.err


def test_json_and_file_output(folder: Path) -> None:
    ran = check(folder, "--output-format", "json", "bad.txt")
    [found] = json.loads(ran.out)
    assert (found["rule"], found["location"]) == ("undecodable-bytes", {"row": 1, "column": 6})
    for option in ("--output", "--output-file", "-o"):
        written = check(folder, "--output-format", "json", option, f"out{option}.json", "bad.txt")
        assert written.out == ""
        assert (folder / f"out{option}.json").read_text(encoding="utf-8") == ran.out
    assert json.loads(check(folder, "--output-format", "json", "good.txt").out) == []


def test_output_is_the_same_for_any_number_of_jobs(folder: Path) -> None:
    for number in range(5):
        (folder / f"{number}.txt").write_bytes(BAD * (number + 1))
    one, three = (check(folder, "--jobs", jobs, "--output-format", "json", ".") for jobs in ("1", "3"))
    assert one == three
    assert len(json.loads(one.out)) == 1 + 1 + 2 + 3 + 4 + 5


def test_colours(folder: Path) -> None:
    assert "\x1b[" not in check(folder, "bad.txt").out
    assert "\x1b[31merror\x1b[0m" in check(folder, "--color", "always", "bad.txt").out
    forced = {"FORCE_COLOR": "1"}
    assert "\x1b[31m" in run(folder, "--grammar", "none", "bad.txt", env=forced).out
    assert "\x1b[" not in run(folder, "--grammar", "none", "--color", "never", "bad.txt", env=forced).out


def test_names_that_are_no_utf_8(folder: Path) -> None:
    name = os.fsencode(folder) + b"/b\xe9.txt"
    try:
        Path(os.fsdecode(name)).write_bytes(BAD)
    except OSError:
        pytest.skip("this file system has no such names")
    ran = check(folder, "--output-format", "json", os.fsdecode(name))
    assert json.loads(ran.out)[0]["filename"].endswith("b\ufffd.txt")


def test_statistics(folder: Path) -> None:
    ran = check(folder, "--statistics", "bad.txt")
    assert ran.out.split()[:3] == ["1", "SRC002", "undecodable-bytes"]
    counted = {"code": "SRC002", "name": "undecodable-bytes", "count": 1, "severity": "error", "files": 1}
    assert json.loads(check(folder, "--statistics", "--output-format", "json", "bad.txt").out) == [counted]
    check(folder, "--statistics", "-o", "counts.txt", "bad.txt")
    assert (folder / "counts.txt").read_text(encoding="utf-8") == ran.out


def test_show_files_and_settings(folder: Path) -> None:
    assert check(folder, "--show-files").out == "bad.txt\ngood.txt\n"
    shown = check(folder, "--show-settings", "--select", "TXT").out
    assert 'select = ["TXT"]  # command line' in shown and "[grammar.languagetool]" in shown


def test_each_setting_is_shown_with_its_origin(folder: Path) -> None:
    own = folder / "none" / "lint-article" / "lint-article.toml"
    own.parent.mkdir(parents=True)
    own.write_text('dictionary = ["Ghent"]\njobs = 9', encoding="utf-8")
    written = """extend = "journal"
    fail-on = "error"
    dictionary = ["Malmö"]
    [rules]
    CIT = "off"
    [overrides."b*"]
    fail-on = "never"
    rules = { REF = "off" }
    """
    (folder / "lint-article.toml").write_text(written, encoding="utf-8")
    shown = check(folder, "--show-settings", "--jobs", "1").out
    assert [line for line in shown.splitlines() if "default" not in line and "profile" not in line and "=" in line] == [
        'extend = ["journal"]  # lint-article.toml:1',
        'fail-on = "error"  # lint-article.toml:2',
        'dictionary = ["Ghent", "Malmö"]  # none/lint-article/lint-article.toml:1, lint-article.toml:3',
        "jobs = 1  # command line",
        'severity = "off"  # lint-article.toml:5',
        'fail-on = "never"  # lint-article.toml:7',
        'severity = "off"  # lint-article.toml:8',
        'engine = "none"  # command line',
    ]
    assert 'severity = "error"  # profile journal' in shown and 'output-format = "full"  # default' in shown


def test_settings_of_each_files_own_folder(folder: Path) -> None:
    (folder / "inner").mkdir()
    (folder / "inner" / "bad.txt").write_bytes(BAD)
    (folder / "inner" / "lint-article.toml").write_text('ignore = ["SRC"]', encoding="utf-8")
    assert check(folder, "--output-format", "concise", ".").out.count("\n") == 1


def test_silent_mistakes_in_settings_are_said(folder: Path) -> None:
    (folder / "inner").mkdir()
    (folder / "inner" / "good.txt").write_bytes(b"A tea in Paris.\n")
    (folder / "lint-article.toml").write_text("jobs = 1", encoding="utf-8")
    settings = folder / "inner" / "lint-article.toml"
    settings.write_text('[[ignore]]\nrule = "TXT"\nquote = "no such words"', encoding="utf-8")
    assert check(folder, "inner").err.splitlines()[:-1] == [
        "note: The settings in inner/lint-article.toml are used alone; those in lint-article.toml are not read.",
        "note: No file has the words `no such words`, which `ignore` in the settings names.",
    ]
    assert len(check(folder, "inner/good.txt").err.splitlines()) == 2, "one file cannot tell of a quote"
    settings.write_text('jobs = 1\nexclude = ["[a"]', encoding="utf-8")
    said = "`[a` in `exclude` is not a valid pattern (inner/lint-article.toml:2)."
    assert said in check(folder, "inner").err
    settings.write_text('select = ["TXT", "CITT"]', encoding="utf-8")
    assert "No rule is called `CITT` (inner/lint-article.toml:1)." in check(folder, "inner").err
    assert "No rule is called `CITT`.\n" in check(folder, "--select", "CITT", "inner").err


def test_a_broken_gitignore_is_no_fault(folder: Path) -> None:
    (folder / ".gitignore").write_text("\\\n[z-a]\nbad.txt\n", encoding="utf-8")
    assert check(folder, "--show-files", ".").out == "good.txt\n"


def test_a_closed_pipe_is_no_traceback(folder: Path) -> None:
    (folder / "long.txt").write_bytes(b"\xe9 word word word\n" * 9 + b"\n" * 100_000)
    command = f"{sys.executable} -m lint_article --grammar none {'long.txt ' * 1} bad.txt --jobs 1 | head -n 1"
    done = subprocess.run(["bash", "-c", f"{command} > /dev/null"], cwd=folder, capture_output=True)
    assert b"Traceback" not in done.stderr and b"BrokenPipe" not in done.stderr


def test_a_github_run_gets_its_summary(folder: Path) -> None:
    page = folder / "summary.md"
    page.write_text("Before.\n", encoding="utf-8")
    ran = run(
        folder, "--grammar", "none", "--output-format", "github", "bad.txt", env={"GITHUB_STEP_SUMMARY": str(page)}
    )
    assert ran.status == 1 and ran.out.startswith("::error file=bad.txt")
    assert page.read_text(encoding="utf-8").splitlines() == [
        "Before.",
        "## lint-article",
        "",
        "1 finding (1 error) in 1 file. Grammar: not checked.",
        "",
        "### bad.txt",
        "",
        "- **error** SRC002 undecodable-bytes, line 1: The byte sequence E9 at offset 5 cannot be decoded.",
        "  <br>A caf<mark>\ufffd</mark> in Paris.",
        "",
    ]
