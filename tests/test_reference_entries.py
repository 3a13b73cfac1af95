"""Single entries of a reference list: their authors, years and other parts."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from lint_article.document import Field, Name, Reference
from lint_article.parsing.references.reference import read_reference
from lint_article.parsing.structure.links import find_links
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
    found = entry(text)
    assert (shown(found.authors), found.et_al) == (expected, False)
    assert all(name.span.of(text) == name.family for name in found.authors)


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
    found = entry(text)
    assert (shown(found.authors), found.et_al) == (expected, True)


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


def test_an_entry_may_print_given_names_first_where_the_others_do_not() -> None:
    listed = [f"{name}, K. (2010). Reefs in winter light. Annals of the Tide, 4, 11–19." for name in ("Tarn", "Wick")]
    odd = "Karin A. Marlin, The Harbour Wars of Sand (Oslo: Quayside University Press, 1997)."
    text = "\n".join(["The wells are deep.", "", "References", "", *listed, odd, ""])
    assert shown(document(text).references[-1].authors) == "Marlin, Karin A."


def test_authors_of_whom_the_last_looks_like_an_editor() -> None:
    text = "Tarn, A. J., Wick, I., & Osgood, G. (Eds.). (2018). Tides: A harbour approach. Oslo, Norway: Quayside."
    span = Span(0, len(text))
    assert shown(read_reference(text, span, []).authors) == "Tarn, A. J.; Wick, I.; Osgood, G."


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
        ("Marlin, K. (1999–2003). Reefs. Quayside.", "1999", "", ("1999", "2000", "2001", "2002", "2003")),
        ("Marlin K. Reefs of 1804. Tide. 2010;4:1998-2004.", "2010", "", ("2010",)),
        ("Marlin, K. Reefs. https://example.org/1999/a (accessed 4 May 2018). 2010.", "2010", "", ("2010",)),
        ("Marlin K: Reefs. Tide 2010, 359(1444):711–719.", "2010", "", ("2010",)),
        ("Marlin K, Osgood P. Tide Lett. 2010, 10, 1979.", "2010", "", ("2010",)),
        ("Marlin, K. Reefs of the coast, 1861–1913. Tide 42 (1999/2000): 358–360.", "1999", "", ("1999",)),
        ("1995: Karin Marlin: Reefs. Oslo 1992. In: Tide 1/1995, S. 45", "1995", "", ("1995",)),
        ("MARLIN, Karin, L’Œuvre, [1886], Quayside, 1983.", "1983", "", ("1983", "1886")),
        ("Marlin, Karin. Reefs. Oslo: Quayside, 2014 (first published 1978).", "2014", "", ("2014", "1978")),
        (
            "MARLIN, K. Récifs. Paris: Quai, 2001 (Trad. cast. Escollos (1981-82). Muelle, 2002).",
            "2001",
            "",
            ("2001", "2002"),
        ),
        ("Marlin, K. Récifs. Paris: Quai, 2001 (trans. P. Osgood, 12 June).", "2001", "", ("2001",)),
        ("CCDC 1437267 contains the data of reefs.", "", "", ()),
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
