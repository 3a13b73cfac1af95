"""Files of a LaTeX manuscript: what includes them, what is read of them, and what is said of those that are missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import check
from lint_article.document import Reading, Source
from lint_article.readers.latex.reader import read_latex
from reader_laws import cited, entry, read_lawfully

MAIN = (
    r"\documentclass{book}\begin{document}\include{chapters/one}\input{chapters/two}\bibliography{refs}\end{document}"
)
BIB = "@book{ekberg, author = {Ekberg, Nils}, title = {Boards}, publisher = {Quays}, year = {1998}}\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "chapters").mkdir()
    (tmp_path / "main.tex").write_text(MAIN)
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "chapters/one.tex").write_text("Pilots read the the boards \\cite{ekberg}.\n")
    (tmp_path / "chapters/two.tex").write_text("Nobody asked \\cite{ruud}.\n")
    return tmp_path


def found(folder: Path, *words: str) -> tuple[list[str], str]:
    ran = check(folder, "--isolated", "--output-format", "concise", *words)
    return [line.split(": ")[0] + line.split(":")[3].split(":")[0] for line in ran.out.splitlines()], ran.err


TWO = "chapters/two.tex:1:20 error CIT010 undefined-citation-key"
ONE = "chapters/one.tex:1:13 suggestion TXT010 repeated-word"


@pytest.mark.parametrize(
    ("words", "expected", "note"),
    [
        (["chapters/two.tex"], [TWO], "note: chapters/two.tex is checked as a part of main.tex.\n"),
        (["chapters/one.tex", "main.tex"], [ONE, TWO], "note: chapters/one.tex is checked as a part of main.tex.\n"),
        (["."], [ONE, TWO], "note: chapters/one.tex and chapters/two.tex are checked as 2 parts of main.tex.\n"),
    ],
)
def test_a_chapter_is_checked_through_its_main_file(
    book: Path, words: list[str], expected: list[str], note: str
) -> None:
    lines, said = found(book, *words)
    assert lines == expected
    assert said.startswith(note)


def test_a_chapter_that_is_not_picked_is_checked_all_the_same(book: Path) -> None:
    (book / "main.tex").write_text(MAIN.replace(r"\begin", r"\includeonly{chapters/one}\begin"))
    assert found(book, "chapters/two.tex")[0] == [TWO]


def test_a_chapter_that_is_read_if_it_exists_belongs_to_its_main_file(book: Path) -> None:
    (book / "main.tex").write_text(MAIN.replace(r"\input{chapters/two}", r"\InputIfFileExists{chapters/two}{}{}"))
    assert found(book, "chapters/two.tex")[0] == [TWO]


def test_a_chapter_that_is_not_reached_is_said(book: Path) -> None:
    (book / "main.tex").write_text(MAIN.replace(r"\input{chapters/two}", r"\iffalse \input{chapters/two} \fi"))
    ran = check(book, "--isolated", "chapters/two.tex")
    assert ran.status == 2
    assert "chapters/two.tex was not reached through main.tex, so it was not checked." in ran.err


def read(folder: Path, text: str) -> Reading:
    (folder / ".git").mkdir(exist_ok=True)
    return read_lawfully(str(folder / "main.tex"), "latex", text.encode())


def test_comments_among_bibliographies_are_none(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    reading = read(tmp_path, "Boards \\cite{ekberg}.\\bibliography{% the old one\nrefs}")
    assert [one.key for one in reading.given.references] == ["ekberg"] and not reading.problems


def test_the_last_entry_of_any_environment_is_kept(tmp_path: Path) -> None:
    text = (
        r"\begin{CSLReferences}{1}{0}\bibitem{one} Ekberg. Boards.\bibitem{two} Ruud. Tables.\end{CSLReferences} End."
    )
    reading = read(tmp_path, text)
    assert [(one.key, one.span.of(reading.text)) for one in reading.given.references] == [
        ("one", "Ekberg. Boards."),
        ("two", "Ruud. Tables."),
    ]


BBL = r"""\refsection{0} \datalist[entry]{nty/global}
\entry{ekberg1998}{article}{}
  \name{author}{2}{}{%
    {{hash=aa}{family={Ekberg}, familyi={E\bibinitperiod}, given={Nils}, giveni={N\bibinitperiod}}}%
    {{hash=bb}{family={{Pilots' Guild}}}}}
  \list{publisher}{1}{{Quays}}
  \field{journaltitle}{Harbour}
  \field{title}{Pilots \& boards}
  \field{year}{1998}
  \verb{doi}
  \verb 10.5555/quay_1
  \endverb
\endentry
"""


def test_the_list_of_biber_is_read_where_its_sources_are_missing(tmp_path: Path) -> None:
    (tmp_path / "main.bbl").write_text(BBL)
    reading = read(tmp_path, r"\addbibresource{gone.bib}Boards \cite{ekberg1998}.")
    assert not reading.problems
    assert entry(reading.given.references[0]) == {
        "key": "ekberg1998",
        "authors": ["Ekberg, Nils", "Pilots' Guild"],
        "year": "1998",
        "title": "Pilots & boards",
        "container": "Harbour",
        "doi": "10.5555/quay_1",
    }


EXAMPLE = r"""\begin{exe}\ex \begin{xlist}
\ex \gll Das das ist \\ that that is \\ \glt `It is' \cite{a}
\z
\end{exe}

A word\is{word}\il{Old Norse} more."""


def test_examples_of_linguistics(tmp_path: Path) -> None:
    reading = read(tmp_path, EXAMPLE)
    glosses = [mark.span.of(reading.text) for mark in reading.marks if mark.kind == "code"]
    assert not reading.problems
    assert "A word more." in reading.text
    assert cited(reading) == [("a", ["a"])]
    assert "Das das ist\nthat that is" in glosses


def test_a_break_by_hand_parts_no_address(tmp_path: Path) -> None:
    assert read(tmp_path, r"See www.\linebreak example.org/a and more\linebreak lines.").text == (
        "See www.example.org/a and more lines."
    )


ENTRIES = {"a": 1998, "b": 2001, "c": 2004}


def test_a_list_in_an_included_file_is_a_printed_list(tmp_path: Path) -> None:
    (tmp_path / "main.tex").write_text(
        r"\documentclass{article}\begin{document}Tides rise \cite{a,b}.\input{refs}\end{document}"
    )
    entries = "".join(rf"\bibitem{{{key}}} Ekberg, N. ({year}). Boards of {key}." for key, year in ENTRIES.items())
    (tmp_path / "refs.tex").write_text(rf"\begin{{thebibliography}}{{9}}{entries}\end{{thebibliography}}")
    ran = check(tmp_path, "--isolated", "--output-format", "concise", "main.tex")
    assert [line.split()[:3] for line in ran.out.splitlines()] == [["refs.tex:1:125:", "warning", "REF002"]]


def test_names_from_the_folder_above_where_tex_is_run(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "tex").mkdir()
    (tmp_path / "tex" / "refs.bib").write_text(BIB)
    (tmp_path / "tex" / "one.tex").write_text("Rain \\cite{nokey}.")
    text = "Boards \\cite{ekberg}. \\input{tex/one}\\bibliography{tex/refs}"
    reading = read_latex(Source(str(tmp_path / "tex" / "main.tex"), "latex", text.encode()))
    assert [one.key for one in reading.given.references] == ["ekberg"] and not reading.problems
    assert [part.path for part in reading.parts[1:]] == [
        str(tmp_path / "tex" / name) for name in ("one.tex", "refs.bib")
    ]
