"""Running rules over a document: the whole engine on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lint_article.document import Document
from lint_article.engine.diagnostic import Diagnostic, order
from lint_article.engine.stamp import stamp
from lint_article.kinds import runner
from lint_article.rulebook import Rule

OnFault = Callable[[Rule, Exception], None]


def lint(document: Document, rules: Iterable[Rule], on_fault: OnFault | None = None) -> list[Diagnostic]:
    """Return what the rules find, in the order of the text.

    A rule that raises is a fault of ours: it is handed to `on_fault` and the others go on; without it, it is raised.
    """
    found = [diagnostic for rule in rules for diagnostic in _run(document, rule, on_fault)]
    return sorted(found, key=order)


def _run(document: Document, rule: Rule, on_fault: OnFault | None) -> Iterator[Diagnostic]:
    try:
        for finding in runner(rule.kind, rule.name)(document, rule.options):
            yield stamp(document, rule, finding)
    except Exception as error:
        if on_fault is None:
            raise
        on_fault(rule, error)
