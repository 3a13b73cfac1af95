"""What of a manuscript could not be checked is a finding of its own, which says what and how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from drawn import made, shown
from lint_article.document import Reading, Source
from lint_article.readers.docx.reader import read_docx
from lint_article.readers.latex.reader import read_latex
from lint_article.readers.pdf.reader import read_pdf
from packages import docx, p
from reader_laws import assert_laws, place_of

WORDS = "the reeds lean to the south in all winters of the lake"
STAMP = "Downloaded from the archive on the fifth of May"
SCAN = "400 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI"
FIGURE = "300 0 0 500 50 200 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI"


def unchecked(reading: Reading) -> list[tuple[str, ...]]:
    assert_laws(reading)
    problems = [problem for problem in reading.problems if problem.rule == "unchecked-text"]
    return [tuple(value for _, value in problem.values) for problem in problems]


def pages(*contents: str) -> Source:
    """Return a PDF with one page for each content."""
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj",
        f"2 0 obj <</Type /Pages /Kids [{kids}] /Count {len(contents)}>> endobj",
        "3 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj",
    ]
    for number, content in enumerate(contents):
        at = 10 + 2 * number
        objects += [
            f"{at} 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 400 800] /Contents {at + 1} 0 R "
            "/Resources <</Font <</F0 3 0 R>>>>>> endobj",
            f"{at + 1} 0 obj <</Length {len(content)}>>\nstream\n{content}\nendstream endobj",
        ]
    text = "\n".join(["%PDF-1.4", *objects, "trailer <</Root 1 0 R>>", ""])
    return Source("a.pdf", "pdf", text.encode("latin-1"))


TEXT = shown(*((50.0, 600.0 - 12 * line, WORDS) for line in range(6)))
FOOT = shown((50.0, 30.0, STAMP), size=7)


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ([TEXT, TEXT], []),
        ([TEXT, SCAN, TEXT], ["The text on page 2"]),
        ([TEXT, SCAN, TEXT, SCAN, SCAN, SCAN], ["The text on pages 2, 4–6"]),
        ([f"{FOOT} {TEXT}", f"{FOOT} q {SCAN} Q", f"{FOOT} q {SCAN} Q"], ["The text on pages 2–3"]),
        ([TEXT, FIGURE, ""], []),
        ([f"{TEXT} q {SCAN} Q"], []),
    ],
)
def test_pages_of_a_pdf_that_are_pictures(contents: Sequence[str], expected: list[str]) -> None:
    reading = read_pdf(pages(*contents))
    reason = "it is in pictures, and needs text recognition (OCR)"
    assert unchecked(reading) == [(what, reason) for what in expected]
    assert [place_of(reading, problem.span).page for problem in reading.problems] == [2] * len(expected)


@pytest.mark.parametrize(("listing", "share"), [(2, ""), (4, "40"), (10, "62")])
def test_a_pdf_that_is_mostly_code(listing: int, share: str) -> None:
    code = [
        (50.0, 400.0 - 12 * line, "for reed in lake: lean(reed, south, winter) # all win") for line in range(listing)
    ]
    reading = read_pdf(made(f"{TEXT}\n{shown(*code, face=1)}", "Reed-Roman CMTT10"))
    reason = "its type looks like that of code or of the words in figures"
    assert unchecked(reading) == ([(f"About {share}% of the text", reason)] if share else [])


@pytest.mark.parametrize("face", ["AdvTT7329fd89", "ABCDEF+AdvTT5235d5a9", "Scott", "Reed-LTT"])
def test_a_face_is_a_typewriters_only_if_its_name_says_so(face: str) -> None:
    reading = read_pdf(made(TEXT, face))
    assert [block.kind for block in reading.blocks] == ["paragraph"] and not unchecked(reading)


@pytest.mark.parametrize(
    ("body", "related", "what"),
    [
        ("A text.", "image", ""),
        ("A text.", "aFChunk", "The text of a document inside this one"),
        ("A text.", "aFChunk subDocument image", "The text of 2 documents inside this one"),
        ("", "image", "The document"),
        ("- 1 -", "image", "The document"),
        ("", "", ""),
    ],
)
def test_what_a_docx_holds_beside_its_text(body: str, related: str, what: str) -> None:
    reading = read_docx(Source("a.docx", "docx", docx(p(body), related_to=related)))
    assert [said for said, _ in unchecked(reading)] == [what] * bool(what)


def test_a_docx_with_its_text_above_signs_is_read() -> None:
    above, below = (f"<w:r><w:t>{word}</w:t></w:r>" for word in ("kita", "北"))
    ruby = f"<w:r><w:ruby><w:rt>{above}</w:rt><w:rubyBase>{below}</w:rubyBase></w:ruby></w:r>"
    assert read_docx(Source("a.docx", "docx", docx(p(ruby)))).text == "北"


CHAPTER = "\\documentclass{article}\\begin{document}The reeds lean to the south in all winters.\\end{document}"
MISSING = "no such file was found in the project"


def manuscript(folder: Path, body: str, files: Mapping[str, str]) -> Reading:
    """Return the reading of a manuscript with this body, and these files beside it."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    raw = f"\\documentclass{{book}}\\newcommand{{\\parts}}{{chapters}}\n\\begin{{document}}\n{body}\n\\end{{document}}"
    return read_latex(Source(str(folder / "main.tex"), "latex", raw.encode()))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\includepaper{chapters/one}", []),
        (r"\includepaper{chapters/none}", [("The text of `chapters/none`", MISSING)]),
        (
            r"A lake. \includepaper{chapters/no} \includepaper{chapters/none} \addpart{chapters/two}",
            [("The text of `chapters/no` and `chapters/none`", MISSING)],
        ),
        (r"\includepaper{chapters/one} \input{chapters/one}", []),
        (r"\seealso{this/that} \textsf{chapters/one}x", []),
        (r"\addpart{chapters/one}", []),
        (r"\input{\parts/one}", []),
        (r"\input{\other/one}", [(r"The text of `\other/one`", "only TeX can tell which file it is")]),
        (r"\includestandalone{chapters/one}", []),
        ("", []),
        (r"\maketitle \dropcap{}" * 60, [("The document", "hardly any text was found in it")]),
        (r"\begin{tikzpicture}" + r"\draw (0,0) -- (1,1);" * 60 + r"\end{tikzpicture}", []),
        (r"\includegraphics[width=5cm]{figures/one}" * 60, []),
    ],
)
def test_files_of_a_latex_manuscript_that_are_not_followed(
    tmp_path: Path, body: str, expected: list[tuple[str, str]]
) -> None:
    reading = manuscript(tmp_path, body, {"chapters/one.tex": CHAPTER, "chapters/two.tex": CHAPTER})
    assert unchecked(reading) == expected


@pytest.mark.parametrize(
    "body",
    [
        r"\import{chapters/}{one}",
        r"\subimport*{chapters}{one.tex}",
        r"\import{}{chapters/one}",
        r"\InputIfFileExists{chapters/one}{}{\input{chapters/none}}",
        r"\InputIfFileExists{chapters/none}{}{\input{chapters/one}}",
        r"\IfFileExists{chapters/one.tex}{\input{chapters/one}}{\input{chapters/none}}",
        r"\import{chapters/}{outer}",
    ],
)
def test_imports_are_followed(tmp_path: Path, body: str) -> None:
    files = {"chapters/one.tex": CHAPTER, "chapters/outer.tex": r"\input{one}"}
    reading = manuscript(tmp_path, body, files)
    assert_laws(reading)
    assert reading.text.strip() == "The reeds lean to the south in all winters." and not reading.problems


def test_branches_in_branches_are_read_within_bounds(tmp_path: Path) -> None:
    reading = manuscript(tmp_path, r"\IfFileExists{none}{}{A " * 400 + "}" * 400, {})
    assert_laws(reading)
