"""The options that commands share, each with its help and its completion."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from lint_article.folders import modules_in, packages_in


def complete_rules(incomplete: str) -> list[str]:
    """Return the rules and families that begin so."""
    from lint_article.rulebook import FAMILIES, rulebook

    words = ["all", *FAMILIES, *FAMILIES.values(), *(word for rule in rulebook() for word in (rule.name, rule.code))]
    return [word for word in words if word.startswith(incomplete)]


def complete_kinds(incomplete: str) -> list[str]:
    """Return the kinds of rules of one's own that begin so."""
    from lint_article.commands.new_rule import kinds

    return [kind for kind in kinds() if kind.startswith(incomplete)]


def _format_names(incomplete: str) -> list[str]:
    from lint_article.readers.formats import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


def _rules(help: str) -> Any:
    return typer.Option(metavar="RULE", autocompletion=complete_rules, help=help)


def _output_formats(incomplete: str) -> list[str]:
    return [name for name in modules_in("reporters/formats") if name.startswith(incomplete)]


def _engines(incomplete: str) -> list[str]:
    return [name for name in (*packages_in("grammar"), "none") if name.startswith(incomplete)]


_ENGINES = ", ".join((*packages_in("grammar"), "none"))
_OUTPUT_FORMATS = ", ".join(modules_in("reporters/formats"))
Paths = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH]...", help="Manuscripts and folders; - is standard input.")
]
Manuscript = Annotated[str, typer.Argument(help="A manuscript; - is standard input.")]
TextOrJson = Annotated[Literal["full", "json"], typer.Option(help="The output format.")]
Select = Annotated[list[str] | None, _rules("Run these rules only: names, codes, families (TXT, citations) or all.")]
ExtendSelect = Annotated[list[str] | None, _rules("Run these rules too.")]
Ignore = Annotated[list[str] | None, _rules("Do not run these rules.")]
OutputFormat = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME[=FILE]",
        autocompletion=_output_formats,
        help=f"The output format: {_OUTPUT_FORMATS}. With =FILE it is written there; may be repeated.",
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output-file", "--output", "-o", metavar="FILE", help="Write the findings to a file.")
]
FailOn = Annotated[
    Literal["error", "warning", "suggestion", "never"] | None,
    typer.Option(help="The lowest severity that makes the exit status 1 (default: warning)."),
]
Grammar = Annotated[
    str | None,
    typer.Option(metavar="NAME", autocompletion=_engines, help=f"The grammar engine: {_ENGINES}; or two, joined by +."),
]
Format = Annotated[
    str, typer.Option(metavar="NAME", autocompletion=_format_names, help="Read all files as this format.")
]
StdinFilename = Annotated[
    str, typer.Option(metavar="PATH", help="The name of standard input, which also gives its format.")
]
Bibliography = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="A file with the references behind citation keys.")
]
BaselineFile = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--baseline",
        metavar="use|write|prune FILE",
        help="Report new findings only: write the known ones into a file, use it, or prune it of those that are gone.",
    ),
]
Changed = Annotated[
    bool, typer.Option("--changed", help="Report findings only on lines that differ from the last git commit.")
]
ChangedSince = Annotated[
    str, typer.Option(metavar="REVISION", help="The same for a branch, a tag or another revision.")
]
Staged = Annotated[bool, typer.Option("--staged", help="The same for what is staged for the next commit.")]
AddIgnore = Annotated[
    str, typer.Option(metavar="REASON", help="Add an entry of `ignore` to the settings for each finding.")
]
Limit = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME=NUMBER", help="What checking one file may take: seconds=120, memory=2000; 0: no limit."),
]
Config = Annotated[Path | None, typer.Option(metavar="FILE", help="Read the settings from this file.")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no settings.")]
Jobs = Annotated[int | None, typer.Option(min=0, metavar="N", help="Processes; 0 is one per processor.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache.")]
Color = Annotated[Literal["auto", "always", "never"], typer.Option(help="Whether to use colours.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an internal error.")]
