"""Page furniture is learned from what repeats, and cut so that sentences read on."""

from __future__ import annotations

import pytest

from lint_article.parsing.structure.furniture import find_furniture, is_inside_sentence
from making import document

BODY = """The harbour was built in the last years of the old town, when the sea stood higher and
the ships were small. Nobody knows who paid for the stones, and the books of the council say
nothing of it. There are three letters, though, in which a merchant writes of a debt that he
owes the town, and of the ground that he gave instead. They were found under the floor.
The first of them speaks of the pier and of the men who were sent to build it in the spring."""


def blanked(text: str) -> str:
    for span in reversed(find_furniture(text)):
        text = text[: span.start] + " " * len(span) + text[span.end :]
    return text


def test_heads_that_count_pages_inside_sentences() -> None:
    pages = [f"{BODY}\nThey wrote in all the letters that it\n\n{n}   Annals   Vol. 3\n\nwas done." for n in (12, 14)]
    text = "\n".join(pages)
    found = find_furniture(text)
    assert [span.of(text).strip() for span in found] == ["12   Annals   Vol. 3", "14   Annals   Vol. 3"]
    assert all(is_inside_sentence(text, span) for span in found)
    assert " ".join(blanked(text).split()).count("They wrote in all the letters that it was done.") == 2


def test_a_sign_for_a_number_is_no_number() -> None:
    pages = [f"{BODY}\nThey wrote in all the letters that it\n\n{n}   Annals\n\nwas done." for n in ("12", "#", "0")]
    assert [span.of("\n".join(pages)).strip() for span in find_furniture("\n".join(pages))] == []


def test_feet_that_touch_the_text_above_a_form_feed() -> None:
    pages = [f"{BODY}\nA. Miller: The old harbour\n{n}\n" for n in (7, 8, 9)]
    text = "\f".join(pages) + "\f" + BODY
    assert "Miller" not in blanked(text)
    assert "\f" not in blanked(text)
    assert blanked(text).count("harbour was built") == 4


def test_the_half_of_a_foot_that_stands_between_columns() -> None:
    text = "\n\nAnnals of Harbours | www.annals.example\n\n".join([BODY] * 4)
    assert "Annals" not in blanked(text)
    assert blanked(text).count("in the spring") == 4
    twice = "\n\nAvailable at www.annals.example\n\n".join([BODY] * 3)
    assert find_furniture(twice) == ()


def test_a_lone_form_feed() -> None:
    text = f"{BODY}\n\f{BODY}"
    assert [span.of(text) for span in find_furniture(text)] == ["\f"]


def test_headings_captions_and_notes_that_repeat_are_no_furniture() -> None:
    chapter = f"Table {{n}}. The debts\n\n{BODY}\n\nNote. In pounds.\n\n"
    assert find_furniture("".join(chapter.format(n=n) for n in range(1, 5))) == ()


def test_a_displayed_line_is_no_furniture() -> None:
    text = f"{BODY}\nIts height is given, for a deck of two, by the formula\n\nh = 12 + 2\n\nwhere h is in metres.\n"
    assert find_furniture(text) == ()


def test_heads_without_a_number_below_form_feeds_and_the_last_foot() -> None:
    heads = ["Annals of the Tide", "A. Miller and B. Smith"]
    lines = BODY.split("\n")
    turned = ["\n".join([*lines[n % 6 :], *lines[: n % 6]]) for n in range(8)]
    pages = [f"\f{heads[n % 2]}\n\n{turned[n]}\n\n{n if n % 2 else ''}\n" for n in range(1, 8)]
    text = BODY + "\n" + "".join(pages)
    assert not any(head in blanked(text) for head in heads)
    assert [line for line in blanked(text).split("\n") if line.strip().isdigit()] == []


def test_the_last_line_of_a_text_without_pages_is_kept() -> None:
    assert find_furniture(f"{BODY}\n\n12\n") == ()


@pytest.mark.parametrize(
    "banner",
    [
        "Downloaded from https://journals.example/gulls/3/1 by guest on 3 May 2019",
        "A server of preprints: this version was posted on May 3, 2019. "
        + "All rights are reserved by the gulls. " * 6,
    ],
)
def test_a_banner_that_stands_in_three_sentences_is_furniture(banner: str) -> None:
    words = ["lean to the south, and all the gulls", "are tall and stand in ice, so the gulls", "grow, and the gulls"]
    pages = [f"The reeds of the lake {one}\n\n{banner}\n\nof the lake count them.\n" for one in words]
    text = "".join(f"{'Reeds lean. ' * 40}\n{page}" for page in pages)
    found = {span.of(text).strip() for span in find_furniture(text)}
    assert found == {banner.strip()}


def test_a_banner_of_a_known_form_needs_no_other_page() -> None:
    banner = "GULLS 7 (2016) 20–29\n\nDownloaded from gulls.example by guest"
    text = f"Abel, A. (2001). On the reeds. Journal\n\n{banner}\n\nof Gulls, 5(2), 1–9."
    assert [span.of(text).strip() for span in find_furniture(text)] == [banner]


def test_a_form_feed_that_alone_parts_two_lines_is_their_line_end() -> None:
    entries = [f"{n}. Abel R. Wells, part {n}. Ann Tide. {2000 + n};{n}:1-9." for n in range(1, 7)]
    text = f"Wells are deep [1-6].\n\nReferences\n\n{chr(12).join(entries)}\n"
    assert [one.span.of(text) for one in document(text).references] == entries
