"""What speaks for a citation meaning an entry: its authors, its year, its letter."""

from __future__ import annotations

import pytest

from lint_article.parsing.citations.author_year import find_candidates
from lint_article.parsing.linking.match_evidence import read
from lint_article.parsing.linking.reference_index import Works
from making import document

ONE, TWO, THREE = "Abel, R.", "Abel, R., & Corn, P.", "Abel, R., Corn, P., & Dornach, Q."
MORE = "Abel, R., Corn, P., et al."
BOOK = " Wells and their water. Quayside Press."


def weighed(entry: str, cited: str) -> tuple[str, ...]:
    """Return the signs of authors, year and letter, and whether the reading is sound."""
    listed = f"{entry}{BOOK}\n"
    text = f"It was so ({cited}).\n\nReferences\n\n{listed}Zorn, Q. (2009). Tides. Quayside Press.\n"
    parsed = document(text)
    works = Works(parsed.text, parsed.references, [one.authors for one in parsed.references])
    candidate = find_candidates(parsed.prose, [one.span for one in parsed.references])[0]
    found = read(candidate, 0, works.works[0], 1.0, "name")
    return found.coauthors.name, found.year.name, found.suffix.name, "sound" if found.is_sound else "not sound"


@pytest.mark.parametrize(
    ("authors", "cited", "sign"),
    [
        (ONE, "Abel", "single author"),
        (TWO, "Abel", "first author only"),
        (MORE, "Abel", "first author only"),
        (ONE, "Abel et al.", "et al. for one author"),
        (TWO, "Abel et al.", "et al. for two authors"),
        (THREE, "Abel et al.", "et al."),
        (MORE, "Abel et al.", "et al."),
        (TWO, "Abel & Corn", "all authors"),
        (THREE, "Abel & Corn", "first authors only"),
        (ONE, "Abel & Corn", "more authors than listed"),
        (MORE, "Abel, Corn, & Dornach", "first authors only"),
        (THREE, "Abel, Corn, & Dornach", "all authors"),
        (THREE, "Abel, Corn, et al.", "first authors, et al."),
        (TWO, "Abel, Corn, et al.", "all authors, et al."),
        (MORE, "Abel, Corn, et al.", "first authors, et al."),
        (THREE, "Abel, Dornach, & Corn", "authors' order"),
        (THREE, "Abel, Corn, & Dornack", "co-author's spelling"),
        (THREE, "Abel, Corn, & Dornakk", "co-author's spelling"),
        (THREE, "Abel, Corn, & Darnakk", "other co-author"),
        (TWO, "Abel & Corm", "co-author's spelling"),
        (TWO, "Abel & Cormo", "other co-author"),
        (TWO, "Abel & Cor", "other co-author"),
        (TWO, "Abel & Zorn", "co-author's spelling"),
        (TWO, "Abel & Quist", "other co-author"),
    ],
)
def test_authors(authors: str, cited: str, sign: str) -> None:
    assert weighed(f"{authors} (2001).", f"{cited}, 2001")[0] == sign


@pytest.mark.parametrize(
    ("year", "cited", "sign"),
    [
        ("(2001)", "2001", "year"),
        ("(2001)", "2002", "another year"),
        ("(2001 [1905])", "1905", "year"),
        ("(2001)", "1999/2001", "second year"),
        ("(in press)", "2001", "another year"),
        ("(in press)", "in press", "year"),
        ("(forthcoming)", "in press", "status"),
        ("(2001)", "in press", "another year"),
        ("(n.d.)", "2001", "undated entry"),
        ("(n.d.)", "n.d.", "year"),
    ],
)
def test_years(year: str, cited: str, sign: str) -> None:
    assert weighed(f"{ONE} {year}.", f"Abel, {cited}")[1] == sign


@pytest.mark.parametrize(
    ("year", "cited", "sign", "sound"),
    [
        ("2001", "2001", "no letter", "sound"),
        ("2001a", "2001a", "letter", "sound"),
        ("2001a", "2001", "letter left out", "sound"),
        ("2001", "2001a", "letter not listed", "sound"),
        ("2001a", "2001b", "other letter", "not sound"),
    ],
)
def test_letters(year: str, cited: str, sign: str, sound: str) -> None:
    assert weighed(f"{ONE} ({year}).", f"Abel, {cited}")[2:] == (sign, sound)


def test_a_group_has_nobody_beside_it() -> None:
    assert weighed("Wells Protection Agency. (2001).", "Wells Protection Agency, 2001")[0] == "authors of a group"
