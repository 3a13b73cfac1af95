"""Rule sheets: read, validated, looked up."""

from lint_article.rulebook.book import Rulebook, rule_of, rulebook, rules_folder, sheets
from lint_article.rulebook.rule import FAMILIES, SEVERITIES, Example, Rule, Severity
from lint_article.rulebook.sheet import SheetError, read_examples, read_sheet

__all__ = [
    "FAMILIES",
    "SEVERITIES",
    "Example",
    "Rule",
    "Rulebook",
    "Severity",
    "SheetError",
    "read_examples",
    "read_sheet",
    "rule_of",
    "rulebook",
    "rules_folder",
    "sheets",
]
