"""Lists that are followed by their numbers, whatever interrupts them: boxes, headings, page ends, lost blocks."""

from __future__ import annotations

import pytest

from lint_article.document import Block, Document, Reading
from lint_article.document.reading import BlockKind
from lint_article.parsing.parse import parse
from lint_article.text import Span
from making import document

NAMES = ("Abel A", "Brand B", "Cole C", "Dorn D", "Ebel E", "Falk F", "Gold G", "Horn H", "Iven I", "Jost J")


def entry(number: int, label: str = "{}. ") -> str:
    return f"{label.format(number)}{NAMES[number % 10]}. On the reeds of lake {number}. Gulls. 2001;{number}:1-9."


def of_blocks(*pieces: tuple[BlockKind, str]) -> Document:
    text = "\n\n".join(words for _, words in pieces)
    blocks, at = [], 0
    for kind, words in pieces:
        blocks.append(Block(kind, Span(at, at + len(words)), 1 if kind == "heading" else 0))
        at += len(words) + 2
    plain = document(text)
    return parse(Reading(plain.source, plain.text, plain.map, parts=plain.parts, blocks=tuple(blocks)))


def entries(made: Document) -> list[str]:
    return [" ".join(reference.span.of(made.text).split()) for reference in made.references]


def test_a_block_that_counts_on_is_an_entry_whatever_its_kind_and_a_box_is_none() -> None:
    made = of_blocks(
        ("heading", "Introduction"),
        ("paragraph", "The reeds lean [1]."),
        ("heading", "References"),
        ("paragraph", entry(1)),
        ("footnote", entry(2)),
        ("heading", entry(3)),
        ("heading", "Publish your work in this journal"),
        ("paragraph", "The Gulls of the Lake is open to all who count gulls in 2001, volume 3:1-9."),
        ("caption", entry(4)),
        ("paragraph", entry(5)),
        ("paragraph", "Copyright © 2001 Abel. This is an article under the licence https://example.org/licence/4.0."),
    )
    assert entries(made) == [entry(number) for number in range(1, 6)]


def test_an_entry_of_names_alone_goes_on_in_the_next_block() -> None:
    printed = [entry(number) for number in range(1, 6)]
    names, rest = printed[2].split(". On")
    made = of_blocks(
        ("heading", "References"),
        *(("paragraph", one) for one in printed[:2]),
        ("paragraph", names + "."),
        ("paragraph", "On" + rest),
        *(("paragraph", one) for one in printed[3:]),
    )
    assert entries(made) == printed


def test_a_numbered_instruction_behind_the_list_is_no_entry() -> None:
    made = of_blocks(
        ("heading", "References"),
        *(("paragraph", entry(number)) for number in range(1, 5)),
        ("heading", "Appendix"),
        ("paragraph", "5. Fill the gauge with water and wait."),
    )
    assert entries(made) == [entry(number) for number in range(1, 5)]


def test_a_label_that_lost_its_mark_is_one_between_its_neighbours() -> None:
    listed = [entry(number, "{} " if number == 4 else "{}. ") for number in range(1, 8)]
    made = of_blocks(("heading", "References"), *(("paragraph", one) for one in listed))
    assert entries(made) == listed


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        pytest.param([*range(1, 7), 11, 21, 22], 9, id="holes of four and nine"),
        pytest.param([*range(1, 7), 11], 6, id="one number by itself proves nothing"),
        pytest.param([*range(1, 7), 40, 41, 42], 6, id="too far"),
    ],
)
def test_a_list_goes_on_behind_a_hole(numbers: list[int], kept: int) -> None:
    listed = [entry(number) for number in numbers]
    made = of_blocks(
        ("heading", "References"),
        *(("paragraph", one) for one in listed[:6]),
        ("heading", "Elsewhere"),
        *(("paragraph", one) for one in listed[6:]),
    )
    assert entries(made) == listed[:kept]


def test_a_caption_within_a_list_is_no_entry() -> None:
    listed = [entry(number, "") for number in range(1, 6)]
    caption = "Table 2 Reeds of the lakes as given by Abel A (1989) and Brand B"
    made = of_blocks(("heading", "References"), *(("paragraph", one) for one in [*listed[:3], caption, *listed[3:]]))
    assert entries(made) == listed


@pytest.mark.parametrize("label", ["{}.\n\n", "[{}]\n", "{}\n", "{}. ", "({}) ", "{}••. ", "[{}†] "])
def test_labels_may_stand_on_lines_of_their_own(label: str) -> None:
    printed = [entry(number, label).replace("lake", "lake\nnumber") for number in range(1, 7)]
    text = "The reeds lean [1].\n\nReferences\n" + "\n\n".join(printed) + "\n"
    assert entries(document(text)) == [" ".join(one.split()) for one in printed]


def test_a_running_head_and_a_heading_of_the_other_column_interrupt_a_list_of_lines() -> None:
    text = "\n".join(
        [
            "The reeds lean [1].\n\nReferences",
            *(entry(number) for number in range(1, 4)),
            "\nAuthor contributions\n",
            "A.A. counted the gulls in 2001, and B.B. the reeds of all lakes.\n",
            *(entry(number) for number in range(4, 8)),
        ]
    )
    assert entries(document(text)) == [entry(number) for number in range(1, 8)]


def test_the_head_of_a_column_of_a_table_begins_no_list_beside_a_real_one() -> None:
    table = "\nReferences\n\nAbel et al. Gulls 2001, of all lakes\n\nResults\n\nThe reeds lean [1].\n"
    text = f"The gulls.\n{table}\nReferences\n" + "\n".join(entry(number) for number in range(1, 10))
    assert entries(document(text)) == [entry(number) for number in range(1, 10)]


def test_back_matter_that_follows_a_list_without_a_heading_of_its_own_is_no_entry() -> None:
    listed = [
        f"{name[:-2]}, {name[-1]}. (200{at}). On the reeds of lake {at}. Gulls, {at}, 1-9."
        for at, name in enumerate(NAMES)
    ]
    made = of_blocks(
        ("heading", "References"),
        *(("paragraph", one) for one in listed),
        ("paragraph", "Conflict of Interest Statement: The authors declare no conflict in 2001, 1-9."),
        ("paragraph", "Copyright © 2018 Abel and Brand. This is an article under https://example.org/licence/4.0."),
        ("paragraph", "© 2018 by the authors, under https://example.org/licence/4.0."),
    )
    assert entries(made) == listed


def test_the_authors_addresses_behind_a_list_are_no_entries() -> None:
    addresses = [
        "Hohe Schule Reed-Lakeside, Institut fur Gulls, Brand Street 6, 91054 Reedham",
        "Email address: Abel.Brand@reeds.example",
        "Universal Reed, LG Gulls, Lake Street 2, 30419 Lakeham",
    ]
    made = of_blocks(("heading", "References"), *(("paragraph", one) for one in [*LISTED, *addresses]))
    assert entries(made) == LISTED
    undated = [*LISTED, "Zander, A. On the reeds of all lakes. Gulls, 1-9."]
    assert entries(of_blocks(("heading", "References"), *(("paragraph", one) for one in undated))) == undated
    seen = [*LISTED, "Zander, A. On the reeds of all lakes. https://reeds.example/lakes"]
    made = of_blocks(("heading", "References"), *(("paragraph", one) for one in [*seen, *addresses]))
    assert entries(made) == seen


LISTED = [
    f"{name[:-2]}, {name[-1]}. (200{at}). On the reeds of lake {at}. Gulls, {at}, 1-9." for at, name in enumerate(NAMES)
]


@pytest.mark.parametrize(
    "line",
    [
        "How to cite this article: Vandermolen, I 2014 Reeds of the lakes. Lakes and Wind 17: 94-108.",
        "Published: 23 October 2014",
        "c 2014 by the authors; licensee Lake Press, Reedham.",
        "Copyright: © 2014 The Author(s). This is an open article.",
        "Recebido: 3/5/2014",
    ],
)
@pytest.mark.parametrize("label", ["", "{}. "])
def test_what_an_article_says_of_itself_below_its_list_is_no_entry(line: str, label: str) -> None:
    listed = [entry(number, label) for number in range(1, 6)]
    made = of_blocks(("heading", "References"), *(("paragraph", one) for one in [*listed, line]))
    assert entries(made) == listed


def test_a_list_in_the_order_of_the_alphabet_goes_on_behind_back_matter() -> None:
    made = of_blocks(
        ("heading", "References"),
        *(("paragraph", one) for one in LISTED[:5]),
        ("heading", "Author contributions"),
        ("paragraph", "Abel, A. counted the gulls in 2001, and the reeds of all lakes."),
        *(("paragraph", one) for one in LISTED[5:]),
    )
    assert entries(made) == LISTED


def test_text_behind_a_list_that_cites_is_no_part_of_it() -> None:
    made = of_blocks(
        ("heading", "References"),
        *(("paragraph", one) for one in LISTED),
        ("heading", "Appendix"),
        ("paragraph", "Jost, J. (2009) and Kern, K. (2010) count gulls, 1-9."),
        ("paragraph", "The lakes of Abel, A. (2001) are four."),
    )
    assert entries(made) == LISTED


def test_a_table_before_a_list_of_authors_is_no_list() -> None:
    rows = "Gulls of all lakes were counted in 2001 and 2002, 1-9.\n\nThe reeds were counted in 2003, 2-8.\n"
    text = f"The gulls.\n\nReferences\n\n{rows}\nReferences\n\n" + "\n\n".join(LISTED)
    assert entries(document(text)) == LISTED


def test_labels_in_stacks_count_the_entries_that_follow_them() -> None:
    wrapped = [
        f"{NAMES[number % 10]}, {NAMES[-number % 10]}. On the reeds of lake {number}, the gulls that\nnobody counted"
        f" there. Gulls. 2001;{number}:1-9."
        for number in range(1, 11)
    ]
    labels = [f"{number}.\n" for number in range(1, 11)]
    first, second = wrapped[:6], wrapped[6:]
    text = (
        f"The reeds lean [1].\n\nReferences\n{''.join(labels[:6])}\n" + "\n".join(first) + "\n\n"
        f"{''.join(labels[6:])}\n" + "\n".join(second) + "\n"
    )
    assert entries(document(text)) == [" ".join(one.split()) for one in wrapped]


def test_a_right_column_that_is_read_first_is_part_of_the_list() -> None:
    numbers = [*range(6, 11), *range(1, 6)]
    text = "The reeds lean [1].\n\nReferences\n" + "\n".join(entry(number) for number in numbers) + "\n"
    assert entries(document(text)) == [entry(number) for number in numbers]
