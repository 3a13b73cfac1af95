"""A bibliography that is itself named is checked: each entry by itself, and none for not being cited."""

from __future__ import annotations

from pathlib import Path

import pytest

from making import checked

BIB = """
@article{walcott, author = {Walcott, Ann}, title = {Mud in motion}, journal = {Gulls}, year = {1017}}
@article{brand, author = {Brand, Bo}, title = {Slow rivers of the northern plains},
  year = {2010}, doi = {doi:10.1000/182}}
@article{again, author = {Brand, Bo}, title = {Slow rivers of the northern plains}, year = {2010}}
@misc{imrie, author = {Imrie, Kay}, title = {Channels}}
@book{lind, author = {Lind, Oda}, title = {Pans}, year = {2001}}
"""
RIS = "TY  - JOUR\nAU  - Walcott, A\nTI  - Mud in motion\nPY  - 1017\nER  - \n"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "refs.bib",
            BIB,
            [
                (2, "implausible-reference-year"),
                (4, "malformed-doi"),
                (5, "near-duplicate-reference"),
                (6, "incomplete-reference"),
            ],
        ),
        ("refs.ris", RIS, [(4, "implausible-reference-year")]),
    ],
)
def test_entries_are_checked(tmp_path: Path, name: str, text: str, expected: list[tuple[int, str]]) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    report = checked(str(path))
    assert [(found.place.line, found.rule) for found in report.diagnostics] == expected
    assert report.notes == ()


def test_an_entry_that_breaks_off_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("@book{lind, author = {Lind, Oda}, title = {Pans\n", encoding="utf-8")
    assert [found.rule for found in checked(str(path)).diagnostics] == ["incomplete-reference", "unreadable-source"]
