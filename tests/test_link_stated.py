"""Citations that a format states: by a key, by authors and a year, by a number; each against what the text prints."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint_article.document import Citation, CitationItem, Field, Given, Name, Reference, Source
from lint_article.engine.load import read
from lint_article.parsing.linking.link_stated import complete_references
from lint_article.parsing.parse import parse
from lint_article.text import Span
from making import document

ENTRIES = (
    "[1] Abel, R. (2001). Wells and their water. Annals of the Tide, 1, 1–9.",
    "[2] Becker, L. (2003a). Stones in spring. Annals of the Tide, 3, 1–9.",
    "[3] Becker, L. (2003b). Stones in autumn. Annals of the Tide, 3, 10–19.",
    "[4] Corn, P., & Marlin, D. (2004). Nets. Annals of the Tide, 4, 1–9.",
    "[5] Dorn, P. (2005). Docks. Annals of the Tide, 5, 1–9.",
    "[6] Dorn, P. (2005). Piers. Annals of the Tide, 5, 10–19.",
    "[7] Eder, P., Falk, Q., et al. (2006). Weirs. Annals of the Tide, 6, 1–9.",
)
LIST = "\n\nReferences\n\n" + "\n\n".join(ENTRIES)


def stated(printed: str, *, partial: bool = False, has_keys: bool = False, **fields: object) -> list[str]:
    """Return the judgements on `It is so ({printed}).`, whose bracket a format states with these fields.

    The keys of the entries, if they have any, are k1, k2 and so on.
    """
    reading = read(Source("draft.txt", "plain", f"It is so ({printed}).{LIST}".encode()))
    span = Span(10, 10 + len(printed))
    references = enumerate(document(reading.text).references if has_keys else (), 1)
    given = tuple(replace(entry, key=f"k{number}", label=None) for number, entry in references)
    if "year" in fields:
        fields["year"] = Field(str(fields["year"]), span)
    if "authors" in fields:
        fields["authors"] = (Name(str(fields["authors"])),)
    cited = Citation(span, "key", (CitationItem(span, **fields),))  # type: ignore[arg-type]
    parsed = parse(replace(reading, given=Given((cited,), given, partial=partial)))
    return [
        f"{one.outcome} {','.join(str(index + 1) for index in one.references) or one.nearest}: "
        + ", ".join(f"{sign.name} {sign.score:+.2g}" for sign in one.evidence[:2])
        for one in parsed.resolutions
        if span.contains(Span(one.item.span.start, one.item.span.start))
    ]


@pytest.mark.parametrize(
    ("printed", "authors", "year", "suffix", "expected"),
    [
        ("Abel, 2001", "Abel", "2001", "", ["matched 1: key +1, print +1"]),
        ("as above", "Abel", "2001", "", ["matched 1: key +1"]),
        ("as above", "Abel", "2002", "", []),
        ("as above", "Abell", "2001", "", []),
        ("as above", "Becker", "2003", "a", ["matched 2: key +1"]),
        ("as above", "Becker", "2003", "b", ["matched 3: key +1"]),
        ("as above", "Becker", "2003", "", []),
        ("as above", "Dorn", "2005", "", []),
        ("as above", "R", "2001", "", []),
    ],
)
def test_a_field_that_states_authors_and_a_year(
    printed: str, authors: str, year: str, suffix: str, expected: list[str]
) -> None:
    assert stated(printed, authors=authors, year=year, suffix=suffix) == expected


def test_a_number_that_a_field_states_is_judged_as_it_is_printed() -> None:
    assert stated("as above", authors="Abel", year="2001", number=1) == []
    assert stated("as above", authors="Abel") == []
    assert stated("as above", year="2001") == []


def test_numbers_that_a_field_states_in_a_text_without_a_list_are_unlisted() -> None:
    reading = read(Source("draft.txt", "plain", b"It is so (1) and so (Abel)."))
    span, other = Span(10, 11), Span(20, 24)
    numbered = Citation(span, "paren", (CitationItem(span, number=1),))
    named = Citation(other, "paren", (CitationItem(other, (Name("Abel"),)),))
    parsed = parse(replace(reading, given=Given((numbered, named))))
    assert [(one.outcome, one.item.span) for one in parsed.resolutions] == [("unlisted", span)]


@pytest.mark.parametrize(
    ("printed", "key", "expected"),
    [
        ("Abel, 2001", "k1", ["matched 1: key +1, print +1"]),
        ("1", "k1", ["matched 1: key +1"]),
        ("2", "k1", ["target-differs 0: number -1"]),
        ("Abel, 2002", "k1", ["year-differs 0: name +2, single author +1"]),
        ("Abel, 2001", "x", ["key-undefined None: key -1"]),
        ("as above", "doi:10.1000/x", ["exempt None: identifier +0"]),
        # another work of the list is printed, or names that are nobody's here
        ("Becker, 2003b", "k1", ["target-differs 0: "]),
        ("Zander, 2001", "k1", ["target-differs 0: "]),
        ("Abell, 2001", "k1", ["name-differs 0: "]),
        ("Abellll, 2001", "k1", ["target-differs 0: "]),
        ("Abel, 20001", "k1", ["matched 1: key +1"]),
        ("Abel, in press", "k1", ["matched 1: key +1"]),
        # a co-author, and one spelt almost so
        ("Marlin et al., 2004", "k4", ["matched 4: key +1, print +1"]),
        ("Marlyns et al., 2004", "k4", ["matched 4: key +1"]),
        ("Marlynst et al., 2004", "k4", ["target-differs 3: "]),
        ("Falk et al., 2006", "k7", ["matched 7: key +1, print +1"]),
        ("Zander et al., 2006", "k7", ["matched 7: key +1"]),
    ],
)
def test_a_key_and_what_is_printed(printed: str, key: str, expected: list[str]) -> None:
    assert stated(printed, has_keys=True, key=key) == expected


def test_a_key_without_a_bibliography_tells_nothing() -> None:
    assert stated("as above", key="x") == ["exempt None: no bibliography +0"]
    assert stated("as above", key="x", has_keys=True, partial=True) == [
        "exempt None: a bibliography could not be read +0"
    ]
    assert stated("1", key="k1", has_keys=True, partial=True) == ["matched 1: key +1"]


def _filled(entry: str, **fields: object) -> Reference:
    text = f"It is so.\n\n{entry}"
    span = Span(text.index(entry), len(text))
    return complete_references(text, [Reference(span, **fields)], ())[0]  # type: ignore[arg-type]


def test_what_a_format_does_not_state_is_read_from_what_is_printed() -> None:
    entry = "Abel, R., et al. (2001a). Wells and their water. Annals of the Tide, 1, 1–9. Accessed 3 May 2020."
    year, other = Field("2001", Span(0, 4)), Field("1999", Span(0, 4))
    read_whole = _filled(entry)
    assert (read_whole.et_al, read_whole.suffix, read_whole.years[0]) == (True, "a", "2001")
    assert read_whole.container and read_whole.container.value == "Annals of the Tide"
    assert read_whole.accessed is not None
    assert _filled(entry, authors=(Name("Abel"),)).et_al is False
    assert _filled(entry, authors=(Name("Abel"),), et_al=True).et_al is True
    assert [_filled(entry, year=one).suffix for one in (replace(year, span=read_whole.year.span), other)] == ["a", ""]  # type: ignore[union-attr]
    assert _filled(entry, suffix="b").suffix == "b"
    assert _filled(entry, year=other, suffix="b").suffix == "b"
    stated_fields = {name: Field("x", Span(0, 1)) for name in ("title", "container", "accessed")}
    filled = _filled(entry, **stated_fields)
    assert [filled.title, filled.container, filled.accessed] == [*stated_fields.values()]
