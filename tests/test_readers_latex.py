"""The LaTeX and BibTeX readers: what they read, over several files, at which places."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_article.document import Reading, Source
from lint_article.readers.latex.bibtex import write_bibtex
from lint_article.readers.latex.reader import read_latex
from lint_article.readers.writer import Writer
from reader_laws import FIXTURES, assert_laws, blocks, cited, entry, keys_at, marks, place_of, source

SHARED = Path(__file__).parent.parent.parent / "shared" / "corpus" / "latex" / "sympy-paper"


def read(text: str, path: str = "nowhere/main.tex") -> Reading:
    return read_latex(Source(path, "latex", text.encode("utf-8", "surrogatepass")))


def bib(text: str) -> Reading:
    writer = Writer(Source("refs.bib", "bib", b""), text)
    write_bibtex(writer, 0)
    return writer.reading()


@pytest.fixture(scope="module")
def manuscript() -> Reading:
    return read_latex(source("latex/main.tex", "latex"))


def test_manuscript_reads_as_it_is_printed(manuscript: Reading) -> None:
    assert_laws(manuscript)
    assert manuscript.language == "en-GB"
    assert blocks(manuscript)[:15] == [
        ("title", "Tides & quays"),
        ("metadata", "Olga Grau\ufffc"),
        ("footnote", "Paid by nobody."),
        ("abstract", "Water rises."),
        ("paragraph", "Water rises."),
        ("heading", "Introduction"),
        (
            "paragraph",
            "Señorita Brontë and François naïvely met Øyvind — in 1999–2001 —\n“at sea” moe2001, ek1999.\ufffc\n"
            "As ek1999 and moe2001 say, x_1 = \\cite{no} and\ny = 2 hold for the spring tide of"
            " https://example.org/a\\_b, the table\nand \\cite{code}; see Section sec:intro and a; b.",
        ),
        ("footnote", "A note by lost."),
        ("code", "\\cite{verbatim} % no"),
        ("heading", "Included"),
        ("paragraph", "Text of the part ek1999, undefined1."),
        ("item", "First gone."),
        ("item", "Second item."),
        ("caption", "Heights ek1999."),
        ("table", "Port\tHeight\nOslo\t1 m"),
    ]


def test_keys_stand_in_the_file_that_holds_them(manuscript: Reading) -> None:
    main, body = None, str(FIXTURES / "latex" / "parts" / "body.tex")
    assert keys_at(manuscript) == [
        ("moe2001", main, 18, 18),
        ("ek1999", main, 18, 27),
        ("ek1999", main, 20, 22),
        ("moe2001", main, 20, 48),
        ("a", main, 23, 69),
        ("b", main, 23, 72),
        ("lost", main, 18, 62),
        ("ek1999", body, 3, 3),
        ("undefined1", body, 4, 3),
        ("gone", main, 32, 24),
        ("ek1999", main, 37, 24),
        ("olsen", main, 44, 9),
    ]
    assert manuscript.given.complete
    assert [c.narrative for c in manuscript.given.citations][:3] == [False, True, False]
    assert ("hidden", "olsen", "") in marks(manuscript)


def test_entries_stand_in_the_bib(manuscript: Reading) -> None:
    ek, moe, olsen, proceedings, empty, broken = manuscript.given.references
    place = place_of(manuscript, ek.span)
    assert (place.path, place.line, place.column) == (str(FIXTURES / "latex" / "refs.bib"), 6, 14)
    assert ek.span.of(manuscript.text) == (
        "Ek, Björn and van der Moe, Carl et al. (1999). Slow Water — a Study. Tidal Journal, 4(2): 1–9."
        " doi:10.5555/slow_1"
    )
    assert ek.et_al
    assert entry(ek) == {
        "key": "ek1999",
        "authors": ["Ek, Björn", "van der Moe, Carl"],
        "year": "1999",
        "title": "Slow Water — a Study",
        "container": "Tidal Journal",
        "doi": "10.5555/slow_1",
    }
    assert entry(moe) == {
        "key": "moe2001",
        "authors": ["Tide Group", "von Moe, Carl"],
        "year": "2001",
        "title": "On Tides",
        "accessed": "2020-01-02",
        "urls": ["https://example.org/a_b"],
    }
    assert moe.authors[0].literal
    assert entry(olsen)["year"] == "2010"
    assert [one.key for one in (proceedings, empty, broken)] == ["proc", "empty", "broken"]


def test_what_is_missing_or_broken_is_a_problem_at_its_place(manuscript: Reading) -> None:
    found = [(dict(p.values)["reason"], place_of(manuscript, p.span)) for p in manuscript.problems]
    assert [(reason, place.line, place.column) for reason, place in found] == [
        ("the included file `parts/missing` was not found in the project", 9, 8),
        ("the entry breaks off here (premature end of file)", 26, 27),
        ("the bibliography `absent` was not found in the project", 45, 20),
    ]


def test_an_entry_answers_to_its_other_keys(tmp_path: Path) -> None:
    (tmp_path / "r.bib").write_text("@misc{a, ids = {b, c}, title = {A}}")
    reading = read("\\cite{b,a,d}\\bibliography{r}", str(tmp_path / "main.tex"))
    assert cited(reading) == [("b, a, d", ["a", "a", "d"])]


def test_nothing_above_the_project_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.tex").write_text("SECRET")
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "pyproject.toml").write_text("")
    path = tmp_path / "paper" / "main.tex"
    for name in ("../secret", str(tmp_path / "secret"), "../secret.tex"):
        reading = read(f"A \\input{{{name}}} b.", str(path))
        assert "SECRET" not in reading.text
        assert [p.rule for p in reading.problems] == ["unreadable-source"]


def test_no_link_leads_to_a_bibliography_above_the_project(tmp_path: Path) -> None:
    (tmp_path / "secret.bib").write_text("@misc{a, title = {Secret}}")
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "pyproject.toml").write_text("")
    (tmp_path / "paper" / "own.bib").write_text("@misc{b, title = {Own}}")
    (tmp_path / "paper" / "refs.bib").symlink_to(tmp_path / "secret.bib")
    (tmp_path / "paper" / "same.bib").symlink_to("own.bib")
    reading = read("\\cite{a,b}", str(tmp_path / "paper" / "main.tex"))
    assert {reference.key for reference in reading.given.references} == {"b"}


def test_files_that_include_each_other_end(tmp_path: Path) -> None:
    (tmp_path / "a.tex").write_text("A \\input{b} \\input{b}")
    (tmp_path / "b.tex").write_text("B \\input{a} \\input{a}")
    path = tmp_path / "main.tex"
    path.write_text("\\input{a}")
    assert read_latex(Source(str(path), "latex", path.read_bytes())).text == "A B B"


@pytest.mark.parametrize(
    ("source_text", "expected"),
    [
        (r"\'e \'{e} \`a \^{\i} \~n \"o \c{c} \v{s} \H{o} \r a \ss{} \ae{} \L{}", "é é à î ñ ö ç š ő å ß æ Ł"),
        ("a -- b---c -d- ``q'' `r' don't", "a – b—c -d- “q” ‘r' don't"),
        (r"50\,\% \& \# \_ \{x\} \$5 a~b c\\d e\ f", "50 % & # _ {x} $5 a b c\nd e f"),
        (r"\textbf{A \emph{b} c} {\bf d} \foo[x]{e} \color{red}f \textcolor{red}{g}", "A b c d e f g"),
        ("one % not this\ntwo %\n\nthree", "one two\n\nthree"),
        (r"\iffalse gone \fi stays \vspace{1em}here", "stays here"),
        (r"unclosed $x and \( y", r"unclosed $x and \( y"),
        ("a } b { c", "a b c"),
        ("\\begin{lstcode}\n\\end{document} {\n\\end{lstcode} b", "\\end{document} {\n\nb"),
        (r"see \url{http://x.org/a%20b} and \href{http://x.org/%7Ey}{this}", "see http://x.org/a%20b and this"),
        (r"\begin{tabular}{l} A & B \\ \cmidrule(lr){1-2} C & D \end{tabular}", "A\tB\nC\tD"),
        (r"\newcommand{\R}{\textsf{R}\xspace}\R, \newcommand\pk{{\sf pk~x}}\pk{} and \R.", "R, pk x and R."),
        (r"\newcommand{\f}[1]{{\tt #1()}}\f{a} \let\g=\texttt \g{b} \newcommand{\h}[1]{\emph{#1}}\h{c}", "a b c"),
        (r"the \code{x$y %in% z} of \Sexpr{nrow(d)} rows", "the x$y %in% z of nrow(d) rows"),
        ("a ``word\" and ``two''; ``5\"", "a “word” and “two”; “5”"),
        ('a "b" c', 'a "b" c'),
        (r"\setlist[itemize]{label={},nosep}a", "a"),
        ("one\r\ntwo.\r\n\r\nThree", "one\ntwo.\n\nThree"),
    ],
)
def test_text_is_what_is_printed(source_text: str, expected: str) -> None:
    reading = read(source_text)
    assert reading.text.split("\n\n\n")[0].strip() == expected
    assert_laws(reading)


@pytest.mark.parametrize(
    ("source_text", "keys"),
    [
        (r"\citep*[see][p. 2]{a,b}\Citet{c}\autocite{d}\footcite[3]{e}\citeauthor{f}\nocite{g}", list("abcdefg")),
        (r"\textcites(x)(y)[1]{a}[2]{b}{c}", list("abc")),
        (
            r"\newcommand\pc[1]{\citep{#1}}\pc{a}\def\pd#1{(\cite[p]{#1})}\pd{b}\newcommand{\pe}{\citet}\pe{c}",
            list("abc"),
        ),
        (
            r"\newcommand{\pf}[2]{#1 \cite{#2}}\pf{not}{a}\NewDocumentCommand{\pg}{o m}{\cite[#1]{#2}}\pg[x]{b}",
            list("ab"),
        ),
        ("\\cite{ a , % c\n b }", list("ab")),
        (r"\verb|\cite{a}| $\cite{b}$ \% \cite{c} % \cite{d}", ["c"]),
        (r"\cite{} \cite \cite{,}", []),
    ],
)
def test_citing_commands(source_text: str, keys: list[str]) -> None:
    assert [key for _, found in cited(read(source_text)) for key in found] == keys


def test_chunks_are_code(tmp_path: Path) -> None:
    (tmp_path / "child.Rnw").write_text("Of the child \\cite{b}.")
    path = tmp_path / "main.Rnw"
    path.write_text(
        "<<setup, echo=FALSE>>=\nx <- f({\n@\n\\begin{document}\nBefore \\cite{a}\n"
        "  <<a$b>>=\ny$z <- '\\cite{no}' # {\n\n<<a>>\n"
        "@ %def\nafter.\n<<child='child.Rnw'>>=\n@\n<<open>>= stays\n\\end{document}"
    )
    reading = read_latex(Source(str(path), "latex", path.read_bytes()))
    assert_laws(reading)
    assert not reading.problems
    assert blocks(reading) == [
        ("paragraph", "Before a"),
        ("code", "y$z <- '\\cite{no}' # {\n\n<<a>>"),
        ("paragraph", "after."),
        ("paragraph", "Of the child b."),
        ("paragraph", "<<open>>= stays"),
    ]
    assert [key for _, found in cited(reading) for key in found] == ["a", "b"]


def test_declared_encoding_is_read(tmp_path: Path) -> None:
    preamble = "\\usepackage[ansinew]{inputenc}\\addbibresource{\\jobname.bib}\\begin{document}"
    (tmp_path / "part.tex").write_bytes("é “x” ".encode("cp1252"))
    (tmp_path / "main.bib").write_bytes("@book{a, author = {Süß, Ö}, title = {Ö}, year = 1999}".encode("cp1252"))
    path = tmp_path / "main.tex"
    data = f"{preamble} Ü\\input{{part}}\\cite{{a}}\\end{{document}}".encode("cp1252")
    reading = read_latex(Source(str(path), "latex", data))
    assert not reading.problems
    assert reading.text == "Üé “x” a\n\nSüß, Ö (1999). Ö"
    assert read_latex(Source("x.tex", "latex", (preamble + "Ü").encode())).text.startswith("Ü")
    assert len(read_latex(Source("x.tex", "latex", data.replace(b"ansinew", b"unknown"))).problems) > 0


def test_nocite_of_all_cites_every_entry() -> None:
    text = r"\nocite{*}\begin{thebibliography}{9}\bibitem[A(1)]{a} One. \bibitem{b} Two.\end{thebibliography}"
    reading = read(text)
    assert cited(reading) == [("*", ["a", "b"])]
    assert [(r.key, r.span.of(reading.text)) for r in reading.given.references] == [("a", "One."), ("b", "Two.")]


def test_unclosed_environment_is_a_problem() -> None:
    reading = read("One.\n\\begin{quote}\nTwo.")
    assert [place_of(reading, p.span).line for p in reading.problems] == [2]
    assert [text for _, text in blocks(reading)][:2] == ["One.", "Two."]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus is not here")
def test_undefined_keys_of_a_real_manuscript() -> None:
    path = SHARED / "paper.tex"
    reading = read_latex(Source(str(path), "latex", path.read_bytes()))
    defined = {one.key for one in reading.given.references}
    undefined = [(k, Path(p or "").name, line, column) for k, p, line, column in keys_at(reading) if k not in defined]
    assert undefined == [
        ("fu2006automated", "simplification.tex", 44, 60),
        ("bronstein2005integration", "calculus.tex", 32, 17),
        ("GMPY", "numerics.tex", 93, 15),
        ("Zienkiewicz2013finite", "projects_that_depend_on_sympy.tex", 54, 16),
    ]
    assert len(keys_at(reading)) == 75
    assert len(defined - {""}) == 301
    assert_laws(reading)
