"""All settings with their defaults; the line of a setting in the docstring is also its documentation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import partial
from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.document import Limits
from lint_article.folders import modules_in
from lint_article.grammar.settings import GrammarSettings

FailOn = Literal["error", "warning", "suggestion", "never"]


@dataclass(frozen=True, slots=True)
class Ignore:
    """A finding, or a kind of finding, that is not reported.

    `rule`: a rule's name or code, or a family.
    `quote`: words of the manuscript; only findings on these words are ignored. Line breaks match spaces.
    `path`: a file pattern; only findings in matching files are ignored. A quote that is not in the file is reported.
    `reason`: a note for later readers.
    """

    rule: str
    quote: str = ""
    path: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """What is different for files that match a pattern.

    `rules`: severities and options, as in `rules` above.
    `fail-on`: the lowest severity that makes the exit status 1 for these files.
    `extend-select`: rules to run in addition.
    `ignore`: rules not to run, or findings not to report, as in `ignore` above.
    """

    rules: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    fail_on: FailOn | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[Ignore, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What is checked, and how it is reported.

    `root` is the folder that relative patterns and paths start from, `origin` the file that the settings come from.

    `extend`: settings to start from: a profile (`minimal`, `journal`, `strict`, `copy-editor`, and for required parts
    `research-article`, `review-article`, `case-report`), a file whose name ends
    in .toml, or an installed package that has a lint-article.toml. A list takes several; the later ones win.
    `select`: the rules to run: names, codes, families, or `all`. The most specific entry about a rule applies.
    `extend-select`: rules to run in addition to `select`.
    `ignore`: rules not to run: entries as in `select`, or tables with `rule`, `quote`, `path` and `reason`.
    `per-file-ignores`: a table of file patterns, each with the rules not to run on matching files.
    `rules`: a table of rules (names, codes or families), each with a severity, `off`, or a table of `severity` and the
    options listed on the rule's page.
    `overrides`: a table of file patterns, each with what is different for matching files, as below.
    `fail-on`: the lowest severity that makes the exit status 1, or `never`.
    `output-format`: the format of the findings.
    `exclude`: patterns, as in a .gitignore, of files and folders to skip when a folder is searched.
    `force-exclude`: skip excluded files and files that are not manuscripts even if the command line names them.
    `bibliography`: files with the references behind citation keys (.bib, CSL-JSON, CSL-YAML, RIS).
    `rule-folders`: folders with sheets of rules of your own, or installed packages that have some.
    `vale-config`: a `.vale.ini`, whose styles of Vale are run too.
    `vale-styles`: folders with a style of Vale each, all of whose rules are run.
    `baseline`: a file with known findings, which are not reported; `--baseline write FILE` makes it.
    `docs-url`: the address of this documentation where you have published it, such as
    `https://journal.example/lint-article/`; outputs then link each finding to its rule's page.
    `dictionary`: words that are right, in whatever form, and files of such words (.txt with one a line, or Hunspell's
    .dic). No rule reports them: not as misspelt or broken, not for their grammar, not as a name. Those of your own
    settings are added to the project's.
    `jobs`: the number of processes; 0 starts one per processor.
    `limits`: a table of what checking one file may take, as below. A project's file can only lower them.
    `grammar`: the grammar engine, or a table as below.
    """

    extend: tuple[str, ...] = ()
    select: tuple[str, ...] = ("all",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[Ignore, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    overrides: Mapping[str, Override] = field(default_factory=dict)
    fail_on: FailOn = "warning"
    output_format: str = field(default="full", metadata={"choices": partial(modules_in, "reporters/formats")})
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    bibliography: tuple[str, ...] = ()
    rule_folders: tuple[str, ...] = ()
    vale_config: str = ""
    vale_styles: tuple[str, ...] = ()
    baseline: str = ""
    docs_url: str = ""
    dictionary: tuple[str, ...] = ()
    jobs: int = 0
    limits: Limits = field(default_factory=Limits)
    grammar: GrammarSettings = field(default_factory=GrammarSettings)
    root: str = field(default=".", metadata={"set_by_user": False})
    origin: str = field(default="", metadata={"set_by_user": False})
