"""Which rules run: of the words about a rule the most specific decides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint_article.config import Ignore, Settings
from lint_article.engine.select import selection
from lint_article.errors import UserError
from lint_article.rulebook import Rule, Rulebook, rulebook
from making import rule


def made(name: str, family: str, code: str) -> Rule:
    one = replace(rule(name=name, pattern="x"), family=family, code=code)
    return replace(one, settable=("limit",), options={**one.options, "limit": 3})


BOOK = Rulebook([made("one", "text", "TXT001"), made("two", "text", "TXT002"), made("three", "links", "LNK001")])


def names(settings: Settings, path: str = "draft.txt") -> str:
    return " ".join(rule.name for rule in selection(settings, BOOK, path))


def ignored(*words: str) -> tuple[Ignore, ...]:
    return tuple(map(Ignore, words))


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings(), "three one two"),
        (Settings(select=("TXT",)), "one two"),
        (Settings(select=("text",), ignore=ignored("two")), "one"),
        (Settings(select=("two",), ignore=ignored("TXT")), "two"),
        (Settings(ignore=ignored("LNK001")), "one two"),
        (Settings(select=("TXT",), extend_select=("LNK001",)), "three one two"),
        (Settings(select=(), extend_select=("one",)), "one"),
        (Settings(ignore=(Ignore("one", quote="some words"),)), "three one two"),
        (Settings(ignore=(Ignore("one", path="*.md"),)), "three one two"),
        (Settings(ignore=(Ignore("one", path="*.txt"),)), "three two"),
        (Settings(per_file_ignores={"*.txt": ("TXT",), "*.md": ("LNK",)}), "three"),
        (Settings(per_file_ignores={"old/": ("TXT",)}), "three one two"),
        (Settings(per_file_ignores={"*.txt": ("all",)}), ""),
        (Settings(rules={"two": {"severity": "off"}}), "three one"),
        (Settings(rules={"TXT": {"severity": "off"}}), "three"),
        (Settings(rules={"TXT": {"severity": "off"}, "txt001": {"severity": "error"}}), "three one"),
    ],
)
def test_selection(settings: Settings, expected: str) -> None:
    assert names(settings) == expected


def test_patterns_are_seen_from_the_settings() -> None:
    settings = Settings(per_file_ignores={"/old/*.txt": ("all",)}, root="project")
    assert names(settings, "project/old/draft.txt") == ""
    assert names(settings, "project/new/old/draft.txt") == "three one two"


def test_severity_and_options_are_set() -> None:
    chosen = selection(Settings(rules={"one": {"severity": "error", "limit": 5}}), BOOK, "draft.txt")
    one = next(rule for rule in chosen if rule.name == "one")
    assert (one.severity, one.options["limit"]) == ("error", 5)


def test_a_severity_is_set_for_a_family() -> None:
    said = {"two": {"severity": "suggestion"}, "text": {"severity": "error"}}
    severities = [(rule.name, rule.severity) for rule in selection(Settings(rules=said), BOOK, "draft.txt")]
    assert severities == [("three", "warning"), ("one", "error"), ("two", "suggestion")]


@pytest.mark.parametrize(
    ("settings", "message", "hint"),
    [
        (Settings(select=("thre",)), "No rule is called `thre`.", "Did you mean `three`?"),
        (Settings(ignore=ignored("LNK002")), "No rule is called `LNK002`.", "Did you mean `LNK001`?"),
        (Settings(ignore=(Ignore("tow", quote="x"),)), "No rule is called `tow`.", "Did you mean `two`?"),
        (Settings(rules={"on": {}}), "No rule is called `on`.", "Did you mean `one`?"),
        (
            Settings(rules={"one": {"severity": "bad"}}),
            "`rules.one.severity` must be one of suggestion, warning, error, off, not `bad`.",
            "",
        ),
        (Settings(rules={"one": {"limt": 3}}), "`rules.one.limt` is not an option of `one`.", "Did you mean `limit`?"),
        (Settings(rules={"one": {"limit": "3"}}), "`rules.one.limit` must be a whole number, not '3'.", ""),
        (Settings(rules={"TXT": {"limit": 3}}), "`rules.TXT.limit` is not a setting.", "Only `severity` can be set"),
        (Settings(select=()), "No rule is selected.", "`lint-article rules` lists all"),
        (Settings(ignore=ignored("all")), "No rule is selected.", ""),
        (Settings(select=("TXT",), ignore=ignored("TXT")), "No rule is selected.", ""),
        (Settings(rules={"all": {"severity": "off"}}), "No rule is selected.", ""),
    ],
)
def test_what_no_rule_answers_to_is_refused(settings: Settings, message: str, hint: str) -> None:
    with pytest.raises(UserError) as caught:
        selection(settings, BOOK, "draft.txt")
    assert caught.value.message == message
    assert hint in caught.value.hint


def test_every_number_and_list_of_a_rule_can_be_set() -> None:
    book = rulebook()
    said: dict[str, dict[str, object]] = {
        "reference-order": {"fewest": 20, "in-order": 1},
        "implausible-reference-year": {"first": 1600},
        "stray-space": {"except": ["a ,"]},
        "repeated-line": {"shortest": 60},
        "run-together-words": {"shortest": 5, "fewest": 4, "most": 1},
        "open-comment": {"most": 100},
    }
    chosen = {rule.name: rule for rule in selection(Settings(rules=said), book, "draft.txt")}
    assert {name: {key: chosen[name].options[key] for key in said[name]} for name in said} == said
    more = selection(Settings(rules={"repeated-word": {"except": ["pili"]}}), book, "draft.txt")
    [words] = [rule.options["except"] for rule in more if rule.name == "repeated-word"]
    assert isinstance(words, list) and {"had", "pili"} < set(words)
