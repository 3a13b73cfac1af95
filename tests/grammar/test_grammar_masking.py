"""What an engine is shown, and the way back to the document."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_article.document import Block, Citation, Damage, Document, Link, Mark, Repair, Section, Source
from lint_article.grammar.masking import passages
from lint_article.grammar.paragraphs import LONG
from lint_article.readers.plain.reader import read_plain
from lint_article.text import Span


def document(text: str, **facts: Any) -> Document:
    reading = read_plain(Source("draft.txt", "plain", text.encode("utf-8", "surrogatepass")))
    made = Document(reading.source, reading.text, reading.text, reading.map, reading.parts)
    return replace(made, **facts)


def span(text: str, part: str) -> Span:
    assert text.count(part) == 1
    return Span(text.index(part), text.index(part) + len(part))


def shown(text: str, quotations: bool = True, **facts: Any) -> list[str]:
    return [passage.text for passage in passages(document(text, **facts), quotations)]


def cited(text: str, *parts: str, narrative: bool = False) -> tuple[Citation, ...]:
    return tuple(Citation(span(text, part), "author-year", (), narrative) for part in parts)


def test_lines_are_joined_and_places_stay_exact() -> None:
    text = "The first line of a\r\nparagraph  that is\nwrapped.\n\nAnother one."
    first, second = passages(document(text))
    assert (first.text, second.text) == ("The first line of a paragraph that is wrapped.", "Another one.")
    at = first.text.index("paragraph that")
    assert first.span(at, at + 14).of(text) == "paragraph  that"
    assert second.span(0, 7).of(text) == "Another"


def test_a_word_hyphenated_at_a_line_end_is_joined_and_no_match_may_touch_it() -> None:
    (passage,) = passages(document("In the post-\nsoviet region, trade grew."))
    assert passage.text == "In the post-soviet region, trade grew."
    assert not passage.is_trusted(passage.text.index("post"), passage.text.index("region"))
    assert passage.is_trusted(passage.text.index("trade"), passage.text.index("grew"))


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        ("It grew fast (Doe 2001).", ["Doe 2001"], "It grew fast."),
        ("It grew fast (see also Doe 2001; Roe 2002, p. 4).", ["Doe 2001", "Roe 2002, p. 4"], "It grew fast."),
        ("It grew (as the map of Doe 2001 shows).", ["Doe 2001"], "It grew (as the map of X shows)."),
        ("It grew fast [12, 13] in spring.", ["[12, 13]"], "It grew fast in spring."),
        ("This is shown in [12] and by [13].", ["[12]", "[13]"], "This is shown in X and by X."),
        (
            "It is in neural systems [1], [2]. Lipids are not.",
            ["[1]", "[2]"],
            "It is in neural systems. Lipids are not.",
        ),
        ("It grew [1]–[3]; [5], and fell.", ["[1]", "[3]", "[5]"], "It grew, and fell."),
        ("[12] is the oldest source.", ["[12]"], "X is the oldest source."),
    ],
)
def test_citations_are_taken_out_unless_the_sentence_needs_them(text: str, parts: list[str], expected: str) -> None:
    assert shown(text, citations=cited(text, *parts)) == [expected]


def test_of_a_narrative_citation_the_names_stay() -> None:
    text = "Doe and Roe (2001) argue that trade grew."
    assert shown(text, citations=cited(text, "Doe and Roe (2001)", narrative=True)) == [
        "Doe and Roe argue that trade grew."
    ]


def test_a_key_that_stands_for_names_is_a_placeholder() -> None:
    text = "As doe2001 argues, trade grew doe2001b."
    citations = (
        Citation(Span(3, 10), "key", (), narrative=True),
        Citation(Span(30, 38), "key", ()),
    )
    assert shown(text, citations=citations) == ["As X argues, trade grew."]


def test_mathematics_code_and_links_are_placeholders_that_no_match_may_touch() -> None:
    text = "Let x+1 be a number, as in print(x), see https://example.org/a now."
    marks = (Mark("math", span(text, "x+1")), Mark("code", span(text, "print(x)")))
    links = (Link(span(text, "https://example.org/a"), "url", "https://example.org/a"),)
    (passage,) = passages(document(text, marks=marks, links=links))
    assert passage.text == "Let X be a number, as in X, see X now."
    assert not passage.is_trusted(0, 3)
    assert not passage.is_trusted(6, 8)
    assert passage.is_trusted(9, 10)


def test_what_is_no_prose_inside_a_line_is_a_placeholder() -> None:
    text = "The value of E=mc2 is known."
    assert shown(text, prose=text.replace("E=mc2", "     ")) == ["The value of X is known."]


def test_mended_words_are_shown_and_guessed_ones_trusted_with_nothing() -> None:
    text = "The bene�its of the o�er and the �x were seen."
    repairs = (
        Repair(span(text, "bene�its"), "benefits", "sure"),
        Repair(span(text, "o�er"), "offer", "open"),
        Repair(span(text, "�x"), "", "none"),
    )
    (passage,) = passages(document(text, damage=Damage(repairs)))
    assert passage.text == "The benefits of the offer and the X were seen."
    assert passage.is_trusted(4, 12)
    assert not passage.is_literal(4, 12, text)
    assert not passage.is_trusted(20, 25)
    assert passage.span(4, 12) == repairs[0].span


def test_ligature_characters_are_spelled_out() -> None:
    assert shown("The ﬁrst o\u00adﬀer\u200b was \u2060good.") == ["The first offer was good."]


def test_headings_captions_tables_and_references_are_not_shown() -> None:
    text = "A title\n\nSome prose here.\n\nTable 1. Rows\n\nMore prose.\n\nReferences\nDoe, J. 2001. A book."
    blocks = (Block("title", span(text, "A title")), Block("caption", span(text, "Table 1. Rows")))
    start = text.index("References")
    sections = (Section(Span(start, len(text)), "references", Span(start, start + 10)),)
    assert shown(text, blocks=blocks, sections=sections) == ["Some prose here.", "More prose."]


def test_front_matter_is_shown_only_where_the_format_says_that_it_is_prose() -> None:
    text = "Jane Doe, Some University\n\nWe study trade.\n\nThe text begins."
    sections = (Section(Span(0, text.index("The text")), "front"),)
    assert shown(text, sections=sections) == ["The text begins."]
    blocks = (Block("abstract", span(text, "We study trade.")),)
    assert shown(text, sections=sections, blocks=blocks) == ["We study trade.", "The text begins."]


def test_a_page_break_does_not_end_a_sentence() -> None:
    text = "The army reached the\n\n\n14   A Journal\n\nriver in May. It\n\nwas cold."
    assert shown(text, prose=text.replace("14   A Journal", " " * 14)) == [
        "The army reached the river in May. It was cold."
    ]


def test_an_item_of_a_list_ends_where_it_ends() -> None:
    text = "- wheat prices\n\nwhere they are known."
    assert shown(text, blocks=(Block("item", span(text, "- wheat prices")),)) == [
        "- wheat prices",
        "where they are known.",
    ]


def test_a_display_is_a_word_of_its_sentence() -> None:
    text = "The energy is\n\nE = mc2\n\nwhere c is the speed of light."
    blocks = (Block("math", span(text, "E = mc2")),)
    assert shown(text, blocks=blocks) == ["The energy is X where c is the speed of light."]


def test_quotations_are_left_out_on_request() -> None:
    text = "He wrote: “The king have no power over this land.” So it was."
    assert shown(text, quotations=False) == ["He wrote: X So it was."]
    assert shown(text) == [text]


@pytest.mark.parametrize("junk", ["a" * 200_000, "-" * 5000, "(" * 5000, "москва река город"])
def test_what_brings_an_engine_down_is_masked(junk: str) -> None:
    assert shown(f"The word {junk} stands here.") == ["The word X stands here."]


def test_a_long_stretch_that_is_no_prose_costs_linear_time() -> None:
    text = "Before.\n" + "x" * 400_000 + "\nAfter it all."
    began = time.process_time()
    assert shown(text, prose=text.replace("x" * 400_000, " " * 400_000)) == ["Before.", "After it all."]
    assert time.process_time() - began < 10


def test_a_long_paragraph_is_cut_at_sentences() -> None:
    text = "The samples were weighed before they were dried. " * 200
    parts = passages(document(text.strip()))
    assert len(parts) > 3
    assert " ".join(part.text for part in parts) == text.strip()
    assert all(len(part.text) < LONG + 60 and part.text.endswith("dried.") for part in parts)


@given(st.text(alphabet=st.sampled_from("ab .,-\n\r\t(“”ﬁ😀\u00ad�"), max_size=200), st.data())
def test_every_stretch_of_a_passage_has_its_place(text: str, data: st.DataObject) -> None:
    made = document(text)
    before = 0
    for passage in passages(made):
        assert "\n" not in passage.text
        for segment in passage.map.segments:
            origin = made.text[segment.origin.start : segment.origin.end]
            assert segment.how != "copied" or segment.span.of(passage.text) == origin
            assert segment.origin.start >= before
            before = segment.origin.end
        if passage.text:
            start = data.draw(st.integers(0, len(passage.text) - 1))
            end = data.draw(st.integers(start + 1, len(passage.text)))
            place = passage.span(start, end)
            assert (
                not passage.is_literal(start, end, made.text)
                or place.of(made.text).split() == passage.text[start:end].split()
            )
