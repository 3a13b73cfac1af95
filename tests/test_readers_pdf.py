"""The PDF reader: reading order, paragraphs, kinds, marks and places, on files of three typesetters."""

from __future__ import annotations

import pytest

from lint_article.document import Reading
from lint_article.readers.pdf.reader import read_pdf
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
