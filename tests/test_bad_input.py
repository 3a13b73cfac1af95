"""What users get wrong is said in one sentence, with a hint, and costs the other files nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_article.rulebook import rulebook
from making import checked, rule

BAD = rule(pattern=r"\bbad\b")


def test_no_such_file(tmp_path: Path) -> None:
    path = str(tmp_path / "none.txt")
    report = checked(path)
    assert report.trouble and report.trouble.message == f"There is no file {path}."
    assert report.trouble.hint and not report.faults


def test_a_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "photo.txt"
    path.write_bytes(b"\x7fELF\0\0\0\0")
    report = checked(str(path))
    assert report.trouble and "binary file of no known format" in report.trouble.message


def test_an_empty_file_is_a_note(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"\n \n")
    report = checked(str(path))
    assert report.notes == (f"{path} is empty: there is nothing to check.",)
    assert not report.trouble and not report.diagnostics


def test_invalid_utf8_has_its_place_and_the_rest_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes("é".encode() + b" \xe9\nbad")
    report = checked(str(path))
    assert [(d.rule, d.place.line, d.place.column) for d in report.diagnostics] == [("undecodable-bytes", 1, 3)]
    assert report.diagnostics[0].message == "The byte sequence E9 at offset 3 cannot be decoded."
    assert [found.place.line for found in checked(str(path), [BAD]).diagnostics] == [2]


@pytest.mark.parametrize("name", ["broken.docx", "broken.pdf"])
def test_a_broken_manuscript_is_a_finding(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04 rubbish" if name.endswith("docx") else b"%PDF-1.7 rubbish")
    report = checked(str(path))
    assert [found.rule for found in report.diagnostics] == ["unreadable-source"]
    assert not report.faults and not report.trouble


def test_a_heading_that_is_never_closed_holds_the_next(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<h1>One<p>Some text.</p><h2>Two</h2><p>More text.</p><h2>Three</h2><h2>Four</h2><p>End.</p>", "utf-8"
    )
    report = checked(str(path), [one for one in rulebook() if one.name == "empty-section"])
    assert [found.message for found in report.diagnostics] == ["Nothing follows the heading `Three`."]
    assert report.faults == ()


def test_utf_16_is_read(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes("one\r\na bad word".encode("utf-16"))
    [found] = checked(str(path), [BAD]).diagnostics
    assert (found.place.line, found.place.column) == (2, 3)


def test_a_text_that_is_a_pdf_is_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"%PDF-1.7\n\0\0 rubbish")
    assert [found.rule for found in checked(str(path)).diagnostics] == ["unreadable-source"]
