"""A rule as its sheet states it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Literal

from lint_article.dataclass import dataclass

Severity = Literal["error", "warning", "suggestion"]
SEVERITIES: tuple[Severity, ...] = ("suggestion", "warning", "error")

FAMILIES: Mapping[str, str] = {
    "TXT": "text",
    "CIT": "citations",
    "REF": "references",
    "LNK": "links",
    "FIG": "callouts",
    "LFT": "leftovers",
    "STA": "statistics",
    "ABB": "abbreviations",
    "CON": "consistency",
    "STR": "structure",
    "GRM": "grammar",
    "SRC": "source",
}


@dataclass(frozen=True, slots=True)
class Example:
    """A text that the rule flags at each stretch of `at` and nowhere else (`at` is empty for a good one).

    `fixed` is the text after all fixes that would be written with `--fix --unsafe-fixes`; None if not stated.
    `files` are further files (a bibliography) by name; `options` are those that a user would set.
    """

    text: str
    at: tuple[str, ...] = ()
    fixed: str | None = None
    format: str = "plain"
    data: bytes = b""
    message: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A validated sheet without its examples.

    `options` holds the kind's own options and the rule's user-settable ones (whose names are in `settable`,
    what each is in `option_help`, and which words a list of them may have in `option_choices`).
    `query` is what an editor asks of the author about a finding. `origin` is the path of the sheet of a user's own
    rule, and "" for one of ours.
    `is_on` is False for a rule that runs only where settings name it.
    """

    name: str
    family: str
    code: str
    kind: str
    severity: Severity
    summary: str
    message: str
    why: str
    known_problems: str = ""
    options: Mapping[str, object] = field(default_factory=dict)
    settable: tuple[str, ...] = ()
    option_help: Mapping[str, str] = field(default_factory=dict)
    option_choices: Mapping[str, Sequence[str]] = field(default_factory=dict)
    query: str = ""
    origin: str = ""
    is_on: bool = True

    @property
    def is_vales(self) -> bool:
        """Whether it is a rule of one of Vale's styles."""
        return self.origin.endswith((".yml", ".yaml", ".ini"))
