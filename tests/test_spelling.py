"""The lists of the rules on spelling, and what is made of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import lint_article.spelling as room
from lint_article.config import Settings
from lint_article.engine.select import selection
from lint_article.grammar.settings import GrammarSettings
from lint_article.rulebook import rulebook
from lint_article.spelling.misspellings import misspellings
from lint_article.spelling.neighbours import neighbours
from lint_article.spelling.slips import beside, slips
from lint_article.spelling.sums import select_listed
from lint_article.spelling.variants import CUSTOMS, Custom, variants

HOME = Path(room.__file__).parent
LINES = HOME.joinpath("misspellings.txt").read_text("ascii").splitlines()


def test_the_list_is_in_order_and_its_sums_are_its_own() -> None:
    words = [line.split()[0] for line in LINES]
    assert words == sorted(set(words))
    assert all(re.fullmatch("[a-z]{4,} [a-z]+", line) for line in LINES)
    assert select_listed("misspellings", words) == set(words)


def test_a_correction_is_no_misspelling() -> None:
    words = {line.split()[0] for line in LINES}
    assert [line for line in LINES if line.split()[1] in words] == []


def test_everyday_misspellings_are_known_and_words_are_not() -> None:
    assert misspellings(["goverment", "government", "recieve", "form", "from"]) == {
        "goverment": "government",
        "recieve": "receive",
    }


def test_a_slip_leads_to_one_frequent_word() -> None:
    words = ("situstion", "conseder", "insolated", "situation", "anderstand", "importand", "catchers", "qqqqqqqq")
    assert slips(words) == {"situstion": "situation", "conseder": "consider"}


def test_words_beside_a_word_are_listed_ones() -> None:
    assert {"personal", "personnel"} <= beside("personel")


@pytest.mark.parametrize("custom", CUSTOMS)
def test_each_word_has_one_other_spelling(custom: Custom) -> None:
    pairs = variants(custom)
    assert pairs.first == {first: second for second, first in pairs.second.items()}
    assert not pairs.first.keys() & pairs.second.keys()


@pytest.mark.parametrize(
    ("word", "often"),
    [
        ("contrl", "control"),  # lost
        ("contrdol", "control"),  # added
        ("cotnrol", "control"),  # swapped
        ("amplifixation", "amplification"),  # the key beside
    ],
)
def test_a_slip_is_one_step_from_a_frequent_word(word: str, often: str) -> None:
    assert neighbours({often: 3, word: 1}) == {word: often}
    assert neighbours({often: 2, word: 1}) == neighbours({often: 3, word: 2}) == {}


@pytest.mark.parametrize(
    ("word", "often"),
    [
        ("glutenin", "glutelin"),  # keys apart
        ("glycosidase", "glucosidase"),  # vowels
        ("chasees", "chases"),  # doubled
        ("controlz", "control"),  # at the end
        ("ontrol", "control"),  # at the start
        ("contract", "contrast"),  # a word
        ("señoritas", "senoritas"),
    ],
)
def test_other_words_are_no_slips(word: str, often: str) -> None:
    assert neighbours({often: 5, word: 1}) == {}


def test_words_of_the_users_own_reach_the_rules() -> None:
    settings = Settings(grammar=GrammarSettings(words=("contrl",)))
    chosen = {rule.name: rule for rule in selection(settings, rulebook(), "a.txt")}
    assert chosen["misspelt-word"].options["dictionary"] == chosen["repeated-word"].options["dictionary"] == {"contrl"}
