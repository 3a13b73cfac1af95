"""The kinds of rule that a sheet can declare.

A kind is a function `run(document, options) -> Iterator[Finding]`: pure, without state between documents. `options`
holds what the sheet states beside the keys that all sheets have, and under `rule` the rule's own name. A `check` is the
kind of its own module in `checks/`, named after the rule, so no list of checks exists anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module

from lint_article.dataclass import dataclass
from lint_article.document import Document, Finding

Run = Callable[[Document, Mapping[str, object]], Iterator[Finding]]

_SCOPE = ("scope", "time-limit", "except", "ignore-case")
_SEARCH = ("on", "within", "outside", "needs", "hint", *_SCOPE)
_REPAIR = ("replace", "title", "safety")


@dataclass(frozen=True, slots=True)
class Kind:
    """Where a kind's function lives, the keys that its sheets must have and may have, the values for its messages."""

    home: str
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


KINDS: Mapping[str, Kind] = {
    "check": Kind("lint_article.checks.{module}:check", (), ("needs", "on", "ignore-case")),
    "pattern": Kind("lint_article.kinds.pattern:run", ("pattern",), (*_SEARCH, *_REPAIR)),
    "requires": Kind("lint_article.kinds.requires:run", ("lead", "then"), (*_SEARCH, "reach", "elsewhere")),
    "repetition": Kind(
        "lint_article.kinds.repetition:run",
        (),
        (*_SEARCH, "word", "not-after", "not-before", "title", "safety"),
        ("word",),
    ),
    "phrase": Kind("lint_article.kinds.phrase:run", ("phrases",), ("swap", "title", "safety", *_SCOPE)),
    "consistency": Kind(
        "lint_article.kinds.consistency:run", ("either",), (*_SCOPE, "title", "safety"), ("other", "count", "others")
    ),
    "occurrence": Kind(
        "lint_article.kinds.occurrence:run",
        ("max",),
        ("min", "pattern", "per", "flag", *_SCOPE),
        ("count", "max", "min"),
    ),
    "capitalisation": Kind(
        "lint_article.kinds.capitalisation:run", ("style",), (*_SCOPE, "title", "safety", "threshold")
    ),
    "conditional": Kind("lint_article.kinds.conditional:run", ("first", "second"), ("every", *_SCOPE)),
    "balance": Kind("lint_article.kinds.balance:run", ("opening", "closing"), ("needs", "lone", "whole"), ("fault",)),
    "grammar": Kind(
        "lint_article.kinds.grammar:run", (), ("engines", "ids", "categories", "title", "safety", "except")
    ),
    "problem": Kind("lint_article.kinds.problem:run"),
    "suppression": Kind("lint_article.kinds.suppression:run"),
}


@cache
def runner(kind: str, rule: str) -> Run:
    """Return the function that runs a rule; its module is imported only now."""
    module, _, function = KINDS[kind].home.format(module=rule.replace("-", "_")).partition(":")
    run: Run = getattr(import_module(module), function)
    return run
