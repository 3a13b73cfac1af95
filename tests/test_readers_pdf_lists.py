"""Reference lists in PDFs: floats between entries, addresses over line ends, entries that go on behind a page's end."""

from __future__ import annotations

import pytest

from drawn import BODY, made, shown
from lint_article.readers.broken_addresses import is_address_continued
from lint_article.readers.pdf.reader import read_pdf
from reader_laws import assert_laws, blocks, marks, source

LIST = [(50.0, 400.0, "Harker, J. 1961. The staff and the water, with a note on falls")]
REST = [(61.0, 388.0, "in narrow leats, and on the mill that stands below the"), (61.0, 376.0, "hill. Water, 3, 1-9.")]

NAMES = ("Abel", "Boye", "Cask", "Dahl")
CALL = shown((313, 544, "7"), size=6)  # raised behind the last line of BODY


def test_a_figure_between_entries_is_no_entry() -> None:
    reading = read_pdf(source("pdf/statistics.pdf", "pdf"))
    assert_laws(reading)
    after = [(kind, text) for kind, text in blocks(reading) if kind != "furniture"]
    after = after[after.index(("heading", "References")) + 1 :]
    assert [text for kind, text in after if kind == "paragraph"] == [
        "Bönsch, A. (1981). On the leaning of reeds that stand in still water, with a note on the jetty and on the "
        "gauge. Lakes and Wind, 3, 1–19.",
        "Moe, D. (2003). Gauges from jetties. Lakes and Wind, 18, 44– 51. doi:10.5555/lakes.2003.0044. URL "
        "https://example.org/lakes/gauges-from-jetties.",
        "Orre, B. (2010). Reeds of the other lake, as they are seen by wardens who look at the birds, and by those who "
        "look at the hill or at the jetty. Lakes and Wind, 25, 7–31.",
        "Östman, T. and Černý, J. (1994). Means. Stone and Water, 1, 2–9.",
    ]
    assert {kind for kind, _ in after} == {"paragraph", "caption"}


def test_labels_in_small_type_are_captions_and_small_sentences_are_none() -> None:
    figure = shown((80, 700, "0.0"), (80, 690, "-2.5"), (80, 680, "p = < 2.2e-16"), (80, 670, "Time [days]:"), size=6)
    note = shown((50, 500, "The mill has no staff. It was lost."), size=8)
    reading = read_pdf(made("\n".join([figure, shown(*BODY), note])))
    kinds = [kind for kind, _ in blocks(reading)]
    assert kinds[-2:] == ["paragraph", "paragraph"]
    assert set(kinds[:-2]) == {"caption"}


def test_the_usual_distance_of_lines_is_that_of_text_and_not_that_of_formulas() -> None:
    formulas = shown(*((100, 300 - 4 * line, "x") for line in range(40)))
    reading = read_pdf(made("\n".join([shown(*BODY), shown(*LIST), shown(*REST), formulas])))
    words = (
        "Harker, J. 1961. The staff and the water, with a note on falls in narrow leats, and on the mill that stands "
    )
    assert ("paragraph", words + "below the hill. Water, 3, 1-9.") in blocks(reading)


def test_lines_of_a_centred_title_are_one() -> None:
    title = shown((100, 700, "Staves of the lower mill"), (130, 680, "and the water"), size=16)
    reading = read_pdf(made("\n".join([title, shown(*BODY)])))
    assert blocks(reading)[0] == ("title", "Staves of the lower mill and the water")


def test_a_mark_that_is_raised_high_stands_before_its_note() -> None:
    mark, note = shown((50, 303, "7"), size=4.8), shown((52.6, 300, "The staff of the mill, as it was."), size=5.3)
    reading = read_pdf(made("\n".join([shown(*BODY), CALL, mark, note])))
    assert blocks(reading)[-1] == ("footnote", "7The staff of the mill, as it was.")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Water, 3, 1-9. doi:10.5555/", "S0167-9473(03)00030-6."),
        ("Water, 3, 1-9. doi: 10.5555/j.", "stone.2009.12.005."),
        ("Water, 3, 1-9. doi:10.", "5555/S0378-3758(02)00159-3."),
        ("Water, 3, 1-9. doi:10.5555/s0167-9473(02)", "00366-3."),
        ("Water, 3, 1-9. URL http:", "//example.org/leats/"),
        ("Water, 3, 1-9. URL https://", "example.org/leats"),
        ("Water, 3, 1-9. URL https://example.org/leats/", "leats_of_mills.html"),
        ("Water, 3, 1-9. URL https://example.org/leats?id=", "mills"),
        ("Water, 3, 1-9. URL https://example.", "org."),
        ("Water, 3, 1-9. URL https://example.org/leats-", "2009.pdf"),
    ],
)
def test_an_address_goes_on_where_its_end_or_its_rest_shows_it(before: str, after: str) -> None:
    assert is_address_continued(before, after)
    assert not is_address_continued("Water and Stone", after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("see https://example.org/leats/", "and the mills"),
        ("see https://example.org.", "Another mill"),
        ("see https://example.org/leats.", "2009."),
        ("see https://example.org/leats-", "mills"),
        ("see https://example.org/leats", "2009a"),
        ("as Moe (doi:10.5555/leats)", "2009-2012 says"),
        ("see https://example.org/", "https://example.org/mills"),
        ("the share was 10.", "Mills are few"),
        ("either http:", "or nothing"),
    ],
)
def test_an_address_that_may_be_whole_ends(before: str, after: str) -> None:
    assert not is_address_continued(before, after)


def test_a_foot_that_bears_its_page_number_behind_a_bar_needs_no_other_page() -> None:
    foot = shown((50, 40, "Notes on Mills | May 2020 | 1"))
    lists = shown((50, 480, "weights | 4 | 7"))
    reading = read_pdf(made("\n".join([shown(*BODY), lists, foot])))
    assert [text for kind, text in blocks(reading) if kind == "furniture"] == ["Notes on Mills | May 2020 | 1"]


def test_the_lower_half_of_a_fraction_breaks_no_paragraph() -> None:
    line = shown((50, 600, "the reeds lean by more than 1 of the angle, as is told by Lucas"))
    half = shown((183, 595, "2"), size=7)
    rest = shown((50, 588, "and Orre (1982) in all winters of the lake that froze over it"), (50, 576, "at last."))
    reading = read_pdf(made("\n".join([shown((50, 640, "On reeds"), size=16), line, half, rest])))
    assert_laws(reading)
    whole = (
        "the reeds lean by more than 1 of the angle, as is told by Lucas and Orre (1982) in all winters of the lake "
    )
    assert [text for _, text in blocks(reading)] == ["On reeds", whole + "that froze over it at last.", "2"]


def test_a_lowered_sign_that_is_set_aside_leaves_a_placeholder() -> None:
    line = shown((50, 600, "the reeds of SiO"), (144, 600, ", silt and clay lean as is told by Lucas"))
    sign = shown((138, 594, "2"), size=7)
    rest = shown((50, 588, "and Orre (1982) in all winters of the lake that froze over it"), (50, 576, "at last."))
    reading = read_pdf(made("\n".join([shown((50, 640, "On reeds"), size=16), line, sign, rest])))
    assert_laws(reading)
    assert "the reeds of SiO\ufffc , silt and clay" in reading.text
    assert marks(reading) == [("placeholder", "\ufffc", "")]


def test_entries_in_small_type_are_no_notes_however_many_they_are() -> None:
    words = "the reeds lean to the south in all winters of the lake"
    body = shown(*((50.0, 760.0 - 12 * line, words) for line in range(24)))
    entries = [
        (50.0, 460.0 - 16 * number, f"{number}. Abel A. The reeds of the lake number {number}. Gulls. 2001.")
        for number in range(1, 15)
    ]
    reading = read_pdf(made(f"{body}\n{shown(*entries, size=8)}"))
    assert {kind for kind, _ in blocks(reading)} == {"paragraph"}


def test_a_note_is_called_by_a_raised_number_on_its_page() -> None:
    note = shown((50.0, 40.0, "7 Abel thanks the gulls of the lake for their patience."), size=7)
    kinds = [blocks(read_pdf(made("\n".join([shown(*BODY), call, note]))))[-1][0] for call in ("", CALL)]
    assert kinds == ["paragraph", "footnote"]


def test_most_entries_of_a_list_may_fill_one_line() -> None:
    entries = [
        *(f"{name}, A. 199{at}. Mud of the quay and of the low stairs. 7, {at}." for at, name in enumerate(NAMES)),
        "Earl, E. 1993. Mud of the reeds in the water of the low\nlake, with a note on the staff and the mills, and "
        "the\nboats. 7, 5.",
        "Fane, F. 1994. Mud.",
        "Gale, G. 1995. Sand.",
        "Hume, H. 1996. Peat.",
    ]
    lines = [(50.0 + 10 * bool(at), line) for entry in entries for at, line in enumerate(entry.split("\n"))]
    shown_lines = shown(*((left, 400.0 - 12 * row, line) for row, (left, line) in enumerate(lines)))
    reading = read_pdf(made("\n".join([shown(*BODY), shown_lines])))
    assert [text for _, text in blocks(reading)][1:] == [entry.replace("\n", " ") for entry in entries]


def test_a_line_of_capitals_at_the_top_of_a_column_goes_on_from_nothing() -> None:
    left = [(50.0, 700.0 - 12 * row, "the reeds lean to the south in all") for row in range(8)]
    right = [
        (230.0, 700.0, "REFERENCES"),
        *((230.0, 676.0 - 12 * row, "Abel, A. 1990. Mud of the quay.") for row in range(8)),
    ]
    reading = read_pdf(made(shown(*left, *right)))
    assert "REFERENCES" in [text for _, text in blocks(reading)]


def test_type_is_as_large_as_its_matrix_makes_it() -> None:
    words = "Abel, A. 1990. Mud of the quays and of the boats, such"
    label = f"BT /F0 1 Tf 12 0 0 12 50 400 Tm ([16]) Tj 9 0 0 9 78 400 Tm ({words}) Tj ET"
    rest = shown((78, 388, "as lie at the stairs of the mill. Water 7, 1."), size=9)
    reading = read_pdf(made("\n".join([shown(*BODY), label, rest])))
    assert blocks(reading)[-1][1].endswith(f"{words} as lie at the stairs of the mill. Water 7, 1.")
