"""What an article says of itself or of the work that it reviews cites no listed work; entries that ran together."""

from __future__ import annotations

import pytest

from making import document

TITLE = "On the reeds of a shallow lake and their angles"
ENTRIES = """Brandvold A (1998) Angles of reed on a shallow lake. Lakes and Wind 12:3–19.
Orre B (2001) Wind over water. Lakes and Wind 14:3–19.
Stelmach I, Orre B and Quist T (2004) Reeds from the air. Lakes and Wind 18:44–51."""
BODY = "Reeds lean (Orre 2001), and so do masts (Brandvold 1998; Stelmach et al. 2004)."


@pytest.mark.parametrize(
    ("line", "outcomes"),
    [
        (f"Vandermolen I, Quillfoot P and Quist T (2014) {TITLE} in winter. Lake J 9:1096.", []),
        ("How to cite this article Vandermolen and Quillfoot (2014) Some reeds. Lake Journal.", []),
        ("To cite: Vandermolen I and Quillfoot P (2014) Some reeds. Lake Journal.", []),
        ("Vandermolen et al. Lake Journal (2014) 12:34", []),
        ("Annual Journal of Shallow Lakes and Reeds (2014), 12, 34–41", []),
        ("Vandermolen and Quillfoot (2014) found that reeds lean.", ["absent"]),
    ],
)
def test_the_article_itself_is_no_cited_work(line: str, outcomes: list[str]) -> None:
    text = f"{TITLE}\n\nInes Vandermolen, Peter Quillfoot\n\n{line}\n\n{BODY}\n\nReferences\n\n{ENTRIES}\n"
    found = [one.outcome for one in document(text).resolutions]
    assert [one for one in found if one not in {"exempt", "not-a-citation"}] == [*outcomes, *["matched"] * 3]


@pytest.mark.parametrize(
    ("title", "outcome"),
    [
        ("KETTLEWELL, Ida. The Reeds of Winter", "exempt"),
        ("Kettlewell, I. M.: The Reeds of Winter", "exempt"),
        ("Kettlewell, Orre and the reeds of winter", "absent"),
        (TITLE, "absent"),
    ],
)
def test_a_work_under_review_is_not_in_the_list(title: str, outcome: str) -> None:
    text = f"{title}\n\nInes Vandermolen\n\n{BODY} They lean (Kettlewell 2021).\n\nReferences\n\n{ENTRIES}\n"
    assert [one.outcome for one in document(text).resolutions] == [*["matched"] * 3, outcome]


def test_an_entry_begins_behind_the_publisher_of_another_one() -> None:
    entries = (
        "Gunga, H.-C. (2014). Human life at the edge. London: Elsevier. Harinath, K., Malhotra, A. S., and Pal, K. "
        "(2005). Men in the cold. Wilderness 16, 81–91."
    )
    apart = "Orre, B. (2001). Wind over water. Lakes and Wind, 14, 3–19."
    made = document(
        f"Men are cold (Gunga 2014; Harinath et al. 2005; Orre 2001).\n\nReferences\n\n{entries}\n\n{apart}\n"
    )
    assert [one.span.of(made.text).split(",")[0] for one in made.references] == ["Gunga", "Harinath", "Orre"]


def test_a_translator_behind_a_stop_begins_no_entry() -> None:
    entry = "Gunga, H.-C. (2014). Human life at the edge. From the German. Smith, K., and Pal, K. London: Elsevier."
    apart = "Orre, B. (2001). Wind over water. Lakes and Wind, 14, 3–19."
    made = document(f"Men are cold (Gunga 2014; Orre 2001).\n\nReferences\n\n{entry}\n\n{apart}\n")
    assert len(made.references) == 2
