"""Our own rules for Harper: each with its own examples."""

from __future__ import annotations

import re

import pytest
from harper import Dialect, Linter

from lint_article.grammar.categories import category
from lint_article.grammar.harper.cases import Case, cases
from lint_article.grammar.harper.linting import check_rows, new_linter
from lint_article.grammar.harper.pack import own_pack, profile, sources
from lint_article.grammar.harper.phrases import Phrase, phrases
from lint_article.grammar.passage import Match

OURS: tuple[Case | Phrase, ...] = (*cases(), *phrases())


@pytest.fixture(scope="module")
def linter() -> Linter:
    return new_linter("GB")


def flagged(linter: Linter, name: str, text: str) -> list[str]:
    return [text[row[0] : row[1]] for row in check_rows(linter, text) if row[2] == name]


@pytest.mark.parametrize("case", OURS, ids=lambda case: case.id)
def test_a_case_flags_its_wrong_sentences_and_no_right_one(linter: Linter, case: Case | Phrase) -> None:
    for marked in case.wrong:
        assert flagged(linter, case.id, re.sub("[{}]", "", marked)) == re.findall(r"\{(.*?)\}", marked)
    assert [flagged(linter, case.id, text) for text in case.right] == [[] for _ in case.right]


@pytest.mark.parametrize("case", OURS, ids=lambda case: case.id)
def test_a_case_mends_what_it_flags(linter: Linter, case: Case | Phrase) -> None:
    for marked in case.wrong if case.mend or getattr(case, "fix", "") else ():
        text = re.sub("[{}]", "", marked)
        row = [row for row in check_rows(linter, text) if row[2] == case.id][-1]
        left = flagged(linter, case.id, text[: row[0]] + row[5][0] + text[row[1] :])
        assert left == re.findall(r"\{(.*?)\}", marked)[:-1]


def test_what_a_phrase_needs_is_in_all_that_it_matches() -> None:
    sentences = [re.sub("[{}]", "", text) for phrase in phrases() for text in (*phrase.wrong, *phrase.right)]
    for text in (changed(one) for one in sentences for changed in (str, str.lower, str.capitalize, str.upper)):
        missed = [one.id for one in phrases() if one.pattern.search(text) and not one.may_match(f" {text.lower()}")]
        assert not missed, text


def test_the_weir_rules_pass_the_tests_in_their_files() -> None:
    assert Linter(Dialect.BRITISH).load_weirpack(own_pack(tested=True)) is None


def test_every_weir_rule_has_a_test() -> None:
    assert [name for name, text in sources().items() if "\ntest " not in text] == []


def test_every_rule_of_ours_has_a_category() -> None:
    ours = [Match(0, 1, name, "", "") for name in sources()] + [Match(0, 1, case.id, case.kind, "") for case in OURS]
    assert [m.id for m in ours if category("harper", m) == "other" and m.category != "other"] == []


def test_the_profile_names_rules_that_harper_has(linter: Linter) -> None:
    known = linter.get_lint_config()
    ours = {case.id for case in cases()}
    assert [name for name in profile()["allow"] if name not in known] == []
    assert [name for name in profile()["only"] if name not in known and name not in ours] == []
    assert not {*profile()["only"], *profile()["shown"]} - {*profile()["allow"], *sources(), *ours}


def test_a_message_names_its_words_and_is_a_sentence(linter: Linter) -> None:
    for name, message in profile()["allow"].items():
        assert re.search(r"[`{](?:text|next|fix)", message), name
        assert message[0] in "`ABCDEFGHIJKLMNOPQRSTUVWXYZ" and message.endswith("."), name
    text = "An old informations about a such cultures was similar with this, and it could able to reach to the end."
    rows = check_rows(linter, text)
    assert len(rows) >= 4
    assert [row[4] for row in rows if "`" not in row[4]] == []


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("A old method was used.", "An"),
        ("The cloth was provide by them.", "provided"),
        ("This will be discuss below.", "discussed"),
        ("It is one of the oldest city in the region.", "cities"),
        ("These method was new.", "These methods"),
        ("Every students got a copy.", "Every student"),
        ("This factors explain the rise.", "These factors"),
        ("We saw two hospital and a school.", "two hospitals"),
        ("It is a major diseases, in wheat.", "a major disease"),
        ("These map was draw by hand.", "These maps"),
    ],
)
def test_a_fix_has_the_form_that_is_wanted(linter: Linter, text: str, fix: str) -> None:
    assert check_rows(linter, text)[0][5][0] == fix


@pytest.mark.parametrize(
    "text",
    [
        "It would never have worked in the field.",
        "I have cooking skills that are rare.",
        "Nobody will dare to go.",
        "It explained about a third of the decrease.",
        "Coverage was extremely cold, which is a vicious cycle of wellbeing.",
        "This type of method is old.",
        "It is the reconstruction of the everyday.",
        "Superscript a indicates a significant difference.",
        "The letters show a iron, b lead and c zinc.",
        "We agreed to participate on the condition that it was free.",
        "It was printed in the Smithsonian's series.",
        "Most older people prefer it.",
        "It is known from Nghe An provinces of the north.",
        "When it is seen, an individual responds to it and an individual belongs to a group.",
        "Two-hundred grams of material was weighed, and these salmon were sold.",
        "Growth is light-dependent with some change in H+-pumps fuelling it.",
        "This could shed light on it, and both can together restrict disease.",
        "We asked … People who were talking to us.",
        "Sores that can cause major losses in animal husbandry is what we saw.",
        "The suffering of patients and a half-million small seeds were seen.",
        "We turn our focus to the rest.",
        "NG and AM wrote the paper. Men’s ratio is high, and women’s is low.",
        "The files in the data sets and the skeletal remains were kept.",
        "The population who are poor moved, at the 10’s scale.",
        "Kernels with mould are rejects due to rot, and growth is similar with the application of either.",
        "The calyx is long, if longer then from the south, if denser then trichomes are minute.",
        "In spite of that it grew.",
        "The costs will rise, as will marketing efforts.",
        "An average of 274 datasets were sent, and a minimum of three locations are needed.",
        "It lowers effects in infected cells which is depicted in Fig. 6. a the rest of the note.",
        "The assays are powerful, but each comes with limits, and this should be avoided to limit the signal.",
        "Cultures are grown for six divisions, which allows for breakage.",
        "Let us suppose to have a chlorophyll a oxygenase, which relies on the contrast in a resist.",
        "It could alias into the emissions.",
        "She is a mentor of AN the elder.",
        "Results of the selection analyses and the figures are shown.",
        "Prices fell from the mid to late 1990s.",
        "The costs with excess weight a assessed using a model are shown.",
        "Reads were piled up with an mpileup command.",
        "The stories told to them were emblematic of a moral order.",
        "Values were divided by the mean of the five plants.",
        "Patients with stage 0 or A criteria were kept.",
        "It shows a expression of dendritic markers and many costimulatory molecules of such cells, b growth.",
        "On chromosome 4A another locus was found.",
        "It has 29 families with a Tri a assignment.",
        "a numbers in parentheses are means.",
        "This is more similar than that seen in replicates.",
        "We saw numbers by cause of death, and people doing something different with the same piece.",
        "He is married with a 2 year old son and wants a little higher wages.",
        "A special thank you goes to Ann, and growth was seen along a axis.",
    ],
)
def test_what_published_articles_say_is_left_alone(linter: Linter, text: str) -> None:
    assert check_rows(linter, text) == []


def test_words_in_capitals_are_left_alone(linter: Linter) -> None:
    assert check_rows(linter, "The samples were kept by AM and NO in the field since then.") == []
