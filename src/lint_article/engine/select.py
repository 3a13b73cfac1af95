"""Which rules run on a file, and how severe they are: a pure function of the settings, the rulebook and the path."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import cast

from lint_article.config import Settings
from lint_article.config.dictionary import read_dictionary
from lint_article.config.typed import name_of_type
from lint_article.engine.patterns import is_match
from lint_article.errors import UserError, did_you_mean
from lint_article.rulebook import SEVERITIES, Rule, Rulebook, Severity

OFF = "off"
_NAMED = 3  # the weight of a word that names one rule


def selection(settings: Settings, book: Rulebook, path: str) -> tuple[Rule, ...]:
    """Return the rules to run on a file, as its settings want them, in the order of their codes.

    Of the words about a rule the most specific decides (its name, its family, `all`); of two that are equally specific,
    `ignore` does. A rule that is off by default runs only where it is named or given a severity. Raises UserError for a
    word that no rule answers to, and for settings that leave no rule on any path; what they ignore on some paths may
    leave none for this one.
    """
    patterns = [*(entry.path for entry in settings.ignore if not entry.quote), *settings.per_file_ignores]
    matching = tuple(is_match(pattern, path, settings.root) for pattern in patterns)
    key = id(settings), id(book), matching
    if key not in _selected:
        if len(_selected) >= _MOST:
            _selected.clear()
        _selected[key] = settings, book, _select(settings, book, path)
    return _selected[key][2]


# By the settings, the rules and the patterns that match a path, which is all that decides; settings and rules are kept
# in it, so that no others can have their identity.
_selected: dict[tuple[int, int, tuple[bool, ...]], tuple[Settings, Rulebook, tuple[Rule, ...]]] = {}
_MOST = 100


def _select(settings: Settings, book: Rulebook, path: str) -> tuple[Rule, ...]:
    _refuse_unknown(settings, book)
    whole = [(entry.path, (entry.rule,)) for entry in settings.ignore if not entry.quote]
    if not _chosen(settings, book, [word for pattern, words in whole if not pattern for word in words]):
        hint = "`select`, `ignore` and severities that are `off` leave none; `lint-article rules` lists all."
        raise UserError("No rule is selected.", hint)
    scoped = [*whole, *settings.per_file_ignores.items()]
    ignored = [word for pattern, words in scoped if is_match(pattern, path, settings.root) for word in words]
    return tuple(_as_set(settings, book, rule) for rule in _chosen(settings, book, ignored))


def _chosen(settings: Settings, book: Rulebook, ignored: Iterable[str]) -> list[Rule]:
    wanted = _weights(book, (*settings.select, *settings.extend_select))
    unwanted = _weights(book, ignored)
    chosen = (rule for rule in book if wanted.get(rule.name, 0) > unwanted.get(rule.name, 0))
    return [
        rule
        for rule in chosen
        if _said(settings, book, rule).get("severity") != OFF
        and (rule.is_on or wanted[rule.name] == _NAMED or "severity" in _said_by_name(settings, book, rule))
    ]


def _said_by_name(settings: Settings, book: Rulebook, rule: Rule) -> dict[str, object]:
    words = (word for word in settings.rules if _weight(book, word) == _NAMED and book.rule(word) == rule)
    return {key: value for word in words for key, value in settings.rules[word].items()}


def _weights(book: Rulebook, words: Iterable[str]) -> dict[str, int]:
    weights: dict[str, int] = {}
    for word in sorted(words, key=partial(_weight, book)):
        weights |= dict.fromkeys((rule.name for rule in book.find_rules(word)), _weight(book, word))
    return weights


def _weight(book: Rulebook, word: str) -> int:
    return 1 if word.lower() == "all" else 2 if book.is_family(word) else _NAMED


def _refuse_unknown(settings: Settings, book: Rulebook) -> None:
    for word, said in settings.rules.items():
        book.find_rules(word)
        others = [key for key in said if key != "severity"]
        if _weight(book, word) < _NAMED and others:
            where = f"rules.{word}.{others[0]}"
            raise UserError(f"`{where}` is not a setting.", f"Only `severity` can be set for all rules of `{word}`.")
    for entry in settings.ignore:
        book.find_rules(entry.rule)


def _said(settings: Settings, book: Rulebook, rule: Rule) -> dict[str, object]:
    """Return what is set for a rule; what is said of its name comes before what is said of its family."""
    words = sorted(settings.rules, key=partial(_weight, book))
    return {
        key: value for word in words if rule in book.find_rules(word) for key, value in settings.rules[word].items()
    }


def _as_set(settings: Settings, book: Rulebook, rule: Rule) -> Rule:
    said = _said(settings, book, rule)
    for key, value in said.items():
        _refuse_option(rule, f"rules.{_word_that_sets(settings, book, rule, key)}.{key}", key, value)
    severity = cast("Severity", said.pop("severity", rule.severity))
    known = read_dictionary((*settings.dictionary, *settings.grammar.words))
    if known:
        said["dictionary"] = known
    if "except" in said:
        said["except"] = [*cast("list[str]", rule.options["except"]), *cast("list[str]", said["except"])]
    changed = said or severity != rule.severity
    return replace(rule, severity=severity, options={**rule.options, **said}) if changed else rule


def _word_that_sets(settings: Settings, book: Rulebook, rule: Rule, key: str) -> str:
    """Return the name, code or family under which the settings say this of a rule."""
    words = (word for word, said in settings.rules.items() if key in said and rule in book.find_rules(word))
    return max(words, key=partial(_weight, book))


def _refuse_option(rule: Rule, where: str, key: str, value: object) -> None:
    """Raise UserError for what cannot be set, and for a value of another type."""
    if key == "severity":
        if value not in (*SEVERITIES, OFF):
            known = ", ".join((*SEVERITIES, OFF))
            hint = did_you_mean(str(value), (*SEVERITIES, OFF))
            raise UserError(f"`{where}` must be one of {known}, not `{value}`.", hint)
        return
    if key not in rule.settable:
        known = ", ".join(("severity", *rule.settable))
        hint = did_you_mean(key, ("severity", *rule.settable)) or f"Known: {known}."
        raise UserError(f"`{where}` is not an option of `{rule.name}`.", hint)
    default = rule.options[key]
    if type(value) is not type(default) and not (isinstance(default, float) and type(value) is int):
        raise UserError(f"`{where}` must be {name_of_type(type(default))}, not {value!r}.")
    if isinstance(value, list) and not all(isinstance(item, str) for item in value):
        raise UserError(f"`{where}` must be a list of texts, not {value!r}.")
    choices = rule.option_choices.get(key, ())
    unknown = [item for item in value if item not in choices] if choices and isinstance(value, list) else []
    if unknown:
        hint = did_you_mean(unknown[0], choices) or f"Known: {', '.join(choices)}."
        raise UserError(f"`{where}` cannot have `{unknown[0]}`.", hint)
    if isinstance(value, int | float) and value < 0:
        raise UserError(f"`{where}` must not be below 0.")
