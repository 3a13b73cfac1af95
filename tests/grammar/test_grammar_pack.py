"""Our own rules for Harper: each with its own examples."""

from __future__ import annotations

import re

import pytest
from harper import Dialect, Linter

from lint_article.grammar.categories import category
from lint_article.grammar.harper.cases import Case, cases
from lint_article.grammar.harper.linting import check_rows, new_linter
from lint_article.grammar.harper.pack import own_pack, profile, sources
from lint_article.grammar.passage import Match


@pytest.fixture(scope="module")
def linter() -> Linter:
    return new_linter("GB")


def flagged(linter: Linter, name: str, text: str) -> list[str]:
    return [text[row[0] : row[1]] for row in check_rows(linter, text) if row[2] == name]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_a_case_flags_its_wrong_sentences_and_no_right_one(linter: Linter, case: Case) -> None:
    for marked in case.wrong:
        assert flagged(linter, case.id, re.sub("[{}]", "", marked)) == re.findall(r"\{(.*?)\}", marked)
    assert [flagged(linter, case.id, text) for text in case.right] == [[] for _ in case.right]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_a_case_mends_what_it_flags(linter: Linter, case: Case) -> None:
    for marked in case.wrong if case.mend else ():
        text = re.sub("[{}]", "", marked)
        row = next(row for row in check_rows(linter, text) if row[2] == case.id)
        assert flagged(linter, case.id, text[: row[0]] + row[5][0] + text[row[1] :]) == []


def test_the_weir_rules_pass_the_tests_in_their_files() -> None:
    assert Linter(Dialect.BRITISH).load_weirpack(own_pack(tested=True)) is None


def test_every_weir_rule_has_a_test() -> None:
    assert [name for name, text in sources().items() if "\ntest " not in text] == []


def test_every_rule_of_ours_has_a_category() -> None:
    ours = [Match(0, 1, name, "", "") for name in (*sources(), *(case.id for case in cases()))]
    assert [match.id for match in ours if category("harper", match) == "other"] == []


def test_the_profile_names_rules_that_harper_has(linter: Linter) -> None:
    known = linter.get_lint_config()
    named = [name for name in (*profile()["off"], *profile()["only"]) if "*" not in name]
    assert [name for name in named if name not in known] == []


def test_words_in_capitals_are_left_alone(linter: Linter) -> None:
    assert check_rows(linter, "The samples were kept by AM and NO in the field since then.") == []
