"""What each kind of declarative rule makes of its sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint_article.document import Section
from lint_article.engine.lint import lint
from lint_article.kinds import KINDS, search
from lint_article.rulebook import Rule
from lint_article.text import Span
from making import document, rule


def flagged(one: Rule, text: str) -> list[str]:
    return [found.span.of(text) for found in lint(document(text), [one])]


def messages(one: Rule, text: str) -> list[str]:
    return [found.message for found in lint(document(text), [one])]


def test_pattern_flags_its_group_and_fills_the_message() -> None:
    year = rule(pattern=r"(?<name>\w+) (?<flag>\d{3})\b", message="`{name}` has `{text}`.")
    assert flagged(year, "Blank 201 and Blank 2011") == ["201"]
    assert messages(year, "Blank 201") == ["`Blank` has `201`."]


def test_pattern_replaces_a_group_of_its_own() -> None:
    space = rule(pattern=r"\w(?<swap> )[.,]", replace="", title="Close up", safety="safe")
    [found] = lint(document("one , two"), [space])
    assert found.fix and (found.fix.title, found.fix.safety) == ("Close up", "safe")
    assert [(edit.place.column, edit.end.column, edit.text) for edit in found.fix.edits] == [(4, 5, "")]


def test_pattern_leaves_exceptions_alone() -> None:
    assert flagged(rule(pattern=r"\b\w+ing\b", except_=["Spring"]), "spring ring") == ["ring"]


def test_needs_are_asked_before_a_pattern_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    def compiled(pattern: str, _ignore_case: bool = False) -> None:
        raise AssertionError(pattern)

    monkeypatch.setattr(search, "compile_pattern", compiled)
    assert flagged(rule(pattern="x", needs=["retrieved"]), "nothing of the kind") == []
    with pytest.raises(AssertionError):
        flagged(rule(pattern="x", needs=["Retrieved"], ignore_case=True), "retrieved from")


def test_within_looks_at_the_sections_of_a_role() -> None:
    text = "bad body. bad list."
    sections = (Section(Span(0, 9), "body"), Section(Span(10, 19), "references"))
    parsed = replace(document(text), sections=sections)
    assert [found.span.start for found in lint(parsed, [rule(pattern="bad", within=["references"])])] == [10]


def test_a_match_over_what_is_no_prose_is_none() -> None:
    text = "as `code` , here , there"
    parsed = replace(document(text), prose="as        , here , there")
    assert [found.span.start for found in lint(parsed, [rule(pattern=r"\w +,")])] == [text.index("e , there")]


def test_requires_looks_to_the_end_of_the_paragraph() -> None:
    link = rule("requires", lead=r"Available at:", then=r"https?://")
    assert flagged(link, "Available at: https://example.org") == []
    assert flagged(link, "Available at:\nhttps://example.org") == []
    assert flagged(link, "Available at: nowhere.\n\nhttps://example.org") == ["Available at:"]
    assert flagged(rule("requires", lead="see", then=r"\s*\(", reach=0), "see (1), see it (2)") == ["see"]


def test_repetition_takes_the_second_away() -> None:
    again = rule("repetition", safety="safe", except_=["had"], about=["word"])
    assert flagged(again, "the the end, had had, that\nthat, on-on on") == ["the the", "that\nthat"]
    [found] = lint(document("the the"), [again])
    assert found.fix and found.fix.edits[0].place.column == 4


def test_every_kind_has_its_function() -> None:
    for name, kind in KINDS.items():
        assert name == "check" or kind.home.endswith(f"kinds.{name}:run")
