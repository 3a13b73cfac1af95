"""What a folder is searched for, and what is left out."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest
import yaml

from lint_article.config import Settings
from lint_article.config.load import find_settings, user_file
from lint_article.engine.discover import Discovery, discover
from lint_article.engine.load import load
from lint_article.errors import UserError
from lint_article.readers.formats import ENDINGS, FORMATS, format_of

FILES = {
    "draft.txt": "x",
    "paper.tex": "x",
    "photo.png": "x",
    "requirements.txt": "x",
    "LICENSE.txt": "x",
    "data.xml": "<?xml version='1.0'?><rows/>",
    "article.xml": "<?xml version='1.0'?><!DOCTYPE article><article/>",
    ".hidden/draft.txt": "x",
    "node_modules/read.md": "x",
    "build/draft.md": "x",
    "chapters/one.md": "x",
    "chapters/two.MD": "x",
    "chapters/old/three.md": "x",
    "chapters/.gitignore": "old/\n",
    ".gitignore": "*.tex\n!keep.tex\n",
    "keep.tex": "x",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def found(folder: Path, **settings: object) -> list[str]:
    files = discover(str(folder), Settings(root=str(folder), **settings)).files  # type: ignore[arg-type]
    return [str(Path(path).relative_to(folder)) for path in files]


def test_a_folder_is_searched_for_manuscripts(folder: Path) -> None:
    assert found(folder) == ["article.xml", "draft.txt", "keep.tex", "chapters/one.md", "chapters/two.MD"]


def test_exclude_is_a_gitignore(folder: Path) -> None:
    assert found(folder, exclude=("/chapters/", "*.xml")) == ["draft.txt", "keep.tex"]


def test_a_gitignore_above_the_folder_holds_in_a_repository(folder: Path) -> None:
    (folder / "chapters" / "four.tex").write_text("x", encoding="utf-8")
    inner = folder / "chapters"
    assert "chapters/four.tex" in [f"chapters/{name}" for name in found(inner)]
    (folder / ".git").mkdir()
    assert found(inner) == ["one.md", "two.MD"]


def test_a_named_file_is_taken_as_it_is(folder: Path) -> None:
    photo = str(folder / "photo.png")
    settings = Settings(root=str(folder), exclude=("*.png",))
    assert discover(photo, settings) == Discovery((photo,))
    assert discover(photo, Settings(root=str(folder), exclude=("*.png",), force_exclude=True)) == Discovery(())
    assert discover("-", settings) == Discovery(("-",))


def test_what_a_tool_names_is_taken_as_if_it_was_found(folder: Path) -> None:
    settings = Settings(root=str(folder), force_exclude=True)
    for name, note in (("article.xml", None), ("draft.txt", None), ("data.xml", ""), ("draft.rtf", "an RTF file")):
        path = str(folder / name)
        if name == "draft.rtf":
            Path(path).write_bytes(rb"{\rtf1 words}")
        notes = (f"{path} is {note}, which is not read. Save it as .docx.",) if note else ()
        assert discover(path, settings) == Discovery((path,) if note is None else (), notes)
    assert discover(str(folder / "none.txt"), settings) == Discovery((str(folder / "none.txt"),)), (
        "said when it is read"
    )


def test_a_folder_without_manuscripts_is_noted(tmp_path: Path) -> None:
    found = discover(str(tmp_path), Settings())
    assert found.files == ()
    assert found.notes[0].startswith(f"There is no manuscript in the folder {tmp_path}; it was searched for .docx,")


def test_what_a_folder_has_of_formats_that_are_not_read_is_noted(folder: Path) -> None:
    (folder / "draft.rtf").write_bytes(b"{\\rtf1 words}")
    assert discover(str(folder), Settings()).notes == (
        f"{folder}/draft.rtf is an RTF file, which is not read. Save it as .docx.",
    )
    (folder / "letter.txt").write_bytes(b"{\\rtf1 words}")
    (folder / "chapters" / "four.sxw").touch()
    (folder / "chapters" / "five.xml").write_text("<?xml version='1.0'?><TEI/>", encoding="utf-8")
    found = discover(str(folder), Settings())
    assert found.notes == (
        f"4 files are of formats that are not read: {folder}/draft.rtf, {folder}/letter.txt, {folder}/chapters/five.xml"
        " and 1 more.",
    )
    assert f"{folder}/letter.txt" not in found.files


def test_the_hook_names_the_formats_that_are_read() -> None:
    hooks = yaml.safe_load((Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    endings = re.fullmatch(r"\(\?i\)\\\.\((.*)\)\$", hooks[0]["files"])
    of_files = set(ENDINGS) - set(FORMATS["archive"].endings)  # archives in a repository are seldom manuscripts
    assert endings and {f".{ending}" for ending in endings[1].split("|")} == of_files


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        ("draft.txt", b"x", "plain"),
        ("draft.TXT", b"x", "plain"),
        ("draft", b"words", "plain"),
        ("draft", b"%!\n\\documentclass{article}", "latex"),
        ("draft", b"  <!DOCTYPE html>", "html"),
        ("draft", b"%PDF-1.4\n\0", "pdf"),
        ("draft.docx", b"%PDF-1.4\n\0", "pdf"),
        ("draft.pdf", b"\0\0", "pdf"),
        ("draft.txt", b"\0\0", None),
        ("draft.txt", "words".encode("utf-16"), "plain"),
        ("draft.qmd", b"x", "markdown"),
        ("-", b"words", "plain"),
    ],
)
def test_formats_are_told_by_ending_and_content(path: str, data: bytes, expected: str | None) -> None:
    assert format_of(path, data) == expected


def refuse(monkeypatch: pytest.MonkeyPatch, call: str, shut: str) -> None:
    """Let a call of the system fail for a path and all below it, as for a user who has no right to it."""
    usual = getattr(os, call)

    def refusing(path: str = ".", *words: object, **named: object) -> object:
        if str(path).startswith(shut):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return usual(path, *words, **named)

    monkeypatch.setattr(os, call, refusing)


def test_a_folder_that_cannot_be_listed_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shut = str(folder / "chapters")
    refuse(monkeypatch, "scandir", shut)
    assert discover(str(folder), Settings()).files[-1] == shut
    with pytest.raises(UserError, match="chapters cannot be read: Permission denied"):
        load(shut, shut)


def test_the_home_of_another_user_has_no_settings(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    refuse(monkeypatch, "stat", str(folder))
    assert user_file() is None
    assert find_settings(folder / "chapters") is None
    assert discover(str(folder / "chapters" / "one.md"), Settings()).files == (str(folder / "chapters" / "one.md"),)
