"""Broken words are found, judged by the document itself, and mended; what is right is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_article.document import Damage
from lint_article.parsing.damage import accents, dropped_and_doubled, mojibake
from lint_article.parsing.damage.find import find_damage, mask_damage, restore_text
from lint_article.text import Span

SILENT = sorted((Path(__file__).parents[1] / "fixtures/rules/broken-ligature").glob("*.txt"))
PIECES = [
    "\ufffd",
    "��",
    "\x1c",
    "(cid:28)",
    "Þ",
    "ß",
    "λ",
    "?",
    "f",
    "fi",
    "a",
    "signi",
    "cant",
    " ",
    "\n",
    "-\n",
    "1",
    "é",
]


def repaired(text: str, language: str = "en") -> dict[str, str]:
    return {r.span.of(text): "".join(r.word.split()) for r in find_damage(text, language).repairs}


def certainty(text: str, word: str) -> str:
    return next(r.certainty for r in find_damage(text, "en").repairs if r.span.of(text) == word)


def test_a_word_with_one_reading_is_sure() -> None:
    assert repaired("A strong in\ufffduence.") == {"in\ufffduence": "influence"}
    assert certainty("A strong in\ufffduence.", "in\ufffduence") == "sure"


def test_quotation_marks_and_dashes_of_an_encoding_are_no_ligatures() -> None:
    text = "A modi\x1ced, speci\x1cc scale in \x10classi\x1ccations\x11: \x10no\x11 \x10Adaptive\x11 case\x16the last."
    assert set(repaired(text).values()) == {"modified", "specific", ""}
    assert repaired("A modi\x10ed, signi\x10cant, speci\x10c scale; \x10nd it.")["\x10nd"] == "find"


def test_the_document_decides_between_readings_and_on_names() -> None:
    text = "The \ufffdirst of\ufffdicial in\ufffdluence of Grif\ufffditzky on the uni\ufffdied \ufffdlaws."
    assert repaired(text)["Grif\ufffditzky"] == "Griffitzky"
    assert certainty(text, "Grif\ufffditzky") == "guessed"
    assert repaired(text)["\ufffdlaws"] == "flaws"


def test_a_sign_for_every_ligature_leaves_readings_open() -> None:
    text = "The in\ufffduence, the e\ufffdect, the bene\ufffdt, the o\ufffdce and the di\ufffdculty were \ufffdat."
    open_one = find_damage(text, "en").repairs[-1]
    assert (open_one.span.of(text), open_one.word, open_one.certainty) == ("\ufffdat", "flat", "open")
    assert "fiat" in open_one.others


def test_the_documents_own_words_are_words() -> None:
    text = "Szczepfinger wrote twice. The letters of Szczep\ufffdnger are lost."
    assert repaired(text) == {"Szczep\ufffdnger": "Szczepfinger"}


def test_a_name_alone_is_left_open() -> None:
    damage = find_damage("We thank Szczep\ufffdnger.", "en")
    assert [(r.word, r.certainty) for r in damage.repairs] == [("", "none")]


def test_letters_with_accents() -> None:
    text = "El a\ufffdo pasado la investigaci\ufffdn espa\ufffdola fue m\ufffds cient\ufffdfica."
    assert [r.word for r in find_damage(text, "es").repairs] == [
        "año",
        "investigación",
        "española",
        "más",
        "científica",
    ]
    assert not find_damage(text, "es").ligatures


def test_mended_and_masked_keep_places() -> None:
    text = "As Ho?mann et al. (2022) show, Arti?cial systems are e?cient. Why?"
    damage = find_damage(text, "en")
    assert restore_text(text, Span(0, 24), damage) == "As Hoffmann et al. (2022)"
    assert (
        mask_damage(text, damage) == "As Ho\ufffdmann et al. (2022) show, Arti\ufffdcial systems are e\ufffdcient. Why?"
    )


def test_a_lost_ligature_is_masked_as_one_word() -> None:
    text = "It is signi cant, speci c and dif cult, says Scha er."
    assert (
        mask_damage(text, find_damage(text, "en"))
        == "It is signi\ufffdcant, speci\ufffdc and dif\ufffdcult, says Scha\ufffder."
    )


def test_letters_of_other_alphabets_are_masked_and_doubled_ligatures_are_not() -> None:
    text = "We deÞne a speciÞc measure after GrifÞn; the fifirst was diffferent."
    assert mask_damage(text, find_damage(text, "en")) == (
        "We de\ufffdne a speci\ufffdc measure after Grif\ufffdn; the fifirst was diffferent."
    )


@given(st.text("filé1_- F", max_size=120))
def test_doubled_ligatures_are_found_wherever_the_pattern_matches(text: str) -> None:
    found = [(match.span(), match.groups()) for match in dropped_and_doubled._find_doubled(text)]
    assert found == [(match.span(), match.groups()) for match in dropped_and_doubled._DOUBLED.finditer(text)]


def test_one_lost_ligature_may_be_chance() -> None:
    assert find_damage("The list of speci es and a block of ice in ow.", "en") == Damage()


def test_an_f_may_stay_of_a_ligature() -> None:
    text = "The difcult task needs an efcient plan, and a signifcant one."
    assert [repair.word for repair in find_damage(text, "en").repairs] == ["difficult", "efficient"]


def test_plain_words_in_links_are_left_alone() -> None:
    assert find_damage("See https://example.org/signi?cant/e?ect?in?uence=1 and what?ever.", "en") == Damage()


@pytest.mark.parametrize("path", SILENT, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["", "en"])
def test_what_is_right_is_left_alone(path: Path, language: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert [r.span.of(text) for r in find_damage(text, language).ligatures] == []


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_laws(text: str) -> None:
    damage = find_damage(text, "en")
    spans = [repair.span for repair in damage.repairs]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert len(mask_damage(text, damage)) == len(text)
    assert restore_text(text, Span(0, len(text)), Damage()) == text


def test_a_form_feed_in_place_of_a_line_end_is_no_ligature() -> None:
    line = "The gene and the fictive subtype of a long survey were seen in the plain of the"
    page = "\n".join([line] * 20)
    assert find_damage(f"{page}\fsurvey {page}\fintact {page}\fan end", "en") == Damage()


def test_a_form_feed_in_a_word_is_a_ligature() -> None:
    lines = [f"The signi\fcant survey number {number} was of\fcial, and seen in the plain" for number in range(20)]
    words = {repair.word for repair in find_damage("\n".join(lines), "en").repairs}
    assert words == {"significant", "official"}


@pytest.mark.parametrize(
    ("find", "pattern", "pieces"),
    [
        pytest.param(
            accents._find_words,
            accents._WORD,
            ["´", "¨", "ı", "e", "E", "ab", " ", "-\n", "1", "_", "²", "a" * 41],
            id="accents",
        ),
        pytest.param(
            mojibake._find_legacy,
            mojibake._LEGACY,
            ["¸", "ˆ", "È", "Š", "a", "Z", "ﬂ", " ", "-", "1", "²", "a" * 41],
            id="legacy",
        ),
    ],
)
def test_looking_only_where_words_may_begin_finds_all_that_the_pattern_does(
    find: Callable[[str], Iterator[re.Match[str]]], pattern: re.Pattern[str], pieces: list[str]
) -> None:
    for text in map("".join, product(pieces, repeat=4)):
        assert [match.span() for match in find(text)] == [match.span() for match in pattern.finditer(text)], text
