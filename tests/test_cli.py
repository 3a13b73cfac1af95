"""The command as users meet it: words, exit statuses, and what goes to which stream."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from lint_article import __version__
from lint_article.rulebook import rulebook

BAD = b"A caf\xe9 in Paris.\n"


class Ran(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.txt").write_bytes(BAD)
    (tmp_path / "good.txt").write_text("A tea in Paris.\n", encoding="utf-8")
    return tmp_path


def run(folder: Path, *words: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> Ran:
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder / "none"), "PYTHONIOENCODING": "utf-8", **(env or {})}
    done = subprocess.run(
        [sys.executable, "-m", "lint_article", *words], cwd=folder, input=stdin, capture_output=True, env=environment
    )
    return Ran(done.returncode, done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode())


def check(folder: Path, *words: str, stdin: bytes = b"") -> Ran:
    return run(folder, "--grammar", "none", *words, stdin=stdin)


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
        (["proofread"], "error: There is no command or file `proofread`.\n  hint: The commands are check, inspect"),
        (["https://example.org/p.pdf"], "error: https://example.org/p.pdf is not a file. lint-article reads files;"),
        (["10.1000/182"], "error: 10.1000/182 is not a file. lint-article reads files; nothing is fetched."),
        (["arXiv:2101.01234v2"], "error: arXiv:2101.01234v2 is not a file."),
        (["inspect", "hep-th/9901001"], "error: hep-th/9901001 is not a file."),
        (["draft.rtf"], "error: draft.rtf is an RTF file, which is not read.\n  hint: Save it as .docx.\n"),
        (["inspect", "draft.rtf"], "error: draft.rtf is an RTF file, which is not read."),
        (["--format", "zzz", "good.txt"], "error: No format is called `zzz`.\n  hint: The formats are bibtex, docx, "),
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
    (folder / "draft.rtf").write_bytes(rb"{\rtf1 words}")
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


def test_an_internal_error_never_ends_in_no_findings(folder: Path) -> None:
    code = (
        "from lint_article.engine import run\n"
        "from lint_article.cli import main\n"
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
        "from lint_article.cli import main\n"
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
    counted = {"code": "SRC002", "name": "undecodable-bytes", "count": 1, "severity": "error"}
    assert json.loads(check(folder, "--statistics", "--output-format", "json", "bad.txt").out) == [counted]
    check(folder, "--statistics", "-o", "counts.txt", "bad.txt")
    assert (folder / "counts.txt").read_text(encoding="utf-8") == ran.out


def test_show_files_and_settings(folder: Path) -> None:
    assert check(folder, "--show-files").out == "bad.txt\ngood.txt\n"
    shown = check(folder, "--show-settings", "--select", "TXT").out
    assert 'select = ["TXT"]' in shown and "[grammar.languagetool]" in shown


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
        code = "import sys; sys.argv[0] = 'lint-article'; from lint_article.cli import main; main()"
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
