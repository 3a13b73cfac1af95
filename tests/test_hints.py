"""Laws of `needs` and `hint`: they spare work, and what a rule finds is the same without them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from lint_article.document import Document
from lint_article.engine.lint import lint
from lint_article.rulebook import Rule, read_examples, rulebook, sheets
from making import document

FIXTURES = Path(__file__).parents[1] / "fixtures"
HINTED = [rule for rule in rulebook() if {"needs", "hint"} & rule.options.keys()]


@cache
def texts() -> tuple[Document, ...]:
    return tuple(_texts())


def _texts() -> Iterator[Document]:
    for path in sheets().values():
        for example in read_examples(path):
            if not example.files:
                yield document(example.data or example.text, example.format)
    for path in sorted([*FIXTURES.glob("clean/*.txt"), *FIXTURES.glob("manuscripts/*/*.txt")]):
        yield document(path.read_bytes())


def without_hints(rule: Rule) -> Rule:
    return replace(rule, options={key: value for key, value in rule.options.items() if key not in ("needs", "hint")})


@pytest.mark.parametrize("rule", HINTED, ids=lambda rule: rule.name)
def test_a_hint_loses_no_finding(rule: Rule) -> None:
    for one in texts():
        assert lint(one, [rule]) == lint(one, [without_hints(rule)])


def test_there_are_hints_to_test() -> None:
    assert len(HINTED) >= 8
