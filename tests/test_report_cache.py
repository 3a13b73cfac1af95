"""Reports that are kept between runs: the same as those of a check, and never stale."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from command_line import Ran, run
from lint_article.engine import report_cache, sealed_files
from lint_article.engine.job import Job
from lint_article.readers import disk

TEXT = (
    "The mayor spoke of reﬁned sugar (Smith, 2001).\n\nReferences\n\nSmith J (2002) Sugar and its makers. Leeds: Ash.\n"
)
TEX = r"""\documentclass{article}\begin{document}As is known \cite{smith}. \input{chapter}
\bibliography{refs}\end{document}
"""
BIB = "@book{smith, author = {Smith, Jane}, title = {Sugar}, year = {2001}, publisher = {Ash}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "work"
    place.mkdir()
    (place / "a.txt").write_text(TEXT, "utf-8")
    return place


def words(folder: Path) -> tuple[str, ...]:
    return ("--grammar", "none", "--isolated", "--cache-dir", str(folder.parent / "kept"))


def ran(folder: Path, *more: str) -> Ran:
    return run(folder, *words(folder), *more)


def kept(folder: Path) -> list[Path]:
    return sorted(path for path in (folder.parent / "kept").rglob("*") if path.is_file())


def test_a_second_run_says_the_same_and_parses_nothing(folder: Path) -> None:
    first = ran(folder, "a.txt")
    assert first.status == 1
    assert first == ran(folder, "a.txt", "--no-cache")
    (path,) = kept(folder)
    assert path.stat().st_mode & 0o77 == 0
    assert ran(folder, "a.txt") == first
    loaded = run(folder, "check", *words(folder), "a.txt", env={"PYTHONPROFILEIMPORTTIME": "1"}).err
    assert "lint_article.engine.report" in loaded
    assert [room for room in ("parsing", "checks", "readers.plain") if f"lint_article.{room}" in loaded] == []


def test_the_kept_files_tell_nothing_of_the_manuscript(folder: Path) -> None:
    ran(folder, "a.txt")
    (path,) = kept(folder)
    assert not [word for word in (b"sugar", b"Smith", b"TXT", b"a.txt") if word in path.read_bytes()]


CHANGES: dict[str, Callable[[Path], object]] = {
    "the text": lambda folder: (folder / "a.txt").write_text(TEXT.replace("2002", "2001"), "utf-8"),
    "its name": lambda folder: (folder / "a.txt").rename(folder / "b.txt"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_has_changed_is_checked_again(folder: Path, what: str) -> None:
    ran(folder, ".")
    CHANGES[what](folder)
    assert ran(folder, ".") == ran(folder, ".", "--no-cache")


def test_settings_of_the_command_line_and_formats_are_told_apart(folder: Path) -> None:
    choices = ((), ("--ignore", "TXT"), ("--format", "markdown"))
    for more in choices:
        assert ran(folder, "a.txt", *more) == ran(folder, "a.txt", *more, "--no-cache")
    assert len(kept(folder)) == len(choices)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "refs.bib").write_text(BIB.replace("smith", "jones"), "utf-8"),
        lambda folder: (folder / "refs.bib").unlink(),
        lambda folder: (folder / "chapter.tex").write_text(r"More of it \cite{unknown}.", "utf-8"),
    ],
    ids=["a changed bibliography", "one that is gone", "a chapter that was missing"],
)
def test_a_change_of_what_a_manuscript_includes_is_seen(folder: Path, change: Callable[[Path], object]) -> None:
    (folder / "paper.tex").write_text(TEX, "utf-8")
    (folder / "refs.bib").write_text(BIB, "utf-8")
    before = ran(folder, "paper.tex")
    assert before == ran(folder, "paper.tex")
    change(folder)
    after = ran(folder, "paper.tex")
    assert after == ran(folder, "paper.tex", "--no-cache")
    assert after != before


def test_what_is_not_only_of_the_manuscript_is_not_kept(folder: Path) -> None:
    for more in (("--no-cache",), ("--fix", "--diff"), ("--baseline", "write", "known.json"), ("none.txt",)):
        ran(folder, "a.txt", *more)
    assert len(kept(folder)) == 1  # of a.txt beside the file that does not exist


def test_many_runs_at_once_and_clear(folder: Path) -> None:
    for number in range(12):
        (folder / f"{number}.txt").write_text(f"{TEXT}{number}", "utf-8")
    first = ran(folder, "--jobs", "3", ".")
    assert len(kept(folder)) == 13
    assert ran(folder, "--jobs", "3", ".") == first == ran(folder, "--no-cache", ".")
    reports = folder.parent / "kept/reports"
    (reports / "notes").write_text("mine", "utf-8")
    assert sealed_files.size(reports) == sealed_files.clear(reports) > 0
    assert [path.name for path in kept(folder)] == ["notes"]


def test_a_damaged_or_foreign_file_is_not_used(folder: Path) -> None:
    first = ran(folder, "a.txt")
    (path,) = kept(folder)
    good = path.read_bytes()
    for data in (good[:-7], good[:40] + b"\0" + good[41:], b"x" + good):
        path.write_bytes(data)
        assert ran(folder, "a.txt") == first
        assert path.read_bytes() != data


def test_only_known_classes_are_made(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return print, ("made",)

    sealed_files.keep(tmp_path, b"1", Evil())
    sealed_files.keep(tmp_path, b"2", pickle.dumps(1))
    assert sealed_files.recall(tmp_path, b"1", report_cache._KINDS) is None
    assert sealed_files.recall(tmp_path, b"2", {}) == pickle.dumps(1)
    assert sealed_files.recall(tmp_path, b"3", {}) is None


def test_the_oldest_go_when_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed_files, "LARGEST", 16 * 3000)
    for number in range(400):
        sealed_files.keep(tmp_path, number.to_bytes(2, "big"), bytes(100))
    assert sealed_files.size(tmp_path) < 400 * 60


def test_the_words_of_a_dictionary_count(folder: Path) -> None:
    (folder / "a.txt").write_text("We recieved it.\n", "utf-8")
    (folder / "words.txt").write_text("sugar\n", "utf-8")
    (folder / "lint-article.toml").write_text('dictionary = ["words.txt"]', "utf-8")
    more = ("--grammar", "none", "--cache-dir", str(folder.parent / "kept"), "a.txt")
    assert run(folder, *more).status == run(folder, *more).status == 1
    (folder / "words.txt").write_text("recieved\n", "utf-8")
    assert run(folder, *more).status == 0


def test_manuscripts_that_share_a_bibliography_are_known_too(folder: Path) -> None:
    (folder / "refs.bib").write_text(BIB + BIB.replace("smith", "jones"), "utf-8")
    for name in ("one.tex", "two.tex"):
        (folder / name).write_text(TEX, "utf-8")
    first = ran(folder, "one.tex", "two.tex")
    assert "LNK" in first.out or "REF" in first.out
    assert ran(folder, "one.tex", "two.tex") == first == ran(folder, "one.tex", "two.tex", "--no-cache")
    loaded = run(folder, "check", *words(folder), "one.tex", "two.tex", env={"PYTHONPROFILEIMPORTTIME": "1"}).err
    assert "lint_article.engine.run" not in loaded


def test_each_part_of_a_job_is_thought_of() -> None:
    """What is new here must be part of the secret in `report_cache`, or keep a report from being kept."""
    assert {field.name for field in fields(Job)} == {
        *("path", "shown_as", "settings", "rules", "format", "is_one_of_many", "only"),
        *("fix", "write", "ledger", "known", "changes", "keep_document"),
    }


def test_readers_ask_the_disk_in_one_place_only() -> None:
    asking = re.compile(
        r"(?<!disk)\.(?:is_file|exists|read_bytes|read_text|iterdir|glob|stat|resolve)\(|\bos\.(?:scandir|listdir)"
    )
    readers = Path(disk.__file__).parent
    texts = {str(path.relative_to(readers)): path.read_text("utf-8") for path in readers.rglob("*.py")}
    found = {name for name, text in texts.items() if asking.search(text) and "note_program()" not in text}
    assert found == {"main_file.py"}  # before anything is read
