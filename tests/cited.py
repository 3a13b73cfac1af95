"""Manuscripts with citations: sound ones and their list, to which a test adds its own, and what is found in them."""

from __future__ import annotations

from functools import cache

from lint_article.engine.run import lint_and_suppress
from lint_article.rulebook import Rule, rulebook
from making import document

BASE = (
    "Abend, P. (2011). Wells and their water. Annals of the Tide, 1, 1–9.",
    "Bremer, T., & Cassel, R. (2012). Stones in spring. Annals of the Tide, 3, 1–9.",
    "Dunkel, L., Eder, K., & Farn, S. (2009). Lamps of the coast. Annals of the Tide, 22, 1–9.",
    "Ganter, M. (2015). Mud and silt. Annals of the Tide, 10, 1–9.",
)
SOUND = "Wells are deep (Abend, 2011). Stones roll (Bremer & Cassel, 2012; Dunkel et al., 2009). Ganter (2015) dug."


FAMILIES = frozenset({"citations", "references"})


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in rulebook() if rule.family in FAMILIES and _is_shown(rule))


def _is_shown(rule: Rule) -> bool:
    return rule.severity in {"error", "warning"} or rule.name in {"citation-coauthor-mismatch", "ambiguous-citation"}


def found(text: str) -> list[tuple[str, str]]:
    """Return the errors and warnings about citations and references: the rule, and the words on one line."""
    parsed = document(text)
    diagnostics, _ = lint_and_suppress(parsed, _rules())
    return [(one.rule, " ".join(one.span.of(parsed.text).split())) for one in diagnostics]


def listed(text: str, *entries: str) -> str:
    """Return a manuscript of sound citations and the text, whose list has some more entries."""
    return "\n".join((f"{SOUND} {text}\n\nReferences\n", *sorted((*BASE, *entries)), ""))
