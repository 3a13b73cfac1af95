"""Running rules over a document: the whole engine on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lint_article.document import Document
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.exceptions import is_excepted
from lint_article.engine.stamp import stamp
from lint_article.kinds import runner
from lint_article.kinds.search import has_needed_literal, searched_text
from lint_article.rulebook import Rule
from lint_article.text import Origin

OnFault = Callable[[str, Exception], None]


def lint(document: Document, rules: Iterable[Rule], on_fault: OnFault | None = None) -> list[Diagnostic]:
    """Return what the rules find, in the order of the manuscript.

    A rule that raises is a fault of ours: its name and the exception are handed to `on_fault`, and the other rules go
    on; without `on_fault` it is raised.
    """
    return in_order(diagnostic for rule in rules for diagnostic in _run(document, rule, on_fault))


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics sorted by place, then code."""
    return sorted(found, key=_order)


def _run(document: Document, rule: Rule, on_fault: OnFault | None) -> Iterator[Diagnostic]:
    try:
        if has_needed_literal(searched_text(document, rule.options), rule.options):
            for finding in runner(rule.kind, rule.name)(document, rule.options):
                if not is_excepted(document, rule, finding):
                    yield stamp(document, rule, finding)
    except Exception as error:
        if on_fault is None:
            raise
        on_fault(rule.name, error)


def _order(diagnostic: Diagnostic) -> tuple[Origin, str, str]:
    return diagnostic.origin, diagnostic.code, diagnostic.message
