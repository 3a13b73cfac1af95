"""What one manuscript does not cite of its bibliographies, for the run to put together with the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from lint_article.checks.unused_bibliography_entry import find_each
from lint_article.document import Document
from lint_article.engine.report import UNUSED_ENTRY, UncitedEntries
from lint_article.engine.shared_files import real_path
from lint_article.engine.stamp import stamp
from lint_article.parsing.linking.coverage import is_in_bibliography
from lint_article.rulebook import Rule


def find_unused_entries(document: Document, rules: Sequence[Rule]) -> UncitedEntries | None:
    """Return the entries of bibliographies that a manuscript does not cite; None without the rule that reports them."""
    rule = next((one for one in rules if one.name == UNUSED_ENTRY), None)
    if rule is None:
        return None
    totals: dict[str, int] = defaultdict(int)
    for index, reference in enumerate(document.references):
        if is_in_bibliography(document, index):
            totals[_path_of(document, document.map.origin(reference.span).part)] += 1
    entries = tuple(stamp(document, rule, finding) for finding in find_each(document))
    return UncitedEntries(dict(totals), entries, bool(rule.options.get("each")))


def _path_of(document: Document, part: int) -> str:
    return real_path(document.parts[part].path or "")
