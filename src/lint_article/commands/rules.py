"""`lint-article rules` and `lint-article explain`."""

from __future__ import annotations

from lint_article.rulebook import read_examples, rulebook, sheets


def print_rules() -> int:
    """Print one line per rule."""
    for rule in rulebook():
        print(f"{rule.code}  {rule.severity:10}  {rule.name:28}  {rule.summary}")
    return 0


def explain(word: str) -> int:
    """Print what a rule's sheet says."""
    rule = rulebook().rule(word)
    examples = read_examples(sheets()[rule.name])
    print(f"{rule.name} ({rule.code}, {rule.severity})\n\n{rule.summary}.\n\n{rule.why}")
    for title, kind in (("Flagged", True), ("Left alone", False)):
        texts = [example.text for example in examples if bool(example.at) is kind and example.text]
        if texts:
            print(f"\n{title}:\n\n" + "\n\n".join(text.strip("\n") for text in texts))
    if rule.known_problems:
        print(f"\nKnown problems:\n\n{rule.known_problems}")
    return 0
