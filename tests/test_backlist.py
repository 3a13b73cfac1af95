"""A backlist in tables: what becomes of each manuscript, and what a second run adds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fsspec
import pyarrow.parquet as pq
import pytest

from backlists import BAD, MAIN, checked, findings, manuscripts, write_backlist
from lint_article.backlist import store
from lint_article.backlist.item import Instructions
from lint_article.backlist.outputs import outputs_for
from lint_article.backlist.run import BacklistRequest, Standing, run
from lint_article.backlist.tables import write_tables
from lint_article.config import Settings
from lint_article.errors import UserError
from making import QUIET


@pytest.fixture
def memory() -> Iterator[Any]:
    filesystem = fsspec.filesystem("memory")
    yield filesystem
    filesystem.store.clear()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_backlist(tmp_path)


def fails(action: Callable[[], object]) -> str:
    with pytest.raises(UserError) as error:
        action()
    return error.value.message


def test_each_manuscript_has_a_row() -> None:
    files = checked("list")
    assert manuscripts(files, "path", "item", "status", "format", "journal", "year", "findings") == [
        ("list/broken.docx", "list/broken.docx", "failed", "docx", None, None, 0),
        ("list/empty.zip", "list/empty.zip", "failed", None, None, None, 0),
        ("list/latex.zip", "list/latex.zip", "checked", "archive", None, None, 2),
        ("list/sent.zip!draft.md", "list/sent.zip", "checked", "markdown", None, None, 0),
        ("list/sent.zip!letter.txt", "list/sent.zip", "checked", "plain", None, None, 2),
        ("list/ports/paper.xml", "list/ports/paper.xml", "checked", "jats", "Tides & Ports", 2011, 1),
        ("list/tex/main.tex", "list/tex/main.tex", "checked", "latex", "tex", None, 2),
        ("list/tex/part.tex", "list/tex/part.tex", "part", None, "tex", None, 0),
        ("list/tides/2019/bad.txt", "list/tides/2019/bad.txt", "checked", "plain", "tides", 2019, 2),
        ("list/tides/2020-vol 2/good.md", "list/tides/2020-vol 2/good.md", "checked", "markdown", "tides", 2020, 0),
    ]
    assert [why for (why,) in manuscripts(files, "reason") if why] == [
        "Cannot be read: it is damaged or is not a Word document.",
        "It cannot be read: it holds no manuscript.",
        "It is checked as a part of list/tex/main.tex.",
    ]


def test_each_finding_has_a_row() -> None:
    files = checked("list/ports", "list/tex")
    place = {"line": 3, "column": 64, "end_line": 3, "end_column": 71, "page": None, "paragraph": None, "file": None}
    about = {"path": "list/ports/paper.xml", "journal": "Tides & Ports", "year": 2011}
    rule = {"rule": "misspelt-word", "code": "TXT022", "severity": "warning", "words": "recieve"}
    said = {"message": "`recieve` is a misspelling of `receive`.", "fix": "Replace with `receive`", "safety": "unsafe"}
    assert pq.read_table(files.findings).to_pylist()[0] == {**about, **place, **rule, **said}
    assert findings(files, "path", "file", "words") == [
        ("list/ports/paper.xml", None, "recieve"),
        ("list/tex/main.tex", None, "recieve"),
        ("list/tex/main.tex", "list/tex/part.tex", "recieve"),
    ]


def test_elsewhere_a_latex_file_finds_its_parts(memory: Any) -> None:
    memory.pipe({"/t/main.tex": MAIN, "/t/part.tex": b"We recieve ships."})
    files = checked("memory://t")
    assert manuscripts(files, "path", "status", "reason", "findings") == [
        ("memory:///t/main.tex", "checked", None, 2),
        ("memory:///t/part.tex", "part", "It is checked as a part of main.tex.", 0),
    ]


def test_what_a_store_fails_at_is_a_row(memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    memory.pipe({"/c/a.txt": BAD, "/c/b.txt": BAD})
    opened = type(memory).open

    def refuse(store: Any, path: str, *words: Any, **more: Any) -> Any:
        if path.endswith("a.txt"):
            raise ConnectionResetError("the store hung up")
        return opened(store, path, *words, **more)

    monkeypatch.setattr(type(memory), "open", refuse)
    files = checked("memory://c")
    assert manuscripts(files, "path", "status", "reason") == [
        ("memory:///c/a.txt", "failed", "It cannot be read: ConnectionResetError: the store hung up."),
        ("memory:///c/b.txt", "checked", None),
    ]


def test_a_second_run_checks_what_is_new() -> None:
    before = manuscripts(checked("list"), "path", "findings", "seconds")
    Path("list/new.txt").write_bytes(BAD)
    heard: list[Standing] = []
    request = BacklistRequest(
        ("list", "list/new.txt"), Instructions(QUIET), outputs_for("findings.parquet"), processes=1
    )
    assert run(request, heard.append) == heard[-1] == Standing(known=10, done=1, failed=0, total=1, is_listed=True)
    rows = manuscripts(request.files, "path", "findings", "seconds")
    assert rows[:-1] == before
    assert rows[-1][:2] == ("list/new.txt", 2)
    assert not request.files.parts.exists()


def test_parts_come_together_once_only(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = checked("list", out="whole.parquet")
    monkeypatch.setattr(store, "_MOST_ROWS", 2)
    written = write_tables
    calls: list[Path] = []

    def stop(path: Path, *more: Any) -> None:
        calls.append(path)
        if path.name == "manuscripts.parquet":
            raise UserError("The disk is full.")
        written(path, *more)

    monkeypatch.setattr(store, "write_tables", stop)
    with pytest.raises(UserError):
        checked("list")
    assert len([path for path in calls if path.parent.name == "parts"]) > 6
    monkeypatch.setattr(store, "write_tables", written)
    found = checked("list")
    assert manuscripts(found, "path", "findings") == manuscripts(expected, "path", "findings")
    assert findings(found, "path", "line", "column") == findings(expected, "path", "line", "column")


def test_what_cannot_be_begun_is_said() -> None:
    Path("none").mkdir()
    assert fails(lambda: checked("nowhere")) == "There is no file nowhere."
    assert fails(lambda: checked("none")) == "There is no manuscript in none."
    assert fails(lambda: checked("memory://nowhere")) == "There is nothing at memory://nowhere."
    assert fails(lambda: checked("s4://bucket")).startswith(
        "s4://bucket cannot be opened: ValueError: Protocol not known: s4"
    )
    assert fails(lambda: checked("list", out="f.csv")) == "f.csv does not end in .parquet."
    assert fails(lambda: checked("list", out="no/f.parquet")) == "no/f.parquet cannot be written."
    assert fails(lambda: checked("list", out="s3://b/f.parquet")) == "s3://b/f.parquet is an address."
    assert not Path("parts").exists()


def test_tables_of_other_runs_are_not_added_to() -> None:
    checked("list/ports")
    other = Settings(select=("misspelt-word",), grammar=QUIET.grammar)
    said = "findings.parquet was made with other settings."
    assert fails(lambda: checked("list/ports", settings=other)) == said
    files = checked("list/tides", settings=other, overwrite=True)
    assert [path for (path,) in manuscripts(files, "path")] == [
        "list/tides/2019/bad.txt",
        "list/tides/2020-vol 2/good.md",
    ]
    Path("findings.parquet").write_bytes(b"mine")
    assert fails(lambda: checked("list/ports")) == "findings.parquet was made by another program."


def test_one_run_at_a_time() -> None:
    opened = store.Store(outputs_for("findings.parquet"), "settings")
    assert fails(lambda: checked("list")) == "Another run is writing findings.parquet."
    opened.close()


def test_what_is_overwritten_is_kept_until_the_new_tables_are_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    before = manuscripts(checked("list/ports"), "path", "status")
    with pytest.raises(UserError):
        checked("list/.hidden.csv", overwrite=True)
    monkeypatch.setattr(store, "_MOST_ROWS", 2)

    def stop(standing: Standing) -> None:
        if standing.done == 3:
            raise UserError("The disk is full.")

    with pytest.raises(UserError):
        checked("list", overwrite=True, tell=stop)
    files = outputs_for("findings.parquet")
    assert manuscripts(files, "path", "status") == before
    heard: list[Standing] = []
    checked("list", overwrite=True, tell=heard.append)
    assert (heard[0].known, heard[-1].done, heard[-1].total) == (3, 6, 6)
    assert len(manuscripts(files, "path")) == 10
