"""Fields and content controls of a DOCX: links, citations as four programs write them, bibliographies."""

from __future__ import annotations

import base64
import json

import pytest

from lint_article.document import Reading
from making import document
from packages import docx, field, p, t
from reader_laws import blocks, marks, read_lawfully


def read(data: bytes) -> Reading:
    return read_lawfully("draft.docx", "docx", data)


def given_citations(reading: Reading) -> list[tuple[str, list[tuple[str, list[str], str, str]]]]:
    """Return each given citation's text, and of its items the text, the families, the year and the suffix."""
    return [
        (
            one.span.of(reading.text),
            [
                (
                    item.span.of(reading.text),
                    [name.family for name in item.authors],
                    item.year.value if item.year else "",
                    item.suffix,
                )
                for item in one.items
            ],
        )
        for one in reading.given.citations
    ]


def test_links_by_relation_and_by_field() -> None:
    related = f'<w:hyperlink r:id="l1">{t("here")}</w:hyperlink>'
    inner = f'<w:hyperlink w:anchor="top">{t("up")}</w:hyperlink>'
    reading = read(
        docx(
            p("See ", related, " or ", field(' HYPERLINK "https://b.example/" ', "there"), ", ", inner),
            links={"l1": "https://a.example/"},
        )
    )
    assert reading.text == "See here or there, up"
    assert marks(reading) == [("link", "here", "https://a.example/"), ("link", "there", "https://b.example/")]


CSL = json.dumps(
    {
        "citationItems": [
            {
                "id": 1,
                "itemData": {"author": [{"family": "Marsh", "given": "A."}], "issued": {"date-parts": [["2011"]]}},
            },
            {
                "id": 2,
                "itemData": {
                    "author": [
                        {"family": "Berg", "given": "C.", "non-dropping-particle": "van den"},
                        {"literal": "WHO"},
                    ],
                    "issued": {"date-parts": [[2009, 3]]},
                },
            },
        ]
    }
)
CITED = [("Marsh 2011a", ["Marsh"], "2011", "a"), ("van den Berg and WHO 2009", ["van den Berg", "WHO"], "2009", "")]
PRINTED = "(Marsh 2011a; van den Berg and WHO 2009)"
ENDNOTE = (
    "<EndNote><Cite><Author>Marsh</Author><Year>2011</Year><record><contributors><authors><author>Marsh, A.</author>"
    "</authors></contributors></record></Cite><Cite><Author>van den Berg</Author><Year>2009</Year><record>"
    "<contributors><authors><author>van den Berg, C.</author><author>WHO</author></authors></contributors></record>"
    "</Cite></EndNote>"
)
SOURCES = "".join(
    f"<b:Source><b:Tag>{tag}</b:Tag><b:Year>{year}</b:Year><b:Author><b:Author><b:NameList><b:Person><b:Last>{last}</b:Last>"
    "</b:Person></b:NameList></b:Author></b:Author></b:Source>"
    for tag, year, last in (("Mar11", 2011, "Marsh"), ("Ber09", 2009, "van den Berg"))
)
CITAVI = {
    "$type": "SwissAcademic.Citavi.Citations.WordPlaceholder, SwissAcademic.Citavi",
    "Entries": [
        {"$id": "2", "Reference": {"Year": "2011", "Authors": [{"$id": "3", "FirstName": "A.", "LastName": "Marsh"}]}},
        {"$id": "4", "Reference": {"Year": "2009", "Authors": [{"LastName": "van den Berg"}, {"LastName": "WHO"}]}},
    ],
}
CITAVI_5 = (
    "<Placeholder><Entries><Entry><Reference><Authors><Person><LastName>Marsh</LastName></Person></Authors>"
    "<Year>2011</Year></Reference></Entry><Entry><Reference><Authors><Person><LastName>van den Berg</LastName></Person>"
    "<Person><LastName>WHO</LastName></Person></Authors><Year>2009</Year></Reference></Entry></Entries></Placeholder>"
)
GUID = "550e8400-e29b-41d4-a716-446655440000"


def packed(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


CONTROL = (
    f'<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_{packed(CSL)}"/></w:sdtPr>'
    f"<w:sdtContent>{t(PRINTED)}</w:sdtContent></w:sdt>"
)


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(field(f" ADDIN ZOTERO_ITEM CSL_CITATION {CSL}", PRINTED), id="zotero"),
        pytest.param(field(f"ADDIN CSL_CITATION {CSL}", PRINTED), id="mendeley"),
        pytest.param(CONTROL, id="mendeley-control"),
        pytest.param(field("ADDIN CitaviPlaceholder{" + packed(json.dumps(CITAVI)) + "}", PRINTED), id="citavi"),
        pytest.param(field(f"ADDIN CITAVI.PLACEHOLDER {GUID} {packed(CITAVI_5)}", PRINTED), id="citavi-5"),
        pytest.param(field(f" ADDIN EN.CITE {ENDNOTE}", PRINTED), id="endnote"),
        pytest.param(field(" ADDIN EN.CITE ", PRINTED, f"<w:fldData>{packed(ENDNOTE)}</w:fldData>"), id="endnote-data"),
    ],
)
def test_reference_managers_state_what_is_cited(inside: str) -> None:
    reading = read(docx(p("Lagoons breathe ", inside, ".")))
    assert reading.text == f"Lagoons breathe {PRINTED}."
    assert given_citations(reading) == [(PRINTED, CITED)]


def test_citations_by_word_itself() -> None:
    inside = field(r"CITATION Mar11 \l 1033  \m Ber09", "(Marsh 2011; van den Berg 2009)")
    reading = read(docx(p("Lagoons breathe ", inside), sources=SOURCES))
    cited = [("Marsh 2011", ["Marsh"], "2011", ""), ("van den Berg 2009", ["van den Berg"], "2009", "")]
    assert given_citations(reading) == [("(Marsh 2011; van den Berg 2009)", cited)]


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        (f"ADDIN ZOTERO_ITEM CSL_CITATION {CSL}", "see below"),
        ('ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems": [', "(Marsh 2011)"),
        ("ADDIN ZOTERO_ITEM CSL_CITATION {}", "(Marsh 2011)"),
        ('ADDIN CSL_CITATION {"citationItems": [7, {"itemData": {"author": 3, "issued": 5}}]}', "(Marsh 2011)"),
        ("ADDIN EN.CITE <EndNote><Cite></EndNote>", "(Marsh 2011)"),
        (r"CITATION Unknown \l 1033", "(Marsh 2011)"),
        ("ADDIN CitaviPlaceholder{e30=}", "(Marsh 2011)"),
        ("ADDIN CitaviPlaceholder{%%%", "(Marsh 2011)"),
    ],
)
def test_a_field_that_does_not_say_what_is_printed_states_nothing(code: str, printed: str) -> None:
    reading = read(docx(p("So ", field(code, printed))))
    assert reading.text == f"So {printed}"
    assert reading.given.citations == ()


def test_what_fields_state_is_linked_and_what_they_do_not_is_read() -> None:
    zotero = f"ADDIN ZOTERO_ITEM CSL_CITATION {CSL}"
    body = (
        p("Lagoons breathe ", field(zotero, PRINTED), ", or ", field(zotero, "(Marsh 2012)"), " (Lind 1999).")
        + p("References", style="H1")
        + p("Marsh, A. (2011a). The lagoon. Inland Press.")
        + p("van den Berg, C., and WHO (2009). Night water. Inland Press.")
    )
    styles = '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    read_document = document(docx(body, styles=styles), "docx", "draft.docx")
    judged = [(one.item.span.of(read_document.text), one.outcome) for one in read_document.resolutions]
    assert judged == [
        ("Marsh 2011a", "matched"),
        ("van den Berg and WHO 2009", "matched"),
        ("Marsh 2012", "year-differs"),
        ("Lind 1999", "absent"),
    ]


def test_a_field_that_prints_another_work_than_it_has() -> None:
    marsh = {"citationItems": [{"itemData": {"author": [{"family": "Marsh"}], "issued": {"date-parts": [[2011]]}}}]}
    body = (
        p("Lagoons breathe ", field(f"ADDIN CSL_CITATION {json.dumps(marsh)}", "(see Lind, 2011)"), ".")
        + p("References", style="H1")
        + p("Lind, B. (2011). Water of the night. Inland Press.")
        + p("Marsh, A. (2011). The lagoon. Inland Press.")
    )
    styles = '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    judged = document(docx(body, styles=styles), "docx", "draft.docx").resolutions
    assert [(one.outcome, one.nearest) for one in judged] == [("target-differs", 1)]


def test_numbers_without_a_list_are_works_without_a_list() -> None:
    fields = [field(f"ADDIN ZOTERO_ITEM CSL_CITATION {CSL}", printed) for printed in ("[1, 2]", "(1\u20132)")]
    judged = document(docx(p("Lagoons breathe ", *fields, ".")), "docx", "draft.docx").resolutions
    assert [(one.outcome, one.item.number) for one in judged] == [("unlisted", 1)] * 4


def test_bibliographies_and_contents_are_told_by_their_fields() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    begin = mark("begin") + "<w:r><w:instrText>{}</w:instrText></w:r>" + mark("separate")
    end = mark("end")
    control = '<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_BIBLIOGRAPHY"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    body = (
        p(begin.format(r'TOC \o "1-3"'), "Methods 2", end)
        + p(begin.format("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY"), "Marsh (2011).")
        + p("Berg (2009).", end)
        + p("After.")
        + control.format(p("Lind (2001)."))
        + p("End.")
    )
    assert blocks(read(docx(body))) == [
        ("furniture", "Methods 2"),
        ("reference", "Marsh (2011)."),
        ("reference", "Berg (2009)."),
        ("paragraph", "After."),
        ("reference", "Lind (2001)."),
        ("paragraph", "End."),
    ]
