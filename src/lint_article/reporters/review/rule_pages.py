"""What each rule that found something flags, and why."""

from __future__ import annotations

from collections.abc import Sequence

from lint_article.engine.report import FileReport
from lint_article.reporters.review.markup import code, identifier, text
from lint_article.reporters.review.tools import found_rules
from lint_article.rulebook import Rule


def rule_pages(reports: Sequence[FileReport]) -> str:
    """Return the rules, each with its reason; "" if none found anything."""
    rules = found_rules(reports)
    if not rules:
        return ""
    return f'<section class="rules"><h2>The rules</h2>{"".join(_rule(rule) for rule, _ in rules)}</section>'


def _rule(rule: Rule) -> str:
    paragraphs = f"{rule.why}\n\n{rule.known_problems}".split("\n\n")
    said = "".join(f"<p>{code(' '.join(one.split()))}</p>" for one in paragraphs if one.strip())
    heading = f'<h3 id="{identifier(rule.name)}">{text(rule.summary)}</h3>'
    return f'{heading}<p class="meta">{rule.code} · {rule.name}</p>{said}'
