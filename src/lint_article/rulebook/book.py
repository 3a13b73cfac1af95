"""All rules, looked up by name, code or family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from lint_article.errors import UserError, did_you_mean
from lint_article.rulebook.rule import FAMILIES, Rule
from lint_article.rulebook.sheet import SheetError, read_sheet

_PACKAGE = Path(__file__).parents[1]


class Rulebook:
    """The rules in the order of their codes; names and codes are unique (SheetError if not)."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = sorted(rules, key=lambda rule: rule.code)
        self._by_word: dict[str, Rule] = {}
        for rule in self._rules:
            for word in (rule.name, rule.code):
                if word in self._by_word:
                    raise SheetError(f"two rules are called `{word}`: {rule.name} and {self._by_word[word].name}")
                self._by_word[word] = rule

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules)

    def rule(self, word: str) -> Rule:
        """Return the rule of a name or code; raise UserError with the nearest name if there is none."""
        rule = self._by_word.get(word) or self._by_word.get(word.upper()) or self._by_word.get(word.lower())
        if rule is None:
            raise UserError(f"No rule is called `{word}`.", self.hint(word))
        return rule

    def find_rules(self, word: str) -> tuple[Rule, ...]:
        """Return the rules that a name, a code, a family (`citations`, `CIT`) or `all` stands for."""
        if word.lower() != "all" and not self.is_family(word):
            return (self.rule(word),)
        family = FAMILIES.get(word.upper(), word.lower())
        return tuple(rule for rule in self._rules if family in ("all", rule.family))

    def is_family(self, word: str) -> bool:
        """Tell whether the word stands for a family."""
        return word.upper() in FAMILIES or word.lower() in FAMILIES.values()

    def hint(self, word: str) -> str:
        """Return what to say to somebody who has written an unknown rule."""
        known = [*self._by_word, *FAMILIES, *FAMILIES.values()]
        return did_you_mean(word, known) or "Run `lint-article rules` for all rules."


def rules_folder() -> Path:
    """Return the folder of the sheets: inside an installed package, else the repository's."""
    installed = _PACKAGE / "_rules"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "rules"


def sheets() -> Mapping[str, Path]:
    """Return every sheet by its rule's name."""
    return {path.stem: path for path in sorted(rules_folder().glob("*/*.toml"))}


@lru_cache(maxsize=1)
def rulebook() -> Rulebook:
    """Return all rules."""
    return Rulebook(read_sheet(path) for path in sheets().values())
