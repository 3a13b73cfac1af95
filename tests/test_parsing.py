"""Entries taken apart: their authors and fields in many styles and languages, and the lists that they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

import pytest

from lint_article.document import Block, Field, Name, Reference
from lint_article.parsing.references.reference import read_reference
from lint_article.parsing.structure.links import find_links
from lint_article.parsing.structure.sections import find_sections
from lint_article.text import Span
from making import document


def shown(names: Iterable[Name]) -> str:
    """Return names as `Family, Given; {Group}`."""
    return "; ".join(f"{{{n.family}}}" if n.literal else f"{n.family}, {n.given}".rstrip(", ") for n in names)


def value(field: Field | None) -> str:
    return field.value if field else ""


def entry(text: str) -> Reference:
    return read_reference(text, Span(0, len(text)), list(find_links(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://example.org/a_(b). Next", [("url", "https://example.org/a_(b)")]),
        ("(doi:10.1234/x.y)", [("doi", "10.1234/x.y")]),
        ("at www.example.org, and arXiv:2101.01234v2;", [("url", "www.example.org"), ("arxiv", "arXiv:2101.01234v2")]),
        ("10.1016/S0140-6736(05)12345-6.", [("doi", "10.1016/S0140-6736(05)12345-6")]),
        ("codes 1waf [http://example.org/1waf]6, and", [("url", "http://example.org/1waf")]),
        ("write to k.marlin@example.org.", [("email", "k.marlin@example.org")]),
        ("version 10.2 of 3.10.5", []),
    ],
)
def test_links(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(link.kind, link.target) for link in find_links(text)] == expected


BODY = "The coast is old.\n\n"
ENTRIES = [
    "Marlin, K. (2010). Reefs in winter light. Annals of the Tide, 4(2), 11–19.",
    "Osgood, P. (2011). Sand under moving water. Annals of the Tide, 5(1), 3–10.",
    "Tarn, V. (2012). Stones and their sound. Annals of the Tide, 6(1), 20–31.",
    "Wick, O. (2013). Salt on northern boards. Annals of the Tide, 7(3), 40–52.",
]
DIRECT = [
    "K. Marlin. Reefs in winter light. Annals of the Tide, 4:11–19, 2010.",
    "P. Osgood and V. Tarn. Sand under moving water. Annals of the Tide, 5:3–10, 2011.",
    "V. Tarn. Stones and their sound. Quayside Press, Oslo, 2012.",
    "O. Wick. Salt on northern boards. Annals of the Tide, 7:40–52, 2013.",
]
HANGING = [e.replace("light. ", "light.\n    ").replace("water. ", "water.\n    ") for e in ENTRIES]
LISTS = {
    "plain": BODY + "References\n\n" + "\n".join(ENTRIES),
    "blank lines": BODY + "Bibliography\n\n" + "\n\n".join(ENTRIES),
    "upper case": BODY + "REFERENCES:\n" + "\n".join(ENTRIES),
    "letter-spaced heading": BODY + "R E F E R E N C E S\n" + "\n".join(ENTRIES),
    "letter-spaced heading of two words": BODY + "W O R K S  C I T E D\n" + "\n".join(ENTRIES),
    "numbered heading": BODY + "7. Literaturverzeichnis\n" + "\n".join(ENTRIES),
    "russian heading": BODY + "Список литературы\n" + "\n".join(ENTRIES),
    "no heading": BODY + "\n\n".join(ENTRIES),
    "hanging": BODY + "References\n" + "\n".join(HANGING),
    "before an appendix": BODY + "References\n" + "\n".join(ENTRIES) + "\n\nAppendix A\nFurther tables of the tide.",
    "before thanks": BODY + "References\n" + "\n".join(ENTRIES) + "\n\nAcknowledgements\nWe thank the harbour.",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_list_is_split(text: str) -> None:
    parsed = document(text)
    assert [" ".join(r.span.of(text).split()) for r in parsed.references] == ENTRIES
    assert [value(r.year) for r in parsed.references] == ["2010", "2011", "2012", "2013"]


@pytest.mark.parametrize("seam", [" ", "\n"])
@pytest.mark.parametrize("direct", [False, True])
def test_entries_that_run_together_are_parted(seam: str, direct: bool) -> None:
    entries = DIRECT if direct else ENTRIES
    text = BODY + "References\n\n" + entries[0] + "\n\n" + seam.join(entries[1:3]) + "\n\n" + entries[3]
    assert [" ".join(r.span.of(text).split()) for r in document(text).references] == entries


def test_the_rest_of_an_entry_is_joined_to_it() -> None:
    halves = ENTRIES[1].replace("moving water", "moving\n\nwater")
    text = "# Tides\n\n" + BODY + "# References\n\n" + "\n\n".join([ENTRIES[0], halves, *ENTRIES[2:]])
    found = document(text, "markdown", "draft.md").references
    assert [value(r.year) for r in found] == ["2010", "2011", "2012", "2013"]


def test_a_publisher_behind_the_year_is_no_entry() -> None:
    entries = [*ENTRIES[:3], "Wick, O. (2013). Salt. Oslo, 1913. Cambridge, U.K.: Quayside Press, 2013."]
    text = BODY + "References\n\n" + "\n\n".join(entries)
    assert len(document(text).references) == 4


def test_a_heading_typed_as_a_paragraph_begins_the_list() -> None:
    text = "# Tides\n\n" + BODY + "References\n\n" + "\n\n".join(ENTRIES)
    parsed = document(text, "markdown", "draft.md")
    assert [section.role for section in parsed.sections] == ["body", "references"]
    assert len(parsed.references) == 4


def test_a_heading_inside_another_begins_no_section() -> None:
    text = "Tides\nReferences\n" + "\n".join(ENTRIES)
    for heading in (Span(0, 16), Span(0, len(text))):
        for section in find_sections(text, [Block("heading", heading)]):
            assert section.heading is None or section.span.contains(section.heading)


def test_headings_that_broken_mark_up_puts_into_each_other_are_one() -> None:
    page = "<p>Salt left (Abel, 2001).</p><h2><h2>References</h2></h2><p>Abel, K. (2001). The tide. Quay, 1, 1-9.</p>"
    assert [one.outcome for one in document(page, "html", "a.html").resolutions] == ["matched"]


WRAPPED = [
    " ".join(entry.split())
    for entry in """
    Abel, R. and Corn, B. (2001). Wells and their water in the years of drought. Annals of the Tide,
    1, 1–9. Quayside Press, Oslo.

    Bell, L. (2003). Stones. Tidal Notes, 3.

    Board of Tides [BOT]. (2004). What the tide brings in, and what it takes away again: a report on
    thirty-one harbours. Oslo.

    Dorn, C., Orlow, D., Pirie, E., Quist, H., Rowan, T., Stone, V., Tarn, V., Ulm, P., Vane, Q.,
    and Wick, O. (2005). Lamps.

    Falk, J-H. (2006). Sand without end: how beaches move in winter. Annals of the Tide, 5, 1–9.
    https://doi.org/10.5555/tide.2006.5

    Hahn, B. (2007). Nets. Annals of the Tide, 11(2), 10–19.

    van der Meer, O. (2008). Dykes, Locks and Weirs of the Low Coast. Edinburgh: Quayside Press,
    Tide Series, Vol. 3.

    Zorn, S. (2009). Frost on the ropes of small boats, with notes on gloves. Annals of the Tide, 9,
    30–41.
    """.split("\n\n")
]


@pytest.mark.parametrize("width", [60, 72, 80, 90, 100])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_wrapped_list_without_indents_is_split(width: int, ending: str) -> None:
    lines = [
        "Wells are deep (Abel & Corn, 2001).",
        "",
        "References",
        *(line for e in WRAPPED for line in wrap(e, width)),
    ]
    parsed = document(ending.join(lines))
    assert [" ".join(r.span.of(parsed.text).split()) for r in parsed.references] == WRAPPED


def test_an_entry_may_end_where_its_address_was_lost() -> None:
    entries = [*WRAPPED]
    entries[-2] += " Retrieved May 4, 2018, from"
    lines = ["Wells are deep (Abel & Corn, 2001).", "", "References", *(line for e in entries for line in wrap(e, 80))]
    parsed = document("\n".join(lines))
    assert [" ".join(r.span.of(parsed.text).split()) for r in parsed.references] == entries


@pytest.mark.parametrize("label", ["[{}] ", "{}. ", "({}) ", "{} ", "{}) ", "[{}]\t"])
def test_numbered_list_is_split(label: str) -> None:
    lines = [label.format(i) + e.replace("Annals", "\nAnnals") for i, e in enumerate(ENTRIES, 1)]
    parsed = document(BODY + "References\n" + "\n".join(lines))
    assert [value(r.label) for r in parsed.references] == ["1", "2", "3", "4"]
    assert [shown(r.authors) for r in parsed.references] == ["Marlin, K.", "Osgood, P.", "Tarn, V.", "Wick, O."]


def test_a_text_without_entries_has_no_list() -> None:
    assert document("References\n\nNone of this is a list, and nothing here is an entry at all.\n").references == ()
