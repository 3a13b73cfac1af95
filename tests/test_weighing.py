"""What each piece of evidence weighs that a citation means an entry: the scores by which linking decides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint_article.document import Evidence
from lint_article.parsing.linking.match_evidence import MatchHypothesis, coauthors
from lint_article.parsing.linking.work import Work, make_work
from making import document

ENTRIES = {
    1: "Abel, R. (2001). Wells and their water. Quay Press.",
    2: "Becker, L., & Sand, U. (2001). Stones in spring. Quay Press.",
    3: "Hoffmann, C., Orlow, D., & Pirie, E. (2001). Lamps. Quay Press.",
    9: "Hoffmann, C., Orlow, D., et al. (2001). Lamps. Quay Press.",  # more than two
}


def work(count: int) -> Work:
    parsed = document(f"It was so (Quorn, 2001).\n\nReferences\n\n{ENTRIES[count]}\n")
    [reference] = parsed.references
    return make_work(parsed.text, 0, reference, reference.authors)


@pytest.mark.parametrize(
    ("count", "cited", "et_al", "score", "note"),
    [
        (1, "Abel", False, 1.0, ""),
        (1, "Abel", True, -0.5, "the reference has 1 author"),
        (1, "Abel Sand", False, -1.0, "the reference has 1 author"),
        (2, "Becker", False, -0.4, "the reference has 2 authors"),
        (2, "Becker", True, 0.5, "the reference has 2 authors"),
        (2, "Becker Sand", False, 1.5, ""),
        (2, "Becker Sand", True, 0.4, ""),
        (2, "Becker Sang", False, -0.2, "the reference has `Sand` for `Sang`"),
        (2, "Becker Teal", False, -1.2, "`Teal` is not among the authors of the reference"),
        (3, "Hoffmann", False, -0.4, "the reference has 3 authors"),
        (3, "Hoffmann", True, 1.0, ""),
        (3, "Hoffmann Orlow", True, 1.0, ""),
        (3, "Hoffmann Orlow", False, 0.1, "the reference has 3 authors"),
        (3, "Hoffmann Pirie", False, 0.0, "`Pirie` is elsewhere among the authors of the reference"),
        (3, "Hoffmann Orlow Pirie", False, 1.5, ""),
        (9, "Hoffmann", False, -0.4, "the reference has more than 2 authors"),
        (9, "Hoffmann", True, 1.0, ""),
        (9, "Hoffmann Orlow Quorn", False, 0.1, "the reference has more than 2 authors"),
        (9, "Hoffmann Orlow", True, 1.0, ""),
    ],
)
def test_coauthors(count: int, cited: str, et_al: bool, score: float, note: str) -> None:
    of = work(count)
    names = [replace(of.authors[0], family=family) for family in cited.split()]
    found = coauthors(names, et_al, of)
    assert (found.score, found.note) == (score, note)


NOTHING = Evidence("", 0.0)


@pytest.mark.parametrize(
    ("name", "others", "year", "suffix", "sound"),
    [
        (1.4, 0.0, 2.0, 0.0, True),
        (2.0, -0.01, 2.0, 0.0, False),
        (2.0, 0.0, 0.0, 0.0, False),
        (2.0, 0.0, 0.01, 0.0, True),
        (2.0, 0.0, 2.0, -0.99, True),
        (2.0, 0.0, 2.0, -1.0, False),
    ],
)
def test_a_match_is_sound_where_names_and_year_agree(
    name: float, others: float, year: float, suffix: float, sound: bool
) -> None:
    weighed = [replace(NOTHING, score=score) for score in (name, others, year, suffix)]
    hypothesis = MatchHypothesis(0, work(1), *weighed)
    assert hypothesis.is_sound is sound
    assert hypothesis.score == pytest.approx(name + others + year + suffix)
    assert hypothesis.evidence == tuple(one for one in weighed if one.score)


def outcome(cited: str, entry: str) -> str:
    parsed = document(f"As {cited} has it, it was so.\n\nReferences\n\n{entry}\n")
    [resolution] = parsed.resolutions
    return resolution.outcome


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("Hoffmann et al. (2001)", "matched"),
        ("Hoffmann (2001)", "coauthor-differs"),
        ("Hoffmann and Orlow (2001)", "matched"),
        ("Hoffman et al. (2001)", "name-differs"),
        ("Hoffmann et al. (2002)", "year-differs"),
    ],
)
def test_what_scores_lead_to(cited: str, expected: str) -> None:
    assert outcome(cited, ENTRIES[3]) == expected
