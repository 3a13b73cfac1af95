"""`lint-article rules` and `lint-article explain`: what the sheets say."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence

from lint_article.commands.streams import as_json
from lint_article.errors import CLEAN
from lint_article.rulebook import Example, Rule, read_examples, rulebook, sheets


def print_rules(output_format: str) -> int:
    """Print one line per rule, or all as JSON; return the exit status."""
    rules = list(rulebook())
    if output_format == "json":
        listed = json.dumps([_facts(rule) for rule in rules], ensure_ascii=False, indent=2)
        sys.stdout.writelines(f"{line}\n" for line in as_json([listed], sys.stdout))
        return CLEAN
    _print_lines(rules)
    return CLEAN


def print_rule(word: str) -> int:
    """Print what a rule flags, why, its options and its examples, or the rules of a family; return the exit status."""
    if rulebook().is_family(word):
        _print_lines(rulebook().find_rules(word))
        return CLEAN
    rule = rulebook().rule(word)
    examples = read_examples(sheets()[rule.name])
    sys.stdout.write("\n\n".join(_page(rule, examples)) + "\n")
    return CLEAN


def _print_lines(rules: Sequence[Rule]) -> None:
    width = max(len(rule.name) for rule in rulebook())
    for rule in rules:
        summary = rule.summary if rule.is_on else f"{rule.summary} (off by default)"
        sys.stdout.write(f"{rule.code}  {rule.name:{width}}  {rule.severity:10}  {summary}\n")


def _facts(rule: Rule) -> dict[str, str]:
    return {key: getattr(rule, key) for key in ("code", "name", "family", "severity", "summary", "message", "why")}


def _page(rule: Rule, examples: Sequence[Example]) -> Iterator[str]:
    """Yield the paragraphs of a rule's page."""
    yield f"{rule.name} ({rule.code}, {rule.severity})"
    yield f"{rule.summary}."
    yield rule.why
    if not rule.is_on:
        yield f"Off by default; `--extend-select {rule.name}` turns it on, as a severity in the settings does."
    if rule.settable:
        yield "Options:\n" + "\n".join(f"  {key} = {json.dumps(rule.options[key])}" for key in rule.settable)
    for title, bad in (("Flagged:", True), ("Left alone:", False)):
        shown = [_example(example) for example in examples if bool(example.at) is bad and example.text]
        if shown:
            yield title + "\n" + "\n\n".join(shown)
    if rule.known_problems:
        yield f"Known problems: {rule.known_problems}"


def _example(example: Example) -> str:
    lines = [f"  | {line}" for line in example.text.strip("\n").splitlines()]
    lines += [f"  -> {' '.join(words.split())}" for words in example.at]
    return "\n".join(lines)
