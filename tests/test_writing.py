"""What `--fix` writes, into which files, and what it leaves alone: the command as users meet it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from benchmarks.harm.races import race

from command_line import Ran, run
from lint_article.commands.check import Printing, check
from lint_article.config import Settings
from lint_article.document import Document
from lint_article.engine import files
from lint_article.engine.discover import discover
from lint_article.engine.files import Changed, replace_content
from lint_article.engine.grammar import Grammar, Remarked
from lint_article.engine.job import Job
from lint_article.engine.plan import CheckRequest
from making import checked, rule
from packages import docx, p

FAULT, CURED = "They came , and left.\n", "They came, and left.\n"
BOOK = {
    "main.tex": "\\documentclass{book}\\begin{document}\nIt came , then \\citep{a}.\n\\input{parts/one}\n"
    "\\bibliography{refs}\\end{document}\n",
    "parts/one.tex": "It left , then \\citep{b}.\n",
    "refs.bib": "@book{a, author={Abel, A.}, title={A story , told}, year=2001}\n"
    "@book{b, author={Beck, B.}, title={Two}, year=2002}\n",
}


def made(folder: Path, contents: Mapping[str, str]) -> None:
    for name, text in contents.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def fix(folder: Path, *words: str, stdin: bytes = b"") -> Ran:
    return run(folder, "--grammar", "none", "--select", "TXT", *words, stdin=stdin)


def texts(folder: Path, *names: str) -> list[str]:
    return [(folder / name).read_text(encoding="utf-8") for name in names]


def test_only_fix_writes(tmp_path: Path) -> None:
    text = "They came , and left the the house.\n"
    made(tmp_path, {"draft.txt": text})
    alone = fix(tmp_path, "--unsafe-fixes", "draft.txt")
    assert texts(tmp_path, "draft.txt") == [text]
    assert "2 findings (2 suggestions) in 1 file; 1 fixable with --fix (1 more with --unsafe-fixes)." in alone.err
    assert "+They came, and left the house." in fix(tmp_path, "--unsafe-fixes", "--diff", "draft.txt").out
    assert "+They came, and left the the house." in fix(tmp_path, "--diff", "draft.txt").out
    assert texts(tmp_path, "draft.txt") == [text]
    assert "1 fix written; 1 fixable with --fix --unsafe-fixes." in fix(tmp_path, "--fix", "draft.txt").err
    assert "1 fix written." in fix(tmp_path, "--fix", "--unsafe-fixes", "draft.txt").err
    assert texts(tmp_path, "draft.txt") == ["They came, and left the house.\n"]


def test_included_files_and_bibliographies_are_written(tmp_path: Path) -> None:
    made(tmp_path, BOOK)
    assert "3 fixes written." in fix(tmp_path, "--fix", "main.tex").err
    assert texts(tmp_path, *BOOK) == [text.replace(" ,", ",") for text in BOOK.values()]


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_a_bibliography_that_manuscripts_share_is_fixed_once(tmp_path: Path, jobs: str) -> None:
    names = [f"paper{number}.tex" for number in range(3)]
    made(tmp_path, {name: BOOK["main.tex"].replace("\\input{parts/one}", name) for name in names} | BOOK)
    shown = fix(tmp_path, "--diff", "--jobs", jobs, *names, "main.tex")
    assert shown.out.count("+++ refs.bib") == 1
    ran = fix(tmp_path, "--fix", "--jobs", jobs, *names, "main.tex")
    assert ran.status == 0 and "error" not in ran.err
    assert all(" ," not in text for text in texts(tmp_path, *names, *BOOK))


def test_what_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    draft = tmp_path / "draft.docx"
    draft.write_bytes(docx(p("They came , and left , too.")))
    data = draft.read_bytes()
    assert fix(tmp_path, "draft.docx").err == "2 findings (2 suggestions) in 1 file. Grammar: not checked.\n"
    note = "note: draft.docx: 2 fixes cannot be written into a Word document; they are shown only.\n"
    assert fix(tmp_path, "--fix", "draft.docx").err.startswith(note)
    assert draft.read_bytes() == data


def test_a_file_outside_of_the_project_is_not_written(tmp_path: Path) -> None:
    project, victim = tmp_path / "project", tmp_path / "victim.txt"
    made(tmp_path, {"project/real.txt": FAULT})
    victim.write_text(FAULT, encoding="utf-8")
    (project / "draft.txt").symlink_to("../victim.txt")
    (project / "link.txt").symlink_to("real.txt")
    ran = fix(project, "--fix", "draft.txt", "link.txt")
    assert "note: draft.txt: 1 fix cannot be written into a file outside of the project; it is shown only." in ran.err
    assert victim.read_text(encoding="utf-8") == FAULT
    assert texts(project, "real.txt") == [CURED] and (project / "link.txt").is_symlink()


def test_standard_input_leaves_the_files_that_it_includes_alone(tmp_path: Path) -> None:
    made(tmp_path, BOOK)
    ran = fix(tmp_path, "--fix", "--stdin-filename", "main.tex", "-", stdin=BOOK["main.tex"].encode())
    assert ran.out == BOOK["main.tex"].replace(" ,", ",")
    assert texts(tmp_path, *BOOK) == list(BOOK.values())


def test_what_was_typed_meanwhile_is_left_alone() -> None:
    counts = race(3, seed=5, size=20_000)
    assert sum(counts.values()) == 3 and not [outcome for outcome in counts if outcome.endswith("LOST")]


def test_a_file_that_changed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made(tmp_path, BOOK)
    monkeypatch.chdir(tmp_path)

    def typing(_: Grammar, document: Document, __: Job) -> Remarked:
        Path("refs.bib").write_text("@book{c, title={Newer , words}}", encoding="utf-8")
        return Remarked(document)

    monkeypatch.setattr(Grammar, "remark", typing)
    asked = CheckRequest(("main.tex",), {"select": ["TXT"]}, isolated=True, fix=("safe",), write=True)
    assert check(asked, Printing()) == 2
    out, err = capsys.readouterr()
    assert "error: refs.bib changed while it was checked; nothing was written.\n" in err
    assert "3 findings (3 suggestions) in 1 file; 3 fixable with --fix." in err and out.count("stray-space") == 3
    assert texts(tmp_path, *BOOK) == [BOOK["main.tex"], BOOK["parts/one.tex"], "@book{c, title={Newer , words}}"]


@pytest.mark.parametrize("can_exchange", [True, False])
def test_newer_words_are_never_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"newer")
    if not can_exchange:
        monkeypatch.setattr(files, "_exchange_content", lambda *_: False)
    with pytest.raises(Changed):
        replace_content(str(draft), b"before", b"after")
    assert draft.read_bytes() == b"newer"
    assert replace_content(str(draft), b"newer", b"after")
    assert not replace_content(str(draft), b"before", b"after")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"after"]
    draft.unlink()
    with pytest.raises(Changed):
        replace_content(str(draft), b"after", b"again")
    assert list(tmp_path.iterdir()) == []


def test_a_bibliography_keeps_its_encoding(tmp_path: Path) -> None:
    made(tmp_path, BOOK)
    latin = BOOK["main.tex"].replace("{book}", "{book}\\usepackage[latin1]{inputenc}")
    (tmp_path / "main.tex").write_text(latin, encoding="latin-1")
    (tmp_path / "refs.bib").write_bytes(b"@book{a, author={Abel, \xc9.}, title={A story , told}, year=2001}\n")
    assert "3 fixes written." in fix(tmp_path, "--fix", "main.tex").err
    assert b"Abel, \xc9.}, title={A story, told}" in (tmp_path / "refs.bib").read_bytes()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("refs.json", '[{"id": "a", "title": "A tow story", "author": [{"family": "Abel"}]}]'),
        ("refs.yaml", "references:\n- id: a\n  title: A tow story\n  author:\n  - family: Abel\n"),
        ("refs.bib", "@book{a, title={A tow story}, author={Abel, A.}}"),
    ],
)
def test_what_is_markup_in_a_bibliography_is_not_written(name: str, content: str, tmp_path: Path) -> None:
    for new, written in (("two", True), ('a "two', False), ("two\\b", False)):
        made(tmp_path, {"main.md": f"---\nbibliography: {name}\n---\n\nAs [@a] said.\n", name: content})
        swap = rule(pattern=r"\btow\b", name="swap", replace=new, safety="safe")
        checked(str(tmp_path / "main.md"), [swap], fix=["safe"], write=True)
        assert texts(tmp_path, name) == [content.replace("tow", new) if written else content]


def test_owner_and_permissions_are_kept(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(FAULT, encoding="utf-8")
    draft.chmod(0o664)
    with suppress(PermissionError):
        os.chown(draft, 1, 1)
    before = draft.stat()
    assert checked(str(draft), fix=["safe"], write=True).rewritten[0].count == 1
    after = draft.stat()
    assert (after.st_uid, after.st_gid, after.st_mode) == (before.st_uid, before.st_gid, before.st_mode)


def test_what_a_killed_run_leaves_is_no_manuscript(tmp_path: Path) -> None:
    made(tmp_path, {"draft.txt": FAULT, ".draft.txt.x1.lint-article": FAULT})
    assert discover(str(tmp_path), Settings()).files == (str(tmp_path / "draft.txt"),)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_into_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    (tmp_path / "a.txt").write_text("It saw the the sea.\n", encoding="utf-8")
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    ran = run(tmp_path, "--grammar", "none", "--output-format", "concise", "-o", "pipe", "a.txt")
    assert os.read(reader, 1000).startswith(b"a.txt:1:8: suggestion TXT010") and pipe.is_fifo()
    os.close(reader)
    assert ran.status == 0 and ran.out == ""
