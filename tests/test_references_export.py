"""The reference list as data."""

from __future__ import annotations

import json

from pybtex.database import parse_string

from lint_article.reporters.references import bibtex, csl, ris
from making import document

TEXT = """Harbours silt up (Okafor et al., 2016; Quist, 2018; Tarn, 2012).

References

Okafor, C., & Lindqvist, A. (2016). Three winters of silt & sand. Marine Works Review, 33(2), 201–219. https://doi.org/10.5555/mwr.2016.201
Quist, M. (2018). The price of mud. Oslo: Quayside University Press.
World Health Organization. (2012). Harbours and health. https://example.org/harbours
"""


def export(module: object) -> str:
    return "\n".join(module.lines(document(TEXT).references))  # type: ignore[attr-defined]


def test_csl_json() -> None:
    assert json.loads(export(csl)) == [
        {
            "id": "okafor2016",
            "type": "article-journal",
            "author": [{"family": "Okafor", "given": "C."}, {"family": "Lindqvist", "given": "A."}],
            "issued": {"date-parts": [[2016]]},
            "title": "Three winters of silt & sand",
            "container-title": "Marine Works Review",
            "volume": "33",
            "issue": "2",
            "page": "201–219",
            "DOI": "10.5555/mwr.2016.201",
        },
        {
            "id": "quist2018",
            "type": "book",
            "author": [{"family": "Quist", "given": "M."}],
            "issued": {"date-parts": [[2018]]},
            "title": "The price of mud",
            "publisher": "Quayside University Press",
            "publisher-place": "Oslo",
        },
        {
            "id": "worldhealthorganization2012",
            "type": "webpage",
            "author": [{"literal": "World Health Organization"}],
            "issued": {"date-parts": [[2012]]},
            "title": "Harbours and health",
            "URL": "https://example.org/harbours",
        },
    ]


def test_bibtex_is_read_by_a_parser_of_bibtex() -> None:
    entries = parse_string(export(bibtex), "bibtex").entries
    assert {name: entry.type for name, entry in entries.items()} == {
        "okafor2016": "article",
        "quist2018": "book",
        "worldhealthorganization2012": "misc",
    }
    first = entries["okafor2016"]
    assert [str(person) for person in first.persons["author"]] == ["Okafor, C.", "Lindqvist, A."]
    assert dict(first.fields) == {
        "title": r"Three winters of silt \& sand",
        "year": "2016",
        "volume": "33",
        "number": "2",
        "pages": "201--219",
        "doi": "10.5555/mwr.2016.201",
        "journal": "Marine Works Review",
    }


def test_ris() -> None:
    assert export(ris).split("\n\n")[1].splitlines() == [
        "TY  - BOOK",
        "ID  - quist2018",
        "AU  - Quist, M.",
        "TI  - The price of mud",
        "PY  - 2018",
        "PB  - Quayside University Press",
        "CY  - Oslo",
        "ER  - ",
    ]


def test_tags_that_the_text_prints_are_not_exported() -> None:
    text = TEXT.replace("Marine Works Review", "<italic>Marine Works Review</italic>")
    assert [one.get("container-title") for one in json.loads("\n".join(csl.lines(document(text).references)))] == [
        "Marine Works Review",
        None,
        None,
    ]
