"""The style `Vale`, which is no folder: words that a vocabulary rejects or writes in one way, repetition, spelling."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lint_article.rulebook.rule import Rule
from lint_article.rulebook.vale.config import ValeConfig
from lint_article.rulebook.vale.styles import ACCEPTED, REJECTED, as_set, make_vale_rule, vocabulary

STYLE = "Vale"
_PATTERN = frozenset("()[]{}?*+|\\^$")


def builtin_rules(ini: Path, config: ValeConfig) -> Iterator[Rule]:
    """Yield the rules of the style `Vale`, as a configuration has them."""
    accepted, rejected = (list(vocabulary(config, file)) for file in (ACCEPTED, REJECTED))
    terms = {term.lower(): term for term in accepted if _PATTERN.isdisjoint(term)}
    tables: dict[str, dict[str, Any]] = {
        "Repetition": {"extends": "repetition", "message": "'%s' is repeated!", "alpha": True},
        "Spelling": {"extends": "spelling", "message": "Did you really mean '%s'?"},
    }
    if rejected:
        tables["Avoid"] = {"extends": "existence", "message": "Avoid using '%s'.", "tokens": rejected, "vocab": False}
    if terms:
        message = "Use '%s' instead of '%s'."
        said = {"swap": terms, "ignorecase": True, "vocab": False}
        tables["Terms"] = {"extends": "substitution", "message": message, **said}
    for name, table in tables.items():
        known = [f"(?i:{term})" for term in accepted] if name == "Spelling" else accepted
        rule = make_vale_rule(ini, f"{STYLE}.{name}", {"level": "error", **table}, known)
        yield from as_set(rule, config)
