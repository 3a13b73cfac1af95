"""Every example of every sheet is run; every sheet is lawful."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lint_article.document import Document
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.examples import document_of, make_fixes, run_rule
from lint_article.grammar.session import Session, open_session
from lint_article.grammar.settings import GrammarSettings
from lint_article.rulebook import FAMILIES, Example, Rule, read_examples, rulebook, sheets

CASES = [
    pytest.param(name, example, id=f"{name}-{'bad' if example.at else 'good'}-{number}")
    for name, path in sheets().items()
    for number, example in enumerate(read_examples(path))
]
ADVICE = re.compile(r"^(no|avoid|do-not|use|prefer|consider)-|-used$")


@pytest.fixture(scope="module")
def grammar() -> Iterator[Session]:
    with open_session(GrammarSettings(style=True, cache=False)) as session:
        yield session


def run(rule: Rule, example: Example, folder: Path, grammar: Session) -> tuple[Document, list[Diagnostic]]:
    document = document_of(example, folder)
    if rule.kind == "grammar":
        document = replace(document, remarks=grammar.check(document).remarks)
    others = [other for other in rulebook() if other.kind != "grammar"] if rule.name == "unused-suppression" else []
    return document, run_rule(rule, example, document, others)


@pytest.mark.parametrize(("name", "example"), CASES)
def test_example(name: str, example: Example, tmp_path: Path, grammar: Session) -> None:
    rule = rulebook().rule(name)
    document, found = run(rule, example, tmp_path, grammar)
    assert [diagnostic.span.of(document.text) for diagnostic in found] == list(example.at)
    if example.message:
        assert found[0].message == example.message
    if example.fixed is not None:
        assert make_fixes(document, found) == example.fixed
        again = replace(example, text=example.fixed, data=b"")
        assert run(rule, again, tmp_path, grammar)[1] == [], "a fixed text is silent"


def test_codes_and_names_are_lawful() -> None:
    rules = list(rulebook())
    assert [code for code, uses in Counter(rule.code for rule in rules).items() if uses > 1] == []
    for rule in rules:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name), rule.name
        assert not ADVICE.search(rule.name), f"{rule.name} must name the fault, not the advice"
        assert FAMILIES[rule.code[:3]] == rule.family
        assert rule.summary[-1] != ".", rule.name
        assert rule.message[-1] in ".?)", rule.name


def test_every_rule_shows_its_fault() -> None:
    for name, path in sheets().items():
        examples = read_examples(path)
        assert any(not example.at for example in examples), f"{name} has no good example"
        assert any(example.at for example in examples), f"{name} has no bad example"


def test_every_check_has_a_sheet() -> None:
    folder = Path(__file__).parents[1] / "src/lint_article/checks"
    written = {path.stem.replace("_", "-") for path in folder.glob("[!_]*.py")}
    assert written == {rule.name for rule in rulebook() if rule.kind == "check"}


def test_every_option_is_explained() -> None:
    for rule in rulebook():
        assert rule.option_help.keys() == set(rule.settable), rule.name
        assert "except" in rule.settable, rule.name
