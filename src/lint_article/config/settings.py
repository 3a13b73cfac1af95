"""All settings: a field's default stands here and nowhere else, and its line in the docstring is its documentation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.grammar.settings import GrammarSettings

FailOn = Literal["error", "warning", "suggestion", "never"]


@dataclass(frozen=True, slots=True)
class Ignore:
    """One thing that is not reported.

    `rule`: the rule's name or code, or a family.
    `quote`: words of the manuscript; only findings on these words are ignored. Spaces and line breaks count alike.
    `path`: only in files that match this pattern; with it, a quote that the file no longer holds is reported.
    `reason`: why, for those who read it later.
    """

    rule: str
    quote: str = ""
    path: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is checked, and how it is reported.

    `root` is the folder that relative patterns and paths start from, `origin` the file that the settings come from.

    `select`: the rules to run, by name, code or family, or `all`. The most specific word about a rule decides.
    `extend-select`: rules to run beside those of `select`.
    `ignore`: rules not to run: words as in `select`, or tables of `rule`, `quote`, `path` and `reason`.
    `per-file-ignores`: a table from file patterns to the rules that are not run on those files.
    `rules`: a table from rules, by name, code or family, to a severity or `off`; or to a table of `severity` and the
    options that the rule's page lists.
    `fail-on`: the lowest severity of a finding that makes the exit status 1, or `never`.
    `output-format`: how findings are printed.
    `exclude`: files and folders that are left out when a folder is searched, as patterns of a .gitignore.
    `force-exclude`: leave them out, and files that are not manuscripts, even if they are named, as pre-commit does.
    `bibliography`: files with the references that keys in the manuscripts stand for (.bib, CSL-JSON, CSL-YAML, RIS).
    `jobs`: how many processes check several files; 0 is one per processor.
    `grammar`: the engine that checks the grammar, or a table as below.
    """

    select: tuple[str, ...] = ("all",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[Ignore, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    fail_on: FailOn = "warning"
    output_format: str = field(default="full", metadata={"choices": "reporters/formats"})
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    bibliography: tuple[str, ...] = ()
    jobs: int = 0
    grammar: GrammarSettings = field(default_factory=GrammarSettings)
    root: str = field(default=".", metadata={"set_by_user": False})
    origin: str = field(default="", metadata={"set_by_user": False})
