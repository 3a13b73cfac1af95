"""Numbers in brackets: how many of them, and in what order, are citations; which of them are none."""

from __future__ import annotations

import pytest

from lint_article.document import Reference
from lint_article.document.citation import Style
from lint_article.parsing.linking.link_numbers import may_be_number
from lint_article.parsing.linking.numbering import Numbering, find_numbering, is_cited_by_name, is_more_than_names
from making import document

APART = "Wells are deep. 1 Sand is dry. 2 Ropes hold. 3 Boats float. 4 Nets hold."
NAMES = "Gram Abel Falk Brand Corn Eder Dorn Moe Horn Lowe Iven Kemp".split()


def entries(count: int, *, labelled: bool = True, in_order: bool = False) -> tuple[Reference, ...]:
    names = sorted(NAMES[:count]) if in_order else NAMES[:count]
    label = "{}. " if labelled else ""
    listed = "".join(
        f"{label.format(n)}{name} K. On reeds of lake {chr(96 + n)}. Gulls. 20{10 + n};{n}:1-9.\n"
        for n, name in enumerate(names, 1)
    )
    references = document(f"Reeds lean.\n\nReferences\n\n{listed}").references
    assert len(references) == count
    return references


def numbering(text: str, count: int = 10, *, labelled: bool = True) -> Numbering | None:
    return find_numbering(text, (), (), entries(count, labelled=labelled))


@pytest.mark.parametrize(
    ("text", "count", "labelled", "style"),
    [
        # of a list with numbers, brackets in order need cite a fifth
        ("Reeds [1] lean [2].", 10, True, "bracket"),
        ("Reeds [1] lean.", 10, True, None),
        ("Reeds (1) lean (2).", 10, True, None),
        ("Reeds [1] lean [2].", 10, False, None),
        ("Reeds [1] lean [2], and gulls [3] cry [4,5].", 10, False, "bracket"),
        ("Reeds (1) lean (2), and gulls (3) cry (4,5).", 10, True, "paren"),
        ("Reeds (1) lean (2), and gulls (3) cry (4).", 10, True, None),
        # not if a tenth of the numbers is not the list's, or if they are in no order
        ("Reeds [1] lean [2], [99].", 10, True, None),
        ("Reeds [1] lean [2], [1], [2], [1], [2], [1], [2], [1], [99].", 10, True, "bracket"),
        ("Reeds [10] lean [1].", 10, True, None),
        # two entries are no list that numbers cite
        ("Reeds [1] lean [2].", 2, True, None),
        ("Reeds [1] lean [2].", 3, True, "bracket"),
        # a long range outweighs nothing
        ("Of all (1–12) reeds lean [1], [2] and [3].", 12, True, "bracket"),
        ("Reeds lean [1–12].", 12, True, "bracket"),
        ("Reeds lean [1–13].", 12, True, None),
        ("Of all (1–9) reeds lean [1] and [2].", 12, True, "paren"),
        ("Of all (1–9) reeds lean [1], [2] and [3].", 12, True, "bracket"),
        # raised numbers that stand apart must cite half of the list, and outweigh what is in brackets
        (f"{APART} 5 Gulls cry.", 10, True, "superscript"),
        (f"{APART} Gulls cry.", 10, True, None),
        (f"{APART} 5 Gulls cry. 6 Nets tear. 7 As some (8, 4, 3, 2, 1) do.", 10, True, "superscript"),
        (f"{APART} 5 Gulls cry. 6 Nets tear, as some (8, 4, 3, 2, 1) do.", 10, True, "paren"),
        (f"{APART} 5 Gulls cry. 6 Nets tear. 7 As some (8, 4), (3) and (2, 1) do.", 10, True, "superscript"),
        (f"{APART} 5 Gulls cry. 6 Nets tear. 7 As some (8, 4), (3), (2) and (1) do.", 10, True, "paren"),
        # of two systems the one that cites more
        ("Reeds [1] lean [2,3] and [4] gulls [5–8] cry, as (1) nets (2,3) and (4,5) do.", 10, True, "bracket"),
        ("Reeds [1] lean [2,3] and [4,5] cry, as (1) nets (2) and (3,4) do (5,6).", 10, True, "bracket"),
        ("Of all (1–9) reeds lean [1] and [2,3].", 12, True, "paren"),
        ("Reeds (1) lean (2) and [1] gulls [2,3] cry [4–8].", 10, True, "bracket"),
        ("Reeds [1] lean [2] and (1) gulls (2,3) cry (4–8).", 10, True, "paren"),
    ],
)
def test_which_numbers_are_a_system(text: str, count: int, labelled: bool, style: str | None) -> None:
    found = numbering(text, count, labelled=labelled)
    assert (found and found.style) == style


@pytest.mark.parametrize(
    ("text", "ordered"),
    [
        ("[1] [2] [3] [4] [5]", 1.0),
        ("[1] [2] [8] [5] [9]", 1.0),
        ("[1] [2] [9] [10] [3]", 0.6),
        ("[7] [6] [5] [4] [3]", 0.6),
        ("[6] [5] [4] [3] [2]", 0.8),
        ("[1] [1] [1] [2] [10] [3] [4]", 0.4),
        ("[10] [1] [2] [3] [4]", 0.3),
    ],
)
def test_the_share_of_first_citations_in_order(text: str, ordered: float) -> None:
    found = find_numbering(f"Reeds lean {text}.", (), (), entries(10))
    assert found is not None and found.ordered == pytest.approx(ordered)


@pytest.mark.parametrize(("named", "is_cited"), [(3, False), (4, True), (5, True)])
def test_names_that_cite_two_fifths_of_a_list_without_numbers_are_its_system(named: int, is_cited: bool) -> None:
    assert is_cited_by_name(set(range(named)), entries(10, labelled=False)) is is_cited
    assert not is_cited_by_name(set(range(named)), entries(10))


@pytest.mark.parametrize(
    ("style", "cited", "ordered", "named", "labelled", "has_notes", "expected"),
    [
        # of a list with numbers: names that are numbered too are no sign of names
        ("bracket", 5, 0.8, 5, True, False, True),
        ("bracket", 4, 0.8, 5, True, False, False),
        ("bracket", 5, 0.7, 5, True, False, True),
        ("bracket", 5, 0.7, 6, True, False, False),
        ("bracket", 5, 0.8, 10, True, False, True),
        ("superscript", 5, 0.7, 3, True, False, True),
        ("superscript", 4, 0.7, 3, True, False, False),
        ("superscript", 5, 0.8, 8, True, False, True),
        # of a list without numbers
        ("bracket", 3, 0.7, 3, False, False, True),
        ("bracket", 3, 0.7, 4, False, False, False),
        ("bracket", 10, 0.8, 4, False, False, False),
        ("superscript", 5, 0.7, 3, False, True, False),
        ("superscript", 5, 0.7, 3, False, False, True),
        ("bracket", 5, 0.7, 3, False, True, True),
    ],
)
def test_numbers_or_names(
    style: Style, cited: int, ordered: float, named: int, labelled: bool, has_notes: bool, expected: bool
) -> None:
    system = Numbering(style, (), frozenset(range(1, cited + 1)), cited / 10, ordered)
    assert is_more_than_names(system, set(range(named)), entries(10, labelled=labelled), has_notes) is expected


def test_numbers_in_order_cite_no_list_in_the_order_of_the_alphabet() -> None:
    listed = entries(12, labelled=False, in_order=True)
    for ordered, expected in ((0.8, False), (0.7, True)):
        system = Numbering("bracket", (), frozenset(range(1, 7)), 0.5, ordered)
        assert is_more_than_names(system, set(), listed, has_notes=False) is expected


@pytest.mark.parametrize(
    ("number", "highest", "inside", "items", "expected"),
    [
        (5, 3, 0, 1, True),
        (66, 3, 0, 1, True),
        (67, 3, 0, 1, False),
        (66, 3, 0, 2, True),
        (66, 3, 0, 3, False),
        (66, 3, 1, 3, True),
        (67, 3, 1, 3, False),
        # a year
        (1399, 900, 0, 1, True),
        (1400, 900, 0, 1, False),
        (2100, 1399, 0, 1, False),
        (2101, 1399, 0, 1, True),
        (1450, 1400, 0, 1, True),
    ],
)
def test_a_number_beyond_the_list(number: int, highest: int, inside: int, items: int, expected: bool) -> None:
    assert may_be_number(number, highest, inside, items) is expected
