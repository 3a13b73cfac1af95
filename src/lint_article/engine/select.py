"""Which rules run on a file, and how severe they are: a pure function of the settings, the rulebook and the path."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lint_article.config import Settings
from lint_article.engine.patterns import matches
from lint_article.errors import UserError, did_you_mean
from lint_article.rulebook import SEVERITIES, Rule, Rulebook


def selection(settings: Settings, book: Rulebook, path: str) -> tuple[Rule, ...]:
    """Return the rules to run on a file, as its settings want them, in the order of their codes.

    Of the words about a rule the most specific decides (its name, its family, `all`); of two that are equally specific,
    `ignore` does. Raises UserError for a word that no rule answers to.
    """
    whole = [(entry.path, (entry.rule,)) for entry in settings.ignore if not entry.quote]
    scoped = [*whole, *settings.per_file_ignores.items()]
    ignored = [word for pattern, words in scoped if matches(pattern, path, settings.root) for word in words]
    wanted = _weights(book, (*settings.select, *settings.extend_select))
    unwanted = _weights(book, ignored)
    _refuse_unknown(settings, book)
    return tuple(_as_set(settings, rule) for rule in book if wanted.get(rule.name, 0) > unwanted.get(rule.name, 0))


def _weights(book: Rulebook, words: Iterable[str]) -> dict[str, int]:
    weights: dict[str, int] = {}
    for word in words:
        rules = book.named(word)
        weight = 1 if word.lower() == "all" else 2 if book.is_family(word) else 3
        for rule in rules:
            weights[rule.name] = max(weight, weights.get(rule.name, 0))
    return weights


def _refuse_unknown(settings: Settings, book: Rulebook) -> None:
    for word in settings.rules:
        book.rule(word)
    for entry in settings.ignore:
        book.named(entry.rule)


def _as_set(settings: Settings, rule: Rule) -> Rule:
    said = dict(settings.rules.get(rule.name) or settings.rules.get(rule.code) or {})
    severity = said.pop("severity", rule.severity)
    if severity not in SEVERITIES:
        raise UserError(
            f"The severity of `{rule.name}` cannot be `{severity}`.", f"It is one of {', '.join(SEVERITIES)}."
        )
    for key, value in said.items():
        if key not in rule.settable:
            raise UserError(f"`{rule.name}` has no option `{key}`.", did_you_mean(key, ("severity", *rule.settable)))
        if type(value) is not type(rule.options[key]):
            raise UserError(f"The option `{key}` of `{rule.name}` must be like {rule.options[key]!r}, not {value!r}.")
    return (
        replace(rule, severity=severity, options={**rule.options, **said})
        if said or severity != rule.severity
        else rule
    )
