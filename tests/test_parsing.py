"""Entries taken apart: their authors and fields in many styles and languages, and the lists that they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

import pytest

from lint_article.document import Block, Field, Name, Reference
from lint_article.parsing.names.author_list import read_authors
from lint_article.parsing.names.edit_distance import edits
from lint_article.parsing.names.folding import fold, is_same_transliterated
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


AUTHORS = [
    # family name first
    ("Marlin, K. (2010). Reefs.", "Marlin, K."),
    ("Marlin, K., & Osgood, P. T. (2010). Reefs.", "Marlin, K.; Osgood, P. T."),
    ("Marlin, K., Osgood, P., Tarn, V. (2010). Reefs.", "Marlin, K.; Osgood, P.; Tarn, V."),
    ("Marlin, K., Osgood, P. and Tarn, V. 2010. Reefs.", "Marlin, K.; Osgood, P.; Tarn, V."),
    ("Marlin K, Osgood PT, Tarn V. Reefs. 2010.", "Marlin, K; Osgood, PT; Tarn, V."),
    ("Marlin, K.; Osgood, P. T.; Tarn, V. Reefs 2010, 3, 4.", "Marlin, K.; Osgood, P. T.; Tarn, V."),
    ("MARLIN, K.; OSGOOD, P. T. Recifes. 2010.", "MARLIN, K.; OSGOOD, P. T."),
    ("de Souza, M. A.; Le Clerc, U.; El-Sayed, M. Tides. 2010.", "de Souza, M. A.; Le Clerc, U.; El-Sayed, M."),
    ("Marlin, K. & Osgood, P. (Hrsg.) (2010): Riffe.", "Marlin, K.; Osgood, P."),
    ("INSTITUTO DO MAR. Relatório. São Paulo, 2010.", "{INSTITUTO DO MAR}"),
    ("Marlin, Karin. Reefs. Quayside Press, 2010.", "Marlin, Karin"),
    ("Marlin, Karin, and Paul Osgood. 2010. Reefs.", "Marlin, Karin; Osgood, Paul"),
    ("Marlin, Karin, Paul Osgood, and Vera Tarn. 2010. Reefs.", "Marlin, Karin; Osgood, Paul; Tarn, Vera"),
    ("Marlin, Karin / Osgood, Paul (2010): Riffe.", "Marlin, Karin; Osgood, Paul"),
    ("Marlin, K. und Osgood, P. (2010): Riffe.", "Marlin, K.; Osgood, P."),
    ("Marlin, K. et Osgood, P. (2010). Les récifs.", "Marlin, K.; Osgood, P."),
    ("Marlín, K. y Otero, P. (2010). Los arrecifes.", "Marlín, K.; Otero, P."),
    # initials first
    ("K. Marlin, P. T. Osgood, and V. Tarn, “Reefs,” J. Sea, 2010.", "Marlin, K.; Osgood, P. T.; Tarn, V."),
    ("K. Marlin and P. Osgood. Reefs. 2010.", "Marlin, K.; Osgood, P."),
    ("Karin Marlin and Paul Osgood. 2010. Reefs.", "Marlin, Karin; Osgood, Paul"),
    # particles, hyphens, apostrophes, suffixes
    ("van der Berg, J., & de la Cruz, M. (2010). Reefs.", "van der Berg, J.; de la Cruz, M."),
    ("J. van der Berg and M. de la Cruz, “Reefs,” 2010.", "van der Berg, J.; de la Cruz, M."),
    ("O'Keefe, B., D'Amico, S., & Lloyd-Price, T. (2010). Reefs.", "O'Keefe, B.; D'Amico, S.; Lloyd-Price, T."),
    ("O’Keefe B, Lloyd-Price TJ. Reefs. 2010.", "O’Keefe, B; Lloyd-Price, TJ"),
    ("García Robles, A., & Peña Soto, L. (2010). Mareas.", "García Robles, A.; Peña Soto, L."),
    ("Özdemir, Ş., Żuk, Ł. & Čapek, Ž. (2010). Reefs.", "Özdemir, Ş.; Żuk, Ł.; Čapek, Ž."),
    ("Mireau, J.-P., & Solal, M.-C. (2010). Reefs.", "Mireau, J.-P.; Solal, M.-C."),
    ("Harlow, B. T., Jr., & Finch, O. (2010). Reefs.", "Harlow, B. T.; Finch, O."),
    ("Harlow BT Jr, Finch O. Reefs. 2010.", "Harlow, BT Jr; Finch, O."),
    ("Xu, B., Li, F., & Wu, Y. (2010). Reefs.", "Xu, B.; Li, F.; Wu, Y."),
    ("Harlow, Jr BT, Finch O. Reefs. 2010.", "Harlow, BT; Finch, O."),
    ("B. T. Harlow, A. W. Lo, and O. de Finch. Reefs. 2010.", "Harlow, B. T.; Lo, A. W.; de Finch, O."),
    ("harlow b. t., finch o. et tarn v. recifs en hiver, 2010.", "harlow, b. t.; finch, o.; tarn, v."),
    ("harlow wrote this in winter. 2010.", ""),
    # Cyrillic
    ("Белов А. Н., Крутов П. С. Рифы // Море. 2010. № 3.", "Белов, А. Н.; Крутов, П. С."),
    ("Белов, А.Н., Крутов, П.С. Рифы. М.: Причал, 2010.", "Белов, А.Н.; Крутов, П.С."),
    # groups
    ("World Tide Organization. (2010). Reefs.", "{World Tide Organization}"),
    ("Institute of Sea Studies (2010) Reefs.", "{Institute of Sea Studies}"),
    ("Министерство рыбного флота. Отчёт. 2010.", "{Министерство рыбного флота}"),
]


@pytest.mark.parametrize(("text", "expected"), AUTHORS)
def test_authors(text: str, expected: str) -> None:
    found = read_authors(text, 0, len(text))
    assert (shown(found.names), found.et_al) == (expected, False)
    assert all(name.span.of(text) == name.family for name in found.names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marlin, K., et al. (2010). Reefs.", "Marlin, K."),
        ("Marlin K, Osgood P, et al. Reefs. 2010.", "Marlin, K; Osgood, P"),
        ("Marlin, Karin u. a. (2010): Riffe.", "Marlin, Karin"),
        ("Marlin, K., … Tarn, V. (2010). Reefs.", "Marlin, K.; Tarn, V."),
        ("Белов А. Н. и др. Рифы. 2010.", "Белов, А. Н."),
    ],
)
def test_open_author_lists(text: str, expected: str) -> None:
    found = read_authors(text, 0, len(text))
    assert (shown(found.names), found.et_al) == (expected, True)


GIVEN_FIRST = """The wells are deep.

References

Karin Marlin. Reefs in winter light. Annals of the Tide, 4:11–19, 2010.
Piet T. Osgood. Sand. Quayside Press, Oslo, 2011.
Vera Tarn and Olaf B. van der Wick. Stones and their sound. Annals of the Tide, 6:20–31, 2012.
X. He and F. Hu. Salt on northern boards. Annals of the Tide, 7:40–52, 2013.
Uta M. D¨ohner, Jan Novák, and Åsa L. ¨Oberg. Boards. Annals of the Tide, 8:1–9, 2014.
"""


def test_given_names_first() -> None:
    assert [shown(r.authors) for r in document(GIVEN_FIRST).references] == [
        "Marlin, Karin",
        "Osgood, Piet T.",  # alone it could be Piet, T. on Osgood
        "Tarn, Vera; van der Wick, Olaf B.",
        "He, X.; Hu, F.",
        "D¨ohner, Uta M.; Novák, Jan; ¨Oberg, Åsa L.",
    ]


def test_family_names_stay_first_before_a_title_of_one_word() -> None:
    text = (
        "The wells are deep.\n\nReferences\n\nMarlin K. Reefs. Oslo: Quayside; 2010.\nOsgood P, Tarn V. Sand. 2011.\n"
    )
    assert [shown(r.authors) for r in document(text).references] == ["Marlin, K.", "Osgood, P; Tarn, V."]


# authors, year and suffix, title, container
FIELDS = [
    (
        "Marlin, K., & Osgood, P. (2010a). Reefs in winter light. Annals of the Tide, 4(2), 11–19.",
        ("Marlin, K.; Osgood, P.", "2010a", "Reefs in winter light", "Annals of the Tide"),
    ),
    (
        "Marlin, Karin. 2010. “Reefs in Winter Light.” Annals of the Tide 4 (2): 11–19.",
        ("Marlin, Karin", "2010", "Reefs in Winter Light", "Annals of the Tide"),
    ),
    (
        "Marlin, Karin. “Reefs in Winter Light.” Annals of the Tide, vol. 4, no. 2, 2010, pp. 11–19.",
        ("Marlin, Karin", "2010", "Reefs in Winter Light", "Annals of the Tide"),
    ),
    (
        "Marlin K, Osgood P. Reefs in winter light. Ann Tide. 2010;4(2):11-9.",
        ("Marlin, K; Osgood, P.", "2010", "Reefs in winter light", "Ann Tide"),
    ),
    (
        "K. Marlin and P. Osgood, “Reefs in winter light,” Ann. Tide, vol. 4, no. 2, pp. 11–19, Mar. 2010.",
        ("Marlin, K.; Osgood, P.", "2010", "Reefs in winter light", "Ann. Tide"),
    ),
    (
        "MARLIN, K. Recifes no inverno. Anais da Maré, v. 4, n. 2, p. 11-19, 2010.",
        ("MARLIN, K.", "2010", "Recifes no inverno", "Anais da Maré"),
    ),
    (
        "Белов А. Н. Рифы зимой // Вестник прилива. 2010. № 2. С. 11–19.",
        ("Белов, А. Н.", "2010", "Рифы зимой", "Вестник прилива"),
    ),
    (
        "Marlin, Karin (2010): Riffe im Winter. In: Jahrbuch der Gezeiten, 4, S. 11–19.",
        ("Marlin, Karin", "2010", "Riffe im Winter", "Jahrbuch der Gezeiten"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FIELDS)
def test_fields(text: str, expected: tuple[str, ...]) -> None:
    found = entry(text)
    year = value(found.year) + found.suffix
    assert (shown(found.authors), year, value(found.title), value(found.container)) == expected


@pytest.mark.parametrize(
    ("text", "year", "suffix", "years"),
    [
        ("Marlin, K. (2010b). Reefs. Tide, 4, 11–19.", "2010", "b", ("2010",)),
        ("Marlin, K. (in press). Reefs. Tide.", "in press", "", ("in press",)),
        ("Marlin, K. (n.d.). Reefs. Quayside.", "n.d.", "", ("n.d.",)),
        ("Marlin, K. (im Druck): Riffe. Gezeiten.", "in press", "", ("in press",)),
        ("Marlin, K. (2010, March 4). Reefs. Quayside.", "2010", "", ("2010",)),
        ("Marlin, K. (2010 [1905]). Reefs. Quayside.", "2010", "", ("2010", "1905")),
        ("Marlin, K. [1905] 2010. Reefs. Quayside.", "2010", "", ("2010", "1905")),
        ("Marlin, K. (1999/2000). Reefs. Quayside.", "1999", "", ("1999", "2000")),
        ("Marlin, K. (1999–2003). Reefs. Quayside.", "1999", "", ("1999", "2003")),
        ("Marlin K. Reefs of 1804. Tide. 2010;4:1998-2004.", "2010", "", ("2010",)),
        ("Marlin, K. Reefs. https://example.org/1999/a (accessed 4 May 2018). 2010.", "2010", "", ("2010",)),
        ("Marlin, K. Reefs. Quayside.", "", "", ()),
    ],
)
def test_year(text: str, year: str, suffix: str, years: tuple[str, ...]) -> None:
    found = entry(text)
    assert (value(found.year), found.suffix, tuple(dict.fromkeys(found.years))) == (year, suffix, years)


def test_addresses() -> None:
    text = "Marlin, K. (2010). Reefs. https://example.org/reefs (accessed 4 May 2018). https://doi.org/10.1234/ab.5."
    found = entry(text)
    assert value(found.doi) == "10.1234/ab.5"
    assert [url.value for url in found.urls] == ["https://example.org/reefs"]
    assert value(found.accessed) == "4 May 2018"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://example.org/a_(b). Next", [("url", "https://example.org/a_(b)")]),
        ("(doi:10.1234/x.y)", [("doi", "10.1234/x.y")]),
        ("at www.example.org, and arXiv:2101.01234v2;", [("url", "www.example.org"), ("arxiv", "arXiv:2101.01234v2")]),
        ("10.1016/S0140-6736(05)12345-6.", [("doi", "10.1016/S0140-6736(05)12345-6")]),
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


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Müller", "muller"),
        ("M¨uller", "muller"),
        ("Garc´ıa", "garcia"),
        ("O’Keefe", "okeefe"),
        ("Lloyd-Price", "lloyd price"),
        ("Łoś", "los"),
        ("Groß", "gross"),
    ],
)
def test_fold(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("Tsygankov", "Цыганков", True),
        ("Müller", "Mueller", True),
        ("Pavlovsky", "Pavlovskii", True),
        ("Li", "Liu", False),
        ("Hansen", "Hanssen", False),
        ("Wagner", "Vagner", False),
    ],
)
def test_sound_alike(a: str, b: str, alike: bool) -> None:
    assert is_same_transliterated(a, b) is is_same_transliterated(b, a) is alike


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("marlin", "marlin", 0),
        ("marlin", "malrin", 1),
        ("marlin", "marlyns", 2),
        ("marlin", "osgood", 3),
        ("ho\ufffdmann", "hoffmann", 0),
    ],
)
def test_edits(a: str, b: str, apart: int) -> None:
    assert edits(a, b, 2) == apart
