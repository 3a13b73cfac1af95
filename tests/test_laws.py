"""Each citation item has one outcome, and each outcome one rule."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import get_args

import pytest

from lint_article.document import Document, Outcome
from lint_article.kinds import runner
from lint_article.rulebook import read_examples, rulebook, sheets
from lint_article.text import Span
from making import document

MANUSCRIPTS = Path(__file__).parents[1] / "fixtures/manuscripts"
TEXTS = [
    path.read_text(encoding="utf-8") for path in sorted(MANUSCRIPTS.glob("*/*.txt")) if path.name != "expected.txt"
]
EXAMPLES = [
    example.text
    for name, path in sheets().items()
    if rulebook().rule(name).family == "citations"
    for example in read_examples(path)
    if example.format == "plain" and not example.files
]
SILENT = {"matched", "exempt", "not-a-citation", "unlisted"}
# Rules of the family that compare citations with each other, and not with the list.
BESIDES = {"citation-number-order", "inconsistent-cited-name"}
JUDGING = [rule for rule in rulebook() if rule.family == "citations" and rule.name not in BESIDES]


def claimed(parsed: Document) -> dict[Span, set[str]]:
    """Return the rules that claim each item: by the finding's own place or by a related one."""
    rules: dict[Span, set[str]] = defaultdict(set)
    for rule in JUDGING:
        for finding in runner(rule.kind, rule.name)(parsed, rule.options):
            for span in (finding.span, *(related.span for related in finding.related)):
                for resolution in parsed.resolutions:
                    if span.overlaps(resolution.item.span):
                        rules[resolution.item.span].add(rule.name)
    return rules


@pytest.mark.parametrize("text", [*TEXTS, *EXAMPLES])
def test_each_judgement_is_reported_by_one_rule(text: str) -> None:
    parsed = document(text)
    items = [item for citation in parsed.citations for item in citation.items]
    assert [resolution.item for resolution in parsed.resolutions] == items
    rules = claimed(parsed)
    for resolution in parsed.resolutions:
        assert resolution.outcome in get_args(Outcome)
        if resolution.outcome not in SILENT:
            assert len(rules[resolution.item.span]) == 1, (resolution.outcome, resolution.item.span.of(text))


def test_each_outcome_always_has_the_same_rule() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for text in (*TEXTS, *EXAMPLES):
        parsed = document(text)
        rules = claimed(parsed)
        for resolution in parsed.resolutions:
            if resolution.outcome not in SILENT:
                owners[resolution.outcome] |= rules[resolution.item.span]
    assert all(len(names) == 1 for names in owners.values()), owners
    assert len({name for names in owners.values() for name in names}) == len(owners)
