"""Plain text out of PDFs: labels in stacks within a list, and right columns that stand before the heading."""

from __future__ import annotations

from lint_article.document import Document
from making import document

NAMES = ("Abel A", "Brand B", "Cole C", "Dorn D", "Ebel E", "Falk F", "Gold G", "Horn H", "Iven I", "Jost J")


def lines_of(number: int) -> list[str]:
    return [
        f"{NAMES[number % 10]}. On the reeds of the lake and on the gulls above it, seen",
        f"from jetty {number}. Gulls. 2001;{number}:1-9.",
    ]


def labelled(numbers: range) -> list[str]:
    return [line for number in numbers for line in (f"{number}. {lines_of(number)[0]}", lines_of(number)[1])]


def stacked(numbers: range, label: str = "{}.") -> list[str]:
    labels = [label.format(number) for number in numbers]
    return [*labels, "", *(line for number in numbers for line in lines_of(number))]


def works(made: Document) -> list[str]:
    return [" ".join(reference.span.of(made.text).split())[-24:] for reference in made.references]


def in_order(numbers: range) -> list[str]:
    return [f"{lines_of(number)[1]}"[-24:] for number in numbers]


def test_labels_in_a_stack_within_a_list_tell_how_many_entries_follow() -> None:
    text = "\n".join(["The reeds lean [1].", "", "References", *labelled(range(1, 4)), "", *stacked(range(4, 9))])
    assert works(document(text)) == in_order(range(1, 9))


def test_a_stack_of_bare_numbers_goes_on_with_bare_labels_and_may_have_lost_its_first() -> None:
    begun = [line.replace(". ", " ", 1) if line[1:3] == ". " else line for line in labelled(range(1, 4))]
    stack = stacked(range(4, 9), "{}")[1:]
    text = "\n".join(["The reeds lean [1].", "", "References", *begun, "", *stack])
    assert works(document(text)) == in_order(range(1, 9))


def test_entries_printed_before_the_heading_belong_to_the_list_whose_numbers_they_count_on() -> None:
    before = labelled(range(4, 8))
    text = "\n".join(["The reeds lean [1].", "", *before, "", "References", *labelled(range(1, 4)), ""])
    made = document(text)
    assert works(made) == [*in_order(range(4, 8)), *in_order(range(1, 4))]
    assert [reference.label.value for reference in made.references if reference.label] == [*"4567", *"123"]


def test_a_numbered_list_of_the_text_is_no_part_of_the_references() -> None:
    steps = [f"{number}. Count the gulls of jetty {number} and write them down." for number in range(4, 8)]
    text = "\n".join(["The reeds lean [1].", "", *steps, "", "References", *labelled(range(1, 4)), ""])
    assert works(document(text)) == in_order(range(1, 4))
