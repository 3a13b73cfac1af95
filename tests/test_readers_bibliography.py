"""A bibliography that is itself named is checked: each entry by itself, and none for not being cited."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import check
from making import checked, document

BIB = """
@article{walcott, author = {Walcott, Ann}, title = {Mud in motion}, journal = {Gulls}, year = {1017}}
@article{brand, author = {Brand, Bo}, title = {Slow rivers of the northern plains},
  year = {2010}, doi = {doi:10.1000/182}}
@article{again, author = {Brand, Bo}, title = {Slow rivers of the northern plains}, year = {2010}}
@misc{imrie, author = {Imrie, Kay}, title = {Channels}}
@book{lind, author = {Lind, Oda}, title = {Pans}, year = {2001}}
@misc{imrie, author = {Imrie, Kay}, title = {Weirs}, year = {2002}, doi = {10.1000 abc}, url = {Weir archive}}
"""
RIS = "TY  - JOUR\nAU  - Walcott, A\nTI  - Mud in motion\nPY  - 1017\nER  - \n"

CSL = """[{"id": "brand", "type": "article-journal", "title": "Slow rivers", "issued": {"date-parts": [["2010"]]}},
{"id": "brand", "type": "webpage", "title": "Channels", "issued": {"date-parts": [["2011"]]}, "DOI": "10.1000"}]"""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "refs.bib",
            BIB,
            [
                (2, "implausible-reference-year"),
                (3, "incomplete-reference"),
                (4, "malformed-doi"),
                (5, "incomplete-reference"),
                (5, "near-duplicate-reference"),
                (6, "incomplete-reference"),
                (7, "incomplete-reference"),
                (8, "duplicate-key"),
                (8, "malformed-doi"),
                (8, "malformed-url"),
            ],
        ),
        ("refs.ris", RIS, [(2, "incomplete-reference"), (4, "implausible-reference-year")]),
        ("refs.json", CSL, [(1, "incomplete-reference"), (2, "duplicate-key"), (2, "malformed-doi")]),
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
    assert [found.rule for found in checked(str(path)).diagnostics] == ["unreadable-source"]


def test_a_record_without_an_end_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "refs.ris"
    path.write_text(
        "TY  - JOUR\nTI  - Mud in motion\nTY  - BOOK\nTI  - Pans\nPB  - Quays\nPY  - 2001\nAU  - Lind, O\nER  - \n"
    )
    assert [(found.place.line, found.rule) for found in checked(str(path)).diagnostics] == [(1, "unreadable-source")]


def test_a_bibliography_that_files_share_is_judged_once(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    for name, key in (("a.md", "walcott"), ("b.md", "brand"), ("c.md", "walcott")):
        (tmp_path / name).write_text(f"Rivers move mud [@{key}].\n")
    ran = check(tmp_path, "--isolated", "--output-format", "concise", "a.md", "b.md", "c.md")
    lines = ran.out.splitlines()
    assert len(lines) == len(set(lines))
    assert (
        lines[-1]
        == "refs.bib:5:27: suggestion REF008 unused-bibliography-entry: 4 of 6 bibliography entries are never cited."
    )


@pytest.mark.parametrize("author", ["-", "- {Ekberg, Nils}", "{}", "{--} and {.}"])
def test_names_of_nothing_but_signs_are_read(author: str) -> None:
    parsed = document(f"@book{{ekberg, author = {{{author}}}, title = {{Boards}}, year = {{1998}}}}", "bibtex")
    assert len(parsed.references) == 1
