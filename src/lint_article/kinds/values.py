"""What a user's own rule may get wrong in its patterns and its message, found before it is run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from string import Formatter
from typing import NamedTuple, cast

import regex

from lint_article.errors import did_you_mean
from lint_article.kinds import KINDS
from lint_article.kinds.metric import is_formula
from lint_article.kinds.option_values import compile_pattern, words
from lint_article.kinds.scope import PARTS, is_scope
from lint_article.kinds.swap import joined_pattern
from lint_article.vocabulary import NAMED, is_term

_PATTERNS = (
    "pattern",
    "lead",
    "then",
    "elsewhere",
    "word",
    "not-after",
    "not-before",
    "first",
    "second",
    "except-pattern",
)
_GROUP = re.compile(r"\(\?P?<([A-Za-z_]\w*)>")
_TEMPLATES = ("message", "replace", "title")


class KeyFault(NamedTuple):
    """A key of a sheet, and what is wrong with its value."""

    key: str
    said: str


def find_fault(kind: str, message: str, options: Mapping[str, object]) -> KeyFault | None:
    """Return the first fault of a rule's patterns, and of the values that its message names."""
    values = _unknown_values(kind, {"message": message, **options})
    return next(
        chain(
            _broken_patterns(options),
            _broken_swaps(kind, options),
            _broken_formulas(options),
            _unknown_parts(options),
            values,
        ),
        None,
    )


def _broken_patterns(options: Mapping[str, object]) -> Iterator[KeyFault]:
    for key in _PATTERNS:
        if key not in options:
            continue
        pattern = str(options[key])
        unknown = [term for named in NAMED.finditer(pattern) for term in named[1].split("|") if not is_term(term)]
        if unknown:
            yield KeyFault(key, f"the vocabulary has no term `{unknown[0]}`")
            continue
        try:
            compile_pattern(NAMED.sub("x", pattern), _is_ignoring_case(options))
        except regex.error as error:
            yield KeyFault(key, f"`{key}` is not a valid pattern: {error}")


def _broken_swaps(kind: str, options: Mapping[str, object]) -> Iterator[KeyFault]:
    """Yield the first pattern of a table that is not valid; they are tried one by one only if all together are not."""
    patterns = cast("Mapping[str, str]", options["swap"]) if kind == "swap" else {}
    try:
        compile_pattern(
            joined_pattern(tuple(patterns), options.get("whole-words") is not False), _is_ignoring_case(options)
        )
    except regex.error:
        yield from (KeyFault("swap", f"`{one}` is not a valid pattern") for one in patterns if not _is_pattern(one))


def _broken_formulas(options: Mapping[str, object]) -> Iterator[KeyFault]:
    for key, said in (("formula", "{}"), ("condition", "1 {}")):
        if key in options and not is_formula(said.format(options[key])):
            yield KeyFault(key, f"`{key}` is not arithmetic over what is counted: {options[key]}")


def _is_pattern(pattern: str) -> bool:
    try:
        regex.compile(pattern)
    except regex.error:
        return False
    return True


def _is_ignoring_case(options: Mapping[str, object]) -> bool:
    return bool(options.get("ignore-case"))


def _unknown_parts(options: Mapping[str, object]) -> Iterator[KeyFault]:
    for word in words(options, "scope"):
        if not is_scope(word):
            hint = did_you_mean(word.lstrip("~"), PARTS) or f"There are {', '.join(PARTS)} and `section: NAME`."
            yield KeyFault("scope", f"no part is called `{word}`. {hint}")


def _unknown_values(kind: str, options: Mapping[str, object]) -> Iterator[KeyFault]:
    groups = {group for key in _PATTERNS for group in _GROUP.findall(str(options.get(key, "")))}
    known = {"text", "replacement", *KINDS[kind].values, *groups}
    for key in _TEMPLATES:
        try:
            named = [name for _, name, _, _ in Formatter().parse(str(options.get(key, ""))) if name is not None]
        except ValueError:
            yield KeyFault(key, f"`{key}` has a brace without its counterpart; write {{{{ and }}}} for braces")
            continue
        for name in named:
            if name not in known:
                hint = did_you_mean(name, known) or f"There are {', '.join(sorted(known))}."
                yield KeyFault(key, f"`{key}` names `{{{name}}}`, which this rule does not have. {hint}")
