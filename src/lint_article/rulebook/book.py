"""All rules, looked up by name, code or family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from lint_article.errors import UserError, did_you_mean
from lint_article.rulebook.rule import FAMILIES, Rule
from lint_article.rulebook.sheet import SheetError, read_sheet

_PACKAGE = Path(__file__).parents[1]
_read: dict[str, Rule] = {}  # rules of users' own, by their codes


class Rulebook:
    """The rules in the order of their codes, ours first; names and codes are unique (SheetError if not)."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = sorted(rules, key=lambda rule: (bool(rule.origin), rule.code))
        self._by_word: dict[str, Rule] = {}
        self._families: dict[str, str] = {code.lower(): family for code, family in FAMILIES.items()}
        for rule in self._rules:
            for word in {rule.name, rule.code}:
                if word.lower() in self._by_word:
                    other = self._by_word[word.lower()].name
                    raise SheetError(Path(rule.name), f"two rules are called `{word}`: {rule.name} and {other}")
                self._by_word[word.lower()] = rule
            if rule.origin and rule.code != rule.name:
                self._families[rule.code.rstrip("0123456789").lower()] = rule.family
        self._members = {family: tuple(rule for rule in self._rules if rule.family == family) for family in self._all()}

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules)

    def rule(self, word: str) -> Rule:
        """Return the rule of a name or code; raise UserError with the nearest name if there is none."""
        rule = self._by_word.get(word.lower())
        if rule is None:
            raise UserError(f"No rule is called `{word}`.", self.hint(word))
        return rule

    def find_rules(self, word: str) -> tuple[Rule, ...]:
        """Return the rules that a name, a code, a family (`citations`, `CIT`) or `all` stands for."""
        if word.lower() == "all":
            return tuple(self._rules)
        return self._members[self._family(word)] if self.is_family(word) else (self.rule(word),)

    def is_family(self, word: str) -> bool:
        """Tell whether the word stands for a family."""
        return self._family(word) in self._members

    def hint(self, word: str) -> str:
        """Return what to say to somebody who has written an unknown rule."""
        own = (word for rule in self._rules for word in (rule.name, rule.code))
        known = [*own, *(code.upper() for code in self._families), *self._members]
        return did_you_mean(word, known) or "Run `lint-article rules` for all rules."

    def _family(self, word: str) -> str:
        return self._families.get(word.lower(), word.lower())

    def _all(self) -> set[str]:
        return {*FAMILIES.values(), *(rule.family for rule in self._rules)}


def rules_folder() -> Path:
    """Return the folder of the sheets: inside an installed package, else the repository's."""
    installed = _PACKAGE / "_rules"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "rules"


def sheets() -> Mapping[str, Path]:
    """Return every sheet of ours by its rule's name."""
    families = (folder for folder in rules_folder().iterdir() if folder.is_dir())
    found = sorted(path for folder in families for path in folder.iterdir() if path.suffix == ".toml")
    return {path.stem: path for path in found}


@lru_cache(maxsize=1)
def rulebook() -> Rulebook:
    """Return all rules of ours."""
    return Rulebook(read_sheet(path) for path in sheets().values())


def remember(rules: Iterable[Rule]) -> None:
    """Let rules of a user's own be described where findings are reported."""
    _read.update((rule.code, rule) for rule in rules if rule.origin)


def rule_of(code: str) -> Rule:
    """Return the rule of a finding's code, one of ours or of those that this process has read."""
    return _read.get(code) or rulebook().rule(code)
