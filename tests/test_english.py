"""What users read is plain English: faults are named, sentences are short, and no dialect creeps back in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lint_article.rulebook import Rule, rulebook
from lint_article.text.phrases import character_name, count_of, series
from sources import FILES, nodes

REFUSED = re.compile(
    r"\bstands?\b|\b(?:is|are) no \w|\bin vain\b|\bmend(?:ed|s|ing)?\b|\bthe list has\b|\(s\)"
    r"|\bis too much\b|\bby hand\b|\bheed",
    re.IGNORECASE,
)
LONGEST_SUMMARY = 70
RULES = [pytest.param(rule, id=rule.name) for rule in rulebook()]
ROOMS = ("checks", "kinds", "parsing", "readers")


@pytest.mark.parametrize("rule", RULES)
def test_a_summary_names_the_fault(rule: Rule) -> None:
    assert len(rule.summary) <= LONGEST_SUMMARY
    assert re.fullmatch(r"[A-Z].*[^.]", rule.summary)
    assert not re.search(r"\b(?:that|which)\b|^(?:An?|The) ", rule.summary)


@pytest.mark.parametrize("rule", RULES)
def test_a_message_is_a_sentence(rule: Rule) -> None:
    if rule.kind != "grammar":  # those are the engine's own words
        assert re.fullmatch(r"[A-Z`{].*\.", rule.message)


@pytest.mark.parametrize("rule", RULES)
def test_sheets_speak_plain_english(rule: Rule) -> None:
    title = str(rule.options.get("title", ""))
    said = [rule.summary, rule.message, title, rule.why, rule.known_problems]
    assert [text for text in said if REFUSED.search(" ".join(text.split()))] == []


def test_code_speaks_plain_english() -> None:
    files = [path for path in FILES if path.parts[0] in ROOMS]
    assert [(str(path), text) for path in files for text in strings(path) if REFUSED.search(text)] == []


def strings(path: Path) -> Iterator[str]:
    """Yield the text constants of a file that are not docstrings."""
    docstrings = {id(node.value) for node in nodes(path) if isinstance(node, ast.Expr)}
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def test_counts_series_and_characters_are_phrases() -> None:
    assert [count_of(n, "file") for n in (0, 1, 2)] == ["0 files", "1 file", "2 files"]
    assert [count_of(n, "entry", "entries") for n in (1, 2)] == ["1 entry", "2 entries"]
    assert [series(list(letters)) for letters in ("a", "ab", "abc")] == ["a", "a and b", "a, b and c"]
    assert series(["a", "b"], "or") == "a or b"
    names = [character_name(character) for character in "\u00de\u0007\ue001"]
    assert names == ["Latin capital letter thorn", "control character", "private-use character"]
