"""What the PDF reader takes from faces and glyphs: bold, typewriter, signs, accents; on PDFs that are written here."""

from __future__ import annotations

import pytest

from drawn import BODY, made, shown
from lint_article.document import Reading
from lint_article.readers.pdf.model import Run
from lint_article.readers.pdf.reader import read_pdf
from lint_article.readers.pdf.spaces import part_words
from reader_laws import assert_laws, blocks, source


@pytest.fixture(scope="module")
def statistics() -> Reading:
    return read_pdf(source("pdf/statistics.pdf", "pdf"))


@pytest.mark.parametrize(
    ("face", "kind"),
    [
        ("ABXYZQ+Reed-Regular", "paragraph"),
        ("CMR10", "paragraph"),
        ("ABCDEF+CMBX10", "heading"),
        ("ABCDEF+SFB1000", "heading"),
        ("Reed-DemiItalic", "heading"),
        ("ABCDEF+Reed-Medi", "heading"),
        ("ABCDEF+ReedLTStd-BdCn", "heading"),
        ("ABCDEF+AdvOTb92eb7df.B", "heading"),
        ("ABCDEF+Reed-Book", "paragraph"),
        ("ABCDEF+AdvOTb92eb7df", "paragraph"),
        ("ABCDTT+SFST1000", "code"),
        ("ABCDEF+CMTT10", "code"),
    ],
)
def test_a_face_is_bold_by_its_name_and_never_by_the_width_of_its_stems(face: str, kind: str) -> None:
    content = shown((50, 640, "On the reeds of the lake"), face=1) + "\n" + shown(*BODY)
    reading = read_pdf(made(content, f"Reed-Roman {face}", stem=220))
    assert_laws(reading)
    assert blocks(reading)[0] == (kind, "On the reeds of the lake")
    assert [kind for kind, _ in blocks(reading)[1:]] == ["paragraph"]


def test_a_heading_has_letters() -> None:
    content = shown((50, 640, "1 3"), size=14) + "\n" + shown(*BODY)
    assert blocks(read_pdf(made(content)))[0] == ("paragraph", "1 3")


def test_signs_and_accents_of_the_oldest_encodings(statistics: Reading) -> None:
    text = statistics.text
    assert all(
        words in text for words in ("by Bönsch (1981)", "by Östman and Černý (1994)", "its mean µ̂j over", "β̂ are")
    )
    assert all(sign in text for sign in ("∑", "∫", "⌊(n+p)/2⌋", "⎛", "⎠"))
    assert not {"\ufffd", "¨", "ˇ", "ˆ"} & set(text)
    assert not any(ord(char) < 32 and char != "\n" for char in text)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r"[(by B\250) 500 (onsch)] TJ", "by Bönsch"),
        (r"[(by Bo) 480 (\250) 0 (nsch)] TJ", "by Bönsch"),
        (r"[(in the \250) 500 (ararat)] TJ", "in the ärarat"),
        (r"(in ) Tj 2.4 Ts (\250) Tj 0 Ts [520 (Osterreich)] TJ", "in Österreich"),
        (r"[(the \210) 480 (q is)] TJ", "the q\u0302 is"),
        (r"[(C\250 onsch)] TJ", "C¨ onsch"),
        (r"[(C\250onsch)] TJ", "C¨onsch"),
    ],
)
def test_accents_join_the_letter_that_they_stand_over_and_no_other(content: str, text: str) -> None:
    reading = read_pdf(made(f"BT /F0 10 Tf 50 600 Td {content} ET"))
    assert_laws(reading)
    assert reading.text == text


def test_words_of_two_faces_are_parted_where_the_file_has_a_space_in_a_tight_line() -> None:
    content = "BT /F0 10 Tf -3.1 Tw 50 600 Td (reeds of ) Tj /F1 10 Tf (all) Tj /F0 10 Tf (ies ) Tj /F1 10 Tf (x) Tj ET"
    assert read_pdf(made(content, "Reed-Roman Reed-Bold")).text == "reeds of allies x"


@pytest.mark.parametrize(
    ("text", "gaps", "read"),
    [
        ("of Jewell(1975)", {9: 1.7}, "of Jewell (1975)"),
        ("of Jewell(1975)", {9: 0.9}, "of Jewell(1975)"),
        ("INTRO", {1: 2, 2: 2, 3: 2, 4: 2}, "INTRO"),
    ],
)
def test_a_gap_as_wide_as_a_space_is_one_unless_all_letters_are_set_apart(
    text: str, gaps: dict[int, float], read: str
) -> None:
    lefts = [5 * at + sum(gap for place, gap in gaps.items() if place <= at) for at in range(len(text))]
    run = Run(text, lefts, [left + 5 for left in lefts], 700, 10)
    part_words([run])
    assert run.text == read
    assert len(run.lefts) == len(run.rights) == len(read)
    assert run.lefts == sorted(run.lefts)


def test_what_is_stamped_aslant_over_a_page_is_not_read() -> None:
    stamp = "BT /F0 60 Tf 0.7 0.7 -0.7 0.7 60 500 Tm (DRAFT) Tj ET"
    plain, stamped = (blocks(read_pdf(made("\n".join([over, shown(*BODY)])))) for over in ("", stamp))
    assert stamped == plain
