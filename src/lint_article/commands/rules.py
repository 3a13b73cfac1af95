"""`lint-article rules` and `lint-article explain`: what the sheets say."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from lint_article.commands.streams import as_json
from lint_article.config import settings_for
from lint_article.engine.own_rules import book_of
from lint_article.errors import CLEAN
from lint_article.rulebook import Example, Rule, Rulebook, read_examples, sheets


def print_rules(output_format: str) -> int:
    """Print one line per rule, or all as JSON; return the exit status."""
    rules = list(_book())
    if output_format == "json":
        listed = json.dumps([_facts(rule) for rule in rules], ensure_ascii=False, indent=2)
        sys.stdout.writelines(f"{line}\n" for line in as_json([listed], sys.stdout))
        return CLEAN
    _print_lines(rules)
    return CLEAN


def print_rule(word: str) -> int:
    """Print what a rule flags, why, its options and its examples, or the rules of a family; return the exit status."""
    book = _book()
    if book.is_family(word):
        _print_lines(book.find_rules(word))
        return CLEAN
    rule = book.rule(word)
    sheet = Path(rule.origin) if rule.origin else sheets()[rule.name]
    examples = read_examples(sheet) if sheet.suffix == ".toml" else []
    sys.stdout.write("\n\n".join(_page(rule, examples)) + "\n")
    return CLEAN


def _print_lines(rules: Sequence[Rule]) -> None:
    code, name = (max(len(getattr(rule, key)) for rule in _book()) for key in ("code", "name"))
    for rule in rules:
        summary = rule.summary if rule.is_on else f"{rule.summary} (off by default)"
        sys.stdout.write(f"{rule.code:{code}}  {rule.name:{name}}  {rule.severity:10}  {summary}\n")


def _book() -> Rulebook:
    """Return the rules that are known here: ours, and those that the settings of this folder name."""
    return book_of(settings_for(Path()))


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
        yield "Options:\n" + "\n".join(_option(rule, key) for key in rule.settable)
    for title, bad in (("Flagged:", True), ("Left alone:", False)):
        shown = [_example(example) for example in examples if bool(example.at) is bad and example.text]
        if shown:
            yield title + "\n" + "\n\n".join(shown)
    if rule.known_problems:
        yield f"Known problems: {rule.known_problems}"


def _option(rule: Rule, key: str) -> str:
    return f"  {key} = {json.dumps(rule.options[key], ensure_ascii=False)}  # {rule.option_help.get(key, '')}"


def _example(example: Example) -> str:
    lines = [f"  | {line}" for line in example.text.strip("\n").splitlines()]
    lines += [f"  -> {' '.join(words.split())}" for words in example.at]
    return "\n".join(lines)
