"""The command as users meet it: words, exit statuses, and what goes to which stream."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from command_line import BAD, Ran, check, run
from lint_article import __version__
from lint_article.rulebook import rulebook


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.txt").write_bytes(BAD)
    (tmp_path / "good.txt").write_text("A tea in Paris.\n", encoding="utf-8")
    return tmp_path


def test_check_is_the_default_command(folder: Path) -> None:
    assert check(folder, "bad.txt") == run(folder, "check", "--grammar", "none", "bad.txt")


def test_findings_go_to_standard_output_and_the_summary_to_standard_error(folder: Path) -> None:
    ran = check(folder, "--output-format", "concise", "bad.txt", "good.txt")
    assert ran.status == 1
    message = "The byte sequence E9 at offset 5 cannot be decoded."
    assert ran.out == f"bad.txt:1:6: error SRC002 undecodable-bytes: {message}\n"
    assert ran.err == "1 finding (1 error) in 1 of 2 files. Grammar: not checked.\n"
    assert check(folder, "-q", "bad.txt").err == ""


def test_silence_is_status_0(folder: Path) -> None:
    assert check(folder, "good.txt") == Ran(0, "", "No findings in 1 file. Grammar: not checked.\n")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["bad.txt"], 1),
        (["--fail-on", "never", "bad.txt"], 0),
        (["--exit-zero", "bad.txt"], 0),
        (["--ignore", "SRC", "bad.txt"], 0),
        (["--select", "CIT,LNK", "bad.txt"], 0),
        (["--select", "undecodable-bytes", "bad.txt"], 1),
        (["--exit-zero", "none.txt"], 2),
        (["none.txt", "bad.txt"], 2),
        (["."], 1),
        ([], 1),
    ],
)
def test_exit_status(folder: Path, words: Sequence[str], status: int) -> None:
    assert check(folder, *words).status == status


def test_the_failing_severity(folder: Path) -> None:
    (folder / "lint-article.toml").write_text('[rules.SRC002]\nseverity = "suggestion"', encoding="utf-8")
    assert check(folder, "bad.txt").status == 0
    assert check(folder, "--fail-on", "suggestion", "bad.txt").status == 1
    (folder / "lint-article.toml").write_text('[rules.SRC002]\nseverity = "warning"', encoding="utf-8")
    assert check(folder, "bad.txt").status == 1
    assert check(folder, "--fail-on", "error", "bad.txt").status == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["none.txt"], "error: There is no file none.txt.\n  hint: Check the path.\nNothing was checked.\n"),
        (["godo.txt"], "error: There is no file godo.txt.\n  hint: Did you mean `good.txt`?\nNothing was checked.\n"),
        (["chek", "good.txt"], "error: There is no command or file `chek`.\n  hint: Did you mean `check`?\n"),
        (["proofread"], "error: There is no command or file `proofread`.\n  hint: The commands are check, inspect, "),
        (["https://example.org/p.pdf"], "error: https://example.org/p.pdf is not a file. lint-article reads files;"),
        (["10.1000/182"], "error: 10.1000/182 is not a file. lint-article reads files; nothing is fetched."),
        (["arXiv:2101.01234v2"], "error: arXiv:2101.01234v2 is not a file."),
        (["inspect", "hep-th/9901001"], "error: hep-th/9901001 is not a file."),
        (["draft.texi"], "error: draft.texi is a Texinfo file, which is not read.\n  hint: Convert it to .html.\n"),
        (["inspect", "draft.texi"], "error: draft.texi is a Texinfo file, which is not read."),
        (
            ["--format", "zzz", "good.txt"],
            "error: No format is called `zzz`.\n  hint: The formats are archive, bibtex, ",
        ),
        (["inspect", "--format", "markdwon", "good.txt"], "  hint: Did you mean `markdown`?"),
        (["--select", "CIT", "--ignore", "CIT", "good.txt"], "error: No rule is selected.\n"),
        (
            ["--select", "ctations", "good.txt"],
            "error: No rule is called `ctations`.\n  hint: Did you mean `citations`?",
        ),
        (["--config", "none.toml", "good.txt"], "error: The settings none.toml cannot be read: No such file"),
        (["--bibliography", "none.bib", "good.txt"], "There is no bibliography"),
        (["--output", "none/out.txt", "bad.txt"], "error: none/out.txt cannot be written: No such file"),
        (["--output-fromat", "json"], "No such option: --output-fromat"),
        (
            ["--output-format", "xml", "good.txt"],
            "error: `output-format` must be one of checkstyle, concise, full, github, gitlab, ",
        ),
        (["explain", "uncited-refrence"], "error: No rule is called `uncited-refrence`.\n  hint: Did you mean"),
        (["inspect", "none.txt"], "error: There is no file none.txt."),
    ],
)
def test_what_cannot_be_done_is_status_2_and_one_sentence(folder: Path, words: Sequence[str], said: str) -> None:
    (folder / "draft.texi").write_text("words", encoding="utf-8")
    ran = run(folder, *words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_one_bad_path_does_not_touch_the_others(folder: Path) -> None:
    (folder / "photo.txt").write_bytes(b"\x89PNG\0\0")
    ran = check(folder, "--output-format", "concise", "photo.txt", "none.txt", "bad.txt")
    assert ran.status == 2
    assert ran.out.startswith("bad.txt:1:6")
    assert "photo.txt is a picture, which is not read." in ran.err and "There is no file none.txt" in ran.err
    assert ran.err.endswith("1 finding (1 error) in 1 file; 2 of 3 files could not be checked. Grammar: not checked.\n")


def test_an_empty_file_is_noted(folder: Path) -> None:
    (folder / "empty.txt").touch()
    ran = check(folder, "empty.txt")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith("note: empty.txt is empty: there is nothing to check.\n")


def test_an_empty_folder_is_noted(folder: Path) -> None:
    (folder / "empty").mkdir()
    ran = check(folder, "empty")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith("note: There is no manuscript in the folder empty; it was searched for .docx")
    assert ran.err.endswith("Nothing was checked.\n")


def test_an_ending_that_is_not_known_is_noted(folder: Path) -> None:
    for name, why in (("draft.foo", ".foo is not a known extension"), ("draft", "its name has no extension")):
        (folder / name).write_text("A tea in Paris.\n", encoding="utf-8")
        note = f"note: {name} was read as plain text, because {why}; `--format` reads it as another format.\n"
        ran = check(folder, name)
        assert (ran.status, ran.out) == (0, "")
        assert ran.err == f"{note}No findings in 1 file. Grammar: not checked.\n"
        assert "note" not in check(folder, "--format", "md", name).err


def test_what_no_rule_is_left_for_is_noted(folder: Path) -> None:
    (folder / "lint-article.toml").write_text('[per-file-ignores]\n"good*" = ["all"]', encoding="utf-8")
    ran = check(folder, "--exit-zero", "good.txt", "bad.txt")
    assert ran.err.startswith("note: good.txt is not checked: the settings ignore every rule for it.\n1 finding")


def test_version_and_help(folder: Path) -> None:
    for words in (["--version"], ["-V"], ["good.txt", "--version"], ["check", "-V"]):
        assert run(folder, *words) == Ran(0, f"lint-article {__version__}\n", "")
    assert run(folder, "help") == run(folder, "--help")
    assert run(folder, "help", "explain") == run(folder, "explain", "--help")
    assert "inspect" in run(folder, "--help").out
    assert "--unsafe-fixes" in run(folder, "check", "--help").out


def test_shell_completion(folder: Path) -> None:
    def completed(words: str, at: int) -> list[str]:
        env = {"_LINT_ARTICLE_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(at)}
        code = "import sys; sys.argv[0] = 'lint-article'; from lint_article.__main__ import main; main()"
        done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, env={**os.environ, **env})
        return done.stdout.decode().split()

    assert completed("lint-article ins", 1) == ["inspect"]
    assert completed("lint-article --output-fo", 1) == ["--output-format"]
    assert "undecodable-bytes" in completed("lint-article --select und", 2)
    assert completed("lint-article explain SRC002", 2) == ["SRC002"]
    assert completed("lint-article check --output-format sar", 3) == ["sarif"]


def test_rules_and_explain(folder: Path) -> None:
    listed = run(folder, "rules").out.splitlines()
    assert [line.split()[0] for line in listed] == [rule.code for rule in rulebook()]
    as_json = json.loads(run(folder, "rules", "--output-format", "json").out)
    assert [rule["name"] for rule in as_json] == [rule.name for rule in rulebook()]
    page = run(folder, "explain", "SRC002").out
    assert page == run(folder, "explain", "undecodable-bytes").out
    family = [line for line in listed if line.startswith("SRC")]
    assert run(folder, "explain", "SRC").out.splitlines() == run(folder, "explain", "source").out.splitlines() == family
    assert "undecodable-bytes (SRC002, error)" in page and "Left alone:" in page


def test_fixing(folder: Path) -> None:
    text = "They came , and left.\r\n"
    draft = folder / "draft.txt"
    draft.write_bytes(text.encode())
    words = ("--select", "stray-space")
    shown = check(folder, *words, "--diff", "draft.txt")
    assert shown.status == 1 and "+They came, and left." in shown.out
    assert draft.read_bytes() == text.encode()
    ran = check(folder, *words, "--fix", "draft.txt")
    assert draft.read_bytes() == b"They came, and left.\r\n"
    assert (ran.status, ran.out) == (0, "") and "1 fix written" in ran.err
    assert check(folder, *words, "--diff", "draft.txt").status == 0
    piped = check(folder, *words, "--fix", "-", stdin=text.encode())
    assert piped.out == "They came, and left.\r\n"
