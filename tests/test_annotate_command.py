"""`annotate` as users call it: one file, several, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Ran, run

TEXT = "We recieve it.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    for name in ("a.md", "b.tex", "sub/a.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return tmp_path


def annotate(folder: Path, *words: str) -> Ran:
    return run(folder, "annotate", "--grammar", "none", "--isolated", *words)


def test_one_file(folder: Path) -> None:
    ran = annotate(folder, "a.md", "-o", "out.md")
    assert (ran.status, ran.out, ran.err) == (0, "", "out.md: 1 comment\n")
    assert "We recieve<!-- lint-article note: " in (folder / "out.md").read_text(encoding="utf-8")
    assert (folder / "a.md").read_text(encoding="utf-8") == TEXT


def test_one_file_from_standard_input_to_standard_output(folder: Path) -> None:
    words = ("annotate", "--grammar", "none", "--isolated", "--format", "markdown", "-", "-o", "-")
    ran = run(folder, *words, stdin=TEXT.encode())
    assert (ran.status, ran.err) == (0, "standard output: 1 comment\n")
    assert ran.out.startswith("We recieve<!-- lint-article note: ") and ran.out.endswith(" --> it.\n")


def test_several_files_go_into_a_folder(folder: Path) -> None:
    ran = annotate(folder, "a.md", "b.tex", "-o", "checked/")
    assert (ran.status, ran.err) == (0, "checked/a.md: 1 comment\nchecked/b.tex: 1 comment\n")
    assert annotate(folder, "a.md", "b.tex", "-o", "checked").status == 0  # it is there now


def test_what_cannot_be_annotated_is_said_and_the_others_are(folder: Path) -> None:
    (folder / "c.bib").write_text("@book{a, title = {T}}\n", encoding="utf-8")
    ran = annotate(folder, "c.bib", "a.md", "-o", "checked/")
    assert ran.status == 2
    assert "error: c.bib cannot be annotated: its format is bibtex.\n" in ran.err
    assert ran.err.endswith("checked/a.md: 1 comment\n")


@pytest.mark.parametrize(("name", "kind"), [("d.docx", "a Word document"), ("d.pdf", "a PDF")])
def test_what_is_damaged_is_said(folder: Path, name: str, kind: str) -> None:
    (folder / name).write_bytes(b"")
    ran = annotate(folder, name, "-o", f"out-{name}")
    said = f"error: {name} cannot be annotated: it is damaged or is not {kind}.\n"
    assert (ran.status, ran.err) == (2, said) and not (folder / f"out-{name}").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("a.md", "-o", "a.md"), "The copy would replace the manuscript."),
        (("a.md", "-o", "link.md"), "The copy would replace the manuscript."),
        (("a.md", "-o", "."), "The copy would replace the manuscript."),
        (("a.md", "b.tex", "-o", "one.md"), "2 manuscripts need a folder."),
        (("a.md", "sub/a.md", "-o", "checked/"), "would have one copy, checked/a.md."),
        (("none.md", "-o", "checked/"), "There is no file none.md."),
    ],
)
def test_nothing_is_written_over(folder: Path, words: tuple[str, ...], said: str) -> None:
    (folder / "link.md").symlink_to(folder / "a.md")
    ran = annotate(folder, *words)
    assert ran.status == 2 and said in ran.err, ran.err
    assert (folder / "a.md").read_text(encoding="utf-8") == TEXT
    assert not list(folder.glob("checked/*"))
