"""Works that a text names without citing them, by their title, their first words or their author: not uncited."""

from __future__ import annotations

import pytest

from lint_article.parsing.linking.mentions import is_mentioned
from making import document

ABEL = "Abel, K. (2001). The tide. Quay."
MUSEUM = "Rice Museum of Wells, Museum Website (2014). https://rice.example"
SEEN = "Rice Museum of Wells, Museum Website. https://rice.example (accessed 3 May 2009)."
ZORN = "Zorn, P. (2004). {}. Quay."
SAID = ZORN.format("Of reeds")
NAMES = ("Abel", "Brandvold", "Imrie", "Corn", "Dorn")


@pytest.mark.parametrize(
    ("words", "entry", "expected"),
    [
        # a title of four words is printed for nothing else
        ("as in Wells of the north", ZORN.format("Wells of the north"), True),
        ("as in Wells and reeds", ZORN.format("Wells and reeds"), False),
        # three words that an entry begins with, and its date if it has one, which a day of access is not
        ("as the Rice Museum of Wells (2014) tells", MUSEUM, True),
        ("as the Rice Museum of Wells tells", MUSEUM, False),
        ("as the Rice Museum of Wells tells", SEEN, True),
        ("as Rice Wells Museum (2014) tells", MUSEUM.replace("Museum of Wells", "Wells Museum"), True),
        ("as Rice Museum (2014) tells", MUSEUM.replace(" of Wells", ""), False),
        # an author with the year; of an only work with any
        ("as Zorn said in 2004", SAID, True),
        ("as Zorn said", SAID, False),
        ("as Zorn, em 1918, said", SAID, True),
        ("as Zorn, em 1918, said", f"Zorn, P. (1999). On ice. Quay.\n\n{SAID}", False),
    ],
)
def test_a_work_that_is_named(words: str, entry: str, expected: bool) -> None:
    parsed = document(f"It is so (Abel, 2001), {words}.\n\nReferences\n\n{ABEL}\n\n{entry}\n")
    assert is_mentioned(parsed, len(parsed.references) - 1) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wells are deep. 1 Sand is dry. 2 Ropes hold. 3 Boats float. 4 Nets tear 5 times.", True),
        ("Wells are deep. 1 Sand is dry. 2 Ropes hold. 3 Boats float.4 Nets tear 5 times.", True),
        ("Wells are deep.1 Sand is dry.2 Ropes hold.3 Boats float.4 Nets tear 5 times.", False),
    ],
)
def test_a_number_apart_is_raised_only_where_most_are_apart(text: str, expected: bool) -> None:
    entries = "\n\n".join(f"{n}. {name} K. The tide. Quay. 200{n};1:1-9." for n, name in enumerate(NAMES, 1))
    parsed = document(f"{text}\n\nReferences\n\n{entries}\n")
    assert parsed.numbering == "superscript"
    assert is_mentioned(parsed, 4) is expected
