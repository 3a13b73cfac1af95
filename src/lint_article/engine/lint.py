"""Running rules over a document: the whole engine on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from lint_article.document import Document
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.exceptions import is_excepted
from lint_article.engine.listing import in_order, list_first
from lint_article.engine.stamp import stamp
from lint_article.kinds import runner
from lint_article.kinds.search import has_needed_literal, searched_text
from lint_article.rulebook import Rule

OnFault = Callable[[str, Exception], None]


def lint(document: Document, rules: Iterable[Rule], on_fault: OnFault | None = None, most: int = 0) -> list[Diagnostic]:
    """Return what the rules find, in the order of the manuscript.

    A rule that raises is a fault of ours: its name and the exception are handed to `on_fault`, and the other rules go
    on; without `on_fault` it is raised. Of each rule at most so many findings are listed, 0 is without limit.
    """
    return in_order(diagnostic for rule in rules for diagnostic in _run(document, rule, on_fault, most))


def _run(document: Document, rule: Rule, on_fault: OnFault | None, most: int) -> Iterator[Diagnostic]:
    try:
        if has_needed_literal(searched_text(document, rule.options), rule.options):
            found = runner(rule.kind, rule.name)(document, rule.options)
            findings = (one for one in found if not is_excepted(document, rule, one))
            yield from list_first(findings, most, partial(stamp, document, rule))
    except Exception as error:
        if on_fault is None:
            raise
        on_fault(rule.name, error)
