"""The PDF reader: reading order, joined lines, furniture, marks and places, on files of three typesetters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_article.document import Reading, Source
from lint_article.readers.pdf.columns import in_columns
from lint_article.readers.pdf.furniture import furniture_of
from lint_article.readers.pdf.line_joins import Join, join_of, words_of
from lint_article.readers.pdf.lines import lines_of_runs
from lint_article.readers.pdf.model import Row, Run
from lint_article.readers.pdf.reader import read_pdf
from lint_article.readers.unreadable import Unreadable
from lint_article.text import Span
from reader_laws import assert_laws, blocks, marks, place_of, source


@pytest.fixture(scope="module")
def columns() -> Reading:
    return read_pdf(source("pdf/two-columns.pdf", "pdf"))


@pytest.fixture(scope="module")
def office() -> Reading:
    return read_pdf(source("pdf/office.pdf", "pdf"))


@pytest.fixture(scope="module")
def draft() -> Reading:
    return read_pdf(source("pdf/draft.pdf", "pdf"))


def kinds(reading: Reading) -> list[str]:
    return [block.kind for block in reading.blocks]


def span_of(reading: Reading, words: str) -> Span:
    at = reading.text.index(words)
    return Span(at, at + len(words))


@pytest.mark.parametrize("name", ["two-columns", "office", "draft", "ragged"])
def test_laws(name: str) -> None:
    assert_laws(read_pdf(source(f"pdf/{name}.pdf", "pdf")))


def test_two_columns_read_down_one_and_then_the_other(columns: Reading) -> None:
    text = columns.text
    order = [
        "Introduction",
        "Offshore",
        "pilots’ association.",
        "Methods",
        "We photographed",
        "were ready.",
        "References",
    ]
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)
    assert [text for _, text in blocks(columns)[-6:-4]] == [
        "[1] A. Brandvold. Angles of reed on a shallow lake, seen from the footpath. Lakes and Wind, 12:3–19, 1998.",
        "[2] I. Stelmach, B. Orre and T. Quist. Reeds from the air. Lakes and Wind, 18:44–51, 2004.",
    ]
    assert columns.language == "en-GB"


def test_kinds_show_in_the_type(columns: Reading) -> None:
    assert kinds(columns) == [
        "title",
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
        "footnote",
        "heading",
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
        *["furniture"] * 4,
    ]
    head = "Reed beds as wind gauges"
    assert [text for kind, text in blocks(columns) if kind == "furniture"] == [head, "1", head, "2"]


def test_ligature_glyphs_are_spelt_out(columns: Reading) -> None:
    assert "Offshore instruments" in columns.text
    assert "coefficients" in columns.text
    assert "first affordable" in columns.text


def test_a_divided_word_is_joined_only_where_the_document_has_it_whole(columns: Reading) -> None:
    printed = columns.parts[0].text
    assert [words in printed for words in ("Stel-\nmach", "anemome-\nters", "ex-\nceptional")] == [True] * 3
    assert columns.text.count("-\n") == 1
    assert "ex-\nceptional" in columns.text


def test_raised_signs_and_links_are_marks(columns: Reading) -> None:
    address = "https://example.org/archive/reed-beds/photographs-of-the-year"
    assert marks(columns) == [
        ("superscript", "1,2", ""),
        ("superscript", "1", ""),
        ("superscript", "1", ""),
        ("link", address, address),
    ]
    assert address not in columns.parts[0].text  # the print breaks it over lines


def test_places_are_page_line_and_column(columns: Reading) -> None:
    place = place_of(columns, span_of(columns, "Reeds from the air"))
    part = columns.parts[0]
    line = next(line for line in part.lines if (line.page, line.number) == (place.page, place.line))
    assert place.page == 2
    assert part.text.startswith("Reeds from the air", line.start + place.column - 1)


def test_paragraphs_by_indent_and_hanging_entries(office: Reading) -> None:
    assert [text for kind, text in blocks(office) if kind != "furniture"] == [
        "Bäume am Südufer",
        "Die Weiden am Südufer wurden zweimal gezählt, im Frühling von Hand (Maaß 1987) und im Herbst vom Boot aus "
        "(Özdemir & Groß 1999).4 Vom Boot aus sind die Stämme kaum zu unterscheiden.",
        "Über die Erlen ist damit nichts gesagt; sie stehen weiter hinten, wo das Ufer flacher wird und das Schilf "
        "beginnt. Das Schilf hat sie in manchen Jahren ganz verdeckt, so dass auch Maaß (1987) sie nicht erwähnt, "
        "obwohl er jeden Tag an ihnen vorbeikam und sie in seinen Briefen beschrieb.",
        "Die Karten liegen im Stadtarchiv.",
        "Literatur",
        "Maaß, H. (1987). Die Weiden am Südufer und ihre Zählung von Hand, mit einem Anhang über die Pappeln. "
        "Uferverlag.",
        "Özdemir, T. & Groß, W. (1999). Vom Boot aus: Zählungen im Herbst und was sie über die Weiden am Südufer "
        "sagen. Uferverlag.",
        "Zöllner, A. (2001). Erlen. Uferverlag.",
    ]
    assert marks(office) == [("superscript", "4", ""), ("link", "Stadtarchiv", "https://example.org/karten")]
    assert [text for kind, text in blocks(office) if kind == "furniture"] == ["Seite 1", "Seite 2"]


def test_drafts_with_numbered_lines_and_pages_on_their_side(draft: Reading) -> None:
    assert blocks(draft) == [
        ("heading", "Salt on the eastern pier"),
        (
            "paragraph",
            "Sea salt was weighed on the pier each morning of the year (Ferro 2003; Okada and Lind 2010), and the pans "
            "were rinsed before the ferry left. The pans that stood nearest to the water were rinsed twice, as the "
            "custodian had asked, and the ones under the roof not at all. No pan was lost.",
        ),
        (
            "paragraph",
            "A second series of weighings was made after the storm of that winter, for which Ferro (2003) had no "
            "explanation.",
        ),
        ("code", "weigh --pan 4 --repeat"),
        ("table", "Pan Before After\nNorth pan 4 11\nSouth pan 6 19"),
        ("heading", "References"),
        ("paragraph", "Ferro, L. (2003). Salt in the air of harbours. Quayside Press."),
        ("paragraph", "Okada, M. and Lind, P. (2010). Rinsing of pans. Quayside Press."),
        ("caption", "Weight in grams"),
        (
            "paragraph",
            "Appendix: the pans were numbered from the land (Lind 2011), and the page that says so lies on its side.",
        ),
        ("furniture", "1"),
        ("furniture", "2"),
    ]
    assert place_of(draft, span_of(draft, "Lind 2011")).page == 2


def test_ragged_lines_end_where_the_typesetter_likes() -> None:
    reading = read_pdf(source("pdf/ragged.pdf", "pdf"))
    texts = [text for _, text in blocks(reading)]
    assert [text.count("From the lower mill") for text in texts] == [0, 2, 3, 2, 0, 0, 0, 0, 0]
    assert texts[5:8] == [
        "Harker, J. and Dunn, E. (1961). The staff and the water, with a note on the measuring of falls in narrow "
        "leats. Mill Hill Press.",
        "Kerr, S., Moe, D. and Roe, A. (1978). Why gauges that record themselves record too much. Water and Stone, 3, "
        "20–31.",
        "Lund, B. (1980). Sluices. Mill Hill Press.",
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (source("pdf/encrypted.pdf", "pdf").data, "it is encrypted and needs a password"),
        (
            source("pdf/scan.pdf", "pdf").data,
            "none of its pages has text; a scan must go through text recognition (OCR) first",
        ),
        (b"%PDF-1.7\nnothing of the kind", "it is damaged or is not a PDF"),
        (b"", "it is damaged or is not a PDF"),
    ],
)
def test_unreadable_files_say_why(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_pdf(Source("a.pdf", "pdf", data))
    assert caught.value.reason == reason


def row(text: str, *, page: int = 1, baseline: float = 700.0, links: tuple[tuple[int, int, str], ...] = ()) -> Row:
    """Return a row in 10 points whose letters are 5 points wide."""
    lefts = [72.0 + 5 * index for index in range(len(text))]
    rights = [left + 5 for left in lefts]
    return Row(page, text, lefts, rights, baseline, 10.0, False, False, links=list(links))


def run(text: str, left: float, baseline: float, size: float = 10.0) -> Run:
    lefts = [left + 0.5 * size * index for index in range(len(text))]
    return Run(text, lefts, [x + 0.5 * size for x in lefts], baseline, size)


@pytest.mark.parametrize(
    ("before", "after", "known", "join"),
    [
        ("the river", "flows", "", Join.SPACE),
        ("was meas-", "ured in", "they measured it", Join.HYPHEN),
        ("a well-", "known pier", "well-known piers", Join.NOTHING),
        ("was meas-", "ured in", "", Join.UNKNOWN),
        ("a re-", "cover of", "we recover, they re-cover", Join.UNKNOWN),
        ("in COVID-", "19 years", "", Join.NOTHING),
        ("by Smith-", "Jones (2010)", "", Join.NOTHING),
        ("by Mc-", "Donald (2010)", "so McDonald says", Join.HYPHEN),
        ("pre-", "and post-war", "", Join.UNKNOWN),
        ("soft\u00ad", "ness", "", Join.HYPHEN),
        ("at https://example.org/a-", "b", "", Join.UNKNOWN),
        ("a dash -", "and more", "", Join.SPACE),
    ],
)
def test_how_lines_join(before: str, after: str, known: str, join: Join) -> None:
    rows = [row(before), row(after), row(known)] if known else [row(before), row(after)]
    assert join_of(rows[0], rows[1], words_of(rows)) is join


def test_a_link_over_two_lines_is_joined_as_its_address_has_it() -> None:
    target = "https://example.org/papers/on-reeds"
    first = row("see https://example.org/papers/on-", links=((4, 34, target),))
    assert join_of(first, row("reeds.", links=((0, 5, target),)), set()) is Join.NOTHING
    assert join_of(first, row("ferns.", links=((0, 5, target),)), set()) is Join.UNKNOWN


def body(page: int) -> list[Row]:
    """Return the text of a page, other words on each."""
    return [row(chr(96 + page) * (line + 3), page=page, baseline=700.0 - 12 * line) for line in range(20)]


def test_a_mark_without_words_is_furniture_where_it_comes_back() -> None:
    pages = [
        [*body(page), row("1 3", page=page, baseline=40), row(f"{page} 9", page=page, baseline=60)]
        for page in (1, 2, 3)
    ]
    found = furniture_of(pages)
    assert [one.text for page in pages for one in page if id(one) in found] == ["1 3", "1 3", "1 3"]


def test_what_comes_back_at_the_same_height_is_furniture() -> None:
    pages = [[row(f"Reeds {page}", page=page, baseline=800), *body(page)] for page in (1, 2, 3)]
    found = furniture_of(pages)
    assert [one.text for page in pages for one in page if id(one) in found] == ["Reeds 1", "Reeds 2", "Reeds 3"]


def test_notes_and_numbers_that_come_back_are_text() -> None:
    pages = [
        [row("4.5 7", page=page, baseline=720), *body(page), row(f"{page} Ibid.", page=page, baseline=465)]
        for page in (1, 2)
    ]
    for page in pages:
        page[-1].raised.append((0, 1))
    assert furniture_of(pages) == set()


RUNS = st.lists(
    st.builds(
        run,
        st.text("abc", min_size=1, max_size=30),
        st.floats(40, 500),
        st.floats(50, 800),
        st.sampled_from([7.0, 10.0, 14.0]),
    ),
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@given(RUNS)
def test_layout_keeps_every_run_once(runs: list[Run]) -> None:
    strips = lines_of_runs(runs, 0.7)
    columns = in_columns(strips)
    lines = [
        line for column in columns for line in lines_of_runs((one for strip in column for one in strip), float("inf"))
    ]
    assert sorted(id(one) for line in lines for one in line) == sorted(id(one) for one in runs)


TWO_PAGES = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R 9 0 R] /Count 2>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>> endobj
4 0 obj <</Length 44>> stream
BT /F 12 Tf 20 100 Td (Reeds lean south.) Tj ET
endstream endobj
5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
trailer <</Root 1 0 R>>
"""


def test_a_broken_page_is_said_and_the_others_are_read() -> None:
    reading = read_pdf(Source("a.pdf", "pdf", TWO_PAGES))
    assert_laws(reading)
    assert blocks(reading) == [("paragraph", "Reeds lean south.")]
    assert [(one.rule, dict(one.values)) for one in reading.problems] == [
        ("unreadable-source", {"reason": "page 2 is damaged"})
    ]
    assert place_of(reading, reading.problems[0].span).page == 2


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 37_000), st.binary(max_size=40))
def test_damaged_files_are_read_or_refused(at: int, junk: bytes) -> None:
    data = source("pdf/two-columns.pdf", "pdf").data
    try:
        assert_laws(read_pdf(Source("a.pdf", "pdf", data[:at] + junk + data[at + len(junk) :])))
    except Unreadable as error:
        assert error.reason
