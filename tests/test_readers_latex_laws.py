"""What holds of the LaTeX reader for any input."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import is_linear
from lint_article.document import Reading, Source
from lint_article.readers.latex.bibtex import write_bibtex
from lint_article.readers.latex.reader import read_latex
from lint_article.readers.writer import Writer
from reader_laws import assert_laws, blocks, place_of


def read(text: str, path: str = "nowhere/main.tex") -> Reading:
    return read_latex(Source(path, "latex", text.encode("utf-8", "surrogatepass")))


def bib(text: str) -> Reading:
    writer = Writer(Source("refs.bib", "bib", b""), text)
    write_bibtex(writer, 0)
    return writer.reading()


_PIECES = st.sampled_from(
    [
        *r"""\ { } [ ] $ $$ % & ~ -- ' `` \begin{
        \begin{a} \end{a} \begin{equation} \end{equation} \begin{tabular}{l} \\
        \end{tabular} \begin{itemize} \item \end{itemize} \section{ \footnote{ \cite{a,b} \cite[ \cite \newcommand \'e
        \verb| \url{ \href{ \input{x} \bibliography{y} \bibitem{z} \title{ \caption{ \begin{document} \end{document}
        \begin{verbatim} \end{verbatim} \( \) \[ \] \nocite{*} \def \emph{ text é""".split(),
        "\n",
        "\n\n",
        " ",
    ]
)


@given(st.lists(_PIECES, max_size=30).map("".join) | st.text(max_size=60))
def test_any_input_is_read(text: str) -> None:
    assert_laws(read(text))


_BIB = st.sampled_from(
    "@ article { } ( ) , = # \" a{k, title and others van 1999 author \\'e % \n @string{x= url".split(" ")
)


@given(st.lists(_BIB, max_size=30).map("".join) | st.text(max_size=60))
def test_any_bib_is_read(text: str) -> None:
    assert_laws(bib(f"@article{{k, author = {{{text}}}}}"))
    assert_laws(bib(text))


@pytest.mark.parametrize(
    "piece",
    ["{", "}", "$", "\\(", "\\[", "\\begin{a}", "\\end{a}", "\\cite{", "\\verb|", "\\footnote{", "[", "\\item["],
)
def test_cost_is_linear(piece: str) -> None:
    assert is_linear(lambda count: read(piece * count), 1_000)


@pytest.mark.parametrize("piece", ['@a{k, t="",', "@a{k,t={", "}", "{", '"', "@"])
def test_cost_of_a_bib_is_linear(piece: str) -> None:
    assert is_linear(lambda count: bib(piece * count), 1_000)


def test_many_footnotes_of_one_paragraph_follow_it_in_order() -> None:
    reading = read("Some words.\\footnote{A note.} More.\n" * 1000)
    assert_laws(reading)
    assert [kind for kind, _ in blocks(reading)] == ["paragraph", *["footnote"] * 1000]
    pair = blocks(read(r"One\footnote{First\footnote{Inner}.} two\footnote{Second.}."))
    assert pair == [
        ("paragraph", "One\ufffc two\ufffc."),
        ("footnote", "First\ufffc."),
        ("footnote", "Second."),
        ("footnote", "Inner"),
    ]


def test_a_heading_without_its_closing_brace_ends_with_its_line() -> None:
    reading = read("Mud.\n\n\\section{References\nBell, A. (2001). The tide.\n\n\\section*{Notes} End.")
    assert_laws(reading)
    assert blocks(reading) == [
        ("paragraph", "Mud."),
        ("heading", "References"),
        ("paragraph", "Bell, A. (2001). The tide."),
        ("heading", "Notes"),
        ("paragraph", "End."),
    ]
    assert [(p.values, place_of(reading, p.span).line, place_of(reading, p.span).column) for p in reading.problems] == [
        ((("reason", "this brace is never closed"),), 3, 9)
    ]


@pytest.mark.parametrize(
    "opening",
    [r"\footnote{", r"\section{", r"\emph{", "{", r"\begin{quote}", r"\begin{itemize}\item ", r"\title{", r"\item["],
)
def test_deep_nesting_is_read(opening: str) -> None:
    assert_laws(read("Mud. " + opening * 2000 + "x"))
    assert_laws(read("Mud. " + opening * 2000 + "x" + "}" * 2000))
