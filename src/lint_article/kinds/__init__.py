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

_SCOPE = ("scope", "time-limit", "ignore-case")
_SEARCH = ("on", "within", "outside", "needs", "hint", *_SCOPE)
_REPAIR = ("title", "safety")


@dataclass(frozen=True, slots=True)
class Kind:
    """Where a kind's function lives, the keys that its sheets must have and may have, and those that users may set.

    `values` are what its messages may name beside `text`, `replacement` and the groups of its patterns.
    """

    home: str
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    settable: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


KINDS: Mapping[str, Kind] = {
    "check": Kind("lint_article.checks.{module}:check", (), ("needs", "on", "ignore-case")),
    "pattern": Kind(
        "lint_article.kinds.pattern:run", ("pattern",), ("replace", "shortest", *_SEARCH, *_REPAIR), ("shortest",)
    ),
    "requires": Kind("lint_article.kinds.requires:run", ("lead", "then"), ("reach", "elsewhere", *_SEARCH), ("reach",)),
    "repetition": Kind(
        "lint_article.kinds.repetition:run",
        (),
        ("word", "not-after", "not-small-after", "not-before", "small", *_SEARCH, *_REPAIR),
        values=("word",),
    ),
    "phrase": Kind("lint_article.kinds.phrase:run", ("phrases",), ("swap", *_SCOPE, *_REPAIR)),
    "consistency": Kind(
        "lint_article.kinds.consistency:run", ("either",), (*_SCOPE, *_REPAIR), values=("other", "count", "others")
    ),
    "occurrence": Kind(
        "lint_article.kinds.occurrence:run",
        ("max",),
        ("min", "pattern", "per", "flag", *_SCOPE),
        ("max", "min"),
        ("count", "max", "min"),
    ),
    "capitalisation": Kind(
        "lint_article.kinds.capitalisation:run",
        ("style",),
        ("threshold", "small-words", "strict", "indicators", *_SCOPE, *_REPAIR),
        ("threshold",),
    ),
    "conditional": Kind(
        "lint_article.kinds.conditional:run", ("first", "second"), ("every", "same-paragraph", *_SCOPE)
    ),
    "swap": Kind("lint_article.kinds.swap:run", ("swap",), ("whole-words", "capitalise", "between", *_SEARCH)),
    "metric": Kind("lint_article.kinds.metric:run", ("formula", "condition"), (), values=("value",)),
    "spelling": Kind("lint_article.kinds.spelling:run", (), ("word-lists", "filters", "custom", *_SCOPE)),
    "balance": Kind(
        "lint_article.kinds.balance:run",
        ("opening", "closing"),
        ("needs", "lone", "whole", "reopened"),
        values=("fault",),
    ),
    "grammar": Kind("lint_article.kinds.grammar:run", (), ("engines", "ids", "categories", "title", "safety")),
    "problem": Kind("lint_article.kinds.problem:run", (), ("most",), ("most",)),
    "suppression": Kind("lint_article.kinds.suppression:run"),
}


@cache
def runner(kind: str, rule: str) -> Run:
    """Return the function that runs a rule; its module is imported only now."""
    module, _, function = KINDS[kind].home.format(module=rule.replace("-", "_")).partition(":")
    run: Run = getattr(import_module(module), function)
    return run
