"""What is printed on a page and is no part of its text, and letters that are set apart from their words."""

from __future__ import annotations

import pytest

from drawn import BODY, made, run, shown
from lint_article.readers.pdf.drop_caps import settle_drop_caps
from lint_article.readers.pdf.reader import read_pdf
from reader_laws import assert_laws, blocks

PALE = "0.8 0.8 0.8 rg\n{}\n0 0 0 rg"


@pytest.mark.parametrize(
    "stamp",
    [
        shown((60, 560, "DRAFT"), size=80),
        PALE.format(shown((60, 560, "DRAFT"), size=80)),
        PALE.format(shown((60, 574, "licensed to one reader"))),
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_what_is_stamped_over_the_text_is_not_read(stamp: str, is_first: bool) -> None:
    text = shown(*BODY)
    stamped = read_pdf(made("\n".join([stamp, text] if is_first else [text, stamp])))
    assert_laws(stamped)
    assert blocks(stamped) == blocks(read_pdf(made(text)))


def test_large_type_and_pale_type_that_stand_apart_are_text() -> None:
    title = shown((50, 700, "On the Reeds"), size=30)
    note = PALE.format(shown((50, 500, "licensed to one reader")))
    read = [text for _, text in blocks(read_pdf(made("\n".join([title, shown(*BODY), note]))))]
    assert read[0] == "On the Reeds"
    assert read[-1] == "licensed to one reader"


def test_points_of_a_plot_are_not_read() -> None:
    points = [(60.0 + 7 * at % 300, 300.0 + at % 97, "\\251") for at in range(320)]  # copyright signs
    assert blocks(read_pdf(made(shown(*BODY, *points)))) == blocks(read_pdf(made(shown(*BODY))))
    assert "©" in read_pdf(made(shown(*BODY, *points[:20]))).text


@pytest.mark.parametrize("page", ["/CropBox [20 20 380 780]", "/TrimBox [20 20 380 780]"])
def test_what_is_cut_off_the_page_is_not_read(page: str) -> None:
    slug = shown((5, 5, "reeds.indd 1"), (390, 790, "C M Y K"))
    text = shown(*BODY)
    cut = read_pdf(made(f"{text}\n{slug}", page=f"/MediaBox [0 0 400 800] {page}"))
    assert blocks(cut) == blocks(read_pdf(made(text)))


def test_a_smaller_format_without_printers_marks_cuts_nothing() -> None:
    head = shown((50, 795, "On the reeds of the lake"))
    read = read_pdf(made(f"{head}\n{shown(*BODY)}", page="/MediaBox [0 0 400 800] /TrimBox [0 0 400 780]"))
    assert "On the reeds" in read.text


@pytest.mark.parametrize(
    ("letter", "first", "read"),
    [
        ("T", "he reeds lean", "The reeds lean"),
        ("T", "HE REEDS lean", "THE REEDS lean"),
        ("“T", "he reeds lean", "“The reeds lean"),
        ("A", "lthough they lean", "Although they lean"),
        ("A", "study of reeds", "A study of reeds"),
    ],
)
def test_a_drop_cap_begins_the_first_line_beside_it(letter: str, first: str, read: str) -> None:
    cap = run(letter, 50, 576, 34)
    lines = [run(first, cap.right + 2, 600), run("to the south in a study", cap.right + 2, 588)]
    below = [run("and nobody knows why", 50, 564)]
    runs = settle_drop_caps([cap, *lines, *below])
    assert [one.text for one in runs] == [read, "to the south in a study", "and nobody knows why"]
    assert [one.left for one in runs] == [50, 50, 50]
    assert runs[1].lefts[0] == cap.right + 2
    assert all(len(one.text) == len(one.lefts) == len(one.rights) for one in runs)


def test_a_large_letter_that_no_lines_stand_beside_is_no_drop_cap() -> None:
    runs = [run("A", 50, 700, 30), run("the reeds", 50, 600), run("lean to the south", 50, 588)]
    assert settle_drop_caps(runs) == runs


def test_a_drop_cap_breaks_no_paragraph() -> None:
    lines = [
        (72.0, 600.0, "he reeds lean to the south in all winters by"),
        (72.0, 588.0, "Orre, and nobody on the lake could tell us why they"),
        (50.0, 576.0, "lean so far. The wind blows from the west in most of"),
        (50.0, 564.0, "these winters, and from the north in the others."),
    ]
    content = "\n".join([shown((50, 588, "T"), size=30), shown(*lines)])
    reading = read_pdf(made(content))
    assert_laws(reading)
    assert len(blocks(reading)) == 1
    assert reading.text.startswith("The reeds lean to the south in all winters by Orre, and nobody")
